package ui_test

import (
	"strings"
	"testing"

	"reftel/model/library"
	"reftel/model/watchlist"
	"reftel/sample"
	"reftel/ui/sim"
)

// The names of a list are lit, however they are spelled there, and stepped through from cable to cable, in memory and
// through an index.
func TestAListOfNamesIsLit(t *testing.T) {
	list, err := watchlist.Read(strings.NewReader("# ministers\nQuintanilha, Lidia\nquintanilha\nNobody Atall\n"))
	if err != nil {
		t.Fatal(err)
	}
	var tours []string
	for _, o := range []sim.Options{{Inputs: library.InputsFS(sample.FS())}, {Shelf: indexed(t)}} {
		o.Width, o.Height, o.Listed = 120, 40, list
		s, err := sim.New(o)
		if err != nil {
			t.Fatal(err)
		}
		var tour strings.Builder
		s.Press("enter")
		for range 12 {
			s.Press("] w")
			id, _, _ := strings.Cut(strings.Split(s.Lines()[0], "│")[1], "  ")
			tour.WriteString(id + strings.TrimSpace(strings.Split(s.Lines()[39], "  ")[0]) + "\n")
		}
		s.Press("[ w")
		wantStatus(t, s, "name of the list ")
		tours = append(tours, tour.String())
	}
	if tours[0] != tours[1] {
		t.Errorf("in memory\n%s\nthrough an index\n%s", tours[0], tours[1])
	}
	for _, want := range []string{"10REYKJAVIK19name of the list 1 of 3: line 2, Quintanilha, Lidia; line 3, quintanilha", "of 3: line 3, quintanilha\n", "09LISBON"} {
		if !strings.Contains(strings.ReplaceAll(tours[0], " name", "name"), want) {
			t.Errorf("%q is not in\n%s", want, tours[0])
		}
	}

	s := start(t, 120, 40)
	s.Press("enter", "] w")
	wantStatus(t, s, "There is no list of names: reftel --list FILE lights those of a file, one a line.")
}
