package index

import (
	"fmt"
	"os"
)

// Place returns the folder in which an index is built: the one it belongs in, which is made, or, when it has none or
// nothing can be written there, a temporary one. Whoever asked removes that when it is done.
func Place(dir string) (place string, temporary bool, err error) {
	if dir != "" && canWrite(dir) {
		return dir, false, nil
	}
	place, err = os.MkdirTemp("", "reftel-index-")
	if err != nil {
		return "", false, fmt.Errorf("there is no place for an index (%w): name a folder for caches with XDG_CACHE_HOME, or one for temporary files with TMPDIR", err)
	}
	return place, true, nil
}

// canWrite reports whether files can be made in a folder.
func canWrite(dir string) bool {
	if os.MkdirAll(dir, 0o700) != nil {
		return false
	}
	f, err := os.CreateTemp(dir, "probe-")
	if err != nil {
		return false
	}
	f.Close()
	return os.Remove(f.Name()) == nil
}
