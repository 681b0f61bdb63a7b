package list

// CursorRow returns the row of the pane in which the title of the cable under the cursor stands, from 0.
func (l *List) CursorRow() int {
	return l.headRows() + (l.cursor-l.top)*l.rowsEach() + l.rowsEach() - 1
}

// SelectAt puts the cursor on the cable that stands in a row of the pane, from 0; it reports whether there is one.
func (l *List) SelectAt(row int) bool {
	i := l.top + (row-l.headRows())/l.rowsEach()
	if row < l.headRows() || i >= min(len(l.numbers), l.top+l.shown()) {
		return false
	}
	l.cursor = i
	l.follow()
	return true
}

// Scroll moves the list by n cables under the cursor, which goes along only where it would leave the screen.
func (l *List) Scroll(n int) {
	l.top = max(0, min(l.top+n, len(l.numbers)-l.shown()))
	l.cursor = min(max(l.cursor, l.top), max(0, min(len(l.numbers), l.top+l.shown())-1))
}
