package postings

import (
	"sort"
	"sync"
)

// The dictionary is blocks of words, and its index says where they begin. A library of millions has a thousand segments, and
// the indexes of all their blocks would take more memory than anything else: of each group of blocks only the first is kept,
// and the others are read when a word is looked for.

// groupBlocks is how many blocks a group has.
const groupBlocks = 32

// group is some blocks that follow one another.
type group struct {
	first string // word
	words int64  // where its words begin, in their part
	index int64  // where the index has its blocks
}

// block is one of the dictionary.
type block struct {
	first                []byte // word
	words, end           int64  // where its words begin and end, in their part
	documents, positions int64  // where their lists begin, in theirs
}

// readGroups reads the whole index and keeps what is to stay in memory.
func (s *Segment) readGroups() error {
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	var err error
	if *buffer, err = s.readInto(*buffer, 4, 0, s.parts[5]-s.parts[4]); err != nil {
		return err
	}
	d := decoder{data: *buffer}
	s.groups = make([]group, 0, len(*buffer)/(groupBlocks*16))
	for i := 0; d.more(); i++ {
		at := int64(d.at)
		b := readBlock(&d)
		if d.bad {
			return ErrDamaged
		}
		if i%groupBlocks == 0 {
			s.groups = append(s.groups, group{string(b.first), b.words, at})
		}
	}
	return nil
}

// readBlock reads what the index says of a block, but for its end.
func readBlock(d *decoder) (b block) {
	b.first = d.bytes()
	b.words, b.documents, b.positions = int64(d.number()), int64(d.number()), int64(d.number())
	return b
}

// buffers keep the memory of what is read to be decoded at once: a search reads a hundred segments, and a collection of
// what it leaves behind takes processors from whoever shows the answer.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// blocks is the index of a group, read.
type blocks struct {
	data []byte
	all  []block
}

// read reads the blocks of a group.
func (b *blocks) read(s *Segment, number int) (err error) {
	g := s.groups[number]
	to, end := s.parts[5]-s.parts[4], s.parts[4]-s.parts[3]
	if number+1 < len(s.groups) {
		to, end = s.groups[number+1].index, s.groups[number+1].words
	}
	if b.data, err = s.readInto(b.data, 4, g.index, to-g.index); err != nil {
		return err
	}
	b.all = b.all[:0]
	for d := (decoder{data: b.data}); d.more(); {
		next := readBlock(&d)
		if d.bad {
			return ErrDamaged
		}
		if n := len(b.all); n > 0 {
			b.all[n-1].end = next.words
		}
		b.all = append(b.all, next)
	}
	if len(b.all) == 0 {
		return ErrDamaged
	}
	b.all[len(b.all)-1].end = end
	return nil
}

// spareBlocks are kept as buffers are.
var spareBlocks = sync.Pool{New: func() any { return new(blocks) }}

// found is a word that was looked up.
type found struct {
	word []byte // the next one is read into the same memory
	listed
}

// listed is where the lists of a word are.
type listed struct {
	docs                         int
	documents, positions         int64 // where they begin, in their parts
	documentsSize, positionsSize int64
}

// words calls do with the words from one on, in order, until it returns false.
func (s *Segment) words(from string, do func(found) bool) error {
	in := spareBlocks.Get().(*blocks)
	defer spareBlocks.Put(in)
	number := max(sort.Search(len(s.groups), func(i int) bool { return s.groups[i].first > from })-1, 0)
	for stopped := false; number < len(s.groups) && !stopped; number++ {
		if err := in.read(s, number); err != nil {
			return err
		}
		i := sort.Search(len(in.all), func(i int) bool { return string(in.all[i].first) > from }) - 1
		for i = max(i, 0); i < len(in.all) && !stopped; i++ {
			err := s.block(in.all[i], from, func(f found) bool {
				stopped = !do(f)
				return !stopped
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// block calls do with the words of a block from one on, in order, until it returns false.
func (s *Segment) block(b block, from string, do func(found) bool) error {
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	var err error
	if *buffer, err = s.readInto(*buffer, 3, b.words, b.end-b.words); err != nil {
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
		f := found{word, listed{docs: int(d.number()), documents: documents, positions: positions}}
		f.documentsSize, f.positionsSize = int64(d.number()), int64(d.number())
		if d.bad || len(word) == 0 {
			return ErrDamaged
		}
		documents += f.documentsSize
		positions += f.positionsSize
		if string(word) < from {
			continue
		}
		if !do(f) {
			return nil
		}
	}
	return nil
}

// lookUp finds a word; ok is false when no document has it.
func (s *Segment) lookUp(word string) (f found, ok bool, err error) {
	err = s.words(word, func(next found) bool {
		f, ok = next, string(next.word) == word
		return false
	})
	return f, ok, err
}
