package layout

import "image"

// Widths in columns. A list row has a date, an id, a level and as much of a subject as fits; a
// sidebar row a name and a count. What the screen has beyond the widths at ThreePanes goes to the
// reader first, until a line of text of the best length fits with its margin (at comfortable
// columns); from there half goes to the panes beside it.
const (
	listAtTwo    = 30 // at 80 columns
	listAtThree  = 34 // at 120
	listMost     = 60
	sidebarLeast = 28 // at 120
	sidebarMost  = 48
	overlayWidth = 32
	comfortable  = 144 // 34 + 1 + 80 + 1 + 28
)

// The widths that may be asked for, and what the reader keeps beside list and sidebar.
const (
	LeastList    = 20
	MostList     = 200
	LeastSidebar = 20
	MostSidebar  = 100
	leastReader  = 40
	leastSeen    = 15 // of the reader where the sidebar lies over it
)

// list returns the width of the list where so many columns are taken by others.
func (a Args) list(taken int) int {
	if a.ListWidth <= 0 {
		return listWidth(a.Width)
	}
	return max(LeastList, min(a.ListWidth, a.Width-leastReader-taken))
}

// sidebar returns the width of the sidebar that is asked for, else the one that fits.
func (a Args) sidebar(fits int) int {
	if a.SidebarWidth <= 0 {
		return fits
	}
	return a.SidebarWidth
}

func listWidth(screen int) int {
	if screen <= ThreePanes {
		return listAtTwo + (screen-TwoPanes)*(listAtThree-listAtTwo)/(ThreePanes-TwoPanes)
	}
	list, _ := sides(screen)
	return min(listAtThree+list, listMost)
}

func sidebarWidth(screen int) int {
	_, sidebar := sides(screen)
	return min(sidebarLeast+sidebar, sidebarMost)
}

// sides parts what list and sidebar get of a wide screen, three to two. One column more on the screen
// is at most one more for one of them, so no pane ever shrinks when the window grows.
func sides(screen int) (list, sidebar int) {
	both := max(screen-comfortable, 0) / 2
	list = both/5*3 + both%5*3/5
	return list, both - list
}

// Palette returns where the palette lies over a screen of that size: in the middle, its top in the
// upper third, so that it covers little of what one was reading. The status line stays free.
func Palette(width, height int) image.Rectangle {
	return overlay(width, height, 96, 20)
}

// Help returns where the help lies: as Palette, but as high as the screen allows.
func Help(width, height int) image.Rectangle {
	return overlay(width, height, 84, height)
}

// Note returns where the box lies in which a note is written.
func Note(width, height int) image.Rectangle {
	return overlay(width, height, 76, 14)
}

// Overview returns where the overview lies, and the comparison of copies: over nearly the whole screen.
func Overview(width, height int) image.Rectangle {
	return overlay(width, height, width, height)
}

// overlay centres a box of at most that size in the screen above the status line, with a margin
// where the screen can spare one.
func overlay(width, height, mostWidth, mostHeight int) image.Rectangle {
	width, height = max(width, 0), max(height-1, 0)
	w, h := width, height
	if width >= 60 {
		w = min(width-4, mostWidth)
	}
	if height >= 16 {
		h = min(height-2, mostHeight)
	}
	x, y := (width-w)/2, (height-h)/3
	return image.Rect(x, y, x+w, y+h)
}
