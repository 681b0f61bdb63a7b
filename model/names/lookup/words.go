package lookup

import (
	"math/bits"
	"unicode/utf8"
)

// span is a word of a folded text: a run of letters, a run of digits, or one other character.
type span struct{ start, end int }

// words takes a folded text apart.
func words(folded string, into []span) []span {
	for i := 0; i < len(folded); {
		c := class(folded[i])
		end := i + 1
		for c != 0 && end < len(folded) && class(folded[end]) == c {
			end++
		}
		if folded[i] != ' ' {
			into = append(into, span{i, end})
		}
		i = end
	}
	return into
}

// class is 1 for letters, which all that is beyond ASCII counts as, 2 for digits, 0 for what stands alone.
func class(c byte) int {
	switch {
	case 'a' <= c && c <= 'z' || c >= utf8.RuneSelf:
		return 1
	case '0' <= c && c <= '9':
		return 2
	}
	return 0
}

// mask has a bit for each letter of a word; what is not a to z shares the rest.
func mask(word string) (m uint64) {
	for i := range len(word) {
		if c := word[i]; 'a' <= c && c <= 'z' {
			m |= 1 << (c - 'a')
		} else {
			m |= 1 << (26 + c%38)
		}
	}
	return m
}

// lacks counts the letters of a that b doesn't have.
func lacks(a, b uint64) int { return bits.OnesCount64(a &^ b) }
