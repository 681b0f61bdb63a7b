package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model/notebook"
)

// noteSearch notes the filter of the list among the searches.
func (a *App) noteSearch() tea.Cmd {
	query, at := a.filter.typed, a.now()
	return a.write(func(s *notebook.Searches) error { return s.Ask(query, at) })
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
	at := a.now()
	return a.write(func(s *notebook.Searches) error { return s.Save(query, saved, at) })
}

// write changes the searches beside the screen.
func (a *App) write(change func(*notebook.Searches) error) tea.Cmd {
	searches := a.searches
	return func() tea.Msg { return notedMsg{change(searches)} }
}

// noted shows whether the filter is saved by now.
func (a *App) noted(msg notedMsg) {
	if msg.err != nil {
		a.complain(msg.err.Error())
	}
	a.list.SetSaved(a.searches.Saved(a.filter.typed))
}
