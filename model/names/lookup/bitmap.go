package lookup

import "math/bits"

// bitmap is a set of rows; nil is the empty one.
type bitmap []uint64

func (b bitmap) has(row int) bool { return b != nil && b[row/64]>>(row%64)&1 != 0 }

func (b bitmap) set(row int) { b[row/64] |= 1 << (row % 64) }

// and keeps the rows that are also in o.
func (b bitmap) and(o bitmap) {
	for i := range b {
		b[i] &= o[i]
	}
}

// or adds the rows that are in o.
func (b bitmap) or(o bitmap) {
	for i := range b {
		b[i] |= o[i]
	}
}

// without drops the rows that are in o.
func (b bitmap) without(o bitmap) {
	for i := range b {
		b[i] &^= o[i]
	}
}

// each calls f with the rows in order until it returns false.
func (b bitmap) each(f func(row int) bool) {
	for i, word := range b {
		for ; word != 0; word &= word - 1 {
			if !f(i*64 + bits.TrailingZeros64(word)) {
				return
			}
		}
	}
}

func (b bitmap) count() (n int) {
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}
