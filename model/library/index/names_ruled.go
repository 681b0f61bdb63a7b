package index

import (
	"context"
	"maps"
	"slices"

	"reftel/model/names"
	"reftel/model/names/rules"
)

// With returns the names as rules have them. Nothing is indexed anew; of names that rules split, what stands in the index
// of each form is read.
func (n *Names) With(ctx context.Context, s *rules.Set) (*Names, error) {
	out := *n
	var bad error
	out.Table = n.Table.With(s, func(key string) []names.Gathered {
		parts, err := n.parts(key)
		if err != nil {
			bad = err
		}
		return parts
	}, func(keys []string) int {
		found, err := n.set(ctx, keys)
		if err != nil {
			bad = err
		}
		return found.Len()
	})
	if bad != nil {
		return nil, n.index.failed(bad)
	}
	return &out, nil
}

// parts returns what was gathered under a key, form by form.
func (n *Names) parts(key string) (out []names.Gathered, err error) {
	of := map[string]*names.Gathered{}
	for _, s := range n.view.segments {
		words, err := s.words()
		if err != nil {
			return nil, err
		}
		var in names.Years
		note := func(doc, _ int) { in.Add(int(n.years[s.first+doc])) }
		err = words.Count(nameWord(names.PartKey(key, "")), s.part(n.view.live), note, func(word string, docs, places int) bool {
			p := names.Gathered{Key: word[len(nameSign):], Cables: docs, Mentions: places - docs, Years: in}
			p.Forms = []string{p.Key[len(names.PartKey(key, "")):]}
			in = names.Years{}
			if of[p.Key] == nil {
				of[p.Key] = &names.Gathered{Key: p.Key}
			}
			of[p.Key].Join(p)
			return true
		})
		if err != nil {
			return nil, err
		}
	}
	for _, k := range slices.Sorted(maps.Keys(of)) {
		out = append(out, *of[k])
	}
	return out, nil
}
