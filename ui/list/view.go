package list

import (
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"reftel/model"
	"reftel/model/excerpt"
	"reftel/model/library/shelf"
	"reftel/ui/render"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// columnsFrom is the width from which a cable is one row of columns instead of two rows.
const columnsFrom = 90

// The signs that say what is special about a cable.
const (
	UnreadSign   = "•"  // it was not read yet
	NotedSign    = "*"  // there are notes on it
	RedactedSign = "■"  // words are redacted
	LostSign     = "□"  // the end of a paragraph is lost
	SavedSign    = "★"  // the filter is saved
	MissingSign  = "✗"  // its file is gone
	FallbackSign = "~ " // the title is no subject, but a headline or the first words
)

const cursorSign = "▌"

// View draws the pane, exactly the size it was given.
func (l *List) View() string {
	rows := make([]string, 0, l.height)
	if l.titled {
		rows = append(rows, l.title())
	}
	if l.filter != "" || l.name != "" {
		rows = append(rows, l.chips())
	}
	if len(l.numbers) == 0 {
		rows = append(rows, l.empty()...)
	}
	for i := l.top; i < len(l.numbers) && len(rows) < l.height; i++ {
		rows = append(rows, l.entry(i)...)
	}
	blank := strings.Repeat(" ", max(0, l.width))
	for len(rows) < l.height {
		rows = append(rows, blank)
	}
	return strings.Join(rows[:max(0, l.height)], "\n")
}

func (l *List) title() string {
	style := l.theme.PaneTitle
	if l.focused {
		style = l.theme.PaneTitleFocused
	}
	order := " ↓"
	if l.reversed {
		order = " ↑"
	}
	place := ""
	switch {
	case l.more:
		place = words.Number(len(l.numbers)) + "+ of " + words.Number(l.total) + " "
	case len(l.numbers) < l.total:
		place = words.Number(len(l.numbers)) + " of " + words.Number(l.total) + " "
	case l.total > 0:
		place = words.Number(l.total) + " "
	}
	room := max(0, l.width-render.Width(place))
	return style.Render(render.Pad(" Cables"+order, room)) + l.theme.Dim.Render(render.Truncate(place, l.width))
}

// chips shows what narrows the list.
func (l *List) chips() string {
	var parts []string
	if l.filter != "" {
		sign := " "
		if l.saved {
			sign = " " + SavedSign + " "
		}
		parts = append(parts, l.theme.ChipActive.Render(sign+visible.Line(l.filter)+" "))
	}
	if l.name != "" {
		parts = append(parts, l.theme.ChipActive.Render(" @"+visible.Line(l.name)+" "))
	}
	chips, took := " "+strings.Join(parts, " "), l.tookWords()
	if room := l.width - render.Width(took); render.Width(chips) < room {
		return render.Pad(chips, room) + l.theme.Dim.Render(took)
	}
	return render.Pad(chips, l.width)
}

// tookWords says how long it took to narrow the list.
func (l *List) tookWords() string {
	switch {
	case l.took <= 0:
		return ""
	case l.took < time.Millisecond:
		return "<1 ms "
	case l.took < time.Second:
		return fmt.Sprintf("%d ms ", l.took.Milliseconds())
	}
	return fmt.Sprintf("%.1f s ", l.took.Seconds())
}

// empty says why nothing is listed, and what to do.
func (l *List) empty() []string {
	var lines []string
	switch {
	case l.loading:
		lines = []string{"Reading …"}
	case l.filter != "" || l.name != "":
		lines = []string{"No cable matches.", visible.Line(l.backKey) + " clears the filter."}
	default:
		lines = []string{"No cable was found.", "What could not be read is", "listed after quitting."}
	}
	out := []string{strings.Repeat(" ", l.width)}
	for _, s := range lines {
		out = append(out, l.theme.Dim.Render(render.Pad("  "+s, l.width)))
	}
	return out
}

// entry draws one cable.
func (l *List) entry(i int) []string {
	bar, style := " ", l.theme.Text
	if i == l.cursor {
		bar, style = l.theme.GutterBlurred.Render(cursorSign), l.theme.SelectedBlurred
		if l.focused {
			bar, style = l.theme.Gutter.Render(cursorSign), l.theme.Selected
		}
	}
	r, here := l.row(l.at(i))
	if r.Cable == nil {
		return l.without(bar, here)
	}
	c := r.Cable
	title, fallback := c.Title()
	title = visible.Line(excerpt.OneLine(title))
	lead := ""
	if fallback {
		lead = FallbackSign
	}
	if l.rowsEach() == 1 {
		return []string{l.inColumns(r, bar, style, lead, title)}
	}
	signs, cells := l.signs(r)
	if cells > 0 {
		signs, cells = " "+signs, cells+1
	}
	room := max(0, l.width-3-render.Width(lead)-cells)
	return []string{
		render.Pad("  "+l.facts(c, l.width-3)+" ", l.width), // no bar: it would cost 60 bytes a key over SSH
		render.Pad(bar+" "+l.theme.Dim.Render(lead)+style.Render(render.Pad(title, room))+signs+" ", l.width),
	}
}

// without draws a cable of which nothing can be shown: its row is on the way, or its file has changed since.
func (l *List) without(bar string, gone bool) []string {
	said := "…"
	if gone {
		said = "no longer there: its file has changed"
	}
	rows := []string{render.Pad(bar+" "+l.theme.Dim.Render(said), l.width)}
	if l.rowsEach() == 2 {
		rows = append([]string{strings.Repeat(" ", max(0, l.width))}, rows...)
	}
	return rows
}

// facts is the first row of a cable: level and id, and at the right the date. Where the id leaves little room the year
// is shortened and then goes, as the id has it; that of a document has not, and gives way itself.
func (l *List) facts(c *model.Cable, width int) string {
	date, id := l.dates.Day(c), idOf(c)
	const between = levelCells + 1 + 1
	if !c.Date.IsZero() && !c.ID.IsDocument() {
		room := width - between - render.Width(id)
		if l.width < fullDateFrom {
			room = min(room, l.dates.Narrow())
		}
		date = l.dates.Fitting(c, room)
	}
	room := max(0, width-levelCells-1-render.Width(date)-1)
	if c.ID.IsDocument() {
		id = tail(id, room)
	}
	return l.level(c) + " " + l.theme.Dim.Render(render.Pad(id, room)+" "+date)
}

// tail cuts the id of a document at its beginning: what tells one from another is its end.
func tail(id string, width int) string {
	if width < 1 || render.Width(id) <= width {
		return id
	}
	return ansi.TruncateLeft(id, render.Width(id)-width+1, "…")
}

// fullDateFrom is the width from which there is room for the whole date beside most ids; below it all rows have a shorter form.
const fullDateFrom = 34

func idOf(c *model.Cable) string {
	if c.ID.IsZero() {
		return "no id"
	}
	return visible.Line(c.ID.String())
}

// levelCells is the width of a level's letters: SBU, LOU.
const levelCells = 3

func (l *List) level(c *model.Cable) string {
	letter := c.Classification.Letter()
	if letter == "" {
		letter = "·"
	}
	return l.theme.Level[c.Classification].Render(letter) + strings.Repeat(" ", max(0, levelCells-render.Width(letter)))
}

// signs tells at a glance that a cable is redacted or damaged, or can't be opened.
func (l *List) signs(r shelf.Row) (drawn string, cells int) {
	unread, noted := false, false
	if l.known != nil {
		var read bool
		read, noted = l.known(r.Cable)
		unread = !read
	}
	for _, s := range []struct {
		shown bool
		sign  string
		word  string // in its place where nothing is drawn
	}{{unread, UnreadSign, "unread"}, {noted, NotedSign, "noted"}, {r.Redacted, RedactedSign, "redacted"}, {r.Damaged, LostSign, "end lost"}, {r.Missing, MissingSign, "file gone"}} {
		switch {
		case !s.shown:
		case l.theme.Plain && cells > 0:
			drawn, cells = drawn+l.theme.Dim.Render(", "+s.word), cells+2+len(s.word)
		case l.theme.Plain:
			drawn, cells = l.theme.Dim.Render(s.word), len(s.word)
		default:
			drawn, cells = drawn+l.theme.Dim.Render(s.sign), cells+1
		}
	}
	return drawn, cells
}
