package reader

import (
	"slices"
	"strconv"
	"strings"

	"reftel/model"
	"reftel/ui/render"
	"reftel/ui/theme"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// row is one line of the reader before it is coloured.
type row struct {
	item   int  // index in doc.items
	first  bool // of the item's rows that show something
	last   bool // of the item's rows
	wide   bool // begins where the margin does
	margin marginText
	indent int
	parts  []part
	sign   string // the row is nothing but this sign (see doc.ownRow)
}

// part is a stretch of one block in a row; only in a flow does a row have several.
type part struct {
	block int    // index in Cable.Blocks, -1 where the words are reftel's
	lead  string // stands before the text: a letter, a bullet, a label, the dot of a flow
	line  render.Line
}

// shown reports whether the row shows anything of the source or of reftel's words.
func (r row) shown() bool { return len(r.parts) > 0 }

// doc is a cable laid out at one width. Items are laid out when they are first shown, so that a
// cable of a thousand paragraphs opens as fast as one of ten.
type doc struct {
	cable  *model.Cable
	items  []item
	geo    geometry
	render *render.Renderer
	laid   map[int][]row
	marks  map[int][]model.Mark // by block
	ascii  bool                 // signs are drawn in ASCII
}

func newDoc(c *model.Cable, d words.Dates, g geometry, r *render.Renderer, ascii bool) *doc {
	return &doc{cable: c, items: itemsOf(c, d), geo: g, render: r, laid: map[int][]row{}, ascii: ascii}
}

// rows returns the rows of item i, blank rows above it included.
func (d *doc) rows(i int) []row {
	if rows, ok := d.laid[i]; ok {
		return rows
	}
	it := d.items[i]
	rows := append(make([]row, it.gap, it.gap+8), d.lay(it)...)
	for k := range rows {
		rows[k].item = i
	}
	rows[min(it.gap, len(rows)-1)].first = true
	rows[len(rows)-1].last = true
	d.laid[i] = rows
	return rows
}

func (d *doc) lay(it item) []row {
	switch it.kind {
	case cardTitle:
		if d.titleFits() {
			return []row{{}}
		}
		return []row{{}, {wide: true}} // the classification below the id
	case cardEnd, textEnd, ending:
		return []row{{}}
	case cardMeta:
		return widened(d.plain(it.text, d.geo.wide()))
	case cardMeaning:
		return d.plain(it.text, d.geo.measure)
	case subject: // its place says what it is: no label
		return d.withSigns(widened(d.broken(it.block, d.cable.Blocks[it.block].Text, d.geo.wide(), false)), it.block)
	case sourceLine:
		return d.broken(-1, it.text, d.geo.measure, true)
	case flow:
		return d.signsOf(d.flow(it.blocks), it.blocks)
	case attributes:
		return d.signsOf(d.attributes(it.blocks), it.blocks)
	}
	b := &d.cable.Blocks[it.block]
	switch it.kind {
	case field:
		return d.withSigns(d.field(it.block), it.block)
	case note:
		return d.note(it.block)
	case sub:
		return d.withSigns(d.hanging(it.block), it.block)
	case paragraph, heading:
		return d.withSigns(d.withMargin(d.broken(it.block, b.Text, d.geo.measure, false), it.block), it.block)
	default:
		return d.withSigns(d.withMargin(d.broken(it.block, b.Text, d.geo.measure, inTable(b)), it.block), it.block)
	}
}

// titleFits reports whether id and classification stand in one row.
func (d *doc) titleFits() bool {
	level := visible.Line(words.Classification(d.cable))
	return level == "" || render.Width(idOf(d.cable))+1+render.Width(level) <= d.geo.wide()
}

// broken breaks a text into rows.
func (d *doc) broken(block int, text string, width int, pre bool) []row {
	lines := d.lines(block, text, 0, width, pre)
	rows := make([]row, len(lines))
	for i, l := range lines {
		rows[i].parts = []part{{block: block, line: l}}
	}
	return rows
}

// plain lays out words of reftel's own, which have no tie to the source: rows end at a dot where they can.
func (d *doc) plain(text string, width int) []row {
	var rows []row
	for _, line := range atDots(text, width) {
		for _, r := range d.broken(-1, line, width, false) {
			r.parts[0].line = render.Line{Runs: []render.Run{{Text: r.parts[0].line.String()}}}
			rows = append(rows, r)
		}
	}
	return rows
}

// atDots parts a text after its dots, so that as much as fits stands in each line.
func atDots(text string, width int) []string {
	var lines []string
	for _, piece := range strings.SplitAfter(text, dot) {
		last := len(lines) - 1
		if last >= 0 && render.Width(lines[last]+strings.TrimSuffix(piece, " ")) <= width {
			lines[last] += piece
		} else {
			lines = append(lines, piece)
		}
	}
	for i := range lines {
		lines[i] = strings.TrimSuffix(lines[i], " ")
	}
	return lines
}

// widened lets rows begin where the margin does.
func widened(rows []row) []row {
	for i := range rows {
		rows[i].wide = true
	}
	return rows
}

// withMargin sets number and portion marking beside the rows, or in front of the first where the
// pane is narrow. A lead that is more than those two is shown in the text as written.
func (d *doc) withMargin(rows []row, block int) []row {
	b := &d.cable.Blocks[block]
	if b.Number == 0 && b.Marking == "" {
		if lead := strings.TrimSpace(b.Lead); lead != "" {
			return d.hang(block, visible.Line(lead), 0)
		}
		return rows
	}
	if d.geo.inline() {
		return d.hang(block, visible.Line(b.Lead), 0)
	}
	number := ""
	if b.Number > 0 {
		number = strconv.Itoa(b.Number)
	}
	for i, m := range d.geo.marginOf(number, model.Marking(visible.Line(string(b.Marking)))) {
		if i >= len(rows) {
			rows = append(rows, row{})
		}
		rows[i].margin = m
	}
	return rows
}

// hanging lays out a sub-paragraph: its letter or bullet, and the text indented beside it.
func (d *doc) hanging(block int) []row {
	lead := visible.Line(strings.TrimSpace(d.cable.Blocks[block].Lead))
	return d.hang(block, lead, min(render.Width(lead)+1, d.geo.measure/4))
}

// hang breaks a block so that its lead fits in front of the first row and the others begin at
// indent.
func (d *doc) hang(block int, lead string, indent int) []row {
	text := d.cable.Blocks[block].Text
	if lead == "" {
		return d.broken(block, text, d.geo.measure, false)
	}
	width := render.Width(lead) + 1
	var rows []row
	if width > d.geo.measure/2 { // the lead has rows of its own
		for _, some := range breakWord(lead, d.geo.measure) {
			rows = append(rows, row{parts: []part{{block: -1, lead: some}}})
		}
		width = 0
	}
	for i, r := range d.broken(block, text, d.geo.measure-max(indent, width), false) {
		r.indent = indent
		if i == 0 && width > 0 {
			r.parts[0].lead, r.indent = lead+" ", 0
		}
		rows = append(rows, r)
	}
	return rows
}

// signsOf shows the signs of several blocks (see [doc.withSigns]).
func (d *doc) signsOf(rows []row, blocks []int) []row {
	for _, block := range blocks {
		rows = d.withSigns(rows, block)
	}
	return rows
}

// attributes sets what an archive noted of a telegram as a table: names at the left, under each other,
// and what they say beside them.
func (d *doc) attributes(blocks []int) []row {
	const widest = 34
	labels := make([]string, len(blocks))
	column := 0
	for i, block := range blocks {
		labels[i] = visible.Line(strings.TrimSpace(d.cable.Blocks[block].Lead))
		if w := render.Width(labels[i]); w <= min(widest, d.geo.wide()/2) {
			column = max(column, w)
		}
	}
	var rows []row
	for i, block := range blocks {
		label, indent := labels[i], column+2
		if render.Width(label) > column { // a row to itself
			for _, some := range breakWord(label, d.geo.wide()) {
				rows = append(rows, row{parts: []part{{block: -1, lead: some}}})
			}
			label, indent = "", min(2, d.geo.wide()/2)
		}
		for _, r := range d.broken(block, d.cable.Blocks[block].Text, d.geo.wide()-indent, false) {
			r.indent = indent
			if label != "" {
				r.parts[0].lead, r.indent, label = render.Pad(label, indent), 0, ""
			}
			rows = append(rows, r)
		}
	}
	return widened(rows)
}

// note lays out a footnote: its number in the margin where it fits. One without a number that says
// where the document was found is called what it is.
func (d *doc) note(block int) []row {
	b := &d.cable.Blocks[block]
	label := visible.Line(strings.TrimSpace(b.Lead))
	if label == "" && b.Role == model.SourceNoteRole && !d.geo.inline() {
		label = "source"
	}
	if d.geo.inline() || label == "" || render.Width(label) > d.geo.margin-2 {
		return d.withSigns(d.hang(block, label, 0), block)
	}
	rows := d.broken(block, b.Text, d.geo.measure, false)
	rows[0].margin = marginText{sign: label}
	return d.withSigns(rows, block)
}

// field lays out a header block: its label in the margin where it fits, else in front of the
// text. Long lists (addressees, references) flow, so that the text is not pushed off the screen.
func (d *doc) field(block int) []row {
	b := &d.cable.Blocks[block]
	label := visible.Line(strings.TrimSpace(b.Lead))
	beside := !d.geo.inline() && render.Width(label) <= d.geo.margin-2
	switch {
	case b.Role == model.HeadlineNoteRole:
		return d.hanging(block)
	case label != "" && !beside:
		return d.hang(block, label, 0)
	}
	const shortList = 4
	rows := d.broken(block, b.Text, d.geo.measure, false)
	if strings.Count(b.Text, "\n") >= shortList {
		rows = d.flow([]int{block})
		rows[0].parts[0].lead = "" // the label stands in the margin
	}
	rows[0].margin = marginText{sign: label, label: true}
	return rows
}

// dot parts what flows; it is not of the source.
const dot = " · "

// flow sets the lines of blocks one behind the other, with their leads, parted by dots.
func (d *doc) flow(blocks []int) []row {
	dot := dot
	if d.ascii {
		dot = theme.ASCII(dot)
	}
	var rows []row
	var parts []part
	width := 0
	flush := func() {
		if len(parts) > 0 {
			rows = append(rows, row{parts: parts})
		}
		parts, width = nil, 0
	}
	for _, block := range blocks {
		b := &d.cable.Blocks[block]
		start := 0
		for n, text := range strings.Split(b.Text, "\n") {
			lead := ""
			if label := visible.Line(strings.TrimSpace(b.Lead)); n == 0 && label != "" {
				lead = label + " "
			}
			for i, l := range d.lines(block, text, start, d.geo.measure-render.Width(lead), false) {
				p := part{block: block, lead: lead, line: l}
				w := render.Width(lead) + l.Width()
				if i > 0 || (width > 0 && width+len([]rune(dot))+w > d.geo.measure) {
					flush()
				}
				if width > 0 {
					p.lead = dot + p.lead
					w += len([]rune(dot))
				}
				parts, width, lead = append(parts, p), width+w, ""
			}
			start += len(text) + 1
		}
	}
	flush()
	if len(rows) == 0 {
		rows = []row{{parts: []part{{block: -1}}}}
	}
	return rows
}

// shifted returns a line whose runs lie n bytes further on. The renderer keeps its lines, so the
// runs are copied.
func shifted(l render.Line, n int) render.Line {
	if n == 0 {
		return l
	}
	runs := slices.Clone(l.Runs)
	for i := range runs {
		runs[i].At = runs[i].At.Shift(n)
	}
	return render.Line{Runs: runs}
}

// rowAt returns the index of the row that shows a byte of a block's text; the last row of the
// block when none does.
func rowAt(rows []row, block, offset int) int {
	last := 0
	for i := range rows {
		for _, p := range rows[i].parts {
			if p.block != block {
				continue
			}
			for _, run := range p.line.Runs {
				if run.At.Empty() {
					continue
				}
				last = i
				if offset < run.At.End {
					return i
				}
			}
		}
	}
	return last
}
