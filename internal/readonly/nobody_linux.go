package readonly

import (
	"os"
	"syscall"
	"testing"
)

// nobody is a user that owns nothing else.
const nobody = 65534

// handOver makes a file that of the user the program will be.
func handOver(path string) error {
	if os.Getuid() != 0 {
		return nil
	}
	return os.Chown(path, nobody, nobody)
}

// drop has root be somebody to whom files can be closed, until the test ends.
func drop(t *testing.T) {
	t.Helper()
	if os.Getuid() != 0 {
		return
	}
	if err := syscall.Setresuid(-1, nobody, -1); err != nil {
		t.Skip("skip: nothing is closed to root, and root can't be another user:", err)
	}
	t.Cleanup(func() {
		if err := syscall.Setresuid(-1, 0, -1); err != nil {
			t.Fatal(err)
		}
	})
}
