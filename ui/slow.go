package ui

import (
	"image"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/ui/layout"
	"reftel/ui/render"
	"reftel/ui/visible"
)

// How many rows of the screen an overlay gets on a slow link: what changes in it with each key is sent.
const (
	lowPalette  = 13
	lowHelp     = 20
	lowOverview = 22
)

// bare reports whether the list is drawn alone, and the room beside it left empty: the link is so slow that a reader which
// follows the cursor would have to be waited for whenever it rests. The cable under the cursor is opened all the same.
func (a *App) bare() bool { return a.focus == layout.List && !a.zoom && a.isSlow() }

// isSlow reports whether to send less than there is to show.
func (a *App) isSlow() bool {
	slow, _ := a.slow()
	return slow
}

func (a *App) slow() (slow, sure bool) {
	if !a.options.Remote || a.unzoomed || a.options.Slow == nil {
		return false, true
	}
	return a.options.Slow()
}

// beside is what stands beside the list when it is bare, and where.
func (a *App) beside() (at image.Rectangle, line string) {
	at = a.layout.Reader
	at.Max.Y = at.Min.Y + 1
	if _, sure := a.slow(); sure {
		line = " " + visible.Line(a.keyWord(keymap.List, keymap.OpenCable)) + " reads the cable. The link is slow: no preview."
	}
	return at, a.theme.Dim.Render(render.Pad(render.Truncate(line, at.Dx()), at.Dx()))
}

// toggleZoom gives the pane that has the keys the screen, or shows the others beside it, on a slow link too.
func (a *App) toggleZoom() tea.Cmd {
	a.zoom = !a.zoom
	a.unzoomed = !a.zoom
	a.arrange()
	return nil
}
