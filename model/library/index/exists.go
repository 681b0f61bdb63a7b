package index

import (
	"os"
	"path/filepath"
)

// Exists reports whether a folder holds an index, be it one that can be used or not.
func Exists(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, databaseName))
	return dir != "" && err == nil
}
