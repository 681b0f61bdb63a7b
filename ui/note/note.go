// Package note is the box in which the reader writes a note.
package note

import (
	"strings"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"reftel/ui/render"
	"reftel/ui/theme"
	"reftel/ui/visible"
)

// Note is a text of several lines that is being written. The editing is that of bubbles: a text with soft line ends, long
// words and wide letters is more than a few lines of our own.
type Note struct {
	theme         *theme.Theme
	width, height int
	title         string
	before        string // the text when it was opened
	area          textarea.Model
}

// New returns an empty box.
func New(t *theme.Theme) *Note {
	a := textarea.New()
	a.Prompt, a.ShowLineNumbers = "", false
	a.CharLimit, a.MaxHeight, a.MaxWidth = 0, 0, 0
	a.SetVirtualCursor(false) // the terminal's own cursor blinks without a byte being sent
	a.SetStyles(textarea.Styles{})
	a.KeyMap.Paste.SetEnabled(false) // it would run another program, at the wrong end of an SSH link
	a.KeyMap.CopySelection.SetEnabled(false)
	a.Focus()
	return &Note{theme: t, area: a}
}

// SetSize gives the box its size in cells, without its border.
func (n *Note) SetSize(width, height int) {
	n.width, n.height = width, height
	n.area.SetWidth(max(1, width))
	n.area.SetHeight(max(1, height-n.head()))
}

// head is the number of rows above the text.
func (n *Note) head() int {
	if n.height < 4 {
		return 0
	}
	return 2
}

// Open begins with a text under a title, the cursor at its end.
func (n *Note) Open(title, text string) {
	n.title, n.before = title, text
	n.Set(text)
}

// Set replaces the text. What could steer the terminal is dropped from it.
func (n *Note) Set(text string) {
	n.area.SetValue(clean(text))
	n.area.MoveToEnd()
}

// Value returns the text, without blanks around it.
func (n *Note) Value() string { return strings.TrimSpace(n.area.Value()) }

// Changed reports whether the text is another one than when it was opened.
func (n *Note) Changed() bool { return n.Value() != strings.TrimSpace(n.before) }

// Update takes a key press or a paste.
func (n *Note) Update(msg tea.Msg) (cmd tea.Cmd) {
	n.area, cmd = n.area.Update(msg)
	if now := n.area.Value(); clean(now) != now {
		n.Set(now)
	}
	return cmd
}

// View draws the box, exactly the size it was given.
func (n *Note) View() string {
	var rows []string
	if n.head() > 0 {
		rows = append(rows, n.theme.Dim.Render(render.Pad(" "+visible.Line(n.title), n.width)), strings.Repeat(" ", max(0, n.width)))
	}
	for _, line := range strings.Split(n.area.View(), "\n") {
		rows = append(rows, render.Pad(line, n.width))
	}
	for len(rows) < n.height {
		rows = append(rows, strings.Repeat(" ", max(0, n.width)))
	}
	return strings.Join(rows[:max(0, n.height)], "\n")
}

// Cursor returns where the text cursor stands, from the top left cell of the box.
func (n *Note) Cursor() (x, y int) {
	if c := n.area.Cursor(); c != nil {
		return min(c.X, max(0, n.width-1)), min(c.Y+n.head(), max(0, n.height-1))
	}
	return 0, 0
}

// clean drops what is not shown as itself, but for line ends; a tab becomes blanks.
func clean(s string) string {
	return visible.Plain(strings.NewReplacer("\r\n", "\n", "\t", "    ").Replace(s))
}
