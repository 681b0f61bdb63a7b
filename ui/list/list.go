// Package list is the pane that shows the cables of the library, two rows each, or one where
// there is room for columns.
package list

import (
	"slices"
	"time"

	"reftel/model"
	"reftel/model/library/shelf"
	"reftel/ui/theme"
	"reftel/ui/words"
)

// List shows cables and a cursor.
type List struct {
	theme         *theme.Theme
	width, height int
	focused       bool
	titled        bool
	columns       []Column
	backKey       string // clears the filter
	dates         words.Dates

	numbers  []shelf.Number // oldest first
	row      func(shelf.Number) (shelf.Row, bool)
	known    func(*model.Cable) (read, noted bool) // nil: nothing is known
	total    int                                   // of the library
	reversed bool                                  // newest last
	filter   string                                // words that narrow the list, for the chip
	name     string                                // the name that narrows the list, for the chip
	cursor   int
	top      int // place of the first cable on the screen
	loading  bool
	saved    bool
	more     bool
	took     time.Duration
}

// New returns an empty list.
func New(t *theme.Theme) *List { return &List{theme: t, titled: true, backKey: "Esc"} }

// SetTheme changes the colours.
func (l *List) SetTheme(t *theme.Theme) { l.theme = t }

// SetBackKey says which key clears the filter.
func (l *List) SetBackKey(key string) { l.backKey = key }

// SetDates says how dates are written.
func (l *List) SetDates(d words.Dates) { l.dates = d }

// SetFocus says whether keys go to the list.
func (l *List) SetFocus(focused bool) { l.focused = focused }

// SetTitled says whether the first row is a title.
func (l *List) SetTitled(titled bool) {
	l.titled = titled
	l.follow()
}

// SetSaved says whether the filter is among the saved searches.
func (l *List) SetSaved(saved bool) { l.saved = saved }

// SetSize gives the list its size in cells.
func (l *List) SetSize(width, height int) {
	l.width, l.height = width, height
	l.follow()
}

// Content is what the list is told to show.
type Content struct {
	Numbers  []shelf.Number                       // in the order of the library: oldest first; never changed afterwards
	Row      func(shelf.Number) (shelf.Row, bool) // what is shown of a cable, if it is at hand
	Total    int                                  // cables in the library
	Filter   string
	Name     string
	More     bool          // older ones may be found yet
	Saved    bool          // the filter is among the saved searches
	Took     time.Duration // to narrow the list; 0: not measured
	Reversed bool          // show the oldest first
	Known    func(*model.Cable) (read, noted bool)
	Loading  bool // files are still being read
}

// Show replaces what is listed. The cursor stays on its cable where that is still there, else on
// its place; in an untouched list it stays at the top.
func (l *List) Show(c Content) {
	at := shelf.None
	if l.cursor > 0 {
		at = l.Selected()
	}
	l.numbers, l.row = c.Numbers, c.Row
	l.known = c.Known
	l.total, l.filter, l.name, l.reversed, l.loading = c.Total, c.Filter, c.Name, c.Reversed, c.Loading
	l.more, l.saved, l.took = c.More, c.Saved, c.Took
	if i := l.Place(at); i >= 0 {
		l.top += i - l.cursor
		l.cursor = i
	}
	l.cursor = min(l.cursor, max(0, len(l.numbers)-1))
	l.follow()
}

// Len returns how many cables are listed.
func (l *List) Len() int { return len(l.numbers) }

// at returns the cable at a place, counted from the top.
func (l *List) at(i int) shelf.Number {
	if !l.reversed {
		i = len(l.numbers) - 1 - i
	}
	return l.numbers[i]
}

// Place returns where a cable stands, counted from the top; -1: it is not listed.
func (l *List) Place(n shelf.Number) int {
	i := slices.Index(l.numbers, n)
	if i >= 0 && !l.reversed {
		i = len(l.numbers) - 1 - i
	}
	return i
}

// Selected returns the cable under the cursor, None in an empty list.
func (l *List) Selected() shelf.Number {
	if l.cursor < len(l.numbers) {
		return l.at(l.cursor)
	}
	return shelf.None
}

// Shown returns the cables as they are listed, from the top.
func (l *List) Shown() []shelf.Number {
	if l.reversed {
		return l.numbers
	}
	out := slices.Clone(l.numbers)
	slices.Reverse(out)
	return out
}

// Window returns the cables on the screen and a screen before and behind them: those whose rows are wanted at hand.
func (l *List) Window() []shelf.Number {
	n := l.shown()
	from, to := max(0, l.top-n), min(len(l.numbers), l.top+2*n)
	out := make([]shelf.Number, 0, max(0, to-from))
	for i := from; i < to; i++ {
		out = append(out, l.at(i))
	}
	return out
}

// Select puts the cursor on a cable; it reports whether it is listed.
func (l *List) Select(n shelf.Number) bool {
	i := l.Place(n)
	if i < 0 {
		return false
	}
	l.cursor = i
	l.follow()
	return true
}

// Neighbour returns the cable dir places from another in the order shown, None at the ends.
func (l *List) Neighbour(n shelf.Number, dir int) shelf.Number {
	i := l.Place(n)
	if i < 0 {
		return shelf.None
	}
	if i += dir; i < 0 || i >= len(l.numbers) {
		return shelf.None
	}
	return l.at(i)
}

// Move moves the cursor by n cables.
func (l *List) Move(n int) {
	l.cursor = min(max(0, l.cursor+n), max(0, len(l.numbers)-1))
	l.follow()
}

// Page moves the cursor by n pages.
func (l *List) Page(n int) { l.Move(n * max(1, l.shown()-1)) }

// HalfPage moves the cursor by n half pages.
func (l *List) HalfPage(n int) { l.Move(n * max(1, l.shown()/2)) }

// Top moves the cursor to the first cable.
func (l *List) Top() { l.Move(-len(l.numbers)) }

// Bottom moves the cursor to the last cable.
func (l *List) Bottom() { l.Move(len(l.numbers)) }

// follow scrolls so that the cursor is on the screen.
func (l *List) follow() {
	n := l.shown()
	l.top = min(max(l.top, l.cursor-n+1), l.cursor)
	l.top = max(0, min(l.top, len(l.numbers)-n))
}

// rowsEach is how many rows a cable takes. To be read out it has two: one behind the other is a sentence, columns are none.
func (l *List) rowsEach() int {
	if l.width >= columnsFrom && !l.theme.Plain {
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
