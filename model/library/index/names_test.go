package index

import (
	"context"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/names"
)

func namesOf(t testing.TB, x *Index) *Names {
	t.Helper()
	n, err := x.Names(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// withoutKeys drops what only tells entries apart inside an index.
func withoutKeys(hits []names.Hit) (out []names.Hit) {
	for _, h := range hits {
		out = append(out, names.Hit{Entry: names.Entry{Name: h.Name, Kind: h.Kind, Forms: h.Forms, Cables: h.Cables, Mentions: h.Mentions, Alone: h.Alone}, Matched: h.Matched})
	}
	return out
}

// sameNames compares the names of an index with those of the cables in memory.
func sameNames(t *testing.T, x *Index, l *library.Library) {
	t.Helper()
	n := namesOf(t, x)
	asked := []string{"", "a", "an", "state", "ministry", "embassy", "united states", "prime minister", "qui", "ostrandre", "gov of", "xyzzy"}
	all, total := l.Names().Lookup(context.Background(), "", 1<<20)
	if total < 20 || n.Len() != total {
		t.Fatalf("%d names, want %d", n.Len(), total)
	}
	for i, h := range all {
		if i%7 == 0 {
			asked = append(asked, h.Name, strings.ToLower(h.Name[:len(h.Name)/2]), h.Forms[len(h.Forms)-1])
		}
	}
	for _, query := range asked {
		for _, limit := range []int{3, 1 << 20} {
			want, wanted := l.Names().Lookup(context.Background(), query, limit)
			got, total := n.Lookup(context.Background(), query, limit)
			if total != wanted || !reflect.DeepEqual(withoutKeys(got), withoutKeys(want)) {
				t.Fatalf("%q finds %d\n%+v\nwant %d\n%+v", query, total, got, wanted, want)
			}
		}
	}
	mine, _ := n.Lookup(context.Background(), "", 1<<20)
	for i, h := range all {
		r, err := n.Cables(context.Background(), mine[i].Entry)
		if err != nil {
			t.Fatal(err)
		}
		var got, want []string
		for number := range r.OldestFirst() {
			row, err := x.Row(number)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, key(row.Cable))
		}
		cables := slices.SortedFunc(slices.Values(l.Names().Cables(h.Entry)), library.Compare)
		for _, c := range cables {
			want = append(want, key(c))
		}
		if !slices.Equal(got, want) || r.Len() != h.Cables {
			t.Errorf("%s stands in\n%v\nwant\n%v", h.Name, got, want)
		}
	}
}

// An index knows the names that the cables in memory have, and where they stand.
func TestNamesAgreeWithTheCables(t *testing.T) {
	frequent(t)
	made := filepath.Join(t.TempDir(), "cables.csv")
	write(t, made, 5, 1<<20)
	paths := append(fixtures(t), made)
	dir := t.TempDir()
	update(t, dir, paths...)
	x := open(t, dir)
	if len(x.now().segments) < 2 {
		t.Fatalf("%d segments: too few to tell", len(x.now().segments))
	}
	sameNames(t, x, inMemory(paths...))
}

// Names of cables that are gone are gone, and those of new ones are there.
func TestNamesFollowTheFiles(t *testing.T) {
	base := t.TempDir()
	path, dir := filepath.Join(base, "cables.csv"), filepath.Join(base, "index")
	write(t, path, 1, 300_000)
	update(t, dir, path)
	x := open(t, dir)
	sameNames(t, x, inMemory(path))
	write(t, path, 2, 200_000)
	update(t, dir, path)
	if changed, err := x.Refresh(); err != nil || !changed {
		t.Fatalf("the index has changed: %v, %v", changed, err)
	}
	sameNames(t, x, inMemory(path))
	if r, err := namesOf(t, x).Cables(context.Background(), names.Entry{Name: "Nobody at All", Kind: model.Person}); err != nil || r.Len() != 0 {
		t.Errorf("nobody stands in %d cables: %v", r.Len(), err)
	}
}

func TestReadingNamesCanBeStopped(t *testing.T) {
	dir := t.TempDir()
	update(t, dir, fixtures(t)...)
	x := open(t, dir)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := x.Names(ctx); err == nil {
		t.Error("names are read after the end")
	}
	if n := namesOf(t, x); n.Len() == 0 {
		t.Error("there are no names afterwards")
	}
}

// Names are read anew when the index has grown, not each time somebody looks whether it has.
func TestNamesLastUntilTheIndexGrows(t *testing.T) {
	base := t.TempDir()
	path, dir := filepath.Join(base, "cables.csv"), filepath.Join(base, "index")
	write(t, path, 1, 100<<10)
	update(t, dir, path)
	x := open(t, dir)
	n := namesOf(t, x)
	if _, err := x.Refresh(); err != nil || !x.HasNames(n) {
		t.Errorf("names are read anew without need: %v", err)
	}
	more := filepath.Join(base, "more.csv")
	write(t, more, 2, 100<<10)
	update(t, dir, path, more)
	if _, err := x.Refresh(); err != nil || x.HasNames(n) {
		t.Errorf("names are not read anew: %v", err)
	}
}
