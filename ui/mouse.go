package ui

import (
	"image"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/ui/layout"
)

// wheelRows is how far a notch of the wheel goes.
const wheelRows = 3

// toggleMouse takes the mouse from the terminal, or gives it back.
func (a *App) toggleMouse() tea.Cmd {
	a.mouse = !a.mouse
	if a.mouse {
		a.say("The mouse is reftel's. Text is selected with " + selecting + "; " + a.keyFor(keymap.ToggleMouse) + " gives it back.")
	} else {
		a.say("The mouse is the terminal's: drag to select text. " + a.keyFor(keymap.ToggleMouse) + " takes it again.")
	}
	return nil
}

// selecting is how text is selected while a program has the mouse.
const selecting = "shift+drag"

// pointed does what the mouse asks for. A cable that was asked for is waited for, as with keys.
func (a *App) pointed(msg tea.MouseMsg) tea.Cmd {
	if a.layout.TooSmall || a.opening.isWaitedFor() {
		return nil
	}
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseWheelMsg:
		switch m.Button {
		case tea.MouseWheelDown:
			return a.wheel(m.X, m.Y, wheelRows)
		case tea.MouseWheelUp:
			return a.wheel(m.X, m.Y, -wheelRows)
		}
	case tea.MouseClickMsg:
		if m.Button == tea.MouseLeft && a.prompt.kind == noPrompt {
			a.pending, a.message = nil, ""
			a.going.stop()
			return a.click(m.X, m.Y)
		}
	case tea.MouseMotionMsg:
		if m.Button == tea.MouseLeft { // somebody wants to select text
			a.say("Text is selected with " + selecting + "; " + a.keyFor(keymap.ToggleMouse) + " gives the mouse to the terminal.")
		}
	}
	return nil
}

// wheel scrolls what lies under the pointer; what has the keys keeps them.
func (a *App) wheel(x, y, rows int) tea.Cmd {
	switch a.overlay {
	case noteOverlay: // it is as high as it needs to be
		return nil
	case overviewOverlay:
		inside := a.boxed(overviewOverlay)
		a.overview.Scroll(x-inside.Min.X, y-inside.Min.Y, rows)
		return nil
	case paletteOverlay, helpOverlay, copiesOverlay:
		return a.move(func(m mover) { m.Move(rows) })
	}
	switch p, _ := a.paneAt(x, y); p {
	case layout.Reader:
		a.reader.Move(rows)
	case layout.Sidebar:
		a.sidebar.Scroll(rows)
	case layout.List:
		before := a.list.Selected()
		if a.list.Scroll(rows); a.list.Selected() != before && a.focus == layout.List {
			return a.follow()
		}
	}
	return nil
}

// click gives the keys to the pane under the pointer and selects what stands there. What was selected already is opened.
func (a *App) click(x, y int) tea.Cmd {
	if a.overlay != noOverlay {
		return a.clickOverlay(x, y)
	}
	if image.Pt(x, y).In(a.layout.Tabs) {
		return a.clickTab(x)
	}
	p, row := a.paneAt(x, y)
	if p == "" {
		return nil
	}
	had := a.focus == p
	focus := a.goToPane(p)
	switch p {
	case layout.List:
		before := a.list.Selected()
		switch {
		case !a.list.SelectAt(row):
		case a.list.Selected() != before:
			return tea.Batch(focus, a.follow())
		case had:
			return a.openSelected()
		}
	case layout.Sidebar:
		_, before, _ := a.sidebar.Where()
		if a.sidebar.SelectAt(row) && had {
			if _, now, _ := a.sidebar.Where(); now == before {
				return a.choose()
			}
		}
	}
	return focus
}

// clickOverlay selects what stands under the pointer in what lies over the panes. What was selected already is opened, and
// an action of its lower edge is done.
func (a *App) clickOverlay(x, y int) tea.Cmd {
	box, inside := a.overlayBox(a.overlay), a.boxed(a.overlay)
	if !a.options.Plain && y == box.Max.Y-1 {
		b, ok := a.foot.At(x-box.Min.X-1, box.Dx()-2)
		if !ok {
			return nil
		}
		a.foot.Leave()
		return a.actions[b.Action](a)
	}
	if !image.Pt(x, y).In(inside) {
		return nil
	}
	a.foot.Leave()
	x, y = x-inside.Min.X, y-inside.Min.Y
	switch a.overlay {
	case paletteOverlay:
		before, _, _ := a.palette.Place()
		if !a.palette.SelectAt(y) {
			return nil
		}
		if now, _, _ := a.palette.Place(); now == before {
			return a.jump()
		}
		return a.move(func(mover) {}) // what else the row wants to know
	case helpOverlay:
		if _, again := a.help.SelectAt(y); again {
			b, _ := a.help.Chosen()
			a.closeOverlay()
			return a.actions[b.Action](a)
		}
	case overviewOverlay:
		if _, again := a.overview.SelectAt(x, y); again {
			return a.narrow()
		}
	case copiesOverlay:
		if _, again := a.copies.SelectAt(x, y); again {
			return a.goToCopy()
		}
	}
	return nil
}

// paneAt returns the pane that a cell of the screen belongs to and the row of it, "" for none.
func (a *App) paneAt(x, y int) (p layout.Pane, row int) {
	for _, one := range []struct {
		pane layout.Pane
		at   image.Rectangle
	}{{layout.Sidebar, a.layout.Sidebar}, {layout.List, a.layout.List}, {layout.Reader, a.layout.Reader}} {
		if image.Pt(x, y).In(one.at) { // the sidebar may lie over the reader
			return one.pane, y - one.at.Min.Y
		}
	}
	return "", 0
}

// clickTab goes to the pane whose tab is under the pointer.
func (a *App) clickTab(x int) tea.Cmd {
	left := 0
	for _, p := range layout.Panes() {
		if left += len(tabName(p)); x < left {
			return a.goToPane(p)
		}
	}
	return nil
}

// tabName is what the tab of a pane says, with the blanks around it.
func tabName(p layout.Pane) string {
	names := map[layout.Pane]string{layout.List: "1 Cables", layout.Reader: "2 Reader", layout.Sidebar: "3 Sidebar"}
	return " " + names[p] + " "
}
