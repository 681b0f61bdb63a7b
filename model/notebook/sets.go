package notebook

import (
	"context"
	"fmt"
	"sync"

	"reftel/model"
	"reftel/model/query"
)

// sets are the cables that were asked for, as long as what they are made of doesn't change.
type sets struct {
	mu   sync.Mutex
	made map[string]set // by what was asked
}

// forget drops all answers.
func (s *sets) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.made = nil
}

type set struct {
	changes int64 // of the part, when it was made
	cables  *query.Cables
}

// mostSets is how many answers are kept: a query that is typed asks for a few.
const mostSets = 16

// Cables returns the cables of which the notebook has what a condition asks for. As long as that doesn't change it is the
// same set, which costs one row.
func (b *Notebook) Cables(ctx context.Context, k query.Kept) (*query.Cables, error) {
	asked, part := "", func(c Changes) int64 { return c.Notes }
	switch k.What {
	case query.KeptNote:
		asked = "SELECT cable, text FROM note WHERE removed = 0"
	case query.KeptLabel:
		asked, part = "SELECT cable, label FROM label", func(c Changes) int64 { return c.Labels }
	case query.KeptRead:
		asked, part = "SELECT cable, '' FROM read", func(c Changes) int64 { return c.Read }
	default:
		return nil, fmt.Errorf("the notebook has no %s", k.What)
	}
	name := string(k.What)
	if k.Text != nil {
		name = fmt.Sprintf("%s %q %v", k.What, k.Text.Words, k.Text.Prefix)
	}
	changes, err := b.Changes(ctx) // before the rows are read: what changes meanwhile is noticed the next time
	if err != nil {
		return nil, err
	}
	b.sets.mu.Lock()
	known, ok := b.sets.made[name]
	b.sets.mu.Unlock()
	if ok && known.changes == part(changes) {
		return known.cables, nil
	}
	var keys []model.Key
	err = b.read(ctx, func(scan func(...any) error) error {
		var cable, text string
		if err := scan(&cable, &text); err != nil {
			return err
		}
		if key, ok := model.ParseKey(cable); ok && (k.Text == nil || k.Text.In(text)) {
			keys = append(keys, key)
		}
		return nil
	}, asked)
	if err != nil {
		return nil, err
	}
	made := set{part(changes), query.NewCables(keys...)}
	b.sets.mu.Lock()
	defer b.sets.mu.Unlock()
	if b.sets.made == nil || len(b.sets.made) >= mostSets {
		b.sets.made = map[string]set{}
	}
	b.sets.made[name] = made
	return made.cables, nil
}
