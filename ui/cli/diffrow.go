package cli

import (
	"cmp"
	"slices"

	"reftel/model"
	"reftel/model/compare"
	"reftel/ui/words"
)

// diffText sets what differs between two copies as text.
type diffText struct {
	look
	c     *compare.Comparison
	names [2]string // of the copies
	spots [2][]spot
	all   bool // the whole text
}

func newDiffText(c *compare.Comparison, names [2]string, all bool, l look) *diffText {
	return &diffText{look: l, c: c, names: names, spots: [2][]spot{spotsOf(c.A), spotsOf(c.B)}, all: all}
}

// cable returns the first or the second copy.
func (d *diffText) cable(side int) *model.Cable {
	if side == 0 {
		return d.c.A
	}
	return d.c.B
}

// partOf returns what the first or the second copy has in the place of a change.
func partOf(c *compare.Change, side int) compare.Part {
	if side == 0 {
		return c.A
	}
	return c.B
}

// diffRow is a passage that is shown: one in which the copies differ, or, of the whole text, any.
type diffRow struct {
	blocks  [2][]int // of each copy; none where it has nothing of the passage
	changes []*compare.Change
}

// rows returns what is shown: of the whole text each pair of blocks, else the places where more than the form differs.
func (d *diffText) rows() []diffRow {
	if d.all {
		return d.allRows()
	}
	var out []diffRow
	for i := range d.c.Changes {
		ch := &d.c.Changes[i]
		if ch.Kind == compare.Form {
			continue
		}
		r := diffRow{changes: []*compare.Change{ch}}
		alone := d.standsAlone(ch)
		for side := range r.blocks {
			if p := partOf(ch, side); !alone || !p.Empty() {
				r.blocks[side] = blocksOf(p)
			}
		}
		if n := len(out); n > 0 && slices.Equal(out[n-1].blocks[0], r.blocks[0]) && slices.Equal(out[n-1].blocks[1], r.blocks[1]) {
			out[n-1].changes = append(out[n-1].changes, ch)
			continue
		}
		out = append(out, r)
	}
	return out
}

// allRows returns a row for each pair of blocks, with the changes that have a place in one of them.
func (d *diffText) allRows() []diffRow {
	order := map[*compare.Change]int{}
	for i := range d.c.Changes {
		order[&d.c.Changes[i]] = i
	}
	var in [2]map[int][]*compare.Change
	for side := range in {
		in[side] = map[int][]*compare.Change{}
		for i := range d.c.Changes {
			ch := &d.c.Changes[i]
			if p := partOf(ch, side); !d.standsAlone(ch) || !p.Empty() {
				for _, block := range blocksOf(p) {
					in[side][block] = append(in[side][block], ch)
				}
			}
		}
	}
	var out []diffRow
	for _, p := range d.c.Pairs {
		var r diffRow
		for side, block := range [2]int{p.A, p.B} {
			if block < 0 {
				continue
			}
			r.blocks[side] = []int{block}
			r.changes = append(r.changes, in[side][block]...)
		}
		slices.SortFunc(r.changes, func(a, b *compare.Change) int { return cmp.Compare(order[a], order[b]) })
		r.changes = slices.Compact(r.changes)
		out = append(out, r)
	}
	return out
}

// blocksOf returns the blocks in which a part stands, in order.
func blocksOf(p compare.Part) []int {
	var out []int
	for _, place := range p.Places {
		if place.Block >= 0 && (len(out) == 0 || out[len(out)-1] != place.Block) {
			out = append(out, place.Block)
		}
	}
	return out
}

// standsAlone reports whether one copy has whole blocks there and the other nothing.
func (d *diffText) standsAlone(ch *compare.Change) bool {
	for side := range 2 {
		p := partOf(ch, side)
		if !partOf(ch, 1-side).Empty() || p.Empty() {
			continue
		}
		first, last := p.Places[0], p.Places[len(p.Places)-1]
		b := &d.cable(side).Blocks[first.Block]
		begins := first.Lead || first.Span.Start == 0 && (b.Lead == "" || b.Kind == model.Header)
		return begins && !last.Lead && last.Span.End == len(d.cable(side).Blocks[last.Block].Text)
	}
	return false
}

// label says where a passage stands, and what is the matter with it where that isn't seen from the words.
func (d *diffText) label(r diffRow) (at spot, kinds string) {
	for side, blocks := range r.blocks {
		if len(blocks) > 0 {
			at = d.spots[side][blocks[0]]
			break
		}
	}
	var told []string
	for _, ch := range r.changes {
		switch kind := string(ch.Kind); ch.Kind {
		case compare.Redacted, compare.Omitted, compare.Lost, compare.Marking, compare.Spelling:
			if !slices.Contains(told, kind) {
				told = append(told, kind)
			}
		}
	}
	return at, words.Join(", ", told...)
}
