package names

import (
	"slices"
	"strings"
	"unicode/utf8"

	"reftel/model"
)

// titleBefore reports whether a title in lower case, or one with its acronym in parentheses, stands
// before the run: "opposition leader X", "Public Security Secretary (SSP) X".
func (f *finder) titleBefore(r run) bool {
	i := r.start - 1
	switch {
	case !r.has(i):
		return false
	case r.token(r.start).gap == gapSpace:
		return titles[r.token(i).key] && r.token(i).shape == lower
	case r.token(r.start).gap == gapCloseParen:
		return r.token(i).gap == gapOpenParen && r.has(i-1) && titles[r.token(i-1).key] && r.token(i-1).cap()
	}
	return false
}

// afterOffice reads on behind a title that has its office after it: Minister of Foreign Affairs X.
func (f *finder) afterOffice(r run) {
	i := r.end
	if !r.follows(i) || r.token(i-1).possessive() || r.token(i).key != "of" && r.token(i).key != "for" {
		return
	}
	for r.follows(i) && i-r.end < 8 {
		w := r.token(i)
		name := w.cap() && !f.common(w.key) && !f.t.demonyms[w.key] && !f.isKnown(w)
		if name || !w.cap() && !connectors[w.key] {
			break
		}
		i++
	}
	if r.follows(i) && r.token(i).cap() && !r.token(i-1).possessive() {
		rest := r.from(i)
		rest.end = f.runEnd(r.passage.tokens, i)
		f.addTitled(rest, r.token(r.end-1).key)
	}
}

// addTitled takes the person's name that a title announces.
func (f *finder) addTitled(r run, title string) {
	for r.start < r.end {
		if n := f.knownEnd(r, r.start); n-r.start > 1 {
			r.start = n
		} else if w := r.token(r.start); titles[w.key] || f.t.demonyms[w.key] || f.isKnown(w) && n == r.end && !f.t.given[w.key] {
			r.start++
		} else {
			break
		}
	}
	if r.start > 0 && r.start < r.end && r.token(r.start-1).possessive() {
		f.split(r)
		return
	}
	end := r.start
	for end < r.end {
		w := r.token(end)
		ok := f.nameLike(w) || isParticle(w) || f.t.given[w.key] ||
			// A surname that is also a word, alone behind the title: President Bush.
			end == r.start && f.surnameAlone(w) ||
			end > r.start && f.t.given[r.token(end-1).key] && f.surnameAlone(w) ||
			w.shape == upper && f.surnameInCapitals(r, end)
		if end == r.start && f.isKnown(w) && end+1 < r.end && !f.t.given[w.key] && r.token(end+1).gap == gapSpace && f.nameLike(r.token(end+1)) {
			r.start, end = r.start+1, end+1 // President of the place X
			continue
		}
		if !ok || w.possessive() && end == r.start && titles[w.key] {
			break
		}
		end++
		if w.possessive() {
			break
		}
	}
	for end > r.start && particles[r.token(end-1).key] && r.token(end-1).shape == lower {
		end--
	}
	if end > r.start {
		f.addPerson(r.to(end), title)
	}
	if end < r.end {
		f.split(r.from(max(end, r.start+1)))
	}
}

// surnameAlone reports whether a word that is also a common one can be a surname behind a title or
// a given name.
func (f *finder) surnameAlone(w *token) bool {
	k := w.key
	return w.shape == capital && !openers[k] && !generic[k] && !heads[k] && !posts[k] && !calendar[k] && !things[k] && !titles[k] &&
		!f.t.demonyms[k] && !hasNounEnding(k) && !f.lower[k] && !(plural(k) && f.t.words[k]) && len(k) > 1
}

// surnameInCapitals recognises QUILL Ada and Ada QUILL behind a title.
func (f *finder) surnameInCapitals(r run, i int) bool {
	w := r.token(i)
	if utf8.RuneCountInString(w.key) < 2 || strings.ContainsAny(r.passage.text[w.start:w.end], ".&0123456789") || f.isKnown(w) || f.common(w.key) || things[w.key] {
		return false
	}
	return i > r.start && r.token(i-1).shape == capital || i+1 < r.end && r.token(i+1).shape == capital
}

// isParticle reports whether a word is a particle of a name; y and e join surnames only in lower case.
func isParticle(w *token) bool { return particles[w.key] && (w.shape == lower || len(w.key) > 1) }

