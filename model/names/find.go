package names

import (
	"reftel/model"
	"reftel/model/match"
)

// Find returns the people, organizations and places that a cable names, in the order in which they
// are first mentioned. It reads c.Blocks and c.Marks and changes nothing; the same cable gives the
// same names.
//
// Names that the source gives (c.Names with an Origin) are kept as they are, and are given what the
// text adds to them: see given.go. Those that the text doesn't mention come last.
func Find(c *model.Cable) []model.Name {
	t := loadTables()
	given := givenNames(c)
	tokens := tokensPool.Get().(*[]token)
	defer putTokens(tokens)
	f := finder{t: t, passages: passages(c, given, t, tokens), given: map[*entity]int{}, lower: map[string]bool{}, middle: map[string]int{},
		byWords: map[string]*entity{}, acronyms: map[string]*entity{}, uses: map[string]*use{},
		things: map[string]bool{}, local: newTrie(localBegins)}
	for _, s := range c.SignedBy {
		f.things[match.Fold(s)] = true // a signature that a copy left on the last line of the text
	}
	for _, tag := range c.Tags {
		f.things[match.Fold(tag.Code)] = tag.Kind == model.TagSubject
	}
	f.count()
	f.know(given)
	for i := range f.passages {
		if p := &f.passages[i]; !p.titled {
			f.findDefinitions(i, p)
		}
	}
	for i := range f.passages {
		switch p := &f.passages[i]; {
		case !p.titled && !p.caps:
			f.findRuns(i, p)
		}
	}
	f.findCapitals()
	f.acceptAcronyms()
	f.resolve()
	return withGiven(given, f.mentions())
}

// finder is the work on one cable.
type finder struct {
	t        *tables
	passages []passage

	lower  map[string]bool // words that stand in lower case somewhere, of those that also stand capitalised: hardly names
	middle map[string]int  // how often words stand capitalised within a sentence

	persons  []*person
	byWords  map[string]*entity // organizations and persons by their kind and words
	acronyms map[string]*entity // what a definition in parentheses says
	uses     map[string]*use    // acronyms met in running text
	things   map[string]bool    // acronyms that a definition shows to be no name
	given    map[*entity]int    // the names that the source gives, by their number
	local    *trie              // the forms of this cable
}

// entity is somebody or something, however written.
type entity struct {
	kind      model.NameKind
	canonical string   // folded words of what it is called
	first     position // of its full form, for names found in the cable
}

// position orders words of a cable.
type position struct{ passage, token int }

func (p position) before(o position) bool {
	return p.passage < o.passage || p.passage == o.passage && p.token < o.token
}

// count gathers the statistics of the cable's own words.
func (f *finder) count() {
	capitals := map[string]bool{}
	var begins [1 << 10]bool // of the capitals, by length and first letter: most words need no closer look
	place := func(key string) int { return len(key)&31<<5 | int(key[0])&31 }
	f.eachMixed(func(w *token) {
		if !w.cap() || w.key == "" {
			return
		}
		capitals[w.key] = true
		begins[place(w.key)] = true
		if w.shape == capital && !w.first {
			f.middle[w.key]++
		}
	})
	f.eachMixed(func(w *token) {
		if w.shape == lower && w.key != "" && begins[place(w.key)] && capitals[w.key] {
			f.lower[w.key] = true
		}
	})
}

// eachMixed calls visit with each word of the texts in upper and lower case.
func (f *finder) eachMixed(visit func(w *token)) {
	for i := range f.passages {
		if p := &f.passages[i]; !p.caps && !p.titled {
			for j := range p.tokens {
				visit(&p.tokens[j])
			}
		}
	}
}

// common reports whether a word, capitalised, says nothing: English has it, or the cable writes it small.
func (f *finder) common(key string) bool { return f.t.words[key] || f.lower[key] }

// organization returns the organization of that name, a known one or the cable's own.
func (f *finder) organization(words []string, at position) *entity {
	return f.entity(model.Organization, words, at)
}

func (f *finder) entity(kind model.NameKind, words []string, at position) *entity {
	k := join(words)
	if n := f.t.known.step(k); n != nil {
		for _, known := range n.forms {
			if known.entity.kind == kind {
				return known.entity
			}
		}
	}
	id := string(kind) + " " + k
	e := f.byWords[id]
	if e == nil {
		e = &entity{kind: kind, canonical: k, first: at}
		f.byWords[id] = e
	}
	return e
}

// keys returns the folded words of a stretch of tokens.
func keys(tokens []token) []string {
	var out []string
	for i := range tokens {
		out = append(out, splitKey(tokens[i].key)...)
	}
	return out
}
