package lexicon_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"reftel/model/lexicon"
)

// Words that begin alike, that end in NUL as the filling of short ones does, and of all lengths: each has a number of its own,
// the same each time, and they come in the order of their bytes.
func TestLexicon(t *testing.T) {
	var words []string
	for _, stem := range []string{"", "a", "tide", "harbour", "harbours", "harbourmaster", "harbourmasters of the north"} {
		for _, end := range []string{"", "\x00", "\x00\x00", "s", "\x01", "é", "\xfe"} {
			words = append(words, stem+end)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 20_000 {
		words = append(words, fmt.Sprint("w", i, "-", r.Uint64()>>r.IntN(64)))
	}
	slices.Sort(words)
	words = slices.Compact(words)
	r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	l := lexicon.New()
	if n, ok := l.Find([]byte("tide")); ok {
		t.Errorf("an empty lexicon has number %d for a word", n)
	}
	for round := range 2 { // the second time with what the first has left behind
		for again := range 2 {
			for i, w := range words {
				if n := l.Number([]byte(w)); n != i {
					t.Fatalf("round %d.%d: %q has number %d, want %d", round, again, w, n, i)
				}
			}
		}
		if l.Len() != len(words) {
			t.Errorf("%d words, want %d", l.Len(), len(words))
		}
		before, sorted := []byte(nil), 0
		for n, w := range l.Sorted() {
			if w != words[n] || sorted > 0 && bytes.Compare([]byte(w), before) <= 0 {
				t.Fatalf("%q, number %d, comes behind %q", w, n, before)
			}
			before = []byte(w)
			sorted++
		}
		if sorted != len(words) {
			t.Errorf("%d words are sorted, want %d", sorted, len(words))
		}
		l.Reset()
	}
}

// The texts of a library are some hundred million words: none of those that are known takes memory.
func TestKnownWordsTakeNoMemory(t *testing.T) {
	l := lexicon.New()
	words := [][]byte{[]byte("tide"), []byte("harbour"), []byte("harbourmaster")}
	for _, w := range words {
		l.Number(w)
	}
	if n := testing.AllocsPerRun(100, func() {
		for _, w := range words {
			l.Number(w)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
