package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// hangingMark begins the rows in which a preformatted line goes on that is wider than the pane.
const hangingMark = "↪ "

// minHanging is the narrowest width at which the hanging mark leaves room for text.
const minHanging = 6

// cluster returns the size in bytes and the width in cells of the first character of s, with all
// that combines with it. A control character that stands for itself has no width.
func cluster(s string) (size, width int) {
	if s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return 1, 1
	}
	c, width := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return len(c), width
}

// isSpace reports whether a character is white space at which a line may be broken. A blank that
// carries an accent is none.
func isSpace(character string) bool {
	r, size := utf8.DecodeRuneInString(character)
	return size == len(character) && unicode.IsSpace(r) && r != '\u00a0'
}

// lineEnd returns the offset of the first line end of text from start on, or the end of text.
func lineEnd(text string, start int) int {
	if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
		return start + n
	}
	return len(text)
}

// wrapWords breaks the visible form into rows of at most width cells: at white space, after
// hyphens, and anywhere in a word that is wider than a row. Blanks at both ends of a row are left
// out. The time it takes is linear in the size of the text.
func wrapWords(text string, width int) []row {
	rows := make([]row, 0, len(text)/width+1)
	for start := 0; ; {
		end := lineEnd(text, start)
		rows = wrapLine(rows, text, start, end, width)
		if end == len(text) {
			return rows
		}
		start = end + 1
	}
}

// wrapLine appends the rows of text[start:end], which holds no line end.
func wrapLine(rows []row, text string, start, end, width int) []row {
	start = end - len(strings.TrimLeftFunc(text[start:end], unicode.IsSpace))
	end = start + len(strings.TrimRightFunc(text[start:end], unicode.IsSpace))
	var (
		used   = 0     // cells of text[start:i]
		broken = start // the row may end here ...
		next   = start // ... and the following one begin there
		before = 0     // cells of text[start:next]
	)
	for i := start; i < end; {
		size, cells := cluster(text[i:end])
		if isSpace(text[i : i+size]) {
			if next != i || broken == start {
				broken = i
			}
			i += size
			used += cells
			next, before = i, used
			continue
		}
		if used+cells > width && i > start {
			if broken == start { // one word fills the row
				broken, next, before = i, i, used
			}
			rows = append(rows, row{start: start, end: broken})
			start, broken, used, before = next, next, used-before, 0
			continue
		}
		i += size
		used += cells
		if text[i-1] == '-' && i < end && text[i] != '-' {
			broken, next, before = i, i, used
		}
	}
	return append(rows, row{start: start, end: end})
}

// wrapHard breaks the visible form into rows of at most width cells without regard to words, and
// keeps every blank but those at the end of a line. Rows in which a line goes on begin with the
// hanging mark where there is room for it.
func wrapHard(text string, width int) []row {
	var rows []row
	for start := 0; ; {
		end := lineEnd(text, start)
		rows = cutLine(rows, text, start, end, width)
		if end == len(text) {
			return rows
		}
		start = end + 1
	}
}

// cutLine appends the rows of the preformatted line text[start:end].
func cutLine(rows []row, text string, start, end, width int) []row {
	end = start + len(strings.TrimRightFunc(text[start:end], unicode.IsSpace))
	lead, room := "", width
	used := 0
	for i := start; i < end; {
		size, cells := cluster(text[i:end])
		if used+cells > room && i > start {
			rows = append(rows, row{start, i, lead})
			start, used = i, 0
			if width >= minHanging {
				lead, room = hangingMark, width-ansi.StringWidth(hangingMark)
			}
			continue
		}
		i += size
		used += cells
	}
	return append(rows, row{start, end, lead})
}
