package query

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"reftel/model/letters"
)

// foldSize holds the folded form of nearly every rune without an allocation.
const foldSize = 24

// foldRune appends the letters that r is read as: its compatibility decomposition (é gives e, ﬁ
// gives fi, Ａ gives a) without the combining marks, in small letters unless keepCase is set.
// What Unicode doesn't decompose is read as [letters.Plain] says.
func foldRune(dst []byte, r rune, keepCase bool) []byte {
	if r < utf8.RuneSelf {
		return append(dst, foldASCII(byte(r), keepCase))
	}
	if plain := letters.Plain(unicode.ToLower(r)); plain != "" {
		for i := range len(plain) {
			c := plain[i]
			if keepCase && unicode.IsUpper(r) {
				c -= 'a' - 'A'
			}
			dst = append(dst, c)
		}
		return dst
	}
	var one [utf8.UTFMax]byte
	encoded := one[:utf8.EncodeRune(one[:], r)]
	parts := norm.NFKD.Properties(encoded).Decomposition()
	if parts == nil {
		parts = encoded
	}
	for len(parts) > 0 {
		p, n := utf8.DecodeRune(parts)
		parts = parts[n:]
		if unicode.IsMark(p) {
			continue
		}
		if !keepCase {
			p = unicode.ToLower(p)
		}
		if p == 'ς' { // the sigma that ends a word
			p = 'σ'
		}
		dst = utf8.AppendRune(dst, p)
	}
	return dst
}

// foldASCII is foldRune for a byte below 0x80.
func foldASCII(c byte, keepCase bool) byte {
	if !keepCase && c-'A' < 26 {
		c += 'a' - 'A'
	}
	return c
}

// isWordByte reports whether the byte is an ASCII letter or digit.
func isWordByte(c byte) bool { return (c|0x20)-'a' < 26 || c-'0' < 10 }

// isWordRune reports whether r belongs to words.
func isWordRune(r rune) bool {
	word, _ := classify(r)
	return word
}

// isSilent reports whether r neither parts words nor counts in them: combining marks, the soft
// hyphen, joiners and marks of direction, which stand unseen in copied text.
func isSilent(r rune) bool {
	_, silent := classify(r)
	return silent
}

// classify reports whether r belongs to words (a letter or digit) or is silent (a combining mark or
// a format character). The letters of western Europe and general punctuation, which is what stands
// between ASCII in nearly every cable, are told apart without a search in Unicode's tables.
func classify(r rune) (word, silent bool) {
	switch {
	case r < utf8.RuneSelf:
		return isWordByte(byte(r)), false
	case r >= 'À' && r <= 'ɏ':
		return r != '×' && r != '÷', false
	case r >= '‐' && r <= '\u2029', r >= '\u202f' && r <= '\u205f', r == '\u00a0':
		return false, false
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return true, false
	}
	return false, unicode.IsMark(r) || unicode.Is(unicode.Cf, r)
}
