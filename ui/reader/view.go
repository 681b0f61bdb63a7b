package reader

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"reftel/model"
	"reftel/model/excerpt"
	"reftel/ui/render"
	"reftel/ui/theme"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// LostSign stands behind a paragraph whose end is lost. It is no word: nobody can take it for the
// source.
const LostSign = " □□"

// barSign stands beside the paragraph that was jumped to.
const barSign = "▌"

// Signs of what the notebook has, beside the first row of its block.
const (
	NotedSign = "*"
	MarkSign  = "'"
)

// View draws the pane: a title row and the text, exactly the size it was given.
func (r *Reader) View() string {
	rows := make([]string, 0, r.height)
	if r.titled {
		rows = append(rows, r.theme.Own(r.title()))
	}
	if r.doc == nil {
		rows = append(rows, r.empty()...)
	} else {
		p := r.top
		for len(rows) < r.height {
			rows = append(rows, r.draw(r.doc.rows(p.item)[p.row]))
			q := r.doc.forward(p, 1)
			if q == p {
				break
			}
			p = q
		}
	}
	blank := strings.Repeat(" ", max(0, r.width))
	for len(rows) < r.height {
		rows = append(rows, blank)
	}
	return strings.Join(rows[:max(0, r.height)], "\n")
}

// title says which cable is read and where in it.
func (r *Reader) title() string {
	style := r.theme.PaneTitle
	if r.focused {
		style = r.theme.PaneTitleFocused
	}
	name, about, place := " Reader", "", ""
	if r.cable != nil {
		name = " " + visible.Line(r.cable.ID.String())
		if r.cable.ID.IsZero() {
			name = " Cable without an id"
		}
		about, _ = r.cable.Title()
		about = "  " + visible.Line(excerpt.OneLine(about))
		if r.sourceOf != nil {
			about = "  source"
			place = fmt.Sprintf("line %d of %d ", r.anchor.item+1, len(r.doc.items))
		} else {
			place = r.place()
		}
	}
	room := max(0, r.width-ansi.StringWidth(place))
	name = render.Truncate(name, room)
	about = render.Pad(render.Truncate(about, max(0, room-ansi.StringWidth(name)-2)), room-ansi.StringWidth(name))
	return style.Render(name) + r.theme.Dim.Render(about+render.Truncate(place, r.width))
}

// place names the paragraph that is read: the one jumped to, else the one at the top.
func (r *Reader) place() string {
	if n, last := r.Place(); n > 0 {
		return fmt.Sprintf("¶ %d of %d ", n, last)
	}
	return ""
}

// empty fills the pane when there is no cable to show.
func (r *Reader) empty() []string {
	out := make([]string, 0, r.height)
	for range max(0, r.height/3) {
		out = append(out, strings.Repeat(" ", r.width))
	}
	return append(out, r.theme.Dim.Render(render.Pad(center("No cable is open.", r.width), r.width)))
}

func center(s string, width int) string {
	return strings.Repeat(" ", max(0, (width-ansi.StringWidth(s))/2)) + s
}

// draw colours a row and fills it to the width of the pane.
func (r *Reader) draw(w row) string {
	g, it := r.doc.geo, r.doc.items[w.item]
	left := strings.Repeat(" ", g.left)
	switch {
	case it.kind == cardTitle:
		return r.fill(left + " " + r.cardTitle(w, g.wide()))
	case it.kind == cardEnd, it.kind == textEnd && w.last:
		return r.fill(left + " " + r.theme.CardBorder.Render(strings.Repeat(r.theme.Own("─"), g.wide())))
	}
	var b strings.Builder
	b.WriteString(left)
	if w.wide {
		b.WriteString(r.bar(w, it))
	} else {
		b.WriteString(r.margin(w, it))
	}
	b.WriteString(strings.Repeat(" ", w.indent))
	base := r.base(it)
	for _, p := range w.parts {
		if p.lead != "" {
			b.WriteString(r.leadStyle(w, it).Render(p.lead))
		}
		var d []render.Decoration
		if p.block >= 0 {
			d = r.paint(p.block)
		}
		line := p.line
		if r.theme.ASCII {
			line = line.Mapped(theme.ASCII)
		}
		b.WriteString(line.Styled(base, d))
		if p.block >= 0 && r.endsHere(p) {
			b.WriteString(r.theme.Loss.Render(r.theme.Own(LostSign)))
		}
	}
	return r.fill(b.String())
}

