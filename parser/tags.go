package parser

import (
	"strings"

	"reftel/model"
	"reftel/parser/facts"
)

// parseTags reads the TAGS field: text behind the label (a doubled or damaged label may lead it).
// Codes are in capitals, doubles are dropped, codes that ran together are parted ("IZPREL"), one
// surplus letter is mended ("MOPPS"), persons are "SURNAME, GIVEN NAME" whatever form they had, and
// SIPDIS, which is no tag, is left out (HANDBOOK section 1, line 13).
func parseTags(text string) []model.Tag {
	var tags []model.Tag
	seen := map[string]bool{}
	add := func(code string) {
		if code == "" || seen[code] || tagsNoise(code) {
			return
		}
		seen[code] = true
		kind, meaning := facts.TagMeaning(code)
		tags = append(tags, model.Tag{Code: code, Kind: kind, Meaning: meaning})
	}
	for _, entry := range tagsEntries(text) {
		if codes := tagsPart(entry); codes != nil {
			for _, c := range codes {
				add(c)
			}
			continue
		}
		if strings.Contains(entry, ",") { // a person
			add(entry)
			continue
		}
		add(tagsMend(entry))
	}
	return tags
}

// tagsNoise lists words that stray into the field from the lines around it.
func tagsNoise(code string) bool {
	switch code {
	case "SIPDIS", "NOFORN", "SENSITIVE", "TAGS", "TAGS:":
		return true
	}
	return false
}

// tagsEntries cuts the field into its entries as written, in capitals, doubles kept.
func tagsEntries(text string) []string {
	b := []byte(text)
	if _, n, ok := label(text); ok {
		fieldBlank(b, 0, n)
	}
	fieldBlank(b, tagsEnd(string(b)), len(b))
	fieldBlankMarkers(b)
	var out []string
	for _, p := range tagsPieces(strings.ToUpper(string(b))) {
		if p.person {
			out = append(out, tagsPerson(p.words, p.comma))
			continue
		}
		out = append(out, tagsWords(p.words, out)...)
	}
	return tagsJoinNames(out)
}

// tagsEnd returns where the field ends in its text: at another label or at a blank line that no
// further code follows.
func tagsEnd(text string) int {
	end := len(text)
	if n := nextLabel(text); n >= 0 {
		end = n
	}
	begun, gap := false, false // a code was seen; a blank line stands before this one
	for at := 0; at < end; {
		line, _, _ := strings.Cut(text[at:end], "\n")
		words := strings.Trim(line, " \t\r\\")
		switch role, _, ok := label(words); {
		case words == "":
			gap = begun
		case ok && role != model.TagsRole && at > 0, gap && !tagsCodeAt(words):
			return at
		default:
			begun, gap = true, false
		}
		at += len(line) + 1
	}
	return end
}

// tagsPiece is a run of words between commas, or what stands in brackets.
type tagsPiece struct {
	words  []string
	person bool // in brackets
	comma  int  // of a person: words before the first comma, 0 without one
}

func tagsPieces(text string) []tagsPiece {
	var out []tagsPiece
	var p tagsPiece
	flush := func() {
		if len(p.words) > 0 {
			out = append(out, p)
		}
		p = tagsPiece{}
	}
	start := -1
	word := func(end int) {
		if start >= 0 {
			if w := strings.Trim(text[start:end], `\"*`); w != "" {
				p.words = append(p.words, w)
			}
			start = -1
		}
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '(', '[':
			word(i)
			flush()
			p.person = true
		case ')', ']':
			word(i)
			flush()
		case ',', ';', ':':
			word(i)
			if !p.person {
				flush()
			} else if p.comma == 0 {
				p.comma = len(p.words)
			}
		case ' ', '\n', '\t', '\r', '\\':
			word(i)
		default:
			if start < 0 {
				start = i
			}
		}
	}
	word(len(text))
	flush()
	return out
}

// tagsPerson writes a name as "SURNAME, GIVEN NAME". comma is the number of words before the comma
// of the text; without one the first word is the surname.
func tagsPerson(words []string, comma int) string {
	if len(words) == 1 {
		return words[0]
	}
	if comma == 0 || comma >= len(words) {
		comma = 1
	}
	return strings.Join(words[:comma], " ") + ", " + strings.Join(words[comma:], " ")
}

// tagsWords cuts the words between two commas into entries: codes one by one, words of no code
// together ("COUNTRY CLEARANCE"), persons apart. before are the entries so far.
func tagsWords(words []string, before []string) []string {
	var out []string
	last := ""
	if len(before) > 0 {
		last = before[len(before)-1]
	}
	for i := 0; i < len(words); {
		if n := tagsPhrase(words[i:]); n > 0 {
			last = strings.Join(words[i:i+n], " ")
			out = append(out, last)
			i += n
			continue
		}
		if tagsIsCode(words, i) {
			last = strings.TrimRight(words[i], ".")
			out = append(out, last)
			i++
			continue
		}
		end := i + 1
		for end < len(words) && tagsPhrase(words[end:]) == 0 && !tagsIsCode(words, end) {
			end++
		}
		free := tagsFree(words[i:end], tagsTravel(last))
		out = append(out, free...)
		last = free[len(free)-1]
		i = end
	}
	return out
}

