package sample_test

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"reftel/model"
	"reftel/model/library"
	"reftel/parser"
	"reftel/sample"
)

// expected is what was written into one cable, counted by hand. Counts that are left out are zero.
type expected struct {
	id         string
	file       string
	level      model.Level
	numbered   int // numbered paragraphs
	unnumbered int // paragraphs without a number
	subs       int // lettered sub-paragraphs and bullets
	tables     int // preformatted blocks
	headings   int
	pages      int // page markers inside or between paragraphs
	losses     int // paragraphs that end in mid-sentence
	omissions  int // an editor's cuts that say so
	garbles    int
	protects   int      // requests to protect a source
	redactions []string // verbatim, in reading order, header included
	refs       []string // REF list: letter, id; "~" year inferred, "+" and previous, else the kind
	states     string   // references in the text by state, in order of the state's name
}

const (
	x10 = "XXXXXXXXXX"
	x12 = "XXXXXXXXXXXX"
)

var cables = []expected{
	{id: "76REYKJAVIK412", file: "telegrams/1976-reykjavik-0412.txt", level: model.Confidential,
		numbered: 10, pages: 1,
		refs:   []string{"A 76LISBON1188~", "B 76STATE61877~", "C 76REYKJAVIK377~+"},
		states: "not in library 3"},
	{id: "09LISBON97", file: "cable/2009/02/09LISBON97.html", level: model.Confidential,
		numbered: 12, headings: 4, pages: 1,
		refs:   []string{"A 09LISBON88~", "B 09PONTADELGADA6~+"},
		states: "paragraph 1, unnamed 1"},
	{id: "09REYKJAVIK52", file: "cable/2009/02/09REYKJAVIK52.html", level: model.Secret,
		numbered: 11, headings: 4, pages: 2,
		redactions: []string{x12, x12, x12},
		refs:       []string{"A 09LISBON97~", "B 09LISBON88~", "C 76REYKJAVIK412", "D email", "E report"},
		states:     "no cable 2, resolved 4"},
	{id: "09PONTADELGADA11", file: "telegrams/2009-march.txt", level: model.Unclassified,
		numbered: 5, tables: 1,
		refs:   []string{"A 76LISBON1188", "B 08PONTADELGADA19"},
		states: "not in library 2"},
	{id: "09LISBON163", file: "cable/2009/03/09LISBON163.html", level: model.Confidential,
		numbered: 16, subs: 4, headings: 8, pages: 2,
		redactions: []string{x12, "[NAME REMOVED]", "xxxxx", "xxxxxx"},
		refs:       []string{"A 09LISBON97~", "B 09LISBON130~", "C 09REYKJAVIK52~", "D 09STATE23911~"},
		states:     "not in library 2, resolved 2, unnamed 1"},
	{id: "09PRAIA58", file: "telegrams/2009-march.txt", level: model.Sensitive,
		numbered: 4, tables: 1,
		refs:   []string{" 09LISBON97~"},
		states: "resolved 1, unnamed 1"},
	{id: "09REYKJAVIK61", file: "telegrams/2009-march.txt", level: model.Confidential,
		numbered: 6,
		refs:     []string{"A 09REYKJAVIK52~", "B 09LISBON130~", "C 09STATE23911~"},
		states:   "not in library 2"},
	{id: "09VALLETTA104", file: "cable/2009/04/09VALLETTA104.html", level: model.Confidential,
		numbered: 9, pages: 1, protects: 1,
		redactions: []string{x12, x12, x12, "xxxxxxxxxxxx", x12, "xxxxx", "[DETAILS REMOVED]", "XXXXXXXXXXXXxxx",
			x12, "[NAME REMOVED]", "[Details removed]"},
		refs:   []string{"A 09LISBON97~", "A 09LISBON130~", "B 09STATE23911~"},
		states: "not in library 1, resolved 1"},
	{id: "09LISBON214", file: "cable/2009/04/09LISBON214.html", level: model.Sensitive,
		numbered: 9, subs: 6, tables: 1, headings: 4, pages: 1,
		refs:   []string{"A 09LISBON130~", "B 09REYKJAVIK61~", "C 08LISBON2901", "D report"},
		states: "no cable 1, resolved 1"},
	{id: "09LONDON1193", file: "cable/2009/05/09LONDON1193.html", level: model.Confidential,
		numbered: 6, losses: 1,
		redactions: []string{x12, x10, "[SOURCE REMOVED]", "xxxxxxxxxxx"},
		refs:       []string{"A 09VALLETTA104~", "B 09NICOSIA612~"},
		states:     "not in library 1, resolved 1"},
	{id: "09STATE58102", file: "cable/2009/06/09STATE58102.html", level: model.Secret,
		numbered: 10, unnumbered: 1, subs: 4,
		redactions: []string{x12},
		refs: []string{"A 09LONDON1193~", "B 09VALLETTA104~", "C 76REYKJAVIK412", "D 76STATE61877",
			"E 09REYKJAVIK52~", "E 09REYKJAVIK61~"},
		states: "not in library 1, paragraph 5, resolved 4, unnamed 1"},
	{id: "09LISBON402", file: "newspaper/caderno-da-mare.txt", level: model.Secret,
		numbered: 8, headings: 3, pages: 1, losses: 4,
		states: "letter without list 1, resolved 1, unnamed 1"},
	{id: "09REYKJAVIK188", file: "newspaper/caderno-da-mare.txt", level: model.Confidential,
		numbered: 8, headings: 1, pages: 1, losses: 3,
		states: "letter without list 2, no such paragraph 1"},
	{id: "09PONTADELGADA23", file: "cable/2009/09/09PONTADELGADA23.html", level: model.Secret,
		numbered: 14, subs: 3, headings: 5, pages: 2, protects: 1,
		redactions: []string{"[NAME REMOVED]", "[Details removed]"},
		refs:       []string{"A 09PONTADELGADA11~", "B 09PRAIA58~", "C 09STATE58102~", "D 09LISBON402~"},
		states:     "resolved 4"},
	{id: "09STATE101552", file: "telegrams/2009-state-101552.txt", level: model.TopSecret,
		numbered: 10, omissions: 2, garbles: 1,
		redactions: []string{"[less than 1 line not declassified]", "[dollar amount not declassified]",
			"[name not declassified]", "[1 line not declassified]", "[3 lines not declassified]"},
		refs:   []string{"A 76REYKJAVIK412", "B 09PONTADELGADA23~", "C 09STATE58102~"},
		states: "resolved 5"},
	{id: "09VALLETTA377", file: "telegrams/2009-valletta-377.txt", level: model.Secret,
		numbered: 11,
		redactions: []string{"xxxxxxxxxxxx", "[redacted]", "[2 lines not declassified]", "[Source removed]",
			"XXXXXXXXXXXXXXXX", "XXXXXXXXXXXXX", x12},
		refs:   []string{" other"}, // SEE PARA 9
		states: "no such paragraph 1, not in library 1, paragraph 1, resolved 4"},
	{id: "09STATE128447", file: "newspaper/gaceta-del-estrecho.html", level: model.Secret,
		numbered: 10, headings: 3,
		redactions: []string{"[NAME REMOVED]", x10, "xxxx"},
		refs: []string{"A 09VALLETTA377", "B 09PONTADELGADA23", "C 09STATE101552~", "D 09REYKJAVIK188",
			"D 09LISBON461"},
		states: "resolved 3"},
	{id: "10LISBON8", file: "newspaper/gaceta-del-estrecho.html", level: model.Confidential,
		numbered: 10, headings: 3, pages: 1, protects: 1,
		redactions: []string{x12, "[DETAILS REMOVED]"},
		refs:       []string{"A 09STATE128447~", "B 09VALLETTA377", "C 10LISBON3~"},
		states:     "not in library 1, resolved 2"},
	{id: "10PONTADELGADA2", file: "telegrams/2010-ponta-delgada-2.txt", level: model.Confidential,
		unnumbered: 11,
		redactions: []string{x10, "[NAME REMOVED]"},
		refs:       []string{"A 09STATE128447~", "B 10LISBON8~"},
		states:     "unnamed 1"},
	{id: "10REYKJAVIK19", file: "cable/2010/01/10REYKJAVIK19.html", level: model.Confidential,
		numbered: 12, headings: 3, pages: 1,
		redactions: []string{"xxxxxxxxxxxxx", x12},
		refs: []string{"A 10PONTADELGADA2~", "B 76REYKJAVIK412", "C 09STATE101552~", "D 09PONTADELGADA11",
			"E phone", "F 10LISBON8~+"},
		states: "no cable 1, resolved 4"},
}

