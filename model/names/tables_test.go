package names

import (
	"strings"
	"testing"

	"reftel/model"
	"reftel/model/match"
)

// TestTables holds the tables to their layout: one line a name, no spelling for two names.
func TestTables(t *testing.T) {
	owner := map[string]string{}
	for _, table := range []string{placesFile, citiesFile, provincesFile, regionsFile, organizationsFile, agenciesFile, movementsFile, firmsFile, pressFile} {
		lines(table, func(line string) {
			names, _, _ := strings.Cut(line, " ~ ")
			name, others, _ := strings.Cut(names, " = ")
			for spelling := range strings.SplitSeq(others, "; ") {
				for _, s := range []string{name, spelling} {
					folded := match.Fold(s)
					if o := owner[folded]; folded != "" && o != "" && o != name {
						t.Errorf("%q is a spelling of %q and of %q", s, o, name)
					}
					owner[folded] = name
				}
			}
		})
	}
	for file, table := range map[string]string{"words.txt": wordsFile, "english.txt": englishFile, "telegraph.txt": telegraphFile, "surnames.txt": surnamesFile, "leaders.txt": leadersFile, "acronyms.txt": acronymsFile} {
		for w := range fields(table) {
			if match.Fold(w) != w {
				t.Errorf("%s: %q is not folded", file, w)
			}
		}
	}
}

func TestKnownSpellings(t *testing.T) {
	for spelling, want := range map[string]string{
		"Saint Petersburg": "st petersburg", "Viet Nam": "vietnam", "U.K.": "united kingdom", "Cote d'Ivoire": "cote divoire",
		"Port-au-Prince": "port au prince", "Bosnia-Herzegovina": "bosnia and herzegovina",
	} {
		n := loadTables().known.step(match.Fold(spelling))
		if n == nil || len(n.forms) == 0 || n.forms[0].entity.kind != model.Place {
			t.Errorf("%s is not known", spelling)
		} else if got := n.forms[0].entity.canonical; got != want {
			t.Errorf("%s is %s, want %s", spelling, got, want)
		}
	}
}
