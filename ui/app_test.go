package ui_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"reftel/model/library"
	"reftel/sample"
	"reftel/ui/sim"
)

// start runs the program on the built-in sample.
func start(t *testing.T, width, height int) *sim.Sim {
	t.Helper()
	s, err := sim.New(sim.Options{Width: width, Height: height, Inputs: library.InputsFS(sample.FS())})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// wantExact fails unless the frame has exactly the size of the screen.
func wantExact(t *testing.T, s *sim.Sim, width, height int) {
	t.Helper()
	lines := strings.Split(s.Frame(), "\n")
	if len(lines) != height {
		t.Fatalf("%dx%d: the frame has %d rows", width, height, len(lines))
	}
	for i, l := range lines {
		if w := ansi.StringWidth(l); w != width {
			t.Fatalf("%dx%d: row %d is %d cells wide: %q", width, height, i, w, ansi.Strip(l))
		}
	}
}

// wantScreen fails unless some row of the screen holds the words.
func wantScreen(t *testing.T, s *sim.Sim, words string) {
	t.Helper()
	if !strings.Contains(s.Text(), words) {
		t.Errorf("the screen does not show %q:\n%s", words, s.Text())
	}
}

func wantStatus(t *testing.T, s *sim.Sim, words string) {
	t.Helper()
	if !strings.Contains(s.Status(), words) {
		t.Errorf("the status line does not say %q but %q", words, s.Status())
	}
}

func TestEveryFrameHasTheSizeOfTheScreen(t *testing.T) {
	if testing.Short() {
		t.Skip("one key after the other: nothing for the race detector")
	}
	s := start(t, 120, 40)
	r := rand.New(rand.NewPCG(1, 2))
	keys := []string{"j", "k", "space", "b", "enter", "tab", "z", "o", "1", "2", "3", "}", "{", "] r", "] x", "[ l",
		":", "esc", "esc", "J", "K", "s", "?", "esc", "esc", "@", "esc", "esc", "/", "x", "enter", "n", "N", "t", "H", "L", "G", "g", "O", "S", "v", "h", "l", "v", "backspace"}
	for range 600 {
		width, height := 1+r.IntN(300), 1+r.IntN(100)
		s.Resize(width, height)
		wantExact(t, s, width, height)
		s.Press(keys[r.IntN(len(keys))])
		if s.HasQuit() {
			t.Fatal("a key of those that never quit has quit")
		}
		wantExact(t, s, width, height)
	}
}

// The acceptance list asks for this very thing: three hundred resizes while reading.
func TestTopParagraphStaysThroughResizes(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("enter", "z", "}", "}", "}", "}", "}", "}")
	want := "¶ 6 of"
	wantScreen(t, s, want)
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		width, height := 1+r.IntN(300), 1+r.IntN(100)
		s.Resize(width, height)
		wantExact(t, s, width, height)
	}
	s.Resize(120, 40)
	wantScreen(t, s, want)
}

func TestPaletteLandsOnWhatWasTyped(t *testing.T) {
	tests := []struct {
		name  string
		typed string
		want  string // on the screen, after Enter
	}{
		{"a paragraph by number", "#5", "¶ 5 of"},
		{"a word in a paragraph", "lifebuoy", "with the lifebuoy"},
		{"a heading", "owner rock", "The Owner of the Rock"},
		{"a cable by its id", "lisbon97", "09LISBON97"},
		{"a cable by its subject", "dog pellworth", "A MAN ABOUT A DOG"},
		{"a name", "@quintan", "Lidia Quintanilha"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := start(t, 120, 40)
			s.Press("enter", ":")
			s.Type(tt.typed)
			s.Press("enter")
			wantScreen(t, s, tt.want)
			wantScreen(t, s, "Cables") // the palette is gone
		})
	}
}

func TestScatteredLettersOfAParagraphAreNoMatch(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("enter", "#")
	s.Type("xqz")
	wantScreen(t, s, "Nothing matches")
}

func TestFollowAReferenceAndComeBack(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("enter", "] r")
	wantStatus(t, s, "leads to 10PONTADELGADA2")
	s.Press("enter")
	wantScreen(t, s, "10PONTADELGADA2  SIXTY MINUTES")
	s.Press("H")
	wantScreen(t, s, "10REYKJAVIK19  THE COLD HARBOR AGREEMENT")
	s.Press("L")
	wantScreen(t, s, "10PONTADELGADA2  SIXTY MINUTES")
}

