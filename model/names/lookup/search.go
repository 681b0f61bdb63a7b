package lookup

import (
	"context"
	"strings"
	"unicode/utf8"

	"reftel/model/match"
)

// polled is how many words or rows pass between two looks at the context.
const polled = 256

// few is how many rows are enough to leave out what is likely to be something else: slips, scattered letters.
const few = 8

// maxTyped is how many bytes of what was typed are read.
const maxTyped = 400

// search is one lookup.
type search struct {
	ctx   context.Context
	set   *Set
	limit int
	text  string // what was typed, folded
	terms map[string]*term
	ways  []plan
	lent  []*bitmap

	seen  bitmap
	rows  []found
	total int
}

// found is a row of the answer.
type found struct {
	row  int
	how  How
	plan *plan
}

func (s *search) ended() bool { return s.ctx.Err() != nil }

// bitmap returns an empty bitmap; it is the search's until its end.
func (s *search) bitmap() bitmap {
	b := s.scratch()
	clear(b)
	return b
}

// copied returns a copy of a bitmap; nil of none.
func (s *search) copied(from bitmap) bitmap {
	if from == nil {
		return nil
	}
	b := s.scratch()
	copy(b, from)
	return b
}

// scratch takes a bitmap that another search has used, if there is one.
func (s *search) scratch() bitmap {
	b, ok := s.set.spare.Get().(*bitmap)
	if !ok {
		made := make(bitmap, (s.set.rows+63)/64)
		b = &made
	}
	s.lent = append(s.lent, b)
	return *b
}

// giveBack ends the use of all bitmaps.
func (s *search) giveBack() {
	for _, b := range s.lent {
		s.set.spare.Put(b)
	}
}

// mark sets the bits of the rows that have a word.
func (s *search) mark(word int, in *bitmap) {
	if *in == nil {
		*in = s.bitmap()
	}
	s.set.words.mark(word, *in)
}

// Find returns the rows that match what was typed, best first, at most limit, and how many match in all: of what was inferred
// only as many are counted as were looked for. When nothing was typed that is everything, in order. When ctx ends the answer
// is nil, 0.
func (s *Set) Find(ctx context.Context, typed string, limit int) (hits []Hit, total int) {
	limit = max(limit, 0)
	terms := termsOf(typed)
	if len(terms) == 0 {
		for row := range min(limit, s.rows) {
			hits = append(hits, Hit{Row: row})
		}
		return hits, s.rows
	}
	q := &search{ctx: ctx, set: s, limit: limit, text: strings.Join(terms, " "), terms: map[string]*term{}}
	defer q.giveBack()
	q.seen = q.bitmap()
	q.run(terms)
	if ctx.Err() != nil {
		return nil, 0
	}
	for _, f := range q.rows {
		hits = append(hits, q.explain(f))
	}
	return hits, q.total
}

// termsOf returns the words that were typed, folded.
func termsOf(typed string) []string {
	if len(typed) > maxTyped {
		typed = strings.ToValidUTF8(typed[:maxTyped], "")
	}
	folded := match.Fold(typed)
	var out []string
	for _, w := range words(folded, nil) {
		if len(out) < maxTerms {
			out = append(out, folded[w.start:w.end])
		}
	}
	return out
}

// steps are what is looked for, one after another, while rows are missing.
var steps = []struct {
	how   How
	level level
	plans []reading
}{
	{Words, whole, []reading{typed, joined, parted}},
	{Untitled, whole, []reading{untitled}},
	{Beginnings, begins, []reading{typed, joined, parted, untitled}},
	{Inside, inside, []reading{typed, untitled}},
	{OtherName, begins, []reading{renamed}},
	{Initials, begins, []reading{lettered}},
	{Variant, same, []reading{typed, joined, parted, romanized, untitled}},
	{Slip, oneSlip, []reading{typed, untitled}},
	{Variant, near, []reading{typed, joined, parted, untitled}},
	{Variant, far, []reading{typed, joined, untitled}},
	{Slip, twoSlips, []reading{typed, untitled}},
	{Scattered, scattered, []reading{typed}},
}

// run fills rows and total.
func (s *search) run(terms []string) {
	s.ways = s.plans(terms)
	s.exact(terms[0])
	s.exactApart()
	for _, step := range steps {
		if s.total >= s.limit && step.how.Inferred() || s.ended() {
			return
		}
		if step.level > near && s.total >= few {
			continue
		}
		if step.level == whole && s.isOneLetter() {
			continue
		}
		if step.how == Initials {
			s.initials(terms)
		}
		for _, r := range step.plans {
			for i := range s.ways {
				if p := &s.ways[i]; p.reading == r {
					s.take(p, step.how, step.level)
				}
			}
		}
	}
	if s.total == 0 {
		s.anyLetters()
	}
}

// isOneLetter reports whether a single letter was typed: more likely the first of a name than an initial between two others.
func (s *search) isOneLetter() bool { return utf8.RuneCountInString(s.text) == 1 }

