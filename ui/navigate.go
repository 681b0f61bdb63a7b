package ui

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model"
	"reftel/model/library/shelf"
	"reftel/model/names"
	"reftel/model/query"
	"reftel/ui/layout"
	"reftel/ui/palette"
	"reftel/ui/reader"
	"reftel/ui/sidebar"
	"reftel/ui/words"
)

// follow shows the cable under the cursor of the list once the cursor rests on it.
func (a *App) follow() tea.Cmd {
	n := a.list.Selected()
	switch {
	case n == shelf.None:
		return a.show(n, nil)
	case a.isRead(n):
		a.preview.stop()
		if a.opening.glance {
			a.opening.stop()
		}
		return nil
	case a.at == nil || a.options.Pause <= 0:
		return a.glance()
	}
	_, generation := a.preview.next(a.context)
	return tea.Tick(a.options.Pause, func(time.Time) tea.Msg { return previewMsg{generation} })
}

func (a *App) previewed(msg previewMsg) tea.Cmd {
	if a.preview.current(msg.generation) && !a.reading() {
		return a.glance()
	}
	return nil
}

// reading reports whether somebody reads a cable, so that the list must not take it away.
func (a *App) reading() bool { return a.focus != layout.List && a.reader.Cable() != nil }

// neighbour reads the next or the previous cable of the list.
func (a *App) neighbour(dir int) tea.Cmd {
	n := a.list.Neighbour(a.at.Number, dir)
	if n != shelf.None {
		return a.open(n, nil)
	}
	end := "last"
	if dir < 0 {
		end = "first"
	}
	a.say("This is the " + end + " cable of the list.")
	return nil
}

// followReference goes where the reference that is lit leads to; without one it opens the palette.
func (a *App) followReference() tea.Cmd {
	f := a.reader.Focus()
	if f == nil || f.Mark == nil || f.Mark.Kind != model.Citation && f.Mark.Kind != model.NoteSign {
		return a.openPalette(palette.All)
	}
	m := *f.Mark
	if m.Kind == model.NoteSign || m.RefTo == model.ToNote {
		a.toNote(m)
		return nil
	}
	ids, state := a.at.Leads(m)
	switch state {
	case model.ParagraphHere:
		var number int
		if _, err := fmt.Sscan(m.Target, &number); err == nil {
			if block, ok := a.reader.Cable().Paragraph(number); ok {
				a.leave()
				a.reader.Jump(reader.Focus{Block: block})
			}
		}
	case model.Resolved:
		return a.locate(m, ids)
	default:
		a.complain(a.explain(m))
	}
	return nil
}

// locate looks up the cables that a reference leads to: of each id the first copy.
func (a *App) locate(m model.Mark, ids []model.ID) tea.Cmd {
	ctx, generation := a.going.next(a.context)
	from := a.shelf
	return func() tea.Msg {
		var here []shelf.Number
		for _, id := range ids {
			copies, err := from.WithID(ctx, id)
			if err != nil {
				return locatedMsg{generation, m, nil, err}
			}
			here = append(here, copies[:min(1, len(copies))]...)
		}
		return locatedMsg{generation, m, here, nil}
	}
}

// located opens the cable that a reference leads to; of several one has to be chosen.
func (a *App) located(msg locatedMsg) tea.Cmd {
	switch m := msg.mark; {
	case !a.going.current(msg.generation) || a.at == nil:
	case msg.err != nil:
		a.complain(msg.err.Error())
	case len(msg.numbers) == 1 || len(msg.numbers) > 0 && m.RefTo == model.ToPage:
		return a.openAt(msg.numbers[0], m)
	default:
		a.sidebar.Open(sidebar.References)
		a.sidebarOpen = true
		a.setFocus(layout.Sidebar)
		a.say(fmt.Sprintf("%q leads to %d cables: choose one.", m.Form, len(msg.numbers)))
	}
	return nil
}

// openAt opens the document that a reference leads to, at the footnote or the page that it names.
func (a *App) openAt(n shelf.Number, m model.Mark) tea.Cmd {
	if a.isRead(n) {
		a.leave()
	}
	return a.open(n, func() tea.Cmd {
		a.jumpInto(a.at.Cable, m)
		return nil
	})
}

