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
