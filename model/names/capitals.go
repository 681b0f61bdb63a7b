package names

import (
	"sort"

	"reftel/model"
)

// Texts in capitals, as all telegrams were before about 1995. A capital says nothing there, so words are sorted by what
// is known of them (capitals_words.go), and evidence is gathered: what stands so beside a title or a given name is a
// person (capitals_people.go), what has a head word is an organization (capitals_offices.go). Words that nothing
// is known of are candidates: what stands before and after them, wherever they stand in the cable, speaks for one
// kind or another, or for none (capitals_candidates.go).

// capitals is the work on the texts in capitals of one cable.
type capitals struct {
	f          *finder
	sorted     *sorted    // what tables know of words, from cable to cable
	kinds      []wordKind // what is known of the tokens of the passage being read
	foreign    bool       // too much of the passage is unknown for that to say anything
	candidates map[string]*candidate
	order      []*candidate
	congress   []position // where one is named by that word alone
	convened   bool       // it is a meeting that somebody holds
}

// findCapitals finds the names in all texts in capitals.
func (f *finder) findCapitals() {
	c := capitals{f: f, candidates: map[string]*candidate{}, sorted: sortedPool.Get().(*sorted)}
	defer sortedPool.Put(c.sorted)
	for i := range f.passages {
		if p := &f.passages[i]; p.caps && !p.titled {
			c.sortAll(p)
			c.readPassage(run{passage: p, at: i, end: len(p.tokens)})
		}
	}
	c.accept()
}

// readPassage goes over the words of a text once: a name that is found is passed over, other words may be candidates.
func (c *capitals) readPassage(r run) {
	for i := r.start; i < r.end; {
		if c.kind(i)&^english == 0 { // most words
			i++
			continue
		}
		if n := c.organization(r, i); n > i {
			i = n
			continue
		}
		if n := c.person(r, i); n > i {
			i = n
			continue
		}
		if n := c.place(r, i); n > i {
			i = n
			continue
		}
		if n := c.f.knownEnd(r, i); n > i && c.kind(i)&english == 0 {
			i = n
			continue
		}
		c.weigh(r, i)
		i++
	}
}

// sure enters a name that its surroundings show, also where it is an English word.
func (c *capitals) sure(kind model.NameKind, words []string, at position) {
	c.f.local.addWords(words, form{entity: c.f.entity(kind, words, at), sure: true})
}

// accept enters the candidates that enough speaks for.
func (c *capitals) accept() {
	if len(c.congress) > 0 && !c.convened {
		c.sure(model.Organization, []string{"congress"}, c.congress[0])
	}
	sort.SliceStable(c.order, func(i, j int) bool { return c.order[i].first.before(c.order[j].first) })
	surnames := map[string]bool{}
	for _, p := range c.f.persons {
		surnames[p.words[len(p.words)-1]] = true
	}
	for _, w := range c.order {
		switch kind, ok := w.decide(); {
		case surnames[w.key]: // explained by the full name
		case c.f.acronyms[w.key] != nil, kind == model.Organization && c.f.things[w.key]: // explained by a definition
		case !ok:
		case kind == model.Person:
			c.addPerson(run{passage: &c.f.passages[w.first.passage], at: w.first.passage, start: w.first.token, end: w.first.token + w.words}, "")
		default:
			c.sure(kind, splitKey(w.key), w.first)
		}
	}
}
