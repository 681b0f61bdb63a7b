//go:build !unix

package cli

import "os"

// failedWrites are the signals that come with a write that fails; there are none here.
var failedWrites []os.Signal
