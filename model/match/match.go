// Package match finds names, headings and other short texts by what somebody types, and words in
// paragraphs.
//
// # What counts as a match
//
// Both sides are folded first ([Fold]): case, accents, apostrophes and hyphens do not matter. The
// query is split on blanks into terms; every term has to be found, in any order. How a term is
// found puts it on a tier, and the worst term decides for the candidate:
//
//	exact         "ada quill"    Ada Quill              the whole field
//	prefix        "ada q"        Ada Quill              its beginning
//	word prefix   "qui ad"       Ada Quill              beginnings of words, in any order
//	substring     "uill"         Ada Quill              anywhere
//	subsequence   "aql"          Ada Quill              scattered, from the start of a word on
//	slip          "ada qiull"    Ada Quill              one typing error; only if no candidate is above
//
// A candidate may have several fields, one a line (or a tab): the forms of a name, say. Terms may
// be found in different fields; exact and prefix mean one of them.
//
// A tier always beats the tiers below it. Within word prefixes, candidates with more terms standing
// as whole words come first; within subsequences the score of sahilm/fuzzy decides (runs of
// neighbours and starts of words weigh). Ties go to the shorter candidate (by its first field),
// then to the earlier one.
//
// A word starts where letters or digits begin and where one turns into the other, so that "83"
// is a word of 10MEXICO83.
//
// # Limits, and why
//
// A subsequence proves nothing in a long text: three letters are found scattered over nearly every
// paragraph. So it has to lie inside one field and inside the
// field's first 80 characters. Paragraphs are searched with [Text], which knows no subsequences.
//
// sahilm/fuzzy triples its bonus with every neighbouring character and overflows at 40 of them,
// which would sort the best match last: it never sees a term of more than 32 runes, and its score is
// clamped into its tier. It ends a text at a NUL and takes an empty pattern for no match: folding
// leaves no control characters, and an empty query is answered here (everything, in order).
// It returns byte offsets of the folded text; they are mapped back to the original.
//
// A slip is a letter too many, too few, wrong, or two exchanged. Terms of four letters and more are
// forgiven one, of eight letters and more two. Slips are looked for only when nothing else matches:
// a name spelled right is never pushed down the list by its neighbours.
package match

import (
	"context"

	"reftel/model"
)

// Hit is one candidate that matches.
type Hit struct {
	Index int          // in the candidates
	Score int          // higher is better; comparable within one query only
	Spans []model.Span // what to light, as bytes of the original candidate on rune borders, in order
}

// Scattered reports whether a part of the query was only found as single letters or with a typing
// error. A list that mixes answers of several kinds puts such hits last.
func (h Hit) Scattered() bool { return h.Score > 0 && tierOf(h.Score) <= subsequence }

// Fuzzy ranks candidates for query and returns the best ones, at most limit, and how many match in all.
// An empty query matches everything, in the order given. When ctx ends the answer is nil, 0.
//
// It folds all candidates: whoever searches the same ones at every key keeps a [Set].
func Fuzzy(ctx context.Context, query string, candidates []string, limit int) (hits []Hit, total int) {
	return NewSet(candidates).Find(ctx, query, limit)
}
