package ui_test

import (
	"strings"
	"testing"

	"reftel/model/library"
	"reftel/sample"
	"reftel/ui/sim"
)

// What the status line says of Enter is true in whatever pane the reference was reached from.
func TestAReferenceReachedFromAnyPaneIsFollowed(t *testing.T) {
	for _, pane := range []string{"1", "2", "3"} {
		s := start(t, 120, 40)
		s.Press(pane, "] r")
		wantStatus(t, s, "enter follows")
		s.Press("enter")
		wantScreen(t, s, "10PONTADELGADA2  SIXTY MINUTES")
	}
}

// Without a search, n steps through what the list was narrowed to, from cable to cable and back.
func TestTheHitsOfTheFilterAreWalked(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("/")
	s.Type(`"cold harbor"`)
	s.Press("enter")
	for _, cable := range []string{"10REYKJAVIK19", "09LISBON214", "76REYKJAVIK412"} {
		s.Press("n")
		wantStatus(t, s, "hit of the filter 1 of 1")
		wantScreen(t, s, "│ "+cable+"  ")
	}
	s.Press("n")
	wantStatus(t, s, "No hit of the filter in the cables below this one")
	s.Press("N")
	wantScreen(t, s, "│ 09LISBON214  ")
	s.Press("x", "n")
	wantStatus(t, s, "Nothing is searched for")
}

// The cable that stays on the screen while a filter is typed shows where its words stand, as others do.
func TestTheFirstCableShowsTheHitOfTheFilter(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("/")
	s.Type("id:10REYKJAVIK19 relit")
	s.Press("enter")
	if title := s.Lines()[0]; !strings.Contains(title, "10REYKJAVIK19") {
		t.Fatalf("another cable is shown: %s", title)
	}
	wantScreen(t, s, "It was relit at 0341Z")
}

// Who has narrowed the list and writes a file from there means the list; else the cable comes first.
func TestTheNarrowedListIsWrittenFirst(t *testing.T) {
	s, err := sim.New(sim.Options{Width: 160, Height: 40, Inputs: library.InputsFS(sample.FS()), Folder: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	s.Press("w")
	wantScreen(t, s, "▌> 10REYKJAVIK19 as a page of HTML")
	s.Press("esc", "/")
	s.Type("from:lisbon")
	s.Press("enter", "w")
	wantScreen(t, s, "▌> 5 cables of the list as a page of HTML")
	s.Press("esc", "enter", "w")
	wantScreen(t, s, "▌> 10LISBON8 as a page of HTML")
}

// Once a sequence has begun, the status line says all the ways in which it goes on, from 100 columns on.
func TestASequenceSaysHowItGoesOn(t *testing.T) {
	s := start(t, 100, 30)
	for first, all := range map[string][]string{
		"]": {"r reference", "x redaction", "l loss", "n mention", "w listed name", "a abbreviation"},
		"[": {"r reference", "x redaction", "l loss", "n mention", "w listed name", "a abbreviation"},
		"y": {"p paragraph", "c citation", "i id", "t text"},
	} {
		s.Press(first)
		for _, words := range all {
			wantStatus(t, s, words)
		}
		s.Press("esc")
		if strings.Contains(s.Status(), "redaction") {
			t.Errorf("no sequence has begun, and the status line says %s", s.Status())
		}
	}
}
