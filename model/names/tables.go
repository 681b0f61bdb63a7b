package names

import (
	_ "embed"
	"maps"
	"strings"
	"sync"
	"unicode"

	"reftel/model"
	"reftel/model/match"
)

//go:embed places.txt
var placesFile string

//go:embed cities.txt
var citiesFile string

//go:embed provinces.txt
var provincesFile string

//go:embed regions.txt
var regionsFile string

//go:embed organizations.txt
var organizationsFile string

//go:embed agencies.txt
var agenciesFile string

//go:embed firms.txt
var firmsFile string

//go:embed movements.txt
var movementsFile string

//go:embed press.txt
var pressFile string

//go:embed given.txt
var givenFile string

//go:embed words.txt
var wordsFile string

//go:embed english.txt
var englishFile string

//go:embed telegraph.txt
var telegraphFile string

//go:embed acronyms.txt
var acronymsFile string

//go:embed leaders.txt
var leadersFile string

//go:embed surnames.txt
var surnamesFile string

// tables is what is known before the first cable is read.
type tables struct {
	words    map[string]bool // common English words
	given    map[string]bool // given names
	surnames map[string]bool // surnames that are also something else
	leaders  map[string]bool // surnames of public figures
	acronyms map[string]bool // of bodies, for texts in capitals
	demonyms map[string]bool // what people of a place are called
	known    *trie           // places and organizations
}

// loadTables reads the tables when the first cable needs them, not when the program starts.
var loadTables = sync.OnceValue(func() *tables {
	t := &tables{words: fields(wordsFile), given: map[string]bool{}, surnames: fields(surnamesFile), leaders: fields(leadersFile), acronyms: fields(acronymsFile), demonyms: maps.Clone(peoples), known: newTrie(knownBegins)}
	for w := range fields(givenFile) {
		t.given[match.Fold(w)] = true
	}
	for _, table := range []string{placesFile, citiesFile, provincesFile, regionsFile} {
		t.readKnown(table, model.Place)
	}
	for _, table := range []string{organizationsFile, agenciesFile, movementsFile, firmsFile, pressFile} {
		t.readKnown(table, model.Organization)
	}
	return t
})

// lines calls f with each line of a table that is no comment.
func lines(table string, f func(line string)) {
	for line := range strings.Lines(table) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			f(line)
		}
	}
}

func fields(table string) map[string]bool {
	set := map[string]bool{}
	lines(table, func(line string) {
		for _, w := range strings.Fields(line) {
			set[w] = true
		}
	})
	return set
}

// readKnown reads lines of the form "Name = spelling; spelling ~ people; people".
func (t *tables) readKnown(table string, kind model.NameKind) {
	lines(table, func(line string) {
		line, people, _ := strings.Cut(line, " ~ ")
		name, others, _ := strings.Cut(line, " = ")
		e := &entity{kind: kind, canonical: match.Fold(name)}
		t.known.add(name, e)
		for spelling := range strings.SplitSeq(others, "; ") {
			t.known.add(spelling, e)
		}
		for p := range strings.SplitSeq(people, "; ") {
			words := strings.Fields(match.Fold(p))
			if len(words) > 0 {
				last := words[len(words)-1]
				t.demonyms[last], t.demonyms[last+"s"] = true, true
			}
		}
	})
}

// isAcronym reports whether a spelling is one word of capitals.
func isAcronym(s string) bool {
	upper := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r) || r == ' ':
			return false
		}
	}
	return upper >= 2
}