// read parses every file of the sample and returns the cables as the reader shows them, with the
// states of their references set.
func read(t *testing.T) []*model.Cable {
	t.Helper()
	var batch library.Batch
	err := fs.WalkDir(sample.FS(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(sample.FS(), path)
		if err != nil {
			return err
		}
		batch.Cables = append(batch.Cables, parser.Parse(path, data, parser.Options{}).Cables...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	lib := library.New()
	lib.Add(batch)
	out := slices.Clone(lib.Cables())
	for i := range out {
		out[i] = lib.SetStates(out[i])
	}
	return out
}

// TestOrder holds that the sample is complete and reads in the order in which the story is told.
func TestOrder(t *testing.T) {
	var got, want []string
	for _, c := range read(t) {
		got = append(got, c.ID.String())
	}
	for _, e := range cables {
		want = append(want, e.id)
	}
	if !slices.Equal(got, want) {
		t.Errorf("cables by date:\n got %v\nwant %v", got, want)
	}
}

// TestCables holds for each cable what stands in it.
func TestCables(t *testing.T) {
	byID := map[string]*model.Cable{}
	for _, c := range read(t) {
		byID[c.ID.String()] = c
	}
	for _, want := range cables {
		t.Run(want.id, func(t *testing.T) {
			c := byID[want.id]
			if c == nil {
				t.Fatal("the cable was not found")
			}
			got := count(c)
			check(t, "file", got.file, want.file)
			check(t, "classification", got.level, want.level)
			check(t, "numbered paragraphs", got.numbered, want.numbered)
			check(t, "paragraphs without a number", got.unnumbered, want.unnumbered)
			check(t, "sub-paragraphs", got.subs, want.subs)
			check(t, "tables", got.tables, want.tables)
			check(t, "headings", got.headings, want.headings)
			check(t, "page markers", got.pages, want.pages)
			check(t, "losses", got.losses, want.losses)
			check(t, "omissions", got.omissions, want.omissions)
			check(t, "garbles", got.garbles, want.garbles)
			check(t, "protection requests", got.protects, want.protects)
			check(t, "redactions", strings.Join(got.redactions, "\n"), strings.Join(want.redactions, "\n"))
			check(t, "REF list", strings.Join(got.refs, "\n"), strings.Join(want.refs, "\n"))
			check(t, "references by state", got.states, want.states)
			checkNumbers(t, c)
		})
	}
}

func check[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

// checkNumbers holds that paragraphs are numbered from 1 without a gap: false numbers are none.
func checkNumbers(t *testing.T, c *model.Cable) {
	t.Helper()
	next := 1
	for _, b := range c.Blocks {
		if b.Kind != model.Paragraph || b.Number == 0 {
			continue
		}
		if b.Number != next {
			t.Errorf("paragraph %d stands where %d is due", b.Number, next)
		}
		next = b.Number + 1
	}
}

// count says of a parsed cable what expected says of a written one.
func count(c *model.Cable) expected {
	got := expected{id: c.ID.String(), file: c.Source.File, level: c.Classification}
	for _, b := range c.Blocks {
		switch {
		case b.Kind == model.Paragraph && b.Number > 0:
			got.numbered++
		case b.Kind == model.Paragraph:
			got.unnumbered++
		case b.Kind == model.SubParagraph:
			got.subs++
		case b.Kind == model.Preformatted:
			got.tables++
		case b.Kind == model.Heading:
			got.headings++
		}
	}
	states := map[model.RefState]int{}
	for _, m := range c.Marks {
		switch m.Kind {
		case model.PageBreak:
			if m.Page > 1 {
				got.pages++
			}
		case model.Loss:
			got.losses++
		case model.Omission:
			got.omissions++
		case model.Garble:
			got.garbles++
		case model.Protect:
			got.protects++
		case model.Redaction:
			got.redactions = append(got.redactions, m.Form)
		case model.Citation:
			if c.Blocks[m.Block].Kind.IsText() {
				states[m.State]++
			}
		}
	}
	for _, r := range c.References {
		got.refs = append(got.refs, refLine(r))
	}
	got.states = stateLine(states)
	return got
}

func refLine(r model.Reference) string {
	if r.Kind != model.RefCable {
		return r.Bullet + " " + string(r.Kind)
	}
	s := r.Bullet + " " + r.ID.String()
	if r.YearInferred {
		s += "~"
	}
	if r.AndPrevious {
		s += "+"
	}
	return s
}

func stateLine(states map[model.RefState]int) string {
	var parts []string
	for state, n := range states {
		parts = append(parts, fmt.Sprintf("%s %d", state, n))
	}
	slices.Sort(parts)
	return strings.Join(parts, ", ")
}

// TestBytes guards what an editor would tidy away: the sample is only worth testing with while it
// has the damage of its sources.
func TestBytes(t *testing.T) {
	for _, has := range []struct{ file, bytes, what string }{
		{"newspaper/caderno-da-mare.txt", "\u00a0 \n", "no-break spaces at line ends"},
		{"newspaper/caderno-da-mare.txt", "LISBON 00000402 002 OF 002\u00a0", "a page marker in mid-sentence"},
		{"newspaper/gaceta-del-estrecho.html", "&aacute;", "entities"},
		{"cable/2009/02/09LISBON97.html", " &#x000A;", "line ends written as entities"},
		{"cable/2009/02/09LISBON97.html", "2009-02-16 15:03", "the hour where the minutes belong"},
		{"cable/2009/04/09LISBON214.html", "<a id='par2011' href='#par2011'>", "the false paragraph number"},
		{"telegrams/1976-reykjavik-0412.txt", "RECOV-\nERED", "words hyphenated at line ends"},
	} {
		data, err := fs.ReadFile(sample.FS(), has.file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), has.bytes) {
			t.Errorf("%s has lost %s", has.file, has.what)
		}
	}
}
