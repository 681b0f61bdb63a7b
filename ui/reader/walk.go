package reader

import (
	"cmp"
	"slices"

	"reftel/model"
)

// Walk names a kind of place that a pair of keys steps through.
type Walk uint8

// What can be stepped through.
const (
	Paragraphs Walk = iota
	References      // the signs of footnotes among them
	Redactions
	Losses // losses and omissions
	Mentions
	Listed // names of a list: see [Reader.SetListed]
	Terms  // what stands for something: see [Reader.SetTerms]
	Found  // words of a filter: see [Reader.Light]
)

// spot is a place in reading order: item, then block (a flow has several), then byte.
type spot struct {
	item  int
	focus Focus
}

func (s spot) compare(o spot) int {
	return cmp.Or(cmp.Compare(s.item, o.item), cmp.Compare(s.focus.Block, o.focus.Block),
		cmp.Compare(s.focus.Span.Start, o.focus.Span.Start))
}

// spots lists the places of one kind in the order in which the reader shows them.
func (r *Reader) spots(w Walk) []spot {
	itemOf := r.doc.itemOf()
	var out []spot
	switch w {
	case Paragraphs:
		for i, it := range r.doc.items {
			if it.kind == paragraph || it.kind == table {
				out = append(out, spot{i, Focus{Block: it.block}})
			}
		}
	case Mentions:
		if r.chosen != nil {
			for _, m := range r.chosen.Mentions {
				out = append(out, spot{itemOf[m.Block], Focus{Block: m.Block, Span: m.Span}})
			}
		}
	case Listed:
		out = r.spotsOf(r.listed, itemOf)
	case Found:
		out = r.spotsOf(r.found, itemOf)
	case Terms:
		for _, m := range r.terms {
			out = append(out, spot{itemOf[m.Block], Focus{Block: m.Block, Span: m.Span}})
		}
	default:
		for i := range r.cable.Marks {
			if m := &r.cable.Marks[i]; slices.Contains(w.Kinds(), m.Kind) {
				out = append(out, spot{itemOf[m.Block], Focus{m.Block, m.Span, m}})
			}
		}
	}
	slices.SortStableFunc(out, spot.compare)
	return out
}

// spotsOf lists the places that a search finds in the texts that are shown; nil finds none.
func (r *Reader) spotsOf(in func(text string) []model.Span, itemOf map[int]int) (out []spot) {
	if in == nil {
		return nil
	}
	for i := range r.cable.Blocks {
		if item, shown := itemOf[i]; shown {
			for _, s := range in(r.cable.Blocks[i].Text) {
				out = append(out, spot{item, Focus{Block: i, Span: s}})
			}
		}
	}
	return out
}

// Kinds returns the kinds of marks that belong to the walk, none for the others.
func (w Walk) Kinds() []model.MarkKind {
	switch w {
	case References:
		return []model.MarkKind{model.Citation, model.NoteSign}
	case Redactions:
		return []model.MarkKind{model.Redaction}
	case Losses:
		return []model.MarkKind{model.Loss, model.Omission}
	}
	return nil
}

// itemOf maps blocks to items.
func (d *doc) itemOf() map[int]int {
	m := make(map[int]int, len(d.items))
	for i, it := range d.items {
		if it.block >= 0 {
			m[it.block] = i
		}
		for _, b := range it.blocks {
			m[b] = i
		}
	}
	return m
}

// Step goes to the next place of a kind (dir 1) or the one before (dir -1). It reports which one
// of how many it is; ok is false when there is no further one.
func (r *Reader) Step(w Walk, dir int) (at, of int, ok bool) {
	r.ShowCable()
	if r.doc == nil {
		return 0, 0, false
	}
	spots := r.spots(w)
	here, exact := r.here(w, dir)
	k, found := slices.BinarySearchFunc(spots, here, spot.compare)
	switch {
	case dir > 0 && found && exact:
		k++
	case dir < 0:
		k--
	}
	if k < 0 || k >= len(spots) {
		return 0, len(spots), false
	}
	r.land(spots[k], w)
	return k + 1, len(spots), true
}

