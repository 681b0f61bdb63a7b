package shelf

import (
	"context"
	"fmt"
	"iter"
	"sync"

	"reftel/model"
	"reftel/model/expand"
	"reftel/model/library"
	"reftel/model/names"
	"reftel/model/names/rules"
	"reftel/model/query"
)

// Memory is a shelf whose cables are all in memory.
type Memory struct {
	fill        func(ctx context.Context, emit func(library.Batch))
	definitions *expand.Index
	ruling
	keeping

	mu      sync.RWMutex
	library *library.Library
	cables  []*model.Cable // by number
	numbers numbers
	sorted  []Number // of all; nil when cables were added since
	values  values   // nil when cables were added since
}

// NewMemory returns a shelf that reads files as [library.Load] does.
func NewMemory(in iter.Seq2[library.Input, error], o library.LoadOptions) *Memory {
	return Filled(func(ctx context.Context, emit func(library.Batch)) { library.Load(ctx, in, o, emit) })
}

// Filled returns a shelf of the cables that fill emits; it is called by [Memory.Fill].
func Filled(fill func(ctx context.Context, emit func(library.Batch))) *Memory {
	return &Memory{fill: fill, definitions: expand.NewIndex(), library: library.New(), numbers: numbers{}}
}

// Fill reads the files.
func (m *Memory) Fill(ctx context.Context, progress func(Progress)) error {
	m.fill(ctx, func(b library.Batch) {
		m.add(b)
		progress(Progress{Progress: b.Progress, Grown: len(b.Cables) > 0})
	})
	return nil
}

func (m *Memory) add(b library.Batch) {
	m.definitions.Add(b.Cables...)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.library.Add(b)
	for _, c := range b.Cables {
		m.numbers[c] = Number(len(m.cables))
		m.cables = append(m.cables, c)
	}
	if len(b.Cables) > 0 {
		m.sorted, m.values = nil, nil
	}
}

// All returns the numbers of all cables.
func (m *Memory) All() []Number {
	m.mu.Lock() // the library sorts what was added
	defer m.mu.Unlock()
	if m.sorted == nil {
		m.sorted = m.of(m.library.Cables())
	}
	return m.sorted
}

// of returns the numbers of cables.
func (m *Memory) of(cables []*model.Cable) []Number {
	out := make([]Number, len(cables))
	for i, c := range cables {
		out[i] = m.numbers.of(c)
	}
	return out
}

// at returns cables by their numbers. They belong to the snapshot: nobody changes them.
func (m *Memory) at(numbers ...Number) []*model.Cable {
	m.mu.RLock()
	defer m.mu.RUnlock()
	out := make([]*model.Cable, len(numbers))
	for i, n := range numbers {
		out[i] = m.cables[n]
	}
	return out
}

// Find asks each cable.
func (m *Memory) Find(ctx context.Context, q Question) ([]Number, error) {
	all := m.All()
	asked, err := m.resolved(ctx, q.Query)
	if err != nil {
		return nil, err
	}
	m.mu.RLock()
	bound := m.asked(asked).Bind(m.library.Ask)
	m.mu.RUnlock()
	var named map[*model.Cable]bool
	if q.Name != nil {
		named = m.named(*q.Name)
	}
	cables := m.at(all...)
	var out []Number
	for i, c := range cables {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if (named == nil || named[c]) && bound.Matches(c) {
			out = append(out, all[i])
		}
	}
	return out, nil
}

// Newest returns nothing: [Memory.Find] is quick enough.
func (m *Memory) Newest(context.Context, Question) ([]Number, error) { return nil, nil }

// Facets counts the cables that answer.
func (m *Memory) Facets(ctx context.Context, q Question, top, bars int) (library.Facets, error) {
	numbers, err := m.Find(ctx, q)
	if err != nil {
		return library.Facets{}, err
	}
	return library.FacetsOf(m.at(numbers...), top, bars), nil
}

// named returns the cables that name what a name of one of them means.
func (m *Memory) named(n Naming) map[*model.Cable]bool {
	var cables []*model.Cable
	if n.Entry != nil {
		cables = m.library.Names().Cables(*n.Entry)
	} else {
		cables = m.library.Names().Of(n.In.read, n.Name)
	}
	out := map[*model.Cable]bool{}
	for _, c := range cables {
		out[c] = true
	}
	return out
}

