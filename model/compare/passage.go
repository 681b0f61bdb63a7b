package compare

import (
	"cmp"
	"slices"

	"reftel/model"
)

// Passage is a stretch of two copies as it is shown: one in which they differ or, of the whole text, any. Of a pair the
// first is copy A's, the second copy B's.
type Passage struct {
	Blocks  [2][]int // none where the copy has nothing of the passage
	Changes []*Change
}

// Cable returns copy A for side 0, copy B for 1.
func (c *Comparison) Cable(side int) *model.Cable {
	if side == 0 {
		return c.A
	}
	return c.B
}

// Part returns what copy A (side 0) or copy B (1) has in the place of a change.
func (c *Change) Part(side int) Part {
	if side == 0 {
		return c.A
	}
	return c.B
}

// Differing returns the passages in which more than the form differs, in reading order.
func (c *Comparison) Differing() []Passage {
	var out []Passage
	for i := range c.Changes {
		ch := &c.Changes[i]
		if ch.Kind == Form {
			continue
		}
		p := Passage{Changes: []*Change{ch}}
		alone := c.standsAlone(ch)
		for side := range p.Blocks {
			if part := ch.Part(side); !alone || !part.Empty() {
				p.Blocks[side] = blocksOf(part)
			}
		}
		if n := len(out); n > 0 && slices.Equal(out[n-1].Blocks[0], p.Blocks[0]) && slices.Equal(out[n-1].Blocks[1], p.Blocks[1]) {
			out[n-1].Changes = append(out[n-1].Changes, ch)
			continue
		}
		out = append(out, p)
	}
	return out
}

// Whole returns the whole text: a passage for each pair of blocks, with the changes that have a place in one of them.
func (c *Comparison) Whole() []Passage {
	order := map[*Change]int{}
	for i := range c.Changes {
		order[&c.Changes[i]] = i
	}
	var in [2]map[int][]*Change
	for side := range in {
		in[side] = map[int][]*Change{}
		for i := range c.Changes {
			ch := &c.Changes[i]
			if part := ch.Part(side); !c.standsAlone(ch) || !part.Empty() {
				for _, block := range blocksOf(part) {
					in[side][block] = append(in[side][block], ch)
				}
			}
		}
	}
	var out []Passage
	for _, pair := range c.Pairs {
		var p Passage
		for side, block := range [2]int{pair.A, pair.B} {
			if block < 0 {
				continue
			}
			p.Blocks[side] = []int{block}
			p.Changes = append(p.Changes, in[side][block]...)
		}
		slices.SortFunc(p.Changes, func(a, b *Change) int { return cmp.Compare(order[a], order[b]) })
		p.Changes = slices.Compact(p.Changes)
		out = append(out, p)
	}
	return out
}

// First returns the copy (0 or 1) and the block in which a passage begins: copy A's, unless that has nothing of it.
func (p *Passage) First() (side, block int) {
	for side, blocks := range p.Blocks {
		if len(blocks) > 0 {
			return side, blocks[0]
		}
	}
	return 0, -1
}

// Untold returns the kinds of a passage's changes that aren't seen from its words, each once: why one copy lacks something,
// numbers, spelling.
func (p *Passage) Untold() []Kind {
	var out []Kind
	for _, ch := range p.Changes {
		switch ch.Kind {
		case Redacted, Omitted, Lost, Marking, Spelling:
			if !slices.Contains(out, ch.Kind) {
				out = append(out, ch.Kind)
			}
		}
	}
	return out
}

// blocksOf returns the blocks in which a part stands, in order.
func blocksOf(p Part) []int {
	var out []int
	for _, place := range p.Places {
		if place.Block >= 0 && (len(out) == 0 || out[len(out)-1] != place.Block) {
			out = append(out, place.Block)
		}
	}
	return out
}

// standsAlone reports whether one copy has whole blocks there and the other nothing.
func (c *Comparison) standsAlone(ch *Change) bool {
	for side := range 2 {
		p := ch.Part(side)
		if !ch.Part(1-side).Empty() || p.Empty() {
			continue
		}
		first, last := p.Places[0], p.Places[len(p.Places)-1]
		b := &c.Cable(side).Blocks[first.Block]
		begins := first.Lead || first.Span.Start == 0 && (b.Lead == "" || b.Kind == model.Header)
		return begins && !last.Lead && last.Span.End == len(c.Cable(side).Blocks[last.Block].Text)
	}
	return false
}
