package notebook_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"reftel/model/notebook"
	"reftel/model/query"
)

// written returns the file of a notebook with some notes, closed.
func written(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "notebook.db")
	b := notebook.New(path)
	var notes []notebook.Note
	for i := range 200 {
		notes = append(notes, notebook.Note{UID: fmt.Sprint(i), Anchor: notebook.AnchorAt(vienna(t), i%5, 0), Text: strings.Repeat("words ", 50), Created: noon, Changed: noon})
	}
	_, err := b.Import(t.Context(), notes)
	must(t, err)
	must(t, b.Close())
	return path
}

// ask asks a notebook for everything and writes to it, and returns the errors.
func ask(t *testing.T, b *notebook.Notebook) (reading, writing []error) {
	t.Helper()
	c := vienna(t)
	_, one := b.Notes(t.Context())
	_, two := b.Cables(t.Context(), query.Kept{What: query.KeptRead})
	_, _, three := b.Position(t.Context(), c)
	_, four := b.Marks(t.Context())
	five := b.Check(t.Context())
	_, six := b.Save(t.Context(), notebook.Note{Anchor: notebook.AnchorAt(c, 0, 0), Text: "x"}, noon)
	seven := b.SetRead(t.Context(), true, noon, c.Key())
	return []error{one, two, three, four, five}, []error{six, seven}
}

// A file that isn't for this program is said to be so by whatever is asked, and left as it is to the byte.
func TestFilesThatAreNoNotebook(t *testing.T) {
	change := func(asked string) func(t *testing.T, path string) {
		return func(t *testing.T, path string) {
			t.Helper()
			db, err := sql.Open("sqlite", path)
			must(t, err)
			defer db.Close()
			_, err = db.Exec(asked)
			must(t, err)
		}
	}
	overwrite := func(at int64, with []byte) func(t *testing.T, path string) {
		return func(t *testing.T, path string) {
			t.Helper()
			f, err := os.OpenFile(path, os.O_RDWR, 0)
			must(t, err)
			defer f.Close()
			_, err = f.WriteAt(with, at)
			must(t, err)
		}
	}
	for _, tt := range []struct {
		about  string
		change func(t *testing.T, path string)
		is     error
		says   string
	}{
		{"a newer version", change("PRAGMA user_version = 2"), notebook.ErrNewer, "newer reftel"},
		{"another program's", change("PRAGMA application_id = 7"), nil, "another program"},
		{"text", func(t *testing.T, path string) { must(t, os.WriteFile(path, []byte("my notes\n"), 0o600)) }, notebook.ErrDamaged, "put back a copy"},
		{"a spoiled beginning", overwrite(0, []byte("SQLite format 9")), notebook.ErrDamaged, "put back a copy"},
		{"a spoiled page", overwrite(20_000, bytes.Repeat([]byte{0xff}, 9000)), notebook.ErrDamaged, "put back a copy"},
		{"cut short", func(t *testing.T, path string) { must(t, os.Truncate(path, 30_000)) }, notebook.ErrDamaged, "put back a copy"},
	} {
		t.Run(tt.about, func(t *testing.T) {
			path := written(t)
			tt.change(t, path)
			before, err := os.ReadFile(path)
			must(t, err)
			b := notebook.New(path)
			reading, writing := ask(t, b)
			for i, err := range append(reading, writing...) {
				if err == nil || !strings.Contains(err.Error(), tt.says) || !strings.Contains(err.Error(), path) || tt.is != nil && !errors.Is(err, tt.is) {
					t.Errorf("question %d gives %v", i, err)
				}
			}
			must(t, b.Close())
			if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, before) {
				t.Errorf("the file was changed (%v)", err)
			}
		})
	}
}

// Noise anywhere in the file is said, or harmless; never a panic.
func TestNoiseInTheFile(t *testing.T) {
	whole, err := os.ReadFile(written(t))
	must(t, err)
	path := filepath.Join(t.TempDir(), "noise.db")
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 0))
		data := bytes.Clone(whole)
		for range 1 + r.IntN(300) {
			data[r.IntN(len(data))] = byte(r.IntN(256))
		}
		must(t, os.WriteFile(path, data, 0o600))
		b := notebook.New(path)
		ask(t, b)
		b.Close()
		os.Remove(path + "-wal")
		os.Remove(path + "-shm")
	}
}

