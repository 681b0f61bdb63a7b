package ui_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/internal/screen"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/ui"
	"reftel/ui/sim"
)

// onCopies runs the program on a library in which one cable has three copies and another two that are alike; the files are
// nobody else's.
func onCopies(t *testing.T, width, height int, indexed bool, change func(*ui.Options)) (s *sim.Sim, dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("copies/testdata/library")); err != nil {
		t.Fatal(err)
	}
	in := library.Inputs([]string{dir}, nil)
	o := sim.Options{Width: width, Height: height, Inputs: in, Change: change}
	if indexed {
		x, err := shelf.NewIndexed(t.TempDir(), in, library.LoadOptions{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { x.Close() })
		o.Shelf = x
	}
	s, err := sim.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s, dir
}

// manyCopies returns a folder in which one cable has four copies.
func manyCopies(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	err := os.CopyFS(dir, os.DirFS("copies/testdata/library"))
	if err == nil {
		var release []byte
		release, err = os.ReadFile(filepath.Join(dir, "release.txt"))
		err = errors.Join(err, os.WriteFile(filepath.Join(dir, "again.txt"), bytes.ReplaceAll(release, []byte("harbor"), []byte("port")), 0o600))
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// read filters the list and opens its last cable.
func read(s *sim.Sim, filter string) {
	s.Press("1", "x", "/")
	s.Type(filter)
	s.Press("enter", "G", "enter")
}

func TestComparingCopies(t *testing.T) {
	for name, indexed := range map[string]bool{"in memory": false, "indexed": true} {
		t.Run(name, func(t *testing.T) {
			s, _ := onCopies(t, 120, 40, indexed, nil)
			read(s, "id:08ELMSTAD44")
			wantScreen(t, s, "Consulate Elmstad")
			wantScreen(t, s, "3 copies: C")
			s.Press("C")
			wantScreen(t, s, "Comparison  08ELMSTAD44  WHOSE ARE THE BOATS IN THE HARBOR")
			wantScreen(t, s, "difference 1 of 13 · other copy 1 of 2")
			wantScreen(t, s, "gazette.txt · newspaper-page")
			first := strings.Contains(s.Text(), "▌older/release.txt")
			s.Press("c")
			wantScreen(t, s, "other copy 2 of 2")
			if strings.Contains(s.Text(), "▌older/release.txt") == first {
				t.Error("the next copy is the same one")
			}
			s.Press("[ c", "[ c", "] c")
			wantScreen(t, s, "other copy 1 of 2")
			s.Press("G", "enter")
			notOnScreen(t, s, "Comparison")
			wantStatus(t, s, "release.txt. H goes back.")
			wantScreen(t, s, "¶ 4 of 4")
			wantScreen(t, s, "depend on the weather and the guild.")
			s.Press("H")
			wantScreen(t, s, "Consulate Elmstad")
			s.Press("L", "C", "] x", "n", "n", "n", "n", "n", "n", "left", "enter") // now the newspaper's copy is among the others
			notOnScreen(t, s, "Comparison")
			wantScreen(t, s, "▌  2 C")
		})
	}
}

func TestNothingToCompare(t *testing.T) {
	s, _ := onCopies(t, 120, 40, true, nil)
	read(s, "id:08ELMSTAD45")
	wantScreen(t, s, "08ELMSTAD45")
	notOnScreen(t, s, "compares them")
	s.Press("C")
	notOnScreen(t, s, "Comparison")
	wantStatus(t, s, "There is no other copy of 08ELMSTAD45 in the library")
	read(s, "id:08ELMSTAD46")
	wantScreen(t, s, "2 copies: C compares them")
	s.Press("C")
	wantScreen(t, s, "have the same words.")
	s.Press("n")
	wantStatus(t, s, "There is no further difference.")
	s.Press("c")
	wantStatus(t, s, "There is no further copy")
	s.Press("enter")
	notOnScreen(t, s, "Comparison")
	wantStatus(t, s, "H goes back.")

	s, err := sim.New(sim.Options{Width: 80, Height: 24, Inputs: library.Inputs([]string{t.TempDir()}, nil)})
	if err != nil {
		t.Fatal(err)
	}
	s.Press("C")
	wantStatus(t, s, "No cable is open.")
}

// A copy whose file is gone can't be compared: why is said, and the next one can.
func TestACopyThatIsGoneIsNotCompared(t *testing.T) {
	s, dir := onCopies(t, 120, 40, true, nil)
	if err := os.RemoveAll(filepath.Join(dir, "older")); err != nil {
		t.Fatal(err)
	}
	read(s, "id:08ELMSTAD44")
	s.Press("C")
	if strings.Contains(s.Text(), "differences:") {
		s.Press("c")
	}
	notOnScreen(t, s, "differences:")
	wantScreen(t, s, "older/release.txt")
	s.Press("enter", "n", "a", "G", "left")
	wantScreen(t, s, "older/release.txt")
	s.Press("c")
	wantScreen(t, s, "/release.txt · telegram")
}

func TestTheComparisonIsOfTheCableThatIsReadWhateverHasTheFocus(t *testing.T) {
	for _, keys := range [][]string{{"1"}, {"2"}, {"3"}} {
		s, _ := onCopies(t, 120, 40, false, nil)
		read(s, "id:08ELMSTAD44")
		s.Press(keys...)
		s.Press("C", "?")
		wantScreen(t, s, "Keys in the comparison of copies")
		s.Press("esc")
		wantScreen(t, s, "Comparison  08ELMSTAD44")
		s.Press("a", "i", "t")
		wantScreen(t, s, "▌+ ")
		s.Press("q")
		notOnScreen(t, s, "Comparison")
	}
	s, _ := onCopies(t, 99, 30, false, nil)
	read(s, "id:08ELMSTAD44")
	s.Press("C", "i")
	wantStatus(t, s, "need a screen of 100 columns")
	s.Resize(100, 30)
	wantScreen(t, s, "│▌")
}

// A comparison that comes when the overlay is closed, or another was asked for, is dropped.
func TestALateComparisonIsDropped(t *testing.T) {
	s, _ := onCopies(t, 120, 40, false, nil)
	read(s, "id:08ELMSTAD44")
	late := s.Hold("C")
	wantScreen(t, s, "Comparing …")
	s.Press("enter", "n", "j", "G", "a", "?", "esc")
	wantScreen(t, s, "Comparing …")
	s.Press("esc")
	s.Run(late)
	notOnScreen(t, s, "Comparison")
	late = s.Hold("C")
	s.Press("c")
	wantScreen(t, s, "other copy 2 of 2")
	s.Run(late)
	wantScreen(t, s, "other copy 2 of 2")
}

// In ASCII every sign of reftel's has a counterpart, and the words of the copies stay as they are.
func TestAComparisonInASCII(t *testing.T) {
	for _, width := range []int{80, 130} {
		s, _ := onCopies(t, width, 60, false, func(o *ui.Options) { o.ASCII, o.Theme = true, "mono" })
		read(s, "id:08ELMSTAD44")
		for _, key := range []string{"C", "n", "a", "G", "?", "esc", "i", "g"} {
			s.Press(key)
			if at := strings.IndexAny(s.Text(), "│─╭╮╰╯▌⟦⟧⟪⟫…·−□"); at >= 0 {
				t.Fatalf("%d columns: %q after %s:\n%s", width, []rune(s.Text()[at:])[0], key, s.Text())
			}
		}
		wantScreen(t, s, "{{+August}}")
		wantScreen(t, s, "{{+guild’s}}")
		if width > 100 {
			s.Press("i")
			wantScreen(t, s, "{{August}}")
			wantScreen(t, s, "|>older/release.txt - telegram")
		}
	}
}

func TestAComparisonToBeReadOut(t *testing.T) {
	s, _ := onCopies(t, 130, 40, false, func(o *ui.Options) { o.Plain = true })
	read(s, "id:08ELMSTAD44")
	s.Press("C")
	for range 12 {
		s.Press("n")
		for _, sign := range []string{"│", "╭", "─", "▌", " | ", "+--"} {
			if strings.Contains(s.Text(), sign) {
				t.Fatalf("%q:\n%s", sign, s.Text())
			}
		}
	}
	wantStatus(t, s, "Comparison, difference 13 of 13.")
	if _, y, shown := s.Cursor(); !shown || !strings.Contains(s.Lines()[y], "weather") {
		t.Errorf("the cursor stands in row %d (%v):\n%s", y, shown, s.Text())
	}
	s.Press("i")
	wantStatus(t, s, "read out")
}

func TestTheWheelScrollsAComparison(t *testing.T) {
	s, _ := onCopies(t, 120, 20, false, func(o *ui.Options) { o.Mouse = true })
	read(s, "id:08ELMSTAD44")
	s.Press("C")
	before := s.Text()
	wheel(s, 60, 10, 2)
	if s.Text() == before {
		t.Error("nothing moved")
	}
	wheel(s, 60, 10, -2)
	wantScreen(t, s, "has lost the ends of paragraphs")
}

func TestNothingOfACopyActsOnTheTerminal(t *testing.T) {
	dir := t.TempDir()
	clean, err := os.ReadFile("copies/testdata/library/release.txt")
	if err != nil {
		t.Fatal(err)
	}
	for i, bad := range []string{screen.Hostile, screen.Hostile + " \x1b[2J again"} {
		text := strings.NewReplacer("HARBOR", "HARBOR "+bad, "guild", "guild "+bad, "EWWT", "EWWT "+bad).Replace(string(clean))
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("\x1b]0;x\a%d.txt", i)), []byte(text), 0o600); err != nil {
			t.Skip("skip: no such file names here:", err)
		}
	}
	for _, width := range []int{80, 120} {
		s, err := sim.New(sim.Options{Width: width, Height: 40, Theme: "mono", Inputs: library.Inputs([]string{dir}, nil)})
		if err != nil {
			t.Fatal(err)
		}
		s.Press("enter", "C")
		wantScreen(t, s, "Comparison")
		for _, key := range []string{"n", "a", "i", "G", "space", "c", "tab", "enter", "H"} {
			s.Press(key)
			screen.Safe(t, s.Frame())
			wantExact(t, s, width, 40)
		}
	}
}

func TestEveryFrameOfAComparisonHasTheSizeOfTheScreen(t *testing.T) {
	if testing.Short() {
		t.Skip("one key after the other: nothing for the race detector")
	}
	s, _ := onCopies(t, 120, 40, false, nil)
	read(s, "id:08ELMSTAD44")
	r := rand.New(rand.NewPCG(1, 2))
	keys := []string{"C", "C", "C", "n", "N", "j", "k", "space", "b", "g", "G", "a", "i", "c", "tab", "left", "right", "enter", "t", "?", "esc", "H"}
	for range 300 {
		width, height := 1+r.IntN(300), 1+r.IntN(100)
		s.Resize(width, height)
		wantExact(t, s, width, height)
		s.Press(keys[r.IntN(len(keys))])
		if s.HasQuit() {
			t.Fatal("a key of those that never quit has quit")
		}
		wantExact(t, s, width, height)
	}
}
