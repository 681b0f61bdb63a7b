package shelf

import (
	"cmp"
	"context"
	"sync"

	"reftel/internal/crash"
	"reftel/model/library/index"
	"reftel/model/names"
	"reftel/model/names/rules"
)

// nameReader has the names of an index as a reader's rules have them. Without rules they are those that all readers share.
type nameReader struct {
	shelf *Indexed

	mu     sync.Mutex
	laying chan struct{} // closed when the rules are laid over; nil: nobody is doing that
	last   *index.Names  // with the rules
	from   *index.Names  // the same without them
	of     *opening      // whose they are
	rules  *rules.Set    // that they follow
	err    error         // why they could not be laid over
}

// now returns the names as they are known, nil if none are yet, and whose they are. What is behind is brought up to date
// in the background; ready is closed when that is done.
func (r *nameReader) now() (known *index.Names, of *opening, ready <-chan struct{}) {
	found, of, ready := r.shelf.found()
	if found == nil || r.shelf.rules.Load().Len() == 0 {
		r.forget()
		return found, of, ready
	}
	laid := r.lay(found, of)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.of != of {
		return nil, nil, laid
	}
	if r.from == found && laid == closed {
		return r.last, r.of, ready
	}
	return r.last, r.of, laid
}

// forget lets go of names with rules that hold no more.
func (r *nameReader) forget() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.laying == nil {
		r.last, r.from, r.of, r.rules, r.err = nil, nil, nil, nil, nil
	}
}

// lay has the rules laid over names that were found. The channel is closed when that is done.
func (r *nameReader) lay(found *index.Names, of *opening) <-chan struct{} {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.laying != nil {
		return r.laying
	}
	if r.from == found && r.rules == r.shelf.rules.Load() {
		return closed
	}
	x, err := r.shelf.at()
	if err != nil {
		return closed
	}
	if x != of { // the index was built anew: the names are of no use
		x.done()
		return closed
	}
	done := make(chan struct{})
	r.laying = done
	go crash.Caught(func() {
		defer x.done()
		defer close(done)
		for { // again if the rules change meanwhile
			s := r.shelf.rules.Load()
			ruled, err := sparing(func() (*index.Names, error) { return found.With(x.ctx, s) })
			r.mu.Lock()
			if s == r.shelf.rules.Load() || x.ctx.Err() != nil {
				r.from, r.of, r.rules, r.err, r.laying = found, x, s, err, nil
				r.last = ruled // nil with an error
				r.mu.Unlock()
				return
			}
			r.mu.Unlock()
		}
	})()
	return done
}

// SetRules lays rules over the names that are known; those that are being read will have them laid over.
func (s *Indexed) SetRules(ctx context.Context, set *rules.Set) error {
	s.rules.Store(set)
	found, of := s.written.known()
	if found == nil || set.Len() == 0 {
		return nil
	}
	select {
	case <-s.names.lay(found, of):
	case <-ctx.Done():
		return ctx.Err()
	}
	return s.names.why()
}

// why says why rules could not be laid over.
func (r *nameReader) why() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.err
}

// Ready reports whether names are known, and else has them read.
func (r *nameReader) Ready() bool {
	known, _, _ := r.now()
	return known != nil
}

// Err says why names could not be read.
func (r *nameReader) Err() error {
	err := cmp.Or(r.shelf.written.why(), r.why())
	if known, _, _ := r.now(); err == nil && known != nil {
		err = known.Err()
	}
	return err
}

// Lookup finds names, once they are read.
func (r *nameReader) Lookup(ctx context.Context, typed string, limit int) (hits []names.Hit, total int) {
	known, _, ready := r.now()
	for range 2 { // they are read, and then rules are laid over them
		if known != nil {
			break
		}
		select {
		case <-ready:
			known, _, ready = r.now()
		case <-ctx.Done():
			return nil, 0
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
