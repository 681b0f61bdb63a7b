package reader

import (
	"charm.land/lipgloss/v2"

	"reftel/model"
	"reftel/ui/render"
)

// paint returns the decorations of a block, the most important last: they win.
func (r *Reader) paint(block int) []render.Decoration {
	if d, ok := r.painted[block]; ok {
		return d
	}
	t := r.theme
	var out []render.Decoration
	add := func(s model.Span, style lipgloss.Style) {
		if !s.Empty() {
			out = append(out, render.Decoration{Span: s, Style: style})
		}
	}
	for i := range r.cable.Names {
		for _, m := range r.cable.Names[i].Mentions {
			if m.Block == block {
				add(m.Span, t.Name)
			}
		}
	}
	if r.listed != nil {
		for _, s := range r.listed(r.cable.Blocks[block].Text) {
			add(s, t.NameListed)
		}
	}
	for _, m := range r.cable.Marks {
		if m.Block != block {
			continue
		}
		if m.Kind == model.NoteSign && m.Span.Empty() { // lights the sign that was put in there
			out = append(out, render.Decoration{Span: m.Span, Style: t.NoteSign})
		} else if style, ok := t.Mark(m.Kind, r.state(m)); ok {
			add(m.Span, style)
		}
	}
	if r.chosen != nil {
		for _, m := range r.chosen.Mentions {
			if m.Block == block {
				add(m.Span, t.NameChosen)
			}
		}
	}
	if r.found != nil && r.search.needle == "" {
		for _, s := range r.found(r.cable.Blocks[block].Text) {
			add(s, t.Match)
		}
	}
	for _, s := range r.search.blockHits(block) {
		add(s, t.Match)
	}
	if f := r.focus; f != nil && f.Block == block {
		if f.Mark != nil && f.Mark.Kind == model.NoteSign {
			out = append(out, render.Decoration{Span: f.Span, Style: t.MatchCurrent})
		} else {
			add(f.Span, t.MatchCurrent)
		}
	}
	if r.painted == nil {
		r.painted = map[int][]render.Decoration{}
	}
	r.painted[block] = out
	return out
}
