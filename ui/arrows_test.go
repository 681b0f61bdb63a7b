package ui_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reftel/keymap"
	"reftel/model/library"
	"reftel/ui"
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

// What lies over the panes is used with arrows, Enter, Esc and Tab as well: what no such key does there, and no action of the
// panes, stands in the row of actions that Tab leads to. There it does what its key does.
func TestOverlaysNeedNoOtherKeys(t *testing.T) {
	plain := []string{"up", "down", "left", "right", "enter", "esc", "tab", "shift+tab"}
	inPanes := map[keymap.Action]bool{}
	for _, b := range keymap.Defaults() {
		if _, own := paneKeys[b.Scope]; own || b.Scope == keymap.Global || b.Scope == keymap.Always {
			inPanes[b.Action] = true
		}
	}
	t.Setenv("TMPDIR", t.TempDir())
	copies := manyCopies(t)
	// where each action has something to do, and what leads from there to the row of actions
	open := map[keymap.Scope]func() *sim.Sim{
		keymap.Overview: func() *sim.Sim { s := start(t, 120, 40); s.Press("v", "enter"); return s },
		keymap.Help:     func() *sim.Sim { s := start(t, 120, 40); s.Press("?"); return s },
		keymap.Note: func() *sim.Sim {
			s := startWith(t, 120, 40, func(o *ui.Options) { o.Editor = "true" })
			s.Press("enter", "a", "x")
			return s
		},
		keymap.Copies: func() *sim.Sim {
			s, err := sim.New(sim.Options{Width: 120, Height: 40, Inputs: library.Inputs([]string{copies}, nil)})
			if err != nil {
				t.Fatal(err)
			}
			read(s, "id:08ELMSTAD44")
			s.Press("C", "n", "n")
			return s
		},
	}
	for _, b := range keymap.Defaults() {
		if inPanes[b.Action] || slices.ContainsFunc(b.Keys, func(key string) bool { return slices.Contains(plain, key) }) {
			continue
		}
		begin, known := open[b.Scope]
		if !known {
			t.Errorf("%s (%s) has no key among arrows, Enter, Esc and Tab", b.Action, b.Scope)
			continue
		}
		s, direct := begin(), begin()
		label := "▌" + keymap.Label(b.Keys[0]) + " " + b.Hint + " "
		for n := 0; !strings.Contains(s.Text(), label); n++ {
			if n == 20 {
				t.Fatalf("no way leads to %s (%s) %q:\n%s", b.Action, b.Scope, label, s.Text())
			}
			if s.Press("right"); !strings.Contains(s.Text(), "enter do it") {
				s.Press("shift+tab")
			}
		}
		s.Press("enter")
		if direct.Press(b.Keys[0]); s.Frame() != direct.Frame() {
			s.Press("up") // the actions still have the keys
		}
		if s.Frame() != direct.Frame() {
			t.Errorf("%q of the row of actions is another thing than the key %s:\n%s\n\n%s", b.Hint, b.Keys[0], s.Text(), direct.Text())
		}
	}
}
