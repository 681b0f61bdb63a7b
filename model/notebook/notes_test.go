package notebook_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"reftel/model"
	"reftel/model/notebook"
	"reftel/model/query"
)

// opened returns a notebook of its own for each call on the same file, as several programs have.
func opened(t testing.TB, path string) *notebook.Notebook {
	t.Helper()
	b := notebook.New(path)
	t.Cleanup(func() { b.Close() })
	return b
}

// vienna is a cable with an id, and unnamed one without.
func vienna(t testing.TB) *model.Cable {
	return parsed(t, telegram(72, "The keeper of the light said no.", "The harbor board met twice.", "Comment: nobody minds."))
}

func unnamed() *model.Cable {
	return &model.Cable{Subject: "A LETTER", Source: model.Source{SHA256: strings.Repeat("b", 64)}, Blocks: []model.Block{block(model.Paragraph, 0, "Dear Sir, the light is out.")}}
}

// noteOn writes a new note.
func noteOn(t testing.TB, b *notebook.Notebook, c *model.Cable, block int, text string, at time.Time) notebook.Note {
	t.Helper()
	n, err := b.Save(t.Context(), notebook.Note{Anchor: notebook.AnchorAt(c, block, 0), Text: text}, at)
	must(t, err)
	return n
}

// texts returns the texts of all notes.
func texts(t testing.TB, b *notebook.Notebook) (out []string) {
	t.Helper()
	all, err := b.Notes(t.Context())
	must(t, err)
	for _, n := range all {
		out = append(out, n.Text)
	}
	return out
}

func TestNotesAreKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "notebook.db")
	b, other := opened(t, path), opened(t, path)
	c, letter := vienna(t), unnamed()
	if got := texts(t, b); len(got) > 0 {
		t.Errorf("a notebook that isn't there holds %q", got)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("reading has made a file")
	}
	second, _ := c.Paragraph(2)
	first, _ := c.Paragraph(1)
	noteOn(t, b, letter, 0, "who wrote this?", noon)
	noteOn(t, b, c, second, "  Twice? \r\n\r\nAsk the archive. \n\n", noon.Add(time.Hour))
	n := noteOn(t, other, c, first, "why?", noon.Add(2*time.Hour))
	if want := []string{"why?", "  Twice? \n\nAsk the archive.", "who wrote this?"}; !slices.Equal(texts(t, b), want) {
		t.Errorf("kept are %q, want %q", texts(t, b), want)
	}
	on, err := b.NotesOn(t.Context(), letter)
	must(t, err)
	if len(on) != 1 || on[0].Title != "A LETTER" || on[0].Quote != "Dear Sir, the light is out." || !on[0].Created.Equal(noon) || !on[0].Changed.Equal(noon) {
		t.Errorf("on the letter are %+v", on)
	}
	n.Text = "because"
	n, err = b.Save(t.Context(), n, noon.Add(3*time.Hour))
	must(t, err)
	if n.Text != "because" || !n.Created.Equal(noon.Add(2*time.Hour)) || !n.Changed.Equal(noon.Add(3*time.Hour)) {
		t.Errorf("the note that was changed is %+v", n)
	}
	must(t, b.Close())
	if want := "because"; texts(t, opened(t, path))[0] != want {
		t.Errorf("after a restart kept are %q", texts(t, opened(t, path)))
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read the notebook: %v %v", info.Mode(), err)
	}
	if _, err := b.Notes(t.Context()); err == nil || !strings.Contains(err.Error(), "closed") {
		t.Errorf("a notebook that is closed says %v", err)
	}
}

// A change always comes after the one before, whatever the clock says.
func TestTheClockGoesBack(t *testing.T) {
	b := opened(t, filepath.Join(t.TempDir(), "notebook.db"))
	n := noteOn(t, b, vienna(t), 3, "one", noon)
	n.Text = "two"
	n, err := b.Save(t.Context(), n, noon.Add(-time.Hour))
	must(t, err)
	if !n.Changed.After(noon) {
		t.Errorf("changed at %v", n.Changed)
	}
}

