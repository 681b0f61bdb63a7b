package ui

import (
	tea "charm.land/bubbletea/v2"

	"reftel/model/library/shelf"
	"reftel/ui/layout"
	"reftel/ui/reader"
)

// place is where somebody was reading.
type place struct {
	opened *shelf.Opened // nil: none
	anchor reader.Anchor
	focus  *reader.Focus
}

// is reports whether a cable was being read.
func (p place) is(n shelf.Number) bool { return p.opened != nil && p.opened.Number == n }

// history is the road that was taken through the library.
type history struct {
	back, forward []place
}

// leave remembers the place that is being left by a jump. What lay ahead is forgotten.
func (h *history) leave(p place) {
	h.forward = nil
	if n := len(h.back); n > 0 && h.back[n-1].is(p.opened.Number) && h.back[n-1].anchor == p.anchor {
		return
	}
	h.back = append(h.back, p)
}

// goBack returns the place before now; goForward undoes it.
func (h *history) goBack(now place) (place, bool) { return step(&h.back, &h.forward, now) }

func (h *history) goForward(now place) (place, bool) { return step(&h.forward, &h.back, now) }

// step takes the last place of one stack and puts the present one, if there is one, on the other.
func step(from, to *[]place, now place) (place, bool) {
	n := len(*from)
	if n == 0 {
		return place{}, false
	}
	p := (*from)[n-1]
	*from = (*from)[:n-1]
	if now.opened != nil {
		*to = append(*to, now)
	}
	return p, true
}

// here is the place that is being read now.
func (a *App) here() place {
	return place{a.at, a.reader.Anchor(), a.reader.Focus()}
}

// leave remembers the present place in the history. In the list that is where one last read: what
// the cursor has passed over since was only looked at.
func (a *App) leave() {
	p := a.here()
	if a.focus == layout.List && a.lastRead.opened != nil {
		p = a.lastRead
	}
	if p.opened != nil {
		a.history.leave(p)
	}
}

// goBack returns to where the last jump began.
func (a *App) goBack() tea.Cmd {
	if p, ok := a.history.goBack(a.here()); ok {
		return a.goTo(p)
	}
	a.say("This is where you began: nothing to go back to.")
	return nil
}

// goForward undoes goBack.
func (a *App) goForward() tea.Cmd {
	if p, ok := a.history.goForward(a.here()); ok {
		return a.goTo(p)
	}
	a.say("Nothing to go forward to.")
	return nil
}

// goTo shows a place of the history, whose cable is still at hand.
func (a *App) goTo(p place) tea.Cmd {
	a.preview.stop()
	a.opening.stop()
	a.put(p.opened)
	a.take(false)
	a.list.Select(p.opened.Number)
	if p.focus != nil {
		a.reader.Jump(*p.focus)
	}
	a.reader.GoTo(p.anchor)
	return a.relate()
}
