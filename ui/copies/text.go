package copies

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"reftel/model"
	"reftel/model/compare"
	"reftel/model/excerpt"
	"reftel/ui/render"
	"reftel/ui/theme"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// text is put together from words of the copies and reftel's own. What the terminal would act on is made visible when it
// is laid out.
type text struct {
	strings.Builder
	lit []lit // in order
}

// lit is a part of a text in a style.
type lit struct {
	render.Decoration
	change *compare.Change // that is seen there; nil: none
}

// quoted makes words of a source fit to stand among reftel's own, on one line.
func quoted(s string) string { return words.Foreign(excerpt.OneBlank(s)) }

// harmless makes words of a source fit for a title or a label: nothing lays them out, so all of them is made visible here.
func harmless(s string) string { return visible.Line(words.Foreign(s)) }

// addIn adds words in a style.
func (t *text) addIn(s string, style lipgloss.Style) { t.addChange(s, style, nil) }

// addChange adds words in which a change is seen.
func (t *text) addChange(s string, style lipgloss.Style, ch *compare.Change) {
	start := t.Len()
	t.WriteString(s)
	t.lit = append(t.lit, lit{render.Decoration{Span: model.Span{Start: start, End: t.Len()}, Style: style}, ch})
}

// line is a row of a text that was laid out.
type line struct {
	render.Line
	of *text
}

// lit returns what is lit in the line. It is found quickly: a long text may have thousands of differences.
func (l line) lit() []lit {
	if l.of == nil {
		return nil
	}
	span := l.Span()
	from, _ := slices.BinarySearchFunc(l.of.lit, span.Start+1, func(d lit, at int) int { return cmp.Compare(d.Span.End, at) })
	to, _ := slices.BinarySearchFunc(l.of.lit, span.End, func(d lit, at int) int { return cmp.Compare(d.Span.Start, at) })
	return l.of.lit[from:max(from, to)]
}

// styled draws the line; the words of what is selected are in a style of their own.
func (l line) styled(base lipgloss.Style, selected *compare.Change, current lipgloss.Style) string {
	lit := l.lit()
	d := make([]render.Decoration, len(lit))
	for i := range lit {
		d[i] = lit[i].Decoration
		if selected != nil && lit[i].change == selected {
			d[i].Style = current
		}
	}
	return l.Styled(base, d)
}

// lines breaks a text into lines.
func (c *Copies) lines(t *text, width int) []line {
	lines := c.render.Lay(t.String(), width, false)
	out := make([]line, len(lines))
	for i, l := range lines {
		if c.theme.ASCII {
			l = l.Mapped(theme.ASCII)
		}
		out[i] = line{l, t}
	}
	return out
}

// minus stands before what the first copy has alone, plus before what the second has. A hyphen would let a line end behind
// it.
const (
	minus = "−"
	plus  = "+"
)

// note returns words of reftel's own for a place inside a cable. In ASCII its brackets are doubled: a source may have them.
func (c *Copies) note(said string) string {
	if c.theme.ASCII {
		return "[[" + said + "]]"
	}
	return words.Note(said)
}

// dots stand for words that are left out.
func (c *Copies) dots() string {
	if c.theme.ASCII {
		return "..."
	}
	return "…"
}

// alone puts words that a copy has alone between signs, in one text and where there are no colours.
func (c *Copies) alone(side int, said string) string {
	sign := ""
	switch {
	case !c.columns():
		sign = c.theme.Own([2]string{minus, plus}[side])
	case c.theme.ID != theme.Mono:
		return said
	}
	if c.theme.ASCII {
		return "{{" + sign + said + "}}"
	}
	return words.OpeningHit + sign + said + words.ClosingHit
}

// passage sets pieces of a passage as a text.
func (c *Copies) passage(pieces []compare.Piece) *text {
	t := &text{}
	for _, p := range pieces {
		switch p.Sort {
		case compare.Common:
			t.WriteString(quoted(p.Text))
		case compare.Between:
			t.WriteString(p.Text)
		case compare.Cut:
			t.addIn(c.note(c.dots()), c.theme.Faint)
		case compare.Own:
			t.addChange(c.alone(p.Side, quoted(p.Text)), c.styleOf(p), p.Change)
		case compare.Nothing:
			if p.Change.Kind == compare.Lost {
				t.addChange(c.note("lost"), c.theme.Loss, p.Change)
			} else {
				t.addChange(c.note("not here"), c.theme.Dim, p.Change)
			}
		}
	}
	return t
}

// styleOf returns the style of words that one copy has alone.
func (c *Copies) styleOf(p compare.Piece) lipgloss.Style {
	lacks := p.Change.Lacks == compare.SideA && p.Side == 0 || p.Change.Lacks == compare.SideB && p.Side == 1
	switch {
	case lacks && p.Change.Kind == compare.Redacted:
		return c.theme.Redaction
	case lacks && p.Change.Kind == compare.Omitted:
		return c.theme.Omission
	}
	return c.styleOn(p.Side)
}

// styleOn returns the style of what the copy of a side has alone: in one text they are told apart.
func (c *Copies) styleOn(side int) lipgloss.Style {
	if side == 0 && !c.columns() {
		return c.theme.Loss
	}
	return c.theme.Match
}

// values sets what copies have in a field of the header: one of them, or, in one text, both.
func (c *Copies) values(f *compare.Field, sides ...int) *text {
	t := &text{}
	for _, side := range sides {
		values := f.A
		if side == 1 {
			values = f.B
		}
		switch {
		case len(values) == 0 && len(sides) == 1 && f.Absent == [2]compare.Side{compare.SideA, compare.SideB}[side]:
			t.addIn(c.note("not here"), c.theme.Dim)
			continue
		case len(values) == 0:
			continue
		case t.Len() > 0:
			t.WriteString(" ")
		}
		t.addIn(c.alone(side, quoted(strings.Join(values, ", "))), c.styleOn(side))
	}
	return t
}
