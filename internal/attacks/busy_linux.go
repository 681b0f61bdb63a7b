package attacks

import (
	"syscall"
	"time"
)

// busy returns how long the processor has worked for this thread, which doesn't grow while other programs have it.
func busy() time.Duration {
	const thisThread = 1 // RUSAGE_THREAD
	var used syscall.Rusage
	if syscall.Getrusage(thisThread, &used) != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
