package ui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reftel/ui/sim"
)

// notOnScreen fails if some row of the screen holds the words.
func notOnScreen(t *testing.T, s *sim.Sim, words string) {
	t.Helper()
	if strings.Contains(s.Text(), words) {
		t.Errorf("the screen shows %q:\n%s", words, s.Text())
	}
}

func TestTheOverviewNarrowsTheListAndTakesItBack(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("v")
	wantScreen(t, s, "Overview  20 cables · 1976 to 2010")
	wantScreen(t, s, "2009 · 16 cables · 80%") // the highest bar is selected
	s.Press("enter")
	wantScreen(t, s, "16 of 20 cables")
	wantScreen(t, s, " date:2009 ")
	s.Press("down", "enter")
	wantScreen(t, s, "4 of 20 cables")
	wantScreen(t, s, " date:2009 from:LISBON ")
	s.Press("enter")
	wantStatus(t, s, "narrowed to that already")
	s.Press("backspace")
	wantScreen(t, s, "16 of 20 cables")
	s.Press("backspace")
	wantScreen(t, s, "Overview  20 cables")
	s.Press("backspace")
	wantStatus(t, s, "no narrowing to take back")
	s.Press("esc")
	notOnScreen(t, s, "Overview")
	notOnScreen(t, s, "of 20")
}

func TestTheFilterOfTheOverviewIsThatOfTheList(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("/")
	s.Type("harb") // the beginning of a word stays one
	s.Press("enter", "v", "down", "enter", "q")
	wantScreen(t, s, " harb* from:LISBON ")
	s.Press("/")
	wantStatus(t, s, "filter: harb* from:LISBON")
	s.Type("date:2010")
	s.Press("enter", "v")
	wantScreen(t, s, " harb* from:LISBON date:2010 ")
	s.Press("backspace") // the filter was changed since
	wantStatus(t, s, "no narrowing to take back")
}

func TestTheFilterCanBeTypedOverTheOverview(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("v", "/")
	s.Type("date:1976")
	wantScreen(t, s, "Overview  1 of 20 cables")
	wantStatus(t, s, "filter: date:1976")
	s.Type("x")
	s.Press("esc")
	wantScreen(t, s, "Overview  20 cables")
	s.Press("/")
	s.Type("nosuchword")
	s.Press("enter")
	wantScreen(t, s, "No cable matches.")
	s.Press("enter", "down", "right")
	wantScreen(t, s, "No cable matches.")
	s.Press("esc", "esc")
	notOnScreen(t, s, "nosuchword")
}

func TestEveryCountOfTheOverviewNarrowsToSoMany(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("v", "g")
	bars := 0
	for seen := ""; s.Lines()[4] != seen; s.Press("right") {
		seen = s.Lines()[4]
		_, said, _ := strings.Cut(seen, " · ")
		count, _, _ := strings.Cut(said, " ")
		s.Press("enter")
		if count == "0" {
			wantStatus(t, s, "no cable to narrow the list to")
			continue
		}
		wantScreen(t, s, "Overview  "+count+" of 20 cables")
		s.Press("backspace")
		bars++
	}
	if bars < 3 {
		t.Errorf("only %d bars", bars)
	}
}

func TestTheHelpLiesOverTheOverview(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("v", "?")
	wantScreen(t, s, "Keys in the overview")
	wantScreen(t, s, "Take the last narrowing back")
	s.Press("esc")
	wantScreen(t, s, "Overview  20 cables")
	notOnScreen(t, s, "Keys in the overview")
	s.Press("esc")
	notOnScreen(t, s, "Overview")
}

func TestTheOverviewIsFoundInThePalette(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("enter", ">")
	s.Type("overview")
	s.Press("enter")
	wantScreen(t, s, "Overview  20 cables")
}

func TestTheOverviewIsCountedAnewForAnotherSize(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("v")
	wantScreen(t, s, "By year")
	s.Resize(200, 60)
	wantScreen(t, s, "By quarter")
	s.Resize(60, 24)
	wantScreen(t, s, "By year")
	s.Resize(40, 24)
	wantExact(t, s, 40, 24)
}

// While files are read, the counts follow; before the first of them the overview says that it counts.
func TestTheOverviewGrowsWithTheLibrary(t *testing.T) {
	s := startSlow(t)
	s.run() // what Init begins
	s.run() // the first cable
	s.send(tea.KeyPressMsg{Code: 'v', Text: "v"})
	if !strings.Contains(s.text(), "Counting …") {
		t.Errorf("before the first counts:\n%s", s.text())
	}
	last := len(s.cmds) - 1
	count := s.cmds[last]
	s.cmds = s.cmds[:last]
	s.send(count())
	if !strings.Contains(s.text(), "Overview  1 cable ") {
		t.Errorf("while reading:\n%s", s.text())
	}
	close(s.rest)
	for range 6 {
		s.run()
	}
	if !strings.Contains(s.text(), "Overview  2 cables ") {
		t.Errorf("after the reading:\n%s", s.text())
	}
}
