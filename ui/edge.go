package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/ui/foot"
)

// footKeys do by themselves what stands behind them, so that the row of actions need not offer it.
var footKeys = []string{"up", "down", "left", "right", "enter", "esc", "tab", "shift+tab"}

// scopeOver is the scope of an overlay that has a row of actions, "" for one that has none.
func scopeOver(o overlay) keymap.Scope {
	switch o {
	case helpOverlay:
		return keymap.Help
	case overviewOverlay:
		return keymap.Overview
	case copiesOverlay:
		return keymap.Copies
	case noteOverlay:
		return keymap.Note
	}
	return ""
}

// atFoot lists what the row of actions of an overlay offers now.
func (a *App) atFoot(o overlay) []keymap.Binding {
	scope := scopeOver(o)
	if scope == "" {
		return nil
	}
	return slices.DeleteFunc(a.keys.Bindings(scope), func(b keymap.Binding) bool { return !ofFoot(b) || !a.makesSense(b.Action) })
}

// ofFoot reports whether an action of an overlay stands in its row of actions.
func ofFoot(b keymap.Binding) bool {
	return b.Hint != "" && !slices.ContainsFunc(b.Keys, func(key string) bool { return slices.Contains(footKeys, key) })
}

// makesSense reports whether there is something for an action of an overlay to do.
func (a *App) makesSense(action keymap.Action) bool {
	switch action {
	case keymap.OverviewWiden:
		return a.canWiden()
	case keymap.OverviewHidden:
		return a.overview.Turned() || a.overview.Redacted()
	case keymap.ComparisonCopy:
		return a.comparing.of > 1
	case keymap.ComparisonCopyBefore:
		return a.comparing.of > 2 // else it is the next one
	case keymap.ComparisonFold:
		return a.copies.Fits()
	case keymap.NoteEditor:
		return a.options.Editor != ""
	}
	return true
}

// edge draws the lower edge of an overlay, without its corners.
func (a *App) edge(o overlay, width int) string {
	f := a.foot
	if o != a.overlay { // it lies below another
		f = foot.New(&a.theme)
		f.Offer(a.atFoot(o))
	}
	return f.View(width)
}

// turnFoot goes to the row of actions, or on from there.
func (a *App) turnFoot(dir int) tea.Cmd {
	if !a.foot.Has() {
		a.foot.Offer(a.atFoot(a.overlay))
		a.foot.Enter()
		return nil
	}
	a.foot.Leave()
	if a.overlay == overviewOverlay {
		a.overview.Begin(dir)
	}
	return nil
}

// turnPart goes to the next part of the overview; behind the last and before the first are the actions.
func (a *App) turnPart(dir int) tea.Cmd {
	if !a.overview.Turn(dir) {
		return a.turnFoot(dir)
	}
	return nil
}

// doAtFoot does the action that is chosen. The row keeps the keys, so that it can be done again, unless something else has
// come up.
func (a *App) doAtFoot() tea.Cmd {
	chosen, ok := a.foot.Chosen()
	if !ok {
		return nil
	}
	over := a.overlay
	a.foot.Leave()
	cmd := a.actions[chosen.Action](a)
	if a.overlay == over && a.prompt.kind == noPrompt {
		a.foot.Return()
	}
	return cmd
}
