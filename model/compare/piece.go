package compare

import (
	"cmp"
	"slices"

	"reftel/model"
	"reftel/model/excerpt"
)

// Piece is a part of a passage, in the order in which it is read.
type Piece struct {
	Sort   Sort
	Text   string  // of Common and Own: words of a copy as they stand there; of Between what parts others: a blank or a line end
	Side   int     // of Own and Nothing: the copy, 0 or 1
	Change *Change // of Own and Nothing
}

// Sort says what a piece is.
type Sort uint8

// The sorts.
const (
	Common  Sort = iota // words of both copies
	Own                 // words that one copy has alone, or otherwise
	Nothing             // one copy has nothing there
	Cut                 // words of both are left out
	Between
)

// Some words are shown before and behind what differs, others left out where that makes a passage shorter.
const (
	around   = 48 // bytes
	shortest = 9  // bytes
)

// One sets a passage as one text: that of copy A, with the words of copy B beside it where it differs; only B's words,
// where A has nothing of the passage. Words that don't differ are left out, unless all are asked for.
func (c *Comparison) One(p *Passage, all bool) []Piece {
	r := reading{comparison: c, passage: p, all: all}
	side := 0
	if len(p.Blocks[0]) == 0 {
		side = 1
	}
	for i, block := range p.Blocks[side] {
		if i > 0 {
			r.part("\n")
		}
		r.block(side, block, func(m mark) {
			if !m.change.Part(side).Empty() {
				r.own(side, m)
			}
			if side == 0 && m.first && !m.change.B.Empty() {
				for k, place := range m.change.B.Places {
					if k > 0 || m.change.A.Empty() && spaceBefore(c.B, place) && r.begun() {
						r.part(" ")
					}
					r.own(1, mark{place, m.change, k == 0})
				}
			}
		})
	}
	return r.out
}

// Beside sets what a copy (0 or 1) has of a passage, to stand beside what the other has; none where it has nothing of it.
func (c *Comparison) Beside(p *Passage, side int, all bool) []Piece {
	r := reading{comparison: c, passage: p, all: all}
	for i, block := range p.Blocks[side] {
		if i > 0 {
			r.part("\n")
		}
		r.block(side, block, func(m mark) {
			if !m.change.Part(side).Empty() {
				r.own(side, m)
				return
			}
			if r.begun() {
				r.part(" ")
			}
			r.add(Piece{Sort: Nothing, Side: side, Change: m.change})
		})
	}
	return r.out
}

// reading takes a passage to pieces.
type reading struct {
	comparison *Comparison
	passage    *Passage
	all        bool
	out        []Piece
}

// mark is a place of a block in which something differs.
type mark struct {
	place  Place
	change *Change
	first  bool // of the part's places
}

func (r *reading) add(p Piece) { r.out = append(r.out, p) }

func (r *reading) part(by string) { r.add(Piece{Sort: Between, Text: by}) }

func (r *reading) common(text string) {
	if text != "" {
		r.add(Piece{Sort: Common, Text: text})
	}
}

func (r *reading) own(side int, m mark) {
	r.add(Piece{Sort: Own, Text: m.place.In(r.comparison.Cable(side)), Side: side, Change: m.change})
}

// begun reports whether something stands before that no blank parts from what follows.
func (r *reading) begun() bool {
	if len(r.out) == 0 {
		return false
	}
	last := r.out[len(r.out)-1]
	return last.Sort == Own || last.Text == "" || !isBlank(last.Text[len(last.Text)-1])
}

// marksIn returns the places of changes that stand in a block, in order.
func (r *reading) marksIn(side, block int) []mark {
	var out []mark
	for _, ch := range r.passage.Changes {
		p := ch.Part(side)
		if p.Empty() && r.comparison.standsAlone(ch) {
			continue
		}
		i, _ := slices.BinarySearchFunc(p.Places, block, func(place Place, block int) int { return cmp.Compare(place.Block, block) })
		for ; i < len(p.Places) && p.Places[i].Block == block; i++ {
			out = append(out, mark{p.Places[i], ch, i == 0})
		}
	}
	return out
}

// block adds a block of a copy, with what show adds in the place of each mark.
func (r *reading) block(side, block int, show func(mark)) {
	marks := r.marksIn(side, block)
	b := &r.comparison.Cable(side).Blocks[block]
	text, shift := b.Text, 0
	if slices.ContainsFunc(marks, func(m mark) bool { return m.place.Lead }) {
		text, shift = b.Lead+" "+b.Text, len(b.Lead)+1
	}
	at := 0
	for i, m := range marks {
		span := m.place.Span
		if !m.place.Lead {
			span = span.Shift(shift)
		}
		r.between(text, model.Span{Start: at, End: span.Start}, i == 0, false)
		show(m)
		if at = span.End; span.Empty() && at < len(text) && !isBlank(text[at]) {
			if other := m.change.Part(1 - side).Places; spaceBehind(r.comparison.Cable(1-side), other[len(other)-1]) {
				r.part(" ")
			}
		}
	}
	r.between(text, model.Span{Start: at, End: len(text)}, len(marks) == 0, true)
}

// between adds words that both copies have: all of them, or some beside the marks at its ends.
func (r *reading) between(text string, s model.Span, first, last bool) {
	head, tail := s.Start, s.End
	if !first {
		head = min(s.End, excerpt.Around(text, model.Span{Start: s.Start, End: s.Start}, 0, around).End)
	}
	if !last {
		tail = max(s.Start, excerpt.Around(text, model.Span{Start: s.End, End: s.End}, around, 0).Start)
	}
	if r.all || tail <= head+shortest {
		r.common(s.In(text))
		return
	}
	r.common(text[s.Start:head])
	if !first {
		r.part(" ")
	}
	r.add(Piece{Sort: Cut})
	if !last {
		r.part(" ")
	}
	r.common(text[tail:s.End])
}

// spaceBefore reports whether white space stands before a place of a cable, or nothing.
func spaceBefore(c *model.Cable, p Place) bool {
	return p.Block >= 0 && (p.Span.Start == 0 || isBlank(textWith(c, p)[p.Span.Start-1]))
}

// spaceBehind reports whether white space stands behind a place of a cable, or nothing.
func spaceBehind(c *model.Cable, p Place) bool {
	return p.Block >= 0 && (p.Span.End == len(textWith(c, p)) || isBlank(textWith(c, p)[p.Span.End]))
}

// textWith returns the text that a place is in.
func textWith(c *model.Cable, p Place) string {
	if p.Lead {
		return c.Blocks[p.Block].Lead
	}
	return c.Blocks[p.Block].Text
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }
