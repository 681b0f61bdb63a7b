package postings

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"sort"
	"sync"
)

// ErrDamaged says that a segment is not what a builder wrote.
var ErrDamaged = errors.New("the full-text index is damaged")

// Segment answers questions about documents that were written. Any number of goroutines may ask.
type Segment struct {
	r     io.ReaderAt
	parts [6]int64 // where places, documents, positions, dictionary and index begin; where the index ends
	docs  int
	index []block
}

// block is one of the dictionary.
type block struct {
	first                       string // word
	words, documents, positions int64  // where its words and their lists begin, in their parts
}

// Open reads what a segment keeps in memory: the first word of each block of the dictionary. The bytes are not
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
	return s, s.readIndex()
}

func (s *Segment) readIndex() error {
	data, err := s.read(4, 0, s.parts[5]-s.parts[4])
	if err != nil {
		return err
	}
	d := decoder{data: data}
	for d.more() {
		b := block{first: string(d.bytes())}
		b.words, b.documents, b.positions = int64(d.number()), int64(d.number()), int64(d.number())
		if d.bad {
			return ErrDamaged
		}
		s.index = append(s.index, b)
	}
	return nil
}

// Len returns the number of documents.
func (s *Segment) Len() int { return s.docs }

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

// found is a word that was looked up.
type found struct {
	word                         string
	docs                         int
	documents, positions         int64 // where its lists begin
	documentsSize, positionsSize int64
}

// words calls do with the words from one on, in order, until it returns false.
func (s *Segment) words(from string, do func(found) bool) error {
	first := sort.Search(len(s.index), func(i int) bool { return s.index[i].first > from }) - 1
	for i, stopped := max(first, 0), false; i < len(s.index) && !stopped; i++ {
		err := s.block(i, from, func(f found) bool {
			stopped = !do(f)
			return !stopped
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// buffers keep the memory of what is read to be decoded at once: a search reads a hundred segments, and a collection of
// what it leaves behind takes processors from whoever shows the answer.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// block calls do with the words of a block of the dictionary from one on, in order, until it returns false.
func (s *Segment) block(i int, from string, do func(found) bool) error {
	b := s.index[i]
	end := s.parts[4] - s.parts[3]
	if i+1 < len(s.index) {
		end = s.index[i+1].words
	}
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	var err error
	if *buffer, err = s.readInto(*buffer, 3, b.words, end-b.words); err != nil {
		return err
	}
	d := decoder{data: *buffer}
	var word []byte
	documents, positions := b.documents, b.positions
	for d.more() {
		shared := int(d.number())
		if shared > len(word) {
			return ErrDamaged
		}
		word = append(word[:shared], d.bytes()...)
		f := found{docs: int(d.number()), documents: documents, positions: positions}
		f.documentsSize, f.positionsSize = int64(d.number()), int64(d.number())
		if d.bad || len(word) == 0 {
			return ErrDamaged
		}
		documents += f.documentsSize
		positions += f.positionsSize
		if string(word) < from {
			continue
		}
		if f.word = string(word); !do(f) {
			return nil
		}
	}
	return nil
}

// lookUp finds a word; ok is false when no document has it.
func (s *Segment) lookUp(word string) (f found, ok bool, err error) {
	err = s.words(word, func(next found) bool {
		f, ok = next, next.word == word
		return false
	})
	return f, ok, err
}
