package ui_test

import (
	"os"
	"strings"
	"testing"

	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/sample"
	"reftel/ui/sim"
)

// indexed returns a shelf over an index of the sample, which lies in a folder of its own.
func indexed(t *testing.T) shelf.Shelf {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, sample.FS()); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir) // so that the files have the same names
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, e := range entries {
		paths = append(paths, e.Name())
	}
	s, err := shelf.NewIndexed(t.TempDir(), library.Inputs(paths, nil), library.LoadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// Whoever reads doesn't see whether the cables are in memory or come through an index.
func TestTheSameScreensFromAnIndex(t *testing.T) {
	scripts := []string{
		"", "j j", "G", "enter", "enter J J K", "enter ] r enter H L", "enter ] r ] r ] r ] r enter H", "enter ] x ] x ] x ] x ] x ] x", "enter [ x",
		"enter ] l ] l ] l", "enter ] n", "3 enter ] n ] n ] n ] n ] n ] n", "3 c c", "enter o o", "enter o o enter", "enter o o j j enter", "3 o o + +", "3 o o + j j j j enter H -",
		"S", "S j j enter", "s", "enter s s", "/ h a r b o r enter", "/ h a s : r e d a c t i o n enter enter", "/ f r o m : tab tab enter",
		"enter / t h e enter n n n n n n n n n n n n n n n n n n n n n n n n n n n n n n n n n n n n n n n n n n n n", "enter / z q x enter", "enter / X enter N",
		"v", "v down", "v enter", "v enter down enter", "v enter down right right enter backspace", "v tab tab G enter esc j", "/ h a r b enter v down enter q", "v / d a t e : 2 0 1 0 enter q",
		"3 c v enter tab enter",
		"@ t r a n e enter", "@ t r a n e enter enter", "@", "@ down down", "@ q u i enter enter ] n ] n ] n ] n ] n [ n H",
		"@ q u i enter up enter", "@ q u i enter l a m p", "@ q u i down enter esc enter pgdown enter",
		": > t h e m e enter", "enter # 2 enter", "enter & enter", "enter ! enter",
	}
	memory, index := library.InputsFS(sample.FS()), indexed(t)
	for _, size := range [][2]int{{120, 40}, {80, 24}} {
		for _, script := range scripts {
			m, err := sim.New(sim.Options{Width: size[0], Height: size[1], Inputs: memory})
			if err != nil {
				t.Fatal(err)
			}
			x, err := sim.New(sim.Options{Width: size[0], Height: size[1], Shelf: index})
			if err != nil {
				t.Fatal(err)
			}
			m.Press(strings.Fields(script)...)
			x.Press(strings.Fields(script)...)
			if m.Frame() != x.Frame() {
				t.Errorf("%dx%d, keys %q: from memory\n%s\nfrom the index\n%s", size[0], size[1], script, m.Text(), x.Text())
			}
		}
	}
}
