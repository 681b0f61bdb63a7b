package parser

import (
	"strings"

	"reftel/model"
	"reftel/parser/facts"
)

// Codes of TAGS as typists left them: run together, with a letter too many, with two exchanged.

// tagsPart parts codes that were written without a blank ("ETRDEINVECINPGOVCS"); nil when the word is
// no such chain. All parts must be known, one at least a subject or program, and of all ways to part
// it the one with the fewest codes counts.
func tagsPart(word string) []string {
	if len(word) < 5 || len(word) > 200 || facts.IsTag(word) {
		return nil
	}
	if parts := strings.FieldsFunc(word, func(r rune) bool { return r == '/' || r == '.' || r == '-' || r == ';' }); len(parts) > 1 {
		for _, p := range parts {
			if !tagsLink(p) && (len(parts) > 2 || !facts.IsTag(p)) {
				return nil
			}
		}
		return parts
	}
	const none = 1 << 20
	best := make([]int, len(word)+1) // fewest codes for word[i:]
	step := make([]int, len(word)+1)
	long := make([]bool, len(word)+1)
	for i := len(word) - 1; i >= 0; i-- {
		best[i] = none
		for _, n := range [...]int{4, 2} {
			if i+n > len(word) || best[i+n] >= none || !tagsLink(word[i:i+n]) {
				continue
			}
			if best[i+n]+1 < best[i] {
				best[i], step[i], long[i] = best[i+n]+1, n, n == 4 || long[i+n]
			}
		}
	}
	if best[0] >= none || !long[0] {
		return nil
	}
	var out []string
	for i := 0; i < len(word); i += step[i] {
		out = append(out, word[i:i+step[i]])
	}
	return out
}

// tagsLink reports whether a code can stand in a chain: a known subject, program or country.
func tagsLink(code string) bool {
	if !facts.IsTag(code) {
		return false
	}
	kind, _ := facts.TagMeaning(code)
	return kind == model.TagSubject || kind == model.TagProgram || kind == model.TagGeographic
}

// tagsMend returns the code that was meant where a typist or the line added one letter ("MOPPS",
// "UNDESCO") or wrote an older country code; anything else comes back as it is.
func tagsMend(word string) string {
	switch word = strings.TrimRight(word, ". "); word {
	case "RU":
		return "RS"
	case "SYR":
		return "SY"
	}
	if code := tagsExchanged(word); code != "" {
		return code
	}
	if len(word) < 5 || len(word) > 12 || strings.ContainsAny(word, " ,/-") || facts.IsTag(word) {
		return word
	}
	found := word
	for i := range len(word) {
		shorter := word[:i] + word[i+1:]
		if !facts.IsTag(shorter) || len(shorter) != 4 && len(shorter) < 6 {
			continue
		}
		surplus := i == len(word)-1 || word[i] == word[i+1] || strings.IndexByte("AEIOU", word[i]) >= 0
		if len(shorter) == 4 && (!surplus || !tagsSubject(shorter)) {
			continue
		}
		if found != word && found != shorter {
			return word
		}
		found = shorter
	}
	return found
}

// tagsSubject reports whether a code is that of a subject or a program.
func tagsSubject(code string) bool {
	kind, _ := facts.TagMeaning(code)
	return facts.IsTag(code) && (kind == model.TagSubject || kind == model.TagProgram)
}

// tagsExchanged returns the one subject of which two neighbouring letters were exchanged ("MPOS"); ""
// when there is none or several.
func tagsExchanged(word string) string {
	if len(word) != 4 || facts.IsTag(word) || word[0] == 'K' {
		return ""
	}
	found := ""
	for i := 0; i+1 < len(word); i++ {
		code := word[:i] + string(word[i+1]) + string(word[i]) + word[i+2:]
		if code == word || !tagsSubject(code) {
			continue
		}
		if found != "" {
			return ""
		}
		found = code
	}
	return found
}

// tagsCodeAt reports whether s begins with a code that stands in the tables of TAGS, in capitals or
// in a copy that was written small.
func tagsCodeAt(s string) bool {
	end := 0
	for end < len(s) && end < 12 && (isLetter(s[end]) || isDigit(s[end]) || s[end] == '/' || s[end] == '-') {
		end++
	}
	return end >= 2 && facts.IsTag(strings.ToUpper(s[:end]))
}