func TestHistoryLeadsBackToWhatWasReadNotToWhatWasPassedOver(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("enter", "}", "}", "}")
	s.Press("1", "down", "down", "down", "enter")
	wantScreen(t, s, "09STATE128447  INSTRUCTIONS")
	s.Press("H")
	wantScreen(t, s, "10REYKJAVIK19  THE COLD HARBOR AGREEMENT")
	wantScreen(t, s, "¶ 3 of 12")
	s.Press("H")
	wantStatus(t, s, "nothing to go back to")
}

func TestRedactionsAreWalkedAcrossCables(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("enter")
	seen := map[string]bool{}
	for range 12 {
		s.Press("] x")
		wantStatus(t, s, "redaction")
		seen[strings.Fields(s.Lines()[0])[5]] = true
	}
	if len(seen) < 3 {
		t.Errorf("twelve redactions on, only these titles were seen: %v", seen)
	}
}

func TestSearchGoesOnIntoTheNextCable(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("enter", "/")
	s.Type("lighthouse")
	s.Press("enter")
	first := s.Lines()[0]
	for range 30 {
		s.Press("n")
	}
	if s.Lines()[0] == first {
		t.Errorf("thirty hits on, still in the same cable: %s", first)
	}
	wantStatus(t, s, "lighthouse")
	s.Press("esc")
	s.Press("n")
	wantStatus(t, s, "Nothing is searched for")
}

func TestFilterNarrowsTheListAsOneTypes(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("/")
	s.Type("piano tuner")
	wantScreen(t, s, "of 20")
	s.Press("enter")
	wantScreen(t, s, " piano tuner ")
	s.Press("x")
	if strings.Contains(s.Text(), "of 20") {
		t.Error("the filter is still on")
	}
	s.Press("/")
	s.Type("- quay")
	wantStatus(t, s, "character 1")
	s.Press("esc")
	s.Press("/")
	s.Type("nosuchword")
	wantScreen(t, s, "No cable matches.")
}

func TestEscNeverQuitsAndQOnlyFromTheTop(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("enter", ":", "esc", "esc", "esc", "esc", "esc", "esc")
	if s.HasQuit() {
		t.Fatal("Esc has quit")
	}
	s.Press("enter", "?", "q")
	if s.HasQuit() {
		t.Fatal("q has quit from the help")
	}
	s.Press("q", "q", "q")
	if !s.HasQuit() {
		t.Fatal("q does not quit from the top level")
	}
	s = start(t, 120, 40)
	s.Press("/")
	s.Type("q")
	s.Press("ctrl+c")
	if !s.HasQuit() {
		t.Fatal("ctrl+c does not quit while typing")
	}
}

func TestChosenNameIsWalked(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("enter", "3", "enter")
	wantStatus(t, s, "mention 1 of")
	s.Press("] n")
	wantStatus(t, s, "mention 2 of")
	s.Press("c")
	wantScreen(t, s, "@Anselmo Brito")
}

func TestSourceViewShowsTheFile(t *testing.T) {
	s := start(t, 160, 40)
	s.Press("enter", "s")
	wantScreen(t, s, "<a href='/cable/2010/01/10REYKJAVIK19.html'>10REYKJAVIK19</a>")
	s.Press("s")
	wantScreen(t, s, "¶ 1 of 12")
}

func TestTheLowestScreenShowsWhatEnterWouldChoose(t *testing.T) {
	s := start(t, 40, 5)
	s.Press("enter", ":")
	s.Type("lifebuoy")
	wantScreen(t, s, "¶4")
	s.Press("esc", "?")
	wantScreen(t, s, "Go down one line")
}

func TestTinyScreensSaySo(t *testing.T) {
	s := start(t, 19, 4)
	wantExact(t, s, 19, 4)
	if !strings.HasPrefix(s.Text(), "needs 20x5 cells") {
		t.Errorf("got %q", s.Text())
	}
}

func TestRemoteReaderZoomsByItself(t *testing.T) {
	s, err := sim.New(sim.Options{Width: 120, Height: 40, Remote: true, Inputs: library.InputsFS(sample.FS())})
	if err != nil {
		t.Fatal(err)
	}
	s.Press("enter")
	if strings.Contains(s.Lines()[0], "Cables") {
		t.Error("over SSH the focused reader does not have the screen to itself")
	}
	s.Press("1")
	wantScreen(t, s, "Cables")
}
