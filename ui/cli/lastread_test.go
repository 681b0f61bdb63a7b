package cli

import (
	"os"
	"strings"
	"testing"
	"time"

	"reftel/model"
	"reftel/model/notebook"
)

// Without a path the library that was read last is opened, as long as something of it is there; the first run says how one
// begins.
func TestTheLibraryReadLastIsOpened(t *testing.T) {
	data := t.TempDir()
	home := both(terminal(80), func(s *System) { s.DataDir = data })
	r := run(t, home)
	if n := len(loaded(t, r).All()); n < 12 || !strings.Contains(r.screens[0].Notice, "? shows the keys, q leaves.") {
		t.Errorf("the first time %d cables are opened, and it is said: %q", n, r.screens[0].Notice)
	}
	library := t.TempDir()
	write(t, library, "one.txt", telegram("ONE", "Text."))
	book := notebook.New(data + "/reftel/notebook.db")
	if err := book.SetLast(t.Context(), []string{library}, notebook.AnchorAt(&model.Cable{ID: model.ID{Year: 2009, Station: "LISBON", Serial: 1}}, -1, 0), time.Unix(1, 0)); err != nil {
		t.Fatal(err)
	}
	book.Close()
	r = run(t, home)
	if n := len(loaded(t, r).All()); n != 1 || r.screens[0].Notice != "" {
		t.Errorf("then %d cables, and it is said: %q", n, r.screens[0].Notice)
	}
	if n := len(loaded(t, run(t, home, "--sample")).All()); n < 12 {
		t.Errorf("--sample opens %d cables", n)
	}
	run(t, home, "--sample", library).want(t, Usage, "leave the paths out")
	if err := os.RemoveAll(library); err != nil {
		t.Fatal(err)
	}
	r = run(t, home)
	if n := len(loaded(t, r).All()); n < 12 || !strings.Contains(r.screens[0].Notice, "What was read last is gone: "+library) {
		t.Errorf("when it is gone %d cables, and it is said: %q", n, r.screens[0].Notice)
	}
}
