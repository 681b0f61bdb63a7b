package ui_test

import (
	"strings"
	"testing"

	"reftel/ui/sim"
)

// toReferences opens the references of a cable in the sidebar.
func toReferences(t *testing.T, id string) *sim.Sim {
	t.Helper()
	s := start(t, 120, 40)
	s.Press("/")
	s.Type("id:" + id)
	s.Press("enter", "enter", "x", "3", "o", "o")
	wantScreen(t, s, "Cites (")
	return s
}

func TestReferencesAreFollowedSeveralSteps(t *testing.T) {
	s := toReferences(t, "10REYKJAVIK19")
	near := s.Text()
	s.Press("+")
	wantStatus(t, s, "References are followed 2 steps far.")
	if far := s.Text(); strings.Count(far, "  09") <= strings.Count(near, "  09") {
		t.Errorf("two steps far nothing more is shown:\n%s", far)
	}
	s.Press("-")
	wantStatus(t, s, "References are followed 1 step far.")
	if s.Press("k"); s.Text() != near {
		t.Errorf("one step far again:\n%s\nbefore:\n%s", s.Text(), near)
	}
	s.Press("+", "J")
	s.Press("-")
	wantStatus(t, s, "1 step far") // another cable begins anew
}

func TestWhoCitesWhatIsMissing(t *testing.T) {
	s := toReferences(t, "76REYKJAVIK412")
	wantScreen(t, s, "76LISBON1188")
	wantScreen(t, s, "not in this library")
	s.Press("enter")
	wantScreen(t, s, " ref:76LISBON1188 ")
	wantStatus(t, s, "76LISBON1188 is not in this library: these cables cite it.")
}
