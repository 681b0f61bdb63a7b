package index

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// ErrBusy says that another process writes the index.
var ErrBusy = errors.New("another reftel is writing this index; it can be read meanwhile")

// A writer keeps its lock file young; one that is older than staleAfter was left by a process that died.
const (
	lockName   = "writer.lock"
	staleAfter = 30 * time.Second
	touchEvery = 5 * time.Second
)

// lock makes the process the one that writes the index in a folder, until release is called. A lock whose process is
// gone is taken over.
func lock(dir string) (release func(), err error) {
	path := filepath.Join(dir, lockName)
	own := strconv.Itoa(os.Getpid())
	for range 2 {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err == nil {
			_, err = f.WriteString(own)
			if closed := f.Close(); err == nil {
				err = closed
			}
			if err != nil {
				os.Remove(path)
				return nil, fmt.Errorf("lock the index: %w", err)
			}
			return keep(path), nil
		}
		if !errors.Is(err, os.ErrExist) {
			return nil, fmt.Errorf("lock the index: %w", err)
		}
		if !abandoned(path) {
			return nil, ErrBusy
		}
		os.Remove(path)
	}
	return nil, ErrBusy
}

// keep touches the lock file until it is released.
func keep(path string) (release func()) {
	done, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		tick := time.NewTicker(touchEvery)
		defer tick.Stop()
		for {
			select {
			case <-done:
				os.Remove(path)
				return
			case now := <-tick.C:
				os.Chtimes(path, now, now)
			}
		}
	}()
	return func() {
		close(done)
		<-gone
	}
}

// abandoned reports whether the process that made a lock file is gone.
func abandoned(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return errors.Is(err, os.ErrNotExist)
	}
	if time.Since(info.ModTime()) > staleAfter {
		return true
	}
	written, err := os.ReadFile(path)
	if err != nil {
		return false
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(written)))
	return err == nil && !running(pid)
}
