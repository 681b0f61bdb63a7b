package names

import (
	"cmp"
	"slices"

	"reftel/model"
)

// Within returns what a cable has of a name that was gathered under some keys (see [Table.Keys]): all its names that
// belong to it as one, with the mentions in reading order. ok is false when it has none.
func Within(c *model.Cable, keys []string) (name model.Name, ok bool) {
	for _, n := range c.Names {
		if n.Name == "" {
			continue
		}
		if k := Key(n, c); !slices.Contains(keys, k) {
			if n = partOf(n, c, k, keys); len(n.Forms) == 0 {
				continue
			}
		}
		if !ok {
			name, ok = n, true
			continue
		}
		forms := slices.Clip(name.Forms)
		for _, form := range n.Forms {
			if !slices.Contains(forms, form) {
				forms = append(forms, form)
			}
		}
		name.Forms = forms
		name.Mentions = append(slices.Clip(name.Mentions), n.Mentions...)
	}
	slices.SortStableFunc(name.Mentions, func(a, b model.Mention) int {
		return cmp.Or(cmp.Compare(a.Block, b.Block), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	return name, ok
}

// partOf returns of a name that was gathered under a key what stands in forms with keys of their own among some.
func partOf(n model.Name, c *model.Cable, key string, keys []string) model.Name {
	if !slices.ContainsFunc(keys, func(k string) bool { whole, _, isPart := cutPart(k); return isPart && whole == key }) {
		return model.Name{}
	}
	var g Gathered
	g.take(n, c)
	asked := make([]bool, len(g.Forms))
	part := n
	part.Forms, part.Mentions = nil, nil
	for i, form := range g.Forms {
		if asked[i] = slices.Contains(keys, PartKey(key, form)); asked[i] {
			part.Forms = append(part.Forms, form)
		}
	}
	for _, m := range n.Mentions {
		if i := g.formOf(n, c, m); i >= 0 && asked[i] {
			part.Mentions = append(part.Mentions, m)
		}
	}
	return part
}

// Key returns under which key a name of a cable is gathered with those of other cables.
func Key(n model.Name, c *model.Cable) string {
	k, _ := groupKey(n, c)
	return k
}
