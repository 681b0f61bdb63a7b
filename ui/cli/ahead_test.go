package cli

import (
	"context"
	"runtime"
	"sync/atomic"
	"testing"
)

func TestAheadKeepsTheOrder(t *testing.T) {
	next := 0
	for got := range ahead(t.Context(), 500, func(i int) int { return i }) {
		if got != next {
			t.Fatalf("%d, want %d", got, next)
		}
		next++
	}
	if next != 500 {
		t.Errorf("%d came, want 500", next)
	}
	for range ahead(t.Context(), 0, func(i int) int { return i }) {
		t.Error("something comes of nothing")
	}
}

// What was got and not asked for is little, and when the loop is left nothing goes on.
func TestAheadStopsWithTheLoop(t *testing.T) {
	var begun, ended atomic.Int64
	get := func(i int) int {
		begun.Add(1)
		defer ended.Add(1)
		runtime.Gosched()
		return i
	}
	for got := range ahead(t.Context(), 1_000_000, get) {
		if got == 20 {
			break
		}
	}
	if most := int64(21 + 3*runtime.GOMAXPROCS(0)); begun.Load() > most || ended.Load() != begun.Load() {
		t.Errorf("%d were begun, at most %d wanted, %d ended", begun.Load(), most, ended.Load())
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	given := 0
	for range ahead(ctx, 1_000_000, get) {
		if given++; given == 5 {
			stop()
		}
	}
	if given != 5 {
		t.Errorf("%d came after the context had ended at 5", given)
	}
}
