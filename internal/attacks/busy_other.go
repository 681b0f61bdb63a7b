//go:build !linux

package attacks

import "time"

var begun = time.Now()

// busy returns the time by the clock, where that of a thread isn't told.
func busy() time.Duration { return time.Since(begun) }
