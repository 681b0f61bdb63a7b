package notebook

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

// What may be wrong with a notebook. In each case its file is left as it is.
var (
	// ErrNewer says that a later version of the program wrote it.
	ErrNewer = errors.New("the notebook was written by a newer reftel: use that one")

	// ErrDamaged says that what is read from it is not what was written.
	ErrDamaged = errors.New("the notebook is damaged: put back a copy, or move it away, and a new one is begun")

	errForeign = errors.New("the notebook's file is one of another program: move it away")
	errClosed  = errors.New("the notebook is closed")
	errNowhere = errors.New("there is no folder to keep a notebook in: set XDG_DATA_HOME or HOME")
)

// damage is what a check has found.
type damage string

func (d damage) Error() string { return fmt.Sprintf("%s (%s)", ErrDamaged, string(d)) }
func (d damage) Unwrap() error { return ErrDamaged }

// failed says in a sentence what is wrong with the notebook and what to do: first that, for a line of a screen may be cut.
// What is no failure of the file's passes through.
func (b *Notebook) failed(err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) || isRefusal(err) {
		return err
	}
	switch code(err) {
	case codes.SQLITE_CORRUPT, codes.SQLITE_NOTADB:
		err = damage(err.Error())
	case codes.SQLITE_BUSY, codes.SQLITE_LOCKED:
		err = fmt.Errorf("the notebook is held by another program: try again (%w)", err)
	case codes.SQLITE_INTERRUPT:
		return context.Canceled
	case codes.SQLITE_FULL, codes.SQLITE_IOERR:
		err = fmt.Errorf("the notebook can't be written: make room on the disk; what was kept before is kept (%w)", err)
	default:
		switch {
		case isReadOnly(err):
			err = fmt.Errorf("the notebook can't be written and nothing is kept: make the file and its folder writable, or name another folder for data with XDG_DATA_HOME (%w)", err)
		case !isOwn(err):
			err = fmt.Errorf("the notebook can't be used: %w", err)
		}
	}
	return fmt.Errorf("%w: %s", err, b.path)
}

// isOwn reports whether an error is a sentence already.
func isOwn(err error) bool {
	return errors.Is(err, ErrNewer) || errors.Is(err, ErrDamaged) || errors.Is(err, errForeign)
}

// code returns what kind of failure of SQLite an error is; 0: none.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xFF // without what was done when it happened
	}
	return 0
}

// isBusy reports whether another program holds what is needed.
func isBusy(err error) bool {
	return code(err) == codes.SQLITE_BUSY || code(err) == codes.SQLITE_LOCKED
}

// isReadOnly reports whether nothing can be written where the notebook is.
func isReadOnly(err error) bool {
	return code(err) == codes.SQLITE_READONLY || code(err) == codes.SQLITE_CANTOPEN || errors.Is(err, fs.ErrPermission) ||
		errors.Is(err, syscall.EROFS) || errors.Is(err, syscall.ENOTDIR) || errors.Is(err, fs.ErrExist)
}

// refusal is the sentence with which something is not taken into the notebook, though nothing is wrong with that.
type refusal string

func (r refusal) Error() string { return string(r) }

func isRefusal(err error) bool {
	var r refusal
	return errors.As(err, &r)
}