// tagsPhrase returns the number of words of the longest known entry of several words at the start.
func tagsPhrase(words []string) int {
	for n := min(5, len(words)); n > 1; n-- {
		if facts.IsTag(strings.Join(words[:n], " ")) {
			return n
		}
	}
	return 0
}

// tagsIsCode reports whether words[i] is an entry of its own: in the tables, formed like a code, or
// several codes run together. IN and TO between words of a phrase are no countries, and four letters
// before a given name are a surname.
func tagsIsCode(words []string, i int) bool {
	w := strings.TrimRight(words[i], ".")
	if tagsPreposition(w) && i > 0 && i+1 < len(words) && !tagsShaped(words[i-1]) && !tagsShaped(words[i+1]) {
		return false
	}
	if facts.IsTag(w) || tagsMend(w) != w || tagsPart(w) != nil {
		return true
	}
	beforeName := i+1 < len(words) && facts.IsGivenName(words[i+1]) && !facts.IsTag(words[i+1])
	return tagsShaped(w) && !beforeName && !facts.IsGivenName(w)
}

func tagsPreposition(w string) bool {
	switch w {
	case "IN", "TO", "OF", "ON", "FOR", "AND", "THE", "BY":
		return true
	}
	return false
}

// tagsShaped reports whether a word has the form of a code: two letters; four that begin with the
// letter of a subject group or of the programs; or any known one.
func tagsShaped(w string) bool {
	if facts.IsTag(w) {
		return true
	}
	if len(w) != 2 && len(w) != 4 {
		return false
	}
	for i := range len(w) {
		if w[i] < 'A' || w[i] > 'Z' {
			return false
		}
	}
	return len(w) == 2 || strings.IndexByte("ABCEKMOPST", w[0]) >= 0
}

// tagsTravel reports whether persons follow a code: official travel, visits.
func tagsTravel(code string) bool { return code == "OVIP" || code == "OTRA" || code == "OREP" }

// tagsFree parts words that are no codes: pairs of surname and given name are persons, the rest is
// one phrase. Behind a travel code any two words are a person.
func tagsFree(words []string, travel bool) []string {
	var out []string
	phrase := 0
	for i := 0; i < len(words); {
		pair := i+1 < len(words) && (facts.IsGivenName(words[i+1]) || travel && i == 0) && !tagsPreposition(words[i+1])
		if !pair {
			i++
			continue
		}
		if i > phrase {
			out = append(out, strings.Join(words[phrase:i], " "))
		}
		end := i + 2
		for end < len(words) && len(strings.TrimRight(words[end], ".")) == 1 { // JAMES B.
			end++
		}
		out = append(out, tagsPerson(words[i:end], 1))
		i, phrase = end, end
	}
	if phrase < len(words) {
		out = append(out, strings.Join(words[phrase:], " "))
	}
	return out
}

// tagsJoinNames joins a surname and a given name that a comma parted: "OVIP, DOE, JANE".
func tagsJoinNames(entries []string) []string {
	var out []string
	for i, e := range entries {
		given, _, _ := strings.Cut(e, " ")
		if i > 0 && len(out) > 0 && facts.IsGivenName(given) && !facts.IsTag(e) && !strings.Contains(e, ",") {
			if surname := out[len(out)-1]; !tagsShaped(surname) && !strings.ContainsAny(surname, " ,") && !facts.IsGivenName(surname) {
				out[len(out)-1] = surname + ", " + e
				continue
			}
		}
		out = append(out, e)
	}
	return out
}

// tagsPart parts codes that were written without a blank ("ETRDEINVECINPGOVCS"); nil when the word is
// no such chain. All parts must be known, one at least a subject or program, and of all ways to part
// it the one with the fewest codes counts.
func tagsPart(word string) []string {
	if len(word) < 5 || len(word) > 200 || facts.IsTag(word) {
		return nil
	}
	if a, b, ok := strings.Cut(word, "/"); ok && facts.IsTag(a) && facts.IsTag(b) {
		return []string{a, b}
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
	switch word = strings.TrimRight(word, "."); word {
	case "RU":
		return "RS"
	case "SYR":
		return "SY"
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
		if kind, _ := facts.TagMeaning(shorter); len(shorter) == 4 && kind != model.TagSubject && kind != model.TagProgram {
			continue
		}
		if found != word && found != shorter {
			return word
		}
		found = shorter
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