// Two programs that change one note at once lose neither text.
func TestBothTextsOfANoteAreKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notebook.db")
	b, other := opened(t, path), opened(t, path)
	mine := noteOn(t, b, vienna(t), 3, "first", noon)
	theirs := mine
	mine.Text, theirs.Text = "mine", "theirs"
	theirs, err := other.Save(t.Context(), theirs, noon.Add(time.Minute))
	must(t, err)
	beside, err := b.Save(t.Context(), mine, noon.Add(2*time.Minute))
	must(t, err)
	if beside.UID == mine.UID || beside.Quote != mine.Quote || !slices.Equal(texts(t, b), []string{"theirs", "mine"}) {
		t.Errorf("kept are %q; the second is %+v", texts(t, b), beside)
	}
	beside.Text = "mine, again"
	again, err := b.Save(t.Context(), beside, noon.Add(3*time.Minute))
	must(t, err)
	if again.UID != beside.UID {
		t.Error("going on with what came back makes another note")
	}
	if _, err := b.Remove(t.Context(), mine, noon.Add(4*time.Minute)); !errors.Is(err, notebook.ErrChanged) {
		t.Errorf("removing what was changed gives %v", err)
	}
	theirs, err = b.Remove(t.Context(), theirs, noon.Add(5*time.Minute))
	must(t, err)
	if !slices.Equal(texts(t, other), []string{"mine, again"}) {
		t.Errorf("after one was removed kept are %q", texts(t, other))
	}
	theirs, err = b.Save(t.Context(), theirs, noon.Add(6*time.Minute)) // it is taken back
	must(t, err)
	if theirs.UID != mine.UID || !slices.Equal(texts(t, other), []string{"theirs", "mine, again"}) {
		t.Errorf("after that was taken back kept are %q", texts(t, other))
	}
	before, err := b.Changes(t.Context())
	must(t, err)
	_, err = b.Save(t.Context(), theirs, noon.Add(7*time.Minute))
	must(t, err)
	if after, err := b.Changes(t.Context()); err != nil || after != before {
		t.Errorf("saving what is there counts as a change: %v, %v", after, before)
	}
}

func TestTextsThatAreNoNotes(t *testing.T) {
	b := opened(t, filepath.Join(t.TempDir(), "notebook.db"))
	a := notebook.AnchorAt(vienna(t), 0, 0)
	for text, says := range map[string]string{"": "without words", " \n\t": "without words", strings.Repeat("x", 1<<20+1): "too long"} {
		if _, err := b.Save(t.Context(), notebook.Note{Anchor: a, Text: text}, noon); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%.20q gives %v", text, err)
		}
	}
	if _, err := b.Save(t.Context(), notebook.Note{Text: "x"}, noon); err == nil || !strings.Contains(err.Error(), "no name for this cable") {
		t.Errorf("a note on nothing gives %v", err)
	}
	n := noteOn(t, b, vienna(t), 0, "bad \xff bytes\x00\x1b[2J", noon)
	if got := texts(t, b); got[0] != "bad \uFFFD bytes\x00\x1b[2J" || n.Text != got[0] {
		t.Errorf("kept is %q", got)
	}
}

