package ui_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/ui"
)

// failing is a shelf on a disk that fails.
type failing struct {
	shelf.Shelf
	gone map[shelf.Number]bool // cables that can't be opened
	bad  int                   // how often rows can't be fetched
	away bool                  // no row is at hand
}

func (f *failing) Open(ctx context.Context, n shelf.Number) (*shelf.Opened, error) {
	if f.gone[n] {
		return nil, fmt.Errorf("the file of cable %d is gone", n)
	}
	return f.Shelf.Open(ctx, n)
}

func (f *failing) Row(n shelf.Number) (shelf.Row, bool) {
	if f.away {
		return shelf.Row{}, false
	}
	return f.Shelf.Row(n)
}

func (f *failing) Fetch(context.Context, []shelf.Number) error {
	if f.bad--; f.bad >= 0 {
		return errors.New("the disk is away")
	}
	f.away = false
	return nil
}

// numbered returns a shelf of cables, numbered from 0, whose texts have so many paragraphs.
func numbered(paragraphs ...int) shelf.Shelf {
	return shelf.Filled(func(_ context.Context, emit func(library.Batch)) {
		var b library.Batch
		for i, n := range paragraphs {
			c := &model.Cable{ID: model.ID{Year: 2009, Station: "LISBON", Serial: i}, Subject: fmt.Sprintf("SUBJECT %d", i)}
			for k := range n {
				c.Blocks = append(c.Blocks, model.Block{Kind: model.Paragraph, Number: k + 1, Text: fmt.Sprintf("Paragraph %d of %d.", k+1, i)})
			}
			b.Cables = append(b.Cables, c)
		}
		emit(b)
	})
}

// startOn shows a shelf, read to its end; a test decides when further commands are run.
func startOn(t *testing.T, s shelf.Shelf) *slow {
	t.Helper()
	keys, err := keymap.New(keymap.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	app, err := ui.New(ui.Options{Theme: "mono", Keys: keys, Shelf: s})
	if err != nil {
		t.Fatal(err)
	}
	running := &slow{app: app}
	running.send(tea.WindowSizeMsg{Width: 120, Height: 20})
	running.collect(app.Init())
	running.settle()
	return running
}

// settle runs commands until there are none.
func (s *slow) settle() {
	for len(s.cmds) > 0 {
		s.run()
	}
}

func (s *slow) press(keys ...rune) {
	for _, key := range keys {
		msg := tea.KeyPressMsg{Code: key}
		if key > ' ' && key < tea.KeyExtended && key != tea.KeyBackspace {
			msg.Text = string(key)
		}
		s.send(msg)
	}
}

// want fails unless the screen shows all these words.
func (s *slow) want(t *testing.T, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(s.text(), w) {
			t.Errorf("%q is missing:\n%s", w, s.text())
		}
	}
}

func TestRowsThatCouldNotBeReadAreAskedForAgain(t *testing.T) {
	s := startOn(t, &failing{Shelf: numbered(1, 1), bad: 1, away: true})
	s.want(t, "the disk is away")
	s.press('S')
	s.settle()
	s.want(t, "SUBJECT 0", "SUBJECT 1")
}

// While the palette is open, the reader may still follow the list to another cable.
func TestThePaletteJumpsInTheCableThatItWasOpenedOn(t *testing.T) {
	s := startOn(t, numbered(2, 9))
	s.press('j')
	glance := s.cmds
	s.cmds = nil
	s.press('#')
	s.settle()
	s.press(tea.KeyDown, tea.KeyDown, tea.KeyDown, tea.KeyDown)
	s.cmds = glance
	s.settle()
	s.press(tea.KeyEnter)
	s.settle()
	s.want(t, "09LISBON1  SUBJECT 1", "¶ 5 of 9")
}

func TestGoingBackFromACableThatCanNotBeRead(t *testing.T) {
	s := startOn(t, &failing{Shelf: numbered(1, 2, 3), gone: map[shelf.Number]bool{1: true}})
	s.press(tea.KeyEnter)
	s.settle()
	s.press('J')
	s.settle()
	s.want(t, "the file of cable 1 is gone", "No cable is open.")
	s.press('H')
	s.settle()
	s.want(t, "09LISBON2  SUBJECT 2")
	s.press('L') // nothing was read there
	s.want(t, "Nothing to go forward to.")
}

func TestTheReaderFollowsTheListPastACableThatCanNotBeRead(t *testing.T) {
	s := startOn(t, &failing{Shelf: numbered(1, 2, 3), gone: map[shelf.Number]bool{1: true}})
	s.press('j', 'j')
	s.settle()
	s.want(t, "09LISBON0  SUBJECT 0", "the file of cable 1 is gone")
}

// Keys that come in one read are handled before a cable is opened.
func TestKeysBehindEnterDoNotUndoIt(t *testing.T) {
	for _, key := range []rune{'j', 'k'} { // to a cable that isn't read, and to the one that is
		s := startOn(t, numbered(1, 2, 3))
		s.press('j', tea.KeyEnter, key)
		s.settle()
		s.want(t, "09LISBON1  SUBJECT 1", "enter follow")
	}
}
