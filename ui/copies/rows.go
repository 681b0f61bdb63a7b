package copies

import (
	"strings"

	"charm.land/lipgloss/v2"

	"reftel/model/compare"
	"reftel/ui/render"
	"reftel/ui/words"
)

// A row is a bar, a label, and the copies beside each other or one text of both. Running text isn't set wider than it is
// well read.
const (
	barWidth    = 1
	labelGap    = 2
	ruleWidth   = 3  // the line between the copies
	widestLabel = 18 // cells
	widestText  = 100
	narrowest   = 30 // of a text beside a label; below it stands under the label
	hang        = 2  // of the further rows of a sentence
)

// row is one line of the screen before it is coloured.
type row struct {
	label string
	style lipgloss.Style // of the label
	hang  int            // cells before the text
	cells [2]line        // of one text, the first alone
	base  lipgloss.Style // of the text
	plain bool           // no label and no columns: a sentence, or a blank row
}

// columns reports whether the copies stand side by side. Read out, they are one text.
func (c *Copies) columns() bool { return c.Fits() && !c.folded }

// Fits reports whether they may stand side by side: there is room, and the screen is not read out.
func (c *Copies) Fits() bool { return c.width >= sideBySide && !c.theme.Plain }

// laid is an entry at the present shape.
type laid struct {
	rows []row
	at   map[*compare.Change][2]int // the first and the last row in which a change is seen
}

// rows returns the rows of an entry; none, where its words are shown with another one.
func (c *Copies) rows(i int) []row { return c.lay(i).rows }

// lay lays out an entry, once.
func (c *Copies) lay(i int) laid {
	c.fresh()
	if l, ok := c.laid[i]; ok {
		return l
	}
	e := &c.view().entries[i]
	l := laid{at: map[*compare.Change][2]int{}}
	switch {
	case e.field == nil && e.passage == nil:
		l.rows = c.sentence(e)
	case c.columns():
		l.rows = c.beside(e)
	default:
		l.rows = c.one(e)
	}
	if e.gap && len(l.rows) > 0 {
		l.rows = append([]row{{plain: true}}, l.rows...)
	}
	for k := range l.rows {
		for _, cell := range l.rows[k].cells {
			for _, lit := range cell.lit() {
				if lit.change == nil {
					continue
				}
				at, seen := l.at[lit.change]
				if !seen {
					at[0] = k
				}
				l.at[lit.change] = [2]int{at[0], k}
			}
		}
	}
	c.laid[i] = l
	return l
}

// fresh forgets rows that were laid for another shape.
func (c *Copies) fresh() {
	if now := (shape{c.width, c.theme.ID, c.columns()}); c.laid == nil || now != c.shape {
		c.laid, c.labels, c.shape = map[int]laid{}, c.labelRoom(), now
	}
}

// sentence lays out what is said of the copies.
func (c *Copies) sentence(e *entry) []row {
	t := &text{}
	t.WriteString(c.theme.Own(quoted(e.said)))
	base := c.theme.Text
	if e.quiet {
		base = c.theme.Dim
	}
	var rows []row
	for i, l := range c.lines(t, min(c.width-barWidth, widestText)-hang) {
		r := row{plain: true, base: base, cells: [2]line{l}}
		if i > 0 {
			r.hang = hang
		}
		rows = append(rows, r)
	}
	return rows
}

// labelOf returns the label of an entry, fit for the screen, and its style.
func (c *Copies) labelOf(e *entry) (string, lipgloss.Style) {
	style := c.theme.Marking[e.level]
	if e.field != nil {
		style = c.theme.HeaderLabel
	}
	return harmless(e.label), style
}

// labelRoom is how wide the widest label is, within bounds.
func (c *Copies) labelRoom() int {
	room := 0
	for i := range c.view().entries {
		e := &c.view().entries[i]
		label, _ := c.labelOf(e)
		room = max(room, render.Width(label))
		for _, kind := range e.untold {
			if c.columns() {
				room = max(room, len(kind))
			}
		}
		if room >= widestLabel {
			return widestLabel
		}
	}
	return room
}

// cellRoom is how wide a copy is set beside the other.
func (c *Copies) cellRoom() int {
	return max(1, min((c.width-barWidth-c.room()-labelGap-ruleWidth)/2, widestText))
}

// room is the width of the column of labels.
func (c *Copies) room() int {
	c.fresh()
	return c.labels
}

// beside sets what the copies have side by side, with the kinds of differences that aren't seen below the label.
func (c *Copies) beside(e *entry) []row {
	label, style := c.labelOf(e)
	labels := append([]string{label}, e.untold...)
	var cells [2][]line
	for side := range cells {
		var t *text
		switch {
		case e.field != nil:
			t = c.values(e.field, side)
		case len(e.passage.Blocks[side]) == 0:
			t = &text{}
			t.addIn(c.note("not here"), c.theme.Dim)
		default:
			t = c.passage(c.content.Comparison.Beside(e.passage, side, c.whole))
		}
		cells[side] = c.lines(t, c.cellRoom())
	}
	rows := make([]row, max(len(labels), len(cells[0]), len(cells[1])))
	for i := range rows {
		r := &rows[i]
		r.style = c.theme.Dim
		if i == 0 {
			r.style = style
		}
		if i < len(labels) {
			r.label = labels[i]
		}
		for side := range cells {
			if i < len(cells[side]) {
				r.cells[side] = cells[side][i]
			}
		}
	}
	return rows
}

// one sets both copies as one text, beside its label or, where there is little room, below it.
func (c *Copies) one(e *entry) []row {
	label, style := c.labelOf(e)
	var t *text
	switch {
	case e.field != nil:
		t = c.values(e.field, 0, 1)
	case len(e.passage.Blocks[0]) == 0 && len(e.passage.Changes) == 0:
		return nil // its words stand in another block of the first copy
	default:
		t = c.passage(c.content.Comparison.One(e.passage, c.whole))
	}
	if len(e.untold) > 0 {
		t.WriteString(" ")
		t.addIn(c.note(words.Join(", ", e.untold...)), c.theme.Dim)
	}
	var rows []row
	width := c.width - barWidth - c.room() - labelGap
	indent := 0
	if width < narrowest {
		rows = append(rows, row{label: label, style: style})
		label, indent, width = "", hang, c.width-barWidth-hang
	}
	for _, l := range c.lines(t, min(width, widestText)) {
		rows = append(rows, row{label: label, style: style, hang: indent, cells: [2]line{l}})
		label = ""
	}
	return rows
}

// draw colours a row, exactly as wide as the overlay. A bar stands beside what is selected.
func (c *Copies) draw(r row, barred bool, selected *compare.Change) string {
	styled := func(side int) string {
		if r.cells[side].of == nil {
			return ""
		}
		return r.cells[side].styled(r.base, selected, c.theme.MatchCurrent)
	}
	var b strings.Builder
	if barred {
		b.WriteString(c.theme.Gutter.Render(c.theme.Own(barSign)))
	} else {
		b.WriteString(" ")
	}
	b.WriteString(strings.Repeat(" ", r.hang))
	if !r.plain && r.hang == 0 {
		b.WriteString(r.style.Render(c.theme.Own(render.Pad(r.label, c.room()))))
		b.WriteString(strings.Repeat(" ", labelGap))
	}
	if !r.plain && c.columns() {
		b.WriteString(render.Pad(styled(0), c.cellRoom()) + c.theme.Separator.Render(c.theme.Own(" │ ")) + styled(1))
	} else {
		b.WriteString(styled(0))
	}
	return render.Pad(b.String(), c.width)
}
