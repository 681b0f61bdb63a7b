package keymap

import (
	"strings"
	"testing"
)

func TestNewRefuses(t *testing.T) {
	row := func(a Action, s Scope, keys ...string) Binding { return Binding{a, s, Jump, keys, "Jump", ""} }
	for _, c := range []struct {
		what string
		rows []Binding
		want []string // words that the error has
	}{
		{"an unknown action", []Binding{row("reader.fly", Reader, "v")}, []string{`"reader.fly"`, "reftel keys"}},
		{"an unknown scope", []Binding{row(NextCable, "raeder", "v")}, []string{`"raeder"`, "reader, sidebar"}},
		{"an unknown group", []Binding{{NextCable, Reader, "Leap", []string{"v"}, "Jump", ""}}, []string{`"Leap"`}},
		{"missing help", []Binding{{NextCable, Reader, Jump, []string{"v"}, " ", ""}}, []string{"reader.next-cable", "help is missing"}},
		{"no key", []Binding{row(NextCable, Reader)}, []string{"reader.next-cable", "no key"}},
		{"an empty key", []Binding{row(NextCable, Reader, "")}, []string{"a key is empty"}},
		{"a key twice in a scope", []Binding{row(NextCable, Reader, "v"), row(PreviousCable, Reader, "v")}, []string{`"v"`, "reader.next-cable", "reader.previous-cable"}},
		{"a key of an outer scope", []Binding{row(NextCable, Global, "v"), row(PreviousCable, Sidebar, "v")}, []string{`"v"`, "global", "sidebar"}},
		{"a key of the outermost scope", []Binding{row(Quit, Always, "ctrl+c"), row(NextCable, Prompt, "ctrl+c")}, []string{`"ctrl+c"`, "always", "prompt"}},
		{"a key that begins a sequence", []Binding{row(NextCable, Reader, "] v"), row(PreviousCable, Global, "]")}, []string{`"]"`, `begins "] v"`}},
		{"a sequence that begins a sequence", []Binding{row(NextCable, Reader, "] v"), row(NextCable, Reader, "] v w")}, []string{`"] v"`, `begins "] v w"`}},
		{"a letter where it types", []Binding{row(PaletteJump, Palette, "v")}, []string{`"v"`, "types a character"}},
		{"space where it types", []Binding{row(PromptAccept, Prompt, "space")}, []string{`"space"`, "types a character"}},
		{"a sequence that types", []Binding{row(PromptAccept, Prompt, "v w")}, []string{`"v w"`, "types a character"}},
		{"no such key", []Binding{row(NextCable, Reader, "pagedown")}, []string{`"pagedown"`, "no such key"}},
		{"a sequence without spaces", []Binding{row(NextCable, Reader, "]v")}, []string{`"]v"`, "spaces"}},
		{"shift and a letter", []Binding{row(NextCable, Reader, "shift+g")}, []string{`"shift+g"`, "types: G"}},
		{"ctrl+i", []Binding{row(NextCable, Reader, "ctrl+i")}, []string{"tab"}},
		{"ctrl+m", []Binding{row(NextCable, Reader, "ctrl+m")}, []string{"enter"}},
		{"ctrl+enter", []Binding{row(NextCable, Reader, "ctrl+enter")}, []string{"plain enter"}},
		{"shift+space", []Binding{row(NextCable, Reader, "shift+space")}, []string{"plain space"}},
		{"ctrl+shift+letter", []Binding{row(NextCable, Reader, "ctrl+shift+k")}, []string{"without the shift"}},
		{"ctrl+digit", []Binding{row(NextCable, Reader, "ctrl+1")}, []string{"letters a to z"}},
		{"super", []Binding{row(NextCable, Reader, "super+k")}, []string{"no super key"}},
		{"a control character itself", []Binding{row(NextCable, Reader, "\x01")}, []string{"can't be used"}},
	} {
		_, err := New(c.rows)
		if err == nil {
			t.Errorf("%s: no error", c.what)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: the error %q does not say %q", c.what, err, want)
			}
		}
	}
}

func TestNewAccepts(t *testing.T) {
	row := func(a Action, s Scope, keys ...string) Binding { return Binding{a, s, Jump, keys, "Jump", ""} }
	for what, rows := range map[string][]Binding{
		"one action on one key in two scopes": {row(NextTab, Global, "v"), row(NextTab, Sidebar, "v")},
		"one key in scopes that never meet":   {row(NextCable, Reader, "v"), row(OpenCable, List, "v")},
		"a key of the screen under overlays":  {row(NextCable, Global, "ctrl+n"), row(MoveDown, Palette, "ctrl+n")},
		"keys every terminal sends":           {row(NextCable, Reader, "ctrl+k", "alt+k", "f12", "shift+tab", "delete", "+", "é", "alt++", "ctrl+space", "shift+up", "ctrl+right")},
		"nothing":                             nil,
	} {
		if _, err := New(rows); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestNewTellsEverythingOnce(t *testing.T) {
	_, err := New([]Binding{
		{NextCable, Global, Jump, []string{"v"}, "", ""},
		{PreviousCable, Global, Jump, []string{"v"}, "Jump", ""},
	})
	if err == nil {
		t.Fatal("no error")
	}
	if lines := strings.Split(err.Error(), "\n"); len(lines) != 2 {
		t.Errorf("two things are wrong, the error has %d lines:\n%v", len(lines), err)
	}
}
