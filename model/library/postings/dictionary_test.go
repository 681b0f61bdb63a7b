package postings

import (
	"fmt"
	"runtime"
	"slices"
	"testing"
)

// many is a segment of so many words, each in one document of a thousand.
func many(t testing.TB, words int) *Segment {
	b := NewBuilder()
	const docs = 1000
	for doc := range docs {
		for word := doc; word < words; word += docs {
			b.Word([]byte(wordOf(word)))
		}
		b.End()
	}
	return open(t, b)
}

func wordOf(i int) string { return fmt.Sprintf("w%06d", 2*i) }

// Every word is found, wherever in a block and a group of blocks it stands, and none that is not there.
func TestEveryWordOfManyGroups(t *testing.T) {
	const words = 5*blockWords*groupBlocks + 7
	s := many(t, words)
	for i := range words {
		if got := find(t, s, wordOf(i)); !slices.Equal(got, []int{i % 1000}) {
			t.Fatalf("%s is in %v and not in %d", wordOf(i), got, i%1000)
		}
		if got := find(t, s, fmt.Sprintf("w%06d", 2*i+1)); len(got) != 0 {
			t.Fatalf("a word that is not there is in %v", got)
		}
	}
	for _, absent := range []string{"a", "w", "w0000000", "x"} {
		if got := find(t, s, absent); len(got) != 0 {
			t.Errorf("%s is in %v", absent, got)
		}
	}
	all, next := NewSet(1000), 0
	for doc := range 1000 {
		all.Add(doc)
	}
	err := s.Count("w", all, nil, func(word string, docs, places int) bool {
		if word != wordOf(next) || docs != 1 || places != 1 {
			t.Fatalf("word %d is %s in %d documents", next, word, docs)
		}
		next++
		return true
	})
	if err != nil || next != words {
		t.Errorf("%d of %d words are counted (%v)", next, words, err)
	}
}

// What a segment takes in memory: a library of millions has a thousand of them.
func TestWhatASegmentTakes(t *testing.T) {
	const words = 200_000
	before := heap()
	s := many(t, words)
	s.r = nil // the file is none of it
	if took := heap() - before; took > words/10 {
		t.Errorf("%d words take %d bytes", words, took)
	} else {
		t.Logf("%d words take %d bytes", words, took)
	}
	runtime.KeepAlive(s)
}

func heap() int64 {
	var m runtime.MemStats
	for range 3 { // what pools keep goes with the second
		runtime.GC()
	}
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
