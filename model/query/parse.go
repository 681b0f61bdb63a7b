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

// Parse reads a query. What can't be read gives an [*Error]: a quotation mark that isn't closed, a
// minus or a star that stands alone, a term without a letter or digit.
func Parse(s string) (Query, error) { return parse(s, false) }

// ParseTyped reads a query that somebody is still typing: the last word counts as the beginning of
// a word, and a sign at the very end that has nothing behind it yet is no error.
func ParseTyped(s string) (Query, error) { return parse(s, true) }

func parse(s string, typing bool) (Query, error) {
	p := queryParser{query: s, typing: typing}
	var q Query
	asked := map[string]bool{} // a term that is repeated, as in a pasted text, is asked once
	for {
		t, ok, err := p.next()
		if err != nil {
			return Query{}, err
		}
		if !ok {
			break
		}
		if key := t.key(); !asked[key] {
			asked[key] = true
			q.terms = append(q.terms, t)
		}
	}
	slices.SortStableFunc(q.terms, func(a, b term) int {
		switch {
		case a.not == b.not:
			return 0
		case b.not:
			return -1
		}
		return 1
	})
	return q, nil
}

// queryParser walks over a query term by term.
type queryParser struct {
	query  string
	at     int
	typing bool
}

func (p *queryParser) fail(offset int, what string) (term, bool, error) {
	return term{}, false, &Error{Query: p.query, Offset: offset, What: what}
}

// next returns the next term; ok is false at the end.
func (p *queryParser) next() (t term, ok bool, err error) {
	rest := strings.TrimLeftFunc(p.query[p.at:], unicode.IsSpace)
	start := len(p.query) - len(rest)
	if rest == "" {
		return term{}, false, nil
	}
	signless, not := strings.CutPrefix(rest, "-")
	from := len(p.query) - len(signless)
	if r, _ := utf8.DecodeRuneInString(signless); signless == "" || unicode.IsSpace(r) {
		if p.typing && signless == "" {
			return term{}, false, nil
		}
		return p.fail(start, "a minus stands alone: put it right before the word that must not occur, as in -word")
	}
	if isQuote(signless) {
		return p.phrase(from, not)
	}
	return p.word(from, not)
}

// phrase reads a phrase whose opening quotation mark is at from.
func (p *queryParser) phrase(from int, not bool) (term, bool, error) {
	_, n := utf8.DecodeRuneInString(p.query[from:])
	inside := p.query[from+n:]
	closing := strings.IndexFunc(inside, isQuoteRune)
	if closing < 0 {
		if !p.typing {
			return p.fail(from, `the quotation mark isn't closed: put another " where the phrase ends`)
		}
		p.at = len(p.query)
		t, ok := newTerm(inside, endsInWord(inside), not)
		return t, ok, nil
	}
	_, m := utf8.DecodeRuneInString(inside[closing:])
	p.at = from + n + closing + m
	t, ok := newTerm(inside[:closing], false, not)
	if !ok {
		return p.fail(from, "there is no letter or digit between the quotation marks: write the phrase there")
	}
	return t, true, nil
}

// word reads a word that begins at from.
func (p *queryParser) word(from int, not bool) (term, bool, error) {
	end := len(p.query)
	if i := strings.IndexFunc(p.query[from:], endsTerm); i >= 0 {
		end = from + i
	}
	p.at = end
	typed := p.typing && end == len(p.query)
	written, star := strings.CutSuffix(p.query[from:end], "*")
	switch i := strings.IndexByte(written, '*'); {
	case i >= 0:
		return p.fail(from+i, "a star can only stand at the end of a word, as in word*")
	case star && written == "" && typed:
		return term{}, false, nil
	case star && written == "":
		return p.fail(from, "a star stands alone: put it right behind the beginning of a word, as in word*")
	}
	t, ok := newTerm(written, star || typed && endsInWord(written), not)
	if !ok && typed {
		return term{}, false, nil
	}
	if !ok {
		return p.fail(from, fmt.Sprintf("there is no letter or digit in %q to search for: leave it out", written))
	}
	return t, true, nil
}

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
