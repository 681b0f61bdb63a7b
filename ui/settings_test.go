package ui_test

import (
	"strings"
	"testing"

	"reftel/keymap"
	"reftel/model/library"
	"reftel/sample"
	"reftel/ui"
	"reftel/ui/list"
	"reftel/ui/sim"
	"reftel/ui/theme"
	"reftel/ui/words"
)

// startWith runs the program on the built-in sample with other options.
func startWith(t *testing.T, width, height int, change func(*ui.Options)) *sim.Sim {
	t.Helper()
	s, err := sim.New(sim.Options{Width: width, Height: height, Inputs: library.InputsFS(sample.FS()), Change: change})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// rebound returns a map of keys with some of the user's.
func rebound(t *testing.T, overrides ...keymap.Override) *keymap.Map {
	t.Helper()
	keys, refused := keymap.Rebind(overrides)
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	return keys
}

func TestTheUsersKeysDriveTheProgramAndAreShown(t *testing.T) {
	s := startWith(t, 120, 40, func(o *ui.Options) {
		o.Keys = rebound(t,
			keymap.Override{Scope: keymap.List, Action: keymap.FilterList, Keys: []string{"f5"}},
			keymap.Override{Scope: keymap.Global, Action: keymap.MoveDown, Keys: []string{"f2", "down"}},
			keymap.Override{Scope: keymap.Global, Action: keymap.ZoomPane, Keys: []string{"g z"}},
			keymap.Override{Scope: keymap.Global, Action: keymap.MoveTop, Keys: []string{"home"}},
			keymap.Override{Scope: keymap.Global, Action: keymap.StepBack, Keys: []string{"f4"}},
			keymap.Override{Scope: keymap.Help, Action: keymap.StepBack, Keys: []string{"f4"}},
			keymap.Override{Scope: keymap.Prompt, Action: keymap.PromptAccept, Keys: []string{"f6"}},
			keymap.Override{Scope: keymap.Palette, Action: keymap.PaletteNext, Keys: []string{"f7"}},
		)
	})
	before := s.Text()
	s.Press("j")
	if s.Text() != before {
		t.Error("j still does something")
	}
	wantStatus(t, s, "f5 filter")
	s.Press("f2", "f2")
	if s.Text() == before {
		t.Error("f2 does nothing")
	}
	s.Press("g")
	wantStatus(t, s, "z Zoom the pane")
	s.Press("z")
	if strings.Contains(s.Text(), "│") {
		t.Error("g z did not zoom the pane")
	}
	s.Press("g z", "f5")
	s.Type("nosuchword")
	wantStatus(t, s, "filter: nosuchword")
	s.Press("f6")
	wantScreen(t, s, "F4 clears the filter.")
	s.Press("f4", "?")
	wantScreen(t, s, "F4 closes")
	wantScreen(t, s, "f2  ↓")
	s.Press("f4", ":")
	s.Type("zoom the pane")
	wantScreen(t, s, "gz")
	s.Type("qqqq")
	wantScreen(t, s, "F7 looks for another kind")
}

// Whoever has taken every key from every action can still leave.
func TestCtrlCQuitsWhateverTheKeysAre(t *testing.T) {
	var all []keymap.Override
	for _, b := range keymap.Defaults() {
		all = append(all, keymap.Override{Scope: b.Scope, Action: b.Action})
	}
	s := startWith(t, 80, 24, func(o *ui.Options) { o.Keys = rebound(t, all...) })
	s.Press("j", ":", "q", "esc")
	wantExact(t, s, 80, 24)
	if s.HasQuit() {
		t.Fatal("a key that was taken away quits")
	}
	s.Press("ctrl+c")
	if !s.HasQuit() {
		t.Error("ctrl+c does not quit")
	}
}

func TestWidthsColumnsAndDatesOfTheSettings(t *testing.T) {
	s := startWith(t, 200, 40, func(o *ui.Options) {
		o.ListWidth, o.SidebarWidth, o.Dates = 100, 30, words.Military
		o.Columns = []list.Column{list.SubjectColumn, list.DateColumn}
	})
	wantScreen(t, s, "17 MAR 09 │")
	wantScreen(t, s, "UTC")
	for i, l := range s.Lines()[:39] {
		row := []rune(l)
		if row[100] != '│' || row[169] != '│' {
			t.Fatalf("row %d is not divided at 100 and 169: %s", i, l)
		}
	}
}

func TestTheThemesOfTheSettingsFollowEachOther(t *testing.T) {
	s := startWith(t, 80, 24, func(o *ui.Options) {
		o.Theme, o.Themes = "night", theme.NewSet([]theme.Own{{Name: "night", Base: theme.Dark, Tokens: map[string]string{"accent": "#ffd700"}}})
	})
	if !strings.Contains(s.Frame(), "38;2;255;215;0") {
		t.Error("the accent of the user's theme is not drawn")
	}
	for _, want := range []string{"dark", "light", "high-contrast", "mono", "night"} {
		s.Press("t")
		wantStatus(t, s, "Theme: "+want)
	}
}
