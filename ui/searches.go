package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
)

// noteSearch notes the filter of the list among the searches.
func (a *App) noteSearch() tea.Cmd {
	a.searches.Ask(a.filter.typed, a.now())
	return a.writeSearches()
}

// saveSearch keeps the filter of the list among the searches, or keeps it no longer.
func (a *App) saveSearch() tea.Cmd {
	query := a.filter.typed
	if query == "" {
		a.say(fmt.Sprintf("Nothing to save: %s filters the list first.", a.keyFor(keymap.FilterList)))
		return nil
	}
	saved := !a.searches.Saved(query)
	if saved {
		a.say(fmt.Sprintf("Saved. %s finds it again, in any library.", a.keyFor(keymap.FindSearch)))
	} else {
		a.say("No longer saved.")
	}
	a.searches.Save(query, saved, a.now())
	a.list.SetSaved(saved)
	return a.writeSearches()
}

// writeSearches writes them beside the screen.
func (a *App) writeSearches() tea.Cmd {
	searches := a.searches
	return func() tea.Msg {
		if err := searches.Write(); err != nil {
			return unwrittenMsg{err}
		}
		return nil
	}
}