// exact takes the rows of which a form is what was typed.
func (s *search) exact(first string) {
	word, ok := s.set.words.find(first)
	if !ok {
		return
	}
	p := &s.ways[0]
	if s.text == first {
		s.set.words.marked(word, isWhole, func(row int) { s.add(row, Exact, p) })
		return
	}
	rows := s.result(p, whole)
	if rows == nil {
		return
	}
	s.set.words.marked(word, opens, func(row int) {
		if rows.has(row) && s.formIs(row, s.isTyped) {
			s.add(row, Exact, p)
		}
	})
}

// maxSpaced is how many rows are read to see whether they are what was typed, apart from blanks.
const maxSpaced = 1000

// exactApart takes the rows of which a form is what was typed, apart from blanks.
func (s *search) exactApart() {
	for i := range s.ways {
		p := &s.ways[i]
		if p.reading != joined && p.reading != parted {
			continue
		}
		n := 0
		s.result(p, whole).each(func(row int) bool {
			if s.formIs(row, s.isTyped) {
				s.add(row, Exact, p)
			}
			n++
			return n < maxSpaced
		})
	}
}

// isTyped reports whether a folded form is what was typed, apart from blanks.
func (s *search) isTyped(folded string) bool { return sameWords(folded, s.text) }

// formIs reports whether one of the forms of a row is as asked, folded.
func (s *search) formIs(row int, is func(folded string) bool) bool {
	for form := range strings.SplitSeq(s.set.forms(row), "\n") {
		if is(match.Fold(form)) {
			return true
		}
	}
	return false
}

// sameWords compares two folded texts apart from blanks.
func sameWords(a, b string) bool {
	return a == b || strings.ReplaceAll(a, " ", "") == strings.ReplaceAll(b, " ", "")
}

// add takes a row, once.
func (s *search) add(row int, how How, p *plan) {
	if s.seen.has(row) {
		return
	}
	s.seen.set(row)
	s.total++
	if len(s.rows) < s.limit {
		s.rows = append(s.rows, found{row, how, p})
	}
}

// result returns the rows that have all terms of a plan at a level; nil: none.
func (s *search) result(p *plan, l level) bitmap {
	for _, t := range p.terms {
		if s.ended() || t.at(l) == nil {
			return nil
		}
	}
	rows := s.copied(p.terms[0].at(l))
	for _, t := range p.terms[1:] {
		rows.and(t.at(l))
	}
	return rows
}

// take takes the rows that have all terms of a plan at a level: those with more whole words first, else those mentioned more.
func (s *search) take(p *plan, how How, l level) {
	rows := s.result(p, l)
	if rows == nil {
		return
	}
	rows.without(s.seen)
	if p.solid != "" {
		rows = s.solid(rows, p.solid)
	}
	s.total += rows.count()
	s.seen.or(rows)
	room, n := s.limit-len(s.rows), 0
	if room == 0 {
		return
	}
	best := make([][]int, len(p.terms)+1) // by how many terms are whole words
	most := len(p.terms)
	if l > whole {
		most-- // with all of them the row would have been taken before
	}
	rows.each(func(row int) bool {
		count := 0
		for _, t := range p.terms {
			if t.whole.has(row) && !s.isOneLetter() {
				count++
			}
		}
		if len(best[count]) < room {
			best[count] = append(best[count], row)
		}
		n++
		return len(best[most]) < room && n < maxWeighed
	})
	for count := len(best) - 1; count >= 0; count-- {
		for _, row := range best[count] {
			if len(s.rows) == s.limit {
				return
			}
			s.rows = append(s.rows, found{row, how, p})
		}
	}
}

// maxWeighed is how many rows, the most mentioned, are weighed against one another by their whole words.
const maxWeighed = 1 << 16

// solid keeps those rows, the most mentioned, of which a form has a word, apart from blanks.
func (s *search) solid(rows bitmap, word string) bitmap {
	kept, n := s.bitmap(), 0
	rows.each(func(row int) bool {
		if s.formIs(row, func(folded string) bool { return strings.Contains(strings.ReplaceAll(folded, " ", ""), word) }) {
			kept.set(row)
		}
		n++
		return n < maxSpaced
	})
	return kept
}

// initials takes the rows whose words begin with the letters of the only term.
func (s *search) initials(terms []string) {
	if len(terms) > 1 {
		return
	}
	if word, ok := s.set.initials.find(terms[0]); ok {
		s.set.initials.marked(word, opens, func(row int) { s.add(row, Initials, &s.ways[0]) })
	}
}

// maxLoose is how many rows are read where only the letters of a whole name are left to go by.
const maxLoose = 2000

// anyLetters has sahilm/fuzzy rank the most mentioned names that have all letters that were typed.
func (s *search) anyLetters() {
	if utf8.RuneCountInString(s.text) < 3 {
		return
	}
	var letters uint64
	for text := range strings.FieldsSeq(s.text) {
		letters |= mask(text)
	}
	var rows []int
	var texts []string
	for row, has := range s.set.letters {
		if row%(64*polled) == 0 && s.ended() {
			return
		}
		if letters&^has != 0 {
			continue
		}
		if rows = append(rows, row); len(rows) == maxLoose {
			break
		}
	}
	for _, row := range rows {
		texts = append(texts, s.set.forms(row))
	}
	hits, _ := match.Fuzzy(s.ctx, s.text, texts, len(texts))
	for _, h := range hits {
		s.add(rows[h.Index], Scattered, nil)
	}
}
