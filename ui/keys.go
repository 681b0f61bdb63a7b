package ui

import (
	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/ui/layout"
)

// scope says where keys go now.
func (a *App) scope() keymap.Scope {
	switch {
	case a.prompt.kind != noPrompt:
		return keymap.Prompt
	case a.foot.Has():
		return keymap.Foot
	case a.overlay == paletteOverlay:
		return keymap.Palette
	case a.overlay == helpOverlay:
		return keymap.Help
	case a.overlay == overviewOverlay:
		return keymap.Overview
	case a.overlay == copiesOverlay:
		return keymap.Copies
	case a.overlay == noteOverlay:
		return keymap.Note
	}
	return scopeOf(a.focus)
}

func scopeOf(p layout.Pane) keymap.Scope {
	switch p {
	case layout.Reader:
		return keymap.Reader
	case layout.Sidebar:
		return keymap.Sidebar
	}
	return keymap.List
}

// press looks a key up and does what it means; where a line is being typed, other keys are text. While a cable that was
// asked for is on its way, keys wait for it, but for those that give it up.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	scope := a.scope()
	action, pending, found := a.keys.Resolve(keymap.Chain(scope), a.pending, msg.String())
	if a.opening.isWaitedFor() && action != keymap.StepBack && action != keymap.Quit {
		if len(a.opening.ahead) < mostAhead {
			a.opening.ahead = append(a.opening.ahead, msg)
		}
		return nil
	}
	if a.marking && action != keymap.Quit {
		return a.mark(msg)
	}
	if !found && len(pending) == 0 && scope == keymap.Foot { // a key of what is above
		a.foot.Leave()
		return a.press(msg)
	}
	if !found && len(pending) == 0 && scope.Typing() {
		return a.typed(msg)
	}
	a.pending = pending
	a.message, a.resuming = "", nil
	a.going.stop()
	if !found {
		return nil
	}
	return a.actions[action](a) // a test holds that every action of the table is known
}

// typed hands a key or a paste to the line that is being typed.
func (a *App) typed(msg tea.Msg) tea.Cmd {
	a.foot.Leave()
	switch {
	case a.prompt.kind != noPrompt:
		cmd, changed := a.line.Update(msg)
		if changed {
			return tea.Batch(cmd, a.promptChanged(a.line.Value()))
		}
		return cmd
	case a.overlay == noteOverlay:
		return a.note.Update(msg)
	case a.overlay == paletteOverlay:
		cmd, changed := a.palette.Type(msg)
		if changed {
			return tea.Batch(cmd, a.find(true))
		}
		return cmd
	}
	return nil
}
