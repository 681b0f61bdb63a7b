package reader

// position is a row of the reader at the current width. It means nothing at another width: what
// outlives a resize is an [Anchor].
type position struct{ item, row int }

// Anchor is a place in a cable that does not depend on the width: an item, and in it a byte of a
// block's text (below 0: the item from its first row).
type Anchor struct{ item, block, offset int }

// forward moves p down by n rows, at most to the last one.
func (d *doc) forward(p position, n int) position {
	for ; n > 0; n-- {
		switch {
		case p.row+1 < len(d.rows(p.item)):
			p.row++
		case p.item+1 < len(d.items):
			p = position{p.item + 1, 0}
		default:
			return p
		}
	}
	return p
}

// backward moves p up by n rows, at most to the first one.
func (d *doc) backward(p position, n int) position {
	for ; n > 0; n-- {
		switch {
		case p.row > 0:
			p.row--
		case p.item > 0:
			p.item--
			p.row = max(0, len(d.rows(p.item))-1)
		default:
			return p
		}
	}
	return p
}

// last returns the position of the last row.
func (d *doc) last() position {
	i := len(d.items) - 1
	return position{i, max(0, len(d.rows(i))-1)}
}

// bottom returns the lowest top row that still fills height rows.
func (d *doc) bottom(height int) position { return d.backward(d.last(), max(0, height-1)) }

func (p position) before(q position) bool {
	return p.item < q.item || (p.item == q.item && p.row < q.row)
}

// anchor returns the place that stands in the row at p.
func (d *doc) anchor(p position) Anchor {
	if p.row == 0 {
		return Anchor{item: p.item, offset: -1}
	}
	for _, r := range d.rows(p.item)[p.row:] {
		for _, part := range r.parts {
			for _, run := range part.line.Runs {
				if !run.At.Empty() {
					return Anchor{p.item, part.block, run.At.Start}
				}
			}
		}
	}
	return Anchor{item: p.item, offset: -1}
}

// at returns the row in which a place stands.
func (d *doc) at(a Anchor) position {
	item := min(max(a.item, 0), len(d.items)-1)
	if a.offset < 0 {
		return position{item, 0}
	}
	return position{item, rowAt(d.rows(item), a.block, a.offset)}
}

// scrollTo makes p the top row and remembers the place in it.
func (r *Reader) scrollTo(p position) {
	if end := r.doc.bottom(r.textHeight()); end.before(p) {
		p = end
	}
	r.top = p
	r.anchor = r.doc.anchor(p)
}

// resettle finds the top row again after the width or the height has changed. The anchor stays
// as it was, so that a hundred resizes do not drift.
func (r *Reader) resettle() {
	p := r.doc.at(r.anchor)
	if end := r.doc.bottom(r.textHeight()); end.before(p) {
		p = end
	}
	r.top = p
}

// Move scrolls down by n rows, up when n is negative.
func (r *Reader) Move(n int) {
	if r.doc == nil {
		return
	}
	if n >= 0 {
		r.scrollTo(r.doc.forward(r.top, n))
	} else {
		r.scrollTo(r.doc.backward(r.top, -n))
	}
	r.forgetUnseen()
}

// Page scrolls by n pages, keeping one row of the last page in sight.
func (r *Reader) Page(n int) { r.Move(n * max(1, r.textHeight()-1)) }

// HalfPage scrolls by n half pages.
func (r *Reader) HalfPage(n int) { r.Move(n * max(1, r.textHeight()/2)) }

// Top shows the beginning of the cable.
func (r *Reader) Top() {
	if r.doc == nil {
		return
	}
	r.scrollTo(position{})
	r.forgetUnseen()
}

// Bottom shows the end of the cable.
func (r *Reader) Bottom() {
	if r.doc == nil {
		return
	}
	r.scrollTo(r.doc.last())
	r.forgetUnseen()
}

// onScreen reports whether p is on the screen.
func (r *Reader) onScreen(p position) bool {
	if p.before(r.top) {
		return false
	}
	end := r.doc.forward(r.top, r.textHeight()-1)
	return !end.before(p)
}

// reveal brings p on the screen: where it is already there nothing moves, else it comes to stand
// a third from the top.
func (r *Reader) reveal(p position) {
	if !r.onScreen(p) {
		r.scrollTo(r.doc.backward(p, r.textHeight()/3))
	}
}
