package ui_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/internal/readonly"
	"reftel/ui"
	"reftel/ui/sim"
)

// A note is written in place, kept, shown beside its paragraph, found from everywhere, changed and taken away.
func TestNotes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notebook.db")
	s := withBook(t, path, sim.Options{})
	s.Press("enter", "}", "}", "a")
	wantScreen(t, s, "Note on 10REYKJAVIK19 ¶2")
	s.Type("who drew the menu")
	s.Press("enter")
	s.Type("ask Prewitt")
	s.Press("esc")
	wantStatus(t, s, "The note is kept. ' lists all.")
	wantScreen(t, s, "│*  2 U ")
	s.Press("3", "left") // the last tab
	wantScreen(t, s, "¶2  who drew the menu")
	s.Press("1", "/")
	s.Type("note:prewitt")
	s.Press("enter")
	wantScreen(t, s, "1 of 20")
	s.Press("x", "G", "enter", "'")
	s.Type("menu")
	wantScreen(t, s, "10REYKJAVIK19 ¶2  who drew the menu ask Prewitt")
	s.Press("enter")
	wantScreen(t, s, "10REYKJAVIK19  THE COLD HARBOR")
	wantScreen(t, s, "¶ 2 of 12")

	// at another width, in another run
	s = withBook(t, path, sim.Options{Width: 80, Height: 24})
	wantScreen(t, s, "*") // the list says that there are notes
	s.Press("enter", "'")
	s.Press("enter", "a")
	wantScreen(t, s, "ask Prewitt")
	s.Type(" or nobody")
	s.Press("ctrl+x")
	wantStatus(t, s, "What was changed is dropped.")
	s.Press("a")
	if strings.Contains(s.Text(), "nobody") {
		t.Error("what was dropped is there again")
	}
	s.Press("ctrl+u", "backspace", "ctrl+u", "esc")
	wantStatus(t, s, "The note is taken away.")
	s.Press("'")
	wantScreen(t, s, "Nothing matches")
}

// A notebook that can't be written is read: notes, marks, what was read and where one stopped are there, and the status line
// says that nothing is kept. A note that is written meanwhile stays in its box.
func TestANotebookThatCanOnlyBeRead(t *testing.T) {
	dir, closeIt := readonly.Folder(t)
	path := filepath.Join(dir, "notebook.db")
	s := withBook(t, path, sim.Options{})
	s.Press("enter", "}", "}", "a")
	s.Type("who drew the menu")
	s.Press("esc", "}", "m", "k", "q", "q", "q")
	closeIt()

	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s = withBook(t, path, sim.Options{Width: 100, Height: 30, Folder: t.TempDir()})
	wantStatus(t, s, "the notebook can't be written and nothing is kept: make the file and its folder writable")
	s.Press("down", "up", "enter")
	notOnScreen(t, s, "can't be written") // it is said once
	s.Press("'")
	wantScreen(t, s, "10REYKJAVIK19 ¶2  who drew the menu")
	wantScreen(t, s, "k  ")
	s.Type("drew")
	s.Press("enter")
	wantScreen(t, s, "*  2 U ")
	wantScreen(t, s, "¶ 2 of 12")
	s.Press("m", "j")
	wantStatus(t, s, "can't be written")
	s.Press("a")
	s.Type(" ask Prewitt")
	s.Press("esc")
	wantStatus(t, s, "can't be written")
	wantScreen(t, s, "who drew the menu ask Prewitt") // it is not lost
	s.Press("ctrl+x", "a")
	wantScreen(t, s, "who drew the menu")
	notOnScreen(t, s, "ask Prewitt")
	s.Press("ctrl+x", "1", "/")
	s.Type("note:menu")
	s.Press("enter")
	wantScreen(t, s, "1 of 20")
	s.Press("x", "q", "q", "q")
	if !s.HasQuit() {
		t.Errorf("it doesn't end:\n%s", s.Text())
	}
	if err := s.Close(); err != nil {
		t.Errorf("left without a note in the box it says %v", err)
	}
	s = withBook(t, path, sim.Options{})
	s.Press("enter", "}", "}", "}", "a")
	s.Type("never to be lost")
	var unkept *ui.Unkept
	if err := s.Close(); !errors.As(err, &unkept) || unkept.Text != "never to be lost" || !strings.Contains(err.Error(), "nothing is kept") {
		t.Errorf("a note in the box that can't be kept is lost: %v", err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, before) {
		t.Errorf("the file was changed (%v)", err)
	}
}

// A mark is a letter that leads back from wherever one is.
func TestMarks(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notebook.db")
	s := withBook(t, path, sim.Options{})
	s.Press("enter", "}", "}", "}", "m", "k")
	wantStatus(t, s, "Mark k is set. ' k leads back here.")
	wantScreen(t, s, "│'  3 C ")
	s.Press("J", "J", "'", "k")
	wantScreen(t, s, "k  10REYKJAVIK19 ¶3")
	s.Press("enter")
	wantScreen(t, s, "¶ 3 of 12")
	s.Press("H")
	if strings.Contains(s.Lines()[0], "10REYKJAVIK19") {
		t.Error("H does not lead back to where the mark was called")
	}
	s.Press("m", "esc")
	wantStatus(t, s, "No mark was set")
}

// Labels are given and taken by the same words, and are asked for in queries.
func TestLabels(t *testing.T) {
	s := withBook(t, filepath.Join(t.TempDir(), "notebook.db"), sim.Options{})
	s.Press("enter", "l")
	s.Type("chapter 3")
	s.Press("enter")
	wantStatus(t, s, `Labelled chapter 3. The filter label:"chapter 3" lists all that are.`)
	s.Press("3", "left")
	wantScreen(t, s, "chapter 3")
	s.Press("1", "/")
	s.Type(`label:"chapter 3"`)
	s.Press("enter")
	wantScreen(t, s, "1 of 20")
	s.Press("x", "l")
	s.Type("chapter 3")
	s.Press("enter")
	wantStatus(t, s, "No longer labelled chapter 3.")
}

// A notebook that can't be written is said; nothing that was written into the box is lost without a word.
func TestANotebookThatCannotBeWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notebook.db")
	if err := os.WriteFile(path, []byte("this is no notebook, but somebody's letter"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := withBook(t, path, sim.Options{})
	s.Press("enter", "a")
	s.Type("x")
	s.Press("esc")
	wantStatus(t, s, "notebook")
	wantScreen(t, s, "Note on 10REYKJAVIK19") // the box is there again, with what was written
	data, err := os.ReadFile(path)
	if err != nil || string(data) != "this is no notebook, but somebody's letter" {
		t.Errorf("the file is %q, %v", data, err)
	}
}

// Without an editor that is named, and with one that fails, the note stays in the box.
func TestNoEditor(t *testing.T) {
	s := withBook(t, filepath.Join(t.TempDir(), "notebook.db"), sim.Options{})
	s.Press("enter", "a")
	s.Type("words")
	s.Press("ctrl+o")
	wantStatus(t, s, "No editor is named: set VISUAL or EDITOR.")
	wantScreen(t, s, "words")
}

// Whoever leaves the program in the middle of a note finds it there again.
func TestANoteSurvivesTheEndOfTheProgram(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notebook.db")
	s := withBook(t, path, sim.Options{})
	s.Press("enter", "a")
	s.Type("half a thou")
	s.Press("ctrl+c")
	s.Close()
	s = withBook(t, path, sim.Options{})
	s.Press("'")
	wantScreen(t, s, "half a thou")
}
