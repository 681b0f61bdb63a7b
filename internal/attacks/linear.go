package attacks

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

const (
	growth  = 4  // how much longer the longer of two texts is
	allowed = 10 // how many times as long it may take: linear is 4, quadratic 16
	tries   = 5  // at most, for both: another program may disturb the processor's caches
)

// Linear fails where the work that is done with texts of a shape grows faster than they do. prepare gets a text of about
// size bytes, then one four times as long, and returns what is to be measured: processor time of this thread, without
// collecting garbage. A text that is done within moments for its size is not measured again. It returns how many were tried.
func Linear(t testing.TB, size int, shapes []Shape, prepare func(text string) (do func())) int {
	t.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	moment := 10*time.Millisecond + time.Duration(growth*size)*time.Microsecond // a megabyte a second
	since := 0
	took := func(text string) time.Duration {
		if since += len(text); since > 1<<20 {
			runtime.GC()
			since = 0
		}
		do := prepare(text)
		begun := busy()
		do()
		return busy() - begun
	}
	for _, s := range shapes {
		long := s.Of(growth * size)
		many := took(long)
		if many <= moment {
			continue
		}
		short := s.Of(size)
		one := took(short)
		for n := 1; n < tries && many > allowed*one; n++ {
			one, many = min(one, took(short)), min(many, took(long))
		}
		if many > allowed*one {
			t.Errorf("%s: %d bytes take %v, %d bytes %v", s.Name, len(short), one, len(long), many)
		}
	}
	return len(shapes)
}
