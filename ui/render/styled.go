package render

import (
	"image/color"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"reftel/model"
)

// Styled draws the line in the base style, with the decorations that touch it. Later decorations
// win over earlier ones where they say something about the same thing (colour, underline ...), so
// that an underlined reference stays underlined under a search match. A decoration that begins or
// ends inside a character (a letter and its accents) lights all of it. Of styles only colours and
// attributes count, not borders, margins and the like.
func (l Line) Styled(base lipgloss.Style, d []Decoration) string {
	p := painter{base: base, d: d}
	span := l.Span()
	var near []int // decorations that touch the line
	for i := range d {
		if s := d[i].Span; s.Overlaps(span) || s.Empty() && span.Start <= s.Start && s.End <= span.End {
			near = append(near, i)
		}
	}
	for _, r := range l.Runs {
		p.run(r, near)
	}
	p.flush()
	return p.out.String()
}

// painter joins neighbouring pieces with the same decorations, so that a line costs as few
// escape sequences as it can.
type painter struct {
	base    lipgloss.Style
	d       []Decoration
	out     strings.Builder
	pending strings.Builder
	active  []int // decorations of pending
}

// run adds a run of the line, cut where decorations begin and end.
func (p *painter) run(r Run, near []int) {
	if len(near) == 0 {
		p.add(r.Text, nil)
		return
	}
	if r.At.Empty() {
		p.add(r.Text, p.standing(near, r.At))
		return
	}
	if !r.verbatim() {
		p.add(r.Text, p.touching(near, r.At.Start, r.At.End))
		return
	}
	borders := p.borders(r, near)
	for i := 1; i < len(borders); i++ {
		from, to := borders[i-1], borders[i]
		p.add(r.Text[from:to], p.touching(near, r.At.Start+from, r.At.Start+to))
	}
}

// borders returns the offsets in the run's text between which the decorations do not change, from
// 0 to its length. They lie between characters.
func (p *painter) borders(r Run, near []int) []int {
	out := []int{0, len(r.Text)}
	for _, i := range near {
		for _, at := range [2]int{p.d[i].Span.Start - r.At.Start, p.d[i].Span.End - r.At.Start} {
			if 0 < at && at < len(r.Text) {
				out = append(out, at)
			}
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	if len(out) == 2 || isPrintableASCII(r.Text) {
		return out
	}
	return betweenCharacters(out, r.Text)
}

// betweenCharacters moves borders that lie inside a character to both of its ends.
func betweenCharacters(borders []int, text string) []int {
	var out []int
	pos, size := 0, 0
	for _, at := range borders {
		for pos+size <= at && pos+size < len(text) {
			pos += size
			size, _ = cluster(text[pos:])
		}
		if pos < at && at < pos+size {
			out = append(out, pos, pos+size)
			continue
		}
		out = append(out, at)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// touching returns those decorations that touch the bytes from start to end of the text.
func (p *painter) touching(near []int, start, end int) []int {
	var out []int
	for _, i := range near {
		if s := p.d[i].Span; !s.Empty() && s.Start < end && start < s.End {
			out = append(out, i)
		}
	}
	return out
}

// standing returns those decorations of a place that light what was put in there (see [Line.Splice]).
func (p *painter) standing(near []int, at model.Span) []int {
	var out []int
	for _, i := range near {
		if p.d[i].Span == at {
			out = append(out, i)
		}
	}
	return out
}

// add draws text with the decorations.
func (p *painter) add(text string, active []int) {
	if text == "" {
		return
	}
	if !slices.Equal(active, p.active) {
		p.flush()
		p.active = active
	}
	p.pending.WriteString(text)
}

// flush writes what waits to be drawn.
func (p *painter) flush() {
	if p.pending.Len() == 0 {
		return
	}
	style := p.base
	for _, i := range p.active {
		style = p.d[i].Style.Inherit(style)
	}
	p.out.WriteString(attributes(style).Styled(p.pending.String()))
	p.pending.Reset()
}

// attributes returns what a style says about characters. Lip Gloss itself draws underlined text
// one character at a time, with two escape sequences for each.
func attributes(s lipgloss.Style) ansi.Style {
	out := make(ansi.Style, 0, 8)
	if s.GetBold() {
		out = out.Bold()
	}
	if s.GetFaint() {
		out = out.Faint()
	}
	if s.GetItalic() {
		out = out.Italic(true)
	}
	if s.GetUnderline() {
		out = out.UnderlineStyle(s.GetUnderlineStyle())
	}
	if s.GetBlink() {
		out = out.Blink(true)
	}
	if s.GetReverse() {
		out = out.Reverse(true)
	}
	if s.GetStrikethrough() {
		out = out.Strikethrough(true)
	}
	if c := s.GetForeground(); isColor(c) {
		out = out.ForegroundColor(c)
	}
	if c := s.GetBackground(); isColor(c) {
		out = out.BackgroundColor(c)
	}
	if c := s.GetUnderlineColor(); isColor(c) {
		out = out.UnderlineColor(c)
	}
	return out
}

// isColor reports whether a style sets the colour.
func isColor(c color.Color) bool {
	_, none := c.(lipgloss.NoColor)
	return c != nil && !none
}
