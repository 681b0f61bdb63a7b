package names

import (
	"strings"

	"reftel/model"
)

// maxExpansion is how many words before an acronym can be what it stands for.
const maxExpansion = 12

// findDefinitions reads acronyms that parentheses explain, either way round: "Harbour and Tides
// Ministry (HTM)", "HTM (the ministry of harbours)". A definition tells what an acronym names, or that
// it names nothing: "high value targets (HVT)".
func (f *finder) findDefinitions(at int, p *passage) {
	for i := range p.tokens {
		w := &p.tokens[i]
		if w.shape != upper || w.dead || len(w.key) < 2 || strings.Contains(w.key, " ") {
			continue
		}
		if w.gap == gapOpenParen && i > 0 && closes(p, i) {
			f.define(position{at, i}, p, p.tokens[max(0, i-maxExpansion):i])
		}
		if i+1 < len(p.tokens) && p.tokens[i+1].gap == gapOpenParen {
			f.defineAfter(position{at, i}, p)
		}
	}
}

// closes reports whether the parenthesis ends right behind token i.
func closes(p *passage, i int) bool {
	rest := p.text[p.tokens[i].end:]
	return strings.HasPrefix(strings.TrimLeft(rest, "\"'”"), ")")
}

// define takes in the acronym at a place with the words that stand before it.
func (f *finder) define(at position, p *passage, before []token) {
	acronym := p.tokens[at.token].key
	if things[acronym] || titles[acronym] {
		return
	}
	for n := len(before) - 1; n > 0; n-- { // no further back than the sentence and the clause
		if g := before[n].gap; g != gapSpace && g != gapHyphen && g != gapOpenQuote && g != gapCloseQuote || before[n].dead {
			before = before[n:]
			break
		}
	}
	for len(before) > 1 && before[0].first && openers[before[0].key] {
		before = before[1:]
	}
	if exact := before[initials(acronym, before):]; len(exact) > 0 {
		f.defineAs(at, p, exact)
		return
	}
	f.defineForeign(at, p, before)
}

// defineForeign takes in an acronym whose letters are not the initials of the words before it: that
// of another language (Navy (SEVMAR)), or the party of the person named (J. Quill (PVX)).
func (f *finder) defineForeign(at position, p *passage, before []token) {
	acronym := p.tokens[at.token].key
	if last := len(before) - 1; last < 0 || p.caps && !heads[before[last].key] && !officeHeads[before[last].key] || calendar[acronym] {
		return
	}
	e := f.organization([]string{acronym}, at)
	if name := f.nameAtEnd(before); len(name) >= 2 && !p.caps && hasHead(name) && !titles[name[len(name)-1].key] {
		e = f.organization(keys(name), at)
		f.local.addWords(keys(name), form{entity: e})
	}
	f.setAcronym(acronym, e)
}

// nameAtEnd returns the words at the end of a stretch that are written like the name of an
// organization, without the title of whoever leads it: President of the Harbour Party.
func (f *finder) nameAtEnd(words []token) []token {
	n := len(words)
	for n > 0 && !(n < len(words) && words[n].gap != gapSpace) {
		if w := words[n-1]; connectors[w.key] && n < len(words) {
			if n < 2 || !f.linksOffice(&words[n-2], w.key) {
				break
			}
		} else if !w.cap() {
			break
		}
		n--
	}
	for i := len(words) - 1; i >= n; i-- {
		if titles[words[i].key] && i+1 < len(words) && connectors[words[i+1].key] {
			n = i + 1
			break
		}
	}
	for n < len(words) && words[n].shape == lower {
		n++
	}
	return words[n:]
}

// linksOffice reports whether a connector behind a word can be inside an organization's name:
// Ministry of X, Fish and Wildlife Service; not "Ada Quill of the Harbour Office".
func (f *finder) linksOffice(w *token, connector string) bool {
	if connector == "and" {
		return f.t.words[w.key] && w.cap() && !heads[w.key]
	}
	return heads[w.key] || connectors[w.key] || f.t.words[w.key] && w.cap()
}

// defineAs takes in an acronym whose letters are the initials of the words before it.
func (f *finder) defineAs(at position, p *passage, words []token) {
	acronym := p.tokens[at.token].key
	k := keys(words)
	if n := f.t.known.step(join(k)); n != nil && n.forms != nil {
		f.setAcronym(acronym, n.forms[0].entity)
		return
	}
	proper := words[0].cap() && words[len(words)-1].cap()
	switch {
	case f.nation(words) != nil:
		f.setAcronym(acronym, f.nation(words))
	case (hasHead(words) || p.caps && officeHeads[words[len(words)-1].key] && !meetings[words[len(words)-1].key]) && proper:
		e := f.organization(k, at)
		f.local.addWords(k, form{entity: e})
		f.setAcronym(acronym, e)
	case hasHead(words):
		f.setAcronym(acronym, f.organization([]string{acronym}, at))
	case proper && !p.caps && len(words) <= 5 && f.allNameLike(words):
		f.acronyms[acronym] = &entity{kind: model.Person, canonical: join(k)}
	default:
		f.things[acronym] = true
	}
}

// nation returns the country that words call in full, as Republic of Vellania does; nil if they don't.
func (f *finder) nation(words []token) *entity {
	for i := range words {
		if !nations[words[i].key] {
			continue
		}
		for n := i + 1; n < len(words) && n <= i+2; n++ {
			if e := f.t.known.step(join(keys(words[n:]))); e != nil && e.forms != nil && e.forms[0].entity.kind == model.Place {
				return e.forms[0].entity
			}
		}
	}
	return nil
}

