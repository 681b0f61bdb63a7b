// Package list is the pane that shows the cables of the library, two rows each, or one where
// there is room for columns.
package list

import (
	"slices"

	"reftel/model"
	"reftel/ui/theme"
)

// List shows cables and a cursor.
type List struct {
	theme         *theme.Theme
	width, height int
	focused       bool
	titled        bool

	cables   []*model.Cable // as shown, in the order shown
	total    int            // of the library
	reversed bool           // newest last
	filter   string         // words that narrow the list, for the chip
	name     string         // the name that narrows the list, for the chip
	cursor   int
	top      int // index of the first cable on the screen
	loading  bool
}

// New returns an empty list.
func New(t *theme.Theme) *List { return &List{theme: t, titled: true} }

// SetTheme changes the colours.
func (l *List) SetTheme(t *theme.Theme) { l.theme = t }

// SetFocus says whether keys go to the list.
func (l *List) SetFocus(focused bool) { l.focused = focused }

// SetTitled says whether the first row is a title.
func (l *List) SetTitled(titled bool) {
	l.titled = titled
	l.follow()
}

// SetSize gives the list its size in cells.
func (l *List) SetSize(width, height int) {
	l.width, l.height = width, height
	l.follow()
}

// Content is what the list is told to show.
type Content struct {
	Cables   []*model.Cable // in the order of the library: oldest first
	Total    int            // cables in the library
	Filter   string
	Name     string
	Reversed bool // show the oldest first
	Loading  bool // files are still being read
}

// Show replaces what is listed. The cursor stays on its cable where that is still there, else on
// its place; in an untouched list it stays at the top.
func (l *List) Show(c Content) {
	var at *model.Cable
	if l.cursor > 0 {
		at = l.Selected()
	}
	l.cables = c.Cables
	if !c.Reversed {
		l.cables = slices.Clone(c.Cables)
		slices.Reverse(l.cables)
	}
	l.total, l.filter, l.name, l.reversed, l.loading = c.Total, c.Filter, c.Name, c.Reversed, c.Loading
	if i := slices.Index(l.cables, at); at != nil && i >= 0 {
		l.top += i - l.cursor
		l.cursor = i
	}
	l.cursor = min(l.cursor, max(0, len(l.cables)-1))
	l.follow()
}

// Selected returns the cable under the cursor, nil in an empty list.
func (l *List) Selected() *model.Cable {
	if l.cursor < len(l.cables) {
		return l.cables[l.cursor]
	}
	return nil
}

// Cables returns the cables as shown.
func (l *List) Cables() []*model.Cable { return l.cables }

// Select puts the cursor on a cable; it reports whether it is listed.
func (l *List) Select(c *model.Cable) bool {
	i := slices.Index(l.cables, c)
	if i < 0 {
		return false
	}
	l.cursor = i
	l.follow()
	return true
}

// Neighbour returns the cable dir places from c in the order shown, nil at the ends.
func (l *List) Neighbour(c *model.Cable, dir int) *model.Cable {
	i := slices.Index(l.cables, c)
	if i < 0 {
		return nil
	}
	if i += dir; i < 0 || i >= len(l.cables) {
		return nil
	}
	return l.cables[i]
}

// Move moves the cursor by n cables.
func (l *List) Move(n int) {
	l.cursor = min(max(0, l.cursor+n), max(0, len(l.cables)-1))
	l.follow()
}

// Page moves the cursor by n pages.
func (l *List) Page(n int) { l.Move(n * max(1, l.shown()-1)) }

// HalfPage moves the cursor by n half pages.
func (l *List) HalfPage(n int) { l.Move(n * max(1, l.shown()/2)) }

// Top moves the cursor to the first cable.
func (l *List) Top() { l.Move(-len(l.cables)) }

// Bottom moves the cursor to the last cable.
func (l *List) Bottom() { l.Move(len(l.cables)) }

// follow scrolls so that the cursor is on the screen.
func (l *List) follow() {
	n := l.shown()
	l.top = min(max(l.top, l.cursor-n+1), l.cursor)
	l.top = max(0, min(l.top, len(l.cables)-n))
}

// rowsEach is how many rows a cable takes.
func (l *List) rowsEach() int {
	if l.width >= columnsFrom {
		return 1
	}
	return 2
}

// shown is how many cables fit on the screen.
func (l *List) shown() int {
	rows := l.height - l.headRows()
	return max(1, rows/l.rowsEach())
}

// headRows is the number of rows above the first cable: the title and the chips.
func (l *List) headRows() int {
	n := 0
	if l.titled {
		n++
	}
	if l.filter != "" || l.name != "" {
		n++
	}
	return n
}
