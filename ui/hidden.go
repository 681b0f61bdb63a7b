package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/model/query"
	"reftel/ui/overview"
)

// atOnce is how many redacted cables are read before the overview shows what is hidden in them.
const atOnce = 200

// hiding is the counting of what is redacted.
type hiding struct {
	latest
	ctx context.Context // of the request under way
}

// turnOverview shows the page of redactions, or the other one again.
func (a *App) turnOverview() tea.Cmd {
	a.overview.TurnPage()
	return a.recountHidden()
}

// recountHidden counts anew what is redacted in the cables that the list shows, if that is to be seen. They are read for that,
// some at a time, so that the page fills.
func (a *App) recountHidden() tea.Cmd {
	if !a.overview.Turned() {
		a.hiding.stop()
		return nil
	}
	ctx, generation := a.hiding.next(a.context)
	a.hiding.ctx = ctx
	from, name := a.shelf, a.filter.name
	typed := query.With(a.filter.typed, string(query.Has)+":"+string(query.HasRedaction))
	return func() tea.Msg {
		q, err := query.ParseTyped(typed)
		if err != nil {
			return hiddenMsg{generation: generation, err: err}
		}
		left, err := from.Find(ctx, shelf.Question{Query: q, Name: name})
		return countHidden(ctx, from, hiddenMsg{generation: generation, count: library.NewHiding(), left: left, of: len(left), err: err})
	}
}

// countHidden reads the next cables, and returns what it comes to.
func countHidden(ctx context.Context, from shelf.Shelf, msg hiddenMsg) tea.Msg {
	if msg.err == nil {
		some := msg.left[:min(atOnce, len(msg.left))]
		msg.err = from.CountHidden(ctx, msg.count, some)
		msg.left = msg.left[len(some):]
	}
	if ctx.Err() != nil {
		return nil
	}
	return msg
}

// countedHidden shows what was counted so far, and has more be read.
func (a *App) countedHidden(msg hiddenMsg) tea.Cmd {
	switch {
	case !a.hiding.current(msg.generation):
		return nil
	case msg.err != nil:
		a.complain(msg.err.Error())
		return nil
	}
	a.overview.ShowRedactions(overview.Redactions{Hidden: msg.count.Hidden(), Read: msg.of - len(msg.left), Of: msg.of})
	if len(msg.left) == 0 {
		return nil
	}
	ctx, from := a.hiding.ctx, a.shelf
	return func() tea.Msg { return countHidden(ctx, from, msg) }
}
