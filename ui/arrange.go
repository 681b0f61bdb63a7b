package ui

import "reftel/ui/layout"

// arrange divides the screen anew and tells the panes their sizes.
func (a *App) arrange() {
	a.layout = layout.Compute(layout.Args{
		Width: a.width, Height: a.height, Focus: a.focus, Sidebar: a.sidebarShown(), Zoom: a.zoom || a.options.Plain,
		ListWidth: a.options.ListWidth, SidebarWidth: a.options.SidebarWidth,
	})
	a.low = a.isSlow()
	l := a.layout
	a.list.SetTitled(l.Titled)
	a.reader.SetTitled(l.Titled)
	a.sidebar.SetTitled(l.Titled)
	if !l.List.Empty() {
		a.list.SetSize(l.List.Dx(), l.List.Dy())
	}
	if !l.Reader.Empty() {
		a.reader.SetSize(l.Reader.Dx(), l.Reader.Dy())
	}
	if !l.Sidebar.Empty() {
		a.sidebar.SetSize(l.Sidebar.Dx(), l.Sidebar.Dy())
	}
	a.list.SetFocus(a.focus == layout.List)
	a.reader.SetFocus(a.focus == layout.Reader)
	a.sidebar.SetFocus(a.focus == layout.Sidebar)
	for overlay, setSize := range map[overlay]func(width, height int){
		paletteOverlay: a.palette.SetSize, helpOverlay: a.help.SetSize, overviewOverlay: a.overview.SetSize, copiesOverlay: a.copies.SetSize, noteOverlay: a.note.SetSize,
	} {
		inside := a.boxed(overlay)
		setSize(inside.Dx(), inside.Dy())
	}
}

// sidebarShown reports whether the sidebar is to be drawn: on wide screens it is there until it is
// closed, on narrow ones it lies over the reader only while it has the focus.
func (a *App) sidebarShown() bool {
	if a.width >= layout.ThreePanes && !a.options.Plain {
		return a.sidebarOpen
	}
	return a.focus == layout.Sidebar
}

// setFocus gives the keys to a pane. Over SSH the reader takes the whole screen with them: there
// the terminal scrolls a line for a hundred bytes, beside other panes it takes two thousand.
func (a *App) setFocus(p layout.Pane) {
	if a.options.Remote && p != a.focus {
		a.zoom = p == layout.Reader || p == layout.Sidebar && a.isSlow()
	}
	if p == layout.List && a.focus != layout.List {
		a.lastRead = a.here()
	}
	a.focus = p
	a.arrange()
	if p == layout.Reader && !a.opening.isWaitedFor() {
		a.take(true)
	}
}
