// Package shared finds the folder of real documents that some tests run against.
package shared

import (
	"os"
	"path/filepath"
	"testing"
)

// Dir returns the folder of shared material: REFTEL_SHARED if set, else ../shared beside the
// repository. It skips the test, saying why, where neither is there.
func Dir(t testing.TB) string {
	t.Helper()
	if dir := os.Getenv("REFTEL_SHARED"); dir != "" {
		if _, err := os.Stat(dir); err != nil {
			t.Fatalf("REFTEL_SHARED names %s, which can't be read: %v", dir, err)
		}
		return dir
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Skip("skip: no go.mod above the working directory, so ../shared can't be found")
		}
		dir = parent
	}
	found := filepath.Join(filepath.Dir(dir), "shared")
	if _, err := os.Stat(filepath.Join(found, "corpus")); err != nil {
		t.Skip("skip: the real documents (../shared or REFTEL_SHARED) are not here")
	}
	return found
}
