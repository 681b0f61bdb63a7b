package notebook

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	_ "modernc.org/sqlite" // the driver
)

// version is that of the tables. A notebook of a newer one is not touched; one of an older one must be brought up to date,
// for it can't be made again.
const version = 1

// application marks a database as a notebook of reftel: "rftl".
const application = 0x7266746c

// anchored are the columns of an anchor. cable is the key of the cable: see [model.Key].
const anchored = `
	cable     TEXT NOT NULL,
	sha256    TEXT NOT NULL,    -- of the copy that was read
	title     TEXT NOT NULL,
	paragraph INTEGER NOT NULL,
	kind      TEXT NOT NULL,
	block     INTEGER NOT NULL,
	start     INTEGER NOT NULL,
	quote     TEXT NOT NULL,`

// schema makes the tables. Times are milliseconds since 1970.
const schema = `
CREATE TABLE note (
	uid       TEXT PRIMARY KEY,` + anchored + `
	text      TEXT NOT NULL,
	created   INTEGER NOT NULL,
	changed   INTEGER NOT NULL,
	edit      INTEGER NOT NULL, -- counts the changes
	removed   INTEGER NOT NULL  -- taken away by the reader; the text is kept
);
CREATE INDEX note_cable ON note (cable);
CREATE TABLE mark (
	letter    TEXT PRIMARY KEY,` + anchored + `
	at        INTEGER NOT NULL
);
CREATE TABLE label (
	cable     TEXT NOT NULL,
	label     TEXT NOT NULL,
	at        INTEGER NOT NULL,
	PRIMARY KEY (cable, label)
) WITHOUT ROWID;
CREATE TABLE read (
	cable     TEXT PRIMARY KEY,
	at        INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE position (
	place     TEXT PRIMARY KEY,  -- cable: and its key; library: and its paths as JSON` + anchored + `
	at        INTEGER NOT NULL
);
CREATE TABLE changes (
	one       INTEGER PRIMARY KEY CHECK (one = 1),
	notes     INTEGER NOT NULL,
	marks     INTEGER NOT NULL,
	labels    INTEGER NOT NULL,
	read      INTEGER NOT NULL,
	positions INTEGER NOT NULL
);
INSERT INTO changes VALUES (1, 0, 0, 0, 0, 0);
`

// patience is how long to wait for another program that writes.
const patience = 10 * time.Second

// mostConnections is how many questions are answered at once: one that waits for another program's writing doesn't hold up
// the reading.
const mostConnections = 4

// openDatabase opens the notebook in a file, and makes it if there is none. Only the user may read it.
func openDatabase(ctx context.Context, path string) (*sql.DB, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	f.Close()
	// Each commit is synced. Transactions that write take their lock at the beginning, so that what they read first is
	// still true when they write.
	settings := url.Values{"mode": {"rw"}, "_txlock": {"immediate"}, "_pragma": {fmt.Sprintf("busy_timeout(%d)", patience.Milliseconds()), "synchronous(full)"}}
	db, err := sql.Open("sqlite", location(path, settings))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(mostConnections)
	if err := prepare(ctx, db); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// location is where the driver finds a database, and how it opens it.
func location(path string, settings url.Values) string {
	return (&url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: settings.Encode()}).String()
}

// prepare makes the tables in an empty database, and refuses one that is not for this program before anything in it is
// changed.
func prepare(ctx context.Context, db *sql.DB) error {
	empty, err := isEmpty(ctx, db)
	if err != nil {
		return err
	}
	if !empty {
		return check(ctx, db)
	}
	if err := useLog(ctx, db); err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if empty, err = isEmpty(ctx, tx); err != nil || !empty { // another program was faster
		return err
	}
	if _, err := tx.ExecContext(ctx, schema+fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d;", version, application)); err != nil {
		return err
	}
	return tx.Commit()
}

// check says what is wrong with a database.
func check(ctx context.Context, db asker) error {
	var wrong string
	if err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&wrong); err != nil {
		return err
	}
	if wrong != "ok" {
		return damage(wrong)
	}
	return nil
}

// asker is a database or a transaction.
type asker interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// isEmpty reports whether a database has no tables yet. The error says that it has others than this program's.
func isEmpty(ctx context.Context, db asker) (bool, error) {
	var found, owner, tables int
	err := db.QueryRowContext(ctx, "SELECT user_version, application_id, (SELECT count(*) FROM sqlite_master) FROM pragma_user_version, pragma_application_id").Scan(&found, &owner, &tables)
	switch {
	case err != nil:
		return false, err
	case tables == 0 && found == 0:
		return true, nil
	case owner != application || found < version:
		return false, errForeign
	case found > version:
		return false, ErrNewer
	}
	return false, nil
}

// useLog has a database write ahead into a log, so that one program writes while others read. While two change to it at
// once, neither is asked to wait: that is done here.
func useLog(ctx context.Context, db *sql.DB) error {
	until := time.Now().Add(patience)
	for {
		_, err := db.ExecContext(ctx, "PRAGMA journal_mode = wal")
		if !isBusy(err) || time.Now().After(until) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}
