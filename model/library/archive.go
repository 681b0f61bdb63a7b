package library

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"io"
)

// archive gives what is packed in a file, one member after the other.
type archive interface {
	// next returns the next member that is a file; [io.EOF] ends. What a member opens can be read until
	// the next call.
	next() (member, error)
}

// member is a file in an archive.
type member struct {
	name   string // as the archive has it; "" for the one thing that a .gz or .bz2 holds
	number int    // among all entries of the archive, from 0
	size   int64  // -1 when it isn't known before reading
	open   func() (io.Reader, error)
}

// maxDepth is how many archives deep files are read: an archive, and one packed in it. A .tar.gz is one.
const maxDepth = 2

// Text packs to a tenth of its size, seldom to less than a fiftieth. What unpacks to more than
// maxRatio times its packed size, beyond an allowance, was made to exhaust whoever reads it.
const (
	maxRatio  = 100
	allowance = 16 << 20
)

// maxDirectory is how large the directory of a zip archive may be. That of 251,287 files with long
// names has 35 MB; it is held in memory, at several times its size.
const maxDirectory = 48 << 20

// maxMembers is how many files of one archive are read.
const maxMembers = 500_000

// What is wrong with archives; [problemReading] says it in a sentence.
var (
	errBomb      = errors.New("unpacks to too much")
	errOverlap   = errors.New("members overlap")
	errMany      = errors.New("too many members")
	errDirectory = errors.New("directory too large")
	errEncrypted = errors.New("encrypted")
	errNested    = errors.New("archives too deep")
	errOffice    = errors.New("office document")
	errWholeZip  = errors.New("zip archive too large to be kept")
)

// openArchive recognises archives by their first bytes. It returns the archive, or, for any other
// file, its bytes from the beginning.
func openArchive(r io.Reader) (a archive, plain io.Reader, err error) {
	b := bufio.NewReader(r)
	head, err := b.Peek(tarHeader)
	if len(head) == 0 && err != nil && err != io.EOF {
		return nil, nil, err
	}
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		a, err = openZip(r, b)
		return a, nil, err
	case isTar(head):
		return newTar(b), nil, nil
	case bytes.HasPrefix(head, []byte("\x1f\x8b\x08")):
		in := &counted{r: b}
		// A buffer of its own keeps the decompressor from asking byte for byte.
		z, err := gzip.NewReader(bufio.NewReader(in))
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, nil, err
		}
		return stretched(&guarded{r: z, packed: in}), nil, nil
	case bytes.HasPrefix(head, []byte("BZh")) && len(head) > 10 && bytes.Equal(head[4:10], []byte("1AY&SY")):
		in := &counted{r: b}
		return stretched(&guarded{r: bzip2.NewReader(in), packed: in}), nil, nil
	}
	return nil, b, nil
}

// stretched returns the archive that a decompressor gives: a tar archive, or a single file.
func stretched(r io.Reader) archive {
	b := bufio.NewReaderSize(r, 64<<10)
	if head, _ := b.Peek(tarHeader); isTar(head) {
		return newTar(b)
	}
	return &single{b}
}

// single is an archive of one file without a name.
type single struct{ r io.Reader }

func (s *single) next() (member, error) {
	r := s.r
	if r == nil {
		return member{}, io.EOF
	}
	s.r = nil
	return member{size: -1, open: func() (io.Reader, error) { return r, nil }}, nil
}

// counted counts the bytes that are read.
type counted struct {
	r io.Reader
	n int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// guarded stops when what is unpacked grows out of proportion to what was read for it.
type guarded struct {
	r      io.Reader
	packed *counted
	n      int64
}

func (g *guarded) Read(p []byte) (int, error) {
	if g.n > allowance+maxRatio*g.packed.n {
		return 0, errBomb
	}
	n, err := g.r.Read(p)
	g.n += int64(n)
	return n, err
}

// openMember opens a member again: numbers lead to it, one for each archive that it is packed in.
func openMember(open func() (io.ReadCloser, error), numbers []int) (io.ReadCloser, error) {
	f, err := open()
	if err != nil {
		return nil, err
	}
	var r io.Reader = f
	for _, number := range numbers {
		if r, err = openNumber(r, number); err != nil {
			f.Close()
			return nil, err
		}
	}
	return unpacked{r, f}, nil
}

// openNumber opens the member of an archive that has a number.
func openNumber(r io.Reader, number int) (io.Reader, error) {
	a, _, err := openArchive(r)
	if err != nil {
		return nil, err
	}
	if a == nil {
		return nil, ErrChanged
	}
	for {
		m, err := a.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil, ErrChanged
		case err != nil:
			return nil, err
		case m.number == number:
			return m.open()
		}
	}
}

// unpacked is a member that is read, and the file that is closed with it.
type unpacked struct {
	io.Reader
	io.Closer
}
