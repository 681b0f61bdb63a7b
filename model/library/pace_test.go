package library

import (
	"testing"
	"time"
)

func TestPace(t *testing.T) {
	tests := []struct {
		done, all int64
		elapsed   time.Duration
		rate      int64
		left      time.Duration
	}{
		{0, 0, 0, 0, 0},
		{0, 100, time.Second, 0, 0},
		{20_000_000, 100_000_000, 2 * time.Second, 10_000_000, 8 * time.Second},
		{100, 100, time.Second, 100, 0},
	}
	for _, tt := range tests {
		p := Progress{BytesDone: tt.done, Bytes: tt.all}
		if rate, left := p.Rate(tt.elapsed), p.Left(tt.elapsed); rate != tt.rate || left != tt.left {
			t.Errorf("%d of %d in %s: %d a second, %s left", tt.done, tt.all, tt.elapsed, rate, left)
		}
	}
}
