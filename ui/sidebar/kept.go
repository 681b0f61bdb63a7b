package sidebar

import (
	"fmt"

	"reftel/model"
	"reftel/model/excerpt"
	"reftel/model/notebook"
)

// Jotting is something that the reader wrote about a place of the cable.
type Jotting struct {
	Text string
	At   notebook.Found
}

// Kept is what the notebook has on the cable.
type Kept struct {
	Notes, Marks []Jotting
	Labels       []string
}

// SetKept says what the notebook has on the cable that is shown.
func (s *Sidebar) SetKept(k Kept) {
	s.kept = k
	if s.tab == Notes {
		s.refill()
	}
}

// keptGroups lists notes, marks and labels.
func keptGroups(c *model.Cable, k Kept) []group {
	notes := group{title: "Notes", empty: "none yet"}
	for _, n := range k.Notes {
		e := n.entry(c)
		e.Says = excerpt.OneLine(n.Text)
		notes.entries = append(notes.entries, e)
	}
	marks := group{title: "Marks"}
	for _, m := range k.Marks {
		e := m.entry(c)
		e.Text = m.Text + "  " + e.Text
		marks.entries = append(marks.entries, e)
	}
	labels := group{title: "Labels"}
	for _, l := range k.Labels {
		labels.entries = append(labels.entries, Entry{Text: l})
	}
	return []group{notes, marks, labels}
}

// entry leads to the place of what was kept.
func (j Jotting) entry(c *model.Cable) Entry {
	if j.At.Block < 0 {
		return Entry{Text: "the cable"}
	}
	e := Entry{Block: j.At.Block, Here: true, Text: "here"}
	for i := j.At.Block; i >= 0; i-- {
		if n := c.Blocks[i].Number; n > 0 {
			e.Text = fmt.Sprintf("¶%d", n)
			break
		}
	}
	return e
}
