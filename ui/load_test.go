package ui_test

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"reftel/keymap"
	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/ui"
)

// slow is a reading of files that stays where it is until it is stopped, or told to go on.
type slow struct {
	app  *ui.App
	cmds []tea.Cmd
	rest chan struct{} // closed: the rest is read after all
}

func startSlow(t *testing.T) *slow {
	t.Helper()
	rest := make(chan struct{})
	keys, err := keymap.New(keymap.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	begun := make(chan struct{}) // before the first cable the list is empty
	app, err := ui.New(ui.Options{Theme: "mono", Keys: keys, Shelf: shelf.Filled(func(ctx context.Context, emit func(library.Batch)) {
		<-begun
		first := &model.Cable{ID: model.ID{Year: 2009, Station: "LISBON", Serial: 1}, Subject: "THE FIRST"}
		second := &model.Cable{ID: model.ID{Year: 2009, Station: "LISBON", Serial: 2}, Subject: "THE SECOND"}
		emit(library.Batch{Cables: []*model.Cable{first}, Progress: library.Progress{Files: 8, FilesDone: 4, Bytes: 100, BytesDone: 50}})
		select {
		case <-ctx.Done():
		case <-rest:
		}
		emit(library.Batch{Cables: []*model.Cable{second}, Progress: library.Progress{Files: 8, FilesDone: 5, Bytes: 100, BytesDone: 60, Stopped: true}})
	})})
	if err != nil {
		t.Fatal(err)
	}
	s := &slow{app: app, rest: rest}
	s.send(tea.WindowSizeMsg{Width: 100, Height: 20})
	s.collect(app.Init())
	close(begun)
	return s
}

func (s *slow) send(msg tea.Msg) {
	_, cmd := s.app.Update(msg)
	s.collect(cmd)
}

// collect keeps commands for later, so that a test decides when the next one is run.
func (s *slow) collect(cmd tea.Cmd) {
	if cmd != nil {
		s.cmds = append(s.cmds, cmd)
	}
}

// run runs the commands that have come up until now.
func (s *slow) run() {
	cmds := s.cmds
	s.cmds = nil
	for _, cmd := range cmds {
		switch msg := cmd().(type) {
		case tea.BatchMsg:
			s.cmds = append(s.cmds, msg...)
		case nil:
		default:
			s.send(msg)
		}
	}
}

func (s *slow) text() string { return ansi.Strip(s.app.View().Content) }

func TestListFillsWhileFilesAreRead(t *testing.T) {
	s := startSlow(t)
	if !strings.Contains(s.text(), "Reading …") {
		t.Errorf("before the first cable:\n%s", s.text())
	}
	s.run() // what Init begins
	s.run() // the first batch
	for _, want := range []string{"THE FIRST", "━━━━━━━━╌╌╌╌╌╌╌╌", "1 cable · Esc stops"} {
		if !strings.Contains(s.text(), want) {
			t.Errorf("while reading, %q is missing:\n%s", want, s.text())
		}
	}
}

// A cable that is long in coming is the latest thing: Esc gives that up first, and the reading goes on.
func TestEscGivesUpACableBeforeTheReading(t *testing.T) {
	s := startSlow(t)
	s.run()
	s.run()
	s.app.Update(tea.KeyPressMsg{Code: tea.KeyEnter}) // what it asks for never comes
	s.send(tea.KeyPressMsg{Code: tea.KeyEscape})
	for _, want := range []string{"Given up", "Esc stops"} {
		if !strings.Contains(s.text(), want) {
			t.Errorf("%q is missing:\n%s", want, s.text())
		}
	}
	s.send(tea.KeyPressMsg{Code: tea.KeyEscape}) // and now the reading
}

func TestEscStopsTheReadingAndKeepsWhatIsThere(t *testing.T) {
	s := startSlow(t)
	s.run()
	s.run()
	s.send(tea.KeyPressMsg{Code: tea.KeyEscape})
	for range 6 {
		s.run()
	}
	for _, want := range []string{"THE FIRST", "THE SECOND", "Reading stopped: 5 of 8 files read, 2 cables kept."} {
		if !strings.Contains(s.text(), want) {
			t.Errorf("after Esc, %q is missing:\n%s", want, s.text())
		}
	}
}

// What was typed before the library was read is found when it is.
func TestWhatIsAskedBeforeTheLibraryIsReadIsAskedAgain(t *testing.T) {
	s := startSlow(t)
	s.send(tea.KeyPressMsg{Code: ':', Text: ":"})
	for _, key := range "second" {
		s.send(tea.KeyPressMsg{Code: key, Text: string(key)})
	}
	close(s.rest)
	s.settle()
	s.want(t, "THE SECOND")
}
