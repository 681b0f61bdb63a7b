// Package input is the line that is typed: a filter, a search, a query of the palette.
package input

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"reftel/ui/visible"
)

// Line is a text input whose text is safe to show: characters that could steer the terminal or
// turn text around are dropped as they are typed or pasted.
type Line struct {
	model   textinput.Model
	offered bool   // the text behind kept was not typed: the next letter replaces it
	kept    string // what stands in front of it
}

// New returns an empty line that has the focus.
func New() *Line {
	m := textinput.New()
	m.Prompt = ""
	m.SetVirtualCursor(false) // the terminal's own cursor blinks without a byte being sent
	m.SetStyles(textinput.Styles{})
	m.KeyMap.DeleteWordForward.SetEnabled(false) // bubbles v2.2.1 panics where blanks are all that follows
	m.KeyMap.Paste.SetEnabled(false)             // it would run another program, at the wrong end of an SSH link
	m.Focus()
	return &Line{model: m}
}

// Value returns what was typed.
func (l *Line) Value() string { return l.model.Value() }

// Set replaces what was typed and puts the cursor behind it.
func (l *Line) Set(s string) {
	l.offered = false
	l.model.SetValue(visible.Plain(s))
	l.model.CursorEnd()
}

// Offer puts a text behind another one, as if it had been typed, but for this: the next letter replaces it, and so does
// what deletes a letter.
func (l *Line) Offer(kept, text string) {
	l.Set(kept + text)
	l.offered, l.kept = true, kept
}

// Offered reports whether a text is offered that nobody has changed yet.
func (l *Line) Offered() bool { return l.offered }

// Update takes a key press or a paste; it reports whether the text changed.
func (l *Line) Update(msg tea.Msg) (cmd tea.Cmd, changed bool) {
	before := l.model.Value()
	if l.offered {
		l.offered = false
		switch msg := msg.(type) {
		case tea.PasteMsg:
			l.Set(l.kept)
		case tea.KeyPressMsg:
			if deletes := msg.Code == tea.KeyBackspace || msg.Code == tea.KeyDelete; msg.Text != "" || deletes {
				if l.Set(l.kept); deletes {
					return nil, l.kept != before
				}
			}
		}
	}
	l.model, cmd = l.model.Update(msg)
	if now := l.model.Value(); visible.Plain(now) != now {
		l.Set(now)
	}
	return cmd, l.model.Value() != before
}

// View draws the line in at most width cells.
func (l *Line) View(width int) string {
	l.model.SetWidth(max(1, width-1))
	return l.model.View()
}

// Cursor returns the column of the text cursor.
func (l *Line) Cursor() int {
	if c := l.model.Cursor(); c != nil {
		return c.X
	}
	return 0
}
