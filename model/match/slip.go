package match

import (
	"unicode/utf8"

	"reftel/model"
)

// Slip is a folded word that may be mistyped.
type Slip struct{ term term }

// NewSlip prepares a folded word for being compared with many.
func NewSlip(word string) Slip { return Slip{newTerm(word)} }

// Allowed is how many errors the word is forgiven: none when it is short, long beyond measure or has digits.
func (s Slip) Allowed() int { return s.term.slips }

// Distance counts the errors between the word and another, and between the word and the beginning of the other that needs
// the fewest. Numbers greater than Allowed may be too small.
func (s Slip) Distance(other string) (whole, begin int) {
	whole, begin, _ = s.term.distance(other)
	return whole, begin
}

// rankSlips scores a candidate in which terms may be mistyped: fewer errors first, then whole words
// before beginnings of words. ok is false when a term is not there.
func (q query) rankSlips(folded string) (score int, ok bool) {
	for _, t := range q.terms {
		if at, start := t.find(folded); at >= 0 {
			if start {
				score += 2
			}
			continue
		}
		_, cost, ok := t.slipIn(folded)
		if !ok {
			return 0, false
		}
		score -= cost
	}
	return score, true
}

// slipIn returns the word of a folded text, or the beginning of one, that the term mistypes.
// cost is 10 for each error, and 1 more when it is only the beginning.
func (t term) slipIn(folded string) (at model.Span, cost int, ok bool) {
	if t.slips == 0 {
		i, _ := t.find(folded)
		return model.Span{Start: i, End: i + len(t.text)}, 0, i >= 0
	}
	cost = 10*t.slips + 2
	for start := 0; start < len(folded); {
		if class(folded[start]) != letter {
			start++
			continue
		}
		end := start
		for end < len(folded) && class(folded[end]) == letter {
			end++
		}
		if whole, begin, length := t.distance(folded[start:end]); whole <= t.slips || begin <= t.slips {
			if c := 10 * whole; c < cost {
				at, cost, ok = model.Span{Start: start, End: end}, c, true
			}
			if c := 10*begin + 1; c < cost {
				at, cost, ok = model.Span{Start: start, End: start + length}, c, true
			}
		}
		start = end
	}
	return at, cost, ok
}

// distance counts the errors between the term and the whole word, and between the term and that
// beginning of the word (of so many bytes) which needs the fewest: optimal string alignment,
// where an exchange of two neighbours is one error.
func (t term) distance(word string) (whole, begin, length int) {
	const width = maxScattered + 1
	var rows [3][width]int
	n := len(t.runes)
	before, last, row := rows[0][:n+1], rows[1][:n+1], rows[2][:n+1]
	for j := range last {
		last[j] = j
	}
	begin, whole = n, n
	var previous rune
	for i, read := 0, 0; read < len(word); i++ {
		r, size := utf8.DecodeRuneInString(word[read:])
		read += size
		row[0] = i + 1
		least := row[0]
		for j, want := range t.runes {
			cost := 1
			if r == want {
				cost = 0
			}
			d := min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && r == t.runes[j-1] && previous == want {
				d = min(d, before[j-1]+1)
			}
			row[j+1] = d
			least = min(least, d)
		}
		if row[n] < begin {
			begin, length = row[n], read
		}
		whole = row[n]
		if least > t.slips+1 { // what follows can only add errors
			return n, begin, length
		}
		before, last, row = last, row, before
		previous = r
	}
	return whole, begin, length
}
