package parser

import "strings"

// The words of a REF list: numbers, words, marks. The scanner also settles the exchange of the
// letter O and the digit zero, which typists made both ways ("O4 CHENNAI 0944", "05 SANTIAG0 465").

type refKind byte

const (
	refWord   refKind = 'w' // letters
	refNumber refKind = 'n' // digits
	refMark   refKind = 'p' // one character of punctuation
)

// refToken is one of them; text is as written except that a word's zeros are O and a number's O zero.
type refToken struct {
	kind       refKind
	text       string
	value      int // of a number of at most 9 digits
	start, end int
	glued      bool // no blank before it
	lines      int  // line ends before it
}

// refTokens cuts a text into tokens. White space parts them and is counted only as line ends.
func refTokens(s string) []refToken {
	return appendRefTokens(make([]refToken, 0, min(len(s)/4+2, 64)), s, len(s))
}

// appendRefTokens appends the first tokens of a text, at most that many. Few need no memory if the caller has room.
func appendRefTokens(toks []refToken, s string, most int) []refToken {
	glued, lines := false, 0
	for i := 0; i < len(s) && len(toks) < most; {
		c := s[i]
		switch {
		case c == '\n':
			glued, lines = false, lines+1
			i++
			continue
		case c <= ' ':
			glued = false
			i++
			continue
		}
		t := refToken{kind: refMark, start: i, glued: glued, lines: lines}
		switch {
		case !refSureLetter[c] && refDigitAt(s, i):
			t.kind = refNumber
			for i < len(s) && refDigitAt(s, i) {
				i++
			}
			t.text = refSwap(s[t.start:i], 'O', '0')
			t.value = refAtoi(t.text)
		case refLetterAt(s, i):
			t.kind = refWord
			for i < len(s) && (refSureLetter[s[i]] || refLetterAt(s, i) && !refDigitAt(s, i)) {
				i++
			}
			t.text = refSwap(s[t.start:i], '0', 'O')
		case c == '{': // brackets of all kinds dress bullets
			i++
			t.text = "("
		case c == '}':
			i++
			t.text = ")"
		default:
			i++
			for i < len(s) && s[i]&0xC0 == 0x80 { // the rest of a character of several bytes
				i++
			}
			t.text = s[t.start:i]
		}
		t.end = i
		toks = append(toks, t)
		glued, lines = true, 0
	}
	return toks
}

// refSureLetter are the letters that stand for no digit: all but O.
var refSureLetter = bytesOf("abcdefghijklmnpqrstuvwxyzABCDEFGHIJKLMNPQRSTUVWXYZ")

// refDigitAt reports whether s[i] is a digit, or a letter O that stands for a zero: one that touches
// a digit and no other letter.
func refDigitAt(s string, i int) bool {
	switch c := s[i]; {
	case c == '0':
		return !refZeroIsLetter(s, i)
	case isDigit(c):
		return true
	case c == 'O' || c == 'o':
		before := i > 0 && isDigit(s[i-1])
		after := i+1 < len(s) && isDigit(s[i+1]) && !refZeroIsLetter(s, i+1)
		letterBefore := i > 0 && isLetter(s[i-1])
		letterAfter := i+1 < len(s) && isLetter(s[i+1])
		return (before || after) && !letterBefore && !letterAfter
	}
	return false
}

// refLetterAt reports whether s[i] belongs to a word: a letter, a zero inside one, an accented letter.
func refLetterAt(s string, i int) bool {
	return isLetter(s[i]) || s[i] == '0' && refZeroIsLetter(s, i) ||
		s[i] == 0xC3 || s[i]&0xC0 == 0x80 && i > 0 && s[i-1] == 0xC3
}

// refZeroIsLetter reports whether the zero at s[i] stands for the letter O: alone among letters, as
// in COTON0U, 0TTAWA, SANTIAG0.
func refZeroIsLetter(s string, i int) bool {
	before, after := 0, 0
	for j := i - 1; j >= 0 && isLetter(s[j]) && before < 3; j-- {
		before++
	}
	for j := i + 1; j < len(s) && isLetter(s[j]) && after < 3; j++ {
		after++
	}
	if i > 0 && isDigit(s[i-1]) || i+1 < len(s) && isDigit(s[i+1]) {
		return false
	}
	return before > 0 && after > 0 || before >= 3 || after >= 3
}

func refSwap(s string, from, to byte) string {
	if strings.IndexByte(s, from) < 0 && (from != 'O' || strings.IndexByte(s, 'o') < 0) {
		return s
	}
	b := []byte(s)
	for i, c := range b {
		if c == from || from == 'O' && c == 'o' {
			b[i] = to
		}
	}
	return string(b)
}

// refAtoi returns the value of a string of digits, -1 when it has more than nine.
func refAtoi(s string) int {
	if len(s) > 9 {
		return -1
	}
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
