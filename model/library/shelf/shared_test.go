package shelf_test

import (
	"fmt"
	"os"
	"slices"
	"sync"
	"testing"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/model/names"
	"reftel/model/notebook"
	"reftel/model/query"
	"reftel/sample"
)

// shared returns the sample as many readers ask it, not filled yet.
func shared(t *testing.T) *shelf.Shared {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, sample.FS()); err != nil {
		t.Fatal(err)
	}
	x, err := shelf.NewIndexed(t.TempDir(), library.Inputs([]string{dir}, nil), library.LoadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return shelf.Share(x)
}

// Whoever comes before, while or after the library is read sees all of it.
func TestReadersOfASharedShelfSeeItGrow(t *testing.T) {
	s := shared(t)
	var all sync.WaitGroup
	seen := make([]int, 4)
	follow := func(i int) {
		r := s.Reader()
		all.Go(func() {
			if err := r.Fill(t.Context(), func(p shelf.Progress) {
				if p.Grown {
					seen[i] = len(r.All())
				}
			}); err != nil {
				t.Error(err)
			}
		})
	}
	follow(0)
	follow(1)
	all.Go(func() {
		if err := s.Fill(t.Context()); err != nil {
			t.Error(err)
		}
	})
	follow(2)
	all.Wait()
	follow(3)
	all.Wait()
	if n := len(s.Reader().All()); n == 0 || slices.Min(seen) != n {
		t.Errorf("readers were told of %d cables of %d", seen, n)
	}
}

// What one reader says of names and keeps in a notebook is not there for another.
func TestReadersOfASharedShelfKeepToThemselves(t *testing.T) {
	s := shared(t)
	if err := s.Fill(t.Context()); err != nil {
		t.Fatal(err)
	}
	one, other := s.Reader(), s.Reader()
	hits, _ := one.Names().Lookup(t.Context(), "", 1<<20)
	i := slices.IndexFunc(hits, func(h names.Hit) bool { return h.Kind == model.Person && !h.Alone && h.Entry.Cables > 1 })
	was := hits[i].Name
	ruled(t, fmt.Sprintf("rename person %q -> \"Zebulon Umbrage\"", was), one)
	book := notebook.New(t.TempDir() + "/notebook.db")
	defer book.Close()
	one.SetNotebook(book)
	o, err := one.Open(t.Context(), one.All()[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := book.SetRead(t.Context(), true, o.Cable.Date, o.Cable.Key()); err != nil {
		t.Fatal(err)
	}
	read, err := query.Parse("is:read")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		who        string
		shelf      shelf.Shelf
		name       string
		read, with int
	}{{"who changed things", one, "Zebulon Umbrage", 1, 1}, {"the other", other, was, 0, 0}} {
		if _, ok := entry(t, tt.shelf, tt.name); !ok {
			t.Errorf("%s doesn't find %s", tt.who, tt.name)
		}
		if _, ok := entry(t, tt.shelf, "Zebulon Umbrage"); ok != (tt.with == 1) {
			t.Errorf("%s finds the new name: %v", tt.who, ok)
		}
		found, err := tt.shelf.Find(t.Context(), shelf.Question{Query: read})
		if err != nil || len(found) != tt.read {
			t.Errorf("%s has read %d cables, want %d: %v", tt.who, len(found), tt.read, err)
		}
	}
}
