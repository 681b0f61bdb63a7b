package sidebar

import (
	"fmt"
	"slices"
	"strings"

	"reftel/model"
	"reftel/model/excerpt"
	"reftel/model/library/shelf"
	"reftel/ui/words"
)

// nameGroups lists the names of a cable by kind, the most mentioned first.
func nameGroups(c *model.Cable) []group {
	groups := []group{
		{title: "People", empty: "none found"},
		{title: "Organizations", empty: "none found"},
		{title: "Places", empty: "none found"},
		{title: "Terms"},
	}
	for i := range c.Names {
		n := &c.Names[i]
		e := Entry{Text: n.Name, Count: len(n.Mentions), Name: n}
		forms := slices.DeleteFunc(slices.Clone(n.Forms), func(f string) bool { return f == n.Name })
		noted := ""
		if n.Origin == model.FromIndexers { // those that editors marked are as many as their text has
			noted = "from the indexers"
		}
		e.Note = words.Join(" · ", n.Note, strings.Join(forms, ", "), noted)
		g := 2
		switch n.Kind {
		case model.Person:
			g = 0
		case model.Organization:
			g = 1
		case model.Term:
			g = 3
		}
		groups[g].entries = append(groups[g].entries, e)
	}
	for i := range groups {
		slices.SortStableFunc(groups[i].entries, func(a, b Entry) int { return b.Count - a.Count })
	}
	if terms := len(groups) - 1; len(groups[terms].entries) == 0 { // only editions have them
		return groups[:terms]
	}
	return groups
}

// outline lists headings and paragraphs, footnotes apart, and last what was taken out of the text: where
// pages began and stamps stood.
func outline(c *model.Cable) []group {
	g := group{title: "Outline", empty: "no paragraphs"}
	notes := group{title: "Notes"}
	pages := group{title: "Pages and stamps"}
	for i := range c.Blocks {
		b := &c.Blocks[i]
		e := Entry{Block: i, Here: true, Level: b.Marking.Level()}
		switch {
		case b.Kind == model.Heading:
			e.Text = b.Text
		case b.Kind == model.Paragraph && b.Number > 0:
			e.Text = fmt.Sprintf("%3d %s", b.Number, firstWords(b.Text))
		case b.Kind == model.Paragraph:
			e.Text = "    " + firstWords(b.Text)
		case b.Kind == model.Note:
			sign := b.Letter
			if sign == "" {
				sign = strings.TrimSpace(b.Lead)
			}
			e.Text = fmt.Sprintf("%3s %s", sign, firstWords(b.Text))
			notes.entries = append(notes.entries, e)
			continue
		default:
			continue
		}
		g.entries = append(g.entries, e)
	}
	for i := range c.Marks {
		m := &c.Marks[i]
		if m.Kind == model.PageBreak || m.Kind == model.Stamp {
			pages.entries = append(pages.entries, Entry{Text: words.PageMarkKind(*m), Note: firstWords(words.PageMarkWords(*m)), Block: m.Block, Span: m.Span, Mark: m, Here: true})
		}
	}
	return slices.DeleteFunc([]group{g, notes, pages}, func(g group) bool { return len(g.entries) == 0 && g.empty == "" })
}

// rowBytes is as much of a text as a row of the sidebar can show.
const rowBytes = 120

func firstWords(text string) string { return excerpt.FirstWords(text, rowBytes) }

// referenceGroups lists what the cable cites and what cites it.
func referenceGroups(c *model.Cable, links Links) []group {
	cites := group{title: "Cites", empty: "no cable"}
	for _, l := range links.Cites {
		cites.entries = append(cites.entries, linkEntry(l, links.Others))
	}
	other := group{title: "Cites, no cables"}
	for i := range c.References {
		if ref := &c.References[i]; ref.Kind != model.RefCable {
			other.entries = append(other.entries, Entry{
				Text: strings.TrimSpace(ref.Bullet + " " + firstWords(ref.Raw)), Note: string(ref.Kind),
				Block: ref.Block, Span: ref.Span, Here: true,
			})
		}
	}
	cited := group{title: "Cited by", empty: "no cable here"}
	for _, l := range links.CitedBy {
		cited.entries = append(cited.entries, linkEntry(l, nil))
	}
	groups := []group{cites}
	if len(other.entries) > 0 {
		groups = append(groups, other)
	}
	return append(groups, cited)
}

// indentStep is how far a link stands behind the one that leads to it, in cells.
const indentStep = 2

func linkEntry(l shelf.Link, others map[model.ID]int) Entry {
	e := Entry{Text: l.ID.String(), Link: l, Other: true, Indent: indentStep * max(0, l.Step-1)}
	if l.Cable != nil {
		e.Note, _ = l.Cable.Title()
		e.Note = firstWords(e.Note)
		e.Level = l.Cable.Classification
		return e
	}
	e.Note = "not in this library"
	if n := others[l.ID]; n == 1 {
		e.Note += "; one other cites it"
	} else if n > 1 {
		e.Note += fmt.Sprintf("; %d others cite it", n)
	}
	return e
}

// redactionGroups lists what was hidden, left out, lost and garbled, each kind apart.
func redactionGroups(c *model.Cable) []group {
	kinds := []struct {
		kind  model.MarkKind
		title string
	}{
		{model.Redaction, "Redactions"},
		{model.Omission, "Omissions"},
		{model.Loss, "Lost ends"},
		{model.Garble, "Garbles"},
		{model.Protect, "Protection asked for"},
	}
	var groups []group
	for _, k := range kinds {
		g := group{title: k.title}
		if k.kind == model.Redaction {
			g.empty = "none"
		}
		for i := range c.Marks {
			m := &c.Marks[i]
			if m.Kind != k.kind {
				continue
			}
			before, after := around(c.Blocks[m.Block].Text, m.Span)
			g.entries = append(g.entries, Entry{
				Text: strings.TrimSpace(m.Form + after), Note: place(&c.Blocks[m.Block]) + before,
				Block: m.Block, Span: m.Span, Mark: m, Here: true,
			})
			if m.Form == "" {
				g.entries[len(g.entries)-1].Text = m.Why
			}
		}
		if len(g.entries) > 0 || g.empty != "" {
			groups = append(groups, g)
		}
	}
	return groups
}

// place names the paragraph of a mark.
func place(b *model.Block) string {
	switch {
	case b.Number > 0:
		return fmt.Sprintf("¶%d ", b.Number)
	case b.Kind == model.Header:
		return string(b.Role) + " "
	}
	return ""
}

// around returns a few words before and after a span.
func around(text string, s model.Span) (before, after string) {
	const some = 40
	w := excerpt.Around(text, s, some, some)
	before, after = text[w.Start:s.Start], text[s.End:w.End]
	if w.Start > 0 {
		before = "…" + before
	}
	if w.End < len(text) {
		after += "…"
	}
	return before, after
}
