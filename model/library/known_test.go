package library

import (
	"testing"
)

// A reading that leaves out what is known reads the rest, and names the pieces that it read whole.
func TestLoadLeavesOutKnownPieces(t *testing.T) {
	o := lineOptions()
	read := func(known func(Piece) bool) (cables string, pieces []Piece, finished int) {
		o.Known = known
		l, batches := load(t, inputs(memory("one.txt", "09LISBON1\n09LISBON2\n"), memory("two.txt", "09LISBON3\n")), o)
		for _, b := range batches {
			pieces = append(pieces, b.Pieces...)
			finished += len(b.Finished)
		}
		if problems := l.Problems(); len(problems) > 0 {
			t.Error(problems)
		}
		return ids(l.Cables()), pieces, finished
	}
	cables, pieces, finished := read(func(Piece) bool { return false })
	if cables != "09LISBON1 09LISBON2 09LISBON3" || len(pieces) != 2 || finished != 2 {
		t.Errorf("nothing known: cables %s, pieces %v, %d finished", cables, pieces, finished)
	}
	cables, pieces, finished = read(func(p Piece) bool { return p == Piece{"one.txt", "one.txt", 0, 20, ""} })
	if want := (Piece{"two.txt", "two.txt", 0, 10, ""}); cables != "09LISBON3" || len(pieces) != 1 || pieces[0] != want || finished != 2 {
		t.Errorf("one file known: cables %s, pieces %v, %d finished", cables, pieces, finished)
	}
}
