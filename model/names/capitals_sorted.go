package names

import (
	"sync"

	"reftel/model/lexicon"
)

// sorted remembers what is known of words: the same few thousand make most of all telegrams, and it takes many looks into
// tables to say it of one. Each worker takes one from the pool, so that none waits for another.
type sorted struct{ young, old *generation }

// generation is words that were met, and what is known of each.
type generation struct {
	words *lexicon.Lexicon
	kinds []wordKind
}

func newGeneration() *generation { return &generation{words: lexicon.New()} }

// mostSorted is how many words are remembered, twice: what was not met among so many others is forgotten.
const mostSorted = 40_000

var sortedPool = sync.Pool{New: func() any { return &sorted{newGeneration(), newGeneration()} }}

// of says what tables know of a word: see [kindOf].
func (s *sorted) of(key string, t *tables) wordKind {
	if s.young.words.Len() >= mostSorted {
		s.young, s.old = s.old, s.young
		s.young.words.Reset()
		s.young.kinds = s.young.kinds[:0]
	}
	word := []byte(key)
	n := s.young.words.Number(word)
	if n < len(s.young.kinds) {
		return s.young.kinds[n]
	}
	k, ok := s.old.find(word)
	if !ok {
		k = kindOf(key, t.knows(key), t)
	}
	s.young.kinds = append(s.young.kinds, k)
	return k
}

// find says what is known of a word, if it was met.
func (g *generation) find(word []byte) (k wordKind, ok bool) {
	n, ok := g.words.Find(word)
	if !ok {
		return 0, false
	}
	return g.kinds[n], true
}
