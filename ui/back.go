package ui

import (
	tea "charm.land/bubbletea/v2"

	"reftel/ui/layout"
)

// stepBack undoes the latest of what stands between the reader and the plain screen. It never
// quits; that the files are still being read counts as the first thing to undo.
func (a *App) stepBack() tea.Cmd {
	if a.loading.active && a.overlay == noOverlay && !a.opening.isWaitedFor() {
		a.stopLoading()
		return nil
	}
	cmd, _ := a.back()
	return cmd
}

// close does what stepBack does, but lets the reading go on, and quits from the top level.
func (a *App) close() tea.Cmd {
	cmd, stepped := a.back()
	if !stepped {
		return a.quit()
	}
	return cmd
}

// back goes back one level; stepped is false at the top level.
func (a *App) back() (cmd tea.Cmd, stepped bool) {
	switch {
	case a.opening.isWaitedFor():
		a.opening.stop()
		a.say("Given up: the cable was not there yet.")
	case a.overlay == helpOverlay && a.help.Filter() != "":
		a.help.SetFilter("")
	case a.overlay == noteOverlay:
		return a.keepNote(), true
	case a.overlay == paletteOverlay && a.mentions != nil:
		a.closeMentions()
	case a.overlay == overviewOverlay && a.overview.Turned():
		return a.turnOverview(), true
	case a.overlay != noOverlay:
		a.closeOverlay()
	case a.focus == layout.Sidebar && a.sidebar.Filter() != "":
		a.sidebar.SetFilter("")
	case a.reader.Needle() != "":
		a.reader.Search("")
		a.reader.ClearFocus()
	case a.reader.Chosen() != nil:
		a.reader.ClearFocus()
		a.chooseName(nil)
	case a.reader.ClearFocus():
	case a.reader.Source():
		a.reader.ShowCable()
	case a.focus == layout.Sidebar:
		a.setFocus(layout.Reader)
	case a.zoom && !(a.options.Remote && a.focus == layout.Reader):
		a.zoom = false
		a.arrange()
	case a.focus == layout.Reader && len(a.shelf.All()) > 1:
		a.setFocus(layout.List)
	case a.filter.on():
		return a.clearFilter(), true
	default:
		return nil, false
	}
	return nil, true
}

// quit ends the program.
func (a *App) quit() tea.Cmd {
	a.stop()
	return tea.Quit
}
