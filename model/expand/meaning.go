package expand

import (
	"slices"
	"strings"

	"reftel/model"
	"reftel/parser/facts"
)

// Origin says where a meaning is from.
type Origin uint8

// The origins, in the order in which they are believed.
const (
	Here     Origin = iota // defined in this cable
	Edition                // the editors' list of terms
	Library                // defined in other cables
	ByPost                 // a government: that of the post
	Possible               // a government, where the post doesn't tell
	Glossary               // the table of words of cables
	TagTable               // the table of TAGS
	Marking                // a portion marking, by its letters
	Prosign                // a procedure sign
)

// Meaning is what a term stands for.
type Meaning struct {
	Words string
	From  Origin
	Loose bool // Here and Library: the words stand beside it, with other letters
	Kind  model.TagKind

	Block int        // Here: the place that says so
	Span  model.Span //

	Cables int      // Library: how many others say so
	Near   bool     // Library: one of them is of the same post
	ID     model.ID // Library: the first of them
	Number uint32   // Library: and its number
}

// meanings returns what the cable and the tables say of a key.
func (t *terms) meanings(key string, header bool) []Meaning {
	out := slices.Clone(t.own[key])
	for _, m := range tabled(key, t.countries, header) {
		if !slices.ContainsFunc(out, m.isSaidBy) {
			out = append(out, m)
		}
	}
	return out
}

// tabled returns what the tables say of a key in a cable of a post in some countries.
func tabled(key string, countries []string, header bool) (out []Meaning) {
	governments, byPost := facts.Government(key, countries)
	for _, words := range governments {
		m := Meaning{Words: words, From: Possible}
		if byPost {
			m.From = ByPost
		}
		out = append(out, m)
	}
	for _, e := range facts.Expansions(key) {
		if e.Header && !header {
			continue
		}
		if e.Country == "" || len(countries) == 0 || slices.Contains(countries, e.Country) {
			words := e.Words
			if e.Country != "" && !strings.Contains(words, e.Country) {
				words += " (" + e.Country + ")"
			}
			out = append(out, Meaning{Words: words, From: Glossary})
		}
	}
	return out
}

// isSaidBy reports whether another meaning is the same in words.
func (m Meaning) isSaidBy(o Meaning) bool { return fold(m.Words) == fold(o.Words) }
