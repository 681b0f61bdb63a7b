package postings

import (
	"iter"
	"math/bits"
)

// Set is a set of documents of one segment, by their numbers.
type Set []uint64

// NewSet returns an empty set for n documents.
func NewSet(n int) Set { return make(Set, (n+63)/64) }

// All returns the set of all n documents.
func All(n int) Set {
	s := NewSet(n)
	for i := range s {
		s[i] = ^uint64(0)
	}
	if rest := n % 64; rest > 0 {
		s[len(s)-1] = 1<<rest - 1
	}
	return s
}

// Add puts a document into the set.
func (s Set) Add(doc int) { s[doc/64] |= 1 << (doc % 64) }

// Drop takes a document out of the set.
func (s Set) Drop(doc int) { s[doc/64] &^= 1 << (doc % 64) }

// Has reports whether a document is in the set.
func (s Set) Has(doc int) bool { return s[doc/64]>>(doc%64)&1 == 1 }

// Len returns how many documents are in the set.
func (s Set) Len() int {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}

// Empty reports whether none is.
func (s Set) Empty() bool {
	for _, word := range s {
		if word != 0 {
			return false
		}
	}
	return true
}

// And keeps what is in the other set too. Both are of one segment.
func (s Set) And(o Set) {
	for i := range s {
		s[i] &= o[i]
	}
}

// Or takes in what is in the other set, which may be shorter.
func (s Set) Or(o Set) {
	for i := range o {
		s[i] |= o[i]
	}
}

// Without drops what is in the other set.
func (s Set) Without(o Set) {
	for i := range s {
		s[i] &^= o[i]
	}
}

// Docs gives the documents in the set, in order.
func (s Set) Docs() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, word := range s {
			for ; word != 0; word &= word - 1 {
				if !yield(i*64 + bits.TrailingZeros64(word)) {
					return
				}
			}
		}
	}
}
