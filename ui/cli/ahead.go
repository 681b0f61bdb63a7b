package cli

import (
	"context"
	"iter"
	"runtime"
	"sync"

	"reftel/internal/crash"
)

// ahead gives what get returns for 0, 1 and so on up to count, in that order, until the context ends. It gets some on
// all processors before they are asked for, as many as there are processors and no more, so that a slow get is
// no slow loop. When the loop is left, no get is running any more.
func ahead[T any](ctx context.Context, count int, get func(i int) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		ctx, stop := context.WithCancel(ctx)
		var running sync.WaitGroup
		defer running.Wait()
		defer stop()
		slots := make(chan chan T, runtime.GOMAXPROCS(0))
		running.Go(crash.Caught(func() {
			defer close(slots)
			for i := range count {
				slot := make(chan T, 1)
				select {
				case slots <- slot:
					running.Go(crash.Caught(func() { slot <- get(i) }))
				case <-ctx.Done():
					return
				}
			}
		}))
		for slot := range slots {
			if got := <-slot; ctx.Err() != nil || !yield(got) {
				return
			}
		}
	}
}
