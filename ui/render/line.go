package render

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"reftel/model"
)

// Line is one row of laid-out text: its runs, drawn one after the other. The white space at which
// the text was broken belongs to no line.
type Line struct {
	Runs []Run
}

// Run is a part of a line.
type Run struct {
	// Text is what is drawn: safe for a terminal, without line ends, tabs and styles.
	Text string
	// At is what it shows: bytes of the text that was laid out. Either Text is these bytes, or a
	// picture of all of them. At is empty for what the layout added (a hanging mark) and in an
	// empty line, and says there where it stands. A picture that is wider than a line stands on
	// several, with the same At.
	At model.Span

	picture bool // Text stands for all of At, though it may be as long
}

// verbatim reports whether the run's bytes are those of the text, one by one.
func (r Run) verbatim() bool { return !r.picture && len(r.Text) == r.At.Len() }

// String returns the line as it is drawn, without styles.
func (l Line) String() string {
	if len(l.Runs) == 1 {
		return l.Runs[0].Text
	}
	var b strings.Builder
	for _, r := range l.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Mapped returns the line with what in it is not the text itself otherwise: pictures of characters and what the layout added.
// The line itself, which others share, stays as it is.
func (l Line) Mapped(picture func(string) string) Line {
	runs := slices.Clone(l.Runs)
	for i, r := range runs {
		if r.At.Empty() || !r.verbatim() {
			runs[i].Text = picture(r.Text)
			runs[i].picture = runs[i].picture || !r.At.Empty()
		}
	}
	return Line{runs}
}

// Width returns the number of cells the line takes.
func (l Line) Width() int { return Width(l.String()) }

// Span returns the bytes of the text from the first to the last that the line shows.
func (l Line) Span() model.Span {
	if len(l.Runs) == 0 {
		return model.Span{}
	}
	return model.Span{Start: l.Runs[0].At.Start, End: l.Runs[len(l.Runs)-1].At.End}
}

// Decoration lights a span of the text that was laid out.
type Decoration struct {
	Span  model.Span
	Style lipgloss.Style
}

// Width returns the number of cells a string, which may hold styles, takes.
func Width(s string) int {
	if isPrintableASCII(s) {
		return len(s)
	}
	return ansi.StringWidth(s)
}

// isPrintableASCII reports whether each byte of s is one cell. Most strings of a screen are so, and
// the library looks for clusters in them all the same.
func isPrintableASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// Truncate cuts a visible string, which may hold styles, to at most width cells, the last of which
// is then an ellipsis. A width below 1 gives "".
func Truncate(s string, width int) string {
	if width < 1 {
		return ""
	}
	if isPrintableASCII(s) {
		if len(s) <= width {
			return s
		}
		return s[:width-1] + "…"
	}
	return ansi.Truncate(s, width, "…")
}

// Pad cuts a visible string, which may hold styles, with an ellipsis or fills it with blanks up to
// exactly width cells.
func Pad(s string, width int) string {
	s = Truncate(s, width)
	if missing := width - Width(s); missing > 0 {
		s += strings.Repeat(" ", missing)
	}
	return s
}
