package copies

import (
	"cmp"
	"slices"
)

// position is a row of an entry.
type position struct{ entry, row int }

func (p position) before(q position) bool {
	return p.entry < q.entry || p.entry == q.entry && p.row < q.row
}

// forward moves p down by n rows, at most to the last one.
func (c *Copies) forward(p position, n int) position {
	for ; n > 0; n-- {
		q := position{p.entry, p.row + 1}
		for q.entry < len(c.view().entries) && q.row >= len(c.rows(q.entry)) {
			q = position{q.entry + 1, 0}
		}
		if q.entry >= len(c.view().entries) {
			return p
		}
		p = q
	}
	return p
}

// backward moves p up by n rows, at most to the first one.
func (c *Copies) backward(p position, n int) position {
	for ; n > 0; n-- {
		q := position{p.entry, p.row - 1}
		for q.row < 0 && q.entry > 0 {
			q.entry--
			q.row = len(c.rows(q.entry)) - 1
		}
		if q.row < 0 {
			return p
		}
		p = q
	}
	return p
}

// end returns the position of the last row.
func (c *Copies) end() position {
	return c.backward(position{len(c.view().entries), 0}, 1)
}

// scrollTo makes p the top row, but for what would leave rows empty below the end.
func (c *Copies) scrollTo(p position) {
	if !c.shown {
		return
	}
	if low := c.backward(c.end(), c.body()-1); low.before(p) {
		p = low
	}
	c.top = p
}

// resettle finds the top row again after rows were laid anew; what was seen stays in sight.
func (c *Copies) resettle(seen bool) {
	if !c.shown {
		return
	}
	c.top.row = max(0, min(c.top.row, len(c.rows(c.top.entry))-1))
	c.scrollTo(c.top)
	if seen {
		c.reveal()
	}
}

// Move scrolls by n rows. Where that is not possible, what is selected changes, so that the arrows reach every passage.
func (c *Copies) Move(n int) {
	before := c.top
	if n > 0 {
		c.scrollTo(c.forward(c.top, n))
	} else {
		c.scrollTo(c.backward(c.top, -n))
	}
	dir := 1
	if n < 0 {
		dir = -1
	}
	if c.top == before {
		c.next(dir)
		return
	}
	c.follow(dir)
}

// Page scrolls by n pages, and HalfPage by n half pages.
func (c *Copies) Page(n int)     { c.Move(n * max(1, c.body()-1)) }
func (c *Copies) HalfPage(n int) { c.Move(n * max(1, c.body()/2)) }

// Top shows the beginning and Bottom the end.
func (c *Copies) Top() {
	c.scrollTo(position{})
	c.selected = min(0, len(c.view().stops)-1)
}

func (c *Copies) Bottom() {
	c.scrollTo(c.end())
	c.selected = len(c.view().stops) - 1
}

// Step selects the next difference (dir 1) or the one before (dir -1) and brings it in sight; ok is false where there is
// none. Where what is selected is not in sight, it begins at the top of the screen.
func (c *Copies) Step(dir int) (ok bool) {
	before, stops := c.selected, c.view().stops
	if before >= 0 && !c.sees(before) {
		c.selected = c.behind(c.top.entry)
		for c.selected < len(stops) && c.extentOf(stops[c.selected]).first.before(c.top) {
			c.selected++
		}
		if dir > 0 {
			c.selected--
		}
	}
	if !c.next(dir) {
		c.selected = before
		return false
	}
	c.reveal()
	return true
}

// next selects the next stop in a direction, if there is one.
func (c *Copies) next(dir int) bool {
	i := c.selected + dir
	if i < 0 || i >= len(c.view().stops) {
		return false
	}
	c.selected = i
	return true
}

// behind returns the first stop from an entry on.
func (c *Copies) behind(entry int) int {
	i, _ := slices.BinarySearchFunc(c.view().stops, entry, func(s stop, entry int) int { return cmp.Compare(s.entry, entry) })
	return i
}

// follow selects what is in sight after scrolling: the first there, the last where one has scrolled up.
func (c *Copies) follow(dir int) {
	if c.sees(c.selected) {
		return
	}
	first, last := c.top.entry, c.forward(c.top, c.body()-1).entry
	from, to := c.behind(first), c.behind(last+1)
	for n := range to - from {
		i := from + n
		if dir < 0 {
			i = to - 1 - n
		}
		if c.sees(i) {
			c.selected = i
			return
		}
	}
}

// extent is where something stands: its first and its last row.
type extent struct{ first, last position }

// extentOf returns where a stop stands: where the words are that differ, or else all of its entry.
func (c *Copies) extentOf(s stop) extent {
	l := c.lay(s.entry)
	at, ok := l.at[s.change]
	if !ok {
		at[1] = max(0, len(l.rows)-1)
	}
	return extent{position{s.entry, at[0]}, position{s.entry, at[1]}}
}

// sees reports whether some row of a stop is on the screen.
func (c *Copies) sees(i int) bool {
	if !c.shown || i < 0 || i >= len(c.view().stops) {
		return false
	}
	at := c.extentOf(c.view().stops[i])
	return !at.last.before(c.top) && !c.forward(c.top, c.body()-1).before(at.first)
}

// Where says in words what is selected: difference 3 of 9.
func (c *Copies) Where() string {
	switch {
	case !c.shown:
		return "nothing yet"
	case c.place() == "":
		return "no difference"
	}
	return c.place()
}

// CursorRow returns the row of the overlay in which what is selected begins, from 0; the first one, where it isn't in sight.
func (c *Copies) CursorRow() int {
	s, ok := c.stop()
	if !ok || !c.sees(c.selected) {
		return 0
	}
	first := c.extentOf(s).first
	row := c.head()
	for p := c.top; p.before(first); p = c.forward(p, 1) {
		row++
	}
	return row
}

// reveal brings what is selected on the screen: where it is there as a whole nothing moves, else it comes to stand a quarter
// from the top, or at the top if it needs the room.
func (c *Copies) reveal() {
	s, ok := c.stop()
	if !ok {
		return
	}
	at := c.extentOf(s)
	if !at.first.before(c.top) && !c.forward(c.top, c.body()-1).before(at.last) {
		return
	}
	above := max(0, min(c.body()/4, c.body()-1-(at.last.row-at.first.row)))
	c.scrollTo(c.backward(at.first, above))
}
