package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"reftel/model/library/shelf"
)

// fetching says how it stands with the rows of the list.
type fetching struct {
	active bool // some are on their way
	failed bool // they could not be read: they are asked for again when the list changes
}

// fetchRows brings the rows that the list wants to hand. While they are on their way no others are asked for: what is
// wanted then is asked for when they are there.
func (a *App) fetchRows() tea.Cmd {
	if a.fetching.active || a.fetching.failed {
		return nil
	}
	wanted := slices.DeleteFunc(a.list.Window(), func(n shelf.Number) bool {
		_, here := a.shelf.Row(n)
		return here
	})
	if len(wanted) == 0 {
		return nil
	}
	a.fetching.active = true
	from, ctx := a.shelf, a.context
	return func() tea.Msg { return fetchedMsg{from.Fetch(ctx, wanted)} }
}

// fetched says what went wrong; what did not is drawn from the shelf.
func (a *App) fetched(msg fetchedMsg) {
	a.fetching = fetching{failed: msg.err != nil}
	if msg.err != nil {
		a.complain(msg.err.Error())
	}
}
