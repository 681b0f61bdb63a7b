package shelf_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"reftel/model/library"
	"reftel/model/library/index"
	"reftel/model/library/shelf"
	"reftel/model/names"
	"reftel/sample"
)

// An index that is built anew while a shelf has it open, by another process or by its own Fill, has other numbers. Those
// that somebody still has lead to their cables or nowhere, before Fill notices and afterwards.
func TestAnIndexThatIsBuiltAnew(t *testing.T) {
	for _, other := range []bool{true, false} {
		dir, place := t.TempDir(), t.TempDir()
		if err := os.CopyFS(dir, sample.FS()); err != nil {
			t.Fatal(err)
		}
		in := library.Inputs([]string{dir}, nil)
		x, err := shelf.NewIndexed(place, in, library.LoadOptions{})
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		fill(t, x)
		meant := map[shelf.Number]string{}
		first := ""
		for _, n := range x.All() {
			o, err := x.Open(t.Context(), n)
			if err != nil {
				t.Fatal(err)
			}
			meant[n] = o.Cable.ID.String()
			if n == 0 {
				first = o.Cable.Source.File
			}
		}
		hits, _ := x.Names().Lookup(t.Context(), "", 1)
		ask := func(when string, gone bool) {
			t.Helper()
			var all sync.WaitGroup
			for range 3 { // more than the connections that are kept
				all.Go(func() {
					for n, want := range meant {
						o, err := x.Open(t.Context(), n)
						if gone && !errors.Is(err, index.ErrGone) {
							t.Errorf("%s, opening %d, %s, gives %v", when, n, want, err)
						}
						if err == nil && o.Cable.ID.String() != want {
							t.Errorf("%s, %d opens %s, meant %s", when, n, o.Cable.ID, want)
						}
						if r, ok := x.Row(n); ok && r.Cable != nil && r.Cable.ID.String() != want {
							t.Errorf("%s, the row of %d is of %s, meant %s", when, n, r.Cable.ID, want)
						}
					}
				})
			}
			all.Wait()
		}
		if err := os.Remove(first); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(place, "damaged"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if other {
			if err := index.Update(t.Context(), place, in, library.LoadOptions{}, func(index.Progress) {}); err != nil {
				t.Fatal(err)
			}
			ask("built by another", false)
		}
		if err := x.Fetch(t.Context(), x.All()); err != nil {
			t.Fatal(err)
		}
		grown := false
		if err := x.Fill(t.Context(), func(p shelf.Progress) {
			grown = grown || p.Grown
			ask("while it is filled", false)
		}); err != nil {
			t.Fatal(err)
		}
		if !grown {
			t.Error("nobody is told that there are other cables")
		}
		ask("filled", true)
		clean, err := shelf.NewIndexed(t.TempDir(), in, library.LoadOptions{})
		if err != nil {
			t.Fatal(err)
		}
		defer clean.Close()
		fill(t, clean)
		if got, want := ids(t, x, x.All()), ids(t, clean, clean.All()); got != want || len(x.All()) == 0 {
			t.Errorf("all are\n%s\nwant\n%s", got, want)
		}
		named := func(s shelf.Shelf, e names.Entry) string {
			numbers, err := s.Named(t.Context(), e)
			if err != nil {
				t.Fatal(err)
			}
			return ids(t, s, numbers)
		}
		if got, want := named(x, hits[0].Entry), named(clean, hits[0].Entry); got != want {
			t.Errorf("%s stands in\n%s\nwant\n%s", hits[0].Name, got, want)
		}
		if got, want := someNames(t, x), someNames(t, clean); got != want {
			t.Errorf("names are\n%s\nwant\n%s", got, want)
		}
		if got, want := everyNext(t, x), everyNext(t, clean); got != want {
			t.Errorf("next are\n%s\nwant\n%s", got, want)
		}
		for _, n := range x.All() {
			o, err := x.Open(t.Context(), n)
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range append(o.Cites, o.CitedBy...) {
				if l.Number == shelf.None {
					continue
				}
				if p, err := x.Open(t.Context(), l.Number); err != nil || p.Cable.ID != l.ID {
					t.Errorf("the link from %s to %s leads to number %d: %v", o.Cable.ID, l.ID, l.Number, err)
				}
			}
		}
	}
}

// What Fill can't take in at its end it says.
func TestFillSaysThatItCannotReadTheIndex(t *testing.T) {
	place, noise := t.TempDir(), filepath.Join(t.TempDir(), "noise")
	x, err := shelf.NewIndexed(place, library.Inputs([]string{t.TempDir()}, nil), library.LoadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	fill(t, x)
	if err := os.WriteFile(noise, []byte(strings.Repeat("noise", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	err = x.Fill(t.Context(), func(p shelf.Progress) {
		if p.Done {
			os.Rename(noise, filepath.Join(place, "index.db"))
		}
	})
	if err == nil {
		t.Error("Fill says nothing")
	}
}
