package ui_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reftel/keymap"
	"reftel/ui/sim"
)

// paneKeys lead to the panes.
var paneKeys = map[keymap.Scope]string{keymap.List: "1", keymap.Reader: "2", keymap.Sidebar: "3"}

// Arrows, Enter, Esc and Tab alone reach every action of the panes: from the list, Enter reads the cable, Enter opens the
// palette, Shift+Tab shows its actions, and an arrow goes to one of them. It does what its key does.
func TestArrowsEnterEscAndTabReachEveryAction(t *testing.T) {
	begin := func() *sim.Sim {
		s := withBook(t, filepath.Join(t.TempDir(), "notebook.db"),
			sim.Options{Width: 120, Height: 40, Folder: t.TempDir(), Clipboard: func(string) error { return nil }})
		s.Press("down", "enter")
		return s
	}
	down := map[string]int{} // how far an action is below the first
	s := begin()
	s.Press("enter", "shift+tab")
	for n := range len(keymap.Defaults()) {
		for _, row := range s.Lines() {
			if _, text, on := strings.Cut(row, "▌> "); on {
				text, _, _ = strings.Cut(text, "  ")
				if _, known := down[text]; !known {
					down[text] = n
				}
			}
		}
		s.Press("down")
	}

	tried := map[keymap.Action]bool{}
	for _, b := range keymap.Defaults() {
		pane, own := paneKeys[b.Scope]
		if !own && b.Scope != keymap.Global && b.Scope != keymap.Always || tried[b.Action] ||
			own && b.Scope != keymap.Reader && slices.Equal(b.Keys, []string{"enter"}) { // Tab goes to the pane
			continue
		}
		tried[b.Action] = true
		n, offered := down[b.Help]
		if !offered {
			t.Errorf("the palette has no action %q", b.Help)
			continue
		}
		s, direct := begin(), begin()
		s.Press("enter", "shift+tab")
		for range n {
			s.Press("down")
		}
		s.Press("enter")
		if own && b.Scope != keymap.Reader {
			direct.Press(pane)
		}
		direct.Press(b.Keys[0])
		if s.Frame() != direct.Frame() || s.HasQuit() != direct.HasQuit() {
			t.Errorf("%q of the palette is another thing than the key %s:\n%s\n\n%s", b.Help, b.Keys[0], s.Text(), direct.Text())
		}
	}
}

// What lies over the panes is used with arrows, Enter, Esc and Tab as well, or what it does can be done from the panes.
func TestOverlaysNeedNoOtherKeys(t *testing.T) {
	plain := []string{"up", "down", "left", "right", "enter", "esc", "tab", "shift+tab"}
	inPanes := map[keymap.Action]bool{}
	for _, b := range keymap.Defaults() {
		if _, own := paneKeys[b.Scope]; own || b.Scope == keymap.Global || b.Scope == keymap.Always {
			inPanes[b.Action] = true
		}
	}
	otherwise := map[keymap.Action]string{
		keymap.OverviewWiden:      "the action that clears the filter takes all narrowings back",
		keymap.ComparisonNext:     "the arrow goes on to it",
		keymap.ComparisonPrevious: "the arrow goes back to it",
		keymap.ComparisonWhole:    "only how the comparison is shown: Enter leads to the whole text",
		keymap.ComparisonFold:     "only how the comparison is shown",
		keymap.NoteEditor:         "the note is written here as well",
		keymap.NoteDrop:           "what was changed can be changed back",
		keymap.FilterHelp:         "the arrow goes through all keys",
	}
	for _, b := range keymap.Defaults() {
		reached := inPanes[b.Action] || slices.ContainsFunc(b.Keys, func(key string) bool { return slices.Contains(plain, key) })
		if _, known := otherwise[b.Action]; reached == known {
			t.Errorf("%s %s (%s): reached by arrows, Enter, Esc and Tab: %v, but the test thinks otherwise", b.Scope, b.Action, b.Help, reached)
		}
	}
}
