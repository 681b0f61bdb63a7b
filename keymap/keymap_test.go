package keymap

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

func defaults(t *testing.T) *Map {
	t.Helper()
	m, err := New(Defaults())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestEveryDefaultKeyDoesWhatItsRowSays(t *testing.T) {
	m := defaults(t)
	for _, focus := range []Scope{List, Reader, Sidebar, Palette, Overview, Copies, Help, Prompt} {
		chain := Chain(focus)
		for _, b := range m.Bindings(chain...) {
			for _, keys := range b.Keys {
				var pending []string
				presses := strings.Fields(keys)
				for i, press := range presses {
					a, still, found := m.Resolve(chain, pending, press)
					if last := i == len(presses)-1; found != last || !last && len(still) != i+1 {
						t.Fatalf("%s: key %d of %q gives %q, %q, %v", focus, i+1, keys, a, still, found)
					}
					if found && a != b.Action {
						t.Errorf("%s: %q does %s, the table says %s", focus, keys, a, b.Action)
					}
					pending = still
				}
			}
		}
	}
}

func TestEveryActionHasARow(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "action.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	m := defaults(t)
	count := 0
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		name, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		if len(m.Keys(Action(name))) == 0 {
			t.Errorf("no key does %s (%s)", name, spec.Names[0])
		}
		if part, verb, found := strings.Cut(name, "."); !found || part == "" || verb == "" {
			t.Errorf("the action %q is not named part.verb-object", name)
		}
		count++
		return true
	})
	if count < 40 {
		t.Errorf("only %d actions were found in action.go", count)
	}
}

func TestHelpIsShortAndBeginsWithAVerb(t *testing.T) {
	for _, b := range Defaults() {
		if n := utf8.RuneCountInString(b.Help); n > 40 {
			t.Errorf("%s: the help %q has %d cells, at most 40 fit", b.Action, b.Help, n)
		}
		if c := b.Help[0]; c < 'A' || c > 'Z' {
			t.Errorf("%s: the help %q does not begin with a capital", b.Action, b.Help)
		}
		if len(b.Hint) > 12 {
			t.Errorf("%s: the hint %q is too long for the status line", b.Action, b.Hint)
		}
	}
}

func TestTheKeysPeopleKnow(t *testing.T) {
	m := defaults(t)
	for _, c := range []struct {
		focus Scope
		keys  string
		want  Action
	}{
		{List, "j", MoveDown}, {Reader, "down", MoveDown}, {Reader, "space", PageDown}, {Reader, "b", PageUp},
		{Reader, "G", MoveBottom}, {List, "enter", OpenCable}, {Reader, "enter", FollowReference}, {Sidebar, "enter", ChooseEntry},
		{Palette, "enter", PaletteJump}, {Prompt, "enter", PromptAccept},
		{List, "/", FilterList}, {Reader, "/", SearchCable}, {Sidebar, "/", FilterSidebar}, {Help, "/", FilterHelp},
		{Reader, "ctrl+p", OpenPalette}, {Palette, "ctrl+p", MoveUp}, {Reader, ":", OpenPalette}, {Sidebar, "@", FindName},
		{Reader, "] x", NextRedaction}, {List, "[ r", PreviousReference}, {Sidebar, "] n", NextMention}, {Reader, "}", NextParagraph},
		{Reader, "H", HistoryBack}, {Reader, "J", NextCable}, {Sidebar, "c", NarrowList}, {List, "x", ClearFilter},
		{Reader, "v", OpenOverview}, {Overview, "l", OverviewRight}, {Overview, "enter", OverviewNarrow}, {Overview, "q", Close}, {Overview, "esc", StepBack},
		{List, "C", CompareCopies}, {Copies, "n", ComparisonNext}, {Copies, "[ x", ComparisonPrevious}, {Copies, "c", ComparisonCopy}, {Copies, "[ c", ComparisonCopyBefore}, {Copies, "tab", FootNext}, {Foot, "enter", FootDo}, {Copies, "C", Close},
		{List, "tab", FocusNext}, {Palette, "tab", PaletteNext},
		{Reader, "esc", StepBack}, {Palette, "esc", StepBack}, {Help, "q", Close}, {List, "q", Close}, {Prompt, "esc", PromptCancel},
		{List, "ctrl+c", Quit}, {Palette, "ctrl+c", Quit}, {Prompt, "ctrl+c", Quit}, {Help, "ctrl+c", Quit},
	} {
		var pending []string
		var got Action
		for _, press := range strings.Fields(c.keys) {
			got, pending, _ = m.Resolve(Chain(c.focus), pending, press)
		}
		if got != c.want {
			t.Errorf("%s: %q does %q, want %q", c.focus, c.keys, got, c.want)
		}
	}
}

func TestLettersTypedIntoAnInputDoNothingElse(t *testing.T) {
	m := defaults(t)
	for _, focus := range []Scope{Palette, Prompt} {
		for _, key := range []string{"q", "j", "?", "]", ":", "#", "space", "G", "é"} {
			if a, still, found := m.Resolve(Chain(focus), nil, key); found || still != nil {
				t.Errorf("%s: typing %q does %s (pending %q)", focus, key, a, still)
			}
		}
	}
}

