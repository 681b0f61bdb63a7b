package ui

import (
	"fmt"
	"strings"
)

// whoseName says which line of the list stands at the place that was jumped to, and which others do.
func (a *App) whoseName() string {
	f := a.reader.Focus()
	if f == nil {
		return ""
	}
	list := a.options.Listed
	var lines []string
	for _, at := range list.In(a.reader.Cable().Blocks[f.Block].Text) {
		if at.Span.Overlaps(f.Span) {
			e := list.Entries[at.Entry]
			lines = append(lines, fmt.Sprintf("line %d, %s", e.Line, e.Name))
		}
	}
	return ": " + strings.Join(lines, "; ")
}
