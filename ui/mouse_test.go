package ui_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/ui"
	"reftel/ui/sim"
)

func startWithMouse(t *testing.T, width, height int) *sim.Sim {
	return startWith(t, width, height, func(o *ui.Options) { o.Mouse = true })
}

func click(s *sim.Sim, x, y int) {
	s.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	s.Send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
}

func wheel(s *sim.Sim, x, y, notches int) {
	button := tea.MouseWheelDown
	if notches < 0 {
		button, notches = tea.MouseWheelUp, -notches
	}
	for range notches {
		s.Send(tea.MouseWheelMsg{X: x, Y: y, Button: button})
	}
}

// bar returns the row in which the bar of the cursor stands in a column of the screen, -1 for none.
func bar(s *sim.Sim, x int) int {
	for y, line := range s.Lines() {
		if row := []rune(line); x < len(row) && row[x] == '▌' {
			return y
		}
	}
	return -1
}

func TestAClickSelectsAndASecondOneOpens(t *testing.T) {
	s := startWithMouse(t, 120, 40)
	wantScreen(t, s, "enter read")
	click(s, 10, 5) // the date of the third cable
	if got := bar(s, 0); got != 6 {
		t.Errorf("the cursor of the list stands in row %d:\n%s", got, s.Text())
	}
	wantScreen(t, s, " 10LISBON8  THE MINISTER")
	wantStatus(t, s, "enter read")
	click(s, 10, 6)
	wantStatus(t, s, "enter follow") // the reader has the keys
	click(s, 100, 5)                 // the second entry of the sidebar
	wantStatus(t, s, "enter choose")
	if got := bar(s, 92); got != 5 {
		t.Errorf("the cursor of the sidebar stands in row %d:\n%s", got, s.Text())
	}
	click(s, 100, 5)
	wantStatus(t, s, "mention 1 of 1")
	click(s, 50, 20)
	wantStatus(t, s, "enter follow")
	for _, nowhere := range [][2]int{{33, 3}, {34, 39}, {95, 2}, {95, 37}, {500, 500}, {-1, -1}, {5, 0}} {
		click(s, nowhere[0], nowhere[1])
		wantExact(t, s, 120, 40)
	}
}

func TestTheWheelScrollsThePaneUnderThePointer(t *testing.T) {
	s := startWithMouse(t, 120, 24)
	before := s.Lines()
	wheel(s, 60, 10, 3)
	after := s.Lines()
	if after[1][:34] != before[1][:34] || bar(s, 0) != 2 {
		t.Errorf("the wheel over the reader moves the list:\n%s", s.Text())
	}
	if []rune(after[10])[40:80] == nil || string([]rune(after[10])[35:90]) == string([]rune(before[10])[35:90]) {
		t.Error("the wheel over the reader does not scroll it")
	}
	wantStatus(t, s, "enter read") // the list has the keys still
	wheel(s, 60, 10, -3)
	if got := s.Lines(); got[10] != before[10] {
		t.Errorf("back again row 10 is %q, was %q", got[10], before[10])
	}
	s.Press("enter")
	read := strings.TrimSpace(string([]rune(s.Lines()[0])[35:60]))
	wheel(s, 5, 10, 2)
	if got := strings.TrimSpace(string([]rune(s.Lines()[0])[35:60])); got != read {
		t.Errorf("the wheel over the list takes away what is read: %q, was %q", got, read)
	}
	if strings.Contains(string([]rune(s.Lines()[2])[:34]), "COLD HARBOR") {
		t.Errorf("the wheel over the list does not scroll it:\n%s", s.Text())
	}
	wheel(s, 100, 10, 50)
	wheel(s, 100, 10, -100)
	wheel(s, 5, 10, 100)
	wheel(s, 5, 10, -100)
	wantExact(t, s, 120, 24)
}

