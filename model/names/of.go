package names

import (
	"context"
	"slices"

	"reftel/model"
	"reftel/model/match"
)

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
