package shelf

import (
	"reftel/model"
	"reftel/model/library"
)

// relate makes an opened cable of what a library knows that holds it. link gives the number of a cable at the other end,
// citing the cables that cite an id.
func relate(n Number, c *model.Cable, l *library.Library, citedBy []Link, number func(library.Link) Number, citing func(model.ID) []Number) *Opened {
	o := &Opened{Number: n, Cable: c, Known: l.SetStates(c), CitedBy: citedBy, Others: map[model.ID]int{}, leads: map[place]int{}}
	for i := range o.Known.Marks {
		if m := &o.Known.Marks[i]; m.Kind == model.Citation {
			o.leads[place{m.Block, m.Span}] = i
		}
	}
	for _, link := range l.Cites(c) {
		o.Cites = append(o.Cites, Link{link, number(link)})
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
