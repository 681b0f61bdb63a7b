package index

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"reftel/internal/synthetic"
	"reftel/model/library"
)

// everything is what an index holds, in an order that doesn't depend on how it was made.
func everything(t testing.TB, dir string) string {
	t.Helper()
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	var b strings.Builder
	for _, asked := range []string{"", "the", "s*", "has:redaction", "class:>=confidential", "date:2008", "tag:prel", `"of the"`} {
		fmt.Fprintf(&b, "%s: %s\n", asked, strings.Join(found(t, x, asked), "|"))
	}
	var citations []string
	err = eachRow(x.db, "SELECT cable.id, citation.id FROM citation JOIN cable ON cable.number = citation.number", func(scan func(...any) error) error {
		var from, to string
		err := scan(&from, &to)
		citations = append(citations, from+" "+to)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(citations)
	return b.String() + strings.Join(citations, "\n")
}

// write makes a file of fictional cables, of about so many bytes.
func write(t testing.TB, path string, seed uint64, size int) {
	t.Helper()
	data := make([]byte, 0, size)
	for g := synthetic.New(seed); len(data) < size; {
		data = g.Next().AppendCSV(data)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// killed is set in the environment of the process that is to be killed.
const killed = "REFTEL_TEST_INDEX"

// Killing whoever writes the index at any moment loses nothing that was committed, and going on gives the index of one
// clean run.
func TestKilledAtRandom(t *testing.T) {
	if dir := os.Getenv(killed); dir != "" {
		frequent(t)
		update(t, dir, filepath.Join(filepath.Dir(dir), "cables"))
		return
	}
	if testing.Short() {
		t.Skip("it starts many processes")
	}
	base := t.TempDir()
	cables, dir := filepath.Join(base, "cables"), filepath.Join(base, "index")
	if err := os.Mkdir(cables, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(cables, "large.csv"), 1, 3<<20)
	for i := range 20 {
		write(t, filepath.Join(cables, fmt.Sprintf("%02d.csv", i)), uint64(i+2), 30_000)
	}
	clean := filepath.Join(base, "clean")
	update(t, clean, cables)
	want := everything(t, clean)

	random := rand.New(rand.NewPCG(3, 4))
	runs := 0
	for runs < 50 {
		runs++
		child := exec.Command(os.Args[0], "-test.run", "^TestKilledAtRandom$")
		child.Env = append(os.Environ(), killed+"="+dir)
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		time.AfterFunc(time.Duration(random.IntN(400))*time.Millisecond, func() { child.Process.Kill() })
		child.Wait()
		x, err := Open(dir)
		switch {
		case errors.Is(err, ErrNone): // killed before the first commit
		case err != nil:
			t.Fatalf("after %d kills: %v", runs, err)
		default:
			x.Close()
		}
	}
	update(t, dir, cables)
	if got := everything(t, dir); got != want {
		t.Errorf("after %d kills the index is another: %s", runs, difference(got, want))
	}
}

// frequent makes commits and segments small, so that there are many to be killed in.
func frequent(t testing.TB) {
	memory, first, later, merged := commitMemory, firstCommit, laterCommit, mergedSize
	commitMemory, firstCommit, laterCommit, mergedSize = 200<<10, time.Millisecond, time.Millisecond, 200<<10
	t.Cleanup(func() { commitMemory, firstCommit, laterCommit, mergedSize = memory, first, later, merged })
}

// difference shows the first line in which two texts differ.
func difference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d is\n%.300s\nwant\n%.300s", i, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(a), len(b))
}

// An update reads what is new or changed, forgets what a file held before, and keeps what is missing.
func TestUpdateFollowsTheFiles(t *testing.T) {
	base := t.TempDir()
	cables, dir := filepath.Join(base, "cables"), filepath.Join(base, "index")
	if err := os.Mkdir(cables, 0o700); err != nil {
		t.Fatal(err)
	}
	path := func(name string) string { return filepath.Join(cables, name) }
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(path(name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	record := func(serial int, words string) string {
		return fmt.Sprintf(`{"id": "09PORTVERDE%d", "text": "1. (C) %s."}`+"\n", serial, words)
	}
	read := func() (files []string) {
		t.Helper()
		err := Update(context.Background(), dir, library.Inputs([]string{cables}, nil), library.LoadOptions{}, func(p Progress) {
			if p.Done && p.FilesDone > 0 {
				files = append(files, fmt.Sprint(p.FilesDone))
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		return files
	}
	ask := func(query string) string {
		t.Helper()
		x := open(t, dir)
		var ids []string
		for _, key := range found(t, x, query) {
			id, _, _ := strings.Cut(key, " ")
			ids = append(ids, id)
		}
		return strings.Join(ids, " ")
	}
	put("one.jsonl", record(1, "The lamp is dark")+record(2, "The lamp burns"))
	put("two.jsonl", record(3, "The lamp is sold"))
	read()
	if got := ask("lamp"); got != "09PORTVERDE1 09PORTVERDE2 09PORTVERDE3" {
		t.Fatalf("lamp: %s", got)
	}
	if files := read(); files != nil {
		t.Errorf("nothing has changed, and %v files are read", files)
	}
	later := time.Now().Add(time.Hour)
	if err := os.Chtimes(path("one.jsonl"), later, later); err != nil {
		t.Fatal(err)
	}
	if files := read(); files != nil {
		t.Errorf("a file that was touched only is read: %v", files)
	}
	put("one.jsonl", record(1, "The lamp is dark")+record(4, "The harbour sleeps"))
	put("three.jsonl", record(5, "Another lamp"))
	read()
	if got := ask("lamp"); got != "09PORTVERDE1 09PORTVERDE3 09PORTVERDE5" {
		t.Errorf("after a change, lamp: %s", got)
	}
	if got := ask("harbour"); got != "09PORTVERDE4" {
		t.Errorf("after a change, harbour: %s", got)
	}
	if err := os.Remove(path("two.jsonl")); err != nil {
		t.Fatal(err)
	}
	read()
	x := open(t, dir)
	missing := 0
	for n := range mustSearch(t, x, "").OldestFirst() {
		row, err := x.Row(n)
		if err != nil {
			t.Fatal(err)
		}
		_, err = x.Cable(n)
		if row.Missing {
			missing++
			if err == nil || row.ID.Serial != 3 {
				t.Errorf("%s is said to be missing: %v", row.ID, err)
			}
		} else if err != nil {
			t.Errorf("%s: %v", row.ID, err)
		}
	}
	if missing != 1 {
		t.Errorf("%d cables are missing", missing)
	}
	put("two.jsonl", record(3, "The lamp is sold"))
	read()
	x = open(t, dir)
	for n := range mustSearch(t, x, "").OldestFirst() {
		if row, err := x.Row(n); err != nil || row.Missing {
			t.Errorf("a file came back, and %s is missing: %v", row.ID, err)
		}
	}
}

func TestACableWhoseFileWasCutIsSaidToBeGone(t *testing.T) {
	dir, path := t.TempDir(), filepath.Join(t.TempDir(), "cables.csv")
	write(t, path, 1, 20_000)
	update(t, dir, path)
	x := open(t, dir)
	if err := os.Truncate(path, 5_000); err != nil {
		t.Fatal(err)
	}
	here, gone := 0, 0
	for n := range mustSearch(t, x, "").OldestFirst() {
		switch _, err := x.Cable(n); {
		case err == nil:
			here++
		case IsGone(err):
			gone++
		default:
			t.Error(err)
		}
	}
	if gone == 0 {
		t.Errorf("%d are here, none is gone", here)
	}
}

// oneSegment returns the path of a segment of an index.
func oneSegment(t testing.TB, dir string) string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*"+segmentSuffix))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no segments in %s: %v", dir, err)
	}
	return paths[0]
}

func TestADamagedIndexIsBuiltAnew(t *testing.T) {
	damages := map[string]func(dir string) error{
		"the database is cut": func(dir string) error { return os.Truncate(filepath.Join(dir, databaseName), 5000) },
		"the database is noise": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, databaseName), []byte(strings.Repeat("noise", 1000)), 0o600)
		},
		"a segment is missing": func(dir string) error { return os.Remove(oneSegment(t, dir)) },
		"a segment is cut":     func(dir string) error { return os.Truncate(oneSegment(t, dir), 1000) },
		"another version": func(dir string) error {
			db, err := writeDatabase(context.Background(), dir)
			if err != nil {
				return err
			}
			defer db.Close()
			_, err = db.Exec("PRAGMA user_version = 999999999")
			return err
		},
	}
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			update(t, dir, fixtures(t)...)
			want := everything(t, dir)
			if err := damage(dir); err != nil {
				t.Fatal(err)
			}
			x, err := Open(dir)
			if name == "another version" {
				if !errors.Is(err, ErrNewer) {
					t.Errorf("opening gives %v", err)
				}
				return
			}
			if err == nil {
				x.Close()
				t.Fatal("it opens")
			}
			if !errors.Is(err, ErrNone) {
				t.Errorf("opening gives %v", err)
			}
			update(t, dir, fixtures(t)...)
			if got := everything(t, dir); got != want {
				t.Error(difference(got, want))
			}
		})
	}
}

