package index

import (
	"context"
	"sync/atomic"
	"testing"
)

// However many questions are asked at a time, so many segments are searched at once as there are places for.
func TestSegmentsSearchedAtOnce(t *testing.T) {
	x := &Index{busy: make(chan struct{}, 2)}
	segments := make([]*segment, 40)
	var now, most, done atomic.Int64
	answered := make(chan error)
	for range 3 {
		go func() {
			answered <- x.eachSegment(context.Background(), segments, func(*segment) error {
				for n := now.Add(1); ; {
					if m := most.Load(); n <= m || most.CompareAndSwap(m, n) {
						break
					}
				}
				done.Add(1)
				now.Add(-1)
				return nil
			})
		}()
	}
	for range 3 {
		if err := <-answered; err != nil {
			t.Error(err)
		}
	}
	if done.Load() != 120 || most.Load() > 2 {
		t.Errorf("%d segments were searched, up to %d at once", done.Load(), most.Load())
	}
}