func TestMarks(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notebook.db")
	b := opened(t, path)
	c, letter := vienna(t), unnamed()
	i, _ := c.Paragraph(2)
	must(t, b.SetMark(t.Context(), 'é', notebook.AnchorAt(c, i, 11), noon))
	must(t, b.SetMark(t.Context(), 'a', notebook.AnchorAt(letter, 0, 0), noon))
	must(t, b.SetMark(t.Context(), 'b', notebook.AnchorAt(c, i, 0), noon))
	must(t, b.SetMark(t.Context(), 'b', notebook.AnchorAt(c, -1, 0), noon))
	must(t, b.RemoveMark(t.Context(), 'z'))
	all, err := opened(t, path).Marks(t.Context())
	must(t, err)
	if len(all) != 3 || all[0].Letter != 'a' || all[1].Letter != 'b' || all[1].Quote != "" || all[2].Letter != 'é' || all[2].Quote != "board met twice." || !all[2].At.Equal(noon) {
		t.Errorf("marks are %+v", all)
	}
	if on := notebook.MarksOn(c, all); len(on) != 2 || on[0].Letter != 'b' {
		t.Errorf("on the cable are %+v", on)
	}
	must(t, b.RemoveMark(t.Context(), 'b'))
	if all, err = b.Marks(t.Context()); err != nil || len(all) != 2 {
		t.Errorf("one was removed, left are %+v (%v)", all, err)
	}
	for _, r := range []rune{' ', '\'', '\x1b', 0} {
		if err := b.SetMark(t.Context(), r, notebook.AnchorAt(c, 0, 0), noon); err == nil || !strings.Contains(err.Error(), "letter or a digit") {
			t.Errorf("the mark %q gives %v", r, err)
		}
	}
}

func TestLabels(t *testing.T) {
	b := opened(t, filepath.Join(t.TempDir(), "notebook.db"))
	c, letter := vienna(t), unnamed()
	must(t, b.SetLabel(t.Context(), " Chapter\t3 ", true, noon, c.Key(), letter.Key()))
	must(t, b.SetLabel(t.Context(), "archive", true, noon, c.Key()))
	must(t, b.SetLabel(t.Context(), "gone", true, noon, c.Key()))
	must(t, b.SetLabel(t.Context(), "gone", false, noon, c.Key()))
	all, err := b.Labels(t.Context())
	must(t, err)
	if want := []notebook.Label{{Name: "Chapter 3", Cables: 2}, {Name: "archive", Cables: 1}}; !slices.Equal(all, want) {
		t.Errorf("labels are %v, want %v", all, want)
	}
	if on, err := b.LabelsOn(t.Context(), c); err != nil || !slices.Equal(on, []string{"Chapter 3", "archive"}) {
		t.Errorf("the cable has %q (%v)", on, err)
	}
	for _, label := range []string{"", " ", "—", strings.Repeat("x", 101)} {
		if err := b.SetLabel(t.Context(), label, true, noon, c.Key()); err == nil {
			t.Errorf("%q is taken for a label", label)
		}
	}
	if err := b.SetLabel(t.Context(), "x", true, noon, c.Key(), model.Key{}); err == nil {
		t.Error("no cable was given a label")
	}
	if all, err = b.Labels(t.Context()); err != nil || len(all) != 2 {
		t.Errorf("of a label that could not be given to all, some got it: %v (%v)", all, err)
	}
}

func TestPositions(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notebook.db")
	b := opened(t, path)
	c, letter := vienna(t), unnamed()
	if _, ok, err := b.LastLibrary(t.Context()); ok || err != nil {
		t.Errorf("something was read last: %v", err)
	}
	i, _ := c.Paragraph(3)
	must(t, b.SetPosition(t.Context(), notebook.AnchorAt(c, 0, 0), noon))
	must(t, b.SetPosition(t.Context(), notebook.AnchorAt(c, i, 10), noon))
	must(t, b.SetLast(t.Context(), nil, notebook.AnchorAt(letter, 0, 0), noon.Add(-time.Hour)))
	must(t, b.SetLast(t.Context(), []string{"/b*", "/a", "/b*"}, notebook.AnchorAt(c, i, 0), noon))
	b = opened(t, path)
	a, ok, err := b.Position(t.Context(), c)
	if f := a.Find(c); !ok || err != nil || f.How != notebook.Exact || f.Block != i || f.Span.Start != 9 {
		t.Errorf("the cable was left at %+v, found as %+v (%v)", a, f, err)
	}
	if _, ok, err = b.Position(t.Context(), letter); ok || err != nil {
		t.Errorf("a cable that wasn't read was left somewhere (%v)", err)
	}
	if a, ok, err = b.Last(t.Context(), []string{"/a", "/b*"}); !ok || err != nil || a.Key() != c.Key() {
		t.Errorf("the library was left at %+v (%v)", a, err)
	}
	if a, ok, err = b.Last(t.Context(), nil); !ok || err != nil || a.Key() != letter.Key() {
		t.Errorf("the sample was left at %+v (%v)", a, err)
	}
	if _, ok, err = b.Last(t.Context(), []string{"/a"}); ok || err != nil {
		t.Errorf("a library that wasn't read was left somewhere (%v)", err)
	}
	if last, ok, err := b.LastLibrary(t.Context()); !ok || err != nil || !slices.Equal(last, []string{"/a", "/b*"}) {
		t.Errorf("the library read last is %q (%v)", last, err)
	}
}

