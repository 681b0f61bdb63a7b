package index

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"reftel/model/library/postings"
)

// code returns what kind of failure of SQLite an error is; 0: none.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xFF // without what was done when it happened
	}
	return 0
}

// isBusy reports whether another process holds what is needed.
func isBusy(err error) bool {
	return code(err) == codes.SQLITE_BUSY || code(err) == codes.SQLITE_LOCKED
}

// isDamage reports whether an error means that what was read is not what was written: an index is built anew then. A
// full disk, a file that can't be opened or another process's lock is none.
func isDamage(err error) bool {
	switch code(err) {
	case codes.SQLITE_CORRUPT, codes.SQLITE_NOTADB, codes.SQLITE_ERROR, codes.SQLITE_MISMATCH, codes.SQLITE_CONSTRAINT: // ERROR: a table or column is missing
		return true
	}
	return errors.Is(err, errStale) || errors.Is(err, postings.ErrDamaged)
}

// markName is the file that says that an index was found damaged: until it is built anew nobody reads it.
const markName = "damaged"

// mark notes damage; where that can't be written, the next one finds it too.
func mark(dir string) { os.WriteFile(filepath.Join(dir, markName), nil, 0o600) }

func isMarked(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, markName))
	return err == nil
}

// failed notes what an error says of the index, and returns it as a sentence.
func (x *Index) failed(err error) error {
	if err == nil || !isDamage(err) {
		return err
	}
	if errors.Is(x.pin.still(), ErrRebuilt) { // then the one that is there is not what was read
		return ErrRebuilt
	}
	mark(x.dir)
	return damaged(x.dir)
}

// damaged is the error of an index that can't be used; to whoever can build it anew it is as good as none.
func damaged(dir string) error {
	return fmt.Errorf("%w in %s that can be used: it is damaged; reftel index builds it anew", ErrNone, dir)
}

// isReadOnly reports whether nothing can be written where the index is.
func isReadOnly(err error) bool {
	return code(err) == codes.SQLITE_READONLY || code(err) == codes.SQLITE_CANTOPEN || errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}

// writing says in a sentence that the index could not be written; first what to do, for a line of a screen may be cut.
func writing(err error) error {
	what := "make room on the disk, or name another cache folder with XDG_CACHE_HOME"
	if isReadOnly(err) {
		what = "make its folder writable, or name another cache folder with XDG_CACHE_HOME"
	}
	return fmt.Errorf("the index can't be written: %s; what was committed before is kept (%w)", what, err)
}
