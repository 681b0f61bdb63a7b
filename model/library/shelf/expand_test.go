package shelf_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/model/expand"
	"reftel/model/library"
	"reftel/model/library/shelf"
)

// everyExpanded writes what the words of each cable stand for, and the cables that say so.
func everyExpanded(t *testing.T, s shelf.Shelf) string {
	t.Helper()
	var b strings.Builder
	for _, n := range s.All() {
		o, err := s.Open(t.Context(), n)
		if err != nil {
			t.Fatal(err)
		}
		if o, err = s.Expand(t.Context(), o); err != nil {
			t.Fatal(err)
		}
		for _, term := range o.Terms {
			fmt.Fprintf(&b, "%s %s, %d places", o.Cable.ID, term.Word, len(term.Places))
			for _, m := range term.Meanings {
				fmt.Fprintf(&b, "; %s (%d, %v, %d, %v)", m.Words, m.From, m.Loose, m.Cables, m.Near)
				if m.From == expand.Library {
					if says := ids(t, s, []shelf.Number{m.Number}); !strings.HasPrefix(says, m.ID.String()) {
						t.Errorf("%s is said to be in %s, which is %s", term.Word, m.ID, says)
					}
					fmt.Fprintf(&b, " %s", m.ID)
				}
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// telegram is an invented cable with one paragraph.
func telegram(post string, serial int, text string) string {
	return fmt.Sprintf("R 0912%02dZ JAN 09\nFM AMEMBASSY %s\nTO SECSTATE WASHDC 0%03d\nBT\nUNCLAS %s 0000%02d\n\nE.O. 12958: N/A\nTAGS: PGOV\nSUBJECT: WIDGETS\n\n1. (U) %s\n\nQUILL\nBT\n",
		serial, post, serial, post, serial, text)
}

// What cables disagree about: the same post goes first, then what most say; the cable itself before all.
func TestWhatOtherCablesDefine(t *testing.T) {
	dir := t.TempDir()
	texts := []struct{ post, text string }{
		{"LIMA", "We met the LWO and its chief twice."},
		{"LIMA", "We met the Loud Widget Opera (LWO) again."},
		{"QUITO", "We met the Large Widget Office (LWO) again."},
		{"QUITO", "We met the LWO (Large Widget Office) again."},
		{"BOGOTA", "We met the Late Widget Order (LWO) again."},
		{"BOGOTA", "The LWO's people met the late LWOs."},
	}
	for i, text := range texts {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)), []byte(telegram(text.post, i+1, text.text)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	in := library.Inputs([]string{dir}, nil)
	x, err := shelf.NewIndexed(t.TempDir(), in, library.LoadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	m := shelf.NewMemory(in, library.LoadOptions{})
	for _, s := range []shelf.Shelf{m, x} {
		if err := s.Fill(t.Context(), func(shelf.Progress) {}); err != nil {
			t.Fatal(err)
		}
	}
	same(t, "what acronyms stand for", func(s shelf.Shelf) string { return everyExpanded(t, s) }, m, x)
	said := everyExpanded(t, x)
	for _, want := range []string{
		"09LIMA1 LWO, 1 places; Loud Widget Opera (2, false, 1, true) 09LIMA2; Large Widget Office (2, false, 2, false) 09QUITO3; Late",
		"09LIMA2 LWO, 1 places; Loud Widget Opera (0, false, 0, false); Large",
		"09QUITO3 LWO, 1 places; Large Widget Office (0, false, 0, false); Late",
		"09BOGOTA6 LWO, 2 places; Late Widget Order (2, false, 1, true) 09BOGOTA5",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is missing in\n%s", want, said)
		}
	}
}
