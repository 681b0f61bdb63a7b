package palette

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"reftel/ui/visible"
)

// lit draws the text of a row, the parts that matched in the style of a match, to width cells.
func (p *Palette) lit(r Row, base lipgloss.Style, width int) string {
	var b strings.Builder
	used := 0
	put := func(text string, style lipgloss.Style) {
		text = visible.Line(text)
		if text == "" || used >= width {
			return
		}
		if w := ansi.StringWidth(text); used+w > width {
			text = ansi.Truncate(text, width-used, "…")
		}
		used += ansi.StringWidth(text)
		b.WriteString(style.Render(text))
	}
	at := 0
	for _, s := range r.Spans {
		if s.Start < at || s.End > len(r.Text) {
			continue
		}
		put(r.Text[at:s.Start], base)
		put(r.Text[s.Start:s.End], p.theme.Match)
		at = s.End
	}
	put(r.Text[at:], base)
	put(strings.Repeat(" ", max(0, width-used)), base)
	return b.String()
}
