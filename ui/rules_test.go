package ui_test

import "testing"

// A name that was hidden is said to be, and its rule can be taken back from the list of rules; U makes it again.
func TestRulesAreListedAndTakenBack(t *testing.T) {
	s := start(t, 140, 40)
	s.Press("E")
	wantStatus(t, s, "There are no rules about names.")
	typeName(s, "corisande")
	s.Press("ctrl+o")
	s.Type("hide")
	s.Press("enter")
	typeName(s, "corisande")
	wantStatus(t, s, "A rule of yours hides it: hide organization \"CORISANDE\". E takes rules back.")
	s.Press("esc", "E")
	wantScreen(t, s, "Your rules about names")
	s.Press("enter")
	wantStatus(t, s, "Taken back: hide organization \"CORISANDE\". U makes it again.")
	typeName(s, "corisande")
	wantScreen(t, s, "@ CORISANDE")
	s.Press("esc", "U")
	wantStatus(t, s, "Again: hide organization \"CORISANDE\"")
}

// What was split off is put together again by merging, and a merge that was split is there again after U.
func TestSplitAndMergeUndoEachOther(t *testing.T) {
	s := start(t, 140, 40)
	typeName(s, "anselmo brito")
	s.Press("ctrl+o")
	s.Type("split brito")
	s.Press("enter")
	wantStatus(t, s, "Brito is a name of its own now.")
	typeName(s, "anselmo brito")
	s.Press("ctrl+o", "enter")
	s.Type("brito")
	s.Press("enter")
	wantStatus(t, s, "Taken back: split person \"Brito\" from \"Anselmo Brito\"")
}

// The name of which the sentences are shown can be changed there.
func TestANameIsChangedFromItsSentences(t *testing.T) {
	s := start(t, 140, 40)
	typeName(s, "brancal")
	s.Press("enter", "ctrl+o")
	wantScreen(t, s, "what about it?")
	wantScreen(t, s, "Hide Hélio Brancal")
	s.Press("esc")
	wantScreen(t, s, "Cables")
}
