package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reftel/model"
	"reftel/model/letters"
)

// Find returns every place where the needle stands in the text, from left to right, none
// overlapping, as spans of the original text on rune borders. It is made for search while typing:
//
//   - a needle may begin and end inside a word;
//   - case doesn't count unless the needle has a capital; accents never count;
//   - a blank stands for any run of white space, as lines are broken anywhere;
//   - curly and straight apostrophes, quotation marks, and dashes of any length are the same, and a
//     comma between two letters is an apostrophe too (we,re for we're).
//
// A needle of white space alone, or of none, is found nowhere.
func Find(text, needle string) []model.Span {
	n := newNeedle(needle)
	if n.folded == "" || n.folded == " " {
		return nil
	}
	var out []model.Span
	letters := scanLetter(text, n.lower, n.upper)
	special := -1 // next rune beyond ASCII
	for i := 0; i < len(text); {
		if n.lower != 0 {
			if special < i {
				special = nextNonASCII(text, i)
			}
			if i = min(letters.next(i), special); i == len(text) {
				break
			}
		}
		if end, ok := n.at(text, i); ok {
			out = append(out, model.Span{Start: i, End: end})
			i = end
			continue
		}
		_, _, width := readSign(text, i) // of a run of white space, a match begins with the first blank alone
		i += width
	}
	return out
}

// needle is what [Find] looks for.
type needle struct {
	folded string
	exact  bool // capitals count

	// Every place begins with one of these bytes or beyond ASCII; 0 when any byte may begin it.
	lower, upper byte
}

func newNeedle(written string) needle {
	n := needle{exact: strings.IndexFunc(written, unicode.IsUpper) >= 0}
	var folded []byte
	for i := 0; i < len(written); {
		sign, r, width := readSign(written, i)
		switch {
		case sign == ',' && betweenLetters(written, i):
			folded = append(folded, '\'')
		case sign != 0:
			folded = append(folded, foldASCII(sign, n.exact))
		case !isSilent(r):
			folded = foldRune(folded, r, n.exact)
		}
		i += width
	}
	n.folded = string(folded)
	if n.folded != "" && isWordByte(n.folded[0]) {
		n.lower = n.folded[0]
		n.upper = n.lower
		if !n.exact && n.lower-'a' < 26 {
			n.upper -= 'a' - 'A'
		}
	}
	return n
}

// at reports whether the needle stands at start and where it ends.
func (n *needle) at(text string, start int) (end int, ok bool) {
	if n.folded[0] == ' ' && start > 0 {
		// Only the first blank of a run begins a match, or a long run would be read once for each.
		if r, _ := utf8.DecodeLastRuneInString(text[:start]); unicode.IsSpace(r) {
			return 0, false
		}
	}
	i, k := start, 0
	for k < len(n.folded) {
		if i >= len(text) {
			return 0, false
		}
		sign, r, width := readSign(text, i)
		want := n.folded[k]
		switch {
		case sign == 0 && isSilent(r):
			if i == start { // a match doesn't begin with what can't be seen
				return 0, false
			}
		case sign == 0:
			var buf [foldSize]byte
			letters := foldRune(buf[:0], r, n.exact)
			if len(n.folded)-k < len(letters) || n.folded[k:k+len(letters)] != string(letters) {
				return 0, false
			}
			k += len(letters)
		case foldASCII(sign, n.exact) == want, sign == ',' && want == '\'' && betweenLetters(text, i):
			k++
		default:
			return 0, false
		}
		i += width
	}
	return skipSilent(text, i), true
}

// readSign reads one rune (of white space: the whole run). ASCII, and what is typed as ASCII, comes
// back as sign; of everything else sign is 0 and r the rune.
func readSign(text string, i int) (sign byte, r rune, width int) {
	c := text[i]
	switch {
	case c == '`':
		return '\'', 0, 1
	case c < utf8.RuneSelf && !isSpaceByte(c):
		return c, 0, 1
	}
	r, width = utf8.DecodeRuneInString(text[i:])
	if unicode.IsSpace(r) {
		rest := strings.TrimLeftFunc(text[i:], unicode.IsSpace)
		return ' ', 0, len(text) - i - len(rest)
	}
	if letters.IsApostrophe(r) {
		return '\'', 0, width
	}
	switch r {
	case '“', '”', '„', '‟', '″', '«', '»':
		return '"', 0, width
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-', 0, width
	}
	return 0, r, width
}

func isSpaceByte(c byte) bool { return c == ' ' || c-'\t' < 5 }

// betweenLetters reports whether letters stand right before and right behind the byte at i.
func betweenLetters(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+1:])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}
