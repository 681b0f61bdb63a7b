package postings

import (
	"slices"
)

// longestWord is how many bytes of a word are told apart; longer runs of letters are damage or binary waste.
const longestWord = 1000

// cut shortens a word to what is told apart.
func cut(word []byte) []byte { return word[:min(len(word), longestWord)] }

// gap parts texts of one document: no phrase goes across.
const gap = ^uint32(0)

// Builder gathers documents. It holds about four bytes for each word of their texts and the words themselves.
type Builder struct {
	numbers map[string]uint32 // of words, in the order in which they were met
	words   []string
	counts  []uint32 // places of each word
	tokens  []uint32 // numbers of the words of all documents, in order, and gaps
	ends    []int    // of each document in tokens
	bytes   int      // of the distinct words
}

// NewBuilder returns an empty builder.
func NewBuilder() *Builder { return &Builder{numbers: map[string]uint32{}} }

// Reset empties the builder and keeps its memory.
func (b *Builder) Reset() {
	clear(b.numbers)
	clear(b.words)
	*b = Builder{numbers: b.numbers, words: b.words[:0], counts: b.counts[:0], tokens: b.tokens[:0], ends: b.ends[:0]}
}

// Word adds the next word of the document. The bytes stay the caller's. A word may be any bytes but 0xFF in front.
func (b *Builder) Word(word []byte) {
	word = cut(word)
	n, ok := b.numbers[string(word)]
	if !ok {
		n = uint32(len(b.words))
		written := string(word)
		b.numbers[written] = n
		b.words = append(b.words, written)
		b.counts = append(b.counts, 0)
		b.bytes += len(written)
	}
	b.counts[n]++
	b.tokens = append(b.tokens, n)
}

// Gap ends a text of the document: the next word does not stand beside the last one.
func (b *Builder) Gap() { b.tokens = append(b.tokens, gap) }

// End ends the document and returns its number.
func (b *Builder) End() int {
	b.ends = append(b.ends, len(b.tokens))
	return len(b.ends) - 1
}

// Len returns the number of documents.
func (b *Builder) Len() int { return len(b.ends) }

// Memory returns about how many bytes the builder holds, and half again as many while it is written.
func (b *Builder) Memory() int {
	const perWord = 64 // map, slice, header
	return len(b.tokens)*4 + b.bytes + len(b.words)*perWord
}

// place is where a word stands.
type place struct{ doc, position uint32 }

// sorted returns the numbers of the words in the order of the words, and the places of each word: those of number n
// are places[starts[n]:starts[n+1]].
func (b *Builder) sorted() (order []uint32, places []place, starts []uint32) {
	order = make([]uint32, len(b.words))
	starts = make([]uint32, len(b.words)+1)
	for i := range order {
		order[i] = uint32(i)
		starts[i+1] = starts[i] + b.counts[i]
	}
	places = make([]place, starts[len(b.words)])
	next := slices.Clone(starts)
	at := 0
	for doc, end := range b.ends {
		position := uint32(0)
		for ; at < end; at++ {
			if n := b.tokens[at]; n != gap {
				places[next[n]] = place{uint32(doc), position}
				next[n]++
			}
			position++
		}
	}
	slices.SortFunc(order, func(x, y uint32) int {
		if b.words[x] < b.words[y] {
			return -1
		}
		return 1 // no word stands twice
	})
	return order, places, starts
}
