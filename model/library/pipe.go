package library

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
	"time"
)

// patience is how long a named pipe may have nobody who writes into it, before reading it is given up: the program that was
// started beside may not have come to it yet, but a pipe that was left in a folder would be waited for without end.
const patience = 3 * time.Second

var errSilent = errors.New("nobody writes into this pipe")

// Open opens a file that the user named. A named pipe is opened at once, and waited for only as long as somebody may still
// come who writes into it; a folder, and what is never read, gives its error when it is read.
func Open(path string) (io.ReadCloser, error) {
	if info, err := os.Stat(path); err != nil || info.Mode()&fs.ModeNamedPipe == 0 {
		return os.Open(path)
	}
	return openPipe(path, patience)
}

func openPipe(path string, patience time.Duration) (io.ReadCloser, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	return &pipe{File: f, path: path, until: time.Now().Add(patience)}, nil
}

// pipe is a named pipe that is read. As long as nothing has come, its end means that nobody has opened it for writing.
type pipe struct {
	*os.File
	path  string
	until time.Time
	begun bool
}

// Read reads what was written, and waits for it.
func (p *pipe) Read(into []byte) (int, error) {
	const pause = 20 * time.Millisecond
	for {
		n, err := p.File.Read(into)
		if p.begun = p.begun || n > 0; p.begun || !errors.Is(err, io.EOF) {
			return n, err
		}
		if time.Now().After(p.until) {
			return 0, &fs.PathError{Op: "read", Path: p.path, Err: errSilent}
		}
		time.Sleep(pause)
	}
}
