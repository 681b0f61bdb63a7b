package library

import (
	"slices"

	"reftel/model"
)

// Leads says where a reference in the text of a cable leads: the ids, years mended as [Library.Resolve]
// does, and whether it can be followed. One id that is here is enough. States that the parser knows
// better (a letter without a list, a paragraph, septel) stay. The mark is one of c's.
func (l *Library) Leads(c *model.Cable, m model.Mark) (ids []model.ID, state model.RefState) {
	list := newReferenceList(c)
	return leads(l, &list, &m)
}

func leads(h holder, list *referenceList, m *model.Mark) (ids []model.ID, state model.RefState) {
	switch {
	case m.Kind != model.Citation:
		return m.IDs, m.State
	case m.RefTo == model.ToPage:
		return leadsToPage(h, list.cable, m)
	case m.RefTo == model.ToNote && len(m.IDs) == 0:
		return m.IDs, leadsToNote(list.cable, m)
	}
	if len(m.IDs) == 0 || !dependsOnLibrary(m.State) {
		return m.IDs, m.State
	}
	ids, state = slices.Clone(m.IDs), model.NotInLibrary
	for i, id := range m.IDs {
		var found model.RefState
		if ids[i], found = resolve(h, list.cable, id, list.yearInferred(m, id)); found == model.Resolved {
			state = model.Resolved
		}
	}
	return ids, state
}

// SetStates returns the cable as a reader wants it: its REF list and the references in its text lead
// to ids as [Library.Resolve] gives them and say whether those are in the library.
//
// It is a copy with its own References and Marks, all else shared: the cable of the snapshot, which
// other goroutines may be reading, is left alone. Take a new one, of the snapshot's cable, after
// batches were added.
func (l *Library) SetStates(c *model.Cable) *model.Cable { return setStates(l, c) }

func setStates(h holder, c *model.Cable) *model.Cable {
	out := *c
	out.References = slices.Clone(c.References)
	for i := range out.References {
		if r := &out.References[i]; !r.ID.IsZero() && dependsOnLibrary(r.State) {
			r.ID, r.State = resolve(h, c, r.ID, r.YearInferred)
		}
	}
	out.Marks = slices.Clone(c.Marks)
	list := newReferenceList(c)
	for i := range out.Marks {
		m := &out.Marks[i]
		m.IDs, m.State = leads(h, &list, m)
	}
	return &out
}

// dependsOnLibrary reports whether a state is the library's to set.
func dependsOnLibrary(s model.RefState) bool {
	return s == "" || s == model.Resolved || s == model.NotInLibrary
}
