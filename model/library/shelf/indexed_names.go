package shelf

import (
	"cmp"
	"context"
	"sync"

	"reftel/model/library/index"
	"reftel/model/names"
	"reftel/model/names/rules"
)

// nameReader reads the names of an index when they are first asked for: of a large library that takes some seconds, and
// memory that most readers never need.
type nameReader struct {
	shelf *Indexed

	mu      sync.Mutex
	reading chan struct{} // closed when they are read; nil: nobody is reading
	found   *index.Names  // as they stand in the index
	last    *index.Names  // the same as the reader's rules have them
	of      *opening      // whose they are
	err     error         // why they could not be read; until the index has changed nobody tries again
}

// now returns the names as they are known, nil if none are yet, and whose they are. When the index has grown since, they
// are read anew in the background; ready is closed when that is done.
func (r *nameReader) now() (known *index.Names, of *opening, ready <-chan struct{}) {
	x, err := r.shelf.at()
	r.mu.Lock()
	defer r.mu.Unlock()
	if err != nil {
		return nil, nil, closed
	}
	if r.of != x {
		r.found, r.last = nil, nil // those of an index that was there before are no use
	}
	if r.err != nil || r.last != nil && x.HasNames(r.last) {
		x.done()
		return r.last, r.of, closed
	}
	if r.reading != nil {
		x.done()
		return r.last, r.of, r.reading
	}
	done := make(chan struct{})
	r.reading = done
	go func() {
		defer x.done()
		read, err := x.Names(x.ctx)
		r.mu.Lock()
		defer r.mu.Unlock()
		for err == nil && r.found != read { // again if the rules change meanwhile
			s := r.shelf.rules.Load()
			r.mu.Unlock()
			ruled, failed := read.With(x.ctx, s)
			r.mu.Lock()
			if err = failed; err == nil && r.shelf.rules.Load() == s {
				r.found, r.last, r.of = read, ruled, x
			}
		}
		if err != nil && x.ctx.Err() == nil { // of an index that is still the one that is asked
			r.err = err
		}
		r.reading = nil
		close(done)
	}()
	return r.last, r.of, done
}

// rule lays rules over the names that are known; those that are being read will have them laid over.
func (r *nameReader) rule(ctx context.Context, s *rules.Set) error {
	r.mu.Lock()
	found := r.found
	r.mu.Unlock()
	if found == nil {
		return nil
	}
	ruled, err := found.With(ctx, s)
	if err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.found == found && r.shelf.rules.Load() == s {
		r.last = ruled
	}
	return nil
}

// SetRules lays rules over the names.
func (s *Indexed) SetRules(ctx context.Context, set *rules.Set) error {
	s.rules.Store(set)
	return s.names.rule(ctx, set)
}

// again has names be read again that could not be, for the index has changed.
func (r *nameReader) again(changed bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if changed {
		r.err = nil
	}
}

// closed is a channel that nobody waits for.
var closed = func() chan struct{} {
	c := make(chan struct{})
	close(c)
	return c
}()

// Ready reports whether names are known, and else has them read.
func (r *nameReader) Ready() bool {
	known, _, _ := r.now()
	return known != nil
}

// Err says why names could not be read.
func (r *nameReader) Err() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.err
}

// Lookup finds names, once they are read.
func (r *nameReader) Lookup(ctx context.Context, typed string, limit int) (hits []names.Hit, total int) {
	known, _, ready := r.now()
	if known == nil {
		select {
		case <-ready:
			known, _, _ = r.now()
		case <-ctx.Done():
		}
	}
	if known == nil {
		return nil, 0
	}
	return known.Lookup(ctx, typed, limit)
}

// Years counts the mentions of a name, once the names are read.
func (r *nameReader) Years(ctx context.Context, e names.Entry) ([]names.Year, error) {
	x, err := r.shelf.at()
	if err != nil {
		return nil, err
	}
	defer x.done()
	known, of, _ := r.now()
	if known == nil || of != x { // they are being read anew
		return nil, nil
	}
	return known.Years(ctx, e)
}

// Names returns the names of the library.
func (s *Indexed) Names() Names { return &s.names }

// Named returns the cables that have a name.
func (s *Indexed) Named(ctx context.Context, e names.Entry) ([]Number, error) {
	x, err := s.at()
	if err != nil {
		return nil, err
	}
	defer x.done()
	found, err := s.entry(ctx, x, e)
	if err != nil {
		return nil, err
	}
	return x.outer(found.Numbers()), nil
}

// Mentioned reads cables from their files.
func (s *Indexed) Mentioned(ctx context.Context, e names.Entry, numbers []Number) ([]Mentioned, error) {
	x, err := s.at()
	if err != nil {
		return nil, err
	}
	defer x.done()
	known, of, _ := s.names.now()
	if known == nil || of != x { // they are being read anew
		return nil, nil
	}
	keys := known.Keys(e)
	var out []Mentioned
	var unread error
	for _, n := range numbers {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		c, err := x.cable(n)
		if err != nil {
			unread = cmp.Or(unread, err)
			continue
		}
		if name, ok := names.Within(c, keys); ok {
			name = ruledName(name, e)
			out = append(out, Mentioned{n, c, name})
		}
	}
	if len(out) > 0 {
		unread = nil
	}
	return out, unread
}
