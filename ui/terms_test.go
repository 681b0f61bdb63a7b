package ui_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"reftel/model/library"
	"reftel/ui/sim"
)

// acronyms is an invented library: what LWO is, only the second cable says.
func acronyms(t *testing.T, width, height int) *sim.Sim {
	t.Helper()
	cable := func(serial, text string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("R 0912" + serial + "Z JAN 09\nFM AMEMBASSY NEW DELHI\nTO SECSTATE WASHDC 00" + serial + "\nBT\nUNCLAS NEW DELHI 0000" + serial +
			"\n\nE.O. 12958: N/A\nTAGS: PTER, IN\nSUBJECT: Widgets\n\n" + text + "\n\nQUILL\nBT\n")}
	}
	s, err := sim.New(sim.Options{Width: width, Height: height, Inputs: library.InputsFS(fstest.MapFS{
		"b.txt": {Data: cable("11", "1. (U) The Loud Widget Opera (LWO) sang.").Data},
		"a.txt": {Data: cable("12", "1. (U) GOI met the LWO and Poloff; the GOI's view stands.\n\n2. (S//NF) The Federal Widget Agency (FWA) knows.").Data},
	})})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestAbbreviationsAreExplainedOneByOne(t *testing.T) {
	s := acronyms(t, 200, 40)
	s.Press("enter")
	said := map[string]bool{}
	for range 30 {
		s.Press("] a")
		for _, part := range strings.Split(s.Status(), "   ") {
			said[strings.TrimSpace(part)] = true
		}
	}
	all := ""
	for what := range said {
		all += what + "\n"
	}
	for _, want := range []string{
		"PTER: Terrorists and terrorism, table of TAGS (", "GOI: Government of India, by the post (", "LWO: Loud Widget Opera, defined in 09NEWDELHI11 (",
		"Poloff: political officer, reftel's glossary (", "FWA: Federal Widget Agency, defined in this cable, paragraph 2 (", "No further abbreviation in this cable.",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("nothing says %q but\n%s", want, all)
		}
	}
}

func TestAbbreviationsAreListedBesideTheCable(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		s := acronyms(t, size[0], size[1])
		s.Press("enter", "=")
		wantScreen(t, s, "What it stands for")
		wantExact(t, s, size[0], size[1])
		s.Press("/")
		s.Type("federal widget")
		s.Press("enter")
		wantScreen(t, s, "FWA  Federal Widget")
		s.Press("enter")
		wantStatus(t, s, "FWA: Federal Widget Agency, defined in this cable, paragraph 2")
		wantExact(t, s, size[0], size[1])
	}
	s := acronyms(t, 120, 40)
	s.Press("enter", "tab", "left", "left") // arrows alone
	wantScreen(t, s, "What it stands for")
	wantScreen(t, s, "S//NF  secret; not")
}

func TestAChosenNameSaysWhatItStandsFor(t *testing.T) {
	s := acronyms(t, 200, 40)
	s.Press("enter", "3", "/")
	s.Type("LWO")
	s.Press("enter", "enter")
	wantStatus(t, s, "LWO: mention 1 of 1 (Loud Widget Opera, defined in 09NEWDELHI11). ]n goes on.")
}