// Esc never quits, whatever has the focus; and there is always a way out that does.
func TestEscNeverQuits(t *testing.T) {
	m := defaults(t)
	for _, focus := range Scopes() {
		chain := Chain(focus)
		if a, _, _ := m.Resolve(chain, nil, "esc"); a == Quit || a == Close {
			t.Errorf("%s: esc does %s", focus, a)
		}
		if a, _, _ := m.Resolve(chain, nil, "ctrl+c"); a != Quit {
			t.Errorf("%s: ctrl+c does %q, want %s", focus, a, Quit)
		}
	}
}

// Whoever has no letters to press (another layout, a screen reader, a foot pedal) gets everywhere.
func TestArrowsEnterEscAndTabReachEverything(t *testing.T) {
	m := defaults(t)
	plain := []string{"up", "down", "left", "right", "enter", "esc", "tab", "shift+tab"}
	reaches := func(focus Scope, a Action) bool {
		return slices.ContainsFunc(m.Keys(a, Chain(focus)...), func(key string) bool { return slices.Contains(plain, key) })
	}
	for _, c := range []struct {
		focus   Scope
		actions []Action
	}{
		{List, []Action{MoveDown, MoveUp, FocusNext, FocusPrevious, OpenCable, StepBack}},
		{Reader, []Action{MoveDown, MoveUp, FocusNext, FollowReference, StepBack}}, // FollowReference opens the palette
		{Sidebar, []Action{MoveDown, MoveUp, FocusNext, ChooseEntry, NextTab, PreviousTab, StepBack}},
		{Palette, []Action{MoveDown, MoveUp, PaletteNext, PalettePrevious, PaletteJump, StepBack}}, // its last kind is all actions
		{Prompt, []Action{MoveDown, MoveUp, PromptAccept, PromptCancel}},
		{Help, []Action{MoveDown, MoveUp, FootNext, StepBack}},
		{Note, []Action{FootNext, NoteKeep}},
		{Foot, []Action{FootLeft, FootRight, FootDo, FootLeave, FootNext}},
		{Overview, []Action{MoveDown, MoveUp, OverviewLeft, OverviewRight, OverviewNext, OverviewNarrow, StepBack}},
		{Copies, []Action{MoveDown, MoveUp, ComparisonLeft, ComparisonRight, ComparisonGo, FootNext, StepBack}},
	} {
		for _, a := range c.actions {
			if !reaches(c.focus, a) {
				t.Errorf("%s: %s has none of the keys %s", c.focus, a, strings.Join(plain, ", "))
			}
		}
	}
}

func TestSequences(t *testing.T) {
	m := defaults(t)
	chain := Chain(Reader)
	_, still, found := m.Resolve(chain, nil, "]")
	if found || !slices.Equal(still, []string{"]"}) {
		t.Fatalf("] gives %q, %v; want a sequence that has begun", still, found)
	}
	var rest []string
	for _, b := range m.Continuations(chain, still) {
		rest = append(rest, b.Keys...)
	}
	if want := []string{"r", "x", "l", "n", "w", "a"}; !slices.Equal(rest, want) {
		t.Errorf("] goes on with %q, want %q", rest, want)
	}
	for _, key := range []string{"q", "esc", "]", "j"} {
		if a, again, found := m.Resolve(chain, still, key); found || again != nil {
			t.Errorf("] %s does %q (pending %q), want nothing", key, a, again)
		}
	}
	if got := m.Continuations(chain, []string{"j"}); got != nil {
		t.Errorf("j goes on with %v", got)
	}
	if got := m.Continuations(Chain(Palette), []string{"]"}); got != nil {
		t.Errorf("] goes on in the palette with %v", got)
	}
}

func TestPendingIsNotWrittenTo(t *testing.T) {
	m, err := New([]Binding{
		{NextReference, Reader, Jump, []string{"z a b"}, "Jump", ""},
		{NextRedaction, Reader, Jump, []string{"z a c"}, "Jump", ""},
	})
	if err != nil {
		t.Fatal(err)
	}
	pending := make([]string, 1, 8)
	pending[0] = "z"
	_, one, _ := m.Resolve(Chain(Reader), pending, "a")
	m.Resolve(Chain(Reader), pending, "q")
	if !slices.Equal(one, []string{"z", "a"}) {
		t.Errorf("the keys of a begun sequence became %q", one)
	}
	if a, _, found := m.Resolve(Chain(Reader), one, "c"); !found || a != NextRedaction {
		t.Errorf("z a c does %q", a)
	}
}

func TestHintsBeginWithTheInnermostScope(t *testing.T) {
	hints := defaults(t).Hints(Chain(List)...)
	if len(hints) < 3 || len(hints) > 7 || hints[0].Action != OpenCable {
		t.Errorf("the hints of the list are %v", hints)
	}
}

func TestTheMapKeepsItsTable(t *testing.T) {
	table := Defaults()
	m, err := New(table)
	if err != nil {
		t.Fatal(err)
	}
	table[0].Action = Quit
	if a, _, _ := m.Resolve(Chain(List), nil, "j"); a != MoveDown {
		t.Errorf("j does %s after the caller changed its table", a)
	}
}
