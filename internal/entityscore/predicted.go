package entityscore

import "reftel/model"

// Name is a name that a program found, with the bytes of the text where it stands.
type Name struct {
	Name     string
	Kind     model.NameKind
	Mentions []model.Span
}

// FromCable returns the names of a cable that was read from a telegram's text.
func FromCable(c *model.Cable) []Name {
	var all []Name
	for _, n := range c.Names {
		name := Name{Name: n.Name, Kind: n.Kind}
		for _, m := range n.Mentions {
			if span, ok := c.Blocks[m.Block].FileSpan(m.Span); ok {
				name.Mentions = append(name.Mentions, span)
			}
		}
		all = append(all, name)
	}
	return all
}

// Signers returns those who signed a cable, as people: only the strict measure asks for them.
func Signers(c *model.Cable) []Name {
	var all []Name
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if b.Kind != model.Signature {
			continue
		}
		if span, ok := b.FileSpan(model.Span{End: len(b.Text)}); ok {
			all = append(all, Name{Name: b.Text, Kind: model.Person, Mentions: []model.Span{span}})
		}
	}
	return all
}