func TestANotebookThatHasNoPlace(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(file, nil, 0o600))
	for path, says := range map[string]string{"": "XDG_DATA_HOME", filepath.Join(file, "notebook.db"): "XDG_DATA_HOME"} {
		b := notebook.New(path)
		reading, writing := ask(t, b)
		for i, err := range writing {
			if err == nil || !strings.Contains(err.Error(), says) {
				t.Errorf("%q: writing %d gives %v", path, i, err)
			}
		}
		for i, err := range reading {
			if path == "" && err != nil {
				t.Errorf("without a path: question %d gives %v", i, err)
			}
		}
		must(t, b.Close())
	}
}

// While another program holds the notebook it is read, and writing waits no longer than it is let.
func TestAnotherProgramHoldsTheNotebook(t *testing.T) {
	path := written(t)
	b := opened(t, path)
	must(t, b.Check(t.Context()))
	db, err := sql.Open("sqlite", path+"?_txlock=immediate")
	must(t, err)
	defer db.Close()
	tx, err := db.Begin()
	must(t, err)
	defer tx.Rollback()
	if n := len(texts(t, b)); n != 200 {
		t.Errorf("%d notes are read", n)
	}
	ctx, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer stop()
	err = b.SetRead(ctx, true, noon, vienna(t).Key())
	if !errors.Is(err, context.DeadlineExceeded) && !errors.Is(err, context.Canceled) {
		t.Errorf("writing that may wait for a moment gives %v", err)
	}
	must(t, tx.Rollback())
	must(t, b.SetRead(t.Context(), true, noon, vienna(t).Key()))
}

// A file that is put in the place of the one that is open, as by a program that syncs folders, is the one that is read and
// written from then on.
func TestAnotherFileIsPutInItsPlace(t *testing.T) {
	path, copied := written(t), written(t)
	b := opened(t, path)
	read := func() int {
		found, err := b.Cables(t.Context(), query.Kept{What: query.KeptLabel})
		must(t, err)
		return found.Len()
	}
	must(t, b.SetLabel(t.Context(), "x", true, noon, vienna(t).Key()))
	before := read()
	if err := os.Rename(copied, path); err != nil {
		t.Skipf("skip: this system doesn't let an open file be replaced: %v", err)
	}
	must(t, b.SetLabel(t.Context(), "x", true, noon, vienna(t).Key(), unnamed().Key()))
	if after := read(); before != 1 || after != 2 {
		t.Errorf("%d cables have a label, then %d", before, after)
	}
	must(t, b.Close())
	if all, err := opened(t, path).Labels(t.Context()); err != nil || len(all) != 1 || all[0].Cables != 2 {
		t.Errorf("in the file there are %v (%v)", all, err)
	}
	b = opened(t, path)
	must(t, b.Check(t.Context()))
	must(t, os.Rename(path, path+".away"))
	if n := len(texts(t, b)); n != 0 {
		t.Errorf("of a notebook that was moved away %d notes are read", n)
	}
	noteOn(t, b, vienna(t), 0, "a new one", noon)
	if got := texts(t, opened(t, path)); len(got) != 1 {
		t.Errorf("in the new one there are %q", got)
	}
}

// What was begun when ctx ended isn't there.
func TestWritingThatIsCalledOff(t *testing.T) {
	b := opened(t, filepath.Join(t.TempDir(), "notebook.db"))
	must(t, b.SetLabel(t.Context(), "x", true, noon, vienna(t).Key()))
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := b.Save(ctx, notebook.Note{Anchor: notebook.AnchorAt(vienna(t), 0, 0), Text: "x"}, noon); !errors.Is(err, context.Canceled) {
		t.Errorf("it gives %v", err)
	}
	if n := len(texts(t, b)); n != 0 {
		t.Errorf("%d notes are kept", n)
	}
}
