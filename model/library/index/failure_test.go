package index

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"reftel/model/library"
)

// fullDisk is a file on a disk that has so many bytes left.
type fullDisk struct {
	*os.File
	left *int
}

func (f fullDisk) Write(p []byte) (int, error) {
	if *f.left -= len(p); *f.left < 0 {
		return 0, syscall.ENOSPC
	}
	return f.File.Write(p)
}

// fill makes segments fail to be written after so many bytes.
func fill(t testing.TB, left int) (free func()) {
	before := createFile
	createFile = func(path string) (file, error) {
		f, err := before(path)
		if err != nil {
			return nil, err
		}
		return fullDisk{f.(*os.File), &left}, nil
	}
	free = func() { createFile = before }
	t.Cleanup(free)
	return free
}

// A disk that fills up while an index is written is said; what was committed is kept, and the next update goes on.
func TestTheDiskIsFull(t *testing.T) {
	frequent(t)
	base := t.TempDir()
	cables, dir := filepath.Join(base, "cables"), filepath.Join(base, "index")
	if err := os.Mkdir(cables, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(cables, "small.csv"), 1, 50_000)
	update(t, dir, cables)
	write(t, filepath.Join(cables, "large.csv"), 2, 1<<20)
	free := fill(t, 100<<10)
	err := Update(context.Background(), dir, library.Inputs([]string{cables}, nil), library.LoadOptions{}, func(Progress) {})
	if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "make room on the disk") {
		t.Fatalf("a full disk gives %v", err)
	}
	part := open(t, dir)
	if n := len(found(t, part, "the")); n == 0 || n != part.Len() {
		t.Errorf("%d cables are found of %d that were committed", n, part.Len())
	}
	segmentFiles(t, dir) // and nothing half written beside them
	free()
	update(t, dir, cables)
	clean := filepath.Join(base, "clean")
	update(t, clean, cables)
	if got, want := everything(t, dir), everything(t, clean); got != want {
		t.Error(difference(got, want))
	}
}

// What fails for other reasons than damage leaves an index as it is.
func TestAFailureIsNoDamage(t *testing.T) {
	dir := t.TempDir()
	update(t, dir, fixtures(t)...)
	want := everything(t, dir)
	defer func(before func(string) (file, error)) { createFile = before }(createFile)
	createFile = func(string) (file, error) { return nil, io.ErrClosedPipe }
	more := filepath.Join(t.TempDir(), "cables.csv")
	write(t, more, 1, 20_000)
	err := Update(context.Background(), dir, library.Inputs([]string{more}, nil), library.LoadOptions{}, func(Progress) {})
	if !errors.Is(err, io.ErrClosedPipe) {
		t.Fatalf("the update gives %v", err)
	}
	if got := everything(t, dir); got != want {
		t.Error(difference(got, want))
	}
}

// Bytes that went bad inside a file are noticed by whoever reads them, or by the check. From then on nobody reads the
// index, until the next update builds it anew.
func TestDamageInsideIsNoticedAndRepaired(t *testing.T) {
	spoil := func(path string, at int64) error {
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			return err
		}
		defer f.Close()
		info, err := f.Stat()
		if err != nil {
			return err
		}
		noise := make([]byte, 3000)
		for i := range noise {
			noise[i] = 0xFF
		}
		_, err = f.WriteAt(noise, min(at, info.Size()-4000))
		return err
	}
	for name, damage := range map[string]func(dir string) error{
		"segment":  func(dir string) error { return spoil(oneSegment(t, dir), 5000) },
		"database": func(dir string) error { return spoil(filepath.Join(dir, databaseName), 40_000) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			update(t, dir, fixtures(t)...)
			want := everything(t, dir)
			if err := damage(dir); err != nil {
				t.Fatal(err)
			}
			x, err := Open(dir)
			if err == nil {
				wrong, err := x.Check()
				if err != nil || len(wrong) == 0 {
					t.Fatalf("the check finds %v: %v", wrong, err)
				}
				x.Close()
			}
			if _, err := Open(dir); !errors.Is(err, ErrNone) {
				t.Errorf("opening then gives %v", err)
			}
			update(t, dir, fixtures(t)...)
			if got := everything(t, dir); got != want {
				t.Error(difference(got, want))
			}
			if wrong, err := open(t, dir).Check(); err != nil || len(wrong) > 0 {
				t.Errorf("built anew, the check finds %v: %v", wrong, err)
			}
		})
	}
}

// Where an index can't be made at all, the error says what to do.
func TestThereIsNoPlaceForAnIndex(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	err := Update(context.Background(), filepath.Join(path, "index"), library.Inputs(nil, nil), library.LoadOptions{}, func(Progress) {})
	if err == nil || !strings.Contains(err.Error(), "XDG_CACHE_HOME") {
		t.Errorf("a folder inside a file gives %v", err)
	}
}

// Where an index has no place of its own it gets a temporary one.
func TestPlace(t *testing.T) {
	base := t.TempDir()
	t.Setenv("TMPDIR", base)
	t.Setenv("TMP", base)
	file := filepath.Join(base, "a file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	own := filepath.Join(base, "cache", "index")
	if place, temporary, err := Place(own); place != own || temporary || err != nil {
		t.Errorf("a folder that can be made: %s, %v, %v", place, temporary, err)
	}
	if left, err := os.ReadDir(own); err != nil || len(left) > 0 {
		t.Errorf("it is left with %v: %v", left, err)
	}
	for _, dir := range []string{"", filepath.Join(file, "index")} {
		place, temporary, err := Place(dir)
		if err != nil || !temporary {
			t.Fatalf("%q: %s, %v, %v", dir, place, temporary, err)
		}
		update(t, place, fixtures(t)...)
		if open(t, place).Len() == 0 {
			t.Error("an index there is empty")
		}
	}
	gone := filepath.Join(base, "gone")
	t.Setenv("TMPDIR", gone)
	t.Setenv("TMP", gone)
	if _, _, err := Place(""); err == nil || !strings.Contains(err.Error(), "XDG_CACHE_HOME") {
		t.Errorf("no folder at all: %v", err)
	}
}

// An index in a folder that can't be written is read as it is.
func TestAnIndexThatCanOnlyBeRead(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("nothing is closed to root")
	}
	dir := t.TempDir()
	update(t, dir, fixtures(t)...)
	want := everything(t, dir)
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o700)
	if got := everything(t, dir); got != want {
		t.Error(difference(got, want))
	}
	err := Update(context.Background(), dir, library.Inputs(fixtures(t), nil), library.LoadOptions{}, func(Progress) {})
	if err == nil || !strings.Contains(err.Error(), "make its folder writable") {
		t.Errorf("an update gives %v", err)
	}
}
