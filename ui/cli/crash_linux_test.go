package cli

import (
	"context"
	"io/fs"
	"iter"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"reftel/internal/crash"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/model/notebook"
	"reftel/sample"
	"reftel/ui"
)

// The words of a document that the value of a panic holds.
const secretWords = "SECRET words of a cable"

// fail is a panic whose value is of a hostile document.
func fail() { panic(secretWords + "\x1b[2J\x1b]52;c;aGVsbG8=\x07") }

// breakIn returns a system that fails in some place, the interactive program when SIGUSR1 has come.
func breakIn(s System, place string) System {
	var armed atomic.Bool
	came := make(chan os.Signal, 1)
	signal.Notify(came, syscall.SIGUSR1)
	ready := make(chan struct{})
	go func() {
		<-came
		armed.Store(true)
		os.WriteFile(filepath.Join(os.Getenv("HOME"), "armed"), nil, 0o600)
		close(ready)
	}()
	switch place {
	case "output":
		s.Out = failing{}
	case "walk":
		s.Sample = failing{s.Sample}
	}
	inner := s.Screen
	s.Screen = func(ctx context.Context, o ui.Options) ([]library.Problem, error) {
		switch place {
		case "library":
			o.Shelf = shelf.NewMemory(failingInputs(ready), library.LoadOptions{})
		case "update", "view", "command", "batch", "loading", "stuck":
			o.Shelf = &failingShelf{Shelf: o.Shelf, place: place, armed: &armed, ready: ready}
		}
		return inner(ctx, o)
	}
	return s
}

// failing fails when it is written to or listed.
type failing struct{ fs.FS }

func (failing) Write([]byte) (int, error) { fail(); return 0, nil }

func (f failing) Open(name string) (fs.File, error) {
	if name != "." {
		fail()
	}
	return f.FS.Open(name)
}

// failingInputs gives the files of the sample, and fails when it is time.
func failingInputs(ready <-chan struct{}) iter.Seq2[library.Input, error] {
	return func(yield func(library.Input, error) bool) {
		for in, err := range library.InputsFS(sample.FS()) {
			if !yield(in, err) {
				return
			}
		}
		<-ready
		fail()
	}
}

// failingShelf fails in a place when it is armed.
type failingShelf struct {
	shelf.Shelf
	place string
	armed *atomic.Bool
	ready <-chan struct{}
}

func (s *failingShelf) at(place string) {
	if s.place == place && s.armed.Load() {
		fail()
	}
}

// Row is asked by View.
func (s *failingShelf) Row(n shelf.Number) (shelf.Row, bool) {
	s.at("view")
	return s.Shelf.Row(n)
}

// Names is asked by Update, when the palette is opened.
func (s *failingShelf) Names() shelf.Names {
	s.at("update")
	if s.place == "stuck" && s.armed.Load() {
		select {} // it never returns, and something else fails
	}
	return s.Shelf.Names()
}

// Open is asked by a command, when the next cable is read.
func (s *failingShelf) Open(ctx context.Context, n shelf.Number) (*shelf.Opened, error) {
	s.at("command")
	return s.Shelf.Open(ctx, n)
}

// Find is asked by one of several commands at once, when the list is filtered.
func (s *failingShelf) Find(ctx context.Context, q shelf.Question) ([]shelf.Number, error) {
	s.at("batch")
	return s.Shelf.Find(ctx, q)
}

// Fill runs on a goroutine of its own.
func (s *failingShelf) Fill(ctx context.Context, progress func(shelf.Progress)) error {
	err := s.Shelf.Fill(ctx, progress)
	if s.place == "loading" || s.place == "stuck" {
		<-s.ready
		fail()
	}
	return err
}

