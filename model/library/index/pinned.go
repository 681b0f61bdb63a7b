package index

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"sync/atomic"

	"modernc.org/sqlite"
)

// ErrRebuilt says that the index of a folder was built anew since it was opened: its cables have other numbers now. To
// whoever asks for a cable by its number it is as good as [ErrGone].
var ErrRebuilt error = rebuilt{}

type rebuilt struct{}

func (rebuilt) Error() string {
	return "the index was built anew since it was opened: open it again"
}

func (rebuilt) Is(target error) bool { return target == ErrGone }

// pinned connects to a database, and to that one alone. A database is found by its path whenever a further connection is
// opened, and an index that is built anew has the path of the old one: numbers of the one would name cables of the other.
type pinned struct {
	driver.Connector
	path string
	is   atomic.Int64 // identity of the database that was connected to first; none: of none so far
}

const none = -1

// openPinned prepares connections for reading; the first one decides which database it is.
func openPinned(path string, pragmas url.Values) (*sql.DB, *pinned, error) {
	c, err := sqlite.NewConnector(address(path, pragmas))
	if err != nil {
		return nil, nil, err
	}
	p := &pinned{Connector: c, path: path}
	p.is.Store(none)
	return sql.OpenDB(p), p, nil
}

// Connect opens a connection. The error is [ErrRebuilt] when another database is there now, or none.
func (p *pinned) Connect(ctx context.Context) (driver.Conn, error) {
	if _, err := os.Stat(p.path); errors.Is(err, os.ErrNotExist) && p.is.Load() != none { // on the way to another
		return nil, ErrRebuilt
	}
	conn, err := p.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	found, err := identity(ctx, conn)
	if err == nil && isUnmade(found) && p.is.Load() == none {
		err = errStale
	}
	if err == nil && !p.is.CompareAndSwap(none, found) && p.is.Load() != found {
		err = ErrRebuilt
	}
	if err != nil {
		conn.Close()
		return nil, err
	}
	return conn, nil
}

// still returns [ErrRebuilt] when the database that is there is another one by now.
func (p *pinned) still() error {
	conn, err := p.Connect(context.Background())
	if err != nil {
		return err
	}
	return conn.Close()
}

// isUnmade reports whether an identity is that of a database that has no tables yet: it will have another one.
func isUnmade(identity int64) bool { return identity>>32 == 0 }

// identity tells databases apart: by a number that is drawn when one is made, and the version, which one that is only being
// made hasn't yet.
func identity(ctx context.Context, conn driver.Conn) (int64, error) {
	var is int64
	for _, pragma := range []string{"user_version", "application_id"} {
		rows, err := conn.(driver.QueryerContext).QueryContext(ctx, "PRAGMA "+pragma, nil)
		if err != nil {
			return 0, err
		}
		value := make([]driver.Value, 1)
		err = rows.Next(value)
		rows.Close()
		n, ok := value[0].(int64)
		switch {
		case err == io.EOF || err == nil && !ok:
			return 0, fmt.Errorf("PRAGMA %s: %w", pragma, errStale)
		case err != nil:
			return 0, err
		}
		is = is<<32 | n&(1<<32-1)
	}
	return is & (1<<63 - 1), nil
}
