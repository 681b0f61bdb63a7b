package ui_test

import (
	"strings"
	"testing"
)

// What is searched for and jumped to stands in the cable: the source view gives way to it.
func TestTheSourceGivesWayToTheCable(t *testing.T) {
	for name, keys := range map[string][]string{
		"a redaction": {"] x"}, "a paragraph": {"}"}, "a reference": {"] r"}, "a name": {"3", "enter"},
		"a search": {"/", "l", "i", "g", "h", "t", "enter", "n"}, "the palette": {":", "l", "a", "m", "p", "enter"},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, 120, 40)
			s.Press("enter", "}", "}", "s")
			title := s.Lines()[0]
			if !strings.Contains(title, "source") {
				t.Fatalf("no source in %q", title)
			}
			s.Press(keys...)
			if title := s.Lines()[0]; strings.Contains(title, "source") || name != "the palette" && !strings.Contains(title, "10REYKJAVIK19") {
				t.Errorf("the reader shows %q", title)
			}
		})
	}
}

func TestBackLeadsToWhereTheSourceWasOpened(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("enter", "}", "}", "}")
	before := s.Lines()[0]
	s.Press("s", "d", "J", "H")
	if after := s.Lines()[0]; after != before {
		t.Errorf("the reader shows %q, want %q", after, before)
	}
	s.Press("s")
	wantScreen(t, s, "source")
}
