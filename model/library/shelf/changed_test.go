package shelf_test

import (
	"errors"
	"os"
	"testing"

	"reftel/model/library"
	"reftel/model/library/index"
	"reftel/model/library/shelf"
	"reftel/sample"
)

// changing returns an index of the sample that was filled and opened again, and a cable of it that cites another. The
// files are nobody else's.
func changing(t *testing.T) (x *shelf.Indexed, o *shelf.Opened) {
	t.Helper()
	dir, place := t.TempDir(), t.TempDir()
	if err := os.CopyFS(dir, sample.FS()); err != nil {
		t.Fatal(err)
	}
	in := library.Inputs([]string{dir}, nil)
	open := func() *shelf.Indexed {
		x, err := shelf.NewIndexed(place, in, library.LoadOptions{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { x.Close() })
		return x
	}
	fill(t, open())
	x = open()
	for _, n := range x.All() {
		o, err := x.Open(t.Context(), n)
		if err != nil {
			t.Fatal(err)
		}
		if len(o.Cites) > 0 && o.Cites[0].Number != shelf.None {
			return x, o
		}
	}
	t.Fatal("no cable cites another")
	return nil, nil
}

func fill(t *testing.T, s shelf.Shelf) {
	t.Helper()
	if err := s.Fill(t.Context(), func(shelf.Progress) {}); err != nil {
		t.Fatal(err)
	}
}

// A list that was shown before says afterwards which files are gone.
func TestFilesThatWereRemovedAreMissingInTheList(t *testing.T) {
	x, o := changing(t)
	if err := os.Remove(o.Cable.Source.File); err != nil {
		t.Fatal(err)
	}
	missing := func() bool {
		if err := x.Fetch(t.Context(), []shelf.Number{o.Number}); err != nil {
			t.Fatal(err)
		}
		r, _ := x.Row(o.Number)
		return r.Missing
	}
	before := missing()
	fill(t, x)
	if before || !missing() {
		t.Errorf("missing before %v, after %v", before, missing())
	}
}

// Of a cable whose file has changed while it was read nothing new is known: not that what it cites is missing.
func TestRelatingACableThatIsGone(t *testing.T) {
	x, o := changing(t)
	if _, err := x.Relate(t.Context(), o); err != nil {
		t.Error(err)
	}
	if err := os.WriteFile(o.Cable.Source.File, []byte("something else"), 0o600); err != nil {
		t.Fatal(err)
	}
	fill(t, x)
	if _, err := x.Relate(t.Context(), o); !errors.Is(err, index.ErrGone) {
		t.Errorf("a cable that is gone was related: %v", err)
	}
}
