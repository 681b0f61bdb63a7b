package sidebar

// CursorRow returns the row of the pane in which the entry under the cursor begins, from 0.
func (s *Sidebar) CursorRow() int {
	for i, l := range s.lines() {
		if l.entry == s.cursor && i >= s.top {
			return s.headRows() + i - s.top
		}
	}
	return s.headRows()
}

// SelectAt puts the cursor on the entry that stands in a row of the pane, from 0; it reports whether there is one.
func (s *Sidebar) SelectAt(row int) bool {
	i := s.top + row - s.headRows()
	lines := s.lines()
	if row < s.headRows() || i >= len(lines) || lines[i].entry < 0 {
		return false
	}
	s.cursor = lines[i].entry
	s.follow()
	return true
}

// Scroll moves the rows by n under the cursor, which goes along only where it would leave the screen.
func (s *Sidebar) Scroll(n int) {
	lines := s.lines()
	s.top = max(0, min(s.top+n, len(lines)-s.body()))
	first, last := -1, -1
	for i := s.top; i < min(len(lines), s.top+s.body()); i++ {
		if e := lines[i].entry; e >= 0 {
			if first < 0 {
				first = e
			}
			last = e
		}
	}
	if first >= 0 {
		s.cursor = min(max(s.cursor, first), last)
	}
}

// Where says in words which tab is shown and on which of how many entries the cursor is, from 1.
func (s *Sidebar) Where() (tab string, at, of int) { return s.heading(), s.cursor + 1, s.count() }
