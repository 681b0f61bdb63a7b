package ui

import "reftel/keymap"

// UnknownActions returns the actions of a table that no key could carry out.
func UnknownActions(table []keymap.Binding) []keymap.Action {
	var out []keymap.Action
	actions := actionTable()
	for _, b := range table {
		if actions[b.Action] == nil {
			out = append(out, b.Action)
		}
	}
	return out
}

// NamesFile reports whether what is typed now is the name of a file.
func (a *App) NamesFile() bool { return a.prompt.kind == exportPrompt }

// IsRead reports whether all of the library has been read.
func (a *App) IsRead() bool { return !a.loading.active }
