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
		if n.Name == "" || !slices.Contains(keys, Key(n, c)) {
			continue
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

// Key returns under which key a name of a cable is gathered with those of other cables.
func Key(n model.Name, c *model.Cable) string {
	k, _ := groupKey(n, c)
	return k
}
