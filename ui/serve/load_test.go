package serve

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"reftel/model/notebook"
)

// Many readers at once, each with marks of its own on the screen and in the notebook: nothing of one is shown to another or
// kept by another.
func TestNothingIsMixed(t *testing.T) {
	const readers = 20
	s := serving(t, readers, nil)
	mark := func(i int) string { return fmt.Sprintf("mark%02dQ", i) }
	filter := func(i int) string { return fmt.Sprintf("harbor -only%02dQ", i) }
	terms := make([]*terminal, readers)
	for i := range terms {
		terms[i] = open(t, s.dial(t, key(t, byte(i+1))), 100+i, 30)
	}
	var all sync.WaitGroup
	t.Log("open")
	for i, term := range terms {
		all.Go(func() {
			term.waitFor(t, "Cables")
			term.press(t, "/"+filter(i)+"\r")
			term.waitFor(t, filter(i))
			term.press(t, "\ra"+mark(i))
			term.waitFor(t, mark(i))
			term.press(t, "\x1b")
			term.waitFor(t, "The note is kept") // else Esc and what follows it are taken for one key
			term.press(t, "]n[nJJKK")
		})
	}
	all.Wait()
	t.Log("typed")
	s.ended(t) // with everybody in the middle of things
	for i, term := range terms {
		if got := term.status(t); got != 0 || !strings.Contains(term.shown(), "The server stops. What you have written is kept, and your place.") {
			t.Errorf("reader %d ended with the status %d and %q", i, got, tail(term.shown()))
		}
		for other := range readers {
			if other != i && (strings.Contains(term.shown(), mark(other)) || strings.Contains(term.shown(), filter(other)[7:])) {
				t.Errorf("reader %d was shown what is of reader %d", i, other)
			}
		}
		if got, want := notesOf(t, s, byte(i+1)), mark(i); got != want {
			t.Errorf("reader %d has kept %q, want %q", i, got, want)
		}
	}
	if got := len(notebooks(t, filepath.Join(s.options.Folder, "notebooks"))); got != readers {
		t.Errorf("there are %d notebooks", got)
	}
}

// tail is the end of a text.
func tail(text string) string { return text[max(0, len(text)-300):] }

// notesOf returns what stands in the notebook of a key.
func notesOf(t *testing.T, s *served, seed byte) string {
	t.Helper()
	b := notebook.New(filepath.Join(s.options.Folder, "notebooks", keyName(key(t, seed).PublicKey()), "notebook.db"))
	defer b.Close()
	notes, err := b.Notes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, n := range notes {
		out = append(out, n.Text)
	}
	return strings.Join(out, "; ")
}

// Who comes again has the notes and the place of the last time, from wherever.
func TestComingAgain(t *testing.T) {
	s := serving(t, 1, nil)
	term := open(t, s.dial(t, key(t, 1)), 120, 40)
	term.waitFor(t, newest)
	term.press(t, "jjj\ra"+"remembered") // and the connection is lost
	term.waitFor(t, "remembered")
	term.Close()
	if !eventually(func() bool { return strings.Contains(s.log.String(), " closed after ") }) {
		t.Fatal("the session hasn't ended")
	}
	if got := notesOf(t, s, 1); got != "remembered" {
		t.Errorf("kept %q", got)
	}
	again := open(t, s.dial(t, key(t, 1)), 120, 40)
	again.waitFor(t, "09VALLETTA377") // where the reading stopped
}
