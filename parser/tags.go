package parser

import (
	"strings"
	"unicode"

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
	case "SIPDIS", "NOFORN", "AND", "SENSITIVE", "TAGS", "TAGS:", "N/A", "NONE", "U", "C", "S", "SBU":
		return true
	}
	return false
}

// tagsEntries cuts the field into its entries as written, in capitals, doubles kept.
func tagsEntries(text string) []string {
	if _, n, ok := label(text); ok && !tagsCodeLikeLabel(text) {
		b := []byte(text)
		fieldBlank(b, 0, n)
		text = string(b)
	}
	text = fieldWithoutMarkers(text[:tagsEnd(text)])
	var out []string
	pieces := tagsPieces(strings.ToUpper(strings.Map(tagsBlank, text)))
	for _, p := range pieces {
		switch {
		case p.person:
			out = append(out, tagsPerson(p.words, p.comma))
		case len(pieces) > 2 && tagsName(p.words):
			out = append(out, tagsFree(p.words, len(out) > 0 && tagsTravel(out[len(out)-1]))...)
		default:
			out = append(out, tagsWords(p.words, out)...)
		}
	}
	return tagsJoinNames(out)
}

// tagsCodeLikeLabel reports whether a field begins with a code that only looks like a damaged label: "IAGS, TGEN".
func tagsCodeLikeLabel(text string) bool {
	word, end := labelWord(text, labelSkipBlanks(text, 0))
	return len(word) == 4 && !strings.EqualFold(word, "TAGS") && end < len(text) && text[end] == ','
}

// tagsBlank makes one kind of blank of all.
func tagsBlank(r rune) rune {
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
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
			if w := strings.Trim(text[start:end], `\"*-`); strings.Trim(w, ".&/") != "" {
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
		case ' ', '\\':
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
		// "(JANE DOE)", "(JANE Q. DOE)": a given name stands first and none behind it.
		last := words[len(words)-1]
		if n := len(words); (n == 2 || n == 3 && len(strings.TrimRight(words[1], ".")) == 1) && facts.IsGivenName(words[0]) && !facts.IsGivenName(last) && len(last) > 2 {
			return last + ", " + strings.Join(words[:n-1], " ")
		}
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
		if code := tagsJoined(words[i:]); code != "" {
			last = code
			out = append(out, code)
			i += 2
			continue
		}
		if tagsIsCode(words, i) {
			last = strings.TrimRight(words[i], ".")
			out = append(out, last)
			i++
			continue
		}
		end := i + 1
		for end < len(words) && tagsPhrase(words[end:]) == 0 && tagsJoined(words[end:]) == "" && !tagsIsCode(words, end) {
			end++
		}
		free := tagsFree(words[i:end], tagsTravel(last))
		out = append(out, free...)
		last = free[len(free)-1]
		i = end
	}
	return out
}

// tagsName reports whether words between commas are one name: several, and none of them a code.
func tagsName(words []string) bool {
	if len(words) < 2 {
		return false
	}
	if _, post := facts.Station(strings.Join(words, " ")); post {
		return true
	}
	for i, w := range words {
		if tagsLink(w) || tagsPart(w) != nil || tagsPhrase(words[i:]) > 0 || tagsJoined(words[i:]) != "" || len(w) == 4 && w[0] == 'K' || tagsMend(w) != w {
			return false
		}
	}
	return true
}

// tagsJoined returns the code that the first two words are halves of ("P GOV"), "" if they are none.
func tagsJoined(words []string) string {
	if len(words) < 2 || facts.IsTag(words[0]) || facts.IsTag(words[1]) {
		return ""
	}
	if code := words[0] + words[1]; len(code) == 4 && tagsLink(code) {
		return code
	}
	return ""
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
	if i+1 < len(words) && len(w) == 4 && w[0] != 'K' && !tagsShaped(strings.TrimRight(words[i+1], ".")) && tagsPart(words[i+1]) == nil && tagsMend(words[i+1]) == words[i+1] {
		return false // OPEN SKIES
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
