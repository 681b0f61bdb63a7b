package notebook

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"sync"
	"time"

	"reftel/model/query"
)

// Notebook is what the reader adds to cables: notes, marks, labels, which were read, where the reading stopped. It is one
// file for all libraries. The file is opened when it is first needed, and made when the first thing is written: until then
// a notebook that isn't there holds nothing. What a method has returned without an error is on the disk, and stays there
// whatever happens to the program or the machine. Any number of goroutines and of programs may use it at once.
//
// A file that can't be written, as on a medium that can only be read, is read all the same: see [Notebook.Writable].
//
// All methods may have to wait for the disk or for another program, and end with ctx. Their errors are sentences; a
// notebook that can't be opened says so each time, and is opened as soon as it can be.
type Notebook struct {
	path string

	mu     sync.Mutex  // held while the file is being opened
	db     *sql.DB     // nil until then
	file   os.FileInfo // that was opened
	closed bool

	unwritable error  // why it is open for reading alone; nil: it can be written
	left       string // a folder to be removed when the file is let go; "": none

	sets sets
}

// New returns the notebook in a file, which needn't be there. It doesn't look. Without a path it holds nothing, and an
// error says so when something is to be written.
func New(path string) *Notebook { return &Notebook{path: path} }

// Close lets go of the file. What is asked afterwards ends with an error.
func (b *Notebook) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	return b.letGo()
}

// letGo closes the file.
func (b *Notebook) letGo() error {
	var err error
	if b.db != nil {
		err = b.db.Close()
	}
	if b.left != "" {
		err = errors.Join(err, os.RemoveAll(b.left))
	}
	b.db, b.unwritable, b.left = nil, nil, ""
	return err
}

// Check opens the notebook, if there is one, and says what is wrong with it.
func (b *Notebook) Check(ctx context.Context) error {
	_, err := b.opened(ctx, false)
	return err
}

// Writable says why nothing can be kept in a notebook that is there, though it is read: nil where it can be written, or where
// there is none yet.
func (b *Notebook) Writable(ctx context.Context) error {
	if _, err := b.opened(ctx, false); err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.failed(b.unwritable)
}

// opened returns the database. It is nil where there is none, unless it is to be made.
func (b *Notebook) opened(ctx context.Context, make bool) (*sql.DB, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.closed:
		return nil, errClosed
	case b.db != nil && b.isThere() && !(make && b.unwritable != nil):
		return b.db, nil
	case b.path == "" && make:
		return nil, errNowhere
	case b.path == "":
		return nil, nil
	}
	if !make {
		if _, err := os.Stat(b.path); errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
	}
	db, err := openDatabase(ctx, b.path)
	if err == nil && b.db != nil { // it can be written now; connections of one program share what they know of the log, so none may be left that only reads
		db.Close()
		b.letGo()
		b.sets.forget()
		db, err = openDatabase(ctx, b.path)
	}
	if err != nil && isReadOnly(err) && !make {
		return b.openedForReading(ctx, err)
	}
	if err != nil {
		return nil, b.failed(err)
	}
	if err := b.hold(db); err != nil {
		return nil, err
	}
	return db, nil
}

// openedForReading opens a file that can't be written for that reason.
func (b *Notebook) openedForReading(ctx context.Context, why error) (*sql.DB, error) {
	db, left, err := openReading(ctx, b.path)
	if err != nil && isReadOnly(err) { // it can't even be read
		err = why
	}
	if db == nil || err != nil {
		return nil, b.failed(err)
	}
	if err := b.hold(db); err != nil {
		return nil, err
	}
	b.unwritable, b.left = why, left
	return db, nil
}

// hold keeps a database as the one that is open.
func (b *Notebook) hold(db *sql.DB) error {
	file, err := os.Stat(b.path)
	if err != nil {
		db.Close()
		return b.failed(err)
	}
	b.db, b.file = db, file
	return nil
}

// isThere reports whether the file that is open is still the one that the path leads to. If somebody has put another in
// its place, or moved it away, what is written into it would be lost to whoever opens the path later: it is let go.
func (b *Notebook) isThere() bool {
	now, err := os.Stat(b.path)
	if err == nil && os.SameFile(now, b.file) {
		return true
	}
	b.letGo()
	b.sets.forget()
	return false
}

// read calls do with each row that a question to the database gives.
func (b *Notebook) read(ctx context.Context, do func(scan func(...any) error) error, question string, args ...any) error {
	db, err := b.opened(ctx, false)
	if db == nil || err != nil {
		return err
	}
	return b.failed(eachRow(ctx, db, do, question, args...))
}

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func eachRow(ctx context.Context, db querier, do func(scan func(...any) error) error, question string, args ...any) error {
	rows, err := db.QueryContext(ctx, question, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// part is what of the notebook is changed; the name is that of its column in the table of changes.
type part string

// The parts.
const (
	notesPart     part = "notes"
	marksPart     part = "marks"
	labelsPart    part = "labels"
	readPart      part = "read"
	positionsPart part = "positions"
)

// write has do change a part of the notebook, all of it or nothing. do reports whether it changed anything.
func (b *Notebook) write(ctx context.Context, p part, do func(*sql.Tx) (changed bool, err error)) error {
	db, err := b.opened(ctx, true)
	if err != nil {
		return err
	}
	wrote := false
	err = b.failed(func() error {
		tx, err := db.BeginTx(ctx, nil) // no other program writes from here on: see openDatabase
		if err != nil {
			return err
		}
		defer tx.Rollback()
		changed, err := do(tx)
		if err != nil || !changed {
			return err
		}
		if _, err := tx.ExecContext(ctx, "UPDATE changes SET "+string(p)+" = "+string(p)+" + 1"); err != nil {
			return err
		}
		err = tx.Commit()
		wrote = err == nil
		return err
	}())
	if wrote {
		settle(ctx, db)
	}
	return err
}

// settling is how long what was written may wait to be moved out of the log.
const settling = 200 * time.Millisecond

// settle moves what was written out of the log into the file, so that the file alone is whole: whoever copies it, or puts
// back a copy, needn't know of the log. It is kept either way; while another program reads, the next change does this.
func settle(ctx context.Context, db *sql.DB) {
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), settling)
	defer stop()
	var busy, log, moved int
	_ = db.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &log, &moved)
}

// Changes counts how often the parts of a notebook were changed, by whichever program. Whoever shows a part asks now and
// then, which costs one row, and reads the part again when its number is another one.
type Changes struct{ Notes, Marks, Labels, Read, Positions int64 }

// Changes returns the counts.
func (b *Notebook) Changes(ctx context.Context) (c Changes, err error) {
	err = b.read(ctx, func(scan func(...any) error) error {
		return scan(&c.Notes, &c.Marks, &c.Labels, &c.Read, &c.Positions)
	}, "SELECT notes, marks, labels, read, positions FROM changes")
	return c, err
}

var _ query.Notebook = (*Notebook)(nil)
