package names

import (
	"strings"
	"sync"
)

// sorted remembers what is known of words: the same few thousand make most of all telegrams, and it takes many looks into
// tables to say it of one. Each worker takes one from the pool, so that none waits for another.
type sorted struct{ young, old map[string]wordKind }

// mostSorted is how many words are remembered, twice: what was not met among so many others is forgotten.
const mostSorted = 40_000

var sortedPool = sync.Pool{New: func() any { return &sorted{young: map[string]wordKind{}} }}

// of says what tables know of a word: see [kindOf].
func (s *sorted) of(key string, t *tables) wordKind {
	if k, ok := s.young[key]; ok {
		return k
	}
	k, ok := s.old[key]
	if !ok {
		k = kindOf(key, t.knows(key), t)
	}
	if len(s.young) >= mostSorted {
		s.young, s.old = map[string]wordKind{}, s.young
	}
	s.young[strings.Clone(key)] = k // the text that it stands in is not kept
	return k
}
