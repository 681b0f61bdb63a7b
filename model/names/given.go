package names

import (
	"cmp"
	"slices"
	"strings"

	"reftel/model"
	"reftel/model/match"
)

// Names that the source gives: those that editors marked in the text, and those that indexers noted
// beside it. Editors know who is meant, so their spans are not searched again, and a name that is
// found elsewhere in the text belongs to the given one when it is a form of it, or the surname of one
// given person alone. Two names that the source tells apart stay apart.

// givenNames returns copies of the names of a cable that the source gives.
func givenNames(c *model.Cable) []model.Name {
	var given []model.Name
	for _, n := range c.Names {
		if n.Origin != "" {
			n.Forms, n.Mentions = slices.Clone(n.Forms), slices.Clone(n.Mentions)
			given = append(given, n)
		}
	}
	return given
}

// know enters the given names, so that their forms are recognised and their surnames understood.
func (f *finder) know(given []model.Name) {
	for number, n := range given {
		if n.Kind == model.Person {
			f.knowPerson(number, n)
		} else {
			f.knowOther(number, n)
		}
	}
}

// knowPerson enters a given person, as if named before the text begins.
func (f *finder) knowPerson(number int, n model.Name) {
	e := &entity{kind: model.Person, first: position{-1, number}}
	f.given[e] = number
	for _, s := range append([]string{n.Name}, n.Forms...) {
		words := givenWords(s)
		if len(words) == 0 || e.canonical != "" && len(words) == 1 {
			continue // a surname again: understood where it belongs to this person alone
		}
		if e.canonical == "" {
			e.canonical = join(words)
		}
		f.knowWords(e, words)
		if plain := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return len(w) == 1 }); len(plain) > 1 {
			f.knowWords(e, plain) // the text may leave out the initial
		}
	}
}

func (f *finder) knowWords(e *entity, words []string) {
	if !slices.ContainsFunc(f.persons, func(p *person) bool { return p.entity == e && slices.Equal(p.words, words) }) {
		f.persons = append(f.persons, &person{entity: e, words: words, written: words, at: e.first})
	}
}

// givenWords returns the folded words of a person's name without titles and what stands behind the name
// (Jr., III); an index writes the surname first: QUILL, ADA B.
func givenWords(s string) []string {
	parts := strings.Split(s, ",")
	s = parts[0]
	for _, part := range parts[1:] {
		if !generations[key(part)] {
			s = part + " " + s
		}
	}
	words := splitKey(key(s))
	for len(words) > 1 && titles[words[0]] {
		words = words[1:]
	}
	for len(words) > 1 && generations[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return words
}

// knowOther enters a given organization, place or term. What the tables know keeps its other spellings.
func (f *finder) knowOther(number int, n model.Name) {
	kind := n.Kind
	if kind == model.Term {
		kind = model.Organization // most terms are bodies by their initials
	}
	own := &entity{kind: kind, canonical: key(n.Name), first: position{-1, number}}
	f.given[own] = number
	for _, s := range append([]string{n.Name}, n.Forms...) {
		words := splitKey(key(s))
		if len(words) == 0 {
			continue
		}
		e := f.entity(kind, words, own.first)
		if _, taken := f.given[e]; taken {
			continue
		}
		f.given[e] = number
		f.local.addWords(words, form{entity: e, exact: isAcronym(s)})
	}
}

// withGiven joins what was found with what was given. Names without a mention come last.
func withGiven(given []model.Name, found []*collected) []model.Name {
	names := make([]model.Name, 0, len(found)+len(given))
	for _, n := range found {
		if n.given < 0 {
			names = append(names, n.name())
			continue
		}
		g := &given[n.given]
		g.Mentions = append(g.Mentions, n.mentions...)
		for i, form := range n.forms {
			if !slices.ContainsFunc(g.Forms, func(s string) bool { return match.Fold(s) == n.folded[i] }) {
				g.Forms = append(g.Forms, form)
			}
		}
	}
	if len(given) == 0 {
		return names
	}
	for i := range given {
		slices.SortStableFunc(given[i].Mentions, compareMentions)
	}
	names = append(names, given...)
	slices.SortStableFunc(names, func(a, b model.Name) int {
		if len(a.Mentions) == 0 || len(b.Mentions) == 0 {
			return min(len(b.Mentions), 1) - min(len(a.Mentions), 1)
		}
		return compareMentions(a.Mentions[0], b.Mentions[0])
	})
	return names
}

func compareMentions(a, b model.Mention) int {
	return cmp.Or(a.Block-b.Block, a.Span.Start-b.Span.Start, a.Span.End-b.Span.End)
}
