package query

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Error says why a query can't be read, and where.
type Error struct {
	Query  string
	Offset int    // byte in Query
	What   string // what stands there and what to do, without the place
}

// Error returns one sentence with the place counted in characters from 1.
func (e *Error) Error() string {
	column := utf8.RuneCountInString(e.Query[:e.Offset]) + 1
	return fmt.Sprintf("query, character %d: %s", column, e.What)
}

// Parse reads a query. What can't be read gives an [*Error]: a quotation mark or a bracket that isn't closed,
// a minus or a star that stands alone, a word without a letter or digit, a field that isn't known or whose
// value can't be read.
func Parse(s string) (Query, error) { return parse(s, false) }

// ParseTyped reads a query that somebody is still typing: the last word counts as the beginning of
// a word, and what isn't complete at the very end is no error.
func ParseTyped(s string) (Query, error) { return parse(s, true) }

func parse(s string, typing bool) (Query, error) {
	p := queryParser{query: s, typing: typing}
	all, err := p.group(-1)
	if err != nil {
		return Query{}, err
	}
	if len(all) == 0 {
		return Query{}, nil
	}
	return Query{root: all}, nil
}

// deepest is how many brackets may stand inside each other.
const deepest = 50

// queryParser walks over a query condition by condition.
type queryParser struct {
	query  string
	at     int
	typing bool
	depth  int // brackets that are open
}

func (p *queryParser) fail(offset int, format string, args ...any) error {
	return &Error{Query: p.query, Offset: offset, What: fmt.Sprintf(format, args...)}
}

// skip goes to the next sign that is no white space and reports whether there is one.
func (p *queryParser) skip() bool {
	rest := strings.TrimLeftFunc(p.query[p.at:], unicode.IsSpace)
	p.at = len(p.query) - len(rest)
	return rest != ""
}

// takeWord goes behind a word if it stands here by itself, and reports whether it does.
func (p *queryParser) takeWord(word string) bool {
	rest, ok := strings.CutPrefix(p.query[p.at:], word)
	if r, _ := utf8.DecodeRuneInString(rest); !ok || rest != "" && !unicode.IsSpace(r) && r != '(' && r != ')' {
		return false
	}
	p.at += len(word)
	return true
}

// group reads conditions up to the end of the query, or of the bracket that opened at open (-1: none). OR ties
// the conditions beside it closer than white space does.
func (p *queryParser) group(open int) (And, error) {
	var all And
	asked := map[string]bool{} // what is repeated, as in a pasted text, is asked once
	or := -1                   // the place of an OR whose second condition is still to come
	for p.skip() {
		start := p.at
		switch {
		case open >= 0 && p.query[p.at] == ')':
			p.at++
			if or >= 0 {
				return nil, p.fail(or, "OR stands at the end: put a condition behind it, as in a OR b")
			}
			return tidy(all), nil
		case p.takeWord("OR"):
			if len(all) == 0 || or >= 0 {
				return nil, p.fail(start, `OR stands where a condition should: put it between two, as in a OR b, or write "OR" in quotation marks to search for the word`)
			}
			or = start
			continue
		case p.takeWord("AND"):
			continue // all conditions must hold anyway
		}
		n, err := p.condition()
		if err != nil {
			return nil, err
		}
		switch key := ""; {
		case n == nil:
		case or >= 0:
			all[len(all)-1] = either(all[len(all)-1], n)
			or = -1
		default:
			if key = n.key(); !asked[key] || p.beforeOr() {
				asked[key] = true
				all = append(all, n)
			}
		}
	}
	switch {
	case or >= 0 && !p.typing:
		return nil, p.fail(or, "OR stands at the end: put a condition behind it, as in a OR b")
	case open >= 0 && !p.typing:
		return nil, p.fail(open, "the bracket isn't closed: put a ) where the group ends")
	}
	return tidy(all), nil
}

// beforeOr reports whether an OR comes next: what stands before it must not be left out, though it was asked.
func (p *queryParser) beforeOr() bool {
	at := p.at
	defer func() { p.at = at }()
	return p.skip() && p.takeWord("OR")
}

// either joins two conditions, of which the first may be joined already.
func either(a, b Node) Node {
	if o, ok := a.(Or); ok {
		return append(o, b)
	}
	return Or{a, b}
}

// tidy puts the conditions that must hold before those that must not: they decide sooner.
func tidy(all And) And {
	slices.SortStableFunc(all, func(a, b Node) int {
		_, notA := a.(Not)
		_, notB := b.(Not)
		switch {
		case notA == notB:
			return 0
		case notB:
			return -1
		}
		return 1
	})
	return all
}

// condition reads one condition, which begins here; nil if it isn't typed to its end yet.
func (p *queryParser) condition() (Node, error) {
	start := p.at
	rest := p.query[p.at:]
	signless, not := strings.CutPrefix(rest, "-")
	if r, _ := utf8.DecodeRuneInString(signless); signless == "" || unicode.IsSpace(r) {
		p.at++
		if p.typing && signless == "" {
			return nil, nil
		}
		return nil, p.fail(start, "a minus stands alone: put it right before the word that must not occur, as in -word")
	}
	p.at = len(p.query) - len(signless)
	n, err := p.positive(signless)
	if n == nil || err != nil || !not {
		return n, err
	}
	return Not{n}, nil
}

