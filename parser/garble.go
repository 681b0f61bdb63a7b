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
)

// garbleIsBracket reports whether the words in a bracket say that the text could not be read:
// [garble], [2 words illegible], [MISSING TEXT]. [sic] says that it was read right.
func garbleIsBracket(words string) bool {
	switch words {
	case "missing text", "text missing", "text not available", "unreadable":
		return true
	}
	if len(words) > 60 {
		return false
	}
	return strings.HasPrefix(words, "garble") || strings.HasSuffix(words, "garbled") ||
		strings.HasPrefix(words, "illegible") || strings.HasSuffix(words, "illegible")
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
