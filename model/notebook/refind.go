package notebook

import (
	"cmp"
	"slices"
	"strings"

	"reftel/model"
	"reftel/model/excerpt"
	"reftel/model/query"
)

// How says how the place of an anchor was found in a cable.
type How string

// The ways, the surest first.
const (
	Exact   How = "exact"   // the paragraph with that number has those words, or the cable itself was meant
	Moved   How = "moved"   // another paragraph or block has those words
	Similar How = "similar" // no block has those words side by side; this one has most of them
	Lost    How = "lost"    // the cable is another one or its text is: what is found is the cable itself
)

// Found is a place that an anchor stands for.
type Found struct {
	How   How
	Block int        // index in the cable's blocks; -1: the cable itself
	Span  model.Span // of the quoted words in the block's text; empty where not all stand side by side
}

// A block must have this share of the quoted words, by their weight, to be taken for the one that was meant.
const (
	leastAlike  = 0.4
	fewestAlike = 2 // words, if so many are quoted
)

// Find finds the place in a cable, which may be another copy or read from other bytes: the paragraph with the number that
// has the words; else the block with those words; else the one that has most of them; else the cable itself. Case, accents,
// line ends and signs between words make no difference. Of several it is the one nearest to where the place was.
func (a *Anchor) Find(c *model.Cable) Found {
	whole := Found{Block: -1, How: Lost}
	if a.Kind == "" {
		whole.How = Exact
		return whole
	}
	if a.Quote == "" {
		if i, ok := c.Paragraph(a.Paragraph); ok && a.Paragraph > 0 {
			return Found{How: Exact, Block: i}
		}
		return whole
	}
	quoted := slices.Collect(query.Words(a.Quote))
	var with []Found
	for i := range c.Blocks {
		if span, ok := a.quoteIn(&c.Blocks[i], quoted); ok {
			f := Found{How: Moved, Block: i, Span: span}
			if paragraphOf(c, i) == a.Paragraph {
				f.How = Exact
			}
			with = append(with, f)
		}
	}
	if len(with) > 0 {
		return slices.MinFunc(with, func(x, y Found) int {
			return cmp.Or(cmp.Compare(rank(x.How), rank(y.How)), a.far(c, x.Block)-a.far(c, y.Block))
		})
	}
	if i, ok := a.mostAlike(c, quoted); ok {
		return Found{How: Similar, Block: i}
	}
	return whole
}

func rank(h How) int { return slices.Index([]How{Exact, Moved, Similar, Lost}, h) }

// far tells how far a block is from where the place was: blocks of another kind are farther than all of the same.
func (a *Anchor) far(c *model.Cable, block int) int {
	far := distance(block, a.Block)
	if c.Blocks[block].Kind != a.Kind {
		far += len(c.Blocks)
	}
	return far
}

func distance(x, y int) int { return max(x, y) - min(x, y) }

// quoteIn returns where the quoted words stand in a block: of several places the one nearest to where they stood.
func (a *Anchor) quoteIn(b *model.Block, quoted []string) (nearest model.Span, found bool) {
	if len(quoted) == 0 { // signs alone
		return model.Span{}, b.Kind == a.Kind && strings.Contains(excerpt.OneLine(b.Text), a.Quote)
	}
	var spans []model.Span
	is := func(word string, k int) bool { return word == quoted[k] }
	if endless(a.Quote) {
		is = func(word string, k int) bool { return strings.HasPrefix(word, quoted[k]) }
	}
	next, matched := borders(quoted), 0
	for span, word := range query.PlacedWords(b.Text) {
		spans = append(spans, span)
		for matched > 0 && !is(word, matched) {
			matched = next[matched]
		}
		if is(word, matched) {
			matched++
		}
		if matched < len(quoted) {
			continue
		}
		matched = next[matched]
		place := model.Span{Start: spans[len(spans)-len(quoted)].Start, End: span.End}
		if !found || distance(place.Start, a.Start) < distance(nearest.Start, a.Start) {
			nearest, found = place, true
		}
	}
	return nearest, found
}

// borders says for each count of words that have been found side by side how many of the last of them are the first ones
// too: from there the search goes on when the next word is another one. So it takes no longer for words that are repeated.
func borders(words []string) []int {
	next := make([]int, len(words)+1)
	for i := 1; i < len(words); i++ {
		k := next[i]
		for k > 0 && words[i] != words[k] {
			k = next[k]
		}
		if words[i] == words[k] {
			k++
		}
		next[i+1] = k
	}
	return next
}

// mostAlike returns the block that has most of the quoted words; ok is false when none has enough of them. A word that many
// blocks of the cable have tells little.
func (a *Anchor) mostAlike(c *model.Cable, words []string) (block int, ok bool) {
	quoted := slices.Compact(slices.Sorted(slices.Values(words)))
	has := make([][]bool, len(c.Blocks)) // which of them
	blocks := make([]int, len(quoted))   // that have each
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if !b.Kind.IsText() && b.Kind != a.Kind {
			continue
		}
		has[i] = make([]bool, len(quoted))
		for word := range query.Words(b.Text) {
			if k, there := slices.BinarySearch(quoted, word); there && !has[i][k] {
				has[i][k] = true
				blocks[k]++
			}
		}
	}
	all := 0.0
	for k := range quoted {
		all += 1 / float64(max(1, blocks[k]))
	}
	best, most := -1, leastAlike*all
	for i := range has {
		if len(has[i]) == 0 {
			continue
		}
		weight, words := 0.0, 0
		for k := range has[i] {
			if has[i][k] {
				weight += 1 / float64(blocks[k])
				words++
			}
		}
		if words < min(fewestAlike, len(quoted)) || weight < most || weight == most && best >= 0 && a.far(c, i) >= a.far(c, best) {
			continue
		}
		best, most = i, weight
	}
	return best, best >= 0
}