// nameLike reports whether a word can be part of a person's name without a title to say so.
func (f *finder) nameLike(w *token) bool {
	if w.shape != capital || w.dead || len(w.key) == 1 && w.end-w.start == 1 { // A/S, U Thant; an initial has its full stop
		return false
	}
	if f.t.given[w.key] {
		return !f.lower[w.key] || !f.t.words[w.key]
	}
	k := w.key
	return !f.common(k) && !f.t.demonyms[k] && !calendar[k] && !titles[k] && !heads[k] && !posts[k] && !things[k] && !openers[k] &&
		!hasNounEnding(k) && !strings.ContainsAny(k, "0123456789") && !hyphenatedWords(f, k)
}

// hyphenatedWords recognises Inter-American and Co-Chairman: two words, each of them common.
func hyphenatedWords(f *finder, k string) bool {
	left, right, ok := strings.Cut(k, " ")
	return ok && (f.common(left) || f.t.demonyms[right] || f.common(right) && !f.t.given[left])
}

// plural reports whether a common word may be one: Minister Affairs is nobody.
func plural(k string) bool { return strings.HasSuffix(k, "s") }

// partOfPerson decides whether the known name in tokens [i, end) belongs to a person's: Elena Medina,
// Victoria Quill; but not New York Mayor.
func (f *finder) partOfPerson(r run, start, i, end int) bool {
	if end-i != 1 || r.token(i).shape != capital {
		return false
	}
	if i > start && f.t.given[r.token(i-1).key] && r.token(i).gap == gapSpace {
		return true
	}
	return f.t.given[r.token(i).key] && i+1 < r.end && f.nameLike(r.token(i+1)) && r.token(i+1).gap == gapSpace && !f.isKnown(r.token(i+1))
}

// addUntitled takes a person's name of two words and more, or a given name that stands alone.
func (f *finder) addUntitled(r run) {
	for r.start < r.end && particles[r.token(r.end-1).key] {
		r.end--
	}
	for r.start < r.end && r.token(r.start).shape == lower {
		r.start++
	}
	n := r.end - r.start
	if n <= 0 || n > 7 {
		return
	}
	w := r.token(r.start)
	full := 0 // words that are neither initials nor particles
	for _, w := range r.tokens() {
		if !particles[w.key] && len(w.key) > 1 {
			full++
		}
	}
	switch {
	case full >= 2, full == 1 && n > 1 && (isParticle(w) && !article(w.key) || len(w.key) == 1), strings.Contains(w.key, " ") && strings.HasPrefix(w.key, "al "):
		if w.first && f.common(w.key) && !f.t.given[w.key] {
			return
		}
		f.addPerson(r, "")
	case n == 1 && f.t.given[w.key] && (!w.first || f.middle[w.key] > 1) && !f.common(w.key) && !f.isKnown(w):
		f.addPerson(r, "")
	case n == 1:
		f.addPlural(r)
	}
}

// addPerson enters a person's name.
func (f *finder) addPerson(r run, title string) {
	if r.follows(r.end) && groups[r.token(r.end).key] && !r.token(r.end-1).possessive() {
		return // the Quill brothers are not Quill
	}
	pr := &person{title: title, early: r.passage.early}
	tokens := r.tokens()
	for i := range tokens {
		words := splitKey(tokens[i].key)
		if inQuotes(r.passage.tokens, r.start, r.start+i) {
			pr.nickname = append(pr.nickname, words...)
			continue
		}
		pr.words = append(pr.words, words...)
	}
	if !slices.ContainsFunc(pr.words, func(w string) bool { return !abbreviations[w] }) { // Asst. Sec., whose name is not read as one
		return
	}
	if len(pr.words) == 1 && (len(pr.words[0]) < 2 || f.t.demonyms[pr.words[0]]) {
		return
	}
	pr.written = keys(tokens)
	pr.at = r.position()
	pr.entity = &entity{kind: model.Person, canonical: join(pr.words), first: pr.at}
	f.persons = append(f.persons, pr)
}

// inQuotes reports whether token i of a run that begins at start belongs to a nickname.
func inQuotes(tokens []token, start, i int) bool {
	open := false
	for j := start + 1; j <= i; j++ {
		switch tokens[j].gap {
		case gapOpenQuote:
			open = true
		case gapCloseQuote:
			open = false
		}
	}
	return open
}

func splitKey(k string) []string { return strings.Fields(k) }

func join(words []string) string { return strings.Join(words, " ") }