// Ahead returns the next place of a kind from what is read on: the one that was jumped to, or the first at or below the top of
// the screen. ok is false when there is none.
func (r *Reader) Ahead(w Walk) (f Focus, ok bool) {
	if r.doc == nil || r.sourceOf != nil {
		return f, false
	}
	spots := r.spots(w)
	here, _ := r.here(w, 1)
	k, _ := slices.BinarySearchFunc(spots, here, spot.compare)
	if k == len(spots) {
		return f, false
	}
	return spots[k].focus, true
}

// First goes to the first place of a kind (dir 1) or to the last (dir -1).
func (r *Reader) First(w Walk, dir int) (at, of int, ok bool) {
	r.ShowCable()
	spots := r.spots(w)
	if len(spots) == 0 {
		return 0, 0, false
	}
	k := 0
	if dir < 0 {
		k = len(spots) - 1
	}
	r.land(spots[k], w)
	return k + 1, len(spots), true
}

// here is the place from which steps count: the focus, else the top of the screen, or its bottom
// when one steps back from mark to mark. exact is true when it is a place that was jumped to, which
// the next step leaves behind.
func (r *Reader) here(w Walk, dir int) (s spot, exact bool) {
	if r.focus != nil {
		return spot{r.doc.itemOf()[r.focus.Block], *r.focus}, true
	}
	a := r.anchor
	if dir < 0 && w != Paragraphs {
		below := r.doc.forward(r.top, r.textHeight())
		if r.onScreen(below) { // the screen ends with the cable
			return spot{item: len(r.doc.items)}, false
		}
		a = r.doc.anchor(below)
	}
	s = spot{item: a.item}
	s.focus.Block, s.focus.Span.Start = a.block, max(0, a.offset)
	// At the top of a cable the first paragraph is still ahead; elsewhere the paragraph at the top
	// of the screen is the one being read.
	return s, w == Paragraphs && r.top != position{}
}

func (r *Reader) land(s spot, w Walk) {
	f := s.focus
	r.focus, r.painted = &f, nil
	p := r.doc.at(Anchor{s.item, f.Block, f.Span.Start})
	if w == Paragraphs {
		top := position{s.item, 0}
		r.scrollTo(r.doc.forward(top, r.doc.items[s.item].gap))
		return
	}
	r.reveal(p)
}

// Jump lights a place of the cable and brings it on the screen.
func (r *Reader) Jump(f Focus) {
	if r.doc == nil || f.Block < 0 || f.Block >= len(r.cable.Blocks) {
		return
	}
	r.ShowCable()
	r.focus, r.painted = &f, nil
	item := r.doc.itemOf()[f.Block]
	p := r.doc.at(Anchor{item, f.Block, f.Span.Start})
	if f.Span.Empty() && f.Mark == nil {
		p = r.doc.forward(position{item, 0}, r.doc.items[item].gap)
		if r.onScreen(p) && r.onScreen(r.doc.forward(p, 3)) {
			return
		}
		r.scrollTo(p)
		return
	}
	r.reveal(p)
}

// Reveal brings a place of the cable on the screen, without lighting it.
func (r *Reader) Reveal(block int, span model.Span) {
	if r.doc != nil {
		r.reveal(r.doc.at(Anchor{r.doc.itemOf()[block], block, span.Start}))
	}
}

// forgetUnseen drops the focus once it has been scrolled out of sight, so that the next step
// starts from what is read.
func (r *Reader) forgetUnseen() {
	if r.focus == nil || r.sourceOf != nil {
		return
	}
	p := r.doc.at(Anchor{r.doc.itemOf()[r.focus.Block], r.focus.Block, r.focus.Span.Start})
	if !r.onScreen(p) {
		r.focus, r.painted = nil, nil
	}
}
