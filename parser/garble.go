package parser

import (
	"strings"
	"unicode/utf8"

	"reftel/model"
)

// What shows a garble (Mark.Why).
const (
	garbleSaid       = "said so in brackets"
	garbleCharacters = "broken characters"
	garbleNoise      = "line noise"
	garbleCenter     = "left out by the communications center"
)

// garbleWords end the words of those who could not read a text: [garble], [2 words illegible].
var garbleWords = []string{"garble", "garbled", "garbles", "illegible", "unintelligible", "indecipherable", "undecipherable",
	"unreadable", "mutilated", "corrupt", "corrupted"}

// garbleLongest bounds the words in a bracket that says so.
const garbleLongest = 60

// garbleIsWords reports whether words in a bracket, in lower case, say that the text could not be
// read: [garble], [2 words illegible], [MISSING TEXT], (mutilated group). Reading badly isn't hiding:
// an illegible word is a garble and no redaction. [sic] says that it was read right.
func garbleIsWords(words string) bool {
	if len(words) > garbleLongest {
		return false
	}
	words = strings.TrimRight(words, ".?! ")
	first, _, _ := strings.Cut(words, " ")
	last := words[strings.LastIndexByte(words, ' ')+1:]
	switch last {
	case "missing":
		return readExtent(strings.TrimSuffix(words, last)).unit
	case "group", "groups", "word", "words", "text", "portion":
		_, ok := tolerantMatch(first, garbleWords)
		return ok || first == "missing"
	case "available":
		return words == "text not available"
	}
	if _, ok := tolerantMatch(last, garbleWords); ok {
		return strings.Count(words, " ") < 5
	}
	_, ok := tolerantMatch(first, garbleWords[:5])
	return ok
}

// garbleInParentheses marks "(GARBLE)", "(2 words illegible)", and "(#)", where the communications
// center left out what did not arrive.
func (m *marker) garbleInParentheses(i int) (end int, ok bool) {
	n := strings.IndexByte(m.text[i:min(len(m.text), i+garbleLongest)], ')')
	if n < 0 {
		return i, false
	}
	end = i + n + 1
	why := garbleSaid
	switch content := m.text[i+1 : end-1]; {
	case content == "#":
		why = garbleCenter
	case !garbleMayBe(content) || strings.ContainsAny(content, "([") || !garbleIsWords(bracketWords(content)) || garbleIsSpeech(content):
		return i, false
	}
	m.add(model.Mark{Kind: model.Garble, Why: why}, i, end)
	return end, true
}

// garbleMayBe reports whether the first or the last word of a content begins like one of garbleWords
// or "missing" and is long enough to be one with a typing error: parentheses are many, and reading their
// words takes time.
func garbleMayBe(content string) bool {
	const initials, shortest = "gGiIuUmMcC", 4
	first, last := strings.IndexByte(content, ' '), strings.LastIndexByte(content, ' ')+1
	if first < 0 {
		first = len(content)
	}
	return first >= shortest && strings.IndexByte(initials, content[0]) >= 0 ||
		len(content)-last >= shortest && strings.IndexByte(initials, content[last]) >= 0
}

// garbleIsSpeech reports whether words in parentheses are part of a drafter's sentence: "(a garbled
// report)", "(10 being least corrupt)".
func garbleIsSpeech(content string) bool {
	first, _ := scanWordAt(content, 0)
	last := strings.TrimRight(content[strings.LastIndexByte(content, ' ')+1:], ".")
	if scanIsOneOf(last, "corrupt", "corrupted") {
		return !scanIsOneOf(first, "rest", "remainder", "word", "words", "group", "groups", "part", "portion", "text")
	}
	return scanIsOneOf(first, "a", "an", "the", "most", "more", "very", "and", "or", "but", "which", "corrupt", "corrupted") && !hasFoldPrefix(content, "corrupt group")
}

// hashes marks a run of three or more number signs in a word: line noise. Alone they are a rule or
// the end of a message.
func (m *marker) hashes(i int) int {
	end := i
	for end < len(m.text) && m.text[end] == '#' {
		end++
	}
	before, after := i > 0 && isLetter(m.text[i-1]), end < len(m.text) && isLetter(m.text[end])
	if end-i >= 3 && before && after {
		m.add(model.Mark{Kind: model.Garble, Why: garbleCharacters}, i, end)
	}
	return end
}

// brokenCharacters marks two or more replacement characters or three or more inverted question
// marks in a row at i: what is left of a line after two changes of character set. A single one
// is a single lost character, and Spanish questions begin with one.
func (m *marker) brokenCharacters(i int) int {
	r, size := utf8.DecodeRuneInString(m.text[i:])
	least := 2
	switch r {
	case '¿':
		least = 3
	case utf8.RuneError:
		if size != len("\ufffd") {
			return i
		}
	default:
		return i
	}
	sign := m.text[i : i+size]
	end := i
	for strings.HasPrefix(m.text[end:], sign) {
		end += size
	}
	if end-i >= least*size {
		m.add(model.Mark{Kind: model.Garble, Why: garbleCharacters}, i, end)
	}
	return end
}

// lineNoise marks the token around the underscore at i if it also has a quotation mark between
// two letters (QA"z_1in): both inside one word is nothing that anybody types. Addresses and file
// names are left alone.
func (m *marker) lineNoise(i int) int {
	const longest = 32
	start, end := i, i
	for start > 0 && !scanIsBlank(m.text[start-1]) && i-start <= longest {
		start--
	}
	for end < len(m.text) && !scanIsBlank(m.text[end]) && end-i <= longest {
		end++
	}
	token := m.text[start:end]
	if len(token) > longest || strings.ContainsAny(token, "/\\@:=<>&") {
		return i
	}
	at := strings.IndexByte(token, '"')
	if at <= 0 || at+1 >= len(token) || !isLetter(token[at-1]) || !isLetter(token[at+1]) {
		return i
	}
	if last := len(m.found) - 1; last >= 0 && m.found[last].Block == m.block && m.found[last].Span.End > start {
		return i // something else was read from it already
	}
	m.add(model.Mark{Kind: model.Garble, Why: garbleNoise}, start, end)
	return end
}
