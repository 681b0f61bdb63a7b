package ui_test

import (
	"strings"
	"testing"
)

func TestTheFilterIsCompleted(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("/")
	s.Type("cl")
	wantStatus(t, s, "tab class:")
	s.Press("tab")
	wantStatus(t, s, "filter: class:")
	s.Type("s")
	wantStatus(t, s, "tab class:sbu class:secret")
	s.Press("tab", "tab")
	wantStatus(t, s, "filter: class:secret")
	wantScreen(t, s, "of 20")
	s.Type(" tag:p")
	wantStatus(t, s, "tag:PREL")
	s.Press("tab", "enter")
	if strings.Contains(s.Status(), "tag:") {
		t.Errorf("the filter is kept, and %q still offered", s.Status())
	}
	s.Press("x", "/")
	s.Type("from:lis")
	s.Press("tab")
	wantStatus(t, s, "filter: from:lisbon")
}

func TestNothingIsCompletedInOtherLines(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("enter", "/")
	s.Type("cl")
	s.Press("tab")
	wantStatus(t, s, "search: cl")
	if strings.Contains(s.Status(), "class:") {
		t.Error(s.Status())
	}
}

func TestCompletionsFitTheScreen(t *testing.T) {
	for width := 20; width < 130; width += 3 {
		s := start(t, width, 12)
		s.Press("1", "/")
		for _, r := range "tag:p" {
			s.Type(string(r))
			wantExact(t, s, width, 12)
		}
		s.Press("tab")
		wantExact(t, s, width, 12)
	}
}
