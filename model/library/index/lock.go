package index

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
)

// ErrBusy says that another process writes the index.
var ErrBusy = errors.New("another reftel is writing this index; it can be read meanwhile")

const lockName = "writer.lock"

// lock makes the process the one that writes the index in a folder, until release is called. It is a database without
// anything in it, locked: so the lock is the system's own on every system, goes with the process however that ends, and
// stays with one that is only stopped, whatever the clock says.
func lock(dir string) (release func(), err error) {
	db, err := sql.Open("sqlite", address(filepath.Join(dir, lockName), url.Values{"_pragma": {"busy_timeout(0)", "journal_mode(memory)"}}))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	conn, err := db.Conn(context.Background())
	if err == nil {
		_, err = conn.ExecContext(context.Background(), "BEGIN EXCLUSIVE")
	}
	switch {
	case err == nil:
		return func() {
			conn.Close()
			db.Close()
		}, nil
	case isBusy(err):
		err = ErrBusy
	default:
		err = writing(fmt.Errorf("%s: %w", lockName, err))
	}
	if conn != nil {
		conn.Close()
	}
	db.Close()
	return nil, err
}
