package shelf

import (
	"context"
	"slices"

	"reftel/model"
	"reftel/model/expand"
	"reftel/model/library"
)

// Expand asks the other cables.
func (m *Memory) Expand(ctx context.Context, o *Opened) (*Opened, error) {
	own := m.at(o.Number)[0] // as it was read: the reader's rules change the names of the one that is opened
	return o.expand(ctx, func(key string) (told, error) {
		return told{m.definitions.Counts(key, own), func(said []expand.Said) (Number, error) {
			cables := slices.DeleteFunc(m.definitions.Saying(said), func(c *model.Cable) bool { return c == own })
			m.mu.RLock()
			defer m.mu.RUnlock()
			cables = slices.DeleteFunc(cables, func(c *model.Cable) bool { return m.numbers.of(c) == None }) // not added yet
			if len(cables) == 0 {
				return None, nil
			}
			return m.numbers.of(slices.MinFunc(cables, library.Compare)), nil
		}}, nil
	}, m.Row)
}

// Expand asks the index.
func (s *Indexed) Expand(ctx context.Context, o *Opened) (*Opened, error) {
	x, err := s.at()
	if err != nil {
		return nil, err
	}
	defer x.done()
	inner, err := x.inner(o.Number)
	if err != nil {
		return nil, err
	}
	return o.expand(ctx, func(key string) (told, error) {
		counts, err := x.Defined(ctx, key, inner)
		return told{counts, func(said []expand.Said) (Number, error) {
			first, ok, err := x.Defining(ctx, said, inner)
			if err != nil || !ok {
				return None, err
			}
			return x.first + Number(first), nil
		}}, err
	}, func(n Number) (Row, bool) {
		rows, err := s.fetch(ctx, x, []Number{n})
		if err != nil {
			return Row{}, false
		}
		return rows[0], true
	})
}

// told is what other cables say of an acronym; first gives the first cable that says one of several things.
type told struct {
	counts []expand.Count
	first  func([]expand.Said) (Number, error)
}

func (o *Opened) expand(ctx context.Context, tell func(key string) (told, error), row func(Number) (Row, bool)) (*Opened, error) {
	out := *o
	station := o.Cable.Station
	var err error
	out.Terms, err = expand.Ask(o.Terms, func(key string) ([]expand.Meaning, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		t, err := tell(key)
		if err != nil {
			return nil, err
		}
		said := expand.Rank(t.counts, station)
		for i := range said {
			m := &said[i]
			if m.Number, err = t.first(m.Of(t.counts, station)); err != nil {
				return nil, err
			}
			if r, ok := row(m.Number); ok && r.Cable != nil {
				m.ID = r.Cable.ID
			}
		}
		return said, nil
	})
	return &out, err
}
