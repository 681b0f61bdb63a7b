package ui

import (
	tea "charm.land/bubbletea/v2"

	"reftel/internal/crash"
)

// watched is the program with commands whose panics are handed over: Bubble Tea runs them on goroutines of its own.
type watched struct{ *App }

func (w *watched) Init() tea.Cmd { return watch(w.App.Init(), handedOver) }

func (w *watched) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := w.App.Update(msg)
	return w, watch(cmd, handedOver)
}

func handedOver(c *crash.Crash) tea.Msg {
	crash.Tell(c)
	return nil
}

// watch returns a command that says with a message of its own that it has panicked, and so do those that it has run.
func watch(cmd tea.Cmd, fell func(*crash.Crash) tea.Msg) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if v := recover(); v != nil {
				msg = fell(crash.Of(v))
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			all := make(tea.BatchMsg, len(batch))
			for i, c := range batch {
				all[i] = watch(c, fell)
			}
			return all
		}
		return msg
	}
}
