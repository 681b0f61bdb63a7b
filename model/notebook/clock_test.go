package notebook_test

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"reftel/model/notebook"
)

// A clock that is wrong by years, ahead or behind, neither loses what is kept nor makes the older of two things the newer.
func TestAClockThatJumps(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notebook.db")
	b := notebook.New(path)
	defer b.Close()
	c := vienna(t)
	jumps := []time.Time{noon, noon.AddDate(30, 0, 0), noon.AddDate(-30, 0, 0), time.Unix(0, 0), noon.AddDate(0, 0, -1), {}, noon}

	// the library that was read last
	for i, at := range jumps {
		for _, library := range [][]string{{"/a"}, {"/b"}, {"/a"}, {"/c", "/d"}} {
			must(t, b.SetLast(t.Context(), library, notebook.AnchorAt(c, i%2, 0), at))
			last, ok, err := b.LastLibrary(t.Context())
			if err != nil || !ok || !slices.Equal(last, library) {
				t.Errorf("at %s the library read last is %q, want %q (%v)", at, last, library, err)
			}
			place, ok, err := b.Last(t.Context(), library)
			if err != nil || !ok || place.Block != i%2 {
				t.Errorf("at %s the place is %+v, want block %d (%v)", at, place, i%2, err)
			}
		}
	}

	// where a cable was left
	for i, at := range jumps {
		must(t, b.SetPosition(t.Context(), notebook.AnchorAt(c, i%2, 0), at))
		if place, ok, err := b.Position(t.Context(), c); err != nil || !ok || place.Block != i%2 {
			t.Errorf("at %s the cable was left at %+v, want block %d (%v)", at, place, i%2, err)
		}
	}

	// a note: the last text is kept, and its times go on
	n, err := b.Save(t.Context(), notebook.Note{Anchor: notebook.AnchorAt(c, 0, 0), Text: "first"}, noon)
	must(t, err)
	for _, at := range jumps {
		before := n.Changed
		n.Text += " more"
		n, err = b.Save(t.Context(), n, at)
		must(t, err)
		if !n.Changed.After(before) || n.Changed.Before(n.Created) {
			t.Errorf("at %s the note was changed at %s, before at %s", at, n.Changed, before)
		}
	}
	all, err := b.Notes(t.Context())
	must(t, err)
	if len(all) != 1 || all[0].Text != n.Text {
		t.Errorf("the notes are %+v", all)
	}

	// what is read, and the searches: the one asked last comes first
	searches, err := notebook.OpenSearches(filepath.Join(t.TempDir(), "searches.jsonl"))
	must(t, err)
	for _, at := range jumps {
		must(t, b.SetRead(t.Context(), true, at, c.Key()))
		must(t, b.SetRead(t.Context(), false, at, c.Key()))
		for _, query := range []string{"lamp", "keeper"} {
			searches.Ask(query, at)
			must(t, searches.Write())
			if got := searches.All(); got[0].Query != query {
				t.Errorf("at %s the search asked last is %q, want %q", at, got[0].Query, query)
			}
		}
	}
}
