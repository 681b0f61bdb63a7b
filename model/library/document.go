package library

import (
	"cmp"
	"slices"

	"reftel/model"
)

// page is a page of a volume of an edition.
type page struct {
	volume string
	number int
}

// noteDocument enters a document of an edition under the number of the telegram that it prints, and
// under its pages.
func (l *Library) noteDocument(c *model.Cable) {
	if n := c.Number(); !n.IsZero() {
		l.printing[n] = append(l.printing[n], c)
	}
	notePages(l.pages, c, c)
}

func (l *Library) onPage(p page) []*model.Cable { return l.pages[p] }

// leadsToPage says which documents a reference to a page leads to: those of the volume in which the
// page begins. The volume is the one that the reference names, or the citing document's own.
func leadsToPage(h holder, c *model.Cable, m *model.Mark) ([]model.ID, model.RefState) {
	var ids []model.ID
	for _, d := range slices.SortedFunc(slices.Values(h.onPage(page{cmp.Or(m.Volume, c.ID.Volume), m.Page})), Compare) {
		if !slices.Contains(ids, d.ID) {
			ids = append(ids, d.ID)
		}
	}
	if len(ids) == 0 {
		return nil, model.NotInLibrary
	}
	return ids, model.Resolved
}

// leadsToNote says whether a reference to a footnote can be followed: one of another document, whose id
// is known, as any reference to that document; one of its own when it has that note.
func leadsToNote(c *model.Cable, m *model.Mark) model.RefState {
	if _, ok := c.Note(m.Target); ok {
		return model.ParagraphHere
	}
	return model.NoSuchParagraph
}
