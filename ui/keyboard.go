package ui

import (
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
)

// keyboard is the terminal that keys come from. When nothing will ever come from it any more, because the terminal is gone,
// that is told: Bubble Tea goes on without keys then, and nobody could end the program.
type keyboard struct {
	*os.File
	gone func()
}

// openKeyboard returns the standard input, or where that is no terminal, the terminal of the process.
func openKeyboard(gone func()) (k keyboard, err error) {
	k = keyboard{os.Stdin, gone}
	if !term.IsTerminal(os.Stdin.Fd()) {
		k.File, _, err = tea.OpenTTY()
	}
	return k, err
}

// Read reads what is typed.
func (k keyboard) Read(p []byte) (int, error) {
	n, err := k.File.Read(p)
	if err != nil {
		k.gone()
	}
	return n, err
}
