package library

import (
	"bytes"
	"errors"
	"io"
	"sync"
)

// stream is a source of bytes that flows once, such as standard input. Whoever opens it first reads
// it; the bytes that went by are kept, up to a limit, and everybody after that reads those.
type stream struct {
	open func() (io.ReadCloser, error)
	most int // bytes that are kept

	mu     sync.Mutex
	opened bool
	err    error    // of opening
	kept   [][]byte // in blocks, so that nothing is copied when it grows
	size   int      // of what is kept
	lost   bool     // more went by than is kept
}

// keptBlock is the size of a block of what is kept.
const keptBlock = 1 << 20

var errUnkept = errors.New("not kept")

// reader opens the stream.
func (s *stream) reader() (io.ReadCloser, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.opened {
		return s.again(), s.err
	}
	s.opened = true
	var r io.ReadCloser
	if r, s.err = s.open(); s.err != nil {
		return nil, s.err
	}
	return &flowing{s, r}, nil
}

// again reads what has gone by so far.
func (s *stream) again() io.ReadCloser {
	var parts []io.Reader
	for _, block := range s.kept {
		parts = append(parts, bytes.NewReader(block))
	}
	if s.lost {
		parts = append(parts, failure{errUnkept})
	}
	return io.NopCloser(io.MultiReader(parts...))
}

// keep notes bytes that went by.
func (s *stream) keep(p []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if room := s.most - s.size; len(p) > room {
		p, s.lost = p[:room], true
	}
	s.size += len(p)
	for len(p) > 0 {
		last := len(s.kept) - 1
		if last < 0 || len(s.kept[last]) == cap(s.kept[last]) {
			s.kept = append(s.kept, make([]byte, 0, keptBlock))
			last++
		}
		n := min(len(p), cap(s.kept[last])-len(s.kept[last]))
		s.kept[last] = append(s.kept[last], p[:n]...)
		p = p[n:]
	}
}

// flowing is the first reading of a stream.
type flowing struct {
	of *stream
	r  io.ReadCloser
}

// Read reads and keeps.
func (f *flowing) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	f.of.keep(p[:n])
	return n, err
}

// Close closes what flowed.
func (f *flowing) Close() error { return f.r.Close() }

// failure is a reader that only fails.
type failure struct{ err error }

func (f failure) Read([]byte) (int, error) { return 0, f.err }

// readAll reads at most one byte beyond limit, which tells the caller that there is more.
func readAll(r io.Reader, size, limit int64) ([]byte, error) {
	var b bytes.Buffer
	if size > 0 {
		b.Grow(int(min(size, limit)) + bytes.MinRead)
	}
	_, err := b.ReadFrom(io.LimitReader(r, limit+1))
	return b.Bytes(), err
}
