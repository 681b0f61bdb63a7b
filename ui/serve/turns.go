package serve

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// turns has the searches of all readers take turns, so that there is always a processor for keys. Whoever waits longest is
// next; a search that takes long lets others have theirs in between.
type turns struct {
	free    chan struct{} // holds as many as there are turns to be had
	waiting atomic.Int32
}

// Times of turns.
const (
	share  = 20 * time.Millisecond // of a search while others wait
	mercy  = 50 * time.Millisecond // after which it goes on without a turn: what it holds may be what others wait for
	always = 1                     // processor for keys
)

func newTurns() *turns {
	t := &turns{free: make(chan struct{}, max(1, runtime.GOMAXPROCS(0)-always))}
	for range cap(t.free) {
		t.free <- struct{}{}
	}
	return t
}

// take waits for a turn. What is searched under the context gives it to others now and then; end gives it back.
func (t *turns) take(ctx context.Context) (_ context.Context, end func(), err error) {
	t.waiting.Add(1)
	defer t.waiting.Add(-1)
	select {
	case <-t.free:
		one := &turn{Context: ctx, of: t, since: time.Now(), has: true}
		return one, one.end, nil
	case <-ctx.Done():
		return ctx, func() {}, ctx.Err()
	}
}

// turn is the context of a search. Whoever searches asks it often whether to go on: that is when others get their turns.
type turn struct {
	context.Context
	of *turns

	mu    sync.Mutex
	since time.Time
	has   bool
}

// Err says whether the search is over, perhaps after a while.
func (t *turn) Err() error {
	if t.of.waiting.Load() > 0 && t.mu.TryLock() {
		if t.has && time.Since(t.since) > share {
			t.of.free <- struct{}{}
			t.again()
		}
		t.mu.Unlock()
	}
	return t.Context.Err()
}

// again waits for another turn.
func (t *turn) again() {
	t.of.waiting.Add(1)
	defer t.of.waiting.Add(-1)
	select {
	case <-t.of.free:
	case <-t.Context.Done():
		t.has = false
	case <-time.After(mercy):
		t.has = false
	}
	t.since = time.Now()
}

func (t *turn) end() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.has {
		t.has = false
		t.of.free <- struct{}{}
	}
}