// Row returns what a list shows of a cable.
func (m *Memory) Row(n Number) (Row, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if int(n) >= len(m.cables) {
		return Row{}, false
	}
	r := Row{Cable: m.cables[n]}
	for i := range r.Cable.Marks {
		switch r.Cable.Marks[i].Kind {
		case model.Redaction:
			r.Redacted = true
		case model.Loss:
			r.Damaged = true
		}
	}
	return r, true
}

// Fetch has nothing to do.
func (m *Memory) Fetch(context.Context, []Number) error { return nil }

// Open returns a cable.
func (m *Memory) Open(_ context.Context, n Number) (*Opened, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if int(n) >= len(m.cables) {
		return nil, fmt.Errorf("there is no cable number %d", n)
	}
	return m.as(m.opened(n, m.cables[n]), nil), nil
}

// Relate returns an opened cable with what the library knows by now.
func (m *Memory) Relate(_ context.Context, o *Opened) (*Opened, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.as(m.opened(o.Number, o.read), o), nil
}

func (m *Memory) opened(n Number, c *model.Cable) *Opened {
	var citedBy []Link
	if !c.ID.IsZero() {
		citedBy = m.numbers.links(m.library.CitedBy(c.ID))
	}
	return relate(n, c, m.library, citedBy, m.numbers, func(id model.ID) (citing []Number) {
		for _, link := range m.library.CitedBy(id) {
			citing = append(citing, m.numbers.of(link.Cable))
		}
		return citing
	})
}

// WithID returns the cables with an id.
func (m *Memory) WithID(_ context.Context, id model.ID) ([]Number, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.of(m.library.ByID(id)), nil
}

// Next reads the cables one after the other.
func (m *Memory) Next(ctx context.Context, list []Number, at int, d library.Direction, s Sought) (Number, error) {
	cables := m.at(list...)
	var hit library.Hit
	found := false
	switch {
	case s.Needle != "":
		hit, found = library.NextWith(ctx, cables, at, d, s.Needle)
	case s.Text != nil:
		hit, found = library.NextLike(ctx, cables, at, d, s.Text)
	case s.Name != nil:
		named := m.named(*s.Name)
		for i := at + int(d); i >= 0 && i < len(list); i += int(d) {
			if named[cables[i]] {
				return list[i], ctx.Err()
			}
		}
	default:
		hit, found = library.NextMarked(ctx, cables, at, d, s.Marks...)
	}
	if !found {
		return None, ctx.Err()
	}
	return list[hit.Index], nil
}

// Source reads the bytes of a cable again.
func (m *Memory) Source(_ context.Context, n Number) ([]byte, error) {
	m.mu.RLock()
	read := m.library.Source(m.cables[n])
	m.mu.RUnlock()
	return read()
}

// Names returns the names of all cables.
func (m *Memory) Names() Names { return indexNames{m.library.Names()} }

// indexNames are names that are in memory.
type indexNames struct{ *names.Index }

// Years counts the mentions of a name.
func (n indexNames) Years(_ context.Context, e names.Entry) ([]names.Year, error) {
	return n.Index.Years(e), nil
}

// Ready reports that they are.
func (indexNames) Ready() bool { return true }

// Err reports that nothing had to be read.
func (indexNames) Err() error { return nil }

// Named returns the cables that have a name.
func (m *Memory) Named(_ context.Context, e names.Entry) ([]Number, error) {
	cables := m.library.Names().Cables(e)
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.of(cables), nil
}

// Mentioned returns what cables have of a name.
func (m *Memory) Mentioned(_ context.Context, e names.Entry, numbers []Number) ([]Mentioned, error) {
	keys := m.library.Names().Table().Keys(e)
	var out []Mentioned
	for i, c := range m.at(numbers...) {
		if name, ok := names.Within(c, keys); ok {
			name = ruledName(name, e)
			out = append(out, Mentioned{numbers[i], c, name})
		}
	}
	return out, nil
}

// SetRules lays rules over the names.
func (m *Memory) SetRules(_ context.Context, s *rules.Set) error {
	m.rules.Store(s)
	m.library.Names().SetRules(s)
	return nil
}

// Titled is not for a shelf whose rows are all at hand.
func (m *Memory) Titled(context.Context, string, int) ([]Number, error) { return nil, nil }

// Listed reports that all rows are at hand.
func (m *Memory) Listed() bool { return true }

// Values returns what cables have in a field of queries.
func (m *Memory) Values(f query.Field) []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.values == nil {
		m.values = valuesOf(library.FacetsOf(m.library.Cables(), mostValues, 0))
	}
	return m.values[f]
}

// Problems returns what could not be read so far.
func (m *Memory) Problems() []library.Problem {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.library.Problems()
}
