package frame

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

const (
	reset  = "\x1b[m"
	spaces = "                                                                "
)

// fit cuts or fills up a line that is have cells wide to exactly width cells. Of a wide character
// that does not fit, a blank is left.
func fit(line string, have, width int) string {
	if have == width {
		return line
	}
	// The library counts a letter and the selector that widens it as one cell when it cuts, and as
	// two when it measures: cut again until the measure is kept.
	for cut := width; have > width && cut >= 0; cut-- {
		line = ansi.Truncate(line, cut, "")
		have = ansi.StringWidth(line)
	}
	if have > width {
		line, have = "", 0
	}
	var b strings.Builder
	b.WriteString(line)
	if have < width {
		keepApart(&b, line, spaces)
		blanks(&b, width-have)
	}
	return b.String()
}

// cutRight returns the first cells of a text of width cells; styles that begin behind them stay, so
// that what was open is closed.
func cutRight(text string, width, cells int) string { return fit(text, width, cells) }

// cutLeft returns a text of width cells without its first ones; styles that began in them stay. Of
// a wide character that is cut in half, a blank is left.
func cutLeft(text string, width, cells int) string {
	if cells <= 0 {
		return text
	}
	want := width - cells
	for {
		rest := ansi.TruncateLeft(text, cells, "")
		have := ansi.StringWidth(rest)
		if have <= want || cells >= width {
			var b strings.Builder
			blanks(&b, want-have)
			if have < want {
				keepApart(&b, spaces, rest)
			}
			b.WriteString(rest)
			return b.String()
		}
		cells++ // a wide character stands on the border: leave it out
	}
}

// keepApart writes a reset between two texts where their characters could melt into one (an accent
// and its letter, the halves of a flag) and so take another width than they do apart.
func keepApart(b *strings.Builder, before, after string) {
	if before == "" || after == "" {
		return
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	if !standsAlone(last) || !standsAlone(first) {
		b.WriteString(reset)
	}
}

// standsAlone reports whether a character never melts with another one beside it. It knows those
// that panes are made of; of any other it says no.
func standsAlone(r rune) bool {
	switch {
	case r < 0x300:
		return true
	case 0x2010 <= r && r < 0x2c00: // dashes, ellipsis, arrows, boxes, blocks
		return unicode.IsPunct(r) || unicode.IsSymbol(r)
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// blanks appends n blanks.
func blanks(b *strings.Builder, n int) {
	for ; n > len(spaces); n -= len(spaces) {
		b.WriteString(spaces)
	}
	if n > 0 {
		b.WriteString(spaces[:n])
	}
}
