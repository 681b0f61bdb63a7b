package reader

import (
	"cmp"
	"slices"

	"reftel/model"
	"reftel/model/library"
)

// search is what is looked for in the cable, and where it stands.
type search struct {
	needle string
	hits   []spot
	at     int // index of the hit last shown, -1 before the first
}

// Search looks for a needle as it is typed: every hit lights up, and the first one after the top
// of the screen comes into sight. "" ends the search. It returns the number of hits.
func (r *Reader) Search(needle string) int {
	if needle != "" {
		r.ShowCable()
	}
	r.search = search{needle: needle, at: -1}
	r.painted = nil
	r.refind()
	if r.doc == nil || r.sourceOf != nil {
		return len(r.search.hits)
	}
	for i, h := range r.search.hits {
		if h.item >= r.anchor.item {
			r.showHit(i)
			break
		}
	}
	return len(r.search.hits)
}

// refind collects the hits of the needle in the cable that is shown.
func (r *Reader) refind() {
	r.search.hits, r.search.at = nil, -1
	if r.search.needle == "" || r.cable == nil || r.sourceOf != nil {
		return
	}
	itemOf := r.doc.itemOf()
	for _, p := range library.FindIn(r.cable, r.search.needle) {
		r.search.hits = append(r.search.hits, spot{itemOf[p.Block], Focus{Block: p.Block, Span: p.Span}})
	}
	slices.SortStableFunc(r.search.hits, spot.compare)
}

// Needle returns what is searched for, "" if nothing.
func (r *Reader) Needle() string { return r.search.needle }

// Hit returns which hit was shown last, from 1 (0: none yet), and how many there are.
func (r *Reader) Hit() (at, of int) { return r.search.at + 1, len(r.search.hits) }

// NextHit goes to the next hit (dir 1) or the one before (dir -1); ok is false when the cable
// has no further one.
func (r *Reader) NextHit(dir int) (ok bool) {
	r.ShowCable()
	if r.doc == nil || len(r.search.hits) == 0 {
		return false
	}
	k := r.search.at + dir
	if r.search.at < 0 || !r.seen(r.search.hits[r.search.at]) {
		k = r.hitFrom(dir)
	}
	if k < 0 || k >= len(r.search.hits) {
		return false
	}
	r.showHit(k)
	return true
}

// FirstHit goes to the first hit of the cable (dir 1) or to the last (dir -1).
func (r *Reader) FirstHit(dir int) {
	if len(r.search.hits) == 0 {
		return
	}
	if dir > 0 {
		r.showHit(0)
	} else {
		r.showHit(len(r.search.hits) - 1)
	}
}

// hitFrom returns the first hit in the direction from what is on the screen.
func (r *Reader) hitFrom(dir int) int {
	here := spot{item: r.anchor.item}
	here.focus.Block, here.focus.Span.Start = r.anchor.block, max(0, r.anchor.offset)
	k, _ := slices.BinarySearchFunc(r.search.hits, here, spot.compare)
	if dir < 0 {
		k--
	}
	return k
}

func (r *Reader) seen(s spot) bool {
	return r.onScreen(r.doc.at(Anchor{s.item, s.focus.Block, s.focus.Span.Start}))
}

func (r *Reader) showHit(k int) {
	r.search.at = k
	h := r.search.hits[k]
	f := h.focus
	r.focus, r.painted = &f, nil
	r.reveal(r.doc.at(Anchor{h.item, f.Block, f.Span.Start}))
}

// blockHits returns the hits in one block.
func (s *search) blockHits(block int) []model.Span {
	var out []model.Span
	for _, h := range s.hits {
		if h.focus.Block == block {
			out = append(out, h.focus.Span)
		}
	}
	slices.SortFunc(out, func(a, b model.Span) int { return cmp.Compare(a.Start, b.Start) })
	return out
}
