package postings

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
)

// ErrDamaged says that a segment is not what a builder wrote.
var ErrDamaged = errors.New("the full-text index is damaged")

// Segment answers questions about documents that were written. Any number of goroutines may ask.
type Segment struct {
	r      io.ReaderAt
	parts  [6]int64 // where places, documents, positions, dictionary and index begin; where the index ends
	docs   int
	groups []group
}

// Open reads what a segment keeps in memory: a word for each thousand of the dictionary. The bytes are not
// checked; [Segment.Check] does that.
func Open(r io.ReaderAt, size int64) (*Segment, error) {
	footer := make([]byte, footerSize)
	if size < int64(footerSize) {
		return nil, ErrDamaged
	}
	if _, err := r.ReadAt(footer, size-int64(footerSize)); err != nil {
		return nil, err
	}
	if string(footer[footerSize-len(magic):]) != magic {
		return nil, ErrDamaged
	}
	s := &Segment{r: r}
	for i := range 5 {
		s.parts[i] = int64(binary.LittleEndian.Uint64(footer[i*8:]))
	}
	s.parts[5] = size - int64(footerSize)
	s.docs = int(binary.LittleEndian.Uint64(footer[5*8:]))
	for i := range 5 {
		if s.parts[i] < 0 || s.parts[i] > s.parts[i+1] {
			return nil, ErrDamaged
		}
	}
	if s.docs < 0 || int64(s.docs) > s.parts[1] { // each has a byte at least in the first part
		return nil, ErrDamaged
	}
	return s, s.readGroups()
}

// Len returns the number of documents.
func (s *Segment) Len() int { return s.docs }

// Within reports whether all documents that have words are in a set.
func (s *Segment) Within(set Set) (within bool, err error) {
	within = true
	err = s.sizes(func(doc, places int) { within = within && (places == 0 || set.Has(doc)) })
	return within, err
}

// Filled returns how many of the documents have words.
func (s *Segment) Filled() (filled int, err error) {
	err = s.sizes(func(_, places int) {
		if places > 0 {
			filled++
		}
	})
	return filled, err
}

// sizes calls do with each document and how many places it has.
func (s *Segment) sizes(do func(doc, places int)) error {
	data, err := s.read(0, 0, s.parts[1]-s.parts[0])
	if err != nil {
		return err
	}
	d := decoder{data: data}
	for doc := range s.docs {
		do(doc, int(d.number()))
	}
	if d.bad {
		return ErrDamaged
	}
	return nil
}

// read reads bytes of a part, from an offset in it.
func (s *Segment) read(part int, from, n int64) ([]byte, error) {
	return s.readInto(nil, part, from, n)
}

// readInto is read into memory that is used again; what was there is lost.
func (s *Segment) readInto(data []byte, part int, from, n int64) ([]byte, error) {
	if from < 0 || n < 0 || s.parts[part]+from+n > s.parts[part+1] {
		return nil, ErrDamaged
	}
	data = slices.Grow(data[:0], int(n))[:n]
	if _, err := s.r.ReadAt(data, s.parts[part]+from); err != nil {
		return nil, fmt.Errorf("read the full-text index: %w", err)
	}
	return data, nil
}

// Check reads the whole segment and compares its checksum.
func (s *Segment) Check() error {
	sum := crc32.NewIEEE()
	size := s.parts[5] + int64(footerSize-len(magic)-4)
	if _, err := io.Copy(sum, io.NewSectionReader(s.r, 0, size)); err != nil {
		return fmt.Errorf("read the full-text index: %w", err)
	}
	var stored [4]byte
	if _, err := s.r.ReadAt(stored[:], size); err != nil {
		return fmt.Errorf("read the full-text index: %w", err)
	}
	if binary.LittleEndian.Uint32(stored[:]) != sum.Sum32() {
		return ErrDamaged
	}
	return nil
}
