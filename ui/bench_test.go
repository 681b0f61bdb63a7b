package ui_test

import (
	"testing"

	"reftel/internal/shared"
	"reftel/model/library"
	"reftel/sample"
	"reftel/ui/sim"
)

// What stands between a key and its frame: Update, and View, which composes the whole screen.
func BenchmarkKeyToFrame(b *testing.B) {
	states := []struct {
		name string
		keys []string
		key  string
		back string
	}{
		{"list cursor", nil, "j", "k"},
		{"reader line", []string{"enter"}, "j", "k"},
		{"reader page", []string{"enter"}, "f", "b"},
		{"next paragraph", []string{"enter"}, "}", "{"},
		{"next redaction", []string{"enter"}, "] x", "[ x"},
		{"next cable", []string{"enter"}, "J", "K"},
		{"palette letter", []string{"enter", ":", "t"}, "h", "backspace"},
		{"name letter", []string{"enter", "@", "b"}, "r", "backspace"},
	}
	for _, library := range []string{"sample", "647 pages"} {
		for _, st := range states {
			b.Run(library+"/"+st.name, func(b *testing.B) {
				s := load(b, library)
				s.Press(st.keys...)
				s.Frame()
				n := 0
				for b.Loop() {
					if n%2 == 0 {
						s.Press(st.key)
					} else {
						s.Press(st.back)
					}
					n++
					s.Frame()
				}
			})
		}
	}
}

func load(b *testing.B, what string) *sim.Sim {
	b.Helper()
	in := library.InputsFS(sample.FS())
	if what != "sample" {
		in = library.Inputs([]string{shared.Dir(b) + "/corpus/cablegate-html"}, nil)
	}
	s, err := sim.New(sim.Options{Width: 120, Height: 40, Inputs: in})
	if err != nil {
		b.Fatal(err)
	}
	return s
}
