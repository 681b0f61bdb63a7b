package library

import (
	"archive/tar"
	"bytes"
	"errors"
	"io"
)

// tarHeader is the size of a header in a tar archive (POSIX.1-1988, ustar).
const tarHeader = 512

// isTar recognises the first header of a tar archive, of POSIX or GNU make.
func isTar(head []byte) bool {
	return len(head) >= tarHeader && (bytes.HasPrefix(head[257:], []byte("ustar\x00")) || bytes.HasPrefix(head[257:], []byte("ustar  ")))
}

// tarArchive reads a tar archive from its beginning to its end.
type tarArchive struct {
	r      *tar.Reader
	blocks *tarBlocks
	number int   // of the next entry
	failed error // what ended the reading of a member: whoever read it knows
}

func newTar(r io.Reader) *tarArchive {
	blocks := &tarBlocks{r: r}
	return &tarArchive{r: tar.NewReader(blocks), blocks: blocks}
}

func (t *tarArchive) next() (member, error) {
	for t.failed == nil {
		h, err := t.r.Next()
		if errors.Is(err, io.EOF) && t.blocks.cutOff() {
			err = io.ErrUnexpectedEOF
		}
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) { // nothing is written: any path will do
			return member{}, err
		}
		m := member{name: h.Name, number: t.number, size: h.Size, open: func() (io.Reader, error) { return t, nil }}
		t.number++
		if h.Typeflag == tar.TypeReg && !isSkipped(h.Name) {
			return m, nil
		}
	}
	return member{}, io.EOF
}

// Read reads the member that next returned last.
func (t *tarArchive) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		t.failed = err
	}
	return n, err
}

// tarBlocks reads a tar archive and notes how it ends. Two blocks of zeros end one, of which some programs
// write only the first; [tar.Reader] takes the end of the file for the end as well, wherever it comes.
type tarBlocks struct {
	r     io.Reader
	n     int64
	zeros int64 // how many of them were the last ones
	ended bool  // nothing is left
}

func (b *tarBlocks) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if last := len(bytes.TrimRight(p[:n], "\x00")); last > 0 {
		b.zeros = int64(n - last)
	} else {
		b.zeros += int64(n)
	}
	b.n += int64(n)
	b.ended = b.ended || errors.Is(err, io.EOF)
	return n, err
}

// cutOff reports whether the archive has ended without a block that ends it.
func (b *tarBlocks) cutOff() bool { return b.ended && (b.zeros < tarHeader || b.n%tarHeader != 0) }
