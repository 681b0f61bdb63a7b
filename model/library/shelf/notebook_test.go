package shelf_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/index"
	"reftel/model/library/shelf"
	"reftel/model/notebook"
	"reftel/model/query"
)

// found writes the cables that a query finds.
func found(t *testing.T, s shelf.Shelf, asked string) string {
	t.Helper()
	q, err := query.Parse(asked)
	if err != nil {
		t.Fatal(err)
	}
	numbers, err := s.Find(t.Context(), shelf.Question{Query: q})
	if err != nil {
		t.Fatal(err)
	}
	f, err := s.Facets(t.Context(), shelf.Question{Query: q}, 5, 5)
	if err != nil || f.Cables != len(numbers) {
		t.Errorf("%s finds %d cables and counts %d (%v)", asked, len(numbers), f.Cables, err)
	}
	return ids(t, s, numbers) + "."
}

// Both shelves answer with what the notebook has, of cables with ids, of copies and of cables without an id, and when it
// changes, otherwise.
func TestBothShelvesAskTheNotebook(t *testing.T) {
	dir := t.TempDir()
	letter := "The lamp went out, and nobody came.\n\n1. We asked the board why.\n"
	for name, text := range map[string]string{
		"a.txt": telegram("LIMA", 1, "The light."), "b.txt": telegram("LIMA", 1, "The light, again."),
		"c.txt": telegram("LIMA", 2, "The keeper."), "d.txt": telegram("QUITO", 3, "The board."),
		"e.txt": strings.Replace(telegram("BOGOTA", 4, letter), "UNCLAS BOGOTA 000004\n", "UNCLAS\n", 1),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
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
	b := notebook.New(filepath.Join(t.TempDir(), "notebook.db"))
	defer b.Close()
	var unnamed *model.Cable
	for _, s := range []shelf.Shelf{m, x} {
		fill(t, s)
		if got := found(t, s, "has:note OR is:read"); got != "." {
			t.Errorf("%T: without a notebook it has\n%s", s, got)
		}
		if n := strings.Count(found(t, s, "is:unread"), "\n"); n != 4 {
			t.Errorf("%T: without a notebook %d of 5 are unread", s, n+1)
		}
		s.SetNotebook(b)
		for _, n := range s.All() {
			if o, err := s.Open(t.Context(), n); err == nil && o.Cable.ID.IsZero() {
				unnamed = o.Cable
			}
		}
	}
	if unnamed == nil {
		t.Fatal("every cable has an id")
	}
	lima := model.Key{ID: model.ID{Year: 2009, Station: "LIMA", Serial: 1}}
	quito := model.Key{ID: model.ID{Year: 2009, Station: "QUITO", Serial: 3}}
	away := model.Key{ID: model.ID{Year: 2009, Station: "QUITO", Serial: 33}}
	at := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	asked := []string{"has:note", "note:harbor", "-has:note", "is:read", "is:unread", "label:later", "is:unread board OR light", "is:read is:copy", "-(is:read OR has:note)", "note:none OR keeper"}
	compare := func(about string, want map[string]int) {
		t.Helper()
		for _, q := range asked {
			same(t, about+": "+q, func(s shelf.Shelf) string { return found(t, s, q) }, m, x)
		}
		for q, n := range want {
			got := found(t, x, q)
			if lines := strings.Count(got, "\n") + 1; lines != n && (n > 0 || got != ".") {
				t.Errorf("%s: %s finds\n%s\nwant %d", about, q, got, n)
			}
		}
	}
	compare("nothing yet", map[string]int{"has:note": 0, "is:unread": 5})
	if err := b.SetRead(t.Context(), true, at, lima, away, unnamed.Key()); err != nil {
		t.Fatal(err)
	}
	if err := b.SetLabel(t.Context(), "read later", true, at, quito); err != nil {
		t.Fatal(err)
	}
	n, err := b.Save(t.Context(), notebook.Note{Anchor: notebook.AnchorAt(unnamed, 0, 0), Text: "Which harbor?"}, at)
	if err != nil {
		t.Fatal(err)
	}
	compare("some", map[string]int{"has:note": 1, "note:harbor": 1, "is:read": 3, "is:unread": 2, "label:later": 1, "is:read is:copy": 2})
	if _, err := b.Remove(t.Context(), n, at); err != nil {
		t.Fatal(err)
	}
	compare("one less", map[string]int{"has:note": 0, "-has:note": 5})
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	q, err := query.Parse("has:note")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []shelf.Shelf{m, x} {
		if _, err := s.Find(t.Context(), shelf.Question{Query: q}); err == nil || errors.Is(err, index.ErrNone) {
			t.Errorf("%T: when the notebook can't be asked it says %v", s, err)
		}
	}
}
