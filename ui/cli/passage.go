package cli

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"reftel/model"
	"reftel/ui/theme"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// note returns words of reftel's own for a place inside a cable.
func note(s string) string { return words.Note(s) }

// quote makes words of a source harmless: no control character acts, no bracket looks like reftel's.
func quote(s string) string { return words.Foreign(visible.Text(s)) }

// quoteLine is quote for words that have to stay on one line.
func quoteLine(s string) string {
	return words.Foreign(flat(s))
}

// look is how text for a terminal is dressed; the zero look leaves it plain.
type look struct {
	on    bool
	theme theme.Theme
}

func (l look) render(s string, style lipgloss.Style) string {
	if !l.on || s == "" {
		return s
	}
	return style.Render(s)
}

// passage is a text that is put together from words of the source and notes, with the styles of
// its parts.
type passage struct {
	text  strings.Builder
	parts []part
}

type part struct {
	span  model.Span
	style lipgloss.Style
}

// add appends words that were made harmless.
func (p *passage) add(s string) { p.text.WriteString(s) }

// addIn appends words in a style.
func (p *passage) addIn(s string, style lipgloss.Style) {
	start := p.text.Len()
	p.text.WriteString(s)
	p.parts = append(p.parts, part{model.Span{Start: start, End: p.text.Len()}, style})
}

// append adds another passage behind this one.
func (p *passage) append(o *passage) {
	at := p.text.Len()
	p.text.WriteString(o.text.String())
	for _, part := range o.parts {
		part.span = part.span.Shift(at)
		p.parts = append(p.parts, part)
	}
}

// lines sets the passage in lines, the first one indented by indent cells, the others by hang more.
// A width of 0 means no limit.
func (p *passage) lines(l look, width, indent, hang int) []string {
	text := p.text.String()
	limit := len(text) + 1
	if width > 0 {
		limit = max(1, width-indent)
	}
	var out []string
	for _, s := range wrap(text, limit, hang) {
		margin := strings.Repeat(" ", indent)
		if len(out) > 0 {
			margin += strings.Repeat(" ", hang)
		}
		out = append(out, strings.TrimRight(margin+p.dress(l, text, s), " "))
	}
	return out
}

// dress returns the bytes of a span in the styles of their parts.
func (p *passage) dress(l look, text string, s model.Span) string {
	var out strings.Builder
	at := s.Start
	first, _ := slices.BinarySearchFunc(p.parts, s.Start, func(p part, at int) int { return cmp.Compare(p.span.End, at) })
	for _, part := range p.parts[first:] {
		if part.span.Start >= s.End {
			break
		}
		in := model.Span{Start: max(part.span.Start, at), End: min(part.span.End, s.End)}
		if in.Empty() {
			continue
		}
		out.WriteString(text[at:in.Start])
		out.WriteString(l.render(in.In(text), part.style))
		at = in.End
	}
	out.WriteString(text[at:s.End])
	return out.String()
}
