package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/model/notebook"
	"reftel/model/query"
	"reftel/sample"
	"reftel/ui"
)

// sampleNotes makes a notebook with notes on two cables of the sample, and returns the folder for data that it lies in.
func sampleNotes(t *testing.T) (data string) {
	t.Helper()
	data = t.TempDir()
	b := notebook.New(filepath.Join(data, "reftel", "notebook.db"))
	defer b.Close()
	l := library.New()
	library.Load(t.Context(), library.InputsFS(sample.FS()), library.LoadOptions{}, l.Add)
	at := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	note := func(written string, paragraph int, text string, changes ...string) {
		id, _ := model.ParseID(written)
		c := l.ByID(id)[0]
		block, ok := c.Paragraph(paragraph)
		if !ok {
			block = -1
		}
		n := notebook.Note{Anchor: notebook.AnchorAt(c, block, 0)}
		for _, n.Text = range append([]string{text}, changes...) {
			var err error
			if n, err = b.Save(t.Context(), n, at); err != nil {
				t.Fatal(err)
			}
			at = at.Add(30 * time.Hour)
		}
	}
	note("09LISBON97", 4, "Who told him?", "Who told the *keeper*?\n\n- ask the archive\n- \x1b[31mask the board")
	note("09LISBON97", 2, "Compare 09LISBON88.")
	note("10REYKJAVIK19", 0, "Read again.")
	id, _ := model.ParseID("09LISBON97")
	for _, err := range []error{
		b.SetLabel(t.Context(), "Chapter 3", true, at, model.Key{ID: id}),
		b.SetRead(t.Context(), true, at, model.Key{ID: id}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return data
}

func TestNotesAsMarkdown(t *testing.T) {
	data := sampleNotes(t)
	home := func(s *System) { s.DataDir = data }
	r := run(t, home, "notes")
	r.want(t, Found, "")
	golden(t, "notes.md", r.out)
	one := run(t, home, "notes", "09", "lisbon", "097")
	one.want(t, Found, "")
	if !strings.Contains(one.out, "Compare 09LISBON88.") || strings.Contains(one.out, "Read again.") {
		t.Errorf("the notes on one cable are\n%s", one.out)
	}
	if other := run(t, home, "notes", "id:09LISBON97"); other.out != one.out {
		t.Errorf("with id: they are\n%s", other.out)
	}
	run(t, home, "notes", "09LISBON88").want(t, NotFound, "no note on 09LISBON88")
	run(t, home, "notes", "the keeper").want(t, Usage, "no cable id")
}

// Notes are written in every form of an export, into a file that isn't there yet, or printed.
func TestNotesInOtherForms(t *testing.T) {
	data := sampleNotes(t)
	home := func(s *System) { s.DataDir = data }
	page := run(t, home, "notes", "--to", "html")
	page.want(t, Found, "")
	for _, part := range []string{"<h1>Notes</h1>", "3 notes.", "<h2>09LISBON97: SURVEY SHIP OVERDUE", "<h3>Paragraph 2 ", "4 May 2026, changed 5 May 2026",
		"<blockquote>Charge called on Minister", ">⟦…⟧</span></blockquote>", "- ask the archive\n- ␛[31mask the board</div>"} {
		if !strings.Contains(page.out, part) {
			t.Errorf("the page lacks %q:\n%s", part, page.out)
		}
	}
	if strings.Contains(page.out, "\x1b") {
		t.Error("the page has a control character")
	}
	table := run(t, home, "notes", "--to", "csv", "09LISBON97")
	table.want(t, Found, "")
	if lines := strings.Split(table.out, "\n"); len(lines) != 4 || lines[0] != "id,title,place,quote,note,created,changed,sha256" ||
		!strings.HasPrefix(lines[1], "09LISBON97,SURVEY SHIP OVERDUE NEAR DISPUTED ISLAND; ONE AMERICAN CITIZEN ABOARD,Paragraph 2,") ||
		!strings.Contains(lines[2], ",Who told the *keeper*? - ask the archive - ␛[31mask the board,2026-05-04T12:00:00Z,2026-05-05T18:00:00Z,") {
		t.Errorf("the table is\n%s", table.out)
	}
	if lines := run(t, home, "notes", "--to", "jsonl"); lines.out != run(t, home, "notes", "--json").out || strings.Count(lines.out, "\n") != 3 {
		t.Errorf("the lines are\n%s", lines.out)
	}
	if md := run(t, home, "notes", "--to", "md"); md.out != run(t, home, "notes").out {
		t.Errorf("in Markdown they are\n%s", md.out)
	}
	file := filepath.Join(t.TempDir(), "notes.html")
	run(t, home, "notes", "--to", "html", "--output", file).want(t, Found, "")
	if written, err := os.ReadFile(file); err != nil || string(written) != page.out {
		t.Errorf("written is another page (%v)", err)
	}
	run(t, home, "notes", "--to", "html", "--output", file).want(t, Usage, "is there already")
	run(t, home, "notes", "--to", "pdf").want(t, Usage, "the forms are md, html, jsonl, csv")
	run(t, home, "notes", "--json", "--to", "html").want(t, Usage, "two forms")
	run(t, home, "notes", "--to", "html", "--output", filepath.Join(t.TempDir(), "x"), "09LISBON88").want(t, NotFound, "no note on 09LISBON88")
}

func TestThereAreNoNotes(t *testing.T) {
	data := t.TempDir()
	home := func(s *System) { s.DataDir = data }
	run(t, home, "notes").want(t, NotFound, "there are no notes")
	run(t, nil, "notes").want(t, NotFound, "there are no notes")
	if left, err := os.ReadDir(data); err != nil || len(left) > 0 {
		t.Errorf("asking for notes has made %v (%v)", left, err)
	}
}

// Notes that are printed as JSON and taken in elsewhere are the same there.
func TestNotesAreTakenIn(t *testing.T) {
	data, other := sampleNotes(t), t.TempDir()
	home, away := func(s *System) { s.DataDir = data }, func(s *System) { s.DataDir = other }
	text := run(t, home, "notes", "--json")
	text.want(t, Found, "")
	if strings.Contains(text.out, "\x1b") || strings.Count(text.out, "\n") != 3 {
		t.Errorf("printed are\n%s", text.out)
	}
	file := write(t, t.TempDir(), "notes.jsonl", text.out)
	run(t, away, "notes", "--import", file).want(t, Found, "3 notes added, 0 changed, 0 were there already")
	run(t, away, "notes", "--import", file).want(t, Found, "0 notes added, 0 changed, 3 were there already")
	for _, args := range [][]string{{"notes"}, {"notes", "--json"}} {
		if got, want := run(t, away, args...), run(t, home, args...); got.out != want.out {
			t.Errorf("%v prints\n%s\nwant\n%s", args, got.out, want.out)
		}
	}
	piped := both(away, func(s *System) {
		s.In = strings.NewReader(`{"note":"n","id":"09LISBON88","text":"by hand","created":"2026-01-01T00:00:00Z"}` + "\n\x1b[31m\n{}\n")
	})
	r := run(t, piped, "notes", "--import", "-")
	r.want(t, PartlyRead, "-, line 2: it is no note")
	r.want(t, PartlyRead, "-, line 3: it has no text")
	r.want(t, PartlyRead, "1 note added")
	if strings.Contains(r.err, "\x1b") {
		t.Errorf("what is said steers the terminal: %q", r.err)
	}
	run(t, away, "notes", "--import", filepath.Join(other, "none")).want(t, Usage, "can't be read")
	run(t, away, "notes", "--import", file, "09LISBON97").want(t, Usage, "leave")
	run(t, nil, "notes", "--import", file).want(t, Usage, "XDG_DATA_HOME")
	all := write(t, t.TempDir(), "bad.jsonl", strings.Repeat("bad\n", 300))
	r = run(t, away, "notes", "--import", all)
	r.want(t, PartlyRead, "200 more lines")
}

// A notebook that can't be used is said by what needs it; the rest goes on.
func TestANotebookThatCannotBeUsed(t *testing.T) {
	data := t.TempDir()
	if err := os.Mkdir(filepath.Join(data, "reftel"), 0o700); err != nil {
		t.Fatal(err)
	}
	file := write(t, filepath.Join(data, "reftel"), "notebook.db", "no notebook")
	home := func(s *System) { s.DataDir = data }
	run(t, home, "notes").want(t, Usage, "the notebook is damaged")
	run(t, home, "list", "has:note").want(t, Usage, "the notebook is damaged")
	run(t, home, "list", "keeper").want(t, Found, "")
	if left, err := os.ReadFile(file); err != nil || string(left) != "no notebook" {
		t.Errorf("left is %q (%v)", left, err)
	}
}

// Queries are answered with what the notebook has, in memory and from an index.
func TestQueriesAskTheNotebook(t *testing.T) {
	data := sampleNotes(t)
	dir := t.TempDir()
	if err := os.CopyFS(dir, sample.FS()); err != nil {
		t.Fatal(err)
	}
	home := both(func(s *System) { s.DataDir = data }, caching(t.TempDir()))
	count := func(asked ...string) (lines int) {
		r := run(t, home, append([]string{"list", "--library", dir}, asked...)...)
		return strings.Count(r.out, "\n")
	}
	all := count()
	for range 2 {
		for asked, want := range map[string]int{"has:note": 2, "note:keeper": 1, "note:him": 0, "label:chapter": 1, "is:read": 1, "is:unread": all - 1, "is:unread OR is:read -has:note": all - 2, "has:note is:unread": 1} {
			if got := count(asked); got != want {
				t.Errorf("%s finds %d of %d, want %d", asked, got, all, want)
			}
		}
		run(t, home, "index", dir).want(t, Found, "")
	}
	shown := 0
	run(t, both(home, terminal(100), func(s *System) {
		s.Screen = func(ctx context.Context, o ui.Options) ([]library.Problem, error) {
			q, err := query.Parse("has:note")
			if err != nil {
				t.Fatal(err)
			}
			found, err := o.Shelf.Find(ctx, shelf.Question{Query: q})
			shown = len(found)
			return nil, err
		}
	}), dir).want(t, Found, "")
	if shown != 2 {
		t.Errorf("the reader finds %d cables with notes", shown)
	}
}

// Whatever is escaped shows nothing but itself.
func TestMarkdownIsEscaped(t *testing.T) {
	for line, want := range map[string]string{
		"": "", "plain words": "plain words", "# no heading": `\# no heading`, "1. no list": `1\. no list`, "12) no list": `12\) no list`,
		"in 1. no": "in 1. no", "*****": `\*\*\*\*\*`, "- no": `\- no`, "a_b [c](d) <e> &amp; `f` \\": "a\\_b \\[c\\](d) \\<e\\> \\&amp; \\`f\\` \\\\", "é # é": "é # é",
	} {
		if got := markdown(line); got != want {
			t.Errorf("%q is escaped as %q, want %q", line, got, want)
		}
	}
}
