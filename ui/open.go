package ui

import (
	tea "charm.land/bubbletea/v2"

	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/ui/layout"
	"reftel/ui/sidebar"
	"reftel/ui/words"
)

// opening is the reading of a cable that is to be shown. It may have to wait for a disk.
type opening struct {
	latest
	glance bool              // the cursor of the list only passes over it
	then   func() tea.Cmd    // what to do when it is there
	ahead  []tea.KeyPressMsg // keys that were typed meanwhile: they are for the cable that is to come
}

// mostAhead is how many keys are kept for a cable that is to come.
const mostAhead = 100

// isWaitedFor reports whether a cable that was asked for is on its way.
func (o *opening) isWaitedFor() bool { return o.cancel != nil && !o.glance }

// show puts a cable into the reader and the sidebar, and the cursor of the list on it; then it does something. None
// takes away what is there.
func (a *App) show(n shelf.Number, then func() tea.Cmd) tea.Cmd {
	a.preview.stop()
	a.opening.stop()
	if n == shelf.None {
		a.put(nil)
		return do(then)
	}
	if a.isRead(n) {
		a.put(a.at)
		a.list.Select(n)
		a.take(then == nil)
		return do(then)
	}
	return a.fetch(n, opening{then: then})
}

// glance shows the cable under the cursor of the list. One that is on its way is waited for: while files are read, the
// cable at the top of the list is another one every moment, and one that was asked for is not given up for a glance.
func (a *App) glance() tea.Cmd {
	a.preview.stop()
	if a.opening.cancel != nil {
		return nil
	}
	return a.fetch(a.list.Selected(), opening{glance: true})
}

// fetch has a cable read.
func (a *App) fetch(n shelf.Number, o opening) tea.Cmd {
	ctx, generation := a.opening.next(a.context)
	o.latest = a.opening.latest
	a.opening = o
	from, book := a.shelf, a.book
	return func() tea.Msg {
		o, err := from.Open(ctx, n)
		if err != nil {
			return openedMsg{generation: generation, number: n, err: err}
		}
		j, _ := jottedOn(ctx, book, o.Cable) // a notebook that can't be read is said when something is written into it
		return openedMsg{generation, n, o, stoppedIn(ctx, book, o.Cable), j, nil}
	}
}

// isRead reports whether a cable is the one that is read.
func (a *App) isRead(n shelf.Number) bool { return a.at != nil && a.at.Number == n }

// do does something, if there is anything to do.
func do(then func() tea.Cmd) tea.Cmd {
	if then == nil {
		return nil
	}
	return then()
}

// opened shows the cable that was asked for. One that can't be read leaves the reader empty: what was there before would
// be taken for it.
func (a *App) opened(msg openedMsg) tea.Cmd {
	if !a.opening.current(msg.generation) {
		return nil
	}
	a.opening.stop()
	if msg.err != nil {
		a.put(nil)
		a.complain(msg.err.Error())
		if a.opening.glance && a.list.Selected() != msg.number {
			return a.follow() // where the cursor is by now
		}
		return nil
	}
	a.put(msg.opened)
	a.stopped = msg.stopped
	a.showJotted(msg.jotted)
	if a.opening.glance {
		return tea.Batch(a.expand(), a.follow()) // where the cursor is by now
	}
	a.list.Select(msg.number)
	a.take(a.opening.then == nil)
	ahead := a.opening.ahead
	cmds := []tea.Cmd{a.expand(), do(a.opening.then)}
	for i, key := range ahead {
		if cmds = append(cmds, a.press(key)); a.opening.isWaitedFor() {
			a.opening.ahead = append(a.opening.ahead, ahead[i+1:]...)
			break
		}
	}
	return tea.Batch(cmds...)
}

// put puts an opened cable into the panes.
func (a *App) put(o *shelf.Opened) {
	if o == nil || !a.isRead(o.Number) {
		a.keepPlace()
		a.taken, a.stopped = false, nil
	}
	if o == nil {
		a.at = nil
		a.reader.Show(nil)
		a.sidebar.Show(nil, sidebar.Links{}, nil)
		return
	}
	if !a.isRead(o.Number) {
		a.steps = 1
	}
	if !a.isRead(o.Number) || a.reader.Source() {
		a.reader.Show(o.Cable)
		a.toFirstHit(o)
	}
	a.at = o
	a.fill()
}

// fill shows what is known of the cable that is read.
func (a *App) fill() {
	a.sidebar.Show(a.at.Cable, links(a.at), a.at.Terms)
	a.reader.SetTerms(places(a.at.Terms))
}

// toFirstHit scrolls to the first place of what the list is narrowed to.
func (a *App) toFirstHit(o *shelf.Opened) {
	if a.filter.query.IsZero() {
		return
	}
	if hits := library.Hits(o.Cable, a.filter.query); len(hits) > 0 {
		a.reader.Reveal(hits[0].Block, hits[0].Span)
	}
}

// links is what the sidebar shows of the references of a cable.
func links(o *shelf.Opened) sidebar.Links {
	return sidebar.Links{Cites: o.Cites, CitedBy: o.CitedBy, Others: o.Others}
}

// relate asks what the library knows now about the cable that is read.
func (a *App) relate() tea.Cmd {
	if a.at == nil {
		return nil
	}
	ctx, generation := a.relating.next(a.context)
	from, o, steps := a.shelf, a.at, a.steps
	return func() tea.Msg {
		now, err := from.Relate(ctx, o)
		if err == nil && steps > 1 {
			now, err = from.Further(ctx, now, steps)
		}
		if err == nil {
			now, err = from.Expand(ctx, now)
		}
		var copies []shelf.Number
		if err == nil {
			copies, err = copiesOf(ctx, from, o.Cable)
		}
		if err != nil { // what was known before stays
			return nil
		}
		return relatedMsg{generation, now, copies}
	}
}

func (a *App) related(msg relatedMsg) {
	if a.relating.current(msg.generation) && a.isRead(msg.opened.Number) {
		if renamed := msg.opened.Cable != a.at.Cable; renamed {
			a.reader.Rename(msg.opened.Cable)
			a.sidebar.Rename(msg.opened.Cable, a.reader.Chosen())
		}
		a.at = msg.opened
		a.reader.Repaint()
		a.fill()
		a.sayCopies(msg.copies)
		if max(len(a.at.Cites), len(a.at.CitedBy)) >= shelf.MostLinks {
			a.say("So far there are more references than are shown: the first " + words.Number(shelf.MostLinks) + ".")
		}
	}
}

// mostSteps is how far references are followed: beyond, everything leads to everything.
const mostSteps = 9

// look follows the references in the sidebar further, or less far.
func (a *App) look(more int) tea.Cmd {
	if a.at == nil {
		return nil
	}
	a.sidebar.Open(sidebar.References)
	a.steps = min(max(1, a.steps+more), mostSteps)
	a.say("References are followed " + words.Count(a.steps, "step") + " far.")
	return a.relate()
}

// open reads a cable, another one from its beginning, and remembers where one came from; then it does something.
func (a *App) open(n shelf.Number, then func() tea.Cmd) tea.Cmd {
	passedTo := a.lastRead.opened == nil && a.isRead(n) // by the cursor of the list, and nothing was read before
	if a.focus == layout.List && !a.lastRead.is(n) && !passedTo || a.focus != layout.List && !a.isRead(n) {
		a.leave()
	}
	return a.show(n, then)
}

// read opens a cable and gives the keys to the reader at once, so that those typed until it is there are for it.
func (a *App) read(n shelf.Number) tea.Cmd {
	cmd := a.open(n, nil)
	a.setFocus(layout.Reader)
	return cmd
}
