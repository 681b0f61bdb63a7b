package cli

import (
	"io/fs"
	"path/filepath"
	"runtime"
	"testing"
)

// What reftel keeps of a reader, and the index with the words of the cables, is for the reader alone.
func TestWhatIsKeptIsTheReadersOwnAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files have no modes on Windows")
	}
	home, from := t.TempDir(), sampleNotes(t)
	text := run(t, func(s *System) { s.DataDir = from }, "notes", "--json")
	file := write(t, t.TempDir(), "notes.jsonl", text.out)
	here := func(s *System) { s.DataDir, s.CacheDir = filepath.Join(home, "data"), filepath.Join(home, "cache") }
	run(t, here, "notes", "--import", file).want(t, Found, "3 notes added")
	if r := run(t, here, "index", cables); r.status != Found {
		t.Fatal(r.err)
	}
	seen := 0
	err := filepath.WalkDir(home, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == home || filepath.Dir(name) == home || !d.IsDir() { // into which one can't go, nothing can be opened
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		seen++
		if open := info.Mode().Perm() & 0o077; open != 0 {
			t.Errorf("others may go into %s: %v", name, info.Mode())
		}
		return nil
	})
	if err != nil || seen < 3 {
		t.Errorf("%d folders were seen: %v", seen, err)
	}
}
