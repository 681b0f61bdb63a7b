package query

import (
	"iter"
	"unicode/utf8"

	"reftel/model"
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

// PlacedWords is [Words] with where each word stands in the text.
func PlacedWords(text string) iter.Seq2[model.Span, string] {
	return func(yield func(model.Span, string) bool) {
		var buf [64]byte
		eachFolded(text, buf[:0], func(start, end int, word []byte) bool {
			return yield(model.Span{Start: start, End: end}, string(word))
		})
	}
}

// FoldedWords is [Words] without an allocation for each word: they are written into buf, or into a larger
// buffer when one is longer, and hold until the next one.
func FoldedWords(text string, buf []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		eachFolded(text, buf, func(_, _ int, word []byte) bool { return yield(word) })
	}
}

// eachFolded calls do with where each word begins and ends, and with the word folded, until do returns false.
func eachFolded(text string, buf []byte, do func(start, end int, word []byte) bool) {
	word := buf[:0]
	start, end := 0, 0
	for i := 0; i < len(text); {
		c, at := text[i], i
		if c < utf8.RuneSelf && isWordByte(c) {
			i++
			if len(word) == 0 {
				start = at
			}
			word, end = append(word, foldASCII(c, false)), i
			continue
		}
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(text[i:])
			inWord, silent := classify(r)
			if inWord {
				if len(word) == 0 {
					start = at
				}
				word, end = foldRune(word, r, false), i+n
			}
			i += n
			if silent && len(word) > 0 { // an accent by itself: of the letter before
				end = i
			}
			if inWord || silent {
				continue
			}
		} else {
			i++
		}
		if len(word) > 0 && !do(start, end, word) {
			return
		}
		word = word[:0]
	}
	if len(word) > 0 {
		do(start, end, word)
	}
}
