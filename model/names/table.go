package names

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"reftel/model"
	"reftel/model/names/lookup"
	"reftel/model/names/rules"
)

// Table is all names of a library made ready to be looked up. It does not change, and may be used by several
// goroutines. A name takes some 100 bytes in memory, a third of that where the rest is in a spill.
type Table struct {
	rows    []place // most mentions first
	store   *store
	set     *lookup.Set
	owners  map[string]string   // keys of groups that were joined with another, and the other's
	members map[string][]string // the other way round
	rules   *rules.Set          // that are laid over it
}

// counted is a row of a table that is being made.
type counted struct {
	mentions uint32
	at       place
}

// NewTable makes a table of the names of a library, which come in the order of their keys, each once. distinct tells how
// many cables name at least one of several keys. When the names are many they are put in spill; nil: they stay in memory.
func NewTable(all iter.Seq[Gathered], distinct func(keys []string) int, spill Spill) *Table {
	t := &Table{owners: map[string]string{}, members: map[string][]string{}, store: newStore(spill)}
	var rows []counted
	var loose []*Gathered
	for g := range all {
		g.tidy()
		rows = append(rows, t.take(newRow(&g)))
		if g.mayJoin() {
			kept := g
			loose = append(loose, &kept)
		}
	}
	t.order(t.join(rows, loose, distinct))
	return t
}

// take puts a row into the store.
func (t *Table) take(r row) counted { return counted{r.mentions, t.store.add(r)} }

// order sorts the rows, which are all, and makes them ready to be looked up.
func (t *Table) order(rows []counted) {
	t.store.end()
	slices.SortFunc(rows, func(a, b counted) int {
		return cmp.Or(cmp.Compare(b.mentions, a.mentions), cmp.Compare(a.at, b.at))
	})
	t.rows = make([]place, 0, len(rows))
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && rows[n].mentions == rows[0].mentions {
			n++
		}
		t.rows = t.byName(t.rows, rows[:n])
		rows = rows[n:]
	}
	t.set = lookup.New(len(t.rows), t.forms, knownForLookup())
}

// byName appends rows in the order of their names, and of their keys where those are the same.
func (t *Table) byName(to []place, rows []counted) []place {
	type named struct {
		at   place
		size uint32
		from int // of the name, in names
	}
	var names []byte
	all := make([]named, len(rows))
	reader := reader{store: t.store}
	for i, r := range rows {
		read := reader.row(r.at)
		all[i] = named{r.at, uint32(len(read.name())), len(names)}
		names = append(names, read.name()...)
	}
	slices.SortFunc(all, func(a, b named) int {
		if c := bytes.Compare(names[a.from:a.from+int(a.size)], names[b.from:b.from+int(b.size)]); c != 0 {
			return c
		}
		return strings.Compare(t.key(a.at), t.key(b.at))
	})
	for _, n := range all {
		to = append(to, n.at)
	}
	return to
}

// join makes one row of the groups that only the whole library shows to be one. The rows are in the order of their keys.
func (t *Table) join(rows []counted, loose []*Gathered, distinct func(keys []string) int) []counted {
	owners := mergers(loose, func(key string) *Gathered {
		i, ok := t.search(rows, key)
		if !ok {
			return nil
		}
		return t.gathered(rows[i].at)
	})
	joined := map[string]*Gathered{}
	gone := map[int]bool{}
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
		if i, ok := t.search(rows, g.Key); ok {
			gone[i] = true
		}
	}
	for _, key := range slices.Sorted(maps.Keys(joined)) { // so that the same names make the same table
		m := joined[key]
		m.tidy()
		m.Cables = distinct(append([]string{m.Key}, t.members[m.Key]...))
		if i, ok := t.search(rows, key); ok {
			rows[i] = t.take(newRow(m))
		}
	}
	kept := rows[:0]
	for i, r := range rows {
		if !gone[i] {
			kept = append(kept, r)
		}
	}
	return kept
}

// search finds a key among rows that are in the order of their keys.
func (t *Table) search(rows []counted, key string) (i int, ok bool) {
	return slices.BinarySearchFunc(rows, key, func(r counted, key string) int { return strings.Compare(t.key(r.at), key) })
}

// gathered returns what a row was made of.
func (t *Table) gathered(at place) *Gathered {
	r := t.store.row(at)
	g := &Gathered{Key: r.key(), Alone: r.alone, Forms: strings.Split(r.forms(), "\n"), Cables: int(r.cables), Mentions: int(r.mentions), Years: r.years()}
	if r.titled {
		g.Title = g.Forms[0]
	}
	g.tidy()
	return g
}

// row returns a row by its number, and key and forms what stands in one.
func (t *Table) row(i int) row       { return t.store.row(t.rows[i]) }
func (t *Table) forms(i int) string  { r := t.row(i); return r.forms() }
func (t *Table) key(at place) string { r := t.store.row(at); return r.key() }

// Err says why some of the names could not be read from their file; they are not found.
func (t *Table) Err() error {
	if err := t.store.err(); err != nil {
		return fmt.Errorf("the names that were read can't be read again (%w): start reftel again", err)
	}
	return nil
}

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
		r := t.row(f.Row)
		if r.text == "" { // Err says why
			continue
		}
		h := Hit{Entry: r.entry(), How: f.How}
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
