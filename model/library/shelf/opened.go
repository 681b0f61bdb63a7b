package shelf

import (
	"reftel/model"
	"reftel/model/expand"
	"reftel/model/library"
)

// numbers are those of cables.
type numbers map[*model.Cable]Number

// of returns the number of a cable, None for one that has none, or for nil.
func (n numbers) of(c *model.Cable) Number {
	if number, ok := n[c]; ok {
		return number
	}
	return None
}

// links adds the numbers to links.
func (n numbers) links(links []library.Link) []Link {
	out := make([]Link, len(links))
	for i, l := range links {
		out[i] = Link{Link: l, Number: n.of(l.Cable)}
	}
	return out
}

// relate makes an opened cable of what a library knows that holds it and what it cites. citing gives the cables that cite
// an id.
func relate(n Number, c *model.Cable, l *library.Library, citedBy []Link, at numbers, citing func(model.ID) []Number) *Opened {
	o := &Opened{Number: n, Cable: c, Known: l.SetStates(c), CitedBy: citedBy, Others: map[model.ID]int{}, Terms: expand.Terms(c), leads: map[place]int{}}
	for i := range o.Known.Marks {
		if m := &o.Known.Marks[i]; m.Kind == model.Citation {
			o.leads[place{m.Block, m.Span}] = i
		}
	}
	o.Cites = at.links(l.Cites(c))
	for _, link := range o.Cites {
		if link.Cable == nil {
			o.Others[link.ID] = others(citing(link.ID), n)
		}
	}
	return o
}

// others counts the cables of which one is left out.
func others(cables []Number, but Number) int {
	seen := map[Number]bool{but: true}
	for _, n := range cables {
		seen[n] = true
	}
	return len(seen) - 1
}
