package cli

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"reftel/model/compare"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// sideBySide is the width of a terminal from which copies stand side by side.
const sideBySide = 100

// printDiff prints how two copies differ.
func (t *tool) printDiff(p *printer, c *compare.Comparison, nameA, nameB string, l look) {
	if t.flags.json {
		p.json(newDiffRecord(c))
		return
	}
	d := newDiffText(c, [2]string{nameA, nameB}, t.flags.all, l)
	titled := c.A
	if titled.Subject == "" {
		titled = c.B
	}
	p.raw(l.render(words.Join("  ", quoteLine(id(titled)), quoteLine(title(titled))), l.theme.Title) + "\n")
	for i, name := range d.names {
		about := words.Join(" · ", visible.Line(name), string(d.c.Cable(i).Format), quoteLine(words.Day(d.c.Cable(i))))
		p.raw(l.render([2]string{"- ", "+ "}[i]+about, l.theme.Dim) + "\n")
	}
	p.raw("\n")
	for _, sentence := range words.Copies(c, nameA, nameB) {
		var said passage
		said.add(quoteLine(sentence))
		for _, line := range said.lines(l, t.runningWidth(), 0, 2) {
			p.raw(line + "\n")
		}
	}
	var lines []string
	if t.Width >= sideBySide && !t.flags.inline {
		lines = d.columns(t.Width)
	} else {
		lines = d.lines(t.runningWidth())
	}
	if len(lines) > 0 {
		p.raw("\n")
	}
	for _, line := range lines {
		p.raw(line + "\n")
	}
}

// lines returns what differs as one text, wrapped to a width; 0 leaves the lines whole.
func (d *diffText) lines(width int) []string {
	var entries []labelled
	for _, f := range d.c.Fields {
		entries = append(entries, labelled{f.Name, d.theme.HeaderLabel, d.field(&f)})
	}
	for _, r := range d.rows() {
		if len(r.Blocks[0]) == 0 && len(r.Changes) == 0 {
			continue // its words stand in another block of the first copy
		}
		at, kinds := d.label(&r)
		text := d.inline(&r)
		if kinds != "" {
			text.addIn(spaced(text, note(kinds)), d.theme.Dim)
		}
		entries = append(entries, labelled{quoteLine(at.Label()), d.theme.Marking[at.Marking.Level()], text})
	}
	return setLabelled(entries, width, d.look)
}

// field sets what differs in a field of the header.
func (d *diffText) field(f *compare.Field) *passage {
	var p passage
	for side, values := range [2][]string{f.A, f.B} {
		if len(values) == 0 {
			continue
		}
		if p.text.Len() > 0 {
			p.add(" ")
		}
		p.addIn([2]string{openingFirst, openingSecond}[side]+quoteLine(strings.Join(values, ", "))+closingHit, [2]lipgloss.Style{d.theme.Loss, d.theme.Match}[side])
	}
	return &p
}

// Columns are parted by a line; the label stands before them. None is wider than running text is set.
const (
	columnRule  = " │"
	widestLabel = 18
)

// columns returns what differs in two columns, in a terminal of a width.
func (d *diffText) columns(width int) []string {
	type entry struct {
		labels []string
		style  lipgloss.Style
		cells  [2]*passage
	}
	entries := []entry{{cells: [2]*passage{d.heading(0), d.heading(1)}}}
	for _, f := range d.c.Fields {
		entries = append(entries, entry{[]string{f.Name}, d.theme.HeaderLabel, [2]*passage{d.values(f.A, f.Absent == compare.SideA), d.values(f.B, f.Absent == compare.SideB)}})
	}
	for _, r := range d.rows() {
		at, kinds := d.label(&r)
		e := entry{[]string{quoteLine(at.Label())}, d.theme.Marking[at.Marking.Level()], [2]*passage{d.beside(&r, 0), d.beside(&r, 1)}}
		if kinds != "" {
			e.labels = append(e.labels, strings.Split(kinds, ", ")...)
		}
		entries = append(entries, e)
	}
	wide := 0
	for _, e := range entries {
		for _, s := range e.labels {
			wide = max(wide, min(ansi.StringWidth(s), widestLabel))
		}
	}
	cell := min((width-wide-2-ansi.StringWidth(columnRule)-1)/2, maxWidth)
	var out []string
	for i, e := range entries {
		if i > len(d.c.Fields) { // fields stand close
			out = append(out, d.columnRow("", d.theme.Dim, wide, cell, "", ""))
		}
		left, right := d.cellLines(e.cells[0], cell), d.cellLines(e.cells[1], cell)
		for k := range max(len(left), len(right), len(e.labels)) {
			style := e.style
			if k > 0 {
				style = d.theme.Dim
			}
			out = append(out, d.columnRow(lineAt(e.labels, k), style, wide, cell, lineAt(left, k), lineAt(right, k)))
		}
	}
	return out
}

// columnRow puts a line together.
func (d *diffText) columnRow(label string, style lipgloss.Style, wide, cell int, left, right string) string {
	label = ansi.Truncate(label, wide, "…")
	line := d.render(label, style) + strings.Repeat(" ", wide-ansi.StringWidth(label)+2) +
		left + strings.Repeat(" ", max(0, cell-ansi.StringWidth(left))) + d.render(columnRule, d.theme.Separator)
	if right != "" {
		line += " " + right
	}
	return line
}

// cellLines wraps a passage to a column; a word that is wider is broken.
func (d *diffText) cellLines(p *passage, width int) []string {
	var out []string
	for _, line := range p.lines(d.look, width, 0, 0) {
		out = append(out, strings.Split(lipgloss.Wrap(line, width, ""), "\n")...)
	}
	return out
}

func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// heading names a copy above its column.
func (d *diffText) heading(side int) *passage {
	var p passage
	p.addIn(visible.Line(d.names[side]), d.theme.Heading)
	return &p
}

// values sets the values of a field that one copy has and the other has not.
func (d *diffText) values(values []string, absent bool) *passage {
	if absent {
		return noted("not here", d.look)
	}
	var p passage
	p.add(quoteLine(strings.Join(values, ", ")))
	return &p
}
