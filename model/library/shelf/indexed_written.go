package shelf

import (
	"runtime/debug"
	"sync"

	"reftel/internal/crash"
	"reftel/model/library/index"
)

// nameStore reads the names of an index when they are first asked for: of a large library that takes some seconds, and
// memory that most readers never need. They are as they stand in the index, the same for all readers.
type nameStore struct {
	mu      sync.Mutex
	reading chan struct{} // closed when they are read; nil: nobody is reading
	last    *index.Names
	of      *opening // whose they are
	err     error    // why they could not be read; until the index has changed nobody tries again
}

// found returns the names as they stand in the index, nil if none are read yet, and whose they are. When the index has
// grown since, they are read anew in the background; ready is closed when that is done.
func (s *stored) found() (names *index.Names, of *opening, ready <-chan struct{}) {
	x, err := s.at()
	r := &s.written
	r.mu.Lock()
	defer r.mu.Unlock()
	if err != nil {
		return nil, nil, closed
	}
	if r.of != x {
		r.last = nil // those of an index that was there before are no use
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
	go crash.Caught(func() {
		defer x.done()
		read, err := sparing(func() (*index.Names, error) { return x.Names(x.ctx) })
		r.mu.Lock()
		defer r.mu.Unlock()
		if err == nil {
			r.last, r.of = read, x
		} else if x.ctx.Err() == nil { // of an index that is still the one that is asked
			r.err = err
		}
		r.reading = nil
		close(done)
	})()
	return r.last, r.of, done
}

// garbage is how much garbage there may be while names are made ready, in percent of what is in use. Those of a large library
// leave thirty times as much as stays, and collecting it costs next to nothing: hardly any of that is pointers.
const garbage = 30

// thrift is how many are making names ready, and how much garbage there may be when nobody does.
var thrift struct {
	sync.Mutex
	sparing int
	usual   int
}

// sparing makes names ready with little memory.
func sparing(ready func() (*index.Names, error)) (*index.Names, error) {
	thrift.Lock()
	if thrift.sparing++; thrift.sparing == 1 {
		thrift.usual = debug.SetGCPercent(garbage)
	}
	thrift.Unlock()
	defer func() {
		thrift.Lock()
		defer thrift.Unlock()
		if thrift.sparing--; thrift.sparing == 0 {
			debug.SetGCPercent(thrift.usual)
		}
	}()
	return ready()
}

// known returns the names that were read last, nil if none were.
func (r *nameStore) known() (names *index.Names, of *opening) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.last, r.of
}

// again has names be read again that could not be, for the index has changed.
func (r *nameStore) again(changed bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if changed {
		r.err = nil
	}
}

// why says why names could not be read.
func (r *nameStore) why() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.err
}

// closed is a channel that nobody waits for.
var closed = func() chan struct{} {
	c := make(chan struct{})
	close(c)
	return c
}()
