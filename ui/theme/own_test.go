package theme

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
)

func TestOwnThemesChangeTheirBase(t *testing.T) {
	set := NewSet([]Own{
		{Name: "night", Base: Dark, Tokens: map[string]string{"accent": "#FFD700", "redaction-background": "220", "top-secret": "208"}},
		{Name: "loud", Base: HighContrast},
	})
	night, err := set.New("night", false)
	if err != nil || night.ID != "night" {
		t.Fatal(night.ID, err)
	}
	dark := named(t, Dark)
	if got := night.Key.GetForeground(); got != lipgloss.Color("#ffd700") {
		t.Errorf("the accent is %v", got)
	}
	if night.Redaction.GetBackground() != lipgloss.Color("220") || night.Redaction.GetForeground() != dark.Redaction.GetForeground() {
		t.Errorf("a redaction is drawn %v on %v", night.Redaction.GetForeground(), night.Redaction.GetBackground())
	}
	if night.Dim.GetForeground() != dark.Dim.GetForeground() {
		t.Error("what was not changed is not as in the base")
	}
	on, _ := set.New("loud", true)
	off, _ := set.New("loud", false)
	if on.Dim.GetForeground() == off.Dim.GetForeground() {
		t.Error("high contrast does not follow the background")
	}
	if _, err := set.New("day", true); err == nil || !strings.Contains(err.Error(), "night, loud") {
		t.Errorf("of an unknown theme is said %v", err)
	}
}

func TestWhatCantBeReadIsRefused(t *testing.T) {
	for _, c := range []struct {
		base, token, color string
		says               string // "": it is accepted
	}{
		{Dark, "accent", "#222244", "accent has a contrast of 1.4 to 1 on a black background"},
		{Dark, "accent", "17", "on a black background"},
		{Light, "secret", "#ffcccc", "secret has a contrast of 1.4 to 1 on a white background"},
		{Light, "secret", "#ab1f1a", ""},
		{Dark, "rule", "#000000", ""}, // a line, no text
		{Dark, "match", "#55491a", "match has a contrast of 1.0 to 1 on its own background"},
		{Dark, "selected-background", "#c0c4ca", "on the selected row"},
		{Dark, "redaction-background", "#000000", "redaction has a contrast of 1.1 to 1 on its own background"},
		{HighContrast, "dim", "#ffff00", "on a white background"},
		{HighContrast, "dim", "#6e6e6e", "on the selected row"},
	} {
		var said []string
		for _, u := range (Own{"own", c.base, map[string]string{c.token: c.color}}).Check() {
			said = append(said, u.Error())
		}
		if all := strings.Join(said, "\n"); c.says == "" && all != "" || !strings.Contains(all, c.says) {
			t.Errorf("%s with %s = %s: said %q, want %q", c.base, c.token, c.color, all, c.says)
		}
	}
	for _, base := range Bases() {
		if got := (Own{Name: "own", Base: base}).Check(); got != nil {
			t.Errorf("%s itself is refused: %v", base, got)
		}
	}
}

func TestColoursAndNamesOfOwnThemes(t *testing.T) {
	for color, ok := range map[string]bool{
		"#12aB9f": true, "0": true, "255": true, "256": false, "-1": false, "007": false, "#12345": false, "red": false, "": false, "#12345678": false, " 7": false,
	} {
		if err := CheckColor(color); (err == nil) != ok {
			t.Errorf("%q: %v", color, err)
		}
	}
	for name, ok := range map[string]bool{"night": true, "a-1": true, "": false, "Night": false, "dark": false, "auto": false, "a b": false, "1a": false, strings.Repeat("a", 40): false} {
		if err := CheckName(name); (err == nil) != ok {
			t.Errorf("%q: %v", name, err)
		}
	}
	seen := map[string]bool{}
	for _, name := range Tokens() {
		if seen[name] {
			t.Errorf("two tokens are called %s", name)
		}
		seen[name] = true
	}
	if want := 13 + 2*6; len(seen) != want {
		t.Errorf("%d tokens can be changed, want %d", len(seen), want)
	}
}
