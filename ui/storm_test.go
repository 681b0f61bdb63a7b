package ui_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"reftel/keymap"
	"reftel/model/library"
	"reftel/sample"
	"reftel/ui/sim"
)

// Whatever is pressed, the screens are the same from memory and from an index. Left out are the palette of everything,
// whose order is the index's own, and what ends the program.
func TestTheSameScreensInAStorm(t *testing.T) {
	var keys []string
	for _, b := range keymap.Defaults() {
		if b.Action != keymap.OpenPalette && b.Action != keymap.Close && b.Action != keymap.Quit && b.Action != keymap.Suspend {
			keys = append(keys, b.Keys...)
		}
	}
	slices.Sort(keys)
	keys = slices.DeleteFunc(slices.Compact(keys), func(k string) bool { return k == "ctrl+p" })
	typed := []string{"e", "the", "has:redaction", "ref:", `"`, "(", "class:>=c", "date:2009", "2", "l*", " OR ", "is:copy", "name:", "brito"}
	memory, index := library.InputsFS(sample.FS()), indexed(t)
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 1))
		m, err := sim.New(sim.Options{Width: 120, Height: 40, Inputs: memory})
		if err != nil {
			t.Fatal(err)
		}
		x, err := sim.New(sim.Options{Width: 120, Height: 40, Shelf: index})
		if err != nil {
			t.Fatal(err)
		}
		var pressed []string
		for range 80 {
			var step func(*sim.Sim)
			switch {
			case strings.Contains(m.Text(), "everything"):
				pressed = append(pressed, "esc")
				step = func(s *sim.Sim) { s.Press("esc") }
			case r.IntN(8) == 0:
				words := typed[r.IntN(len(typed))]
				pressed = append(pressed, "/"+words, "enter")
				step = func(s *sim.Sim) {
					s.Press("/")
					s.Type(words)
					s.Press("enter")
				}
			default:
				key := keys[r.IntN(len(keys))]
				pressed = append(pressed, key)
				step = func(s *sim.Sim) { s.Press(key) }
			}
			step(m)
			step(x)
			if !strings.Contains(m.Text(), "everything") && m.Frame() != x.Frame() {
				t.Fatalf("keys %q: from memory\n%s\nfrom the index\n%s", pressed, m.Text(), x.Text())
			}
		}
	}
}
