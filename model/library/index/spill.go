package index

import (
	"errors"
	"os"
)

// spill is a file for the names of a large library: nobody else sees it, and it is gone with whoever holds it open, however
// the program ends.
type spill struct {
	dirs []string // in which it may be, the best first
	file *os.File // made when it is first written to
}

// spill returns a place for names, beside the index where that can be written to.
func (x *Index) spill() *spill { return &spill{dirs: []string{x.dir, os.TempDir()}} }

// Write adds to the file. It fails where there is no room, and where a file can't be removed while it is open.
func (s *spill) Write(b []byte) (int, error) {
	if s.file == nil {
		if err := s.create(); err != nil {
			return 0, err
		}
	}
	return s.file.Write(b)
}

func (s *spill) create() (err error) {
	for _, dir := range s.dirs {
		f, failed := os.CreateTemp(dir, "names-")
		if failed == nil {
			if failed = os.Remove(f.Name()); failed == nil {
				s.file = f
				return nil
			}
			f.Close()
			os.Remove(f.Name())
		}
		err = errors.Join(err, failed)
	}
	return err
}

// ReadAt reads what was written.
func (s *spill) ReadAt(b []byte, at int64) (int, error) { return s.file.ReadAt(b, at) }
