package ui_test

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"reftel/ui/visible"
)

// soakWords are typed wherever the soak is: queries, whole and broken, names, and what a terminal would act on.
var soakWords = []string{
	"e", "the", "has:redaction", "ref:", `"`, "(", "class:>=c", "date:2009", "2", "l*", " OR ", "is:copy", "name:", "is:unread", "has:note", "note:lamp",
	"embassy", "kiss", "gadafi", "minister of", "é", "日本", "\u202e", "e\u0301\u0301\u0301", "👩‍👩‍👧", "-from:lisbon", "#3", "@qui", ">theme", "'", "!",
}

var soakPastes = []string{"two\nlines", "\x1b[2J\x1b]52;c;aGVsbG8=\x07", "a\x00b\x9bc", strings.Repeat("long ", 400), "\u202eback", "\xff\xfe", ""}

// choose returns what is done next.
func (m *soaked) choose() tea.Msg {
	r := m.random
	if len(m.next) == 0 {
		switch n := r.IntN(100); {
		case m.NamesFile(): // nothing that could lead out of the folder
			m.next = pressed([]string{"a", "b", "backspace", "enter", "enter", "esc", "left"}[r.IntN(7)])
		case n < 4:
			return m.resize()
		case n < 10:
			m.counts.mouse.Add(1)
			return m.pointed()
		case n < 12:
			m.counts.pastes.Add(1)
			return tea.PasteMsg{Content: soakPastes[r.IntN(len(soakPastes))]}
		case n < 13:
			return tea.BackgroundColorMsg{Color: ansi.BasicColor(r.IntN(2) * 15)}
		case n < 26:
			for _, c := range soakWords[r.IntN(len(soakWords))] {
				m.next = append(m.next, tea.KeyPressMsg{Code: c, Text: string(c)})
			}
			if r.IntN(2) == 0 {
				m.next = append(m.next, pressed("enter")...)
			}
		case n < 30: // a key that is held
			for range 1 + r.IntN(40) {
				m.next = append(m.next, pressed(m.keys[r.IntN(len(m.keys))])...)
				m.next = append(m.next, m.next[0])
			}
		case n < 36:
			m.next = pressed([]string{"esc", "enter", "tab", "down", "up"}[r.IntN(5)])
		default:
			m.next = pressed(m.keys[r.IntN(len(m.keys))])
		}
	}
	if m.NamesFile() && strings.ContainsAny(m.next[0].(tea.KeyPressMsg).Text, "/~.") {
		m.next = pressed("esc")
	}
	msg := m.next[0]
	m.next = m.next[1:]
	m.counts.keys.Add(1)
	return msg
}

// pressed are the presses of a key as the keymap spells it.
func pressed(keys string) (out []tea.Msg) {
	for key := range strings.FieldsSeq(keys) {
		mod := tea.KeyMod(0)
		for name, bit := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "shift+": tea.ModShift, "alt+": tea.ModAlt} {
			if rest, ok := strings.CutPrefix(key, name); ok && rest != "" {
				mod, key = mod|bit, rest
			}
		}
		named := map[string]rune{
			"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft,
			"right": tea.KeyRight, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
		}
		code, ok := named[key]
		msg := tea.KeyPressMsg{Code: code, Mod: mod}
		switch {
		case key == "space":
			msg.Text = " "
		case ok:
		case strings.HasPrefix(key, "f") && len(key) == 2:
			msg.Code = tea.KeyF1 + rune(key[1]-'1')
		default:
			msg.Code, _ = utf8.DecodeRuneInString(key)
			if mod == 0 {
				msg.Text = key
			}
		}
		out = append(out, msg)
	}
	return out
}

// resize is a new size of the screen: any, and often one of those that people have.
func (m *soaked) resize() tea.Msg {
	m.counts.resizes.Add(1)
	r := m.random
	usual := [][2]int{{80, 24}, {120, 40}, {100, 30}, {160, 50}, {60, 20}, {20, 5}, {1, 1}, {300, 100}}
	size := [2]int{1 + r.IntN(300), 1 + r.IntN(100)}
	if r.IntN(3) > 0 {
		size = usual[r.IntN(len(usual))]
	}
	return tea.WindowSizeMsg{Width: size[0], Height: size[1]}
}

// pointed is something of the mouse, now and then outside of the screen.
func (m *soaked) pointed() tea.Msg {
	r := m.random
	e := tea.Mouse{X: r.IntN(m.size.Width+2) - 1, Y: r.IntN(m.size.Height+2) - 1}
	switch r.IntN(5) {
	case 0, 1:
		e.Button = []tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown, tea.MouseWheelLeft}[r.IntN(3)]
		return tea.MouseWheelMsg(e)
	case 2:
		e.Button = []tea.MouseButton{tea.MouseLeft, tea.MouseRight}[r.IntN(2)]
		return tea.MouseClickMsg(e)
	case 3:
		e.Button = tea.MouseLeft
		return tea.MouseReleaseMsg(e)
	}
	return tea.MouseMotionMsg(e)
}

var sgr = regexp.MustCompile("\x1b\\[[0-9;:]*m")

// wrongFrame says what is wrong with a frame; "": nothing.
func wrongFrame(frame string, width, height int) string {
	rows := strings.Split(sgr.ReplaceAllString(frame, ""), "\n")
	if len(rows) != height {
		return fmt.Sprintf("the frame has %d rows", len(rows))
	}
	for i, row := range rows {
		if got := ansi.StringWidth(row); got != width {
			return fmt.Sprintf("row %d is %d cells wide", i, got)
		}
		if row != visible.Line(row) {
			return fmt.Sprintf("row %d holds what acts on a terminal", i)
		}
	}
	return ""
}