// Wherever the program fails, the terminal is restored, what was written is kept, and a report says where, without a word of
// a document.
func TestAPanicAnywhere(t *testing.T) {
	for place, keys := range map[string]string{"update": ":", "view": "j", "command": "J", "batch": "1/keeper", "loading": "", "library": "", "stuck": ":"} {
		t.Run(place, func(t *testing.T) {
			t.Parallel()
			s := on(t, t.TempDir(), place, "--sample")
			s.until("LISBON")
			s.press("\ra")
			s.until("Note on")
			s.press("ask the keeper\x1b")
			s.shows("The note is kept")
			s.press("a and his brother") // this one isn't kept yet when it fails
			s.shows("brother")
			if place != "loading" && place != "library" {
				s.press("\x1b")
				s.shows("The note is kept")
			}
			s.signal(syscall.SIGUSR1)
			s.wait("the signal", func() bool { _, err := os.Stat(filepath.Join(s.home, "armed")); return err == nil })
			if keys != "" {
				s.press(keys)
			}
			if status := s.ended(); status != Crashed {
				t.Errorf("exit status %d, want %d", status, Crashed)
			}
			s.wantRestored()
			s.wantReport("the reader")
			b := notebook.New(filepath.Join(s.home, "data", "reftel", "notebook.db"))
			defer b.Close()
			notes, err := b.Notes(context.Background())
			if err != nil || len(notes) != 1 || !strings.Contains(notes[0].Text, "ask the keeper") || !strings.Contains(notes[0].Text, "brother") {
				t.Errorf("the notes are %+v, %v", notes, err)
			}
		})
	}
}

// The commands that print fail in the same way.
func TestAPanicInACommand(t *testing.T) {
	for _, test := range []struct{ place, command string }{{"output", "list"}, {"walk", "list"}, {"walk", "names"}} {
		t.Run(test.place, func(t *testing.T) {
			s := on(t, t.TempDir(), test.place, test.command)
			if status := s.ended(); status != Crashed {
				t.Errorf("exit status %d, want %d", status, Crashed)
			}
			s.wantRestored()
			s.wantReport(test.command)
		})
	}
}

// Where no report can be written, it is printed.
func TestAPanicWithoutAPlaceForTheReport(t *testing.T) {
	var errs strings.Builder
	w := &watch{system: System{DataDir: filepath.Join(t.TempDir(), "file"), Err: &errs, Getenv: func(string) string { return "" }}}
	if err := os.WriteFile(w.system.DataDir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", w.system.DataDir)
	if status := w.report(&crash.Crash{What: "a value of type string", Stack: []string{"ui.(*App).View (draw.go:1)"}}); status != Crashed {
		t.Errorf("exit status %d", status)
	}
	for _, want := range []string{"what       a value of type string", "  ui.(*App).View (draw.go:1)\n", "please send the lines above"} {
		if !strings.Contains(errs.String(), want) {
			t.Errorf("%q is not said in %q", want, errs.String())
		}
	}
}

// wantReport fails unless the last thing that was written says where the report is, and that says what it should and no more.
func (s *screen) wantReport(command string) {
	s.t.Helper()
	all := s.all()
	if strings.Contains(all, secretWords) || strings.Contains(all, "\x1b]52") || strings.Contains(all, "goroutine ") {
		s.t.Errorf("words of the document, or a raw stack, are on the terminal: %q", all)
	}
	last := all[strings.LastIndex(all, "reftel: "):]
	for _, want := range []string{"it has failed: this is a bug. Please send the report", "What you wrote is kept."} {
		if !strings.Contains(last, want) {
			s.t.Errorf("%q is not said in %q", want, last)
		}
	}
	files, _ := filepath.Glob(filepath.Join(s.home, "data", "reftel", "crash-*.txt"))
	if len(files) != 1 || !strings.Contains(last, files[0]) {
		s.t.Fatalf("reports %q; said is %q", files, last)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		s.t.Fatal(err)
	}
	report := string(data)
	if strings.Contains(report, secretWords) || strings.ContainsAny(report, "\x1b\x07") || strings.Contains(report, s.home) {
		s.t.Errorf("the report tells too much: %q", report)
	}
	for _, want := range []string{"version    ", "command    " + command + "\n", "what       a value of type string\n", "cli.fail (crash_linux_test.go:", "terminal   80 cells wide"} {
		if !strings.Contains(report, want) {
			s.t.Errorf("%q is not in the report:\n%s", want, report)
		}
	}
}
