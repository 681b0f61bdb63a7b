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
	Mentions int
}

// Tally counts by year how often a name stands in cables, which may come in any order.
type Tally map[int]int

// Add takes in so many mentions in a cable of a year; 0: it has no date.
func (t Tally) Add(year, mentions int) { t[year] += mentions }

// Years returns what was counted, the first year first.
func (t Tally) Years() []Year {
	out := make([]Year, 0, len(t))
	for year, mentions := range t {
		out = append(out, Year{year, mentions})
	}
	slices.SortFunc(out, func(a, b Year) int { return cmp.Compare(a.Year, b.Year) })
	return out
}
