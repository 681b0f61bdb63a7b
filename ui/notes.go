package ui

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model"
	"reftel/model/excerpt"
	"reftel/model/library/shelf"
	"reftel/model/notebook"
	"reftel/model/query"
	"reftel/ui/layout"
	"reftel/ui/reader"
	"reftel/ui/sidebar"
	"reftel/ui/words"
)

// jotted is what the notebook has on a cable.
type jotted struct {
	Notes  []notebook.Note
	Marks  []notebook.Mark
	Labels []string
}

// jottedOn asks the notebook what it has on a cable.
func jottedOn(ctx context.Context, book *notebook.Notebook, c *model.Cable) (j jotted, err error) {
	if j.Notes, err = book.NotesOn(ctx, c); err != nil {
		return j, err
	}
	all, err := book.Marks(ctx)
	if err != nil {
		return j, err
	}
	j.Marks = notebook.MarksOn(c, all)
	j.Labels, err = book.LabelsOn(ctx, c)
	return j, err
}

// rejot asks again what the notebook has on the cable that is read.
func (a *App) rejot() tea.Cmd {
	if a.at == nil {
		return nil
	}
	ctx, generation := a.jotting.next(a.context)
	book, n, c := a.book, a.at.Number, a.at.Cable
	return func() tea.Msg {
		j, err := jottedOn(ctx, book, c)
		if err != nil {
			return nil // what fails when something is written is said then
		}
		return jottedMsg{generation, n, j}
	}
}

func (a *App) rejotted(msg jottedMsg) {
	if a.jotting.current(msg.generation) && a.isRead(msg.number) {
		a.showJotted(msg.jotted)
	}
}

// showJotted shows what the notebook has on the cable that is read: signs beside the text, and a tab of the sidebar.
func (a *App) showJotted(j jotted) {
	a.jotted = j
	c := a.at.Cable
	signs := map[int]string{}
	var kept sidebar.Kept
	for i := range j.Notes {
		n := &j.Notes[i]
		at := n.Find(c)
		kept.Notes = append(kept.Notes, sidebar.Jotting{Text: n.Text, At: at})
		signs[at.Block] = reader.NotedSign
	}
	for i := range j.Marks {
		m := &j.Marks[i]
		at := m.Find(c)
		kept.Marks = append(kept.Marks, sidebar.Jotting{Text: string(m.Letter), At: at})
		if signs[at.Block] == "" {
			signs[at.Block] = reader.MarkSign
		}
	}
	kept.Labels = j.Labels
	a.reader.SetKept(signs)
	a.sidebar.SetKept(kept)
}

// noteHere opens the note on the paragraph that is read, or begins one.
func (a *App) noteHere() tea.Cmd {
	c, block := a.at.Cable, a.reader.Paragraph()
	n := notebook.Note{Anchor: notebook.AnchorAt(c, block, 0)}
	if block >= 0 && a.reader.Focus() != nil {
		n.Anchor = notebook.AnchorAt(c, block, a.reader.Focus().Span.Start)
	}
	if i := slices.IndexFunc(a.jotted.Notes, func(n notebook.Note) bool { return n.Find(c).Block == block }); i >= 0 {
		n = a.jotted.Notes[i]
	}
	a.noting = n
	title := "Note on " + nameOf(c)
	if n.Paragraph > 0 {
		title += fmt.Sprintf(" ¶%d", n.Paragraph)
	}
	a.note.Open(words.Join(": ", title, excerpt.FirstWords(n.Quote, 60)), n.Text)
	a.overlay = noteOverlay
	a.arrange()
	return nil
}

// nameOf is what a cable is called in a message.
func nameOf(c *model.Cable) string {
	if c.ID.IsZero() {
		return "this cable"
	}
	return c.ID.String()
}

