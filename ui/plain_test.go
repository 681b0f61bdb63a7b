package ui_test

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"reftel/ui"
	"reftel/ui/sim"
)

func startPlain(t *testing.T, width, height int) *sim.Sim {
	return startWith(t, width, height, func(o *ui.Options) { o.Plain = true })
}

func TestPlainSaysInWordsWhereOneIs(t *testing.T) {
	s := startPlain(t, 80, 24)
	for _, c := range []struct {
		keys, says string
		row        int // of the cursor
	}{
		{"j j", "List, 3 of 20.", 6},
		{"enter", "Reader, paragraph 1 of 10.", 1},
		{"] x", "Reader, paragraph 4 of 10. redaction 1 of 2: XXXXXXXXXXXX", 8},
		{"3 j", "Sidebar, names in this cable, 2 of 8.", 5},
		{"o o", "Sidebar, references, 1 of", 3},
		{"?", "Help.", 0},
		{"esc v", "Overview, 2009, 16 cables.", 2},
		{"tab j", "Overview, Posts, 2 of 7: REYKJAVIK, 5 cables.", 4},
		{"esc : l i g h t h o u s e", "Palette, 1 of ", 0},
	} {
		s.Press(c.keys)
		wantStatus(t, s, c.says)
		if _, y, shown := s.Cursor(); !shown || y != c.row {
			t.Errorf("after %s the cursor stands in row %d (%v), want %d:\n%s", c.keys, y, shown, c.row, s.Text())
		}
	}
	s.Type("qqqqqq")
	wantStatus(t, s, "Palette: nothing matches.")
}

// pipeKey is where a key is called | that hands text on.
var pipeKey = regexp.MustCompile(`\|? *Hand the paragraph or cable to a command *\|?`)

func TestPlainDrawsNothingButWords(t *testing.T) {
	if testing.Short() {
		t.Skip("one key after the other: nothing for the race detector")
	}
	keys := []string{"j", "k", "enter", "tab", "z", "o", "O", "1", "2", "3", "}", "] x", ":", "esc", "J", "s", "?", "esc", "=", "v", "tab", "@", "a", "t", "/", "x"}
	r := rand.New(rand.NewPCG(9, 9))
	for _, size := range [][2]int{{200, 50}, {80, 24}, {30, 8}} {
		s := startPlain(t, size[0], size[1])
		for range 200 {
			key := keys[r.IntN(len(keys))]
			s.Press(key)
			wantExact(t, s, size[0], size[1])
			for _, sign := range []string{"│", "╭", "─", "▌", "█", "━", " | ", "+--"} {
				if strings.Contains(pipeKey.ReplaceAllString(s.Text(), ""), sign) {
					t.Fatalf("%v: after %s there is %q:\n%s", size, key, sign, s.Text())
				}
			}
		}
	}
}
