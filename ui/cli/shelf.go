package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/index"
	"reftel/model/library/shelf"
)

// A library is read into memory if it is small: it is there in a second or two, and needs nothing on disk. One with more
// than this is indexed.
const (
	mostInMemory = 64 << 20 // bytes; in memory it takes ten times that
	mostFiles    = 5000
	packed       = 5 // how many times larger what is in an archive is
)

// opened is the library that the reader shows.
type opened struct {
	shelf.Shelf
	notice string // what the reader should know of it
	close  func()
}

// shelfOf opens the library of paths: from its index, if it has one or is large, else in memory.
func (t *tool) shelfOf(paths []string, format model.Format) (opened, error) {
	o := library.LoadOptions{Format: format}
	dir := t.indexFolder(paths, format)
	memory := shelf.NewMemory(t.inputs(paths), o)
	if len(paths) == 0 || slices.Contains(paths, library.Stdin) || !index.Exists(dir) && !isLarge(paths) {
		return opened{Shelf: memory, close: func() {}}, nil
	}
	dir, notice, remove, err := indexPlace(dir)
	if err != nil {
		return opened{}, fmt.Errorf("this library is too large to be read without an index, and %w", err)
	}
	s, err := shelf.NewIndexed(dir, library.Inputs(absolute(paths), nil), o)
	if err != nil && !isLarge(paths) {
		return opened{memory, err.Error(), remove}, nil
	}
	if err != nil {
		remove()
		return opened{}, err
	}
	return opened{s, notice, func() {
		s.Close()
		remove()
	}}, nil
}

// indexPlace returns where an index is kept: in its folder, or, where none can be made there, in a temporary one. Then
// the notice says so, and remove removes it.
func indexPlace(dir string) (place, notice string, remove func(), err error) {
	if index.Exists(dir) {
		return dir, "", func() {}, nil
	}
	place, temporary, err := index.Place(dir)
	if err != nil || !temporary {
		return place, "", func() {}, err
	}
	return place, "There is no folder for caches that can be written: the index is a temporary one.", func() { os.RemoveAll(place) }, nil
}

// isLarge reports whether paths hold more than is read into memory. It looks at no more files than it needs to tell.
func isLarge(paths []string) bool {
	files, size := 0, int64(0)
	for in, err := range library.Inputs(paths, nil) {
		if err != nil {
			continue
		}
		files++
		switch strings.ToLower(filepath.Ext(in.Name)) {
		case ".zip", ".gz", ".tgz", ".bz2":
			size += in.Size * packed
		default:
			size += in.Size
		}
		if files > mostFiles || size > mostInMemory {
			return true
		}
	}
	return false
}
