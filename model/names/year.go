package names

import (
	"cmp"
	"slices"
)

// Years are the years in which some cables have a name.
type Years struct {
	First, Last int // 0: none of the cables has a date
}

// Add takes in the year of a cable; 0: it has no date.
func (y *Years) Add(year int) {
	if year == 0 {
		return
	}
	if y.First == 0 || year < y.First {
		y.First = year
	}
	y.Last = max(y.Last, year)
}

// join takes in the years of other cables.
func (y *Years) join(o Years) {
	y.Add(o.First)
	y.Add(o.Last)
}

// Year is how often a name stands in the cables of one year.
type Year struct {
	Year     int // 0: of cables without a date
	Cables   int
	Mentions int
}

// Tally counts by year how often a name stands in cables; they may come in any order, and one that has the name under
// several keys more than once.
type Tally struct {
	years map[int]*Year
	seen  map[uint32]bool
}

// NewTally returns a tally of nothing.
func NewTally() *Tally { return &Tally{map[int]*Year{}, map[uint32]bool{}} }

// Add takes in so many mentions in a cable, known by its number, of a year; 0: it has no date.
func (t *Tally) Add(cable uint32, year, mentions int) {
	y := t.years[year]
	if y == nil {
		y = &Year{Year: year}
		t.years[year] = y
	}
	y.Mentions += mentions
	if !t.seen[cable] {
		t.seen[cable] = true
		y.Cables++
	}
}

// Years returns what was counted, the first year first.
func (t *Tally) Years() []Year {
	out := make([]Year, 0, len(t.years))
	for _, y := range t.years {
		out = append(out, *y)
	}
	slices.SortFunc(out, func(a, b Year) int { return cmp.Compare(a.Year, b.Year) })
	return out
}
