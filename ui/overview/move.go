package overview

import (
	"fmt"

	"reftel/ui/words"
)

// barsAPage is how many bars a page of the histogram is.
const barsAPage = 10

// Move goes n rows down in a column. Above its first row stands what is above the column, and the other way round:
// from the histogram one goes down into the columns.
func (o *Overview) Move(n int) {
	if o.at == chart {
		if n > 0 {
			o.enter(o.below(chart))
		}
		return
	}
	c := o.column(o.at)
	switch {
	case n < 0 && c.cursor == 0:
		o.enter(o.above(o.at))
	case n > 0 && c.cursor == len(c.rows)-1:
		o.enter(o.below(o.at))
	default:
		o.step(n)
	}
}

// step moves by n inside the part.
func (o *Overview) step(n int) {
	if o.empty(o.at) {
		return
	}
	if o.at == chart {
		o.bar = min(max(0, o.bar+n), len(o.bars())-1)
		return
	}
	c := o.column(o.at)
	c.cursor = min(max(0, c.cursor+n), len(c.rows)-1)
	o.scroll()
}

// Page moves by n pages inside the part.
func (o *Overview) Page(n int) { o.step(n * max(1, o.page()-1)) }

// HalfPage moves by n half pages.
func (o *Overview) HalfPage(n int) { o.step(n * max(1, o.page()/2)) }

func (o *Overview) page() int {
	if o.at == chart {
		return barsAPage
	}
	return o.room(o.at)
}

// Top goes to the first of the part, Bottom to the last.
func (o *Overview) Top()    { o.step(-o.length()) }
func (o *Overview) Bottom() { o.step(o.length()) }

func (o *Overview) length() int {
	if o.at == chart {
		return len(o.bars())
	}
	return len(o.column(o.at).rows)
}

// Side goes to the next bar, or to the column beside, into the row that stands there at the same height.
func (o *Overview) Side(dir int) {
	if o.at == chart {
		o.step(dir)
		return
	}
	from := o.column(o.at)
	height := from.cursor - from.top
	for p := o.at + part(dir); p > chart && p < parts; p += part(dir) {
		if o.empty(p) {
			continue
		}
		o.enter(p)
		to := o.column(p)
		to.cursor = min(to.top+height, len(to.rows)-1)
		o.scroll()
		return
	}
}

// Turn goes to the next part (dir 1) or the one before (dir -1), past those in which there is nothing. It reports false
// where there is none any more.
func (o *Overview) Turn(dir int) bool {
	for p := o.at + part(dir); p >= chart && p < parts; p += part(dir) {
		if !o.empty(p) {
			o.enter(p)
			return true
		}
	}
	return false
}

// Begin goes to the first part (dir 1) or to the last (dir -1) in which there is something.
func (o *Overview) Begin(dir int) {
	if o.at = chart; dir < 0 {
		o.at = parts - 1
	}
	if o.empty(o.at) {
		o.Turn(dir)
	}
	o.enter(o.at)
}

// enter gives the keys to a part, unless there is nothing in it.
func (o *Overview) enter(p part) {
	if o.empty(p) {
		return
	}
	o.at = p
	if p != chart {
		o.last = p
	}
	o.scroll()
}

// below returns the part that one comes to from the last row of a part, the same one where there is none. From the
// histogram that is the column where one was last.
func (o *Overview) below(p part) part {
	across := part(o.plan().across)
	if p == chart {
		if !o.empty(o.last) {
			return o.last
		}
		across = 1
	}
	for q := p + across; q < parts; q += across {
		if !o.empty(q) {
			return q
		}
	}
	return p
}

// above returns the part that one comes to from the first row of a column.
func (o *Overview) above(p part) part {
	across := part(o.plan().across)
	for q := p - across; q > chart; q -= across {
		if !o.empty(q) {
			return q
		}
	}
	return chart
}

// scroll keeps what is selected in sight.
func (o *Overview) scroll() {
	for p := posts; p < parts; p++ {
		o.column(p).scroll(max(1, o.room(p)))
	}
}

// room is how many rows of values a column has on the screen.
func (o *Overview) room(p part) int { return o.plan().columns[p].Dy() - 1 }

// Where says in words which part has the keys and what is selected in it.
func (o *Overview) Where() string {
	switch {
	case o.empty(o.at):
		return "empty"
	case o.at == chart:
		b := o.bars()[o.bar]
		return words.Period(b.From, b.To) + ", " + words.Count(b.Cables, "cable")
	}
	c := o.column(o.at)
	r := c.rows[c.cursor]
	return fmt.Sprintf("%s, %d of %d: %s, %s", c.title, c.cursor+1, len(c.rows), words.Join(" ", r.code, r.words), words.Count(r.cables, o.unit()))
}

// CursorRow returns the row of the overlay that is selected where only the part that has the keys is shown, from 0.
func (o *Overview) CursorRow() int {
	p := o.plan()
	if o.at == chart {
		return p.head
	}
	c := o.column(o.at)
	return p.head + 1 + c.cursor - c.top
}
