package postings

import (
	"encoding/binary"
	"hash/crc32"
	"io"
)

// The form of the file. Its number is part of magic: another form is another number.
const (
	magic      = "reftel postings 1"
	footerSize = 6*8 + 4 + len(magic)
	blockWords = 32 // words of a block of the dictionary
)

// WriteTo writes the documents as a segment. The builder can be written once; [Builder.Reset] makes it new.
func (b *Builder) WriteTo(w io.Writer) (int64, error) {
	places, starts := b.places()
	s := segmentWriter{docs: len(b.ends), prefixes: newPrefixLists(len(b.ends))}
	s.positions = make([]byte, 0, len(places)+len(places)/4) // nearly all take one byte
	s.documents = make([]byte, 0, len(places))
	for n, word := range b.words.Sorted() {
		s.word(word, places[starts[n]:starts[n+1]])
	}
	sizes := make([]int, len(b.ends))
	at := 0
	for i, end := range b.ends {
		sizes[i] = end - at
		at = end
	}
	return s.finish(w, sizes)
}

// segmentWriter makes the parts of a segment in memory.
type segmentWriter struct {
	docs      int
	documents []byte // part
	positions []byte // part
	words     []byte // part: the blocks of the dictionary
	index     []byte // part
	blocks    int

	pending  []entry // words of the block that is being gathered
	prefixes prefixLists
}

// entry is a word of the dictionary.
type entry struct {
	word                 string
	docs                 int // how many have it
	documents, positions int // where its lists begin
}

// word writes the lists of a word: its documents as the distances between them, each with the number of places, and
// the places as the distances between those.
func (s *segmentWriter) word(word string, places []place) {
	e := entry{word: word, documents: len(s.documents), positions: len(s.positions)}
	s.prefixes.word(word)
	last := -1
	for len(places) > 0 {
		doc, n := places[0].doc, 1
		for n < len(places) && places[n].doc == doc {
			n++
		}
		s.document(int(doc), last, n)
		at := uint32(0)
		for _, p := range places[:n] {
			s.positions = appendNumber(s.positions, p.position-at)
			at = p.position
		}
		last = int(doc)
		e.docs++
		places = places[n:]
	}
	s.add(e)
}

// document appends a document to the list of a word: how far it is behind the last one, and its number of places.
func (s *segmentWriter) document(doc, last, places int) {
	s.documents = appendNumber(s.documents, uint32(doc-last-1))
	s.documents = appendNumber(s.documents, uint32(places))
	s.prefixes.document(doc)
}

// appendNumber appends a number, as most are small.
func appendNumber(b []byte, n uint32) []byte {
	if n < 0x80 {
		return append(b, byte(n))
	}
	return binary.AppendUvarint(b, uint64(n))
}

func (s *segmentWriter) add(e entry) {
	s.pending = append(s.pending, e)
	if len(s.pending) == blockWords {
		s.block()
	}
}

// block writes a block of the dictionary: for each word how much of the one before it shares, its other bytes, how
// many documents it has, and how long its lists are.
func (s *segmentWriter) block() {
	if len(s.pending) == 0 {
		return
	}
	first := s.pending[0]
	s.index = appendString(s.index, first.word)
	for _, n := range [...]int{len(s.words), first.documents, first.positions} {
		s.index = binary.AppendUvarint(s.index, uint64(n))
	}
	s.blocks++
	before := ""
	for i, e := range s.pending {
		endDocuments, endPositions := len(s.documents), len(s.positions)
		if i+1 < len(s.pending) {
			endDocuments, endPositions = s.pending[i+1].documents, s.pending[i+1].positions
		}
		shared := 0
		for shared < min(len(before), len(e.word)) && before[shared] == e.word[shared] {
			shared++
		}
		s.words = binary.AppendUvarint(s.words, uint64(shared))
		s.words = appendString(s.words, e.word[shared:])
		for _, n := range [...]int{e.docs, endDocuments - e.documents, endPositions - e.positions} {
			s.words = binary.AppendUvarint(s.words, uint64(n))
		}
		before = e.word
	}
	s.pending = s.pending[:0]
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// finish writes the lists of prefixes and puts the parts together. places says how many places each document has.
func (s *segmentWriter) finish(w io.Writer, places []int) (int64, error) {
	for _, p := range s.prefixes.end() {
		e := entry{string([]byte{prefixSign}) + p.prefix, p.docs, len(s.documents), len(s.positions)}
		s.documents = append(s.documents, p.documents...)
		s.add(e)
	}
	s.block()
	var sizes []byte
	for _, n := range places {
		sizes = binary.AppendUvarint(sizes, uint64(n))
	}
	parts := [...][]byte{sizes, s.documents, s.positions, s.words, s.index}
	sum := crc32.NewIEEE()
	var footer []byte
	var written int64
	for _, part := range parts {
		footer = binary.LittleEndian.AppendUint64(footer, uint64(written))
		sum.Write(part)
		n, err := w.Write(part)
		written += int64(n)
		if err != nil {
			return written, err
		}
	}
	footer = binary.LittleEndian.AppendUint64(footer, uint64(s.docs))
	sum.Write(footer)
	footer = binary.LittleEndian.AppendUint32(footer, sum.Sum32())
	n, err := w.Write(append(footer, magic...))
	return written + int64(n), err
}
