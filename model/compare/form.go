package compare

import (
	"strings"
	"unicode"
)

// forms adds what differs in form alone among n tokens that count as the same, those beside each other as one change.
func (t *texts) forms(out []Change, a, b, n int) []Change {
	first, how := -1, How("") // of a run
	end := func(i int) {
		if first >= 0 && first < i {
			out = append(out, Change{Kind: Form, How: how,
				A: t.a.part(span{a + first, a + i}, true), B: t.b.part(span{b + first, b + i}, true)})
		}
		first = -1
	}
	for i := range n {
		h, begins := t.form(a+i, b+i), i
		inBlock := i > 0 && t.sameBlock(a+i, b+i)
		if h == "" && inBlock && t.a.tokens[a+i].glued != t.b.tokens[b+i].glued {
			h, begins = BySpacing, i-1
		}
		if h != how || !inBlock {
			end(begins)
		}
		if h != "" && first < 0 {
			first, how = begins, h
		}
	}
	end(n)
	return out
}

// sameBlock reports whether tokens stand in the block, and the part of it, of those before them, in both copies.
func (t *texts) sameBlock(a, b int) bool {
	same := func(x, y Place) bool { return x.Block == y.Block && x.Lead == y.Lead }
	return same(t.a.tokens[a-1].place, t.a.tokens[a].place) && same(t.b.tokens[b-1].place, t.b.tokens[b].place)
}

// form says in what two tokens differ that count as the same; "" if in nothing.
func (t *texts) form(a, b int) How {
	rawA, rawB := t.a.raw(a), t.b.raw(b)
	switch {
	case rawA == rawB:
		return ""
	case t.a.tokens[a].sort > punctuation:
		return BySign
	case strings.EqualFold(rawA, rawB):
		return ByCase
	case t.a.tokens[a].sort == punctuation:
		return ByPunctuation
	case plainSigns.Replace(rawA) == plainSigns.Replace(rawB), onlyLetters(rawA) == onlyLetters(rawB):
		return ByPunctuation
	}
	return ByAccents
}

// onlyLetters returns a word without what stands between its letters.
func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return r
		}
		return -1
	}, s)
}

// Lengths of words, in letters, that matter to isSlip.
const (
	oneSlip  = 5 // from which on one letter may be wrong: Iran is not Iraq
	twoSlips = 8 // and two
	longSlip = 60
)

// isSlip reports whether two words, in small letters, are likely one that is spelled in two ways. Numbers never are, nor a
// word and its contrary.
func isSlip(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	short := min(len(ra), len(rb))
	if short < oneSlip || max(len(ra), len(rb)) > longSlip || strings.ContainsAny(a+b, "0123456789") ||
		strings.HasSuffix(a, b) || strings.HasSuffix(b, a) {
		return false
	}
	d := slips(ra, rb)
	return d == 1 || d == 2 && short >= twoSlips
}

// slips counts the letters that are wrong, missing, too many, or exchanged with the next.
func slips(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row = last, row, before
		row[0] = i
		for j := 1; j <= len(b); j++ {
			wrong := 1
			if a[i-1] == b[j-1] {
				wrong = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+wrong)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}