// What a query asks for is answered by a set that is the same until something changes, be it in another program.
func TestCablesByWhatIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notebook.db")
	b, other := opened(t, path), opened(t, path)
	c, letter := vienna(t), unnamed()
	find := func(asked string) *query.Cables {
		t.Helper()
		q, err := query.Parse(asked)
		must(t, err)
		k, ok := q.Root().(query.And)[0].(query.Kept)
		if !ok {
			t.Fatalf("%s asks %v", asked, q.Root())
		}
		found, err := b.Cables(t.Context(), k)
		must(t, err)
		return found
	}
	if s := find("has:note"); s.Len() != 0 {
		t.Error("something is noted")
	}
	n := noteOn(t, other, letter, 0, "Who wrote this?", noon)
	must(t, other.SetLabel(t.Context(), "Chapter 3", true, noon, c.Key()))
	must(t, other.SetRead(t.Context(), true, noon, c.Key(), letter.Key()))
	must(t, other.SetRead(t.Context(), false, noon, c.Key()))
	for asked, want := range map[string][2]bool{"has:note": {false, true}, "note:who": {false, true}, "note:whom": {}, "note:wro*": {false, true}, "label:chapter": {true, false}, "is:read": {false, true}} {
		if s := find(asked); s.Has(c) != want[0] || s.Has(letter) != want[1] {
			t.Errorf("%s finds %v and %v, want %v", asked, s.Has(c), s.Has(letter), want)
		}
	}
	noted := find("has:note")
	must(t, other.SetLabel(t.Context(), "x", true, noon, c.Key()))
	must(t, other.SetPosition(t.Context(), notebook.AnchorAt(c, 0, 0), noon))
	if find("has:note") != noted {
		t.Error("though no note has changed the set is another one")
	}
	_, err := other.Remove(t.Context(), n, noon)
	must(t, err)
	if s := find("has:note"); s == noted || s.Len() != 0 {
		t.Error("a note that was removed by another program is found")
	}
}

// A note on a cable that was read without its id stays with it.
func TestACableGetsAnID(t *testing.T) {
	b := opened(t, filepath.Join(t.TempDir(), "notebook.db"))
	c := vienna(t)
	before := *c
	before.ID = model.ID{}
	noteOn(t, b, &before, 3, "found", noon)
	must(t, b.SetPosition(t.Context(), notebook.AnchorAt(&before, 3, 0), noon))
	must(t, b.SetLabel(t.Context(), "x", true, noon, before.Key()))
	on, err := b.NotesOn(t.Context(), c)
	must(t, err)
	labels, err := b.LabelsOn(t.Context(), c)
	must(t, err)
	_, ok, err := b.Position(t.Context(), c)
	must(t, err)
	if len(on) != 1 || len(labels) != 1 || !ok {
		t.Errorf("%d notes, %d labels, a position: %v", len(on), len(labels), ok)
	}
}
