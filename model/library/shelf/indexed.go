package shelf

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"sync"
	"time"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/index"
	"reftel/model/query"
)

// Indexed is a shelf whose cables are found through an index on disk and read from their files.
type Indexed struct {
	*stored
	names nameReader
	ruling
	keeping
}

// stored is what the shelves of several readers have in common: see [Shared].
type stored struct {
	dir     string
	in      iter.Seq2[library.Input, error]
	options library.LoadOptions
	written nameStore

	mu       sync.RWMutex
	index    *opening // nil until there is one
	rows     map[Number]Row
	values   values
	problems []library.Problem
}

// mostRows is how many rows are kept at hand: a few hundred screens.
const mostRows = 20_000

// Before the index of a large library is brought up to date, which keeps all processors busy, time is left for what is
// there to be shown.
const (
	large  = 50_000 // cables
	settle = 200 * time.Millisecond
)

// busyPause is how long to wait before asking again whether another process has done with the index.
const busyPause = time.Second

// NewIndexed returns a shelf over the index in a folder, which needn't be there yet: [Indexed.Fill] makes it, or brings it
// up to date with the files. The error says that the index is not for this program.
func NewIndexed(dir string, in iter.Seq2[library.Input, error], o library.LoadOptions) (*Indexed, error) {
	s := over(&stored{dir: dir, in: in, options: o, rows: map[Number]Row{}})
	if _, err := s.open(); err != nil {
		return nil, err
	}
	return s, nil
}

// over returns a shelf over what is stored, without rules and without a notebook.
func over(st *stored) *Indexed {
	s := &Indexed{stored: st}
	s.names.shelf = s
	return s
}

// Close lets go of the index.
func (s *Indexed) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.index == nil {
		return nil
	}
	s.index.retired()
	err := s.index.Close()
	s.index = nil
	return err
}

// Fill brings the index up to date. While another process writes it, what that one commits is taken in.
func (s *Indexed) Fill(ctx context.Context, progress func(Progress)) error {
	if len(s.All()) > large {
		select { // let the first screen be drawn
		case <-ctx.Done():
		case <-time.After(settle):
		}
	}
	s.count(ctx)
	committed := -1
	for ctx.Err() == nil {
		err := index.Update(ctx, s.dir, s.in, s.options, func(p index.Progress) {
			grown := false
			if p.Committed != committed {
				grown, _ = s.refresh() // what fails now is tried again, and said at the end
			}
			committed = p.Committed
			progress(Progress{Progress: p.Progress, Grown: grown, Index: true})
		})
		grown, failed := s.refresh()
		if !errors.Is(err, index.ErrBusy) {
			s.forgetRows() // files that are gone were noted last
			s.noteProblems(err)
			s.count(ctx)
			progress(Progress{Progress: library.Progress{Done: true}, Grown: grown, Index: true})
			return cmp.Or(err, failed)
		}
		progress(Progress{Grown: grown, Index: true, Busy: true})
		select {
		case <-ctx.Done():
		case <-time.After(busyPause):
		}
	}
	return nil
}

// forgetRows has rows read anew.
func (s *Indexed) forgetRows() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rows = map[Number]Row{}
}

// noteProblems notes what could not be read, and the error with which the update ended: what is there is not all then.
func (s *Indexed) noteProblems(ended error) {
	x, err := s.at()
	if err != nil {
		return
	}
	defer x.done()
	problems, err := x.Problems()
	for _, err := range []error{ended, err} {
		if err != nil {
			problems = append(problems, library.Problem{File: "the index", What: err.Error()})
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.problems = problems
}

// Problems returns what could not be read, when the index is up to date.
func (s *Indexed) Problems() []library.Problem {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.problems
}

// All returns the numbers of all cables.
func (s *Indexed) All() []Number {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.index == nil {
		return nil
	}
	return s.index.all
}

// Row returns what a list shows of a cable, if it was fetched.
func (s *Indexed) Row(n Number) (Row, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	r, ok := s.rows[n]
	return r, ok
}

// Fetch reads rows.
func (s *Indexed) Fetch(ctx context.Context, numbers []Number) error {
	x, err := s.at()
	if err != nil {
		return err
	}
	defer x.done()
	_, err = s.fetch(ctx, x, numbers)
	return err
}

// fetch returns rows, and keeps them at hand. One that is gone is without a cable.
func (s *Indexed) fetch(ctx context.Context, x *opening, numbers []Number) ([]Row, error) {
	out := make([]Row, len(numbers))
	var wanted, places []int // numbers of the index, and where their rows go
	for i, n := range numbers {
		if r, ok := s.Row(n); ok {
			out[i] = r
		} else if inner, err := x.inner(n); err == nil {
			wanted, places = append(wanted, inner), append(places, i)
		}
	}
	if len(wanted) > 0 {
		rows, err := x.Rows(ctx, wanted)
		if err != nil && !errors.Is(err, index.ErrGone) { // all of them
			return nil, err
		}
		for i, r := range rows {
			out[places[i]] = Row{Cable: r.Cable, Redacted: r.Redactions > 0, Damaged: r.Losses > 0, Missing: r.Missing}
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.rows)+len(numbers) > mostRows {
		s.rows = make(map[Number]Row, len(numbers))
	}
	for i, n := range numbers {
		s.rows[n] = out[i]
	}
	return out, nil
}

// Listed reports that rows must be fetched.
func (s *Indexed) Listed() bool { return false }

// Values returns what cables have in a field of queries, as they were counted at the beginning or at the end of Fill.
func (s *Indexed) Values(f query.Field) []string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.values[f]
}

// count counts what cables have in the fields of queries.
func (s *Indexed) count(ctx context.Context) {
	f, err := s.Facets(ctx, Question{}, mostValues, 0)
	if err != nil { // without it there is no completion, and whoever asks the index for more is told why
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.values = valuesOf(f)
}

// Source reads the bytes of a cable again.
func (s *Indexed) Source(_ context.Context, n Number) ([]byte, error) {
	x, err := s.at()
	if err != nil {
		return nil, err
	}
	defer x.done()
	inner, err := x.inner(n)
	if err != nil {
		return nil, err
	}
	return x.Source(inner)
}

// WithID returns the cables with an id.
func (s *Indexed) WithID(ctx context.Context, id model.ID) ([]Number, error) {
	x, err := s.at()
	if err != nil {
		return nil, err
	}
	defer x.done()
	return x.numbersOf(x.Numbers(ctx, id))
}
