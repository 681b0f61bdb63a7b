package ui_test

import (
	"path/filepath"
	"strings"
	"testing"

	"reftel/keymap"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/ui"
	"reftel/ui/sim"
)

// Every key of the table does something in its place that can be seen, or says why not: none is dead, and none breaks the
// frame.
func TestEveryKeyOfTheTable(t *testing.T) {
	if testing.Short() {
		t.Skip("one key after the other: nothing for the race detector")
	}
	// where a scope is alive, and what is there to be seen
	ways := map[keymap.Scope][]string{
		keymap.List: {"G", "k", "k"}, keymap.Reader: {"enter", "}", "}"}, keymap.Sidebar: {"enter", "3", "down"},
		keymap.Global: {"enter", "}", "}"}, keymap.Palette: {"@", "down", "down"}, keymap.Overview: {"v", "down", "down"},
		keymap.Help: {"?", "j", "j"}, keymap.Prompt: {"/", "h", "a", "r"}, keymap.Note: {"enter", "a", "x", "y"}, keymap.Always: {"enter"},
		keymap.Foot: {"v", "enter", "shift+tab", "right"}, keymap.Copies: {"G", "enter", "C", "j", "n", "n", "left"},
	}
	// keys that change nothing from there, because they have nothing to change
	still := map[keymap.Action]bool{
		keymap.FocusReader: true,                                                                                                                                                      // it has the focus
		keymap.Suspend:     true,                                                                                                                                                      // the shell's business
		keymap.PageUp:      true, keymap.PageDown: true, keymap.HalfPageUp: true, keymap.HalfPageDown: true, keymap.MoveTop: true, keymap.MoveBottom: true, keymap.OverviewLeft: true, // at an end
		keymap.PromptComplete: true, // no field begins so
		keymap.ComparisonLeft: true, // it is chosen
	}
	if unknown := ui.UnknownActions(keymap.Defaults()); len(unknown) > 0 {
		t.Errorf("the program does not know the actions %v", unknown)
	}
	for _, b := range keymap.Defaults() {
		if b.Scope == keymap.Copies { // which the sample has none of: see TestComparingCopies
			continue
		}
		for _, key := range b.Keys {
			o := sim.Options{Width: 120, Height: 30, Folder: t.TempDir()}
			if b.Scope == keymap.Copies {
				o.Shelf = shelf.NewMemory(library.Inputs([]string{"copies/testdata/library"}, nil), library.LoadOptions{})
			}
			s := withBook(t, filepath.Join(t.TempDir(), "notebook.db"), o)
			s.Press(ways[b.Scope]...)
			before := s.Frame()
			s.Press(key)
			wantExact(t, s, 120, 30)
			if atEnd := b.Scope == keymap.Prompt && b.Action == keymap.MoveUp; s.Frame() == before && !s.HasQuit() && !still[b.Action] && !atEnd {
				t.Errorf("%s %q (%s) changes nothing:\n%s", b.Scope, key, b.Action, strings.Join(s.Lines(), "\n"))
			}
		}
	}
}
