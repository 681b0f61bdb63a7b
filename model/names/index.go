package names

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"reftel/model"
	"reftel/model/match"
)

// Index holds the names of many cables. It may be used by several goroutines.
type Index struct {
	mu     sync.Mutex
	groups map[string]*group
	order  []*group
	adds   int
	built  *lookup // of the first so many adds
}

// Entry is a name across the cables of an index.
type Entry struct {
	Name     string // the fullest form
	Kind     model.NameKind
	Forms    []string // as written, the fullest first
	Cables   int      // how many name it
	Mentions int

	// Alone says that this is a surname which the cables do not complete: one row for what may be
	// several people.
	Alone bool

	key string
}

// Hit is an entry that a lookup found.
type Hit struct {
	Entry
	Matched []model.Span // what to light in Name; none when another form was found
}

// group is what one key has gathered.
type group struct {
	alone     bool
	key, name string
	title     string // the name as the source gives it: it goes before all written forms
	volume    string // of the editors' key that made the group
	kind      model.NameKind
	forms     []string
	folded    map[string]bool
	cables    []*model.Cable
	mentions  int
}

// lookup is an index made ready for queries; it does not change.
type lookup struct {
	adds    int
	entries []Entry // most mentions first
	set     *match.Set
	byKey   map[string]*group
}

// NewIndex returns an empty index.
func NewIndex() *Index { return &Index{groups: map[string]*group{}} }

// Add takes in the names of a cable, as c.Names has them. Nothing is computed until the next lookup.
func (x *Index) Add(c *model.Cable) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.adds++
	for _, n := range c.Names {
		k, alone := groupKey(n, c)
		g := x.groups[k]
		if g == nil {
			g = &group{key: k, alone: alone, name: n.Name, kind: n.Kind, folded: map[string]bool{}}
			if n.Key != "" && c.ID.IsDocument() && n.Kind != model.Term {
				g.volume = c.ID.Volume
			}
			x.groups[k] = g
			x.order = append(x.order, g)
		}
		if n.Origin != "" && (g.title == "" || longer(match.Fold(n.Name), match.Fold(g.title))) {
			g.title = n.Name
		}
		g.add(n.Forms, len(n.Mentions), c)
	}
}

func (g *group) add(forms []string, mentions int, cables ...*model.Cable) {
	for _, form := range forms {
		if folded := match.Fold(form); !g.folded[folded] {
			g.folded[folded] = true
			g.forms = append(g.forms, form)
		}
		if longer(match.Fold(form), match.Fold(g.name)) {
			g.name = form
		}
	}
	for _, c := range cables {
		if n := len(g.cables); n == 0 || g.cables[n-1] != c {
			g.cables = append(g.cables, c)
		}
	}
	g.mentions += mentions
}

// Lookup finds names by any of their forms: exact, then beginnings of words, then fuzzy, as
// [match.Fuzzy] ranks them. It returns at most limit rows and how many match; an empty query
// lists everything by mentions.
func (x *Index) Lookup(ctx context.Context, query string, limit int) (hits []Hit, total int) {
	b := x.ready()
	found, total := b.set.Find(ctx, query, limit)
	for _, f := range found {
		h := Hit{Entry: b.entries[f.Index]}
		for _, s := range f.Spans {
			if s.End <= len(h.Name) {
				h.Matched = append(h.Matched, s)
			}
		}
		hits = append(hits, h)
	}
	return hits, total
}

// Cables returns the cables that name an entry, by date, then by id. An entry made by hand is found
// by its kind and name.
func (x *Index) Cables(e Entry) []*model.Cable {
	b := x.ready()
	g := b.byKey[e.key]
	if g == nil {
		g = b.byKey[string(e.Kind)+" "+key(e.Name)]
	}
	if g == nil {
		return nil
	}
	out := slices.Clone(g.cables)
	slices.SortStableFunc(out, func(a, b *model.Cable) int {
		return cmp.Or(a.Date.Compare(b.Date), a.ID.Compare(b.ID))
	})
	return out
}

// Of returns the cables that name what n names in cable c, by date. Where the index does not know
// n, that is c alone.
func (x *Index) Of(c *model.Cable, n model.Name) []*model.Cable {
	const candidates = 100
	folded := match.Fold(n.Name)
	hits, _ := x.Lookup(context.Background(), n.Name, candidates)
	for _, h := range hits {
		if h.Kind != n.Kind || !slices.ContainsFunc(h.Forms, func(f string) bool { return match.Fold(f) == folded }) {
			continue
		}
		if cables := x.Cables(h.Entry); slices.Contains(cables, c) {
			return cables
		}
	}
	return []*model.Cable{c}
}

// ready returns the index made ready for queries. It is built beside the additions, from a copy, so
// that a lookup never holds one up.
func (x *Index) ready() *lookup {
	x.mu.Lock()
	if x.built != nil && x.built.adds == x.adds {
		defer x.mu.Unlock()
		return x.built
	}
	adds := x.adds
	order := make([]*group, len(x.order))
	for i, g := range x.order {
		snapshot := *g
		snapshot.folded = nil // goes on changing
		order[i] = &snapshot
	}
	x.mu.Unlock()

	built := build(order)
	built.adds = adds
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.built == nil || x.built.adds < adds {
		x.built = built
	}
	return built
}

// build merges the groups that only the whole library shows to be one, and sorts the rest.
func build(order []*group) *lookup {
	b := &lookup{byKey: make(map[string]*group, len(order))}
	owners := mergers(order)
	merged := map[*group]*group{}
	for _, g := range order {
		owner := owners[g.key]
		if owner == nil {
			continue
		}
		m := merged[owner]
		if m == nil {
			m = &group{key: owner.key, name: owner.name, title: owner.title, kind: owner.kind, folded: map[string]bool{}}
			m.add(owner.forms, owner.mentions, owner.cables...)
			merged[owner] = m
		}
		if m.title == "" {
			m.title = g.title
		}
		m.add(g.forms, g.mentions, g.cables...)
		b.byKey[g.key] = m
	}
	for _, g := range order {
		if owners[g.key] != nil {
			continue
		}
		if m := merged[g]; m != nil {
			m.cables = distinct(m.cables)
			g = m
		}
		b.byKey[g.key] = g
		b.entries = append(b.entries, g.entry())
	}
	slices.SortStableFunc(b.entries, func(a, b Entry) int {
		return cmp.Or(b.Mentions-a.Mentions, strings.Compare(a.Name, b.Name), strings.Compare(a.key, b.key))
	})
	texts := make([]string, len(b.entries))
	for i, e := range b.entries {
		texts[i] = strings.Join(e.Forms, "\n") // every form a field of its own
	}
	b.set = match.NewSet(texts)
	return b
}

// distinct drops cables that stand twice: one may write both the name and the acronym.
func distinct(cables []*model.Cable) []*model.Cable {
	seen := make(map[*model.Cable]bool, len(cables))
	return slices.DeleteFunc(cables, func(c *model.Cable) bool {
		twice := seen[c]
		seen[c] = true
		return twice
	})
}

func (g *group) entry() Entry {
	forms, name := slices.Clone(g.forms), g.called()
	if i := slices.Index(forms, name); i > 0 {
		forms = slices.Delete(forms, i, i+1)
	}
	if len(forms) == 0 || forms[0] != name {
		forms = slices.Insert(forms, 0, name)
	}
	return Entry{Name: name, Kind: g.kind, Forms: forms, Cables: len(g.cables), Mentions: g.mentions, Alone: g.alone, key: g.key}
}
