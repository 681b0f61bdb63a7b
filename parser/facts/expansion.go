package facts

import (
	"slices"
	"strings"
	"sync"
)

// Expansion is what a word of cables stands for.
type Expansion struct {
	Words   string
	Country string // whose word it is; "" where it is anybody's
	Plain   bool   // among capitals it may be a plain word
	Header  bool   // it is meant in headers alone, where bureaus have two letters
}

// Expansions returns what a word stands for, several things where it is used for several: DCM, PM, POLOFF. The word is
// given in capitals without full stops.
func Expansions(word string) []Expansion { return expansions()[word] }

// IsWritten reports whether a word stands in the table as one that has small letters, written so, with a capital in front, or as
// the plural: Poloff, septel, Emboffs.
func IsWritten(word string) bool {
	w := written()
	if w[word] {
		return true
	}
	last := len(word) - 1
	return last > 1 && word[last] == 's' && w[word[:last]]
}

// written are the words that have small letters: as they stand in the table, small, and small with a capital in front.
var written = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	eachRow("expansions.tsv", func(c [5]string) {
		if c[0] != strings.ToUpper(c[0]) {
			small := strings.ToLower(c[0])
			m[c[0]], m[small], m[strings.ToUpper(small[:1])+small[1:]] = true, true, true
		}
	})
	return m
})

var expansions = sync.OnceValue(func() map[string][]Expansion {
	m := map[string][]Expansion{}
	eachRow("expansions.tsv", func(c [5]string) {
		e := Expansion{Words: c[1], Country: c[2], Plain: c[3] == "w", Header: c[3] == "h"}
		key := strings.ReplaceAll(strings.ToUpper(c[0]), ".", "")
		if !slices.ContainsFunc(m[key], func(known Expansion) bool { return known.Words == e.Words }) {
			m[key] = append(m[key], e)
		}
	})
	return m
})

// government is a row of governments.tsv.
type government struct{ country, words string }

var governments = sync.OnceValue(func() map[string][]government {
	m := map[string][]government{}
	eachRow("governments.tsv", func(c [5]string) {
		g := government{c[1], c[2]}
		if g.words == "" {
			g.words = "Government of " + g.country
		}
		m[c[0]] = append(m[c[0]], g)
	})
	return m
})

// Government returns which governments an acronym stands for: GOI. One that a post in some countries uses is that of its
// own country where there is one that fits (HANDBOOK section 4), and byPost is true then; else all are returned that may be
// meant, none where it abbreviates no government.
func Government(acronym string, countries []string) (names []string, byPost bool) {
	rows := governments()[acronym]
	for _, g := range rows {
		if slices.Contains(countries, g.country) {
			return []string{g.words}, true
		}
	}
	for _, country := range countries {
		if rest, ok := strings.CutPrefix(acronym, "GO"); ok && rest != "" && (rest == initials(country) || rest == country[:1]) {
			return []string{"Government of " + country}, true
		}
	}
	for _, g := range rows {
		names = append(names, g.words)
	}
	return names, false
}

// initials are the capitals of the words of a country.
func initials(country string) string {
	var b strings.Builder
	for _, word := range strings.Fields(country) {
		if 'A' <= word[0] && word[0] <= 'Z' {
			b.WriteByte(word[0])
		}
	}
	return b.String()
}
