package help

import "reftel/keymap"

// SelectAt chooses the key in a row of the overlay, from 0. hit is false where there is none; again says that it was chosen
// already.
func (h *Help) SelectAt(row int) (hit, again bool) {
	head := 2
	if h.low() {
		head = 0
	}
	lines := h.lines()
	i := h.top + row - head
	if row < head || i >= len(lines) || lines[i].of == nil {
		return false, false
	}
	again = h.chosen == lines[i].of
	h.chosen = lines[i].of
	return true, again
}

// Chosen returns the key that was chosen; ok is false where none was.
func (h *Help) Chosen() (b keymap.Binding, ok bool) {
	if h.chosen == nil {
		return keymap.Binding{}, false
	}
	return *h.chosen, true
}
