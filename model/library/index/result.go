package index

import (
	"iter"
	"slices"

	"reftel/model/library/postings"
)

// Result is the answer to a query: cables of one moment of the index, by their numbers.
type Result struct {
	index *Index
	view  *view
	found postings.Set
	count int
}

// Len returns how many cables answer.
func (r *Result) Len() int { return r.count }

// OldestFirst gives the numbers in the order of [library.Compare].
func (r *Result) OldestFirst() iter.Seq[int] { return r.in(slices.All(r.view.numbers)) }

// NewestFirst gives them the other way round.
func (r *Result) NewestFirst() iter.Seq[int] { return r.in(slices.Backward(r.view.numbers)) }

func (r *Result) in(order iter.Seq2[int, uint32]) iter.Seq[int] {
	return func(yield func(int) bool) {
		for _, n := range order {
			if r.found.Has(int(n)) && !yield(int(n)) {
				return
			}
		}
	}
}

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
