package serve

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// No more search at once than there are turns, each gets one, and who gives up waiting takes none.
func TestSearchesTakeTurns(t *testing.T) {
	turns := newTurns()
	var now, most, done atomic.Int32
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			_, err := inTurn(t.Context(), turns, func(context.Context) (int, error) {
				if n := now.Add(1); n > most.Load() {
					most.Store(n)
				}
				defer now.Add(-1)
				time.Sleep(time.Millisecond)
				done.Add(1)
				return 0, nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if int(most.Load()) > cap(turns.free) || done.Load() != 50 {
		t.Errorf("%d at once with %d turns, and %d were done", most.Load(), cap(turns.free), done.Load())
	}
	for range cap(turns.free) {
		<-turns.free
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := inTurn(ctx, turns, func(context.Context) (int, error) { return 0, nil }); err == nil {
		t.Error("a search that was given up was done")
	}
}

// A search that takes long lets one that takes a moment have its turn before it ends.
func TestLongSearchesLetOthersIn(t *testing.T) {
	turns := newTurns()
	for range cap(turns.free) - 1 {
		<-turns.free // one is left
	}
	began, other := make(chan struct{}), make(chan struct{})
	go func() {
		<-began
		_, _ = inTurn(context.Background(), turns, func(context.Context) (int, error) { return 0, nil })
		close(other)
	}()
	_, err := inTurn(t.Context(), turns, func(ctx context.Context) (int, error) {
		close(began)
		for end := time.Now().Add(deadline); time.Now().Before(end); time.Sleep(time.Millisecond) {
			if ctx.Err() != nil {
				return 0, ctx.Err()
			}
			select {
			case <-other:
				return 0, nil
			default:
			}
		}
		t.Error("the other has waited for the whole search")
		return 0, nil
	})
	if err != nil {
		t.Error(err)
	}
	for range 1 { // the turn is there again
		<-turns.free
	}
}
