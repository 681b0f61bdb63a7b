package names

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
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
	k, alone = wholeKey(n, c)
	if len(k) > longest { // the explanation of a term
		sum := sha256.Sum256([]byte(k))
		k = k[:longest/2] + hex.EncodeToString(sum[:])
	}
	return oneLine(k), alone
}

func wholeKey(n model.Name, c *model.Cable) (k string, alone bool) {
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
	if canonical := canonicalOf(n.Kind, folded); canonical != folded {
		return string(n.Kind) + " " + canonical, false
	}
	if isGovernment(n.Name) {
		k += " @" + c.Station
	}
	return k, false
}

// canonicalOf returns the folded words of what a known place or organization is called, for any of its spellings.
func canonicalOf(kind model.NameKind, folded string) string {
	if known := loadTables().known.step(folded); known != nil {
		for _, f := range known.forms {
			if f.entity.kind == kind {
				return f.entity.canonical
			}
		}
	}
	return folded
}

// isGovernment recognises the acronyms of governments: GOM, GOI.
func isGovernment(name string) bool {
	return isAcronym(name) && strings.HasPrefix(name, "GO") && (len(name) == 3 || len(name) == 4)
}

// mayJoin reports whether a group may turn out to be one with another: see [mergers].
func (g *Gathered) mayJoin() bool {
	return g.Volume != "" || g.kind() == model.Organization && slices.ContainsFunc(g.Forms, isAcronym)
}

// mergers says which groups belong to others, as only the whole library shows. The groups are those that may, tidied,
// in the order of their keys; find gives any group by its key.
func mergers(groups []*Gathered, find func(key string) *Gathered) map[string]*Gathered {
	owners := expansions(groups)
	editorsGroups(groups, find, owners)
	for k, owner := range owners { // an acronym's owner may itself be joined with another volume's
		if o := owners[owner.Key]; o != nil {
			owners[k] = o
		}
	}
	return owners
}

// expansions finds, for acronyms that some cables use without a definition, the organization that
// other cables define them for: the only one, or none.
func expansions(groups []*Gathered) map[string]*Gathered {
	defined := map[string][]*Gathered{}
	for _, g := range groups {
		if g.kind() != model.Organization || isAcronym(g.Forms[0]) {
			continue
		}
		for _, form := range g.Forms {
			if isAcronym(form) && !isGovernment(form) {
				k := string(g.kind()) + " " + key(form)
				defined[k] = append(defined[k], g)
			}
		}
	}
	owners := map[string]*Gathered{}
	for _, g := range groups {
		if d := defined[g.Key]; g.kind() == model.Organization && isAcronym(g.Forms[0]) && len(d) == 1 {
			owners[g.Key] = d[0]
		}
	}
	return owners
}

// editorsGroups joins what editors of different volumes, and cables of other publishers, call by the same
// full name: people by two words and more, organizations and places. Where editors of one volume tell two of
// that name apart, or know it by one word alone, nothing is joined.
func editorsGroups(groups []*Gathered, find func(key string) *Gathered, owners map[string]*Gathered) {
	edited := map[string][]*Gathered{}
	for _, g := range groups {
		if g.Volume == "" {
			continue
		}
		words := key(g.called())
		if g.kind() == model.Person {
			words = join(givenWords(g.called()))
		}
		if g.kind() != model.Person || strings.Contains(words, " ") {
			k := string(g.kind()) + " " + words
			edited[k] = append(edited[k], g)
		}
	}
	for k, groups := range edited {
		volumes := map[string]bool{}
		for _, g := range groups {
			volumes[g.Volume] = true
		}
		if len(volumes) < len(groups) {
			continue
		}
		owner := find(k)
		if owner == nil {
			owner, groups = groups[0], groups[1:]
		} else if o := owners[owner.Key]; o != nil {
			owner = o
		}
		for _, g := range groups {
			owners[g.Key] = owner
		}
	}
}