// setAcronym notes what an acronym stands for; the first definition counts.
func (f *finder) setAcronym(acronym string, e *entity) {
	if f.acronyms[acronym] == nil {
		f.acronyms[acronym] = e
	}
}

// defineAfter takes in the acronym at a place with the words in parentheses after it.
func (f *finder) defineAfter(at position, p *passage) {
	i := at.token
	acronym := p.tokens[i].key
	end := i + 1
	for end < len(p.tokens) && end-i <= maxExpansion && (end == i+1 || p.tokens[end].gap == gapSpace || p.tokens[end].gap == gapHyphen) {
		end++
	}
	if end == i+1 || !closes(p, end-1) || things[acronym] || calendar[acronym] {
		return
	}
	words := p.tokens[i+1 : end]
	for len(words) > 0 && (words[0].key == "the" || words[0].key == "a" || words[0].key == "an") {
		words = words[1:]
	}
	if len(words) < 2 || p.caps && !hasHead(words) {
		return
	}
	switch matched := initials(acronym, words) == 0; {
	case p.caps && !matched && speakable(acronym): // the holder of an office, or where one stands
	case matched && words[0].cap() && words[len(words)-1].cap() && (hasHead(words) || !p.caps):
		e := f.organization(keys(words), at)
		f.local.addWords(keys(words), form{entity: e})
		f.setAcronym(acronym, e)
	case hasHead(words):
		f.setAcronym(acronym, f.organization([]string{acronym}, at))
	case matched:
		f.things[acronym] = true
	}
}

// initials returns the index of the first of the words that the letters of an acronym, read from the
// end, begin; len(words) if they don't. Connectors may be passed over.
func initials(acronym string, words []token) int {
	letter := len(acronym) - 1
	for i := len(words) - 1; i >= 0; i-- {
		key := words[i].key
		if key == "" {
			return len(words)
		}
		parts := splitKey(key)
		for n := len(parts) - 1; n >= 0 && letter >= 0; n-- {
			if parts[n][0] == acronym[letter] {
				letter--
			} else if !connectors[parts[n]] || i == len(words)-1 {
				return len(words)
			}
		}
		if letter < 0 {
			return i
		}
	}
	return len(words)
}

func hasHead(words []token) bool {
	for i := range words {
		if heads[words[i].key] {
			return true
		}
	}
	return false
}

func (f *finder) allNameLike(words []token) bool {
	for i := range words {
		if !f.nameLike(&words[i]) && !particles[words[i].key] {
			return false
		}
	}
	return len(words) >= 2
}

// use is how an acronym stands in running text.
type use struct {
	count   int
	article bool // "the" before it at least once
	plural  bool // DTOs: a common noun
	alone   bool // not always among other words in capitals
	at      position
}

// countAcronyms looks at the words in capitals of a text in upper and lower case.
func (f *finder) countAcronyms(at int, p *passage) {
	for i := range p.tokens {
		w := &p.tokens[i]
		if w.dead || w.shape == lower || w.shape == number {
			continue
		}
		if w.shape == capital {
			if s := p.text[w.start:w.end]; len(s) > 2 && s[len(s)-1] == 's' && isAcronym(s[:len(s)-1]) {
				f.use(key(s[:len(s)-1]), at, i).plural = true
			}
			continue
		}
		u := f.use(w.key, at, i)
		u.count++
		u.article = u.article || i > 0 && p.tokens[i-1].key == "the" && w.gap == gapSpace
		before := i > 0 && w.gap == gapSpace && p.tokens[i-1].shape == upper
		after := i+1 < len(p.tokens) && p.tokens[i+1].gap == gapSpace && (p.tokens[i+1].shape == upper || p.tokens[i+1].shape == number)
		u.alone = u.alone || !before && !after
	}
}

func (f *finder) use(acronym string, at, i int) *use {
	u := f.uses[acronym]
	if u == nil {
		u = &use{at: position{at, i}}
		f.uses[acronym] = u
	}
	return u
}

// acceptAcronyms decides which acronyms name something: those that a definition explains, and, of the
// others, those that are written like names.
func (f *finder) acceptAcronyms() {
	for i := range f.passages {
		if p := &f.passages[i]; !p.caps && !p.titled {
			f.countAcronyms(i, p)
		}
	}
	for acronym, e := range f.acronyms {
		if e.kind != model.Person && !f.things[acronym] {
			f.local.addWords(splitKey(acronym), form{entity: e, exact: true})
		}
	}
	for acronym, u := range f.uses {
		if f.acronyms[acronym] == nil && f.namesOrganization(acronym, u) {
			e := f.organization([]string{acronym}, u.at)
			f.local.addWords(splitKey(acronym), form{entity: e, exact: true})
		}
	}
}

func (f *finder) namesOrganization(acronym string, u *use) bool {
	if n := f.t.known.step(acronym); n != nil && n.forms != nil {
		return false // found as what it is
	}
	if u.plural || !u.alone || f.things[acronym] || things[acronym] || calendar[acronym] || titles[acronym] || f.common(acronym) ||
		posts[acronym] || strings.ContainsAny(acronym, " 0123456789") || len(acronym) < 2 || len(acronym) > 9 || f.t.demonyms[acronym] ||
		f.t.given[acronym] || f.middle[acronym] > 0 {
		return false
	}
	government := len(acronym) <= 5 && (strings.HasPrefix(acronym, "go") || strings.HasSuffix(acronym, "g"))
	return len(acronym) >= 7 && u.count >= 2 || len(acronym) >= 4 && len(acronym) < 7 || len(acronym) == 3 && (u.count >= 2 || u.article || government)
}
