package library

import (
	"io"
	"sync/atomic"
)

// meter counts the files and bytes of a reading, from any goroutine.
type meter struct {
	files atomic.Int64
	bytes atomic.Int64 // of all files, as far as their sizes are known
	done  atomic.Int64 // bytes read, or passed over for good
}

// metered is a file whose bytes are counted while they are read, compressed as they are.
type metered struct {
	file  io.ReadCloser
	meter *meter
	size  int64 // as the walk found it; 0 if unknown
	read  int64
	ended bool // everything was read
}

// Read reads and counts.
func (m *metered) Read(p []byte) (int, error) {
	n, err := m.file.Read(p)
	m.count(int64(n))
	m.ended = m.ended || err == io.EOF
	return n, err
}

// ReadAt reads anywhere and counts, no more in all than the file has: its directory may be read
// twice. It works where [randomAccess] says so.
func (m *metered) ReadAt(p []byte, at int64) (int, error) {
	n, err := m.file.(io.ReaderAt).ReadAt(p, at)
	m.count(max(0, min(int64(n), m.size-m.read)))
	return n, err
}

func (m *metered) count(n int64) {
	before := m.read
	m.read += n
	if over := m.read - max(before, m.size); over > 0 { // more than was known: Bytes must not fall behind
		m.meter.bytes.Add(over)
	}
	m.meter.done.Add(n)
}

// close closes the file and settles the account: what is left of it won't be read, or isn't there.
func (m *metered) close() {
	if m.file != nil {
		m.file.Close()
	}
	rest := max(0, m.size-m.read)
	if m.ended {
		m.meter.bytes.Add(-rest)
	} else {
		m.meter.done.Add(rest)
	}
}

// randomAccess returns a file's bytes for reading in any order, and how many there are; ok is false
// for what can only be read from its beginning to its end, such as a pipe.
func randomAccess(r io.Reader) (at io.ReaderAt, size int64, ok bool) {
	under := r
	if m, is := r.(*metered); is {
		under = m.file
	}
	s, seeks := under.(io.Seeker)
	at, reads := under.(io.ReaderAt)
	if !seeks || !reads {
		return nil, 0, false
	}
	size, err := s.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, 0, false
	}
	if m, is := r.(*metered); is {
		at = m
	}
	return at, size, true
}
