package keymap

import (
	"slices"
	"strings"
	"testing"
)

// does returns what a key does in a scope.
func does(m *Map, focus Scope, keys string) Action {
	var pending []string
	var a Action
	for _, press := range strings.Fields(keys) {
		a, pending, _ = m.Resolve(Chain(focus), pending, press)
	}
	return a
}

func TestAnOverrideReplacesTheKeysOfItsScope(t *testing.T) {
	m, refused := Rebind([]Override{
		{Global, NextParagraph, []string{"ctrl+n", "g p"}},
		{Global, MoveTop, []string{"home"}},
		{List, NextParagraph, []string{"}"}},
		{Global, CycleTheme, nil},
		{Always, Quit, []string{"ctrl+q"}},
	})
	if len(refused) > 0 {
		t.Fatalf("refused: %v", refused)
	}
	for _, c := range []struct {
		focus Scope
		keys  string
		want  Action
	}{
		{Reader, "ctrl+n", NextParagraph}, {Sidebar, "g p", NextParagraph}, {Reader, "}", ""}, {List, "}", NextParagraph},
		{Reader, "g", ""}, {Reader, "home", MoveTop}, {Reader, "t", ""}, {Overview, "t", CycleTheme},
		{Reader, "ctrl+q", Quit}, {Prompt, "ctrl+c", Quit}, {Reader, "j", MoveDown},
	} {
		if got := does(m, c.focus, c.keys); got != c.want {
			t.Errorf("%s: %s does %q, want %q", c.focus, c.keys, got, c.want)
		}
	}
	for _, b := range m.Bindings() {
		if len(b.Keys) == 0 || b.Help == "" {
			t.Errorf("%s in %s has the keys %v and the help %q", b.Action, b.Scope, b.Keys, b.Help)
		}
	}
}

func TestTwoOverridesMayChangePlaces(t *testing.T) {
	m, refused := Rebind([]Override{{Global, MoveDown, []string{"k", "down"}}, {Global, MoveUp, []string{"j", "up"}}})
	if len(refused) > 0 || does(m, List, "k") != MoveDown || does(m, List, "j") != MoveUp {
		t.Errorf("k does %q; refused: %v", does(m, List, "k"), refused)
	}
}

func TestOverridesThatAreRefused(t *testing.T) {
	one := func(s Scope, a Action, keys ...string) []Override { return []Override{{s, a, keys}} }
	for _, c := range []struct {
		what      string
		overrides []Override
		at        int
		want      []string // words of the sentence
	}{
		{"no such scope", one("raeder", NextCable, "w"), 0, []string{`"raeder"`, "reader, sidebar"}},
		{"no such action", one(Reader, "reader.fly", "w"), 0, []string{`"reader.fly"`}},
		{"an action elsewhere", one(Reader, PaletteJump, "w"), 0, []string{"palette.jump", "give it keys in palette"}},
		{"another action's key", one(Global, NextCable, "n"), 0, []string{`"n"`, "reader.next-cable", "reader.next-hit", "another key"}},
		{"another scope's key", one(List, FilterList, "j"), 0, []string{`"j"`, "list.filter", "move.down"}},
		{"the beginning of a sequence", one(Global, NextCable, "]"), 0, []string{`"]"`, "reader.next-cable", "begins", "reader.next-reference"}},
		{"a sequence that begins with a key", one(Global, NextCable, "j j"), 0, []string{`"j"`, "move.down", `"j j"`, "reader.next-cable"}},
		{"a letter where one types", one(Palette, PaletteJump, "w"), 0, []string{"types a character"}},
		{"a letter everywhere", one(Always, Suspend, "w"), 0, []string{"types a character"}},
		{"ctrl+c for another", one(Global, NextCable, "ctrl+c"), 0, []string{"app.quit", "reader.next-cable", "always quits"}},
		{"ctrl+c in a sequence", one(Global, NextCable, "w ctrl+c"), 0, []string{"always quits"}},
		{"too many keys", one(Global, NextCable, "1", "2", "3", "4", "5", "6", "7", "8", "9"), 0, []string{"at most 8"}},
		{"too long a sequence", one(Global, NextCable, "w w w w w"), 0, []string{"at most 4"}},
		{"the same twice", []Override{{Global, NextCable, []string{"f9"}}, {Global, NextCable, []string{"f10"}}}, 1, []string{"one list"}},
		{"two want one key", []Override{{Global, NextCable, []string{"f9"}}, {Reader, SearchCable, []string{"f9"}}}, 1,
			[]string{`"f9"`, "reader.next-cable", "reader.search"}},
		{"a name of another program", one(Global, NextCable, "PageDown"), 0, []string{"write pgdown"}},
		{"a key of Emacs", one(Global, NextCable, "C-x"), 0, []string{"write ctrl+x"}},
		{"a key in caps", one(Global, NextCable, "Ctrl+X"), 0, []string{"write ctrl+x"}},
		{"an arrow as it is drawn", one(Global, MoveDown, "↓"), 0, []string{"write down"}},
		{"modifiers in another order", one(Global, NextCable, "alt+ctrl+x"), 0, []string{"write ctrl+alt+x"}},
		{"a capital behind alt", one(Global, NextCable, "alt+G"), 0, []string{"write alt+shift+g"}},
		{"a blank", one(Global, NextCable, " "), 0, []string{"written space"}},
	} {
		m, refused := Rebind(c.overrides)
		if len(refused) != 1 || refused[0].Override != c.at {
			t.Errorf("%s: refused %v, want override %d alone", c.what, refused, c.at)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(refused[0].Why, want) {
				t.Errorf("%s: %q does not say %q", c.what, refused[0].Why, want)
			}
		}
		if c.at == 0 && !slices.EqualFunc(m.Bindings(), Defaults(), func(a, b Binding) bool { return a.Action == b.Action && slices.Equal(a.Keys, b.Keys) }) {
			t.Errorf("%s: the table is not the default one", c.what)
		}
	}
}

// Leaving an override out brings keys back that another override wants: that one goes too.
func TestRefusalsGoOnUntilNothingClashes(t *testing.T) {
	m, refused := Rebind([]Override{
		{Global, MoveDown, []string{"n"}},            // n is of reader.next-hit
		{Global, NextCable, []string{"j"}},           // free only while the first holds
		{Global, PreviousCable, []string{"K", "f2"}}, // nobody's
	})
	if len(refused) != 2 || does(m, List, "j") != MoveDown || does(m, List, "n") != NextHit || does(m, List, "J") != NextCable || does(m, List, "f2") != PreviousCable {
		t.Errorf("refused: %v", refused)
	}
}
