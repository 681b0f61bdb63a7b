package index

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"reftel/model/library"
)

// An index that is built anew while it is open has other numbers. Whoever still has the old ones gets what they meant, or
// is told that it is gone; the one who asks whether there is more is told to open it again.
func TestAnIndexThatIsBuiltAnewWhileItIsOpen(t *testing.T) {
	base := t.TempDir()
	dir, first, second := filepath.Join(base, "index"), filepath.Join(base, "first.csv"), filepath.Join(base, "second.csv")
	write(t, first, 1, 100_000)
	write(t, second, 2, 100_000)
	update(t, dir, first)
	x := open(t, dir)
	meant := map[int]string{}
	for _, n := range x.All() {
		row, err := x.Row(int(n))
		if err != nil {
			t.Fatal(err)
		}
		meant[int(n)] = key(row.Cable)
	}
	ask := func(when string) {
		t.Helper()
		var all sync.WaitGroup
		for range 8 { // more than the connections that are open
			all.Go(func() {
				for n, want := range meant {
					switch row, err := x.Row(n); {
					case errors.Is(err, ErrGone):
					case err != nil:
						t.Errorf("%s, %d: %v", when, n, err)
					case key(row.Cable) != want:
						t.Errorf("%s, %d means %s, meant %s", when, n, key(row.Cable), want)
					}
				}
			})
		}
		all.Wait()
	}
	mark(dir)
	err := Update(context.Background(), dir, library.Inputs([]string{second}, nil), library.LoadOptions{}, func(Progress) {
		ask("while it is built")
	})
	if err != nil {
		t.Fatal(err)
	}
	ask("afterwards")
	if _, err := x.Refresh(); !errors.Is(err, ErrRebuilt) {
		t.Errorf("refreshing gives %v", err)
	}
	if err := x.failed(errStale); !errors.Is(err, ErrRebuilt) || isMarked(dir) {
		t.Errorf("what fails in the old one gives %v, and that the new one is damaged: %v", err, isMarked(dir))
	}
	if y := open(t, dir); y.Len() == 0 {
		t.Error("the new one is empty")
	}
	if err := os.Remove(filepath.Join(dir, databaseName)); err != nil {
		t.Fatal(err)
	}
	if _, err := x.Refresh(); !errors.Is(err, ErrRebuilt) {
		t.Errorf("without a database, refreshing gives %v", err)
	}
}

// Numbers are not given twice, even when the last cables are gone.
func TestNumbersOfCablesThatAreGoneAreNotGivenAgain(t *testing.T) {
	base := t.TempDir()
	dir, kept, path, more := filepath.Join(base, "index"), filepath.Join(base, "kept.csv"), filepath.Join(base, "last.csv"), filepath.Join(base, "more.csv")
	write(t, kept, 1, 100_000)
	update(t, dir, kept)
	write(t, path, 2, 20_000)
	update(t, dir, kept, path)
	before := open(t, dir).All()
	if err := os.WriteFile(path, []byte("nothing"), 0o600); err != nil {
		t.Fatal(err)
	}
	update(t, dir, kept, path)
	left := map[uint32]bool{}
	for _, n := range open(t, dir).All() {
		left[n] = true
	}
	if len(left) == len(before) {
		t.Fatal("nothing is gone")
	}
	write(t, more, 3, 20_000)
	update(t, dir, kept, path, more)
	x := open(t, dir)
	for _, n := range before {
		if _, err := x.Row(int(n)); !left[n] && !errors.Is(err, ErrGone) {
			t.Errorf("%d, which is gone, gives %v", n, err)
		}
	}
	segmentFiles(t, dir)
}
