package match

import "sort"

// shortlist keeps the best rows seen, at most limit, and counts all: sorting a hundred thousand
// matches of a single letter to show fifty would cost more than finding them.
type shortlist struct {
	set   *Set
	limit int
	rows  []shortRow // a heap, the worst on top, once there are limit of them
	total int
}

type shortRow struct {
	index, score int
}

func newShortlist(s *Set, limit int) *shortlist { return &shortlist{set: s, limit: max(limit, 0)} }

// better reports whether a stands above b: higher score, shorter candidate, earlier in the input.
func (l *shortlist) better(a, b shortRow) bool {
	if a.score != b.score {
		return a.score > b.score
	}
	if x, y := l.set.length(a.index), l.set.length(b.index); x != y {
		return x < y
	}
	return a.index < b.index
}

func (l *shortlist) add(index, score int) {
	l.total++
	row := shortRow{index, score}
	switch {
	case len(l.rows) < l.limit:
		l.rows = append(l.rows, row)
		if len(l.rows) == l.limit {
			for i := l.limit/2 - 1; i >= 0; i-- {
				l.sink(i)
			}
		}
	case l.limit > 0 && l.better(row, l.rows[0]):
		l.rows[0] = row
		l.sink(0)
	}
}

// sink moves the row at i down to its place in the heap.
func (l *shortlist) sink(i int) {
	for {
		worst := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(l.rows); child++ {
			if l.better(l.rows[worst], l.rows[child]) {
				worst = child
			}
		}
		if worst == i {
			return
		}
		l.rows[i], l.rows[worst] = l.rows[worst], l.rows[i]
		i = worst
	}
}

// sorted returns the rows, best first.
func (l *shortlist) sorted() []shortRow {
	sort.Slice(l.rows, func(i, j int) bool { return l.better(l.rows[i], l.rows[j]) })
	return l.rows
}