func TestTheMouseInThePalette(t *testing.T) {
	s := startWithMouse(t, 100, 30)
	s.Press("enter", ":")
	s.Type("light")
	top, left := -1, -1
	for y, line := range s.Lines() {
		if i := strings.Index(line, "╭"); i >= 0 {
			top, left = y, len([]rune(line[:i]))
		}
	}
	click(s, left+10, top+4) // the second row
	if got := bar(s, left+1); got != top+4 {
		t.Fatalf("the cursor of the palette stands in row %d:\n%s", got, s.Text())
	}
	wheel(s, 0, 0, 1)
	if got := bar(s, left+1); got != top+7 {
		t.Errorf("after the wheel the cursor stands in row %d:\n%s", got, s.Text())
	}
	click(s, left+10, top+1) // the line that is typed
	click(s, 0, 0)           // beside it
	wantScreen(t, s, "╭")
	click(s, left+10, top+7)
	if strings.Contains(s.Text(), "╭") {
		t.Errorf("a click on the selected row does not jump:\n%s", s.Text())
	}
}

func TestTabsAreClicked(t *testing.T) {
	s := startWithMouse(t, 60, 20)
	for _, c := range []struct {
		x    int
		says string
	}{{12, "enter follow"}, {24, "enter choose"}, {3, "enter read"}} {
		click(s, c.x, 0)
		wantStatus(t, s, c.says)
	}
	click(s, 50, 0)
	wantStatus(t, s, "enter read")
}

func TestTheMouseIsGivenBackByAKey(t *testing.T) {
	s := startWithMouse(t, 120, 40)
	if !s.HasMouse() {
		t.Fatal("the mouse is not taken")
	}
	s.Send(tea.MouseMotionMsg{X: 50, Y: 5, Button: tea.MouseLeft})
	wantStatus(t, s, "Text is selected with shift+drag; M gives the mouse to the terminal.")
	s.Press("?", "G")
	wantScreen(t, s, "shift+drag")
	s.Press("esc", "M")
	wantStatus(t, s, "drag to select text")
	if s.HasMouse() {
		t.Error("the mouse is not given back")
	}
	s.Press("?", "G")
	if strings.Contains(s.Text(), "shift+drag") {
		t.Error("help speaks of a mouse that is the terminal's")
	}
	s.Press("esc", "M")
	if !s.HasMouse() {
		t.Error("the mouse is not taken again")
	}
	if start(t, 80, 24).HasMouse() {
		t.Error("the mouse is taken unasked")
	}
	s = startWith(t, 80, 24, func(o *ui.Options) {
		o.Keys = rebound(t, keymap.Override{Scope: keymap.Global, Action: keymap.ToggleMouse, Keys: []string{"f3"}})
	})
	s.Press("f3")
	wantStatus(t, s, "f3 gives it back")
}

// Whatever the mouse does, and wherever, frames keep their size.
func TestFramesAreExactUnderTheMouse(t *testing.T) {
	if testing.Short() {
		t.Skip("one key after the other: nothing for the race detector")
	}
	r := rand.New(rand.NewPCG(3, 4))
	s := startWithMouse(t, 120, 30)
	keys := []string{"j", "enter", "tab", "z", "o", ":", "esc", "@", "v", "?", "/", "x", "enter", "s", "a", "w"}
	for range 600 {
		x, y := r.IntN(140)-10, r.IntN(50)-10
		switch r.IntN(6) {
		case 0:
			s.Press(keys[r.IntN(len(keys))])
		case 1:
			wheel(s, x, y, r.IntN(9)-4)
		case 2:
			s.Send(tea.MouseMotionMsg{X: x, Y: y, Button: tea.MouseLeft})
		case 3:
			w, h := 15+r.IntN(150), 4+r.IntN(40)
			s.Resize(w, h)
			wantExact(t, s, w, h)
			s.Resize(120, 30)
		default:
			click(s, x, y)
		}
		wantExact(t, s, 120, 30)
	}
}
