package ui_test

import "testing"

// A filter that was asked is found again, and one that is saved comes first and has a star.
func TestSearchesAreFoundAgain(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("*")
	wantStatus(t, s, "Nothing to save: / filters the list first.")
	for _, query := range []string{"harbor", "has:redaction from:lisbon", "tag:PREL"} {
		s.Press("/", "ctrl+u")
		s.Type(query)
		s.Press("enter")
	}
	s.Press("\\")
	wantScreen(t, s, "/ tag:PREL")
	wantScreen(t, s, "/ harbor")
	s.Type("lis")
	s.Press("enter")
	wantScreen(t, s, " has:redaction from:lisbon ")
	s.Press("*")
	wantStatus(t, s, "Saved. \\ finds it again, in any library.")
	wantScreen(t, s, "★ has:redaction from:lisbon")
	s.Press("x", "\\")
	wantScreen(t, s, "saved")
	s.Press("enter") // the saved one comes first
	wantScreen(t, s, "★ has:redaction from:lisbon")
	s.Press("*")
	wantStatus(t, s, "No longer saved.")
	s.Press("esc")
}
