package index

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/model/library"
)

// removing has files removed by something else.
func removing(t testing.TB, remove func(path string) error) (stop func()) {
	before := removeFile
	removeFile = remove
	stop = func() { removeFile = before }
	t.Cleanup(stop)
	return stop
}

// A power cut may lose commits that no checkpoint has followed. The segments that their rows name must be there still.
func TestThePowerFailsWhenSegmentsWereMerged(t *testing.T) {
	base := t.TempDir()
	cables, dir := filepath.Join(base, "cables"), filepath.Join(base, "index")
	if err := os.Mkdir(cables, 0o700); err != nil {
		t.Fatal(err)
	}
	cuts := 0
	removing(t, func(path string) error {
		if err := os.Remove(path); err != nil {
			return err
		}
		cut := filepath.Join(base, fmt.Sprint("cut", cuts))
		if err := os.CopyFS(cut, os.DirFS(dir)); err != nil {
			return err
		}
		for _, lost := range []string{"-wal", "-shm"} {
			os.Remove(filepath.Join(cut, databaseName+lost))
		}
		cuts++
		if x, err := Open(cut); err != nil {
			t.Errorf("after a power cut: %v", err)
		} else {
			x.Close()
		}
		return nil
	})
	for day := range 6 {
		write(t, filepath.Join(cables, fmt.Sprintf("%02d.csv", day)), uint64(day), 15_000)
		update(t, dir, cables)
	}
	if cuts < 3 {
		t.Errorf("%d segments were removed: too few to tell", cuts)
	}
}

// Segments that somebody reads stay, and go with a later update.
func TestSegmentsThatCannotBeRemovedYet(t *testing.T) {
	base := t.TempDir()
	cables, dir := filepath.Join(base, "cables"), filepath.Join(base, "index")
	if err := os.Mkdir(cables, 0o700); err != nil {
		t.Fatal(err)
	}
	add := func(day int) {
		t.Helper()
		write(t, filepath.Join(cables, fmt.Sprintf("%02d.csv", day)), uint64(day), 15_000)
		update(t, dir, cables)
	}
	add(0)
	allow := removing(t, func(path string) error {
		if strings.HasSuffix(path, segmentSuffix) {
			return fs.ErrPermission
		}
		return os.Remove(path)
	})
	add(1)
	mark(dir) // and it is built anew
	add(2)
	allow()
	x := open(t, dir)
	tx, err := x.db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	var cablesThen int
	if err := tx.QueryRow("SELECT count(*) FROM cable").Scan(&cablesThen); err != nil {
		t.Fatal(err)
	}
	add(3) // what is read now may be read from the database as it was
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := Update(context.Background(), dir, library.Inputs([]string{cables}, nil), library.LoadOptions{}, func(Progress) {}); err != nil {
		t.Fatal(err)
	}
	segmentFiles(t, dir)
	clean := filepath.Join(base, "clean")
	update(t, clean, cables)
	if got, want := everything(t, dir), everything(t, clean); got != want {
		t.Error(difference(got, want))
	}
}
