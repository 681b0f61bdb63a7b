package ui_test

import (
	"path/filepath"
	"strings"
	"testing"

	"reftel/ui/sim"
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

// Behind label: stand the labels of the notebook, those of the most cables first, however they are written.
func TestLabelsAreCompleted(t *testing.T) {
	s := withBook(t, filepath.Join(t.TempDir(), "notebook.db"), sim.Options{Width: 160, Height: 40})
	for _, label := range []string{"chapter 3", "envoys", "chapter 3", `the "odd" (one)`} {
		s.Press("1", "down", "enter", "l")
		s.Type(label)
		s.Press("enter")
	}
	s.Press("1", "/")
	s.Type("label:")
	wantStatus(t, s, `tab label:"chapter 3" label:envoys label:"the odd (one)"`)
	s.Type("t")
	s.Press("tab", "enter")
	wantScreen(t, s, "1 of 20")
	s.Press("x", "/")
	s.Type("label:ch")
	s.Press("tab")
	wantStatus(t, s, `filter: label:"chapter 3"`)
	wantScreen(t, s, "2 of 20")
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
