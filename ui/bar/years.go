package bar

import (
	"strings"

	"reftel/model/names"
)

// Period is a stretch of years and how many cells it is drawn in: each cell stands for the same number of years.
type Period struct{ First, Last, Cells int }

// each is how many years a cell stands for.
func (p Period) each() int { return (p.Last - p.First + p.Cells) / p.Cells }

// Over returns the period from one year to another, drawn in as few cells as hold it, at most so many. Without years there
// is nothing to draw.
func Over(first, last, most int) Period {
	if first == 0 || last < first || most < 1 {
		return Period{}
	}
	p := Period{first, last, most}
	p.Cells = (last-first)/p.each() + 1
	return p
}

// Years draws how often a name stands in the cables of a period, one row high: the highest bar is that of the cell with the
// most mentions. Mentions outside the period and in cables without a date are left out.
func Years(years []names.Year, p Period) string {
	if p.Cells == 0 {
		return ""
	}
	cells, most := make([]int, p.Cells), 0
	for _, y := range years {
		if y.Year < p.First || y.Year > p.Last {
			continue
		}
		cell := (y.Year - p.First) / p.each()
		cells[cell] += y.Mentions
		most = max(most, cells[cell])
	}
	var b strings.Builder
	for _, n := range cells {
		b.WriteString(Upright(min(Eighths(n, most, 1), 7), 0)) // rows of bars stand apart from each other
	}
	return b.String()
}
