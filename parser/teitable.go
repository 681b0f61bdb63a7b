package parser

import (
	"unicode/utf8"

	"reftel/model"
)

// teiCellStart is where a cell of a table begins.
type teiCellStart struct {
	row, column int
	from        int // length of the block's text then
}

func (r *teiReader) startRow() {
	r.boundary()
	if r.context.kind != model.Preformatted {
		return
	}
	b := r.block()
	row := 0
	if n := len(b.cells); n > 0 {
		row = b.cells[n-1].row + 1
	}
	b.cells = append(b.cells, teiCellStart{row: row, column: -1, from: len(b.text)})
}

// startCell begins a cell. Inside it all is on one line.
func (r *teiReader) startCell() {
	if b := r.doc.cur; b != nil {
		b.part(cellGap)
		if n := len(b.cells); n > 0 {
			b.cells = append(b.cells, teiCellStart{row: b.cells[n-1].row, column: b.cells[n-1].column + 1, from: len(b.text)})
		}
	}
	r.context.gap = blankGap
}

const (
	widestColumn = 32 // characters; wider cells push the rest of their row to the right
	mostColumns  = 64
)

// alignCells sets the columns of a table under each other, with blanks before its cells.
func (b *teiBlock) alignCells() {
	var widths [mostColumns]int
	for i, cell := range b.cells {
		if cell.column < 0 || cell.column >= mostColumns {
			continue
		}
		s := b.cellSpan(i)
		widths[cell.column] = max(widths[cell.column], min(widestColumn, utf8.RuneCount(b.text[s.Start:s.End])))
	}
	if len(b.cells) == 0 {
		b.seal()
		return
	}
	out := append(make([]byte, 0, 2*len(b.text)), b.text[:b.cells[0].from]...)
	moved := make([]int, len(b.cells)) // how far the cell's text moves
	row, column := -1, 0
	for i, cell := range b.cells {
		s := b.cellSpan(i)
		if s.Empty() {
			moved[i] = len(out) - s.Start
			continue
		}
		if cell.row != row {
			if row, column = cell.row, 0; len(out) > 0 {
				out = append(out, '\n')
			}
		}
		stop := 0
		for k := range min(max(cell.column, 0), mostColumns) {
			stop += widths[k] + len(teiGaps[cellGap])
		}
		blanks := stop - column
		if blanks < len(teiGaps[cellGap]) && column > 0 {
			blanks = len(teiGaps[cellGap])
		}
		for range blanks {
			out = append(out, ' ')
		}
		moved[i] = len(out) - s.Start
		out = append(out, b.text[s.Start:s.End]...)
		column += max(blanks, 0) + utf8.RuneCount(b.text[s.Start:s.End])
	}
	b.move(moved)
	b.text = out
	b.seal()
}

// cellSpan returns where the words of a cell stand: up to the next.
func (b *teiBlock) cellSpan(i int) model.Span {
	end := len(b.text)
	if i+1 < len(b.cells) {
		end = b.cells[i+1].from
	}
	s := model.Span{Start: b.cells[i].from, End: end}
	for s.Start < s.End && scanIsBlank(b.text[s.Start]) {
		s.Start++
	}
	return s
}

// move shifts words, marks and names with the cells that they stand in.
func (b *teiBlock) move(moved []int) {
	cell := -1
	by := func(at int) int {
		for cell+1 < len(b.cells) && b.cells[cell+1].from <= at {
			cell++
		}
		if cell < 0 {
			return 0
		}
		return moved[cell]
	}
	for i := range b.parts {
		b.parts[i].at += by(b.parts[i].at)
	}
	cell = -1
	for i := range b.mentions {
		m := &b.mentions[i]
		m.span = m.span.Shift(by(m.span.Start))
	}
	cell = -1
	for i := range b.marks {
		m := &b.marks[i]
		m.Span = m.Span.Shift(by(max(0, m.Span.Start-1)))
	}
}
