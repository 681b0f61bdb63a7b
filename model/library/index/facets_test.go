package index

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/query"
)

// An index counts as the cables themselves are counted.
func TestFacetsAgreeWithTheCables(t *testing.T) {
	frequent(t)
	made := filepath.Join(t.TempDir(), "cables.csv")
	write(t, made, 5, 2<<20)
	paths := append(fixtures(t), made)
	dir := t.TempDir()
	update(t, dir, paths...)
	x, l := open(t, dir), inMemory(paths...)
	if len(x.now().segments) < 2 {
		t.Fatalf("%d segments: too few to tell", len(x.now().segments))
	}
	for _, asked := range []string{"", "the", "date:2009", "class:>=secret", "tag:prel", "from:lisbon", "-date:1900..", "zzzz", "is:copy", "has:redaction date:..2000"} {
		q, err := query.Parse(asked)
		if err != nil {
			t.Fatal(err)
		}
		q = q.Bind(l.Ask)
		var cables []*model.Cable
		for _, c := range l.Cables() {
			if q.Matches(c) {
				cables = append(cables, c)
			}
		}
		for _, size := range []struct{ top, bars int }{{5, 20}, {1000, 60}, {0, 0}} {
			got, err := mustSearch(t, x, asked).Facets(context.Background(), size.top, size.bars)
			if err != nil {
				t.Fatal(err)
			}
			if want := library.FacetsOf(cables, size.top, size.bars); !reflect.DeepEqual(got, want) {
				t.Errorf("%q, %d, %d:\n%+v\nwant\n%+v", asked, size.top, size.bars, got, want)
			}
		}
	}
}

// What is no longer in the index is not counted.
func TestFacetsLeaveOutWhatIsGone(t *testing.T) {
	base := t.TempDir()
	path, dir := filepath.Join(base, "cables.csv"), filepath.Join(base, "index")
	for seed, size := range []int{300_000, 200_000} {
		write(t, path, uint64(seed), size)
		update(t, dir, path)
		x := open(t, dir)
		got, err := mustSearch(t, x, "").Facets(context.Background(), 1000, 60)
		if err != nil {
			t.Fatal(err)
		}
		if want := library.FacetsOf(inMemory(path).Cables(), 1000, 60); !reflect.DeepEqual(got, want) {
			t.Errorf("after %d changes:\n%+v\nwant\n%+v", seed, got, want)
		}
	}
}