// positive reads a condition without its minus. What stands here is rest.
func (p *queryParser) positive(rest string) (Node, error) {
	if rest[0] == '(' {
		return p.bracket()
	}
	if name, _, ok := strings.Cut(rest, ":"); ok && isFieldName(name) {
		field, known, near := fieldOf(name)
		switch {
		case known:
			return p.field(field, p.at+len(name)+1)
		case near != "" && !isUpper(name):
			return nil, p.fail(p.at, "there is no field %s: write %s:, or put the words in quotation marks to search for them", name, near)
		}
	}
	if isQuote(rest) {
		return p.phrase()
	}
	return p.word()
}

// bracket reads the conditions in brackets that open here.
func (p *queryParser) bracket() (Node, error) {
	open := p.at
	if p.depth++; p.depth > deepest {
		return nil, p.fail(open, "more than %d brackets stand inside each other: write the query with fewer", deepest)
	}
	defer func() { p.depth-- }()
	p.at++
	inside, err := p.group(open)
	switch {
	case err != nil:
		return nil, err
	case len(inside) == 0 && p.typing && p.at == len(p.query):
		return nil, nil
	case len(inside) == 0:
		return nil, p.fail(open, "there is nothing between the brackets: write conditions there, as in (a OR b)")
	case len(inside) == 1:
		return inside[0], nil
	}
	return inside, nil
}

// field reads the value of a field, which begins at from.
func (p *queryParser) field(f Field, from int) (Node, error) {
	start := p.at
	v := value{field: f}
	if rest := p.query[from:]; isQuote(rest) {
		inside, end, closed := quoted(rest)
		p.at = from + end
		if !closed && !p.typing {
			return nil, p.fail(from, `the quotation mark isn't closed: put another " where the value ends`)
		}
		v.text, v.typing = inside, !closed
	} else {
		p.at = from + p.wordEnd(rest)
		v.text, v.star = strings.CutSuffix(p.query[from:p.at], "*")
		v.typing = p.typing && p.at == len(p.query)
		if i := strings.IndexByte(v.text, '*'); i >= 0 {
			return nil, p.fail(from+i, "a star can only stand at the end of a word, as in word*")
		}
	}
	n, err := v.node()
	if err != nil {
		return nil, p.fail(start, "%s", err)
	}
	return n, nil
}

// phrase reads a phrase whose opening quotation mark is here.
func (p *queryParser) phrase() (Node, error) {
	start := p.at
	inside, end, closed := quoted(p.query[start:])
	p.at = start + end
	if !closed && !p.typing {
		return nil, p.fail(start, `the quotation mark isn't closed: put another " where the phrase ends`)
	}
	t, ok := NewText(inside, !closed && endsInWord(inside))
	switch {
	case ok:
		return t, nil
	case closed:
		return nil, p.fail(start, "there is no letter or digit between the quotation marks: write the phrase there")
	}
	return nil, nil
}

// quoted reads what stands between quotation marks at the beginning of s, and where it ends.
func quoted(s string) (inside string, end int, closed bool) {
	_, n := utf8.DecodeRuneInString(s)
	inside = s[n:]
	closing := strings.IndexFunc(inside, isQuoteRune)
	if closing < 0 {
		return inside, len(s), false
	}
	_, m := utf8.DecodeRuneInString(inside[closing:])
	return inside[:closing], n + closing + m, true
}

// word reads a word that begins here.
func (p *queryParser) word() (Node, error) {
	from := p.at
	end := from + p.wordEnd(p.query[from:])
	p.at = end
	typed := p.typing && end == len(p.query)
	written, star := strings.CutSuffix(p.query[from:end], "*")
	switch i := strings.IndexByte(written, '*'); {
	case i >= 0:
		return nil, p.fail(from+i, "a star can only stand at the end of a word, as in word*")
	case star && written == "" && typed:
		return nil, nil
	case star && written == "":
		return nil, p.fail(from, "a star stands alone: put it right behind the beginning of a word, as in word*")
	}
	t, ok := NewText(written, star || typed && endsInWord(written))
	switch {
	case ok:
		return t, nil
	case typed:
		return nil, nil
	}
	return nil, p.fail(from, "there is no letter or digit in %q to search for: leave it out", written)
}

// wordEnd returns where the word at the beginning of s ends: at white space, at a quotation mark, and inside
// brackets at the one that closes them.
func (p *queryParser) wordEnd(s string) int {
	end := strings.IndexFunc(s, func(r rune) bool { return endsTerm(r) || r == ')' && p.depth > 0 })
	if end < 0 {
		return len(s)
	}
	return end
}

// isFieldName reports whether a word can be the name of a field: letters alone.
func isFieldName(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf || !isWordByte(byte(r)) || r <= '9' })
}

// isUpper reports whether a word is in capitals, as the labels of a cable are.
func isUpper(s string) bool { return s == strings.ToUpper(s) }

// endsTerm reports whether a word of a query ends before r.
func endsTerm(r rune) bool { return unicode.IsSpace(r) || isQuoteRune(r) }

// isQuoteRune takes in the marks that a phone or a word processor puts for the plain one.
func isQuoteRune(r rune) bool { return r == '"' || r == '“' || r == '”' || r == '„' }

func isQuote(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isQuoteRune(r)
}

// endsInWord reports whether the last rune of s belongs to a word, which may then go on.
func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isWordRune(r) || isSilent(r)
}
