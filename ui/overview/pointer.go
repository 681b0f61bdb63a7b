package overview

import "image"

// SelectAt gives the keys to the part that stands at a cell of the overlay, and selects the bar or row there. hit is false
// where there is none; again says that it was selected already.
func (o *Overview) SelectAt(x, y int) (hit, again bool) {
	p, found := o.partAt(x, y)
	if !found {
		return false, false
	}
	at := o.plan().columns[p]
	i := o.column(p).top + y - at.Min.Y - 1
	if p == chart {
		i = o.barAt(x)
	} else if i >= len(o.column(p).rows) || y == at.Min.Y {
		i = -1
	}
	if i < 0 {
		return false, false
	}
	selected := &o.bar
	if p != chart {
		selected = &o.column(p).cursor
	}
	again = o.at == p && *selected == i
	*selected = i
	o.enter(p)
	return true, again
}

// Scroll moves the column that stands at a cell by n rows under its selected row, which goes along only where it would leave
// the screen.
func (o *Overview) Scroll(x, y, n int) {
	p, found := o.partAt(x, y)
	if !found || p == chart {
		return
	}
	c, room := o.column(p), max(1, o.room(p))
	c.top = max(0, min(c.top+n, len(c.rows)-room))
	c.cursor = min(max(c.cursor, c.top), c.top+room-1, len(c.rows)-1)
	o.scroll()
}

// partAt returns the part in which a cell lies, if there is something in it.
func (o *Overview) partAt(x, y int) (p part, found bool) {
	plan := o.plan()
	for q := chart; q < parts; q++ {
		at := plan.columns[q]
		if q == chart {
			at = plan.chart
		}
		if image.Pt(x, y).In(at) && !o.empty(q) {
			return q, true
		}
	}
	return chart, false
}

// barAt returns the bar of the histogram that is drawn at a column of cells, -1 where there is none.
func (o *Overview) barAt(x int) int {
	h := o.picture(o.width)
	for i := range h.bars {
		if cell := x - h.margin; cell >= h.edge(i) && cell < h.edge(i+1) {
			return o.bar - h.selected + i
		}
	}
	return -1
}
