package palette

import (
	"strings"

	"reftel/model"
	"reftel/model/names"
	"reftel/ui/bar"
)

// yearsCells is how many cells the bars of a name's years take at most.
const yearsCells = 12

// onScreen returns the rows that are on the screen.
func (p *Palette) onScreen() []Row { return p.rows[p.top:min(len(p.rows), p.top+p.body())] }

// period is that of all names on the screen: their bars stand below each other.
func (p *Palette) period() bar.Period {
	var of names.Years
	for _, r := range p.onScreen() {
		if r.Name != nil {
			of.Add(r.Name.Years.First)
			of.Add(r.Name.Years.Last)
		}
	}
	return bar.Over(of.First, of.Last, yearsCells)
}

// yearsBar draws how often a name stands in the years of a period: blank while that isn't known.
func yearsBar(r Row, over bar.Period) string {
	if r.Years == nil {
		return strings.Repeat(" ", over.Cells)
	}
	return bar.Years(r.Years, over)
}

// Dateless returns the names on the screen of whose years nothing is known yet.
func (p *Palette) Dateless() (out []names.Entry) {
	for _, r := range p.onScreen() {
		if r.Name != nil && r.Years == nil {
			out = append(out, *r.Name)
		}
	}
	return out
}

// SetYears says how often names stand in the cables of each year.
func (p *Palette) SetYears(of []names.Entry, years [][]names.Year) {
	known := map[nameKey][]names.Year{}
	for i := range of {
		known[keyOf(&of[i])] = years[i]
	}
	setYears(p.rows, known)
}

// nameKey is what tells the names of a library apart: none has the kind, the name and the number of mentions of another.
type nameKey struct {
	kind     model.NameKind
	name     string
	mentions int
}

func keyOf(e *names.Entry) nameKey { return nameKey{e.Kind, e.Name, e.Mentions} }

func setYears(rows []Row, known map[nameKey][]names.Year) {
	for i := range rows {
		if r := &rows[i]; r.Name != nil && r.Years == nil {
			r.Years = known[keyOf(r.Name)]
		}
	}
}

// keepYears takes over what was known of the years of names.
func keepYears(rows, before []Row) {
	known := map[nameKey][]names.Year{}
	for _, r := range before {
		if r.Years != nil {
			known[keyOf(r.Name)] = r.Years
		}
	}
	setYears(rows, known)
}