// Whoever reads an index sees what it held when it was opened, and after Refresh what was committed since.
func TestReadingWhileItIsWritten(t *testing.T) {
	frequent(t)
	dir, path := t.TempDir(), filepath.Join(t.TempDir(), "cables.csv")
	write(t, path, 1, 2<<20)
	done := make(chan error)
	go func() {
		done <- Update(context.Background(), dir, library.Inputs([]string{path}, nil), library.LoadOptions{}, func(Progress) {})
	}()
	var x *Index
	seen := 0
	for x == nil {
		opened, err := Open(dir)
		if err == nil {
			x = opened
		} else if !errors.Is(err, ErrNone) {
			t.Fatal(err)
		}
	}
	defer x.Close()
	for writing := true; writing; {
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			writing = false
		default:
		}
		r := mustSearch(t, x, "the OR -the")
		if r.Len() < seen {
			t.Errorf("%d cables after %d", r.Len(), seen)
		}
		seen = r.Len()
		if _, err := x.Refresh(); err != nil {
			t.Fatal(err)
		}
	}
	if x.Len() < 200 {
		t.Errorf("%d cables", x.Len())
	}
}

func TestTwoDoNotWriteAtOnce(t *testing.T) {
	dir := t.TempDir()
	release, err := lock(dir)
	if err != nil {
		t.Fatal(err)
	}
	err = Update(context.Background(), dir, library.Inputs(nil, nil), library.LoadOptions{}, func(Progress) {})
	if !errors.Is(err, ErrBusy) {
		t.Errorf("a second writer gives %v", err)
	}
	release()
	update(t, dir)
}

