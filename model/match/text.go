package match

import (
	"strings"

	"reftel/model"
)

// Text finds a query in a paragraph: as a phrase if it stands there, else all of its words, in any
// order, each as a whole word or as the beginning of one. Never as a scattered subsequence. The spans,
// bytes of text on rune borders, are every place found. An empty query is found, nowhere.
func Text(query, text string) (spans []model.Span, ok bool) {
	q := newQuery(query)
	if len(q.terms) == 0 {
		return nil, true
	}
	folded := Fold(text)
	lit := occurrences(nil, folded, q.text)
	if lit == nil {
		for _, t := range q.terms {
			n := len(lit)
			if lit = occurrences(lit, folded, t.text); len(lit) == n {
				return nil, false
			}
		}
	}
	_, from := foldMapped(text)
	return original(lit, from), true
}

// occurrences appends every place where what stands in a folded text from the start of a word on.
func occurrences(lit []model.Span, folded, what string) []model.Span {
	for i := strings.Index(folded, what); i >= 0; {
		next := i + 1
		if wordBorder(folded, i) {
			next = i + len(what)
			lit = append(lit, model.Span{Start: i, End: next})
		}
		i = indexFrom(folded, what, next)
	}
	return lit
}
