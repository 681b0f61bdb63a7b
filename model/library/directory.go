package library

import (
	"slices"

	"reftel/model"
)

// Directory knows which cables there are, and nothing else of them: enough to say where references lead, in little
// memory. It is filled by a first reading, for a second one that keeps no cable.
type Directory struct {
	ids   map[model.ID]bool       // of cables, and of telegrams that documents print
	pages map[page][]*model.Cable // documents by the pages that begin in them: what Compare looks at
}

// NewDirectory returns an empty directory.
func NewDirectory() *Directory {
	return &Directory{ids: map[model.ID]bool{}, pages: map[page][]*model.Cable{}}
}

// Add notes the cables of a batch.
func (d *Directory) Add(b Batch) {
	for _, c := range b.Cables {
		for _, id := range []model.ID{c.ID, c.Number()} {
			if !id.IsZero() {
				d.ids[id] = true
			}
		}
		if c.ID.IsDocument() {
			notePages(d.pages, c, &model.Cable{ID: c.ID, Date: c.Date, Source: c.Source})
		}
	}
}

// SetStates is [Library.SetStates] for a cable of the library that the directory is of.
func (d *Directory) SetStates(c *model.Cable) *model.Cable { return setStates(d, c) }

func (d *Directory) has(id model.ID) bool { return d.ids[id] }

func (d *Directory) onPage(p page) []*model.Cable { return d.pages[p] }

// holder is who knows which cables there are.
type holder interface {
	has(id model.ID) bool         // a cable with that id is here, or a document that prints it
	onPage(p page) []*model.Cable // the documents in which a page begins, in any order
}

// notePages enters a document under its pages, as another one that stands for it.
func notePages(pages map[page][]*model.Cable, c, as *model.Cable) {
	for i := range c.Marks {
		m := &c.Marks[i]
		if m.Kind != model.PageBreak || m.Page == 0 {
			continue
		}
		p := page{c.ID.Volume, m.Page}
		if !slices.Contains(pages[p], as) {
			pages[p] = append(pages[p], as)
		}
	}
}
