//go:build unix

package cli

import (
	"os"
	"syscall"
)

// failedWrites are the signals that come with a write that fails: to a pipe that nobody reads, or to a file that may not grow.
// Taken, they do nothing, and the error of the write says what is wrong.
var failedWrites = []os.Signal{syscall.SIGPIPE, syscall.SIGXFSZ}
