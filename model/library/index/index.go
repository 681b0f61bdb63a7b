package index

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"reftel/model/library/postings"
)

// ErrNone says that a folder holds no index that can be used: there is none, or it is of an older version or damaged.
// [Update] makes one.
var ErrNone = errors.New("there is no index")

// Index is an index that is read. Any number of goroutines may ask it.
type Index struct {
	dir string
	db  *sql.DB

	mu   sync.Mutex
	view *view
	open map[string]*segment // by file

	naming sync.Mutex // held while names are read
	names  *Names

	parsed parsed
}

// view is what an index held at one moment.
type view struct {
	arrays
	live     postings.Set // numbers of the cables there are
	segments []*segment
}

// segment is one of the full text.
type segment struct {
	first int
	words *postings.Segment
	file  *os.File
}

// Open opens the index of a folder. The error is [ErrNone] when there is none that can be used, [ErrNewer] when it is
// not for this program.
func Open(dir string) (*Index, error) {
	db, err := openDatabase(context.Background(), dir, false)
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, errStale) {
		return nil, fmt.Errorf("%w in %s", ErrNone, dir)
	}
	if err != nil {
		return nil, err
	}
	x := &Index{dir: dir, db: db, open: map[string]*segment{}}
	if _, err := x.Refresh(); err != nil {
		x.Close()
		return nil, err
	}
	return x, nil
}

// Close closes the files of the index.
func (x *Index) Close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	var all []error
	for _, s := range x.open {
		all = append(all, s.file.Close())
	}
	x.open, x.view = nil, &view{}
	return errors.Join(append(all, x.db.Close())...)
}

// Refresh takes in what was committed since the index was opened or refreshed, and reports whether there was anything.
func (x *Index) Refresh() (changed bool, err error) {
	tx, err := x.db.BeginTx(context.Background(), &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return false, fmt.Errorf("ask the index: %w", err)
	}
	defer tx.Rollback()
	v, err := x.read(tx)
	if err != nil {
		return false, err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	changed = x.view == nil || len(v.segments) != len(x.view.segments) || len(v.numbers) != len(x.view.numbers)
	x.view = v
	return changed, nil
}

// read reads the order and opens the segments that are new.
func (x *Index) read(tx *sql.Tx) (*view, error) {
	v := &view{}
	var numbers, dates []byte
	err := tx.QueryRow("SELECT numbers, dates FROM arrays").Scan(&numbers, &dates)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("ask the index: %w", err)
	}
	ok := false
	if v.arrays, ok = decodeArrays(numbers, dates); !ok {
		return nil, damaged(x.dir)
	}
	end := 0
	err = eachRow(tx, "SELECT first, count, file FROM segment ORDER BY first", func(scan func(...any) error) error {
		var first, count int
		var file string
		if err := scan(&first, &count, &file); err != nil {
			return err
		}
		s, err := x.segment(file, first)
		if err != nil {
			return err
		}
		if first%64 != 0 || first < end || s.words.Len() != count {
			return damaged(x.dir)
		}
		v.segments = append(v.segments, s)
		end = roundUp(first + count)
		return nil
	})
	if err != nil {
		return nil, err
	}
	v.live = postings.NewSet(end)
	for _, n := range v.numbers {
		if int(n) >= end {
			return nil, damaged(x.dir)
		}
		v.live.Add(int(n))
	}
	return v, nil
}

// segment opens a segment, once.
func (x *Index) segment(name string, first int) (*segment, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if s := x.open[name]; s != nil {
		return s, nil
	}
	f, err := os.Open(filepath.Join(x.dir, filepath.Base(name)))
	if err != nil {
		return nil, damaged(x.dir)
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	words, err := postings.Open(f, info.Size())
	if err != nil {
		f.Close()
		return nil, damaged(x.dir)
	}
	s := &segment{first, words, f}
	x.open[name] = s
	return s, nil
}

// damaged is the error of an index that can't be used; to whoever can build it anew it is as good as none.
func damaged(dir string) error {
	return fmt.Errorf("%w in %s that can be used: it is damaged", ErrNone, dir)
}

// now returns the view that questions are answered from.
func (x *Index) now() *view {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.view
}

// Len returns the number of cables.
func (x *Index) Len() int { return len(x.now().numbers) }
