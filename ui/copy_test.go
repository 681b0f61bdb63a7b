package ui_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/model/cite"
	"reftel/model/library"
	"reftel/sample"
	"reftel/ui"
	"reftel/ui/sim"
)

// What is copied is what the source has, with the citation of the place; the status line says where it went.
func TestCopy(t *testing.T) {
	var got string
	s, err := sim.New(sim.Options{Width: 160, Height: 40, Inputs: library.InputsFS(sample.FS()), Clipboard: func(text string) error {
		got = text
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	s.Press("enter", "}", "}", "y p")
	wantStatus(t, s, "Copied: 10REYKJAVIK19 ¶2 with its citation, ")
	if !strings.HasPrefix(got, "2. (U) The text is four paragraphs long and was drafted by") || !strings.Contains(got, "\n\nEmbassy Reykjavik") || !strings.Contains(got, "paragraph 2") {
		t.Errorf("the paragraph is copied as %q", got)
	}
	s.Press("y c")
	if !strings.HasPrefix(got, "Embassy Reykjavik") || strings.Contains(got, "\n") {
		t.Errorf("the citation is copied as %q", got)
	}
	s.Press("y i")
	if got != "10REYKJAVIK19" {
		t.Errorf("the id is copied as %q", got)
	}
	s.Press("y t")
	if !strings.Contains(got, "2. (U) The text is four") || !strings.Contains(got, "SUBJECT") {
		t.Errorf("the text is copied as %.200q", got)
	}
	wantStatus(t, s, "Copied: the text of 10REYKJAVIK19")
}

// Where there is no clipboard, or it refuses, the terminal is asked, and that is said.
func TestCitationsAreCopiedAsTheSettingsSay(t *testing.T) {
	for format, begins := range map[cite.Format]string{"": "Embassy Reykjavik", cite.AsText: "Embassy Reykjavik", cite.AsBibTeX: "@", cite.AsRIS: "TY  - ", cite.AsCSL: `[{"id":"10REYKJAVIK19`} {
		var got string
		s := startWith(t, 160, 40, func(o *ui.Options) {
			o.Citation, o.Clipboard = format, func(text string) error { got = text; return nil }
		})
		s.Press("enter", "}", "y c")
		if !strings.HasPrefix(got, begins) {
			t.Errorf("as %q the citation is copied as %q", format, got)
		}
	}
}

func TestCopyThroughTheTerminal(t *testing.T) {
	s := start(t, 160, 40)
	s.Press("enter", "y i")
	wantStatus(t, s, "Copied through the terminal (OSC 52): the id 10REYKJAVIK19, 13 characters.")
	s, err := sim.New(sim.Options{Width: 160, Height: 40, Inputs: library.InputsFS(sample.FS()), Clipboard: func(string) error { return errors.New("no display") }})
	if err != nil {
		t.Fatal(err)
	}
	s.Press("enter", "y i")
	wantStatus(t, s, "The clipboard refused. Copied through the terminal (OSC 52): the id 10REYKJAVIK19")
}

// The cable or the list is written into a file that wasn't there.
func TestExport(t *testing.T) {
	dir := t.TempDir()
	s, err := sim.New(sim.Options{Width: 160, Height: 40, Inputs: library.InputsFS(sample.FS()), Folder: dir})
	if err != nil {
		t.Fatal(err)
	}
	s.Press("enter", "w")
	s.Type("10rey html")
	s.Press("enter")
	wantStatus(t, s, "write: 10REYKJAVIK19.html")
	s.Press("enter")
	wantStatus(t, s, "10REYKJAVIK19.html, 1 cable.")
	page, err := os.ReadFile(filepath.Join(dir, "10REYKJAVIK19.html"))
	if err != nil || !strings.Contains(string(page), "THE COLD HARBOR AGREEMENT") {
		t.Errorf("%v, %.100s", err, page)
	}
	s.Press("w", "enter", "enter")
	wantStatus(t, s, "is there already: choose another name.")
	s.Press("esc", "1", "w")
	s.Type("list records")
	s.Press("enter", "enter")
	wantStatus(t, s, "cables.jsonl, 20 cables.")
	lines, err := os.ReadFile(filepath.Join(dir, "cables.jsonl"))
	if err != nil || strings.Count(string(lines), "\n") != 20 {
		t.Errorf("%v, %d lines", err, strings.Count(string(lines), "\n"))
	}
	s = start(t, 120, 40)
	s.Press("enter", "w")
	wantStatus(t, s, "No files are written here.")
	s.Press("|")
	wantStatus(t, s, "No commands are run here.")
}
