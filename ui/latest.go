package ui

import (
	"context"
	"time"
)

// latest numbers the requests of one kind, so that of several under way only the last one's answer
// counts, and cancels the one before.
type latest struct {
	generation uint64
	cancel     context.CancelFunc // ends the request under way
}

// next ends the request before and returns the context, within that of the program, and the number of a new one.
func (l *latest) next(program context.Context) (context.Context, uint64) {
	l.stop()
	l.generation++
	ctx, cancel := context.WithCancel(program)
	l.cancel = cancel
	return ctx, l.generation
}

// stop ends the request under way; its answer is stale from now on.
func (l *latest) stop() {
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
		l.generation++
	}
}

// current reports whether an answer is to the last request.
func (l *latest) current(generation uint64) bool { return generation == l.generation }

// lull returns what a search asks before it begins: whether it is still wanted. After a letter that is only known when no
// other has come for as long as the options say. So the frame with the letter has the processors to itself, and of what
// is typed fast only the last is looked for.
func (a *App) lull(letter bool) func(ctx context.Context) bool {
	pause := a.options.Lull
	return func(ctx context.Context) bool {
		if letter && pause > 0 {
			select {
			case <-ctx.Done():
			case <-time.After(pause):
			}
		}
		return ctx.Err() == nil
	}
}
