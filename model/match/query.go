package match

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// query is what somebody typed, folded and split.
type query struct {
	text  string // terms joined by blanks
	terms []term
	mask  uint64 // of all terms
}

// term is one word of a query.
type term struct {
	text  string
	runes []rune // nil when the term is too long for anything but standing there in one piece
	slips int    // typing errors forgiven
}

const (
	// maxTerms is how many words of a query count. What is longer is a pasted page, no lookup.
	maxTerms = 32
	// maxScattered is the longest term that sahilm/fuzzy gets: at 40 characters its score overflows.
	maxScattered = 32
	// maxField is how far into a field a term may be scattered.
	maxField = 80
	// maxSlipTerms is how many terms a query may have for typing errors to be forgiven.
	maxSlipTerms = 8
)

func newQuery(s string) query {
	words := strings.Fields(Fold(s))
	words = words[:min(len(words), maxTerms)]
	q := query{text: strings.Join(words, " ")}
	q.mask = mask(q.text)
	for _, w := range words {
		q.terms = append(q.terms, newTerm(w))
	}
	return q
}

func newTerm(w string) term {
	t := term{text: w}
	if n := utf8.RuneCountInString(w); n <= maxScattered {
		t.runes = []rune(w)
		switch {
		case strings.ContainsFunc(w, unicode.IsDigit): // a number with a wrong digit is another number
		case n >= 8:
			t.slips = 2
		case n >= 4:
			t.slips = 1
		}
	}
	return t
}

// rank scores a folded candidate. The bits of missing are the terms that do not stand there in one
// piece; the score counts only when there are none.
func (q query) rank(folded string) (score int, missing uint64) {
	if at, whole := q.fieldStart(folded); whole {
		return tierScore(exact, 0), 0
	} else if at >= 0 {
		return tierScore(prefix, wholeWord(folded, at, at+len(q.text))), 0
	}
	worst, whole := wordPrefix, 0
	for i, t := range q.terms {
		at, start := t.find(folded)
		switch {
		case at < 0:
			missing |= 1 << i
		case !start:
			worst = substring
		default:
			whole += wholeWord(folded, at, at+len(t.text))
		}
	}
	return tierScore(worst, whole), missing
}

// fieldStart returns where a field begins with the query, -1 if none does; whole is true when that is all
// there is in the field.
func (q query) fieldStart(folded string) (at int, whole bool) {
	at = -1
	for i := 0; ; {
		rest := folded[i:]
		if strings.HasPrefix(rest, q.text) {
			if len(rest) == len(q.text) || rest[len(q.text)] == fieldEnd {
				return i, true
			}
			if at < 0 {
				at = i
			}
		}
		next := strings.IndexByte(rest, fieldEnd)
		if next < 0 {
			return at, false
		}
		i += next + 1
	}
}

// wholeWord is 1 if the term that starts a word at folded[at:end] also ends one, else 0.
func wholeWord(folded string, at, end int) int {
	if end == len(folded) || wordBorder(folded, end) {
		return 1
	}
	return 0
}

// find returns where a term stands in one piece: at the start of a whole word, else at the start of
// a word, else anywhere, else -1.
func (t term) find(folded string) (at int, start bool) {
	at = -1
	for i := strings.Index(folded, t.text); i >= 0; i = indexFrom(folded, t.text, i+1) {
		switch {
		case !wordBorder(folded, i):
			if at < 0 {
				at = i
			}
		case wholeWord(folded, i, i+len(t.text)) == 1:
			return i, true
		case !start:
			at, start = i, true
		}
	}
	return at, start
}

// wordBorder reports whether a word starts or ends between folded[i-1] and folded[i].
func wordBorder(folded string, i int) bool {
	return i == 0 || i == len(folded) || class(folded[i-1]) != class(folded[i]) || class(folded[i]) == symbol
}

// character classes; between two of different classes a word ends.
const (
	symbol = iota
	letter
	digit
)

// class sorts a byte of a folded text. All of a rune beyond ASCII counts as letters: folding leaves
// hardly anything else there, and it keeps borders off the middle of runes.
func class(c byte) int {
	switch {
	case 'a' <= c && c <= 'z' || c >= utf8.RuneSelf:
		return letter
	case '0' <= c && c <= '9':
		return digit
	}
	return symbol
}

// scatteredIn reports whether the terms in missing can all be found as subsequences.
func (q query) scatteredIn(folded string, missing uint64) bool {
	for i, t := range q.terms {
		if missing>>i&1 == 0 {
			continue
		}
		if field, _ := scatteredField(folded, t); field == "" {
			return false
		}
	}
	return true
}

// scatteredField returns the part of a folded text, from the start of a word on, in which the term
// lies as a subsequence, and where that part begins; "" if there is none.
func scatteredField(folded string, t term) (field string, offset int) {
	if len(t.runes) < 2 { // one letter is in one piece or not there
		return "", 0
	}
	for start := 0; start < len(folded); {
		end := indexFrom(folded, string(fieldEnd), start)
		if end < 0 {
			end = len(folded)
		}
		f := cut(folded[start:end], maxField)
		for i := 0; i < len(f); i++ {
			if f[i] != t.text[0] || !wordBorder(f, i) {
				continue
			}
			if subsequenceOf(t.text, f[i:]) {
				return f[i:], start + i
			}
			break // what fails from here fails from every later start
		}
		start = end + 1
	}
	return "", 0
}

// subsequenceOf compares bytes: a run of the bytes of a rune may be found across runes, which
// sahilm/fuzzy, comparing runes, then refuses.
func subsequenceOf(term, s string) bool {
	n := 0
	for i := 0; i < len(s) && n < len(term); i++ {
		if s[i] == term[n] {
			n++
		}
	}
	return n == len(term)
}

// cut returns the first n runes of s.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
