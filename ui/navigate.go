package ui

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model"
	"reftel/ui/layout"
	"reftel/ui/palette"
	"reftel/ui/reader"
	"reftel/ui/sidebar"
	"reftel/ui/words"
)

// show puts a cable into the reader and the sidebar.
func (a *App) show(c *model.Cable) {
	a.preview.stop()
	if c != a.reader.Cable() || a.reader.Source() {
		a.reader.Show(c)
	}
	a.list.Select(c)
	a.refreshLinks()
}

// open reads a cable, another one from its beginning, and remembers where one came from.
func (a *App) open(c *model.Cable) {
	if came := a.lastRead.cable; a.focus == layout.List && c != came || a.focus != layout.List && c != a.reader.Cable() {
		a.leave()
	}
	a.show(c)
}

// refreshLinks tells the sidebar what the library knows now about the cable that is read.
func (a *App) refreshLinks() {
	c := a.reader.Cable()
	links := sidebar.Links{}
	if c != nil {
		links.Cites = a.library.Cites(c)
		links.CitedBy = a.library.CitedBy(c.ID)
		links.Others = a.othersCiting
	}
	a.sidebar.Show(c, links)
}

// follow shows the cable under the cursor of the list once the cursor rests on it.
func (a *App) follow() tea.Cmd {
	c := a.list.Selected()
	if c == nil || c == a.reader.Cable() {
		if c == nil {
			a.show(nil)
		}
		return nil
	}
	if a.reader.Cable() == nil || a.options.Pause <= 0 {
		a.show(c)
		return nil
	}
	_, generation := a.preview.next()
	return tea.Tick(a.options.Pause, func(time.Time) tea.Msg { return previewMsg{generation} })
}

func (a *App) previewed(msg previewMsg) {
	if a.preview.current(msg.generation) && !a.reading() {
		a.show(a.list.Selected())
	}
}

// reading reports whether somebody reads a cable, so that the list must not take it away.
func (a *App) reading() bool { return a.focus != layout.List && a.reader.Cable() != nil }

// neighbour reads the next or the previous cable of the list.
func (a *App) neighbour(dir int) {
	c := a.list.Neighbour(a.reader.Cable(), dir)
	if c == nil {
		end := "last"
		if dir < 0 {
			end = "first"
		}
		a.say("This is the " + end + " cable of the list.")
		return
	}
	a.open(c)
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
	ids, state := a.library.Leads(a.reader.Cable(), m)
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
		var here []*model.Cable
		for _, id := range ids {
			if copies := a.library.ByID(id); len(copies) > 0 {
				here = append(here, copies[0])
			}
		}
		if len(here) == 1 || len(here) > 0 && m.RefTo == model.ToPage {
			a.openAt(here[0], m)
			return nil
		}
		a.sidebar.Open(sidebar.References)
		a.sidebarOpen = true
		a.setFocus(layout.Sidebar)
		a.say(fmt.Sprintf("%q leads to %d cables: choose one.", m.Form, len(here)))
	default:
		a.complain(a.explain(m))
	}
	return nil
}

// openAt opens the document that a reference leads to, at the footnote or the page that it names.
func (a *App) openAt(c *model.Cable, m model.Mark) {
	if c == a.reader.Cable() {
		a.leave()
	}
	a.open(c)
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
func (a *App) choose() {
	e, ok := a.sidebar.Selected()
	if !ok {
		return
	}
	switch {
	case e.Name != nil:
		if c := a.reader.Chosen(); c != nil && c.Name == e.Name.Name && c.Kind == e.Name.Kind {
			a.chooseName(nil)
			return
		}
		a.chooseName(e.Name)
	case e.Other && e.Link.Cable != nil:
		a.open(e.Link.Cable)
		a.setFocus(layout.Reader)
	case e.Other:
		a.complain(e.Link.ID.String() + " is not in this library.")
	case e.Here:
		a.leave()
		a.reader.Jump(reader.Focus{Block: e.Block, Span: e.Span, Mark: e.Mark})
		a.setFocus(layout.Reader)
	}
}

// chooseName lights a name of the cable that is read and goes to its first mention; nil lights
// none.
func (a *App) chooseName(n *model.Name) {
	a.reader.Choose(n)
	a.sidebar.SetChosen(n)
	if n == nil {
		return
	}
	a.reader.ClearFocus()
	who := words.Named(*n)
	if at, of, ok := a.reader.First(reader.Mentions, 1); ok {
		a.say(fmt.Sprintf("%s: mention %d of %d. %s goes on.", who, at, of, a.keyFor(keymap.NextMention)))
	} else {
		a.say(who + ": no mention in the text.")
	}
}

// toggleSource shows the bytes of the cable as they stand in its file, or the cable again.
func (a *App) toggleSource() tea.Cmd {
	c := a.reader.Cable()
	if a.reader.Source() {
		a.reader.ShowCable()
		return nil
	}
	_, generation := a.sourcing.next()
	read := a.library.Source(c)
	return func() tea.Msg {
		source, err := read()
		return sourceMsg{generation, c, source, err}
	}
}

// sourced shows the source that has been read. Where the file has changed since, what it has now
// is shown, and said.
func (a *App) sourced(msg sourceMsg) {
	if !a.sourcing.current(msg.generation) || msg.cable != a.reader.Cable() {
		return
	}
	if msg.err != nil {
		a.complain(msg.err.Error())
	} else {
		at := msg.cable.Source
		a.say(fmt.Sprintf("%s, bytes %d to %d", at.File, at.Span.Start, at.Span.End))
	}
	if msg.source != nil {
		a.reader.ShowSource(msg.source)
	}
}
