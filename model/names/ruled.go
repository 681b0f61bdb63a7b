package names

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"reftel/model"
	"reftel/model/names/rules"
)

// ruledSign begins the key of a row that rules made, behind its kind: no key of a group has it.
const ruledSign = "\x01"

func ruledKey(kind model.NameKind, called string) string {
	return string(kind) + " " + ruledSign + rules.Key(called)
}

func isRuled(key string) bool { return strings.Contains(key, " "+ruledSign) }

// piece is a row, or the part of it that some of its forms are, on its way to what rules make of it.
type piece struct {
	Gathered
	keys []string
	now  rules.Name
	was  string // what it was called
}

// With returns the table as rules have it; the names that they don't speak of stay as they are. parts gives what was
// gathered under a key, form by form, and distinct tells how many cables have one of several keys or keys of parts.
func (t *Table) With(s *rules.Set, parts func(key string) []Gathered, distinct func(keys []string) int) *Table {
	if s.Len() == 0 {
		return t
	}
	out := &Table{owners: maps.Clone(t.owners), members: maps.Clone(t.members), rules: s, store: after(t.store)}
	rows := make([]counted, 0, len(t.rows))
	groups := map[string][]piece{}
	for _, at := range t.rows {
		r := t.store.row(at)
		kind, called := r.ref()
		now := s.Of(kind, called)
		if !now.Ruled {
			rows = append(rows, counted{r.mentions, at})
			continue
		}
		for _, p := range t.pieces(&r, s, parts) {
			k := ruledKey(p.now.Kind, p.now.Called)
			for _, key := range p.keys {
				out.owners[key] = k
			}
			if !p.now.Hidden {
				groups[k] = append(groups[k], p)
			}
		}
	}
	for k, pieces := range groups {
		rows = append(rows, out.take(out.ruledRow(k, pieces, distinct)))
	}
	out.order(rows)
	return out
}

// ref is what rules know a row by.
func (r *row) ref() (kind model.NameKind, called string) {
	word, _, _ := strings.Cut(r.key(), " ")
	return model.NameKind(word), r.name()
}

// pieces takes a row apart: the forms that rules split from it, and the rest.
func (t *Table) pieces(r *row, s *rules.Set, parts func(key string) []Gathered) []piece {
	e := r.entry()
	whole := piece{Gathered: Gathered{Key: r.key(), Forms: e.Forms, Alone: r.alone, Mentions: e.Mentions, Years: e.Years}, keys: t.Keys(e), now: s.Of(e.Kind, e.Name), was: e.Name}
	if !s.HasSplits(e.Kind, e.Name) {
		return []piece{whole}
	}
	rest := piece{Gathered: Gathered{Key: r.key(), Alone: r.alone}, now: whole.now, was: e.Name}
	own := map[string]*piece{}
	for _, key := range whole.keys {
		for _, p := range parts(key) {
			to := &rest
			if form := p.Forms[0]; s.Splits(e.Kind, e.Name, form) {
				k := rules.Key(form)
				if own[k] == nil {
					own[k] = &piece{Gathered: Gathered{Key: p.Key, Alone: r.alone || e.Kind == model.Person && !strings.Contains(k, " ")}, now: s.Of(e.Kind, form), was: form}
				}
				to = own[k]
			}
			to.Join(p)
			to.keys = append(to.keys, p.Key)
		}
	}
	if len(own) == 0 {
		return []piece{whole}
	}
	var out []piece
	if len(rest.keys) > 0 {
		out = append(out, rest)
	}
	for _, k := range slices.Sorted(maps.Keys(own)) {
		own[k].tidy()
		own[k].was = own[k].Forms[0]
		if !own[k].now.Ruled || rules.Key(own[k].now.Called) == k {
			own[k].now.Called = own[k].was
		}
		out = append(out, *own[k])
	}
	return out
}

// ruledRow makes one row of pieces. It is called as the rules say, else as that of them is called which has that name
// by itself.
func (t *Table) ruledRow(key string, pieces []piece, distinct func(keys []string) int) row {
	slices.SortFunc(pieces, func(a, b piece) int { return cmp.Compare(a.Key, b.Key) })
	all := Gathered{Key: key, Alone: true}
	called, own := "", false
	names := map[string]bool{}
	for _, p := range pieces {
		all.Join(p.Gathered)
		all.Alone = all.Alone && p.Alone
		names[ruledKey(p.kind(), p.was)] = true
		isOwn := p.now.Called == p.was
		if called == "" || isOwn && !own || isOwn == own && fuller(p.now.Called, called) {
			called, own = p.now.Called, isOwn
		}
		t.members[key] = append(t.members[key], p.keys...)
	}
	all.Title = called
	all.tidy()
	all.Cables = distinct(t.members[key])
	r := newRow(&all)
	r.ruled, r.joined = true, len(names) > 1
	return r
}

// Ruled returns a cable with its names as rules have them: the cable itself if they speak of none. What comes back may be
// shared, and has the text and all else in common with the cable.
func Ruled(c *model.Cable, s *rules.Set) *model.Cable {
	if s.Len() == 0 || !slices.ContainsFunc(c.Names, func(n model.Name) bool { return s.Of(n.Kind, n.Name).Ruled }) {
		return c
	}
	var out []model.Name
	places := map[string]int{} // in out, of names that rules speak of
	put := func(n model.Name) {
		now := s.Of(n.Kind, n.Name)
		if !now.Ruled {
			out = append(out, n)
			return
		}
		if now.Hidden {
			return
		}
		k := ruledKey(now.Kind, now.Called)
		i, there := places[k]
		if !there {
			places[k] = len(out)
			n.Name, n.Kind = now.Called, now.Kind
			n.Forms = slices.Clone(n.Forms)
			n.Mentions = slices.Clone(n.Mentions)
			out = append(out, n)
			return
		}
		o := &out[i]
		for _, form := range n.Forms {
			if !slices.Contains(o.Forms, form) {
				o.Forms = append(o.Forms, form)
			}
		}
		o.Mentions = append(o.Mentions, n.Mentions...)
		o.Note = cmp.Or(o.Note, n.Note)
		slices.SortStableFunc(o.Mentions, func(a, b model.Mention) int {
			return cmp.Or(cmp.Compare(a.Block, b.Block), cmp.Compare(a.Span.Start, b.Span.Start))
		})
	}
	for _, n := range c.Names {
		for _, part := range splitName(c, n, s) {
			put(part)
		}
	}
	copied := *c
	copied.Names = out
	return &copied
}

// splitName takes a name of a cable apart: the forms that rules split from it, and the rest.
func splitName(c *model.Cable, n model.Name, s *rules.Set) []model.Name {
	if !s.HasSplits(n.Kind, n.Name) {
		return []model.Name{n}
	}
	rest := n
	rest.Forms, rest.Mentions = nil, nil
	var own []model.Name
	part := func(form string) *model.Name {
		if !s.Splits(n.Kind, n.Name, form) {
			return &rest
		}
		i := slices.IndexFunc(own, func(o model.Name) bool { return rules.Key(o.Name) == rules.Key(form) })
		if i < 0 {
			i = len(own)
			own = append(own, model.Name{Name: form, Kind: n.Kind})
		}
		return &own[i]
	}
	for _, form := range n.Forms {
		to := part(form)
		to.Forms = append(to.Forms, form)
	}
	for _, m := range n.Mentions {
		to := part(mentioned(c, m))
		to.Mentions = append(to.Mentions, m)
	}
	return append([]model.Name{rest}, own...)
}
