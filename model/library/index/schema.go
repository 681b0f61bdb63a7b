package index

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver
)

// version is that of the tables, of the words in segments, and of where files are cut into pieces: those that were read are
// known by where they begin. An index of an older one is built anew.
const version = 6

// schema makes the tables. Ids are as [model.ID.String] writes them.
const schema = `
CREATE TABLE source (          -- a file on disk
	id       INTEGER PRIMARY KEY,
	name     TEXT NOT NULL UNIQUE,
	size     INTEGER NOT NULL,
	modified INTEGER NOT NULL, -- nanoseconds; 0: see stamp
	hash     BLOB NOT NULL,    -- see fingerprint
	done     INTEGER NOT NULL, -- read to its end
	missing  INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE piece (           -- of a source that is not done: what of it was committed
	source INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
	file   TEXT NOT NULL,
	at     INTEGER NOT NULL,
	PRIMARY KEY (source, file, at)
) WITHOUT ROWID;
CREATE TABLE file (            -- a source, or a member of one that is an archive
	id      INTEGER PRIMARY KEY,
	source  INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
	name    TEXT NOT NULL,
	members TEXT NOT NULL,     -- numbers that lead to it in the archive
	UNIQUE (source, name)
);
CREATE TABLE cable (
	number   INTEGER PRIMARY KEY,
	file     INTEGER NOT NULL REFERENCES file(id) ON DELETE CASCADE,
	start    INTEGER NOT NULL, -- bytes of the file
	size     INTEGER NOT NULL,
	sha256   BLOB NOT NULL,
	format   TEXT NOT NULL,    -- of the file; empty: its whole text will tell
	id       TEXT NOT NULL,
	prints   TEXT NOT NULL,    -- the telegram that a document of an edition prints
	date     INTEGER,          -- seconds; NULL: none
	kind     TEXT NOT NULL,    -- of the date
	level    INTEGER NOT NULL,
	station  TEXT NOT NULL,
	origin   TEXT NOT NULL,
	sender   TEXT NOT NULL,
	subject  TEXT NOT NULL,
	title    TEXT NOT NULL,    -- where there is no subject
	redactions INTEGER NOT NULL,
	losses   INTEGER NOT NULL
);
CREATE INDEX cable_id ON cable (id) WHERE id <> '';
CREATE INDEX cable_prints ON cable (prints) WHERE prints <> '';
CREATE INDEX cable_file ON cable (file);
CREATE TABLE citation (
	number   INTEGER NOT NULL REFERENCES cable(number) ON DELETE CASCADE,
	id       TEXT NOT NULL,    -- cited, as the parser read it
	inferred INTEGER NOT NULL, -- its year is the citing cable's
	bullet   TEXT NOT NULL
);
CREATE INDEX citation_number ON citation (number);
CREATE INDEX citation_id ON citation (id);
CREATE TABLE problem (
	source INTEGER REFERENCES source(id) ON DELETE CASCADE,
	file   TEXT NOT NULL,
	what   TEXT NOT NULL
);
CREATE TABLE segment (
	first INTEGER PRIMARY KEY, -- number of its first cable
	count INTEGER NOT NULL,
	file  TEXT NOT NULL,
	size  INTEGER NOT NULL   -- bytes
);
CREATE TABLE arrays (          -- of all cables in the order of a list: see arrays.encode
	one     INTEGER PRIMARY KEY CHECK (one = 1),
	cables  INTEGER NOT NULL,
	numbers BLOB NOT NULL,
	dates   BLOB NOT NULL
);
`

// ErrNewer says that an index was written by a later version of the program.
var ErrNewer = errors.New("the index was written by a newer reftel: use that one, or give this one another folder for its cache")

// errStale says that an index is to be built anew.
var errStale = errors.New("the index is of another version or damaged")

const databaseName = "index.db"

// writeDatabase opens the database of an index in a folder, which is made if there is none, for the one that writes.
func writeDatabase(ctx context.Context, dir string) (*sql.DB, error) {
	if isMarked(dir) {
		return nil, errStale
	}
	pragmas := url.Values{"_pragma": {"busy_timeout(5000)", "journal_mode(wal)", "synchronous(normal)", "foreign_keys(on)", "cache_size(-16000)", "temp_store(memory)"}}
	db, err := sql.Open("sqlite", address(filepath.Join(dir, databaseName), pragmas))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if err = prepare(ctx, db, true); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// readDatabase opens the database of an index in a folder for reading.
func readDatabase(ctx context.Context, dir string) (*sql.DB, *pinned, error) {
	path := filepath.Join(dir, databaseName)
	if _, err := os.Stat(path); err != nil {
		return nil, nil, err
	}
	if isMarked(dir) {
		return nil, nil, errStale
	}
	pragmas := url.Values{"mode": {"rw"}, "_pragma": {"busy_timeout(5000)", "query_only(on)", "cache_size(-16000)"}} // rw: it is not made
	db, pin, err := connect(ctx, path, pragmas)
	if err != nil && isReadOnly(err) {
		// On a medium that can't be written nobody does: then it is read without the files that readers and a writer
		// agree by.
		pragmas.Set("immutable", "1")
		db, pin, err = connect(ctx, path, pragmas)
	}
	return db, pin, err
}

// connect opens a database for reading and checks its version.
func connect(ctx context.Context, path string, pragmas url.Values) (*sql.DB, *pinned, error) {
	db, pin, err := openPinned(path, pragmas)
	if err != nil {
		return nil, nil, err
	}
	if err = prepare(ctx, db, false); err != nil {
		db.Close()
		return nil, nil, err
	}
	return db, pin, nil
}

// address is what the driver calls a database.
func address(path string, pragmas url.Values) string {
	return (&url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: pragmas.Encode()}).String()
}

// prepare checks the version, and makes the tables in an empty database; its application id is drawn by lot (see identity).
func prepare(ctx context.Context, db *sql.DB, write bool) error {
	var found int
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&found); err != nil {
		if isDamage(err) {
			err = errStale
		}
		return err
	}
	switch {
	case found > version:
		return ErrNewer
	case found == version:
		return nil
	case found != 0 || !write:
		return errStale
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, schema+fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d;", version, 1+rand.Int32N(math.MaxInt32))); err != nil {
		return err
	}
	return tx.Commit()
}

// databaseSize returns how many bytes the database takes on disk.
func databaseSize(dir string) (size int64) {
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if info, err := os.Stat(filepath.Join(dir, databaseName+suffix)); err == nil {
			size += info.Size()
		}
	}
	return size
}
