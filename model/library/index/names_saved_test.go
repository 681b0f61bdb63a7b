package index

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"reftel/model/names"
)

// keepAllNames has names be kept however few there are.
func keepAllNames(t *testing.T) {
	before := fewCables
	t.Cleanup(func() { fewCables = before })
	fewCables = 0
}

// kept reports whether the names of an index are in the file.
func kept(x *Index) bool {
	t, _ := x.savedNames(x.now())
	return t != nil
}

// Names that were read are read from the file the next time, and from the index again when they are others or the file is
// damaged.
func TestNamesAreKept(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a file that is open can't be replaced")
	}
	keepAllNames(t)
	folder, dir := t.TempDir(), t.TempDir()
	first, second := filepath.Join(folder, "first.csv"), filepath.Join(folder, "second.csv")
	write(t, first, 5, 200_000)
	update(t, dir, first)
	if x := open(t, dir); kept(x) {
		t.Error("names are kept that nobody has asked for")
	} else if namesOf(t, x); !kept(x) {
		t.Error("names are not kept")
	}
	x := open(t, dir)
	sameNames(t, x, inMemory(first))

	write(t, second, 6, 100_000)
	update(t, dir, first, second)
	x = open(t, dir)
	if kept(x) {
		t.Error("the names of fewer cables are taken for those of all")
	}
	sameNames(t, x, inMemory(first, second))
	if !kept(x) {
		t.Error("the names of all are not kept")
	}

	file := filepath.Join(dir, namesName)
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for what, data := range map[string][]byte{
		"is cut": good[:len(good)-1], "is empty": nil, "goes on": append(slices.Clone(good), 0),
		"has another byte": slices.Concat(good[:100], []byte{good[100] ^ 1}, good[101:]),
	} {
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		x := open(t, dir)
		if kept(x) {
			t.Errorf("a file that %s is read", what)
		}
		sameNames(t, x, inMemory(first, second))
		if now, err := os.ReadFile(file); err != nil || !slices.Equal(now, good) {
			t.Errorf("a file that %s is not written anew (%v)", what, err)
		}
	}

	x = open(t, dir)
	n := namesOf(t, x)
	if !x.HasNames(n) {
		t.Error("names that were read are none")
	}
	if err := os.WriteFile(file, slices.Repeat([]byte{7}, len(good)), 0o600); err != nil {
		t.Fatal(err)
	}
	if x.HasNames(n) {
		t.Error("nobody notices that the file is written over")
	}
	for _, h := range slices.Concat(hitsOf(n, ""), hitsOf(n, "s")) {
		if strings.Contains(h.Name, "\a") {
			t.Errorf("a name is %q", h.Name)
		}
	}
	sameNames(t, x, inMemory(first, second))

	stray := file + "-0123abcd"
	underway := file + "-89abcdef"
	for _, file := range []string{stray, underway} {
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	yesterday := time.Now().Add(-24 * time.Hour)
	if err := os.Chtimes(stray, yesterday, yesterday); err != nil {
		t.Fatal(err)
	}
	update(t, dir, first, second)
	if _, err := os.Stat(underway); err != nil {
		t.Errorf("what somebody is writing is gone: %v", err)
	}
	if _, err := os.Stat(stray); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("what a process left that died is there still: %v", err)
	}
	if err := open(t, dir).KeepNames(context.Background()); err != nil { // of segments that may have been merged
		t.Fatal(err)
	}
	update(t, dir, first, second)
	if !kept(open(t, dir)) {
		t.Error("names are gone after an update that changed nothing")
	}
}

func hitsOf(n *Names, typed string) []names.Hit {
	hits, _ := n.Lookup(context.Background(), typed, 1000)
	return hits
}

// Where names can't be kept they are read all the same.
func TestNamesThatCanNotBeKept(t *testing.T) {
	keepAllNames(t)
	dir, cables := t.TempDir(), filepath.Join(t.TempDir(), "cables.csv")
	write(t, cables, 5, 100_000)
	update(t, dir, cables)
	before := createFile
	t.Cleanup(func() { createFile = before })
	createFile = func(string) (file, error) { return nil, os.ErrPermission }
	x := open(t, dir)
	sameNames(t, x, inMemory(cables))
	createFile = before
	if err := os.Mkdir(filepath.Join(dir, namesName), 0o700); err != nil {
		t.Fatal(err)
	}
	sameNames(t, x, inMemory(cables))
	if left, _ := filepath.Glob(filepath.Join(dir, namesName+"-*")); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}
