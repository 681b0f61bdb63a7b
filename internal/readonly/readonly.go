// Package readonly has tests work in a folder in which nothing can be written.
package readonly

import (
	"os"
	"path/filepath"
	"testing"
)

// Folder returns a folder of the test's own, and what closes it: from then on until the test ends nothing in it can be
// written. Nothing is closed to root: for that time the whole program is somebody else, so that the test must not run beside
// others. Where that is not possible either, closing it skips the test.
func Folder(t *testing.T) (dir string, closeIt func()) {
	t.Helper()
	dir, err := os.MkdirTemp("", "reftel-readonly-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	each := func(do func(path string, folder bool) error) {
		t.Helper()
		err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
			if err != nil {
				return err
			}
			return do(path, e.IsDir())
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir, func() {
		t.Helper()
		each(func(path string, _ bool) error { return handOver(path) })
		drop(t)
		each(func(path string, folder bool) error {
			if folder {
				t.Cleanup(func() { os.Chmod(path, 0o700) })
				return os.Chmod(path, 0o500)
			}
			return os.Chmod(path, 0o400)
		})
	}
}
