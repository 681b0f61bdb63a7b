// Package layout divides the screen among the panes. It is a pure function of a few numbers.
//
// With 120 columns and more there are three panes, with 80 to 119 two and the sidebar lies over the
// right of the reader when it is open, with fewer one and a strip of tabs above it:
//
//	+------+-------------+-------+   +------+-------------+   +-------------+
//	| list | reader      | side  |   | list | reader+-----+   | tabs        |
//	|      |             | bar   |   |      |       |side |   | the pane    |
//	|      |             |       |   |      |       |bar  |   | with the    |
//	|      |             |       |   |      |       |     |   | focus       |
//	| status                     |   | status             |   | status      |
//	+------+-------------+-------+   +------+-------------+   +-------------+
//
// Panes have no frame. Between two of them runs a line one column wide (Separators). A pane that
// has the screen to itself fills its rows from edge to edge, because the renderer can then scroll
// them by a scroll region: some 130 bytes a line over a slow link instead of 2,300.
package layout

import "image"

// Pane names one of the three panes.
type Pane string

// The panes, in the order of Tab.
const (
	List    Pane = "list"
	Reader  Pane = "reader"
	Sidebar Pane = "sidebar"
)

// Panes lists the panes in the order of Tab.
func Panes() []Pane { return []Pane{List, Reader, Sidebar} }

// The widths at which the division changes, and the least screen that shows anything.
const (
	ThreePanes = 120
	TwoPanes   = 80
	MinWidth   = 20
	MinHeight  = 5
)

// Args are the facts that the division depends on.
type Args struct {
	Width, Height int
	Focus         Pane // "" counts as List
	Sidebar       bool // the sidebar is open; it counts as open too while it has the focus
	Zoom          bool // the focused pane has the screen to itself

	// Columns that list and sidebar are to have; 0: what fits. The reader keeps leastReader all the same.
	ListWidth, SidebarWidth int
}

// Layout says where everything stands, in cells of the screen. An empty rectangle is not drawn.
// Where the sidebar lies over the reader, their rectangles overlap: the sidebar is drawn later.
type Layout struct {
	TooSmall bool // nothing is drawn but one line that says so; all rectangles below are empty

	List, Reader, Sidebar image.Rectangle
	Separators            []image.Rectangle // one column wide, between panes
	Tabs                  image.Rectangle   // one row that names the panes, where only one is shown
	Status                image.Rectangle   // the last row

	// Titled: each pane writes its name and position in the first row of its rectangle. Where the
	// tabs name the panes it does not.
	Titled bool
}

// Compute divides the screen. It accepts any numbers.
func Compute(a Args) Layout {
	if a.Width < MinWidth || a.Height < MinHeight {
		return Layout{TooSmall: true}
	}
	l := Layout{Titled: true}
	focus := a.Focus
	if focus == "" {
		focus = List
	}
	open := a.Sidebar || focus == Sidebar
	l.Status = image.Rect(0, a.Height-1, a.Width, a.Height)
	room := image.Rect(0, 0, a.Width, a.Height-1)
	switch {
	case a.Zoom:
		*l.rect(focus) = room
	case a.Width < TwoPanes:
		l.Titled = false
		l.Tabs = image.Rect(0, 0, a.Width, 1)
		room.Min.Y = 1
		*l.rect(focus) = room
	case a.Width < ThreePanes:
		l.List, room = l.cutLeft(room, a.list(1))
		l.Reader = room
		if open {
			_, l.Sidebar = l.cutRight(room, min(a.sidebar(overlayWidth), room.Dx()-1-leastSeen))
		}
	default:
		side := a.sidebar(sidebarWidth(a.Width))
		taken := 1
		if open {
			taken += min(side, a.Width-listAtThree-leastReader-2) + 1
		}
		l.List, room = l.cutLeft(room, a.list(taken))
		if open {
			room, l.Sidebar = l.cutRight(room, min(side, room.Dx()-leastReader-1))
		}
		l.Reader = room
	}
	return l
}

// rect returns the rectangle of a pane, to be set.
func (l *Layout) rect(p Pane) *image.Rectangle {
	switch p {
	case Reader:
		return &l.Reader
	case Sidebar:
		return &l.Sidebar
	}
	return &l.List
}

// cutLeft takes a pane and the separator behind it off the left of the room.
func (l *Layout) cutLeft(room image.Rectangle, width int) (pane, rest image.Rectangle) {
	pane, rest = room, room
	pane.Max.X = room.Min.X + width
	rest.Min.X = pane.Max.X + 1
	l.Separators = append(l.Separators, image.Rect(pane.Max.X, room.Min.Y, rest.Min.X, room.Max.Y))
	return pane, rest
}

// cutRight takes a pane and the separator before it off the right of the room.
func (l *Layout) cutRight(room image.Rectangle, width int) (rest, pane image.Rectangle) {
	pane, rest = room, room
	pane.Min.X = room.Max.X - width
	rest.Max.X = pane.Min.X - 1
	l.Separators = append(l.Separators, image.Rect(rest.Max.X, room.Min.Y, pane.Min.X, room.Max.Y))
	return rest, pane
}
