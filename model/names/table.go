package names

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"

	"reftel/model"
	"reftel/model/names/lookup"
	"reftel/model/names/rules"
)

// Table is all names of a library made ready to be looked up. It does not change, and may be used by several
// goroutines. A name takes about 120 bytes.
type Table struct {
	rows    []row // most mentions first
	set     *lookup.Set
	owners  map[string]string   // keys of groups that were joined with another, and the other's
	members map[string][]string // the other way round
	rules   *rules.Set          // that are laid over it
}

// row is a name of a table.
type row struct {
	text     string // key, a NUL, and the forms, a line each
	keyed    uint32 // bytes of the key
	cables   uint32
	mentions uint32
	first    uint16 // year, 0 if no cable has a date
	last     uint16
	named    uint16 // bytes of the first form
	alone    bool
	titled   bool // the source gives the first form
	ruled    bool // rules speak of it
	joined   bool // and made it of several
}

// NewTable makes a table of the names of a library, which come in the order of their keys, each once. distinct tells how
// many cables name at least one of several keys.
func NewTable(all iter.Seq[Gathered], distinct func(keys []string) int) *Table {
	t := &Table{owners: map[string]string{}, members: map[string][]string{}}
	var loose []*Gathered
	for g := range all {
		g.tidy()
		t.rows = append(t.rows, newRow(&g))
		if g.mayJoin() {
			loose = append(loose, &g)
		}
	}
	t.join(loose, distinct)
	t.order()
	return t
}

// order sorts the rows, and makes them ready to be looked up.
func (t *Table) order() {
	slices.SortFunc(t.rows, func(a, b row) int {
		if a.mentions != b.mentions {
			return cmp.Compare(b.mentions, a.mentions)
		}
		return cmp.Or(strings.Compare(a.name(), b.name()), strings.Compare(a.key(), b.key()))
	})
	t.set = lookup.New(len(t.rows), func(row int) string { return t.rows[row].forms() }, knownForLookup())
}

// join makes one row of the groups that only the whole library shows to be one.
func (t *Table) join(loose []*Gathered, distinct func(keys []string) int) {
	owners := mergers(loose, t.find)
	joined := map[string]*Gathered{}
	for _, g := range loose {
		owner := owners[g.Key]
		if owner == nil {
			continue
		}
		m := joined[owner.Key]
		if m == nil {
			m = &Gathered{Key: owner.Key}
			m.Join(*owner)
			joined[owner.Key] = m
		}
		title := m.Title
		if m.Join(*g); title != "" {
			m.Title = title
		}
		t.owners[g.Key] = owner.Key
		t.members[owner.Key] = append(t.members[owner.Key], g.Key)
	}
	t.rows = slices.DeleteFunc(t.rows, func(r row) bool { return t.owners[r.key()] != "" })
	for i := range t.rows {
		if m := joined[t.rows[i].key()]; m != nil {
			m.tidy()
			m.Cables = distinct(append([]string{m.Key}, t.members[m.Key]...))
			t.rows[i] = newRow(m)
		}
	}
}

// find returns what was gathered under a key, while the rows are in the order of their keys; nil: nothing.
func (t *Table) find(key string) *Gathered {
	i, ok := slices.BinarySearchFunc(t.rows, key, func(r row, key string) int { return strings.Compare(r.key(), key) })
	if !ok {
		return nil
	}
	r := &t.rows[i]
	g := &Gathered{Key: key, Alone: r.alone, Forms: strings.Split(r.forms(), "\n"), Cables: int(r.cables), Mentions: int(r.mentions), Years: r.years()}
	if r.titled {
		g.Title = g.Forms[0]
	}
	g.tidy()
	return g
}

// newRow makes a row of what was gathered and tidied.
func newRow(g *Gathered) row {
	forms := g.shown()
	return row{text: g.Key + "\x00" + strings.Join(forms, "\n"), keyed: uint32(len(g.Key)), named: uint16(len(forms[0])), cables: uint32(g.Cables), mentions: uint32(g.Mentions),
		first: uint16(g.Years.First), last: uint16(g.Years.Last), alone: g.Alone, titled: g.Title != ""}
}

func (r *row) key() string   { return r.text[:r.keyed] }
func (r *row) forms() string { return r.text[r.keyed+1:] }
func (r *row) years() Years  { return Years{int(r.first), int(r.last)} }

func (r *row) name() string { return r.forms()[:r.named] }

func (r *row) entry() Entry {
	key := r.key()
	kind, _, _ := strings.Cut(key, " ")
	forms := strings.Split(r.forms(), "\n")
	return Entry{Name: forms[0], Kind: model.NameKind(kind), Forms: forms, Cables: int(r.cables), Mentions: int(r.mentions), Years: r.years(), Alone: r.alone, Ruled: r.ruled, Joined: r.joined, key: key}
}

// Len returns the number of names.
func (t *Table) Len() int { return len(t.rows) }

// Lookup finds names by any of their forms, as [lookup.How] ranks them: what was typed before what was inferred from it. It
// returns at most limit rows and how many match; an empty query lists everything by mentions. When ctx ends the answer is nil, 0.
func (t *Table) Lookup(ctx context.Context, query string, limit int) (hits []Hit, total int) {
	found, total := t.set.Find(ctx, query, limit)
	for _, f := range found {
		h := Hit{Entry: t.rows[f.Row].entry(), How: f.How}
		if h.Form = h.Forms[f.Form]; f.Form == 0 {
			h.Matched = f.Lit
		}
		hits = append(hits, h)
	}
	return hits, total
}

// Keys returns the keys under which the cables of an entry were gathered. An entry made by hand is found by its kind
// and name.
func (t *Table) Keys(e Entry) []string {
	k := e.key
	if k == "" || isRuled(k) && t.members[k] == nil { // or by rules that no longer hold
		k = string(e.Kind) + " " + canonicalOf(e.Kind, key(e.Name))
		if now := t.rules.Of(e.Kind, e.Name); now.Ruled {
			k = ruledKey(now.Kind, now.Called)
		}
	}
	if owner, ok := t.owners[k]; ok {
		k = owner
	}
	if isRuled(k) {
		return t.members[k]
	}
	return append([]string{k}, t.members[k]...)
}
