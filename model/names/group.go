package names

import (
	"strings"

	"reftel/model"
	"reftel/model/match"
)

// groupKey says which names of different cables are one: those of the same kind and the same folded full
// form, known places and organizations under any of their spellings. A person's surname alone may be
// somebody else in every cable (HANDBOOK section 4): those are gathered apart from full names, and
// marked. The government that GOI stands for depends on the post.
//
// Names with an editors' key are one by that key within their volume, however written, and no
// further: see [editorsGroups]. A term is one with those of the same explanation.
func groupKey(n model.Name, c *model.Cable) (k string, alone bool) {
	folded := key(n.Name)
	k = string(n.Kind) + " " + folded
	switch {
	case n.Kind == model.Term && n.Note != "":
		return k + " = " + match.Fold(n.Note), false
	case n.Key != "" && c.ID.IsDocument():
		return string(n.Kind) + " " + c.ID.Volume + "#" + n.Key, false
	case n.Kind == model.Person && n.Origin != "":
		folded = join(givenWords(n.Name))
		return string(n.Kind) + " " + folded, !strings.Contains(folded, " ")
	case n.Kind == model.Person:
		return k, !strings.Contains(folded, " ")
	}
	if known := loadTables().known.root.step(folded); known != nil {
		for _, f := range known.forms {
			if f.entity.kind == n.Kind {
				return string(n.Kind) + " " + f.entity.canonical, false
			}
		}
	}
	if isGovernment(n.Name) {
		k += " @" + c.Station
	}
	return k, false
}

// isGovernment recognises the acronyms of governments: GOM, GOI.
func isGovernment(name string) bool {
	return isAcronym(name) && strings.HasPrefix(name, "GO") && (len(name) == 3 || len(name) == 4)
}

// mergers says which groups belong to others, as only the whole library shows.
func mergers(order []*group) map[string]*group {
	owners := expansions(order)
	editorsGroups(order, owners)
	for k, owner := range owners { // an acronym's owner may itself be joined with another volume's
		if o := owners[owner.key]; o != nil {
			owners[k] = o
		}
	}
	return owners
}

// expansions finds, for acronyms that some cables use without a definition, the organization that
// other cables define them for: the only one, or none.
func expansions(order []*group) map[string]*group {
	defined := map[string][]*group{}
	for _, g := range order {
		if g.kind != model.Organization || isAcronym(g.name) {
			continue
		}
		for _, form := range g.forms {
			if isAcronym(form) && !isGovernment(form) {
				k := string(g.kind) + " " + key(form)
				defined[k] = append(defined[k], g)
			}
		}
	}
	owners := map[string]*group{}
	for _, g := range order {
		if d := defined[g.key]; g.kind == model.Organization && isAcronym(g.name) && len(d) == 1 {
			owners[g.key] = d[0]
		}
	}
	return owners
}

// editorsGroups joins what editors of different volumes, and cables of other publishers, call by the same
// full name: people by two words and more, organizations and places. Where editors of one volume tell two of
// that name apart, or know it by one word alone, nothing is joined.
func editorsGroups(order []*group, owners map[string]*group) {
	named := map[string]*group{}
	edited := map[string][]*group{}
	for _, g := range order {
		if g.volume == "" {
			named[g.key] = g
			continue
		}
		words := key(g.called())
		if g.kind == model.Person {
			words = join(givenWords(g.called()))
		}
		if g.kind != model.Person || strings.Contains(words, " ") {
			k := string(g.kind) + " " + words
			edited[k] = append(edited[k], g)
		}
	}
	for k, groups := range edited {
		volumes := map[string]bool{}
		for _, g := range groups {
			volumes[g.volume] = true
		}
		if len(volumes) < len(groups) {
			continue
		}
		owner := named[k]
		if owner == nil {
			owner, groups = groups[0], groups[1:]
		} else if o := owners[owner.key]; o != nil {
			owner = o
		}
		for _, g := range groups {
			owners[g.key] = owner
		}
	}
}

// called returns the name as the source gives it, else the fullest form.
func (g *group) called() string {
	if g.title != "" {
		return g.title
	}
	return g.name
}
