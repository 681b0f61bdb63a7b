package query

import "reftel/model"

// Phrases finds many phrases in one pass over a text, however many they are. It does not change, and may be used by several
// goroutines.
type Phrases struct {
	words map[string]uint32 // of all phrases, numbered from 1
	nodes map[step]uint32   // of the trie of their words; the root is 0
	ends  map[uint32][]int  // phrases that end at a node
	deep  int               // words of the longest
}

// step leads from a node of the trie to another.
type step struct{ node, word uint32 }

// PhraseAt is a place of a phrase.
type PhraseAt struct {
	Phrase int // its place in the list
	Span   model.Span
}

// NewPhrases prepares phrases, compared as a query in quotation marks compares them: word by word, blind to case and
// accents. One without a word is never found.
func NewPhrases(phrases []string) *Phrases {
	p := &Phrases{words: map[string]uint32{}, nodes: map[step]uint32{}, ends: map[uint32][]int{}}
	for i, phrase := range phrases {
		node, length := uint32(0), 0
		for word := range Words(phrase) {
			w := p.words[word]
			if w == 0 {
				w = uint32(len(p.words) + 1)
				p.words[word] = w
			}
			next := p.nodes[step{node, w}]
			if next == 0 {
				next = uint32(len(p.nodes) + 1)
				p.nodes[step{node, w}] = next
			}
			node = next
			length++
		}
		if node != 0 {
			p.ends[node] = append(p.ends[node], i)
			p.deep = max(p.deep, length)
		}
	}
	return p
}

// wordAt is a word of a text that some phrase has, or 0.
type wordAt struct {
	word       uint32
	start, end int
}

// In returns the places of all phrases in a text, in the order in which they begin, those that begin at one word the
// shortest first. Phrases may lie over each other, but for places of the same one.
func (p *Phrases) In(text string) []PhraseAt {
	var buf [64]byte
	var words []wordAt
	known := false
	eachFolded(text, buf[:0], func(start, end int, word []byte) bool {
		w := wordAt{p.words[string(word)], start, end}
		known = known || w.word != 0
		words = append(words, w)
		return true
	})
	if !known {
		return nil
	}
	var out []PhraseAt
	free := map[int]int{} // phrase: where its last place ends
	for i := range words {
		node := uint32(0)
		for j := i; j < len(words) && j-i < p.deep && words[j].word != 0; j++ {
			if node = p.nodes[step{node, words[j].word}]; node == 0 {
				break
			}
			for _, phrase := range p.ends[node] {
				if words[i].start >= free[phrase] {
					free[phrase] = words[j].end
					out = append(out, PhraseAt{phrase, model.Span{Start: words[i].start, End: words[j].end}})
				}
			}
		}
	}
	return out
}
