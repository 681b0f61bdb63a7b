package index

import (
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"fmt"
	"io"
	"sync"
	"time"

	"reftel/model/library"
)

// sourceRow is a file on disk as the index knows it.
type sourceRow struct {
	id       int64
	size     int64
	modified int64
	hash     []byte
	done     bool
	missing  bool

	seen bool // by this walk
}

// pieceKey names a piece inside a source.
type pieceKey struct {
	file string
	at   int
}

// sources are the files that an index knows. The walk asks it while commits write; it has a lock of its own.
type sources struct {
	byName map[string]*sourceRow // the walk's alone

	mu     sync.Mutex
	pieces map[string]map[pieceKey]bool // of sources that are not done, by their names

	// What the walk has decided and the next commit writes.
	begun   []sourceFile // files that are new or have changed: what was known of them is dropped
	touched []sourceFile // files that only have another time
}

// sourceFile is a file as the walk met it.
type sourceFile struct {
	library.Input
	modified int64  // see stamp
	hash     []byte // see fingerprint
}

// loadSources reads what an index knows of its files.
func loadSources(db *sql.DB) (*sources, error) {
	s := &sources{byName: map[string]*sourceRow{}, pieces: map[string]map[pieceKey]bool{}}
	names := map[int64]string{}
	err := eachRow(db, "SELECT id, name, size, modified, hash, done, missing FROM source", func(scan func(...any) error) error {
		var row sourceRow
		var name string
		if err := scan(&row.id, &name, &row.size, &row.modified, &row.hash, &row.done, &row.missing); err != nil {
			return err
		}
		s.byName[name], names[row.id] = &row, name
		return nil
	})
	if err != nil {
		return nil, err
	}
	return s, eachRow(db, "SELECT source, file, at FROM piece", func(scan func(...any) error) error {
		var source int64
		var key pieceKey
		if err := scan(&source, &key.file, &key.at); err != nil {
			return err
		}
		name := names[source]
		if s.pieces[name] == nil {
			s.pieces[name] = map[pieceKey]bool{}
		}
		s.pieces[name][key] = true
		return nil
	})
}

// wanted reports whether a file of the walk has to be read, and notes what that means for the next commit. The walk calls
// it before anything is read: so what is noted of a file that changes meanwhile is what it was, and the next walk sees that.
func (s *sources) wanted(in library.Input) bool {
	row := s.byName[in.Name]
	same := row != nil && row.size == in.Size && in.Size >= 0
	if !same || row.modified != in.Modified.UnixNano() || row.missing {
		f := sourceFile{in, stamp(in), fingerprint(in)}
		if same && row.done && len(row.hash) > 0 && f.hash == nil { // it can't be read now: what is known of it is kept
			row.seen = true
			return false
		}
		if same && f.hash != nil && string(row.hash) == string(f.hash) {
			if row.modified != f.modified || row.missing {
				s.note(&s.touched, f)
			}
			row.modified, row.missing = f.modified, false
		} else {
			row = &sourceRow{size: in.Size, modified: f.modified}
			s.byName[in.Name] = row
			s.note(&s.begun, f)
		}
	}
	row.seen = true
	return !row.done
}

// note adds a file to a list. Of one that begins, nothing is known any more.
func (s *sources) note(list *[]sourceFile, f sourceFile) {
	s.mu.Lock()
	defer s.mu.Unlock()
	*list = append(*list, f)
	if list == &s.begun {
		delete(s.pieces, f.Name)
	}
}

// settled is how old a file has to be for its time to say that it is as it was: what is written again in the same moment,
// or after a clock was set back, may have the time of what was read.
const settled = 2 * time.Second

// stamp is the time of a file as it is noted; 0, which no file has, when it says nothing.
func stamp(in library.Input) int64 {
	if time.Since(in.Modified) < settled {
		return 0
	}
	return in.Modified.UnixNano()
}

// known reports whether a piece was committed.
func (s *sources) known(p library.Piece) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.pieces[p.Outer][pieceKey{p.File, p.At}]
}

// take returns what the walk has decided since the last time.
func (s *sources) take() (begun, touched []sourceFile) {
	s.mu.Lock()
	defer s.mu.Unlock()
	begun, touched = s.begun, s.touched
	s.begun, s.touched = nil, nil
	return begun, touched
}

// unseen returns the names of the files that a walk to its end did not meet.
func (s *sources) unseen() (names []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for name, row := range s.byName {
		if !row.seen && !row.missing {
			names = append(names, name)
		}
	}
	return names
}

// fingerprint is a hash of a file's size and of what stands at its beginning, in its middle and at its end: enough to
// tell a file that was only copied or touched from one that was changed. What can't be read has none.
func fingerprint(in library.Input) []byte {
	const part = 64 << 10
	f, err := in.Open()
	if err != nil {
		return nil
	}
	defer f.Close()
	r, ok := f.(io.ReaderAt)
	if !ok {
		return nil
	}
	sum := sha256.New()
	binary.Write(sum, binary.LittleEndian, in.Size)
	for _, at := range []int64{0, max(0, in.Size/2-part/2), max(0, in.Size-part)} {
		if _, err := io.Copy(sum, io.NewSectionReader(r, at, part)); err != nil {
			return nil
		}
	}
	return sum.Sum(nil)
}

// eachRow calls do for each row of an answer.
func eachRow(db querier, query string, do func(scan func(...any) error) error, args ...any) error {
	rows, err := db.Query(query, args...)
	if err != nil {
		return fmt.Errorf("ask the index: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows.Scan); err != nil {
			return fmt.Errorf("ask the index: %w", err)
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("ask the index: %w", err)
	}
	return nil
}

// querier is a database or a transaction.
type querier interface {
	Query(query string, args ...any) (*sql.Rows, error)
}
