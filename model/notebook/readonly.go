package notebook

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
)

// A notebook that can't be written is read all the same: one on a medium that can only be read, one that belongs to somebody
// else, one in a folder in which the log can't be made. Writing it is tried anew each time.

// openReading opens a database that can't be written; it is nil where there is nothing in it. What is left behind is to be
// removed when it is closed, "" for nothing.
func openReading(ctx context.Context, path string) (db *sql.DB, left string, err error) {
	db, err = tryReading(ctx, path, url.Values{"mode": {"ro"}})
	if err == nil || code(err) == 0 { // what is wrong with it stays so
		return db, "", err
	}
	// The log isn't there and can't be made, or can't be shared with who writes it. Nobody else writes where this can't.
	log, unread := os.Stat(path + "-wal")
	switch {
	case errors.Is(unread, fs.ErrNotExist), unread == nil && log.Size() == 0:
		db, err = tryReading(ctx, path, url.Values{"mode": {"ro"}, "immutable": {"1"}})
		return db, "", err
	case unread != nil:
		return nil, "", unread
	}
	if left, err = os.MkdirTemp("", "reftel-notebook-"); err != nil {
		return nil, "", err
	}
	copied := filepath.Join(left, "notebook.db")
	for _, end := range []string{"", "-wal"} { // what stands in the log alone was kept too
		err = errors.Join(err, copyFile(copied+end, path+end))
	}
	if err == nil {
		db, err = tryReading(ctx, copied, url.Values{"mode": {"rw"}})
	}
	if err != nil {
		os.RemoveAll(left)
		return nil, "", err
	}
	return db, left, nil
}

// tryReading opens a database so, and looks at it.
func tryReading(ctx context.Context, path string, settings url.Values) (*sql.DB, error) {
	settings.Set("_pragma", fmt.Sprintf("busy_timeout(%d)", patience.Milliseconds()))
	db, err := sql.Open("sqlite", location(path, settings))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(mostConnections)
	empty, err := isEmpty(ctx, db)
	if err == nil && !empty {
		err = check(ctx, db)
	}
	if err != nil {
		db.Close()
		return nil, err
	}
	if empty {
		return nil, db.Close()
	}
	return db, nil
}

func copyFile(to, from string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
