package library

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/sample"
)

// A file whose reading really fails: the first page of a process's memory is no one's.
func TestARealReadError(t *testing.T) {
	const unreadable = "/proc/self/mem"
	if f, err := os.Open(unreadable); err != nil {
		t.Skipf("skip: there is no file here whose reading fails: %v", err)
	} else if _, err := f.Read(make([]byte, 1)); err == nil {
		t.Skipf("skip: %s can be read here", unreadable)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, sample.FS()); err != nil {
		t.Fatal(err)
	}
	link(t, unreadable, filepath.Join(dir, "broken.txt"))
	l, batches := load(t, Inputs([]string{dir}, nil), LoadOptions{})
	var said []string
	for _, b := range batches {
		for _, p := range b.Problems {
			said = append(said, p.Error())
		}
	}
	if len(said) != 1 || !strings.Contains(said[0], "broken.txt: it can't be read (input/output error): try again") {
		t.Errorf("said is %q", said)
	}
	if len(l.Cables()) != 20 {
		t.Errorf("%d cables, want the 20 of the sample", len(l.Cables()))
	}
}
