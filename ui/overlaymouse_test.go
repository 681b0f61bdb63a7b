package ui_test

import (
	"strings"
	"testing"

	"reftel/ui"
	"reftel/ui/sim"
)

// cell returns where words stand on the screen: the first of them in a row that holds all.
func cell(t *testing.T, s *sim.Sim, words ...string) (x, y int) {
	t.Helper()
	for y, line := range s.Lines() {
		all := true
		for _, w := range words {
			all = all && strings.Contains(line, w)
		}
		if all {
			return len([]rune(line[:strings.Index(line, words[0])])), y
		}
	}
	t.Fatalf("no row of the screen has %q:\n%s", words, s.Text())
	return 0, 0
}

func TestTheMouseInTheOverview(t *testing.T) {
	s := startWithMouse(t, 120, 40)
	s.Press("v")
	x, y := cell(t, s, "Posts 7")
	click(s, x+3, y+2)
	wantScreen(t, s, "▌REYKJAVIK ")
	click(s, x+3, y+3)
	wantScreen(t, s, "▌PONTADELGADA ")
	wantScreen(t, s, "Overview  20 cables")
	click(s, x+3, y+3)
	wantScreen(t, s, "Overview  3 of 20 cables")
	wantScreen(t, s, " from:PONTADELGADA ")
	x, y = cell(t, s, "backspace take back ─")
	click(s, x, y)
	wantScreen(t, s, "Overview  20 cables")
	x, y = cell(t, s, "2010 │") // the label below the last bar
	click(s, x+2, y-2)
	wantScreen(t, s, "2010 · 3 cables")
	click(s, x+2, y-2)
	wantScreen(t, s, " date:2010 ")
	s.Press("backspace")
	x, y = cell(t, s, "TAGS 26")
	wheel(s, x, y+3, 2)
	notOnScreen(t, s, "PO    Portugal")
	wheel(s, x, y+3, -2)
	wantScreen(t, s, "PO    Portugal")
	for _, nowhere := range [][2]int{{x, y}, {0, 0}, {119, 39}, {x, 38}, {10, 3}, {10, 2}} { // titles, the frame, beside it
		before := s.Text()
		if click(s, nowhere[0], nowhere[1]); s.Text() != before {
			t.Errorf("a click at %v does something:\n%s", nowhere, s.Text())
		}
	}
	x, y = cell(t, s, "! redactions ─")
	click(s, x+3, y)
	wantScreen(t, s, "Redactions  46")
	x, y = cell(t, s, "VALLETTA ", "━━ 18")
	click(s, x, y)
	click(s, x, y)
	wantScreen(t, s, "from:VALLETTA has:redaction")
}

func TestTheMouseInTheHelp(t *testing.T) {
	s := startWithMouse(t, 120, 40)
	s.Press("enter", "?")
	x, y := cell(t, s, "Jump to the next paragraph")
	click(s, x, y)
	wantScreen(t, s, "▌}  ")
	click(s, x, y+1) // another
	notOnScreen(t, s, "▌}  ")
	wantScreen(t, s, "▌{  ")
	click(s, x, y)
	click(s, x, y)
	notOnScreen(t, s, "Keys in the reader")
	wantScreen(t, s, "¶ 1 of 12")
	s.Press("?")
	notOnScreen(t, s, "▌}  ")
	x, y = cell(t, s, "Jump", "│ Jump ")
	click(s, x, y) // a heading
	click(s, x, y)
	wantScreen(t, s, "Keys in the reader")
	wheel(s, 60, 10, 3)
	notOnScreen(t, s, "Go down one line")
	x, y = cell(t, s, "/ filter ─")
	click(s, x, y)
	wantStatus(t, s, "keys:")
}

func TestTheMouseInTheComparison(t *testing.T) {
	s, _ := onCopies(t, 120, 40, false, func(o *ui.Options) { o.Mouse = true })
	read(s, "id:08ELMSTAD44")
	s.Press("C", "c")
	wantScreen(t, s, "2008-05-21        │▌")
	x, y := cell(t, s, "XXXXXXXXXXXX")
	click(s, x, y)
	wantScreen(t, s, "▌gazette.txt")
	wantScreen(t, s, "▌#2 (C) ")
	click(s, 90, y)
	wantScreen(t, s, "2008-05-21        │▌")
	x, y = cell(t, s, "gazette.txt · newspaper")
	click(s, x, y)
	wantScreen(t, s, "▌gazette.txt")
	x, y = cell(t, s, "n difference ─ N previous")
	before := s.Text()
	click(s, x, y)
	if s.Text() == before {
		t.Errorf("a click on the next difference does nothing:\n%s", s.Text())
	}
	x, y = cell(t, s, "XXXXXXXXXXXX")
	click(s, x, y)
	click(s, x, y) // again
	notOnScreen(t, s, "Comparison")
	wantStatus(t, s, "gazette.txt. H goes back.")
}
