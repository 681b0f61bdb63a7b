package ui_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/model/notebook"
	"reftel/sample"
	"reftel/ui"
	"reftel/ui/sim"
)

// withBook starts the program on the sample with a notebook that is in a file.
func withBook(t *testing.T, path string, o sim.Options) *sim.Sim {
	t.Helper()
	book := notebook.New(path)
	t.Cleanup(func() { book.Close() })
	o.Notebook = book
	if o.Width == 0 {
		o.Width, o.Height = 120, 40
	}
	if o.Shelf == nil {
		m := shelf.NewMemory(library.InputsFS(sample.FS()), library.LoadOptions{})
		m.SetNotebook(book)
		o.Shelf = m
	}
	s, err := sim.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Who opens a library again is where he was, at any width; each cable goes on where its reading stopped.
func TestReadingGoesOnWhereItStopped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notebook.db")
	s := withBook(t, path, sim.Options{})
	s.Press("J") // from the list: nothing is read by that
	s.Press("1", "g", "down", "down", "enter", "}", "}", "}", "esc")
	first := s.Lines()[0]
	s.Press("J", "}", "}", "}", "}")
	second := s.Lines()[0] // the last paragraph that was jumped to
	s.Press("K")
	if s.Lines()[0] != first {
		t.Errorf("back in the cable it begins at %q, want %q", s.Lines()[0], first)
	}
	s.Press("J")
	s.Close()

	s = withBook(t, path, sim.Options{Width: 160, Height: 24})
	id := strings.Fields(strings.Split(second, "│")[1])[0]
	place := strings.TrimSpace(strings.SplitN(second, "¶", 2)[1][:8])
	if got := strings.Split(s.Lines()[0], "│")[1]; !strings.Contains(got, id) || !strings.Contains(got, "¶ "+place) {
		t.Errorf("the library opens at %q, want %s, paragraph %s", got, id, place)
	}
	wantScreen(t, s, "▌") // the cursor of the list is on it

	s = withBook(t, path, sim.Options{Fresh: true})
	if strings.Contains(s.Lines()[0], id) {
		t.Error("fresh begins where the reading stopped")
	}
}

// A place is kept while it is read: a machine may stop at any time, and nobody says farewell.
func TestAPlaceIsKeptWhileItIsRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notebook.db")
	for _, rest := range []time.Duration{0, time.Nanosecond} {
		s := withBook(t, path, sim.Options{Fresh: true, Change: func(o *ui.Options) { o.Rest = rest }})
		s.Press("1", "g", "down", "down", "enter", "}", "}", "}")
		read := strings.SplitAfter(s.Lines()[0], "¶")[1]

		s = withBook(t, path, sim.Options{})
		if again := strings.SplitAfter(s.Lines()[0], "¶")[1]; (again == read) != (rest > 0) {
			t.Errorf("kept after %v: opened again the reader is at %q, and was at %q", rest, again, read)
		}
	}
}

// Cables that were read are told from those that were not, and u goes from one of these to the next.
func TestUnreadCables(t *testing.T) {
	s := withBook(t, filepath.Join(t.TempDir(), "notebook.db"), sim.Options{})
	unread := func() int { return strings.Count(s.Text(), "•") }
	if n := unread(); n != 0 {
		t.Errorf("before anything was read %d cables are marked as unread", n)
	}
	s.Press("enter", "J", "1")
	if n := unread(); n < 10 {
		t.Errorf("%d cables are marked as unread", n)
	}
	s.Press("g", "u")
	selected := ""
	for _, line := range s.Lines() {
		if row, _, _ := strings.Cut(line, "│"); strings.HasPrefix(row, "▌") {
			selected = row
		}
	}
	if !strings.Contains(selected, "•") {
		t.Errorf("u goes to %q", selected)
	}
	before := unread()
	s.Press("r")
	wantStatus(t, s, "counts as read.")
	if unread() != before-1 {
		t.Error("what counts as read is still marked")
	}
	s.Press("r")
	wantStatus(t, s, "counts as unread.")
	s.Press("/")
	s.Type("is:read")
	s.Press("enter")
	if n := unread(); n != 0 || !strings.Contains(s.Lines()[0], "2 of 20") {
		t.Errorf("is:read shows %q", s.Lines()[0])
	}
}
