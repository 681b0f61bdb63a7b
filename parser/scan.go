package parser

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"reftel/model"
)

// Small readers of text that all others use. Those that go byte by byte allocate nothing.

func isDigit(c byte) bool     { return '0' <= c && c <= '9' }
func isUpper(c byte) bool     { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool     { return 'a' <= c && c <= 'z' }
func isLetter(c byte) bool    { return isLower(c | 0x20) }
func isAlnum(c byte) bool     { return isLetter(c) || isDigit(c) }
func scanIsBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// bytesOf returns a set of bytes as a table.
func bytesOf(set string) (in [256]bool) {
	for i := range len(set) {
		in[set[i]] = true
	}
	return in
}

// nextByte returns where c stands in text from i on, the end of text if nowhere.
func nextByte[T string | []byte](text T, i int, c byte) int {
	n := -1
	switch text := any(text).(type) {
	case string:
		n = strings.IndexByte(text[i:], c)
	case []byte:
		n = bytes.IndexByte(text[i:], c)
	}
	if n < 0 {
		return len(text)
	}
	return i + n
}

// scanWordStart reports whether no letter or digit stands directly before i.
func scanWordStart(text string, i int) bool {
	if i == 0 {
		return true
	}
	if c := text[i-1]; c < utf8.RuneSelf {
		return !isLetter(c) && !isDigit(c)
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// scanWordEnd reports whether no letter or digit stands at i.
func scanWordEnd(text string, i int) bool {
	if i >= len(text) {
		return true
	}
	if c := text[i]; c < utf8.RuneSelf {
		return !isLetter(c) && !isDigit(c)
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// scanLetters returns the end of the run of ASCII letters at i.
func scanLetters(text string, i int) int {
	for i < len(text) && isLetter(text[i]) {
		i++
	}
	return i
}

// scanDigits returns the end of the run of digits at i.
func scanDigits(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

// scanDigitsBack returns the start of the run of digits that ends at i.
func scanDigitsBack(text string, i int) int {
	for i > 0 && isDigit(text[i-1]) {
		i--
	}
	return i
}

// scanBlanks returns the end of the run of blanks and line ends at i.
func scanBlanks(text string, i int) int {
	for i < len(text) && scanIsBlank(text[i]) {
		i++
	}
	return i
}

// scanSpace returns the end of the run of white space at i. It knows returns too, which files have and texts of
// blocks don't.
func scanSpace[T string | []byte](text T, i int) int {
	for i < len(text) && (scanIsBlank(text[i]) || text[i] == '\r') {
		i++
	}
	return i
}

// scanBlanksBack returns the start of the run of blanks and line ends that ends at i.
func scanBlanksBack(text string, i int) int {
	for i > 0 && scanIsBlank(text[i-1]) {
		i--
	}
	return i
}

// scanWordAt returns the ASCII word at i, blind to nothing; "" where no word begins or a longer
// word than any that is looked for stands there.
func scanWordAt(text string, i int) (word string, end int) {
	const longest = 16
	end = i
	for end < len(text) && isLetter(text[end]) {
		if end-i == longest {
			return "", i
		}
		end++
	}
	if !scanWordEnd(text, end) {
		return "", i
	}
	return text[i:end], end
}

// scanWordBefore returns the token that ends at i: letters, digits and what stands inside numbers
// and abbreviations. Tokens that are longer than any looked for come back cut.
func scanWordBefore(text string, i int) (word string, start int) {
	const longest = 24
	start = i
	for start > 0 && i-start < longest {
		c := text[start-1]
		if !isLetter(c) && !isDigit(c) && c != '.' && c != '/' && c != '-' && c != '(' && c != ')' {
			break
		}
		start--
	}
	return text[start:i], start
}

// scanIsOneOf reports whether word is in words, blind to case; words are in lower case.
func scanIsOneOf(word string, words ...string) bool {
	for _, w := range words {
		if len(w) == len(word) && (w == "" || w[0]|0x20 == word[0]|0x20) && strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// scanHasLower reports whether text holds a lower-case ASCII letter other than x: runs of x are
// redactions, also in texts that are all capitals.
func scanHasLower(text string) bool {
	for i := range len(text) {
		if isLower(text[i]) && text[i] != 'x' {
			return true
		}
	}
	return false
}

// hasFoldPrefix reports whether s begins with the ASCII prefix, blind to case.
func hasFoldPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && (prefix == "" || s[0]|0x20 == prefix[0]|0x20) && strings.EqualFold(s[:len(prefix)], prefix)
}

// indexFold returns where the ASCII needle of two bytes or more stands in s, blind to case; -1 where it doesn't.
func indexFold(s, needle string) int {
	first, second := needle[0]|0x20, needle[1]|0x20
	for i := 0; i+len(needle) <= len(s); i++ {
		if s[i]|0x20 == first && s[i+1]|0x20 == second && strings.EqualFold(s[i:i+len(needle)], needle) {
			return i
		}
	}
	return -1
}

// oneLine returns the words of s with single blanks between them. Most texts are so already.
func oneLine(s string) string {
	for i := range len(s) {
		c := s[i]
		if c > ' ' && c < utf8.RuneSelf || c == ' ' && i > 0 && s[i-1] != ' ' && i+1 < len(s) {
			continue
		}
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}

// wordSet returns the words of a list as a set.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// squeeze returns the letters of s as capitals.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToUpper(r)
		}
		return -1
	}, s)
}

// wordSpans returns the spans of the first words of s, at most limit.
func wordSpans(s string, limit int) []model.Span {
	var out []model.Span
	for i := 0; i < len(s) && len(out) < limit; {
		if s[i] == ' ' || s[i] == '\t' {
			i++
			continue
		}
		start := i
		for i < len(s) && s[i] != ' ' && s[i] != '\t' {
			i++
		}
		out = append(out, model.Span{Start: start, End: i})
	}
	return out
}
