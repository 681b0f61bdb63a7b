package shelf_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/model/names"
	"reftel/model/query"
	"reftel/sample"
)

// shelves returns the sample in memory and through an index, both filled, and the folder that the latter reads.
func shelves(t *testing.T) (memory, indexed shelf.Shelf, dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.CopyFS(dir, sample.FS()); err != nil {
		t.Fatal(err)
	}
	in := library.Inputs([]string{dir}, nil)
	m := shelf.NewMemory(in, library.LoadOptions{})
	x, err := shelf.NewIndexed(t.TempDir(), in, library.LoadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	for _, s := range []shelf.Shelf{m, x} {
		if err := s.Fill(t.Context(), func(shelf.Progress) {}); err != nil {
			t.Fatal(err)
		}
	}
	return m, x, dir
}

// ids writes the ids of cables.
func ids(t *testing.T, s shelf.Shelf, numbers []shelf.Number) string {
	t.Helper()
	if err := s.Fetch(t.Context(), numbers); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, n := range numbers {
		r, ok := s.Row(n)
		if !ok || r.Cable == nil {
			out = append(out, "?")
			continue
		}
		signs := ""
		if r.Redacted {
			signs += "!"
		}
		if r.Damaged {
			signs += "~"
		}
		title, _ := r.Cable.Title()
		out = append(out, r.Cable.ID.String()+signs+" "+title[:min(12, len(title))])
	}
	return strings.Join(out, "\n")
}

// same fails when the two say different things.
func same(t *testing.T, what string, say func(shelf.Shelf) string, memory, indexed shelf.Shelf) {
	t.Helper()
	if m, x := say(memory), say(indexed); m != x || m == "" {
		t.Errorf("%s: in memory\n%s\nfrom the index\n%s", what, m, x)
	}
}

func TestBothShelvesSayTheSame(t *testing.T) {
	memory, indexed, _ := shelves(t)
	same(t, "all", func(s shelf.Shelf) string { return ids(t, s, s.All()) }, memory, indexed)
	for _, asked := range []string{"harbor", "has:redaction -class:secret", "from:lisbon OR date:2010", "ref:09LISBON163", "citedby:10REYKJAVIK19", `"cold harbor"`} {
		q, err := query.Parse(asked)
		if err != nil {
			t.Fatal(err)
		}
		same(t, asked, func(s shelf.Shelf) string {
			found, err := s.Find(t.Context(), shelf.Question{Query: q})
			if err != nil {
				t.Fatal(err)
			}
			f, err := s.Facets(t.Context(), shelf.Question{Query: q}, 10, 10)
			if err != nil {
				t.Fatal(err)
			}
			return ids(t, s, found) + fmt.Sprintf("\n%+v", f)
		}, memory, indexed)
	}
	same(t, "what is hidden", func(s shelf.Shelf) string {
		redacted, err := query.Parse("has:redaction")
		if err != nil {
			t.Fatal(err)
		}
		found, err := s.Find(t.Context(), shelf.Question{Query: redacted})
		h := library.NewHiding()
		if err == nil {
			err = s.CountHidden(t.Context(), h, found)
		}
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("%+v", h.Hidden())
	}, memory, indexed)
	same(t, "values", func(s shelf.Shelf) string { return fmt.Sprint(s.Values(query.From), s.Values(query.Tag)) }, memory, indexed)
	same(t, "opened cables", func(s shelf.Shelf) string { return everyOpened(t, s) }, memory, indexed)
	same(t, "names", func(s shelf.Shelf) string { return someNames(t, s) }, memory, indexed)
	same(t, "cables with the names of each", func(s shelf.Shelf) string { return everyNamed(t, s) }, memory, indexed)
	same(t, "what acronyms stand for", func(s shelf.Shelf) string { return everyExpanded(t, s) }, memory, indexed)
	same(t, "what comes next", func(s shelf.Shelf) string { return everyNext(t, s) }, memory, indexed)
}

// everyOpened writes all that is known of each cable when it is opened.
func everyOpened(t *testing.T, s shelf.Shelf) string {
	t.Helper()
	var b strings.Builder
	for _, n := range s.All() {
		o, err := s.Open(t.Context(), n)
		if err != nil {
			t.Fatal(err)
		}
		if o.Number != n {
			t.Errorf("%d opened is %d", n, o.Number)
		}
		source, err := s.Source(t.Context(), n)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s %d blocks, %d bytes\n", o.Cable.ID, len(o.Cable.Blocks), len(source))
		far, err := s.Further(t.Context(), o, 3)
		if err != nil {
			t.Fatal(err)
		}
		for _, links := range [][]shelf.Link{far.Cites, far.CitedBy} {
			for _, l := range links {
				fmt.Fprintf(&b, "%s%s %s %q\n", strings.Repeat("    ", l.Step), l.ID, l.State, l.Bullet)
			}
		}
		for _, links := range [][]shelf.Link{o.Cites, o.CitedBy} {
			for _, l := range links {
				fmt.Fprintf(&b, "  %s %s there %v, others %d\n", l.ID, l.State, l.Number != shelf.None, o.Others[l.ID])
				if l.Number != shelf.None && !strings.HasPrefix(ids(t, s, []shelf.Number{l.Number}), l.ID.String()) {
					t.Errorf("the link to %s has the number of another", l.ID)
				}
			}
		}
		for _, m := range o.Cable.Marks {
			if m.Kind == model.Citation {
				ids, state := o.Leads(m)
				fmt.Fprintf(&b, "  %s leads to %v %s\n", m.Form, ids, state)
			}
		}
		same, err := s.WithID(t.Context(), o.Cable.ID)
		if err != nil || !slices.Contains(same, n) {
			t.Errorf("%s is not found by its id: %v %v", o.Cable.ID, same, err)
		}
	}
	return b.String()
}

// someNames looks names up, and the cables that have them.
func someNames(t *testing.T, s shelf.Shelf) string {
	t.Helper()
	var b strings.Builder
	for _, typed := range []string{"", "trane", "qintanila"} {
		hits, total := s.Names().Lookup(t.Context(), typed, 12)
		fmt.Fprintln(&b, typed, total)
		for _, h := range hits {
			numbers, err := s.Named(t.Context(), h.Entry)
			if err != nil {
				t.Fatal(err)
			}
			years, err := s.Names().Years(t.Context(), h.Entry)
			if err != nil {
				t.Fatal(err)
			}
			mentions, in := 0, names.Years{}
			for _, y := range years {
				mentions += y.Mentions
				in.Add(y.Year)
			}
			byYear := mentions
			mentioned, err := s.Mentioned(t.Context(), h.Entry, numbers)
			if err != nil || len(mentioned) != len(numbers) {
				t.Errorf("%s is read in %d of %d cables: %v", h.Name, len(mentioned), len(numbers), err)
			}
			for _, m := range mentioned {
				mentions -= len(m.Name.Mentions)
				for _, at := range m.Name.Mentions {
					fmt.Fprint(&b, m.Cable.ID, " ", at.Span.In(m.Cable.Blocks[at.Block].Text), "\n")
				}
			}
			if mentions != 0 {
				t.Errorf("%s: %d mentions are counted that are not there", h.Name, mentions)
			}
			if narrowed, err := s.Find(t.Context(), shelf.Question{Name: &shelf.Naming{Entry: &h.Entry}}); err != nil || len(narrowed) != len(numbers) {
				t.Errorf("narrowed to %s are %d cables, want %d: %v", h.Name, len(narrowed), len(numbers), err)
			}
			if byYear != h.Mentions || in != h.Years {
				t.Errorf("%s stands %d times in the years %v, and by year %v", h.Name, h.Mentions, h.Years, years)
			}
			fmt.Fprintf(&b, "%s %s %d %d %v\n%s\n", h.Name, h.Kind, h.Entry.Cables, h.Mentions, years, ids(t, s, numbers))
		}
	}
	if !s.Names().Ready() {
		t.Error("names that were looked up are not at hand")
	}
	return b.String()
}

// everyNamed narrows the list to each name of each cable.
func everyNamed(t *testing.T, s shelf.Shelf) string {
	t.Helper()
	var b strings.Builder
	for _, n := range s.All() {
		o, err := s.Open(t.Context(), n)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range o.Cable.Names {
			q := shelf.Question{Name: &shelf.Naming{In: o, Name: name}}
			found, err := s.Find(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			f, err := s.Facets(t.Context(), q, 1, 1)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%s %s %s: %d cables\n%s\n", o.Cable.ID, name.Kind, name.Name, f.Cables, ids(t, s, found))
		}
	}
	return b.String()
}

// everyNext steps through the list both ways by what may be sought.
func everyNext(t *testing.T, s shelf.Shelf) string {
	t.Helper()
	var b strings.Builder
	all := s.All()
	first, err := s.Open(t.Context(), all[len(all)-1])
	if err != nil {
		t.Fatal(err)
	}
	for _, sought := range []shelf.Sought{
		{Needle: "harbor"}, {Needle: "Cold Harb"}, {Needle: "arbo"}, {Needle: "old Harbor"}, {Needle: "(C)"}, {Needle: "kept. "}, {Needle: "SECSTATE"}, {Needle: "nowhere at all"},
		{Marks: []model.MarkKind{model.Redaction}}, {Marks: []model.MarkKind{model.Loss, model.Omission}},
		{Name: &shelf.Naming{In: first, Name: first.Cable.Names[0]}},
	} {
		for _, d := range []library.Direction{library.Forward, library.Backward} {
			at := -1
			if d == library.Backward {
				at = len(all)
			}
			for {
				n, err := s.Next(t.Context(), all, at, d, sought)
				if err != nil {
					t.Fatal(err)
				}
				if n == shelf.None {
					break
				}
				at = slices.Index(all, n)
				fmt.Fprintln(&b, at)
			}
			fmt.Fprintln(&b, "end")
		}
	}
	return b.String()
}

// A file that is gone or has changed since it was indexed can't be read; all else can.
func TestFilesThatAreNotWhatTheyWere(t *testing.T) {
	_, indexed, dir := shelves(t)
	var files []string
	for _, n := range indexed.All() {
		o, err := indexed.Open(t.Context(), n)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, o.Cable.Source.File)
	}
	again, err := shelf.NewIndexed(t.TempDir(), library.Inputs([]string{dir}, nil), library.LoadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if err := again.Fill(t.Context(), func(shelf.Progress) {}); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(files[0]); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(files[1], []byte("something else"), 0o600); err != nil {
		t.Fatal(err)
	}
	for i, n := range again.All() {
		_, err := again.Open(t.Context(), n)
		if (err != nil) != (i < 2) {
			t.Errorf("%s: %v", files[i], err)
		}
		if err != nil && (!strings.Contains(err.Error(), filepath.Base(files[i])) || !strings.Contains(err.Error(), " ")) {
			t.Errorf("%q does not say what is wrong with %s", err, files[i])
		}
	}
}

// An index that can't be brought up to date is not all that there is: whoever leaves is told.
func TestAnIndexThatCanNotBeWritten(t *testing.T) {
	dir, cables := t.TempDir(), t.TempDir()
	if err := os.CopyFS(cables, sample.FS()); err != nil {
		t.Fatal(err)
	}
	open := func() *shelf.Indexed {
		s, err := shelf.NewIndexed(dir, library.Inputs([]string{cables}, nil), library.LoadOptions{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	}
	if err := open().Fill(t.Context(), func(shelf.Progress) {}); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "writer.lock")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "writer.lock"), 0o700); err != nil { // no file can be made there
		t.Fatal(err)
	}
	s := open()
	err := s.Fill(t.Context(), func(shelf.Progress) {})
	if err == nil || !strings.HasPrefix(err.Error(), "the index can't be written: make its folder writable") {
		t.Errorf("the reading ended with %v", err)
	}
	if p := s.Problems(); len(p) != 1 || p[0].What != fmt.Sprint(err) {
		t.Errorf("noted is %v", p)
	}
}

func TestBeforeAnythingIsIndexed(t *testing.T) {
	s, err := shelf.NewIndexed(t.TempDir(), library.Inputs([]string{t.TempDir()}, nil), library.LoadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if len(s.All()) != 0 || s.Values(query.Tag) != nil || s.Names().Ready() {
		t.Error("an empty index has something")
	}
	if hits, total := s.Names().Lookup(t.Context(), "x", 5); len(hits) > 0 || total > 0 {
		t.Error("an empty index has names")
	}
	if _, err := s.Open(t.Context(), 0); err == nil {
		t.Error("a cable that isn't there was opened")
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// In a library whose rows are too many to be matched, cables are found by what they are called.
func TestCablesAreFoundByTheirTitles(t *testing.T) {
	_, indexed, _ := shelves(t)
	tests := []struct{ typed, first string }{
		{"10reyk", "10REYKJAVIK19"},
		{"10 REYKJAVIK 19", "10REYKJAVIK19"},
		{"reykjavik 188", "09REYKJAVIK188"},
		{"reyk188", "09REYKJAVIK188"},
		{"reykjavik 88", ""},
		{"sixty min", "10PONTADELGADA2"},
		{"harbor cold", "10REYKJAVIK19"},
		{"", "10REYKJAVIK19"},
		{"nothing like it", ""},
		{"99999999999999999999", ""},
		{"%_", "10REYKJAVIK19"},
	}
	for _, tt := range tests {
		found, err := indexed.Titled(t.Context(), tt.typed, 3)
		if err != nil {
			t.Fatal(err)
		}
		first, _, _ := strings.Cut(ids(t, indexed, found[:min(1, len(found))]), " ")
		if first = strings.TrimRight(first, "!~"); first != tt.first || len(found) > 3 {
			t.Errorf("%q finds %q first of %d, want %q", tt.typed, first, len(found), tt.first)
		}
	}
}

// A search that nobody waits for any more ends.
func TestContextsEndSearches(t *testing.T) {
	memory, indexed, _ := shelves(t)
	ended, end := context.WithCancel(t.Context())
	end()
	q, err := query.Parse("harbor")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []shelf.Shelf{memory, indexed} {
		if _, err := s.Find(ended, shelf.Question{Query: q}); err == nil {
			t.Errorf("%T: a search went on when its context had ended", s)
		}
	}
}
