package index

import (
	"context"

	"reftel/model/library/postings"
)

// Where returns the cables that have a word of which something holds, in their text or in a field. It looks at every word
// there is, which takes up to a second in a large library. Words come folded, those of fields with a sign in front.
func (x *Index) Where(ctx context.Context, holds func(word string) bool) (*Result, error) {
	v := x.now()
	found := make(postings.Set, len(v.live))
	for _, seg := range v.segments {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		words, err := seg.words()
		if err != nil {
			return nil, x.failed(err)
		}
		in, err := words.FindWhere(holds)
		if err != nil {
			return nil, x.failed(err)
		}
		found[seg.first/64:].Or(in)
	}
	found.And(v.live)
	return &Result{x, v, found, found.Len()}, nil
}

// And returns the cables that are in both answers.
func (r *Result) And(o *Result) *Result {
	found := make(postings.Set, len(r.found))
	copy(found, o.found)
	found.And(r.found)
	return &Result{r.index, r.view, found, found.Len()}
}

// Or returns the cables that are in one of two answers, as far as the moment of the first knows them.
func (r *Result) Or(o *Result) *Result {
	found := make(postings.Set, len(r.found))
	copy(found, o.found)
	found.And(r.view.live)
	found.Or(r.found)
	return &Result{r.index, r.view, found, found.Len()}
}
