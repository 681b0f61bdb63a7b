package index

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// Nobody sees the file for names, and where there is no folder for it there is none.
func TestSpill(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a file that is open can't be removed: names stay in memory")
	}
	dir, none := t.TempDir(), filepath.Join(t.TempDir(), "none")
	s := &spill{dirs: []string{none, dir}}
	for _, text := range []string{"Ada Quill", "Rui Calado"} {
		if n, err := s.Write([]byte(text)); err != nil || n != len(text) {
			t.Fatal(n, err)
		}
	}
	got := make([]byte, 4)
	if _, err := s.ReadAt(got, 13); err != nil || string(got) != "Cala" {
		t.Errorf("%q is read (%v)", got, err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("%v can be seen (%v)", left, err)
	}
	if _, err := (&spill{dirs: []string{none}}).Write([]byte("x")); err == nil {
		t.Error("a file was made in a folder that is not there")
	}
}