// keepNote closes the box and keeps what was written; a note without a word is taken away.
func (a *App) keepNote() tea.Cmd {
	n, changed, now := a.noting, a.note.Changed(), a.now()
	text := a.note.Value()
	a.closeOverlay()
	switch {
	case !changed:
		return nil
	case text == "" && n.UID == "":
		return nil
	case text == "":
		a.keepAsked(func(ctx context.Context, b *notebook.Notebook) error {
			_, err := b.Remove(ctx, n, now)
			return err
		}, func() tea.Cmd { a.say("The note is taken away."); return a.rejot() })
		return nil
	}
	n.Text = text
	var saved notebook.Note
	on := shelf.None
	if a.at != nil {
		on = a.at.Number
	}
	a.keeping.queue = append(a.keeping.queue, kept{
		asked: true,
		text:  text,
		write: func(ctx context.Context, b *notebook.Notebook) (err error) {
			saved, err = b.Save(ctx, n, now)
			return err
		},
		then: func() tea.Cmd {
			if a.isRead(on) { // pressed again at once, the key opens this note and no other
				a.jotted.Notes = append(slices.DeleteFunc(a.jotted.Notes, func(o notebook.Note) bool { return o.UID == saved.UID }), saved)
			}
			a.say(fmt.Sprintf("The note is kept. %s lists all.", a.keyFor(keymap.FindMark)))
			return a.rejot()
		},
		fails: func() { a.reopenNote(n) },
	})
	return nil
}

// reopenNote shows a note again that could not be kept, with what was written.
func (a *App) reopenNote(n notebook.Note) {
	if a.overlay != noOverlay {
		return
	}
	a.noting = n
	a.overlay = noteOverlay
	a.arrange()
}

// dropNote closes the box without keeping what was changed.
func (a *App) dropNote() tea.Cmd {
	if a.note.Changed() {
		a.say("What was changed is dropped.")
	}
	a.closeOverlay()
	return nil
}

// markHere has the next key stand for the place that is read.
func (a *App) markHere() tea.Cmd {
	a.marking = true
	a.say("Which letter or digit stands for this place?")
	return nil
}

// mark has a letter stand for the place that is read.
func (a *App) mark(key tea.KeyPressMsg) tea.Cmd {
	a.marking, a.message = false, ""
	typed := []rune(key.Text)
	if len(typed) != 1 || !notebook.IsMark(typed[0]) {
		a.say("No mark was set: a letter or a digit names one.")
		return nil
	}
	letter, place, now := typed[0], a.anchor(), a.now()
	if a.reader.Focus() == nil {
		place = notebook.AnchorAt(a.at.Cable, a.reader.Paragraph(), 0)
	}
	a.keepAsked(func(ctx context.Context, b *notebook.Notebook) error { return b.SetMark(ctx, letter, place, now) }, func() tea.Cmd {
		a.say(fmt.Sprintf("Mark %c is set. %s %c leads back here.", letter, a.keyFor(keymap.FindMark), letter))
		return a.rejot()
	})
	return nil
}

// labelTyped gives the cable a label, or takes it away when it has it.
func (a *App) labelTyped(label string) tea.Cmd {
	if label == "" || a.at == nil {
		return nil
	}
	on := !slices.Contains(a.jotted.Labels, label)
	key, now := a.at.Cable.Key(), a.now()
	a.keepAsked(func(ctx context.Context, b *notebook.Notebook) error { return b.SetLabel(ctx, label, on, now, key) }, func() tea.Cmd {
		if on {
			a.say(fmt.Sprintf("Labelled %s. The filter label:%s lists all that are.", label, query.Quoted(label)))
		} else {
			a.say("No longer labelled " + label + ".")
		}
		return a.rejot()
	})
	return nil
}

// toKept goes to a place that was kept, in whatever cable of the library it is.
func (a *App) toKept(place notebook.Anchor) tea.Cmd {
	ctx, generation := a.going.next(a.context)
	from := a.shelf
	return func() tea.Msg {
		n, err := cableOf(ctx, from, &place)
		return placedMsg{generation, n, place, err}
	}
}

func (a *App) placed(msg placedMsg) tea.Cmd {
	switch {
	case !a.going.current(msg.generation):
		return nil
	case msg.err != nil:
		a.complain(msg.err.Error())
		return nil
	case msg.number == shelf.None:
		a.complain(msg.place.Key().String() + " is not in this library.")
		return nil
	}
	a.leave()
	return a.show(msg.number, func() tea.Cmd {
		a.setFocus(layout.Reader)
		f := msg.place.Find(a.at.Cable)
		if f.Block >= 0 {
			a.reader.Jump(reader.Focus{Block: f.Block})
		}
		switch f.How {
		case notebook.Moved:
			a.say("Those words stand in another paragraph of this copy.")
		case notebook.Similar:
			a.say("Those words don't stand in this copy; this paragraph has most of them.")
		case notebook.Lost:
			a.say("Those words don't stand in this copy.")
		}
		return nil
	})
}