// jumpInto goes to the footnote or the page of a document that a reference names.
func (a *App) jumpInto(c *model.Cable, m model.Mark) {
	if m.Note != "" {
		if block, ok := c.Note(m.Note); ok {
			a.reader.Jump(reader.Focus{Block: block})
		} else {
			a.complain(c.ID.String() + " has no note " + m.Note + ".")
		}
		return
	}
	for i := range c.Marks {
		p := &c.Marks[i]
		if m.RefTo == model.ToPage && p.Kind == model.PageBreak && p.Page == m.Page {
			a.reader.Jump(reader.Focus{Block: p.Block, Span: p.Span, Mark: p})
			return
		}
	}
}

// toNote goes to a footnote of the document that is read.
func (a *App) toNote(m model.Mark) {
	block, ok := a.reader.Cable().Note(m.Target)
	if !ok {
		a.complain(a.explain(m))
		return
	}
	a.leave()
	a.reader.Jump(reader.Focus{Block: block})
}

// choose does what Enter means in the sidebar.
func (a *App) choose() tea.Cmd {
	e, ok := a.sidebar.Selected()
	if !ok {
		return nil
	}
	switch {
	case e.Name != nil:
		if c := a.reader.Chosen(); c != nil && c.Name == e.Name.Name && c.Kind == e.Name.Kind {
			a.chooseName(nil)
			return nil
		}
		a.chooseName(e.Name)
	case e.Term != nil:
		a.chooseTerm(e.Term)
	case e.Other && e.Link.Number != shelf.None:
		return a.read(e.Link.Number)
	case e.Other:
		return a.listCiting(e.Link.ID)
	case e.Here:
		a.leave()
		a.reader.Jump(reader.Focus{Block: e.Block, Span: e.Span, Mark: e.Mark})
		a.setFocus(layout.Reader)
	}
	return nil
}

// listCiting narrows the list to the cables that cite one which is missing.
func (a *App) listCiting(id model.ID) tea.Cmd {
	a.setFocus(layout.List)
	cmd := a.setFilter("ref:" + query.Quoted(id.String()))
	a.say(id.String() + " is not in this library: these cables cite it.")
	return cmd
}

// chooseName lights a name of the cable that is read and goes to its first mention; nil lights
// none.
func (a *App) chooseName(n *model.Name) {
	a.lightName(n, nil)
	if n == nil {
		return
	}
	a.reader.ClearFocus()
	if at, of, ok := a.reader.First(reader.Mentions, 1); ok {
		a.tellMention(n, at, of)
	} else {
		a.say(words.Named(*n) + ": no mention in the text.")
	}
}

// lightName lights a name of the cable that is read, which stands for a name of the library if one is given.
func (a *App) lightName(n *model.Name, of *names.Entry) {
	a.reader.Choose(n)
	a.sidebar.SetChosen(n)
	a.named = of
}

// tellMention says which mention of a name was reached.
func (a *App) tellMention(n *model.Name, at, of int) {
	a.say(fmt.Sprintf("%s: mention %d of %d%s. %s goes on.", words.Named(*n), at, of, a.standsFor(), a.keyFor(keymap.NextMention)))
}

// toggleSource shows the bytes of the cable as they stand in its file, or the cable again.
func (a *App) toggleSource() tea.Cmd {
	if a.reader.Source() {
		a.reader.ShowCable()
		return nil
	}
	ctx, generation := a.sourcing.next(a.context)
	from, n := a.shelf, a.at.Number
	return func() tea.Msg {
		source, err := from.Source(ctx, n)
		return sourceMsg{generation, n, source, err}
	}
}

// sourced shows the source that has been read. Where the file has changed since, what it has now
// is shown, and said.
func (a *App) sourced(msg sourceMsg) {
	if !a.sourcing.current(msg.generation) || !a.isRead(msg.number) {
		return
	}
	if msg.err != nil {
		a.complain(msg.err.Error())
	} else {
		at := a.at.Cable.Source
		a.say(fmt.Sprintf("%s, bytes %d to %d", at.File, at.Span.Start, at.Span.End))
	}
	if msg.source != nil {
		a.reader.ShowSource(msg.source)
	}
}
