package copies

import (
	"slices"

	"reftel/model"
	"reftel/model/compare"
	"reftel/ui/words"
)

// Content is what a comparison shows. It belongs to nobody else.
type Content struct {
	Comparison *compare.Comparison
	Names      [2]string // of the copies
	At, Of     int       // which of how many other copies the second one is, from 1

	differing, whole view
}

// view is one of two ways to show a comparison: what differs, or the whole text.
type view struct {
	entries []entry
	stops   []stop
}

// entry is a part of what is shown: a sentence, a field of the header or a passage. A comparison is a stack of them.
type entry struct {
	said  string // a sentence
	quiet bool   // it is said aside
	gap   bool   // a blank row stands above

	label   string
	level   model.Level // of the label
	untold  []string    // kinds of differences that the words don't show
	field   *compare.Field
	passage *compare.Passage
}

// stop is a difference, which can be selected.
type stop struct {
	entry  int
	change *compare.Change // nil: the entry is a field of the header
	order  int             // among all: fields, which come first, are below 0
}

// NewContent prepares a comparison of copies with these names for the screen. Of large cables that takes a while, so it is
// done beside it.
func NewContent(c *compare.Comparison, names [2]string) Content {
	content := Content{Comparison: c, Names: names, At: 1, Of: 1}
	head := headEntries(c, names)
	differing := c.Differing()
	content.differing, content.whole = newView(c, head, differing), newView(c, head, c.Whole())
	if len(differing) == 0 && len(c.Changes) > 0 {
		v := &content.differing
		v.entries = append(v.entries, entry{said: "Only the form of the text differs: the whole text shows where.", gap: true})
	}
	return content
}

func newView(c *compare.Comparison, head []entry, passages []compare.Passage) view {
	v := view{entries: slices.Clone(head)}
	order := make(map[*compare.Change]int, len(c.Changes)) // of those that have no stop yet
	for i := range c.Changes {
		order[&c.Changes[i]] = i
	}
	for i := range head {
		if head[i].field != nil {
			v.stops = append(v.stops, stop{entry: i, order: len(v.stops) - len(c.Fields)})
		}
	}
	spots := [2][]words.Spot{words.Spots(c.A), words.Spots(c.B)}
	for i := range passages {
		p := &passages[i]
		for _, ch := range p.Changes {
			if at, ok := order[ch]; ok { // one that goes over several blocks has one stop
				v.stops = append(v.stops, stop{len(v.entries), ch, at})
				delete(order, ch)
			}
		}
		v.entries = append(v.entries, passageEntry(p, spots))
	}
	return v
}

// headEntries say in sentences how the copies differ, and list the fields of the header.
func headEntries(c *compare.Comparison, names [2]string) []entry {
	var out []entry
	switch {
	case c.IsZero():
		return []entry{{said: "The copy in " + names[0] + " and the copy in " + names[1] + " have the same words."}}
	case len(c.Changes) == 0:
		out = append(out, entry{said: "The texts have the same words."})
	}
	for _, sentence := range words.Copies(c, names[0], names[1]) {
		out = append(out, entry{said: sentence})
	}
	out = append(out, entry{said: words.Differences(c), quiet: true})
	for i := range c.Fields {
		out = append(out, entry{label: c.Fields[i].Name, field: &c.Fields[i], gap: i == 0})
	}
	return out
}

func passageEntry(p *compare.Passage, spots [2][]words.Spot) entry {
	e := entry{passage: p, gap: true}
	if side, block := p.First(); block >= 0 {
		at := spots[side][block]
		e.label, e.level = at.Label(), at.Marking.Level()
	}
	for _, kind := range p.Untold() {
		e.untold = append(e.untold, string(kind))
	}
	return e
}
