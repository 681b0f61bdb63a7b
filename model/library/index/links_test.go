package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

// citing writes so many cables that cite one, and a few ids like its own: with and without a year, before and after the
// end of March, in the REF list and in the text. The one is there, unless it is to be missing.
func citing(t testing.TB, cables int, missing bool) (path string, cited model.ID) {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	id := func(year int) string { return fmt.Sprintf("%02dLISBON9007", year) }
	lines := []string{`{"id": "` + id(8) + `", "date": "2008-05-05", "text": "1. (U) The lamp."}`}
	if !missing {
		lines = append(lines, `{"id": "`+id(9)+`", "date": "2009-05-05", "text": "1. (U) The lighthouse, see 08 LISBON 9007 and 10 LISBON 9007."}`)
	}
	for n := range cables {
		year, month := 9+n%2, 1+random.IntN(6)
		written := []string{"09 LISBON 9007", "LISBON 9007", "08 LISBON 9007", "09 LISBON 9007"}
		random.Shuffle(len(written), func(i, j int) { written[i], written[j] = written[j], written[i] })
		lines = append(lines, fmt.Sprintf(`{"id": "%02dLIMA%d", "date": "20%02d-%02d-02", "references": ["A. %s", "B. %s"], "text": "1. (U) The keeper wrote (%s, and %s)."}`,
			year, 100+n, year, month, written[0], written[1], written[2], written[3]))
	}
	path = filepath.Join(t.TempDir(), "cables.jsonl")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	cited, _ = model.ParseID(id(9))
	return path, cited
}

// Who cites an id is what the library in memory says, whatever year was meant, for what is there and what is missing.
func TestCitedByAgreesWithTheLibrary(t *testing.T) {
	for _, missing := range []bool{false, true} {
		path, cited := citing(t, 300, missing)
		dir := t.TempDir()
		paths := append(fixtures(t), path)
		update(t, dir, paths...)
		x, l := open(t, dir), inMemory(paths...)
		ids := []model.ID{cited, {Year: cited.Year + 1, Station: cited.Station, Serial: cited.Serial}}
		for _, c := range l.Cables() {
			ids = append(ids, c.ID)
			for _, link := range l.Cites(c) {
				ids = append(ids, link.ID)
			}
		}
		slices.SortFunc(ids, model.ID.Compare)
		links := 0
		for _, id := range slices.Compact(ids) {
			var got, want []string
			if id.IsZero() {
				continue
			}
			found, err := x.CitedBy(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			for _, link := range found {
				row, err := x.Row(link.Numbers[0])
				if err != nil || len(link.Numbers) != 1 {
					t.Fatal(link, err)
				}
				got = append(got, fmt.Sprint(key(row.Cable), link.ID, link.YearInferred, link.Bullet))
			}
			for _, link := range l.CitedBy(id) {
				want = append(want, fmt.Sprint(key(link.Cable), link.ID, link.YearInferred, link.Bullet))
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s, missing %v: %s", id, missing, difference(strings.Join(got, "\n"), strings.Join(want, "\n")))
			}
			links = max(links, len(want))
		}
		if links < 200 {
			t.Errorf("at most %d cables cite one", links)
		}
	}
}

// What is known of a cable's references at one moment is what is said of each.
func TestRelationsAreThoseOfEachReference(t *testing.T) {
	path, cited := citing(t, 50, true)
	dir := t.TempDir()
	update(t, dir, append(fixtures(t), path)...)
	x := open(t, dir)
	others := 0
	for _, n := range x.All() {
		row, err := x.Row(int(n))
		if err != nil {
			t.Fatal(err)
		}
		got, err := x.Relations(t.Context(), int(n), row.ID)
		if err != nil {
			t.Fatal(err)
		}
		want := Relations{Others: map[model.ID][]Link{}}
		if want.Cites, err = x.Cites(t.Context(), int(n)); err != nil {
			t.Fatal(err)
		}
		if !row.ID.IsZero() {
			if want.CitedBy, err = x.CitedBy(t.Context(), row.ID); err != nil {
				t.Fatal(err)
			}
		}
		for _, l := range want.Cites {
			if len(l.Numbers) == 0 {
				if want.Others[l.ID], err = x.CitedBy(t.Context(), l.ID); err != nil {
					t.Fatal(err)
				}
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %v, want %v", row.ID, got, want)
		}
		others += len(got.Others[cited])
	}
	if others == 0 {
		t.Error("nobody cites what is missing")
	}
}

// A question about references that nobody waits for any more ends.
func TestContextsEndReadings(t *testing.T) {
	dir := t.TempDir()
	update(t, dir, fixtures(t)...)
	x := open(t, dir)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	id := inMemory(fixtures(t)...).Cables()[0].ID
	for what, ask := range map[string]func() error{
		"citing":    func() error { _, err := x.CitedBy(ctx, id); return err },
		"cited":     func() error { _, err := x.Cites(ctx, 0); return err },
		"relations": func() error { _, err := x.Relations(ctx, 0, id); return err },
		"rows":      func() error { _, err := x.Rows(ctx, []int{0}); return err },
	} {
		if err := ask(); err != context.Canceled {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func BenchmarkCitedBy(b *testing.B) {
	path, cited := citing(b, 1000, false)
	dir := b.TempDir()
	update(b, dir, path)
	x := open(b, dir)
	for b.Loop() {
		if links, err := x.CitedBy(context.Background(), cited); err != nil || len(links) < 600 {
			b.Fatal(len(links), err)
		}
	}
}