func TestAnUpdateCanBeStopped(t *testing.T) {
	frequent(t)
	dir, path := t.TempDir(), filepath.Join(t.TempDir(), "cables.csv")
	write(t, path, 1, 3<<20)
	ctx, stop := context.WithCancel(context.Background())
	err := Update(ctx, dir, library.Inputs([]string{path}, nil), library.LoadOptions{}, func(p Progress) {
		if p.Committed > 0 {
			stop()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	part := open(t, dir).Len()
	update(t, dir, path)
	whole := open(t, dir).Len()
	clean := t.TempDir()
	update(t, clean, path)
	if part == 0 || part >= whole {
		t.Errorf("%d cables when it was stopped, %d in all", part, whole)
	}
	if got, want := everything(t, dir), everything(t, clean); got != want {
		t.Error(difference(got, want))
	}
}

// The first cables can be found at once, when little of the file is parsed.
func TestTheFirstCablesAreCommittedAtOnce(t *testing.T) {
	dir, path := t.TempDir(), filepath.Join(t.TempDir(), "cables.csv")
	write(t, path, 1, 3<<20)
	first := Progress{}
	err := Update(context.Background(), dir, library.Inputs([]string{path}, nil), library.LoadOptions{Workers: 1}, func(p Progress) {
		if first.Committed == 0 {
			first = p
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if all := open(t, dir).Len(); first.Committed == 0 || first.Committed > all/4 {
		t.Errorf("%d of %d cables are there at first", first.Committed, all)
	}
}

// A file that is written again while or right after it is read, with as many bytes and the same time, is read again: its
// time says nothing yet.
func TestAFileThatChangesWhileItIsRead(t *testing.T) {
	base := t.TempDir()
	path, dir := filepath.Join(base, "cables.jsonl"), filepath.Join(base, "index")
	put := func(word string, at time.Time) {
		t.Helper()
		if err := os.WriteFile(path, fmt.Appendf(nil, `{"id": "09PORTVERDE1", "text": "1. (C) The %s burns."}`, word), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	now := time.Now()
	put("lamp", now)
	err := Update(context.Background(), dir, library.Inputs([]string{path}, nil), library.LoadOptions{}, func(p Progress) {
		if p.Done {
			put("boat", now)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	put("boat", now)
	update(t, dir, path)
	if n := len(found(t, open(t, dir), "boat")); n != 1 {
		t.Errorf("what was written while it was read is found %d times", n)
	}
	put("dusk", now)
	update(t, dir, path)
	if n := len(found(t, open(t, dir), "dusk")); n != 1 {
		t.Errorf("what was written in the same moment is found %d times", n)
	}
	later := now.Add(24 * time.Hour) // of a clock that was set back since
	put("rain", later)
	update(t, dir, path)
	put("snow", later)
	update(t, dir, path)
	if n := len(found(t, open(t, dir), "snow")); n != 1 {
		t.Errorf("what has a time to come is found %d times", n)
	}
}
