package names

import (
	"slices"
	"strings"

	"reftel/model"
	"reftel/model/match"
)

// partSign stands between the key of a group and one of its forms.
const partSign = "\x00f"

// PartKey is the key of what was gathered under a key in one form, as written.
func PartKey(key, form string) string { return key + partSign + form }

// cutPart takes the key of a part apart; ok is false for that of a whole group.
func cutPart(part string) (key, form string, ok bool) { return strings.Cut(part, partSign) }

// Parts returns what a cable says under a key, form by form. The mentions of all come to those of the whole.
func Parts(c *model.Cable, key string) (out []Gathered) {
	for _, g := range Gather(c) {
		if g.Key != key {
			continue
		}
		for i, form := range g.Forms {
			out = append(out, Gathered{Key: PartKey(key, form), Forms: []string{form}, Alone: g.Alone, Cables: 1, Mentions: g.Spoken[i], Years: g.Years})
		}
	}
	return out
}

// spoken counts the mentions of a name of a cable by its forms. Mentions that are written in none of them, across the end
// of a page perhaps, are counted as what the name is called.
func (g *Gathered) spoken(n model.Name, c *model.Cable) {
	for len(g.Spoken) < len(g.Forms) {
		g.Spoken = append(g.Spoken, 0)
	}
	for _, m := range n.Mentions {
		if i := g.formOf(n, c, m); i >= 0 {
			g.Spoken[i]++
		}
	}
}

func (g *Gathered) formOf(n model.Name, c *model.Cable, m model.Mention) int {
	if len(g.Forms) == 1 {
		return 0
	}
	written := mentioned(c, m)
	if i := slices.Index(g.Forms, written); i >= 0 {
		return i
	}
	folded := match.Fold(written)
	if i := slices.IndexFunc(g.Forms, func(form string) bool { return match.Fold(form) == folded }); i >= 0 {
		return i
	}
	return slices.Index(g.Forms, oneLine(n.Name))
}

// mentioned returns a mention as it is written, on one line.
func mentioned(c *model.Cable, m model.Mention) string {
	if m.Block < 0 || m.Block >= len(c.Blocks) {
		return ""
	}
	text := c.Blocks[m.Block].Text
	if m.Span.Start < 0 || m.Span.End > len(text) || m.Span.Start > m.Span.End {
		return ""
	}
	text = m.Span.In(text)
	if strings.ContainsAny(text, "\n\t") {
		text = strings.Join(strings.Fields(text), " ")
	}
	return oneLine(text)
}
