package ui_test

import (
	"strings"
	"testing"

	"reftel/ui/sim"
)

// typeName opens the palette of names, and leaves its cursor on the best of what is typed.
func typeName(s *sim.Sim, name string) {
	s.Press("@")
	s.Type(name)
}

// cablesListed is the head of the list, with how many cables it has.
func cablesListed(s *sim.Sim) string {
	head, _, _ := strings.Cut(s.Lines()[0], "│")
	return strings.TrimSpace(head)
}

// A name is merged with another from the palette; both are one from then on, in the palette and in the sidebar, until that
// is taken back.
func TestNamesAreMergedInThePalette(t *testing.T) {
	s := start(t, 140, 40)
	typeName(s, "helio brancal")
	before := s.Text()
	s.Press("ctrl+o")
	wantScreen(t, s, "Merge: another name is")
	wantScreen(t, s, "Hide ")
	s.Press("enter")
	wantStatus(t, s, "Enter merges, Esc gives up.")
	s.Type("almada")
	s.Press("enter")
	wantStatus(t, s, "is Hélio Brancal now. U takes it back.")
	typeName(s, "almada")
	wantScreen(t, s, "⊕ Hélio Brancal")
	s.Press("esc", "U")
	wantStatus(t, s, `Taken back: merge person "Hélio Brancal" = `)
	typeName(s, "helio brancal")
	if s.Text() != before {
		t.Errorf("after the merge was taken back the palette is\n%s\nand was\n%s", s.Text(), before)
	}
	s.Press("esc", "U")
	wantStatus(t, s, "No name was changed.")
}

// In the sidebar a name is renamed, hidden, retyped and split, and each is seen at once.
func TestNamesAreChangedInTheSidebar(t *testing.T) {
	s := start(t, 140, 40)
	s.Press("enter", "3")
	name := func() string {
		for _, l := range s.Lines() {
			if i := strings.LastIndex(l, "│▌"); i >= 0 {
				return strings.TrimSpace(strings.TrimRight(strings.TrimSpace(l[i+len("│▌"):]), "0123456789"))
			}
		}
		t.Fatalf("nothing is selected in\n%s", s.Text())
		return ""
	}
	first := name()
	s.Press("e")
	s.Type("rename")
	s.Press("enter", "ctrl+u")
	s.Type("Zebulon Umbrage")
	s.Press("enter")
	wantStatus(t, s, first+" is called Zebulon Umbrage now.")
	if name() != "Zebulon Umbrage" {
		t.Errorf("the name is called %q", name())
	}
	all := cablesListed(s)
	s.Press("c")
	few := cablesListed(s)
	s.Press("e")
	s.Type("rename")
	s.Press("enter", "ctrl+u")
	s.Type("Quill")
	s.Press("enter")
	if few == all || cablesListed(s) != few {
		t.Errorf("the list has %q, narrowed to the name %q, and renamed %q", all, few, cablesListed(s))
	}
	s.Press("U", "U")
	if name() != first || cablesListed(s) != all {
		t.Errorf("the list is narrowed to a name that is gone: it has %q", cablesListed(s))
	}
	s.Press("e")
	s.Type("rename")
	s.Press("enter", "ctrl+u")
	s.Type("Zebulon Umbrage")
	s.Press("enter", "e")
	wantScreen(t, s, "Undo: rename person")
	s.Type("retype organization")
	s.Press("enter")
	wantStatus(t, s, "Zebulon Umbrage is an organization now.")
	s.Press("U", "U")
	if name() != first {
		t.Errorf("taken back, the name is called %q, and was %q", name(), first)
	}
	s.Press("e")
	s.Type("hide")
	s.Press("enter")
	wantStatus(t, s, first+" is hidden.")
	if name() == first {
		t.Error("a hidden name is shown")
	}
	s.Press("U")
	if name() != first {
		t.Errorf("shown again is %q", name())
	}
	s.Press("o", "e")
	wantStatus(t, s, "Only a name can be changed")
}

// Esc gives up whatever was begun, and nothing has changed.
func TestEscGivesUpAChangeOfNames(t *testing.T) {
	s := start(t, 140, 40)
	typeName(s, "brancal")
	s.Press("ctrl+o", "esc")
	typeName(s, "brancal")
	s.Press("ctrl+o", "enter", "esc")
	typeName(s, "brancal")
	s.Press("enter") // goes there, and merges nothing
	s.Press("3", "e")
	s.Type("rename")
	s.Press("enter")
	s.Type("x")
	s.Press("esc", "U")
	wantStatus(t, s, "No name was changed.")
}

// The status line names the key that edits a name only where the cursor of the palette is on one.
func TestTheKeyThatEditsNamesIsShownOnNames(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("#")
	if strings.Contains(s.Status(), "edit name") {
		t.Errorf("a paragraph is said to be a name: %s", s.Status())
	}
	s.Press("esc", "@")
	wantStatus(t, s, "edit name")
}
