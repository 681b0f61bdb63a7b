package facts

import (
	"strings"
	"sync"

	"reftel/model"
)

// tagFact is one row of tags.tsv.
type tagFact struct {
	kind    model.TagKind
	meaning string
}

var tags = sync.OnceValue(func() map[string]tagFact {
	kinds := map[string]model.TagKind{"s": model.TagSubject, "p": model.TagProgram, "g": model.TagGeographic, "o": model.TagOrganization, "f": model.TagUnknown}
	m := map[string]tagFact{}
	eachRow("tags.tsv", func(c [5]string) { m[c[0]] = tagFact{kinds[c[1]], c[2]} })
	return m
})

// TagMeaning returns what a TAGS entry stands for and, where known, its meaning in words: PGOV is a
// subject, CH the geographic code of China (the codes are not ISO), "DOE, JANE" a person. The rules
// follow the TAGS handbook as HANDBOOK section 1, line 13 tells it: the tables first, then four
// letters beginning with K are a program, two letters a place, and a comma makes a person. Meanings
// are from general knowledge of 5 FAH-3, and "" where that is silent.
func TagMeaning(code string) (kind model.TagKind, meaning string) {
	code = strings.ToUpper(strings.TrimSpace(code))
	if f, ok := tags()[code]; ok {
		return f.kind, f.meaning
	}
	switch {
	case strings.Contains(code, ","):
		return model.TagPerson, ""
	case len(code) == 4 && code[0] == 'K' && letters(code):
		return model.TagProgram, ""
	case len(code) == 2 && letters(code):
		return model.TagGeographic, ""
	}
	return model.TagUnknown, ""
}

// IsTag reports whether an entry, in capitals, stands in the tables: a code, or one of the phrases
// that posts use as TAGS (ISRAELI PALESTINIAN AFFAIRS).
func IsTag(entry string) bool {
	_, ok := tags()[entry]
	return ok
}

var givenNames = readMap("givennames.tsv")

// IsGivenName reports whether a word in capitals is a given name that cables often have (from
// cablemap's list of persons and common American ones). It is evidence, not proof.
func IsGivenName(word string) bool {
	_, ok := givenNames()[word]
	return ok
}

// GivenName returns the given name that was meant where two neighbouring letters of it were exchanged, in
// capitals: RICAHRD gives RICHARD. Any other word comes back as it is.
func GivenName(word string) string {
	if len(word) < 5 || IsGivenName(word) {
		return word
	}
	found := word
	for i := 0; i+1 < len(word); i++ {
		name := word[:i] + word[i+1:i+2] + word[i:i+1] + word[i+2:]
		if name == word || !IsGivenName(name) {
			continue
		}
		if found != word {
			return word
		}
		found = name
	}
	return found
}

func letters(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}
