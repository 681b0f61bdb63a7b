package postings

import (
	"encoding/binary"
	"hash/maphash"
	"slices"
	"strings"
)

// dictionary numbers words in the order in which they are met. It is asked for every word of every text, and much of what
// it holds is in no cache of the processor: so a word of up to eight bytes, as most are, is compared where it is found, and no
// look goes anywhere else.
type dictionary struct {
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

func newDictionary() dictionary {
	return dictionary{slots: make([]slot, minSlots), seed: maphash.MakeSeed()}
}

// reset forgets all words and keeps the memory.
func (d *dictionary) reset() {
	clear(d.slots)
	d.text, d.ends = d.text[:0], d.ends[:0]
}

// len returns how many words there are.
func (d *dictionary) len() int { return len(d.ends) }

// word returns the bytes of a word.
func (d *dictionary) word(n int) []byte {
	start := uint32(0)
	if n > 0 {
		start = d.ends[n-1]
	}
	return d.text[start:d.ends[n]]
}

// number returns the number of a word, a new one for a new word.
func (d *dictionary) number(word []byte) uint32 {
	head := headOf(word)
	hash := uint32(maphash.Bytes(d.seed, word))&^sizeBits | uint32(min(len(word), sizeBits))
	mask := uint32(len(d.slots) - 1)
	at := hash >> 4 & mask
	for ; d.slots[at].number != 0; at = (at + 1) & mask {
		s := &d.slots[at]
		if s.head == head && s.hash == hash && (len(word) <= headSize || string(d.word(int(s.number-1))) == string(word)) {
			return s.number - 1
		}
	}
	d.text = append(d.text, word...)
	d.ends = append(d.ends, uint32(len(d.text)))
	d.slots[at] = slot{head, hash, uint32(len(d.ends))}
	if len(d.ends) > len(d.slots)/4*3 {
		d.grow()
	}
	return uint32(len(d.ends) - 1)
}

// grow makes twice as many slots.
func (d *dictionary) grow() {
	slots := make([]slot, 2*len(d.slots))
	mask := uint32(len(slots) - 1)
	for _, s := range d.slots {
		if s.number == 0 {
			continue
		}
		at := s.hash >> 4 & mask
		for slots[at].number != 0 {
			at = (at + 1) & mask
		}
		slots[at] = s
	}
	d.slots = slots
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

// sorted returns all words in their order, each with its number.
func (d *dictionary) sorted() []numbered {
	text := string(d.text)
	words := make([]numbered, len(d.ends))
	start := uint32(0)
	for i, end := range d.ends {
		words[i] = numbered{headOf(d.text[start:end]), uint32(i), text[start:end]}
		start = end
	}
	slices.SortFunc(words, func(a, b numbered) int {
		switch {
		case a.head < b.head:
			return -1
		case a.head > b.head:
			return 1
		}
		return strings.Compare(a.word, b.word)
	})
	return words
}

// numbered is a word with its number.
type numbered struct {
	head   uint64
	number uint32
	word   string
}
