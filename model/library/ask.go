package library

import (
	"reftel/model"
	"reftel/model/query"
)

// Ask answers the conditions of a query that concern more than one cable; it is made for [query.Query.Bind].
func (l *Library) Ask(n query.Node) []*model.Cable {
	switch n := n.(type) {
	case query.Linked:
		if n.Field == query.Ref {
			return ends(l.CitedBy(n.ID))
		}
		var out []*model.Cable
		for _, citing := range l.ByID(n.ID) {
			for _, link := range l.Cites(citing) {
				out = append(out, l.ByID(link.ID)...)
			}
		}
		return out
	case query.Copy:
		var out []*model.Cable
		for _, copies := range l.byID {
			if len(copies) > 1 {
				out = append(out, copies...)
			}
		}
		return out
	}
	return nil
}

// ends returns the cables at the other end of links.
func ends(links []Link) []*model.Cable {
	var out []*model.Cable
	for _, link := range links {
		if link.Cable != nil {
			out = append(out, link.Cable)
		}
	}
	return out
}
