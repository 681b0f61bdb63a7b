package names

import (
	"strings"
)

// maxRun bounds capitalised sequences: longer ones are headlines.
const maxRun = 14

// findRuns goes through the capitalised sequences of a text in upper and lower case.
func (f *finder) findRuns(at int, p *passage) {
	for i := 0; i < len(p.tokens); {
		w := &p.tokens[i]
		if !w.cap() || w.dead {
			i++
			continue
		}
		end := f.runEnd(p.tokens, i)
		f.segment(run{passage: p, at: at, start: i, end: end})
		i = end
	}
}

// runEnd returns where the sequence that begins at i ends. Particles and a nickname in quotes do not
// end it; a possessive does, unless it belongs to an office (Attorney General's Office).
func (f *finder) runEnd(tokens []token, i int) int {
	j := i + 1
	for j < len(tokens) && j-i < maxRun {
		w, last := &tokens[j], &tokens[j-1]
		if w.dead || last.possessive() && !possessives[last.key] {
			break
		}
		switch {
		case w.gap == gapSpace && w.cap():
			j++
		case w.gap == gapSpace && particles[w.key] && w.shape == lower:
			n := j + 1
			for n < len(tokens) && n < j+3 && particles[tokens[n].key] && tokens[n].gap == gapSpace && tokens[n].shape == lower {
				n++
			}
			if n >= len(tokens) || !tokens[n].cap() || tokens[n].gap != gapSpace || f.common(tokens[n].key) {
				return j
			}
			j = n + 1
		case w.key == "and" && w.gap == gapSpace && f.joinsOffice(tokens, j):
			j += 2
		case w.gap == gapOpenQuote && w.cap():
			n := nicknameEnd(tokens, j)
			if n == 0 {
				return j
			}
			j = n + 1
		default:
			return j
		}
	}
	return j
}

// nicknameEnd returns the word after a nickname of up to three words in quotes that begins at j, 0
// if it is none.
func nicknameEnd(tokens []token, j int) int {
	for n := j + 1; n < len(tokens) && n <= j+3; n++ {
		if tokens[n].gap == gapCloseQuote && tokens[n].cap() {
			return n
		}
		if tokens[n].gap != gapSpace {
			break
		}
	}
	return 0
}

// run is a capitalised sequence, or a part of one.
type run struct {
	passage    *passage
	at         int // index of the passage
	start, end int // tokens
}

func (r run) tokens() []token    { return r.passage.tokens[r.start:r.end] }
func (r run) from(start int) run { r.start = start; return r }
func (r run) to(end int) run     { r.end = end; return r }
func (r run) position() position { return position{r.at, r.start} }
func (r run) token(i int) *token { return &r.passage.tokens[i] }
func (r run) has(i int) bool     { return i >= 0 && i < len(r.passage.tokens) }
func (r run) follows(i int) bool { return r.has(i) && r.token(i).gap == gapSpace && !r.token(i).dead }
func (r run) contains(m map[string]bool) bool {
	for _, w := range r.tokens() {
		if m[w.key] {
			return true
		}
	}
	return false
}

// segment cuts a run into names: organizations by their head word, people by a title before them,
// then what is left of two words and more.
func (f *finder) segment(r run) {
	for r.start < r.end && f.opensSentence(r.token(r.start)) {
		r.start++
	}
	if r.start >= r.end {
		return
	}
	if leading[r.token(r.start).key] && r.end-r.start >= 2 {
		f.addOrganization(r)
		return
	}
	if e := f.headEnd(r); e > 0 {
		o := r.to(e)
		f.addOrganization(o)
		if e < r.end {
			f.segment(r.from(e))
		}
		return
	}
	title := -1
	for i := r.end - 1; i >= r.start; i-- {
		if titles[r.token(i).key] && !(i > r.start && f.t.given[r.token(i).key]) {
			title = i
			break
		}
	}
	switch {
	case title < 0 && f.titleBefore(r):
		f.addTitled(r, r.token(r.start-1).key)
	case title < 0:
		f.split(r)
	case title+1 < r.end:
		if title-r.start >= 2 {
			f.split(r.to(title))
		}
		f.addTitled(r.from(title+1), r.token(title).key)
	default:
		if title-r.start >= 2 {
			f.split(r.to(title))
		}
		f.afterOffice(r.from(title))
	}
}

// opensSentence reports whether a word has its capital from the beginning of the sentence only.
func (f *finder) opensSentence(w *token) bool {
	if !w.first || w.shape != capital {
		return false
	}
	verb := strings.HasSuffix(w.key, "ing") || strings.HasSuffix(w.key, "ed") || strings.HasSuffix(w.key, "ly")
	return openers[w.key] || verb && !f.t.given[w.key] && f.middle[w.key] == 0
}

// split takes the people out of a run without a title: known places and organizations, what
// people are called, acronyms and common words stand between them.
func (f *finder) split(r run) {
	start := r.start
	flush := func(end int) {
		f.addUntitled(r.from(start).to(end))
	}
	for i := r.start; i < r.end; {
		w := r.token(i)
		if n := f.placeEnd(r, i); n > i && i == start {
			flush(i)
			f.addPlace(r.from(i).to(n))
			i = n
			start = i
			continue
		}
		if n := f.knownEnd(r, i); n > i && !f.partOfPerson(r, start, i, n) {
			flush(i)
			i = n
			start = i
			continue
		}
		quoted := w.gap == gapOpenQuote && i > start
		surname := i > start && i-start <= 2 && i+1 >= r.end && f.t.given[r.token(start).key] && f.surnameAlone(w)
		particle := isParticle(w) && (i > start || w.shape == capital && i+1 < r.end)
		if !f.nameLike(w) && !quoted && !surname && !particle {
			flush(i)
			start = i + 1
		} else if w.possessive() {
			flush(i + 1)
			start = i + 1
		}
		i++
	}
	if start < r.end {
		flush(r.end)
	}
}
