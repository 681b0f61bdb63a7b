package names

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"sync"

	"reftel/model"
	"reftel/model/match"
	"reftel/model/names/lookup"
	"reftel/model/names/rules"
)

// Index holds the names of many cables. It may be used by several goroutines.
type Index struct {
	mu     sync.Mutex
	groups map[string]*group
	adds   int
	rules  *rules.Set
	built  *built
}

// built is the names of the first so many adds, made ready for lookups.
type built struct {
	*Table
	found  *Table // without the reader's rules
	rules  *rules.Set
	adds   int
	cables map[string][]*model.Cable // by key
	counts map[string][]int          // of the mentions in each
}

// Entry is a name across the cables of an index.
type Entry struct {
	Name     string // the fullest form
	Kind     model.NameKind
	Forms    []string // as written, the fullest first
	Cables   int      // how many name it
	Mentions int
	Years    Years

	// Alone says that this is a surname which the cables do not complete: one row for what may be
	// several people.
	Alone bool

	// Ruled says that the reader's rules speak of it, Joined that they made one name of several.
	Ruled, Joined bool

	key string
}

// Hit is an entry that a lookup found.
type Hit struct {
	Entry
	Matched []model.Span // what to light in Name; none when another form was found
	Form    string       // the one of Forms that was found
	How     lookup.How   // how it was found: whoever shows what was inferred says so
}

// group is what one key has gathered.
type group struct {
	Gathered
	cables []*model.Cable
	counts []int // of its mentions in each of them
}

// NewIndex returns an empty index.
func NewIndex() *Index { return &Index{groups: map[string]*group{}} }

// Add takes in the names of a cable, as c.Names has them. Nothing is computed until the next lookup.
func (x *Index) Add(c *model.Cable) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.adds++
	for _, n := range c.Names {
		if n.Name == "" {
			continue
		}
		k, alone := groupKey(n, c)
		g := x.groups[k]
		if g == nil {
			g = &group{Gathered: Gathered{Key: k, Alone: alone}}
			x.groups[k] = g
		}
		if last := len(g.cables) - 1; last < 0 || g.cables[last] != c {
			g.cables, g.counts = append(g.cables, c), append(g.counts, 0)
			g.Cables++
		}
		before := g.Mentions
		g.take(n, c)
		g.counts[len(g.counts)-1] += g.Mentions - before
	}
}

// Lookup finds names as [Table.Lookup] does.
func (x *Index) Lookup(ctx context.Context, query string, limit int) (hits []Hit, total int) {
	return x.ready().Lookup(ctx, query, limit)
}

// Cables returns the cables that name an entry, by date, then by id. An entry made by hand is found
// by its kind and name.
func (x *Index) Cables(e Entry) []*model.Cable {
	b := x.ready()
	out := b.naming(b.Keys(e))
	slices.SortStableFunc(out, func(a, b *model.Cable) int {
		return cmp.Or(a.Date.Compare(b.Date), a.ID.Compare(b.ID))
	})
	return out
}

// Table returns the names that were added so far.
func (x *Index) Table() *Table { return x.ready().Table }

// Years says how often an entry stands in the cables of each year, the first year first.
func (x *Index) Years(e Entry) []Year {
	b := x.ready()
	t := Tally{}
	for _, key := range b.Keys(e) {
		if whole, form, isPart := cutPart(key); isPart {
			for _, c := range b.cables[whole] {
				for _, p := range Parts(c, whole) {
					if p.Forms[0] == form {
						t.Add(yearOf(c), p.Mentions)
					}
				}
			}
			continue
		}
		for i, c := range b.cables[key] {
			t.Add(yearOf(c), b.counts[key][i])
		}
	}
	return t.Years()
}

// naming returns the cables that name at least one of several keys, each once.
func (b *built) naming(keys []string) (out []*model.Cable) {
	seen := map[*model.Cable]bool{}
	for _, k := range keys {
		whole, form, isPart := cutPart(k)
		for _, c := range b.cables[whole] {
			if isPart && !slices.ContainsFunc(Parts(c, whole), func(p Gathered) bool { return p.Forms[0] == form }) {
				continue
			}
			if !seen[c] {
				seen[c] = true
				out = append(out, c)
			}
		}
	}
	return out
}

// Of returns the cables that name what n names in cable c, by date. Where the index does not know
// n, that is c alone.
func (x *Index) Of(c *model.Cable, n model.Name) []*model.Cable {
	if cables := x.Cables(Entry{Name: n.Name, Kind: n.Kind, Forms: n.Forms}); slices.Contains(cables, c) {
		return cables
	}
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
func (x *Index) ready() *built {
	x.mu.Lock()
	if x.built != nil && x.built.adds == x.adds && x.built.rules == x.rules {
		defer x.mu.Unlock()
		return x.built
	}
	if x.built != nil && x.built.adds == x.adds {
		b := &built{found: x.built.found, cables: x.built.cables, counts: x.built.counts, adds: x.adds, rules: x.rules}
		x.mu.Unlock()
		return x.keep(b)
	}
	b := &built{adds: x.adds, rules: x.rules, cables: make(map[string][]*model.Cable, len(x.groups)), counts: make(map[string][]int, len(x.groups))}
	all := make([]Gathered, 0, len(x.groups))
	for k, g := range x.groups {
		b.cables[k], b.counts[k] = g.cables, g.counts
		copied := g.Gathered
		copied.Forms = slices.Clip(copied.Forms)
		all = append(all, copied)
	}
	x.mu.Unlock()

	slices.SortFunc(all, func(a, b Gathered) int { return strings.Compare(a.Key, b.Key) })
	b.found = NewTable(slices.Values(all), func(keys []string) int { return len(b.naming(keys)) }, nil)
	return x.keep(b)
}

// keep lays the rules over what was built, and keeps it for the next query.
func (x *Index) keep(b *built) *built {
	b.Table = b.found.With(b.rules, b.parts, func(keys []string) int { return len(b.naming(keys)) })
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.built == nil || x.built.adds <= b.adds {
		x.built = b
	}
	return b
}

// parts returns what was gathered under a key, form by form.
func (b *built) parts(key string) []Gathered {
	of := map[string]*Gathered{}
	for _, c := range b.cables[key] {
		for _, p := range Parts(c, key) {
			if of[p.Key] == nil {
				of[p.Key] = &Gathered{Key: p.Key, Alone: p.Alone}
			}
			of[p.Key].Join(p)
		}
	}
	var out []Gathered
	for _, k := range slices.Sorted(maps.Keys(of)) {
		out = append(out, *of[k])
	}
	return out
}

// SetRules lays the reader's rules over the names, from the next query on; nil: none.
func (x *Index) SetRules(s *rules.Set) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.rules = s
}
