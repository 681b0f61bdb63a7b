//go:build !unix

package index

// running cannot be told here: the age of the lock decides.
func running(int) bool { return true }
