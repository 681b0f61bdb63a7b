package query

import (
	"iter"
	"unicode/utf8"
)

// Words gives the words of a text as queries compare them: runs of letters and digits, folded. It is what
// an index of words has to be made of, so that it finds what [Query.Matches] finds.
func Words(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		var buf [64]byte
		for word := range FoldedWords(text, buf[:0]) {
			if !yield(string(word)) {
				return
			}
		}
	}
}

// FoldedWords is [Words] without an allocation for each word: they are written into buf, or into a larger
// buffer when one is longer, and hold until the next one.
func FoldedWords(text string, buf []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		word := buf[:0]
		for i := 0; i < len(text); {
			if c := text[i]; c < utf8.RuneSelf {
				i++
				if isWordByte(c) {
					word = append(word, foldASCII(c, false))
					continue
				}
				if len(word) > 0 && !yield(word) {
					return
				}
				word = word[:0]
				continue
			}
			r, n := utf8.DecodeRuneInString(text[i:])
			i += n
			switch inWord, silent := classify(r); {
			case inWord:
				word = foldRune(word, r, false)
			case !silent:
				if len(word) > 0 && !yield(word) {
					return
				}
				word = word[:0]
			}
		}
		if len(word) > 0 {
			yield(word)
		}
	}
}
