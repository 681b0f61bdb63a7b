package library

import (
	"slices"

	"reftel/model"
)

// Link is one reference from a cable to another, however often it is made, as seen from one end.
type Link struct {
	// ID and Cable are the other end: in an answer of Cites the cable cited, of which Cable is the
	// first copy, nil if it is missing; in one of CitedBy the citing cable.
	ID    model.ID
	Cable *model.Cable

	YearInferred bool           // the citing cable doesn't write the year
	Bullet       string         // letter in the REF list of the citing cable
	State        model.RefState // resolved, or not in library

	Block  int        // first place, in the citing cable
	Span   model.Span // in that block's text
	Places []Place    // all places: the REF list, then the text
}

// Resolve says which cable an id read in c leads to. Where no year was written the parser has put
// c's own (inferred). A cable of the first quarter then mostly means last year's: if its own year's
// id is absent, c is from January to March and the id of the year before is there, that is the one
// (HANDBOOK section 2, measured on 1,872 ids). The id returned is still inferred.
func (l *Library) Resolve(c *model.Cable, id model.ID, inferred bool) (model.ID, model.RefState) {
	return resolve(l, c, id, inferred)
}

func resolve(h holder, c *model.Cable, id model.ID, inferred bool) (model.ID, model.RefState) {
	if h.has(id) {
		return id, model.Resolved
	}
	if inferred && !c.Date.IsZero() && c.Date.UTC().Month() <= 3 {
		before := id
		before.Year--
		if h.has(before) {
			return before, model.Resolved
		}
	}
	return id, model.NotInLibrary
}

// Cites returns what a cable cites, each once: in the order of its REF list, then of its text.
func (l *Library) Cites(c *model.Cable) []Link {
	var out []Link
	at := map[model.ID]int{}
	for _, cited := range citations(c) {
		id, state := l.Resolve(c, cited.id, cited.inferred)
		if id == c.ID || id == c.Number() {
			continue
		}
		i, known := at[id]
		if !known {
			i = len(out)
			at[id] = i
			link := Link{ID: id, YearInferred: cited.inferred, Bullet: cited.bullet, State: state,
				Block: cited.place.Block, Span: cited.place.Span}
			if copies := l.ByID(id); len(copies) > 0 {
				link.Cable = copies[0]
			}
			out = append(out, link)
		}
		out[i].Places = append(out[i].Places, cited.place)
		out[i].YearInferred = out[i].YearInferred && cited.inferred
	}
	return out
}

// CitedBy returns the cables that cite an id, whether it is in the library or missing, in order; for a
// document of an edition, also those that cite the telegram it prints by its number.
func (l *Library) CitedBy(id model.ID) []Link {
	ids := []model.ID{id}
	if id.IsDocument() {
		for _, c := range l.byID[id] {
			if n := c.Number(); !n.IsZero() && !slices.Contains(ids, n) {
				ids = append(ids, n)
			}
		}
	}
	var out []Link
	seen := map[*model.Cable]bool{}
	for _, id := range ids {
		next := id
		next.Year++ // what was read as next year's may mean this one
		for _, read := range [...]model.ID{id, next} {
			for _, from := range l.citing[read] {
				if seen[from.cable] {
					continue
				}
				for _, link := range l.Cites(from.cable) {
					if link.ID == id {
						link.ID, link.Cable = from.cable.ID, from.cable
						out = append(out, link)
						seen[from.cable] = true
					}
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b Link) int { return Compare(a.Cable, b.Cable) })
	return out
}
