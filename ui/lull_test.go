package ui_test

import (
	"context"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model/library/shelf"
	"reftel/ui"
)

// asked is a shelf that notes what is looked for in it.
type asked struct {
	shelf.Shelf
	questions []string
}

func (a *asked) Newest(ctx context.Context, q shelf.Question) ([]shelf.Number, error) {
	a.questions = append(a.questions, "newest")
	return a.Shelf.Find(ctx, q)
}

func (a *asked) Find(ctx context.Context, q shelf.Question) ([]shelf.Number, error) {
	a.questions = append(a.questions, "all")
	return a.Shelf.Find(ctx, q)
}

// startTyping shows a shelf whose searches wait for a lull.
func startTyping(t *testing.T, s shelf.Shelf, lull time.Duration) *slow {
	t.Helper()
	keys, err := keymap.New(keymap.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	app, err := ui.New(ui.Options{Theme: "mono", Keys: keys, Shelf: s, Lull: lull})
	if err != nil {
		t.Fatal(err)
	}
	typing := &slow{app: app}
	typing.send(tea.WindowSizeMsg{Width: 120, Height: 20})
	typing.collect(app.Init())
	typing.settle()
	return typing
}

// What is typed before the search for the letters so far has begun leaves nothing to search for: not for them, and with
// Esc for none at all.
func TestWhatIsTypedFastIsNotSearchedForLetterByLetter(t *testing.T) {
	s := &asked{Shelf: numbered(1, 1)}
	typing := startTyping(t, s, time.Hour)
	typing.press('/', 's', 'u', tea.KeyEscape, tea.KeyEscape)
	typing.settle()
	if len(s.questions) > 0 {
		t.Errorf("looked for %q", s.questions)
	}
}

func TestTheNewestAreLookedForBeforeTheOthers(t *testing.T) {
	s := &asked{Shelf: numbered(1, 1)}
	typing := startTyping(t, s, 1)
	typing.press('/', 's', 'u', 'b')
	typing.settle()
	if want := []string{"newest", "all"}; !slices.Equal(s.questions, want) {
		t.Errorf("looked for %q, not %q", s.questions, want)
	}
	typing.want(t, "SUBJECT 0", "SUBJECT 1")
}
