package names

import (
	"slices"
	"sort"

	"reftel/model"
)

// person is one place where a person's name stands, read on its own.
type person struct {
	entity   *entity
	words    []string // without title and nickname
	nickname []string
	written  []string // with the nickname
	title    string
	at       position
	early    bool // in the summary
}

// resolve decides which of the names found are the same person's, and enters the forms of each. The
// rules are those of HANDBOOK section 4; where two people could be meant, nothing is merged.
func (f *finder) resolve() {
	full := f.fullNames()
	bearers := map[string][]*person{} // short form -> who can be meant
	for _, p := range full {
		for _, s := range f.shortForms(p) {
			if b := bearers[s]; len(b) == 0 || b[len(b)-1].entity != p.entity {
				bearers[s] = append(b, p)
			}
		}
	}
	own := map[string]*entity{} // names that stand alone, of nobody known by more
	for _, p := range f.persons {
		if len(p.words) > 1 {
			continue
		}
		k := join(p.words)
		if own[k] == nil {
			if b := bearers[k]; len(b) == 1 && refersTo(p, b[0]) {
				p.entity = b[0].entity
			} else {
				own[k] = p.entity
			}
		}
		if own[k] != nil {
			p.entity = own[k]
		}
		f.local.addWords(p.written, form{entity: p.entity, short: p.entity != own[k]})
	}
	for _, p := range full {
		f.addForms(p)
	}
	for s, b := range bearers {
		if len(b) == 1 && own[s] == nil {
			f.local.addWords(splitKey(s), form{entity: b[0].entity, short: true})
		}
	}
	f.resolveAcronyms(full)
}

// refersTo reports whether a shorter name can be that person's: it stands later, or in the summary, or
// it has the same title.
func refersTo(p, full *person) bool {
	return full.at.before(p.at) || p.early || p.title != "" && p.title == full.title
}

// fullNames returns the people named by two words and more, one for each: names that differ by an
// initial, a nickname, a given name left out or a second surname are one person's.
func (f *finder) fullNames() []*person {
	var full []*person
	byWords := map[string]*person{}
	for _, p := range f.persons {
		if len(p.words) < 2 {
			continue
		}
		first := byWords[join(p.words)]
		if first == nil {
			byWords[join(p.words)] = p
			full = append(full, p)
			continue
		}
		if first.title == "" {
			first.title = p.title
		}
		if len(p.nickname) > 0 {
			first.nickname, first.written = p.nickname, p.written
		}
	}
	sort.SliceStable(full, func(i, j int) bool { return len(full[i].words) > len(full[j].words) })
	return f.joinFull(full)
}

// maxBearers is how many people may share a word of their names before shorter names are no longer
// told apart: a limit for texts that are nothing but names.
const maxBearers = 32

// joinFull merges shorter full names, which come after the longer ones, into those with exactly one
// bearer.
func (f *finder) joinFull(full []*person) []*person {
	byWord := map[string][]*person{}
	kept := full[:0]
	for _, p := range full {
		var owner *person
		owners := 0
		for _, q := range byWord[p.words[len(p.words)-1]] {
			if shorterOf(p.words, q.words) {
				owner = q
				owners++
			}
		}
		if number, isGiven := f.given[p.entity]; owners == 1 && isGiven {
			if other, both := f.given[owner.entity]; both && other != number {
				owners = 2 // the source tells them apart
			} else {
				f.given[owner.entity] = number
			}
		}
		if owners == 1 {
			p.entity = owner.entity
			if p.at.before(owner.at) {
				owner.at, owner.entity.first = p.at, p.at
			}
			f.addForms(p)
			continue
		}
		kept = append(kept, p)
		for _, w := range p.words {
			if list := byWord[w]; len(list) < maxBearers && !slices.Contains(list, p) {
				byWord[w] = append(list, p)
			}
		}
	}
	return kept
}

// addForms enters a full name, with its nickname, without, and the nickname alone.
func (f *finder) addForms(p *person) {
	f.local.addWords(p.words, form{entity: p.entity})
	f.local.addWords(p.written, form{entity: p.entity})
	if len(p.nickname) > 1 {
		f.local.addWords(p.nickname, form{entity: p.entity})
	}
}

// shorterOf reports whether short is long without some of its words: the given names (Peña Luna of
// Tomás Peña Luna), an initial in the middle, or the second surname (Tomás Peña of Tomás Peña
// Luna).
func shorterOf(short, long []string) bool {
	if len(short) >= len(long) {
		return false
	}
	n := len(long) - len(short)
	if slices.Equal(short, long[n:]) {
		return true
	}
	if short[0] != long[0] {
		return false
	}
	if slices.Equal(short, long[:len(short)]) {
		return len(short) >= 2 && !particles[short[len(short)-1]]
	}
	i := 0
	for _, w := range long {
		if i < len(short) && w == short[i] {
			i++
		} else if len(w) > 1 {
			return false
		}
	}
	return i == len(short)
}

// shortForms lists what a person may be called after the first time: the surname with its
// particles, the double surname or its first half, and the first word where that is the family's
// name (Roh of Roh Dae-wun) or the one in use (Burmese and Indonesian names).
func (f *finder) shortForms(p *person) []string {
	w := p.words
	n := len(w)
	var out []string
	add := func(words []string) {
		s := join(words)
		if len(s) > 1 && !slices.Contains(out, s) && !(len(words) == 1 && (particles[s] || calendar[s] || titles[s] || f.lower[s] && f.t.words[s])) {
			out = append(out, s)
		}
	}
	add(w[n-1:])
	start := n - 1
	for start > 1 && particles[w[start-1]] {
		start--
	}
	add(w[start:])
	if n >= 3 {
		add(w[n-2:])
		if len(w[n-2]) > 1 && !particles[w[n-2]] && !f.t.given[w[n-2]] {
			add(w[n-2 : n-1])
		}
	}
	if !f.t.given[w[0]] && len(w[0]) > 1 && n <= 3 && !particles[w[0]] && !f.common(w[0]) {
		add(w[:1])
	}
	return out
}

// resolveAcronyms enters the acronyms that stand for people.
func (f *finder) resolveAcronyms(full []*person) {
	for acronym, e := range f.acronyms {
		if e.kind != model.Person {
			continue
		}
		for _, p := range full {
			if join(p.words) == e.canonical {
				f.local.addWords(splitKey(acronym), form{entity: p.entity, exact: true})
			}
		}
	}
}