// endsHere reports whether a part is the last of a block whose end is lost.
func (r *Reader) endsHere(p part) bool {
	b := &r.cable.Blocks[p.block]
	return b.EndLost && p.line.Span().End == len(b.Text)
}

// fill cuts or fills a row to the width of the pane.
func (r *Reader) fill(s string) string {
	w := ansi.StringWidth(s)
	if w > r.width {
		return ansi.Truncate(s, r.width, "")
	}
	return s + strings.Repeat(" ", r.width-w)
}

// cardTitle is the first line of the card: the id at the left, the classification at the right; in a
// narrow pane it has the row below to itself.
func (r *Reader) cardTitle(w row, width int) string {
	id := idOf(r.cable)
	level := visible.Line(words.Classification(r.cable))
	style := r.theme.Level[r.cable.Classification]
	switch {
	case w.wide:
		return style.Render(r.doc.cut(level, width))
	case !r.doc.titleFits():
		return r.theme.Title.Render(r.doc.cut(id, width))
	}
	gap := max(1, width-ansi.StringWidth(id)-ansi.StringWidth(level))
	return r.theme.Title.Render(id) + strings.Repeat(" ", gap) + style.Render(level)
}

func idOf(c *model.Cable) string {
	if c.ID.IsZero() {
		return "no id"
	}
	return visible.Line(c.ID.String())
}

// bar draws the first column: a bar beside the block that was jumped to, and signs of what was kept.
func (r *Reader) bar(w row, it item) string {
	if sign := r.kept[it.block]; sign != "" && it.block >= 0 && w.first {
		return r.theme.Gutter.Render(sign)
	}
	if r.focus != nil && it.block == r.focus.Block && w.shown() {
		return r.theme.Gutter.Render(r.theme.Own(barSign))
	}
	return " "
}

// margin draws the columns left of the text.
func (r *Reader) margin(w row, it item) string {
	g := r.doc.geo
	if g.margin == 0 {
		return ""
	}
	bar := r.bar(w, it)
	room := g.margin - 1
	m := w.margin
	switch {
	case m.empty():
		return bar + strings.Repeat(" ", room)
	case m.label:
		return bar + r.theme.HeaderLabel.Render(render.Pad(m.sign, room))
	case m.sign != "":
		return bar + r.flushRight(m.sign, room, r.theme.PageSign)
	case m.wrapped:
		return bar + r.flushRight(m.marking, room, r.theme.Marking[m.level])
	}
	number := render.Pad(strings.Repeat(" ", max(0, g.numberRoom()-render.Width(m.number)))+m.number, g.numberRoom())
	marking := render.Pad(m.marking, room-g.numberRoom()-1)
	return bar + r.theme.ParaNumber.Render(number) + " " + r.theme.Marking[m.level].Render(marking)
}

// flushRight sets words against the text, one blank between.
func (r *Reader) flushRight(words string, room int, style lipgloss.Style) string {
	words = r.doc.cut(words, max(0, room-1))
	return strings.Repeat(" ", max(0, room-1-render.Width(words))) + style.Render(words) + " "
}

// leadStyle is the style of what stands in front of a part of a row.
func (r *Reader) leadStyle(w row, it item) lipgloss.Style {
	switch {
	case w.sign != "":
		return r.theme.PageSign
	case it.kind == attributes:
		return r.theme.Faint
	}
	return r.theme.Dim
}

// base is the style of an item's text where no mark stands.
func (r *Reader) base(it item) lipgloss.Style {
	t := r.theme
	switch it.kind {
	case subject:
		return t.Title
	case heading:
		return t.Heading
	case cardMeta, cardMeaning, attributes:
		return t.Dim
	case flow:
		return t.Faint
	case field:
		return t.HeaderValue
	case closing:
		if r.cable.Blocks[it.block].Kind == model.Trailer {
			return t.Dim
		}
	case rule:
		return t.Faint
	case note:
		return t.Dim
	}
	return t.Text
}
