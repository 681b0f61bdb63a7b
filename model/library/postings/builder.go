package postings

import (
	"slices"

	"reftel/model/lexicon"
)

// longestWord is how many bytes of a word are told apart; longer runs of letters are damage or binary waste.
const longestWord = 1000

// cut shortens a word to what is told apart.
func cut(word []byte) []byte { return word[:min(len(word), longestWord)] }

// gap parts texts of one document: no phrase goes across.
const gap = ^uint32(0)

// Builder gathers documents. It holds about four bytes for each word of their texts and the words themselves.
type Builder struct {
	words  *lexicon.Lexicon
	counts []uint32 // places of each word
	tokens []uint32 // numbers of the words of all documents, in order, and gaps
	ends   []int    // of each document in tokens
}

// NewBuilder returns an empty builder.
func NewBuilder() *Builder { return &Builder{words: lexicon.New()} }

// Reset empties the builder and keeps its memory.
func (b *Builder) Reset() {
	b.words.Reset()
	b.counts, b.tokens, b.ends = b.counts[:0], b.tokens[:0], b.ends[:0]
}

// Word adds the next word of the document. The bytes stay the caller's. A word may be any bytes but 0xFF in front.
func (b *Builder) Word(word []byte) {
	n := b.words.Number(cut(word))
	if n == len(b.counts) {
		b.counts = append(b.counts, 0)
	}
	b.counts[n]++
	b.tokens = append(b.tokens, uint32(n))
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
	const perWord = 64 // slots, half of which may be empty, number and count; and what it takes to be sorted
	return len(b.tokens)*4 + b.words.Bytes() + b.words.Len()*perWord
}

// place is where a word stands.
type place struct{ doc, position uint32 }

// places returns the places of each word: those of number n are places[starts[n]:starts[n+1]].
func (b *Builder) places() (places []place, starts []uint32) {
	starts = make([]uint32, len(b.counts)+1)
	for i, n := range b.counts {
		starts[i+1] = starts[i] + n
	}
	places = make([]place, starts[len(b.counts)])
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
	return places, starts
}
