package index

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"reftel/model/library/postings"
)

// segmentFiles returns how many segments an index has, and fails if there are other files than theirs.
func segmentFiles(t testing.TB, dir string) int {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*"+segmentSuffix))
	if err != nil {
		t.Fatal(err)
	}
	x := open(t, dir)
	c, err := x.Contents()
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) != c.Segments || len(x.now().segments) != c.Segments {
		t.Errorf("%d files of %d segments, %d open", len(paths), c.Segments, len(x.now().segments))
	}
	return c.Segments
}

// An index to which a file is added every day has few segments, and is what it would be had they all come at once.
func TestAnIndexThatIsUpdatedOftenHasFewSegments(t *testing.T) {
	base := t.TempDir()
	cables, dir := filepath.Join(base, "cables"), filepath.Join(base, "index")
	if err := os.Mkdir(cables, 0o700); err != nil {
		t.Fatal(err)
	}
	most := 0
	for day := range 24 {
		write(t, filepath.Join(cables, fmt.Sprintf("%02d.csv", day)), uint64(day), 15_000)
		update(t, dir, cables)
		most = max(most, segmentFiles(t, dir))
	}
	if most > 7 {
		t.Errorf("there were %d segments", most)
	}
	clean := filepath.Join(base, "clean")
	update(t, clean, cables)
	if got, want := everything(t, dir), everything(t, clean); got != want {
		t.Error(difference(got, want))
	}
	sameNames(t, open(t, dir), inMemory(cables))
}

// A file that is written anew every day leaves no more behind than one day's segments.
func TestWhatIsGoneIsDropped(t *testing.T) {
	base := t.TempDir()
	path, dir := filepath.Join(base, "cables.csv"), filepath.Join(base, "index")
	x := (*Index)(nil)
	for day := range 10 {
		write(t, path, uint64(day), 50_000)
		update(t, dir, path)
		if n := segmentFiles(t, dir); n != 1 {
			t.Errorf("day %d: %d segments", day, n)
		}
		if x == nil {
			x = open(t, dir)
		}
		if _, err := x.Refresh(); err != nil {
			t.Fatal(err)
		}
		if got := mustSearch(t, x, "the").Len(); got == 0 || got != len(found(t, open(t, dir), "the")) {
			t.Errorf("day %d: %d found by whoever has it open", day, got)
		}
	}
	if len(x.open) != 1 {
		t.Errorf("%d files are kept open", len(x.open))
	}
}

// An update that finds nothing changed writes nothing, however few of their numbers the cables take.
func TestNothingIsWrittenAgainAndAgain(t *testing.T) {
	base := t.TempDir()
	cables, dir := filepath.Join(base, "cables"), filepath.Join(base, "index")
	if err := os.Mkdir(cables, 0o700); err != nil {
		t.Fatal(err)
	}
	for day := range 5 {
		write(t, filepath.Join(cables, fmt.Sprintf("%d.csv", day)), uint64(day), 10_000)
		update(t, dir, cables)
	}
	update(t, dir, cables) // merges what there is to merge
	before := segmentNames(t, dir)
	update(t, dir, cables)
	if after := segmentNames(t, dir); !slices.Equal(after, before) {
		t.Errorf("the segments were %v and are %v", before, after)
	}
}

// segmentNames returns the files of the segments.
func segmentNames(t testing.TB, dir string) (files []string) {
	t.Helper()
	for _, s := range open(t, dir).now().segments {
		files = append(files, s.segmentRow.file)
	}
	return files
}

// Whoever has an index open knows its cables by their numbers: a new cable never gets that of one that is gone.
func TestNoNumberIsGivenTwice(t *testing.T) {
	base := t.TempDir()
	cables, dir := filepath.Join(base, "cables"), filepath.Join(base, "index")
	if err := os.Mkdir(cables, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(cables, "a.csv"), 1, 20_000)
	update(t, dir, cables)
	write(t, filepath.Join(cables, "b.csv"), 2, 20_000)
	update(t, dir, cables)
	before := map[uint32]string{}
	x := open(t, dir)
	for _, n := range x.All() {
		row, err := x.Row(int(n))
		if err != nil {
			t.Fatal(err)
		}
		before[n] = key(row.Cable)
	}
	if err := os.WriteFile(filepath.Join(cables, "b.csv"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	update(t, dir, cables)
	write(t, filepath.Join(cables, "c.csv"), 3, 20_000)
	update(t, dir, cables)
	for n, was := range before {
		if row, err := x.Row(int(n)); err == nil && key(row.Cable) != was {
			t.Errorf("number %d was of %s, and is of %s now", n, was, key(row.Cable))
		}
	}
}

func TestRuns(t *testing.T) {
	const mega = 1 << 20
	rows := func(sizes ...int) (out []segmentRow) {
		for i, size := range sizes {
			out = append(out, segmentRow{first: 64 * i, count: 64, size: size})
		}
		return out
	}
	all := func(n int, gone ...int) postings.Set {
		live := postings.All(64 * n)
		for _, g := range gone {
			live[g] = 0
		}
		return live
	}
	tests := []struct {
		what string
		rows []segmentRow
		live postings.Set
		want string
	}{
		{"one", rows(5), all(1), "[0]"},
		{"alike", rows(5, 5), all(2), "[0 64]"},
		{"a small one behind a large one", rows(50, 5), all(2), "[0][64]"},
		{"small ones grow", rows(50, 10, 5, 5), all(4), "[0][64 128 192]"},
		{"none grows too large", rows(5*mega, 5*mega, 5*mega), all(3), "[0][64][128]"},
		{"of a large index more", rows(5*mega, 5*mega, 9000*mega), all(3), "[0 64][128]"},
		{"what is gone", rows(5*mega, 5*mega, 5*mega), all(3, 1), "[64][0][128]"},
		{"neighbours of what is gone", rows(5, 500, 6), all(3, 1), "[64][0 128]"},
		{"all gone", rows(5, 5), all(2, 0, 1), "[0]"},
	}
	for _, tt := range tests {
		got := ""
		whole := func(s segmentRow, there int) (int, error) { return s.size * there / s.count, nil }
		all, err := runs(tt.rows, tt.live, whole)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			var firsts []int
			for _, s := range r.segments {
				firsts = append(firsts, s.first)
			}
			got += fmt.Sprint(firsts)
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.what, got, tt.want)
		}
	}
}

func TestMergingCanBeStopped(t *testing.T) {
	dir, path := t.TempDir(), filepath.Join(t.TempDir(), "cables.csv")
	write(t, path, 1, 50_000)
	update(t, dir, path)
	u, err := newUpdater(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer u.db.Close()
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if err := u.merge(ctx); err != nil {
		t.Error(err)
	}
}
