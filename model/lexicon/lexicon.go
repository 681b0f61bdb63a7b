// Package lexicon numbers words, quickly: for whoever meets every word of every text of a library.
package lexicon

import (
	"encoding/binary"
	"hash/maphash"
	"iter"
	"slices"
	"strings"
)

// Lexicon numbers words in the order in which they are met: 0, 1, 2. Much of what it holds is in no cache of the processor, and each
// look into memory is waited for: so a word of up to eight bytes, as most are, is compared where it is found, and no look goes
// anywhere else.
type Lexicon struct {
	slots []slot // as many as a power of two; at most three of four are taken
	text  []byte // of all words, one behind the other
	ends  []uint32
	seed  maphash.Seed
}

// slot is a place for a word. Its hash says where it is to be looked for, and in the lowest bits how long the word is.
type slot struct {
	head   uint64 // the first bytes
	hash   uint32
	number uint32 // and one more; 0: there is no word
}

const (
	headSize = 8
	sizeBits = 0xF // longer words have all bits
	minSlots = 1 << 10
)

// New returns an empty lexicon.
func New() *Lexicon { return &Lexicon{slots: make([]slot, minSlots), seed: maphash.MakeSeed()} }

// Reset forgets all words and keeps the memory.
func (l *Lexicon) Reset() {
	clear(l.slots)
	l.text, l.ends = l.text[:0], l.ends[:0]
}

// Len returns how many words there are.
func (l *Lexicon) Len() int { return len(l.ends) }

// Bytes returns how many bytes the words have.
func (l *Lexicon) Bytes() int { return len(l.text) }

// word returns the bytes of a word.
func (l *Lexicon) word(n uint32) []byte {
	start := uint32(0)
	if n > 0 {
		start = l.ends[n-1]
	}
	return l.text[start:l.ends[n]]
}

// Number returns the number of a word; a new word, which may be any bytes, gets the next one. The bytes stay the caller's.
func (l *Lexicon) Number(word []byte) int {
	s := l.slotOf(word)
	if s.number != 0 {
		return int(s.number - 1)
	}
	l.text = append(l.text, word...)
	l.ends = append(l.ends, uint32(len(l.text)))
	*s = slot{headOf(word), l.hash(word), uint32(len(l.ends))}
	if len(l.ends) > len(l.slots)/4*3 {
		l.grow()
	}
	return len(l.ends) - 1
}

// Find returns the number of a word, if it has one.
func (l *Lexicon) Find(word []byte) (n int, ok bool) {
	s := l.slotOf(word)
	return int(s.number) - 1, s.number != 0
}

// slotOf returns the slot of a word, or the empty one where it belongs.
func (l *Lexicon) slotOf(word []byte) *slot {
	head, hash := headOf(word), l.hash(word)
	mask := uint32(len(l.slots) - 1)
	for at := hash >> 4 & mask; ; at = (at + 1) & mask {
		s := &l.slots[at]
		if s.number == 0 || s.head == head && s.hash == hash && (len(word) <= headSize || string(l.word(s.number-1)) == string(word)) {
			return s
		}
	}
}

func (l *Lexicon) hash(word []byte) uint32 {
	return uint32(maphash.Bytes(l.seed, word))&^sizeBits | uint32(min(len(word), sizeBits))
}

// grow makes twice as many slots.
func (l *Lexicon) grow() {
	slots := make([]slot, 2*len(l.slots))
	mask := uint32(len(slots) - 1)
	for _, s := range l.slots {
		if s.number == 0 {
			continue
		}
		at := s.hash >> 4 & mask
		for slots[at].number != 0 {
			at = (at + 1) & mask
		}
		slots[at] = s
	}
	l.slots = slots
}

// headOf returns the first bytes of a word as a number whose order is theirs.
func headOf(word []byte) uint64 {
	if len(word) >= headSize {
		return binary.BigEndian.Uint64(word)
	}
	var head [headSize]byte
	copy(head[:], word)
	return binary.BigEndian.Uint64(head[:])
}

// Sorted gives the number of each word and the word, in the order of their bytes.
func (l *Lexicon) Sorted() iter.Seq2[int, string] {
	type entry struct {
		head   uint64
		number uint32
		word   string
	}
	text := string(l.text)
	words := make([]entry, len(l.ends))
	start := uint32(0)
	for i, end := range l.ends {
		words[i] = entry{headOf(l.text[start:end]), uint32(i), text[start:end]}
		start = end
	}
	slices.SortFunc(words, func(a, b entry) int {
		switch {
		case a.head < b.head:
			return -1
		case a.head > b.head:
			return 1
		}
		return strings.Compare(a.word, b.word)
	})
	return func(yield func(int, string) bool) {
		for _, w := range words {
			if !yield(int(w.number), w.word) {
				return
			}
		}
	}
}
