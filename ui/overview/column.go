package overview

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"reftel/model"
	"reftel/model/library"
	"reftel/ui/bar"
	"reftel/ui/render"
	"reftel/ui/theme"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// column is the values of one kind.
type column struct {
	title       string
	none        string // said where there are none
	rows        []row
	code, words int // cells of the widest code, and of the widest words
	most        int // cables of a row
	cursor, top int
}

// row is one value. What it says is fit for the screen.
type row struct {
	code, words string // PREL, External political relations
	level       model.Level
	cables      int
	query       string
}

const (
	codeMost   = 5 // cells of a code, where words stand behind it
	wordsLeast = 8 // cells of words, which else are left out
)

func rowsOf(counts []library.Count) (out []row) {
	for _, c := range counts {
		out = append(out, row{code: visible.Line(c.Value), cables: c.Cables, query: c.Query})
	}
	return out
}

func tagRows(counts []library.Count) []row {
	rows := rowsOf(counts)
	for i, c := range counts {
		rows[i].words = words.TagMeaning(c.Meaning)
	}
	return rows
}

func levelRows(counts []library.Count) []row {
	rows := rowsOf(counts)
	for i := range counts {
		r := &rows[i]
		if r.level.UnmarshalText([]byte(counts[i].Value)) == nil {
			r.code, r.words = r.level.Letter(), r.code
		}
	}
	return rows
}

// show replaces the rows; the selected value stays selected.
func (c *column) show(rows []row) {
	at := 0
	if c.cursor < len(c.rows) {
		before := c.rows[c.cursor]
		at = max(0, slices.IndexFunc(rows, func(r row) bool { return r.query == before.query && r.code == before.code }))
	}
	c.rows, c.cursor, c.code, c.words, c.most = rows, at, 0, 0, 0
	for _, r := range rows {
		c.code, c.words = max(c.code, render.Width(r.code)), max(c.words, render.Width(r.words))
		c.most = max(c.most, r.cables)
	}
	if c.words > 0 {
		c.code = min(c.code, codeMost)
	}
}

// scroll brings the selected row into a room of so many rows.
func (c *column) scroll(room int) {
	c.top = min(max(0, c.top), max(0, len(c.rows)-room))
	c.top = max(min(c.top, c.cursor), c.cursor-room+1)
}

// measure is how the cells of a column's rows are divided.
type measure struct{ label, bar, count, percent int }

// measure divides a width among label, bar, count and percentage. Where there is little room the percentage goes, then
// the bar.
func (c *column) measure(width int) measure {
	const percentFrom, percentCells, barLeast = 30, len(" 100%"), 5
	m := measure{count: len(words.Number(c.most))}
	free := width - 1 - 1 - m.count // a sign before the label, a blank before the count
	if width >= percentFrom {
		m.percent = percentCells
		free -= percentCells
	}
	wide := c.code
	if c.words > 0 {
		wide += 1 + c.words
	}
	if m.label = min(wide, max(free*2/3, c.code)); m.label < c.code+1+wordsLeast {
		m.label = min(m.label, c.code)
	}
	if m.bar = free - m.label - 1; m.bar < barLeast {
		m.label, m.bar = max(0, free), 0
	}
	return m
}

// draw draws a column with its title, exactly the size given. Of those cables there are so many in all.
func (c *column) draw(t *theme.Theme, width, height, all int, focused bool) []string {
	rows := []string{c.heading(t, width, height-1, focused)}
	if len(c.rows) == 0 {
		rows = append(rows, render.Pad(" "+t.Dim.Render(c.none), width))
	}
	m := c.measure(width)
	for i := c.top; i < len(c.rows) && len(rows) < height; i++ {
		rows = append(rows, render.Pad(c.row(t, i, m, all, focused && i == c.cursor), width))
	}
	for len(rows) < height {
		rows = append(rows, strings.Repeat(" ", width))
	}
	return rows
}

// heading names the column, says how many values it has, and whether there are more than are seen.
func (c *column) heading(t *theme.Theme, width, room int, focused bool) string {
	style := t.PaneTitle
	if focused {
		style = t.PaneTitleFocused
	}
	more := ""
	if c.top > 0 {
		more += "↑"
	}
	if c.top+room < len(c.rows) {
		more += "↓"
	}
	if render.Width(more) > width {
		more = ""
	}
	count := ""
	if n := len(c.rows); n >= Most {
		count = " " + words.Number(n) + " and more"
	} else if n > 0 {
		count = " " + words.Number(n)
	}
	left := render.Pad(" "+style.Render(c.title)+t.Dim.Render(count), width-render.Width(more))
	return left + t.Dim.Render(more)
}

// row draws one value: a sign, the label, the bar, how many cables, and how many of a hundred.
func (c *column) row(t *theme.Theme, i int, m measure, all int, selected bool) string {
	r := c.rows[i]
	sign, label, dim, fill := " ", t.Text, t.Dim, t.Bar
	if r.level != model.LevelUnknown {
		label, fill = t.Level[r.level], t.Level[r.level]
	}
	if selected {
		sign, label, dim, fill = t.Gutter.Render("▌"), label.Inherit(t.Selected), dim.Inherit(t.Selected), t.BarLit
	}
	b := sign + c.label(r, m.label, label, dim)
	if m.bar > 0 && !t.Plain {
		b += " " + fill.Render(render.Pad(bar.Across(r.cables, c.most, m.bar), m.bar))
	}
	b += fmt.Sprintf(" %*s", m.count, words.Number(r.cables))
	if m.percent > 0 {
		b += t.Dim.Render(fmt.Sprintf("%*s", m.percent, percent(r.cables, all)))
	}
	return b
}

// label draws code and words in exactly so many cells.
func (c *column) label(r row, width int, style, dim lipgloss.Style) string {
	room := width - c.code - 1
	if r.words == "" || room <= 0 {
		return style.Render(render.Pad(r.code, width))
	}
	if render.Width(r.code) > c.code { // a phrase that stands for a code
		return style.Render(render.Pad(r.code+" "+r.words, width))
	}
	return style.Render(render.Pad(r.code, c.code)) + dim.Render(" "+render.Pad(r.words, room))
}

// percent says how many of a hundred: 12%, <1%.
func percent(n, of int) string {
	switch {
	case of == 0:
		return ""
	case n*200 < of:
		return "<1%"
	}
	return fmt.Sprintf("%d%%", (n*200+of)/(2*of))
}
