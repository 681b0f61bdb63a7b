package screenshots_test

import (
	"flag"
	"os"
	"testing"

	"reftel/model/library"
	"reftel/sample"
	"reftel/screenshots"
	"reftel/ui"
	"reftel/ui/sim"
)

var update = flag.Bool("update", false, "write the pictures and frames anew")

// scenes are the pictures of the program: what is pressed and typed, and at which size.
var scenes = []struct {
	name          string
	width, height int
	theme         string
	act           func(s *sim.Sim)
}{
	{"list-and-reader", 120, 40, "dark", func(s *sim.Sim) { s.Press("down", "down", "down", "enter", "] x", "] x") }},
	{"palette", 120, 40, "dark", func(s *sim.Sim) { s.Press("enter", ":"); s.Type("light") }},
	{"found", 120, 40, "dark", func(s *sim.Sim) { s.Press("@"); s.Type("a") }},
	{"sentences", 120, 40, "dark", func(s *sim.Sim) { s.Press("@"); s.Type("brito"); s.Press("enter") }},
	{"note", 100, 30, "dark", func(s *sim.Sim) {
		s.Press("enter", "}", "}", "a")
		s.Type("Who drew the menu? Ask Prewitt; compare 09LISBON97.")
	}},
	{"names", 120, 40, "dark", func(s *sim.Sim) { s.Press("enter", "3", "enter", "] n") }},
	{"references", 120, 40, "dark", func(s *sim.Sim) { s.Press("enter", "] r", "] r", "o", "o") }},
	{"overview", 120, 40, "dark", func(s *sim.Sim) { s.Press("v", "enter", "down", "right", "right", "down") }},
	{"wide", 200, 60, "dark", func(s *sim.Sim) { s.Press("enter", "}", "}", "}") }},
	{"narrow", 80, 24, "dark", func(s *sim.Sim) { s.Press("enter", "}", "}") }},
	{"light", 120, 40, "light", func(s *sim.Sim) { s.Press("G", "k", "k", "enter", "}", "}") }},
	{"high-contrast", 120, 40, "high-contrast", func(s *sim.Sim) { s.Press("down", "down", "down", "enter", "] x", "] x") }},
	{"mono", 80, 24, "mono", func(s *sim.Sim) { s.Press("enter", "] x") }},
	{"help", 120, 40, "dark", func(s *sim.Sim) { s.Press("enter", "?") }},
}

// texts are frames that are compared as text alone.
var texts = []struct {
	name          string
	width, height int
	change        func(*ui.Options)
	act           func(s *sim.Sim)
}{
	{"ascii", 120, 30, inASCII, func(s *sim.Sim) { s.Press("enter", "] x", "] x", "3", "enter") }},
	{"ascii-palette", 80, 24, inASCII, func(s *sim.Sim) { s.Press("enter", "@"); s.Type("br") }},
	{"ascii-overview", 120, 30, inASCII, func(s *sim.Sim) { s.Press("v", "down") }},
	{"plain-list", 80, 24, plain, func(s *sim.Sim) { s.Press("j", "j") }},
	{"plain-reader", 80, 24, plain, func(s *sim.Sim) { s.Press("enter", "] x") }},
	{"plain-sidebar", 80, 24, plain, func(s *sim.Sim) { s.Press("enter", "3", "j", "enter", "3") }},
	{"plain-palette", 80, 24, plain, func(s *sim.Sim) { s.Press("enter", ":"); s.Type("light"); s.Press("down") }},
	{"plain-help", 80, 24, plain, func(s *sim.Sim) { s.Press("?") }},
	{"plain-overview", 80, 24, plain, func(s *sim.Sim) { s.Press("v", "tab", "j") }},
}

func inASCII(o *ui.Options) { o.ASCII = true }
func plain(o *ui.Options)   { o.Plain = true }

func TestTexts(t *testing.T) {
	for _, text := range texts {
		s, err := sim.New(sim.Options{Width: text.width, Height: text.height, Inputs: library.InputsFS(sample.FS()), Change: text.change})
		if err != nil {
			t.Fatal(err)
		}
		text.act(s)
		got := screenshots.Text(s.Frame())
		if *update {
			write(t, text.name+".txt", got)
			continue
		}
		if want, err := os.ReadFile(text.name + ".txt"); err != nil || got != string(want) {
			t.Errorf("%s has changed (%v); if that is meant, go test ./screenshots -update.\ngot:\n%s\nwant:\n%s", text.name, err, got, want)
		}
	}
}

// The frames are compared as text; the pictures are made from the same frames by -update.
func TestScenes(t *testing.T) {
	for _, scene := range scenes {
		t.Run(scene.name, func(t *testing.T) {
			s, err := sim.New(sim.Options{Width: scene.width, Height: scene.height, Theme: scene.theme, Inputs: library.InputsFS(sample.FS())})
			if err != nil {
				t.Fatal(err)
			}
			scene.act(s)
			got := screenshots.Text(s.Frame())
			if *update {
				picture := screenshots.SVG(s.Frame(), scene.width, scene.height, screenshots.Options{Title: "reftel", Light: scene.theme == "light"})
				write(t, scene.name+".svg", picture)
				write(t, scene.name+".txt", got)
				return
			}
			want, err := os.ReadFile(scene.name + ".txt")
			if err != nil {
				t.Fatalf("%v: go test ./screenshots -update writes it", err)
			}
			if got != string(want) {
				t.Errorf("the screen has changed; if that is meant, go test ./screenshots -update and look at the pictures.\ngot:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}
