package sidebar

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"reftel/ui/render"
	"reftel/ui/visible"
)

const (
	cursorSign = "▌"
	chosenSign = "●"
)

// line is one row of the sidebar before it is coloured.
type line struct {
	entry int // index of the entry, -1 for headings and blank rows
	text  string
	e     *Entry
	note  bool
	more  bool // goes on with the row above
}

// lines lays the groups out.
func (s *Sidebar) lines() []line {
	var out []line
	n := 0
	for i := range s.groups {
		g := &s.groups[i]
		if len(g.entries) == 0 && g.empty == "" {
			continue
		}
		if len(out) > 0 {
			out = append(out, line{entry: -1})
		}
		title := g.title
		if len(g.entries) > 0 {
			title = fmt.Sprintf("%s (%d)", g.title, len(g.entries))
		}
		out = append(out, line{entry: -1, text: title})
		if len(g.entries) == 0 {
			out = append(out, line{entry: -1, text: "  " + g.empty, note: true})
		}
		for k := range g.entries {
			e := &g.entries[k]
			if e.Says != "" {
				out = append(out, s.said(n, e)...)
			} else {
				out = append(out, line{entry: n, text: e.Text, e: e})
				if e.Note != "" {
					out = append(out, line{entry: n, text: e.Note, e: e, note: true})
				}
			}
			n++
		}
	}
	return out
}

// mostRows is how many rows are given to what an entry says, and to each of its notes.
const mostRows = 4

// said lays out an entry and what it says: in one row where there is room, else in several, the later ones set in.
func (s *Sidebar) said(n int, e *Entry) (out []line) {
	const indent = "  "
	room := s.width - 2 - len(indent)
	for i, row := range wrap(e.Text+"  "+e.Says, room-ansi.StringWidth(s.right(line{e: e}))) {
		if i > 0 {
			row = indent + row
		}
		out = append(out, line{entry: n, text: row, e: e, more: i > 0})
	}
	for _, note := range [...]string{e.Note, e.Others} {
		if note == "" {
			continue
		}
		for _, row := range wrap(note, room) {
			out = append(out, line{entry: n, text: indent + row, e: e, note: true})
		}
	}
	return out
}

// wrap breaks a text into rows of a width; what is left for the last row is cut when that is drawn.
func wrap(text string, width int) []string {
	rows := strings.Split(ansi.Wrap(visible.Line(text), max(1, width), ""), "\n")
	if len(rows) > mostRows {
		rows[mostRows-1] = strings.Join(rows[mostRows-1:], " ")
		rows = rows[:mostRows]
	}
	for i := range rows {
		rows[i] = strings.TrimLeft(rows[i], " ")
	}
	return rows
}

// body is the number of rows for entries.
func (s *Sidebar) body() int { return max(1, s.height-s.headRows()) }

func (s *Sidebar) headRows() int {
	n := 1 // the tabs
	if s.titled {
		n++
	}
	if s.filter != "" {
		n++
	}
	return n
}

// follow scrolls so that the entry under the cursor is on the screen, with its heading where it
// is the first.
func (s *Sidebar) follow() {
	lines := s.lines()
	first, last := 0, 0
	for i, l := range lines {
		if l.entry == s.cursor {
			if last == 0 || lines[i-1].entry != s.cursor {
				first = i
			}
			last = i
		}
	}
	if s.cursor == 0 {
		first = 0
	}
	n := s.body()
	if s.top+n <= last {
		s.top = last - n + 1
	}
	s.top = max(0, min(s.top, first))
}

// View draws the pane, exactly the size it was given.
func (s *Sidebar) View() string {
	var rows []string
	if s.titled {
		style := s.theme.PaneTitle
		if s.focused {
			style = s.theme.PaneTitleFocused
		}
		rows = append(rows, style.Render(render.Pad(" "+s.heading(), s.width)))
	}
	rows = append(rows, s.tabRow())
	if s.filter != "" {
		rows = append(rows, render.Pad(" "+s.theme.ChipActive.Render(" "+visible.Line(s.filter)+" "), s.width))
	}
	if s.filter != "" && s.count() == 0 {
		rows = append(rows, s.theme.Dim.Render(render.Pad("  Nothing matches.", s.width)))
	} else {
		lines := s.lines()
		for i := s.top; i < len(lines) && len(rows) < s.height; i++ {
			rows = append(rows, s.draw(lines[i]))
		}
	}
	blank := strings.Repeat(" ", max(0, s.width))
	for len(rows) < s.height {
		rows = append(rows, blank)
	}
	return strings.Join(rows[:max(0, s.height)], "\n")
}

func (s *Sidebar) heading() string {
	if s.tab == Redactions {
		return "Hidden and lost"
	}
	return [...]string{Names: "Names in this cable", Outline: "Outline", References: "References", Abbreviations: "What it stands for", Notes: "Your notes, marks and labels"}[s.tab]
}

// tabRow names the tabs, with room around them where there is any; the heading above has the whole name of the one that is
// shown.
func (s *Sidebar) tabRow() string {
	const roomy, narrow = 48, 36
	pad := " "
	if s.width < roomy {
		pad = ""
	}
	var b strings.Builder
	for t := range tabs {
		style := s.theme.Chip
		if t == s.tab {
			style = s.theme.ChipActive
		}
		name := t.String()
		if s.width < narrow {
			name = [...]string{Names: "Name", Outline: "Outl", References: "Refs", Redactions: "Hid", Abbreviations: "Abb", Notes: "Note"}[t]
		}
		b.WriteString(" " + style.Render(pad+name+pad))
	}
	return render.Pad(b.String(), s.width)
}

// right is what stands at the right end of a row.
func (s *Sidebar) right(l line) string {
	switch {
	case l.note || l.more:
		return ""
	case l.e.Level.Letter() != "":
		return " " + l.e.Level.Letter() + " "
	case l.e.Count > 0:
		return " " + strconv.Itoa(l.e.Count) + " "
	}
	return ""
}

func (s *Sidebar) draw(l line) string {
	t := s.theme
	if l.entry < 0 {
		style := t.Heading
		if l.note || l.text == "" {
			style = t.Dim
		}
		return style.Render(render.Pad(" "+l.text, s.width))
	}
	bar := " "
	style := t.Text
	if l.note {
		style = t.Dim
	}
	if l.entry == s.cursor {
		bar = t.GutterBlurred.Render(cursorSign)
		if s.focused {
			bar = t.Gutter.Render(cursorSign)
		}
		if !l.note {
			style = t.SelectedBlurred
			if s.focused {
				style = t.Selected
			}
		}
	}
	mark := " "
	if l.e.Name != nil && s.chosen != nil && l.e.Name.Name == s.chosen.Name && !l.note {
		mark = t.Gutter.Render(chosenSign)
	}
	right := s.right(l)
	indent := strings.Repeat(" ", min(l.e.Indent, s.width/2))
	room := max(0, s.width-2-ansi.StringWidth(right))
	text := indent + visible.Line(strings.ReplaceAll(l.text, "\n", " "))
	tail := t.Dim.Render(right)
	if l.e.Level != 0 && !l.note {
		tail = t.Marking[l.e.Level].Render(right)
	}
	return render.Pad(bar+mark+style.Render(render.Pad(text, room))+tail, s.width)
}
