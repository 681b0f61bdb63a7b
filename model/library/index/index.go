package index

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"reftel/internal/crash"
	"reftel/model/library/postings"
	"reftel/model/query"
)

// ErrNone says that a folder holds no index that can be used: there is none, or it is of an older version or damaged.
// [Update] makes one.
var ErrNone = errors.New("there is no index")

// Index is an index that is read. Any number of goroutines may ask it. When the index of its folder is built anew, it goes
// on to answer of the old one as well as it can, or says [ErrRebuilt]: whoever wants the new one opens that.
type Index struct {
	dir string
	db  *sql.DB
	pin *pinned

	busy chan struct{} // one in it for each segment that is searched: see [Index.eachSegment]

	mu   sync.Mutex
	view *view
	open map[string]*segment // by file

	parsed parsed
}

// view is what an index held at one moment.
type view struct {
	numbers  []uint32     // of the cables there are, in order
	live     postings.Set // the same as a set
	segments []*segment

	mu        sync.Mutex
	datesRead []int64                        // of the cables, when they were asked for: see [Index.datesOf]
	among     map[*query.Cables]postings.Set // what was asked for so
}

// segment is one of the full text.
type segment struct {
	segmentRow
	words func() (*postings.Segment, error)
	file  *os.File
}

// Open opens the index of a folder. The error is [ErrNone] when there is none that can be used, [ErrNewer] when it is
// not for this program.
func Open(dir string) (*Index, error) {
	db, pin, err := readDatabase(context.Background(), dir)
	switch {
	case errors.Is(err, os.ErrNotExist) || errors.Is(err, errStale):
		return nil, fmt.Errorf("%w in %s", ErrNone, dir)
	case isBusy(err):
		return nil, fmt.Errorf("the index in %s can't be read now (%w): another reftel holds it; try again", dir, err)
	case err != nil && !errors.Is(err, ErrNewer):
		return nil, fmt.Errorf("open the index in %s: %w", dir, err)
	case err != nil:
		return nil, err
	}
	x := &Index{dir: dir, db: db, pin: pin, open: map[string]*segment{}, busy: make(chan struct{}, max(1, min(runtime.NumCPU(), runtime.GOMAXPROCS(0))-1))}
	if _, err := x.takeIn(); err != nil {
		x.Close()
		return nil, x.failed(err)
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

// Refresh takes in what was committed since the index was opened or refreshed, and reports whether that changed which
// cables there are. The error is [ErrRebuilt] when the folder holds another index by now, or is about to.
func (x *Index) Refresh() (changed bool, err error) {
	if err := x.pin.still(); err != nil {
		return false, x.failed(err)
	}
	return x.takeIn()
}

// takeIn is [Index.Refresh] of the database that was connected to just now.
func (x *Index) takeIn() (changed bool, err error) {
	v, err := x.fresh()
	for range 5 { // a segment may have been merged with others between what the database said and the opening
		if !errors.Is(err, errStale) {
			break
		}
		v, err = x.fresh()
	}
	if err != nil {
		return false, cmp.Or(x.pin.still(), err)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.view != nil && slices.Equal(v.numbers, x.view.numbers) && slices.Equal(v.segments, x.view.segments) {
		return false, nil // the view stays, and with it what was made of it: see [Index.HasNames]
	}
	changed = x.view == nil || !slices.Equal(v.numbers, x.view.numbers)
	x.view = v
	open := map[string]*segment{}
	for _, s := range v.segments {
		open[s.file.Name()] = s
	}
	maps.DeleteFunc(x.open, func(_ string, s *segment) bool { return open[s.file.Name()] == nil }) // closed when no answer needs them
	return changed, nil
}

// fresh reads the order and opens the segments that are new.
func (x *Index) fresh() (*view, error) {
	tx, err := x.db.BeginTx(context.Background(), &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, fmt.Errorf("ask the index: %w", err)
	}
	defer tx.Rollback()
	rows, err := segmentRows(tx)
	if err != nil {
		return nil, err
	}
	v, opened := &view{segments: make([]*segment, len(rows))}, make(chan error, 1)
	go crash.Caught(func() { // a hundred files take as long as the order
		for i, r := range rows {
			if v.segments[i], err = x.segment(r); err != nil {
				break
			}
		}
		opened <- err
	})()
	numbers, failed := readOrder(tx)
	if err := cmp.Or(failed, <-opened); err != nil {
		return nil, err
	}
	end := 0
	for _, r := range rows {
		end = roundUp(r.first + r.count)
	}
	v.numbers, v.live = numbers, postings.NewSet(end)
	for _, n := range v.numbers {
		if int(n) >= end {
			return nil, errStale
		}
		v.live.Add(int(n))
	}
	return v, nil
}

// datesOf returns the dates of the cables of a view, in their order. They are read when they are first asked for: no list
// shows them all.
func (x *Index) datesOf(v *view) ([]int64, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.datesRead == nil && len(v.numbers) > 0 {
		a, err := readArrays(x.db)
		if err != nil {
			return nil, err
		}
		v.datesRead = a.datesOf(v.numbers)
	}
	return v.datesRead, nil
}

// segment opens the file of a segment, once. Its words are read when they are asked for: a library of any size opens at
// once.
func (x *Index) segment(r segmentRow) (*segment, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.open == nil { // closed meanwhile
		return nil, os.ErrClosed
	}
	if s := x.open[r.file]; s != nil {
		return s, nil
	}
	f, err := os.Open(filepath.Join(x.dir, r.file))
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", r.file, errStale)
	}
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err != nil || info.Size() != int64(r.size) {
		f.Close()
		return nil, cmp.Or(err, fmt.Errorf("%s: %w", r.file, errStale))
	}
	s := &segment{segmentRow: r, file: f}
	s.words = sync.OnceValues(func() (*postings.Segment, error) {
		words, err := postings.Open(f, int64(r.size))
		if err == nil && words.Len() != r.count {
			err = postings.ErrDamaged
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.file, err)
		}
		return words, nil
	})
	x.open[r.file] = s
	return s, nil
}

// now returns the view that questions are answered from.
func (x *Index) now() *view {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.view
}

// All returns the numbers of all cables in the order of [library.Compare]. The slice is a snapshot, and not to be changed.
func (x *Index) All() []uint32 { return x.now().numbers }

// Len returns the number of cables.
func (x *Index) Len() int { return len(x.now().numbers) }
