package shelf

import (
	"context"
	"sync"

	"reftel/model/library/index"
	"reftel/model/names"
	"reftel/model/query"
)

// nameReader reads the names of an index when they are first asked for: of a large library that takes some seconds, and
// memory that most readers never need.
type nameReader struct {
	shelf *Indexed

	mu      sync.Mutex
	reading chan struct{} // closed when they are read; nil: nobody is reading
	last    *index.Names
}

// now returns the names as they are known, nil if none are yet. When the index has grown since, they are read anew in the
// background; ready is closed when that is done.
func (r *nameReader) now() (known *index.Names, ready <-chan struct{}) {
	r.mu.Lock()
	defer r.mu.Unlock()
	x, err := r.shelf.at()
	if err != nil {
		return nil, closed
	}
	if r.last != nil && x.HasNames(r.last) {
		return r.last, closed
	}
	if r.reading == nil {
		done := make(chan struct{})
		r.reading = done
		go func() {
			read, err := x.Names(context.Background())
			r.mu.Lock()
			defer r.mu.Unlock()
			if err == nil {
				r.last = read
			}
			r.reading = nil
			close(done)
		}()
	}
	return r.last, r.reading
}

// closed is a channel that nobody waits for.
var closed = func() chan struct{} {
	c := make(chan struct{})
	close(c)
	return c
}()

// Ready reports whether names are known, and else has them read.
func (r *nameReader) Ready() bool {
	known, _ := r.now()
	return known != nil
}

// Lookup finds names, once they are read.
func (r *nameReader) Lookup(ctx context.Context, typed string, limit int) (hits []names.Hit, total int) {
	known, ready := r.now()
	if known == nil {
		select {
		case <-ready:
			known, _ = r.now()
		case <-ctx.Done():
		}
	}
	if known == nil {
		return nil, 0
	}
	return known.Lookup(ctx, typed, limit)
}

// Names returns the names of the library.
func (s *Indexed) Names() Names { return &s.names }

// Named returns the cables that have a name.
func (s *Indexed) Named(ctx context.Context, e names.Entry) ([]Number, error) {
	known, _ := s.names.now()
	if known == nil {
		return s.search(ctx, query.Of(forms(e.Forms)))
	}
	found, err := known.Cables(ctx, e)
	if err != nil {
		return nil, err
	}
	return found.Numbers(), nil
}
