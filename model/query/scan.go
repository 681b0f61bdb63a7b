package query

import (
	"strings"
	"unicode/utf8"
)

// letterScan finds one ASCII letter, in either case, in a text from left to right. Each of the two
// spellings keeps its own place, so that a whole scan reads the text twice at most.
type letterScan struct {
	text             string
	lower, upper     byte // the same byte where only one spelling counts
	atLower, atUpper int  // next place of each; before the place asked for: not searched yet
}

func scanLetter(text string, lower, upper byte) letterScan {
	return letterScan{text: text, lower: lower, upper: upper, atLower: -1, atUpper: -1}
}

// next returns the first place of the letter at from or behind it, len(text) if there is none.
// Calls go from left to right.
func (s *letterScan) next(from int) int {
	if s.atLower < from {
		s.atLower = indexFrom(s.text, s.lower, from)
	}
	if s.upper == s.lower {
		return s.atLower
	}
	if s.atUpper < from {
		s.atUpper = indexFrom(s.text, s.upper, from)
	}
	return min(s.atLower, s.atUpper)
}

func indexFrom(text string, c byte, from int) int {
	if from >= len(text) {
		return len(text)
	}
	if i := strings.IndexByte(text[from:], c); i >= 0 {
		return from + i
	}
	return len(text)
}

// nextNonASCII returns the first byte at from or behind it that is part of a rune beyond ASCII,
// len(text) if there is none. It looks at eight bytes at a time: most text has none.
func nextNonASCII(text string, from int) int {
	const high = 0x8080808080808080
	i := from
	for ; i+8 <= len(text); i += 8 {
		s := text[i : i+8]
		word := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		if word&high != 0 {
			break
		}
	}
	for ; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return i
		}
	}
	return len(text)
}

// letterRanks orders the letters of English text from common to rare; cables are in English, and a
// wrong guess costs time, not a match.
const letterRanks = "etaoinsrhldcumfpgwybvkxjqz"

// rarest returns the place in word (small ASCII letters and digits) of the byte that promises the
// fewest false starts when a text is scanned for it.
func rarest(word string) int {
	best, bestRank := 0, -1
	for i := range len(word) {
		rank := strings.IndexByte(letterRanks, word[i])
		if rank < 0 { // digits stand between the rare and the common letters
			rank = len(letterRanks) / 2
		}
		if rank > bestRank {
			best, bestRank = i, rank
		}
	}
	return best
}
