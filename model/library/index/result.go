package index

import "slices"

// All returns the numbers of all cables in the order of [library.Compare]. The slice is a snapshot, and not to be changed.
func (x *Index) All() []uint32 { return x.now().numbers }

// HasNames reports whether names are those of the index as it is now.
func (x *Index) HasNames(n *Names) bool { return n.view == x.now() }

// Has reports whether a cable answers.
func (r *Result) Has(number int) bool { return number < 64*len(r.found) && r.found.Has(number) }

// Numbers returns the numbers of the cables that answer, in the order of [library.Compare].
func (r *Result) Numbers() []uint32 {
	if r.count == len(r.view.numbers) {
		return r.view.numbers
	}
	out := make([]uint32, 0, r.count)
	for n := range r.OldestFirst() {
		out = append(out, uint32(n))
	}
	return slices.Clip(out)
}
