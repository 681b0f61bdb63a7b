package copies

// SelectAt selects what differs at a cell of the overlay, and chooses the copy that stands there; beside the names of the
// copies it only chooses. hit is false where there is neither; again says that both were selected already.
func (c *Copies) SelectAt(x, y int) (hit, again bool) {
	if !c.shown || y < 0 || y >= c.height {
		return false, false
	}
	side := c.sideAt(x)
	if y < c.head() {
		switch {
		case c.columns() && y == 1:
		case !c.columns() && (y == 1 || y == 2) && c.head() > 2:
			side = y - 1
		default:
			return false, false
		}
		again = side == c.side
		c.side = side
		return true, again
	}
	i := c.stopAt(c.forward(c.top, y-c.head()))
	if i < 0 {
		return false, false
	}
	again = i == c.selected && side == c.side
	c.selected, c.side = i, side
	return true, again
}

// sideAt returns the copy that stands at a column of cells; where there is one text, or a label, the one that is chosen.
func (c *Copies) sideAt(x int) int {
	label := barWidth + c.room() + labelGap
	switch {
	case !c.columns(), x < label:
		return c.side
	case x < label+c.cellRoom()+ruleWidth/2:
		return 0
	}
	return 1
}

// stopAt returns the difference that stands in a row, -1 for none: of several that share it the selected one, else the first.
func (c *Copies) stopAt(p position) int {
	found := -1
	stops := c.view().stops
	for i := c.behind(p.entry); i < len(stops) && stops[i].entry == p.entry; i++ {
		at := c.extentOf(stops[i])
		if at.first.before(p) || at.first == p {
			if !at.last.before(p) && (found < 0 || i == c.selected) {
				found = i
			}
		}
	}
	return found
}
