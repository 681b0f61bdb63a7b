package cli

import (
	"context"
	"errors"
	"strings"
	"testing"

	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/ui"
	"reftel/ui/theme"
)

func TestTheReaderNeedsATerminal(t *testing.T) {
	r := run(t, nil)
	r.want(t, Usage, "reftel list, reftel show or reftel parse")
	if len(r.screens) > 0 || strings.Count(r.err, "\n") != 1 {
		t.Errorf("shown %d times, said %q", len(r.screens), r.err)
	}
}

// loaded reads what the screen would have read.
func loaded(t *testing.T, r result) shelf.Shelf {
	t.Helper()
	if len(r.screens) != 1 {
		t.Fatalf("the screen was shown %d times; error stream: %s", len(r.screens), r.err)
	}
	s := r.screens[0].Shelf
	if err := s.Fill(t.Context(), func(shelf.Progress) {}); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTheReaderOpensPathsOrTheSample(t *testing.T) {
	if n := len(loaded(t, run(t, terminal(80))).All()); n < 12 {
		t.Errorf("the sample has %d cables", n)
	}
	if n := len(loaded(t, run(t, terminal(80), cables)).All()); n != 3 {
		t.Errorf("the folder has %d cables", n)
	}
	if n := len(loaded(t, run(t, both(terminal(80), environment(libraryVariable, cables)))).All()); n != 3 {
		t.Errorf("the environment's folder has %d cables", n)
	}
	piped := func(s *System) {
		s.InTerminal = false
		s.In = strings.NewReader(telegram("PIPED", "Text."))
	}
	if n := len(loaded(t, run(t, both(terminal(80), piped), "-")).All()); n != 1 {
		t.Errorf("standard input has %d cables", n)
	}
	if l := loaded(t, run(t, terminal(80), cables, "missing")); len(l.All()) != 3 || len(l.Problems()) != 1 {
		t.Errorf("beside a missing path: %d cables, problems %v", len(l.All()), l.Problems())
	}
}

func TestTheKeyboardIsNoInput(t *testing.T) {
	r := run(t, terminal(80), "-")
	r.want(t, Usage, "pipe them in")
	if len(r.screens) > 0 {
		t.Error("the screen was shown")
	}
}

func TestNothingToOpenShowsNoScreen(t *testing.T) {
	r := run(t, terminal(80), "missing.txt")
	r.want(t, PartlyRead, "missing.txt: there is no such file")
	if len(r.screens) > 0 {
		t.Error("the screen was shown")
	}
	run(t, terminal(80), "lits").want(t, PartlyRead, "did you mean the command reftel list?")
	run(t, terminal(80), t.TempDir()).want(t, PartlyRead, "holds no files")
}

func TestProblemsAreToldAfterTheScreen(t *testing.T) {
	problems := func(s *System) {
		s.Screen = func(context.Context, ui.Options) ([]library.Problem, error) {
			return []library.Problem{{File: "a\x1b[2J.txt", What: "the file is empty"}, {File: "b.txt", What: "it is a PDF"}}, nil
		}
	}
	r := run(t, both(terminal(80), problems))
	r.want(t, PartlyRead, "reftel: a␛[2J.txt: the file is empty\nreftel: b.txt: it is a PDF\n")

	broken := func(s *System) {
		s.Screen = func(context.Context, ui.Options) ([]library.Problem, error) { return nil, errors.New("no tty") }
	}
	run(t, both(terminal(80), broken)).want(t, Usage, "no tty")
	unkept := func(s *System) {
		s.Screen = func(context.Context, ui.Options) ([]library.Problem, error) {
			return nil, &ui.Unkept{Text: "two\nlines\x1b[2J", Why: errors.New("no room")}
		}
	}
	run(t, both(terminal(80), unkept)).want(t, Usage, "two\nlines␛[2J\nreftel: no room. The note that is not kept stands above this line.\n")
}

func TestTheScreenFitsItsTerminal(t *testing.T) {
	tests := []struct {
		name   string
		env    []string
		args   []string
		theme  string
		remote bool
	}{
		{"at home", nil, nil, theme.Auto, false},
		{"light", nil, []string{"--theme", "light"}, theme.Light, false},
		{"no colours", []string{"NO_COLOR", "1"}, nil, theme.Mono, false},
		{"colours all the same", []string{"NO_COLOR", "1"}, []string{"--theme=dark"}, theme.Dark, false},
		{"SSH", []string{"SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22"}, nil, theme.Auto, true},
		{"SSH in tmux", []string{"SSH_TTY", "/dev/pts/3"}, nil, theme.Auto, true},
	}
	for _, tt := range tests {
		r := run(t, both(terminal(80), environment(tt.env...)), tt.args...)
		r.want(t, Found, "")
		if len(r.screens) != 1 {
			t.Fatalf("%s: not shown", tt.name)
		}
		if o := r.screens[0]; o.Theme != tt.theme || o.Remote != tt.remote || o.Keys == nil {
			t.Errorf("%s: theme %q, remote %v", tt.name, o.Theme, o.Remote)
		}
	}
	r := run(t, terminal(80), "--theme", "pink")
	r.want(t, Usage, `no theme "pink"`)
}

func TestDumbTerminalsGetNoStyles(t *testing.T) {
	for _, plain := range [][]string{{"TERM", "dumb"}, {"NO_COLOR", "1"}} {
		r := run(t, both(terminal(80), environment(plain...)), "show", "09LISBON97")
		if strings.Contains(r.out, "\x1b") {
			t.Errorf("%v: a style is printed", plain)
		}
	}
	if r := run(t, both(terminal(80), environment("TERM", "xterm")), "show", "09LISBON97"); !strings.Contains(r.out, "\x1b[") {
		t.Error("on a terminal with styles, none is printed")
	}
}
