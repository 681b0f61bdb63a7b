package query

import (
	"context"

	"reftel/model"
)

// Keeping is a thing that the reader keeps of cables in the notebook.
type Keeping string

// The things that are kept.
const (
	KeptNote  Keeping = "note"
	KeptLabel Keeping = "label"
	KeptRead  Keeping = "read" // that it was read
)

// Kept asks for the cables of which the notebook has something. No cable and no index knows that: see [Query.Resolve].
type Kept struct {
	What Keeping
	Text *Text // of the note or label; nil: any
}

// Among asks for some cables.
type Among struct{ *Cables }

// Notebook answers the conditions that ask for what the reader keeps.
type Notebook interface {
	// Cables returns the cables of which a condition holds: as long as the answer is the same, the same set. It may have
	// to wait for a disk.
	Cables(ctx context.Context, k Kept) (*Cables, error)
}

// AsksNotebook reports whether the query asks for what the reader keeps.
func (q Query) AsksNotebook() (asks bool) {
	if q.root != nil {
		eachNode(q.root, func(n Node) {
			_, kept := n.(Kept)
			asks = asks || kept
		})
	}
	return asks
}

// Resolve returns the query with the answers of a notebook, as they are now, in the place of what asks for them. What isn't
// resolved holds of no cable. It comes before [Query.Bind].
func (q Query) Resolve(ctx context.Context, b Notebook) (Query, error) {
	if b == nil || !q.AsksNotebook() {
		return q, nil
	}
	root, err := resolved(ctx, q.root, b)
	return Query{root, q.linked}, err
}

func resolved(ctx context.Context, n Node, b Notebook) (Node, error) {
	var err error
	switch n := n.(type) {
	case And:
		out := make(And, len(n))
		for i := range n {
			if out[i], err = resolved(ctx, n[i], b); err != nil {
				return nil, err
			}
		}
		return out, nil
	case Or:
		out := make(Or, len(n))
		for i := range n {
			if out[i], err = resolved(ctx, n[i], b); err != nil {
				return nil, err
			}
		}
		return out, nil
	case Not:
		n.Node, err = resolved(ctx, n.Node, b)
		return n, err
	case Kept:
		found, err := b.Cables(ctx, n)
		return Among{found}, err
	}
	return n, nil
}

// Cables are some cables, by what names them in whatever file they stand. They are never changed.
type Cables struct {
	keys   map[model.Key]bool
	hashes bool // some are named by a hash
}

// NewCables returns the cables with these keys.
func NewCables(keys ...model.Key) *Cables {
	s := &Cables{keys: make(map[model.Key]bool, len(keys))}
	for _, k := range keys {
		s.keys[k] = true
		s.hashes = s.hashes || k.SHA256 != ""
	}
	return s
}

// Len returns how many keys there are.
func (s *Cables) Len() int { return len(s.keys) }

// Has reports whether a cable is one of them.
func (s *Cables) Has(c *model.Cable) bool {
	return !c.ID.IsZero() && s.keys[model.Key{ID: c.ID}] || s.hashes && s.keys[model.Key{SHA256: c.Source.SHA256}]
}

// Named returns the ids of the cables and the hashes of those that have none, in no order.
func (s *Cables) Named() (ids []model.ID, hashes []string) {
	for k := range s.keys {
		if k.SHA256 != "" {
			hashes = append(hashes, k.SHA256)
		} else {
			ids = append(ids, k.ID)
		}
	}
	return ids, hashes
}
