package palette

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"reftel/internal/screen"
	"reftel/keymap"
	"reftel/model"
	"reftel/model/library"
	"reftel/model/names"
	"reftel/ui/theme"
)

func finder() *Finder {
	c := &model.Cable{ID: model.ID{Year: 2009, Station: "LISBON", Serial: 97}, Subject: "A SHIP OVERDUE",
		Blocks: []model.Block{
			{Kind: model.Heading, Text: "The Quay at Night"},
			{Kind: model.Paragraph, Number: 1, Marking: "C", Text: strings.Repeat("Nobody knows anything. ", 20) + "A lighthouse keeper rowed home."},
			{Kind: model.Paragraph, Number: 2, Marking: "S", Text: "The keeper denied it; see XXXXXXXX (ref A)."},
		},
		Marks: []model.Mark{
			{Kind: model.Redaction, Block: 2, Span: model.Span{Start: 26, End: 34}, Form: "XXXXXXXX"},
			{Kind: model.Citation, Block: 2, Span: model.Span{Start: 36, End: 41}, Form: "ref A", RefTo: model.ToLetter, Target: "A", State: model.LetterWithoutList},
		},
		Names: []model.Name{{Name: "Ada Quill", Kind: model.Person, Forms: []string{"Ada Quill"}, Mentions: []model.Mention{{Block: 2}}}},
	}
	index := names.NewIndex()
	index.Add(c)
	return NewFinder(Source{Targets: library.Targets(c), Texts: func(b int) string { return c.Blocks[b].Text },
		Cables: []Cable{{Cable: c}}, Names: known{index}, Actions: keymap.Defaults()})
}

// known are names that are at hand.
type known struct{ *names.Index }

func (known) Ready() bool { return true }

func (known) Err() error { return nil }

func (k known) Years(_ context.Context, e names.Entry) ([]names.Year, error) {
	return k.Index.Years(e), nil
}

func TestFind(t *testing.T) {
	tests := []struct {
		typed string
		first string // begins the first row
		none  bool
	}{
		{typed: "#2", first: "¶2 (S)"},
		{typed: "quay", first: "The Quay"},
		{typed: "lighthouse", first: "¶1 (C)  …"},    // deep in the text: the line that holds it
		{typed: "lighth keep", first: "¶1 (C)  …"},   // beginnings of words
		{typed: "keeper denied it", first: "¶2 (S)"}, // a phrase, before words in other places
		{typed: "#lthk", none: true},                 // scattered over a paragraph
		{typed: "!xxx", first: "Redaction 1 of 1"},
		{typed: "&ref", first: "Reference  ref A (letter without list)"},
		{typed: "@quill ada", first: "Ada Quill"},
		{typed: ">source", first: "Show the source"},
		{typed: "lisbon97", first: "09LISBON97  A SHIP OVERDUE"},
		{typed: "zzzzzz", none: true},
	}
	f := finder()
	for _, tt := range tests {
		rows, total := f.Find(context.Background(), tt.typed)
		if tt.none {
			if len(rows) > 0 {
				t.Errorf("%q finds %q", tt.typed, rows[0].Text)
			}
			continue
		}
		if len(rows) == 0 || !strings.HasPrefix(rows[0].Text, tt.first) {
			t.Errorf("%q: %d rows, first %+v; want %q", tt.typed, total, rows, tt.first)
		}
	}
}

func TestSpansLieInTheirRows(t *testing.T) {
	f := finder()
	for _, typed := range []string{"keeper", "quay", "ref", "a", "nobody knows", "#1", "lighthouse"} {
		rows, _ := f.Find(context.Background(), typed)
		for _, r := range rows {
			for _, s := range r.Spans {
				if s.In(r.Text) == "" {
					t.Errorf("%q: span %s is outside of %q", typed, s, r.Text)
				}
			}
		}
	}
	for _, typed := range []string{"overdue", "keeper", "quay", "lisbon", "XXXXXXXX", "lighthouse", "ada"} {
		rows, _ := f.Find(context.Background(), typed)
		for _, r := range rows {
			if r.Action != "" {
				continue // found by scattered letters
			}
			for _, s := range r.Spans {
				if !strings.EqualFold(s.In(r.Text), typed) {
					t.Errorf("%q: lit is %q of %q", typed, s.In(r.Text), r.Text)
				}
			}
		}
		if len(rows) == 0 {
			t.Errorf("%q finds nothing", typed)
		}
	}
	rows, _ := f.Find(context.Background(), "lighthouse")
	if got := rows[0].Spans[0].In(rows[0].Text); got != "lighthouse" {
		t.Errorf("lit is %q", got)
	}
	if got := rows[0].Target.Span.In(f.source.Texts(rows[0].Target.Block)); got != "lighthouse" {
		t.Errorf("the jump leads to %q", got)
	}
}

func TestStoppedSearchAnswersNothing(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if rows, _ := finder().Find(ctx, "keeper"); len(rows) > 0 {
		t.Errorf("%d rows after the search was stopped", len(rows))
	}
}

func TestTurnKeepsTheQuery(t *testing.T) {
	th, _ := theme.New(theme.Mono, true)
	p := New(&th)
	p.Open(Names)
	p.input.Set("@quill")
	for range len(kinds) {
		p.Turn(1)
	}
	if p.Typed() != "@quill" {
		t.Errorf("once around, the line holds %q", p.Typed())
	}
	p.Turn(-1)
	if p.Typed() != "!quill" {
		t.Errorf("before the names, the line holds %q", p.Typed())
	}
}

func TestEveryViewIsExactAndSafe(t *testing.T) {
	th, _ := theme.New(theme.Dark, true)
	p := New(&th)
	p.Open(All)
	r := rand.New(rand.NewPCG(1, 9))
	rows := []Row{{Sign: "#", Text: screen.Hostile, Note: screen.Hostile, Spans: []model.Span{{Start: 0, End: 4}, {Start: 2, End: 999}}}, {Text: "x", Level: model.Secret}}
	for i := range 200 {
		w, h := 4+r.IntN(90), 3+r.IntN(30)
		p.SetSize(w, h)
		p.Show(rows[:i%3], i)
		p.Move(1)
		p.input.Set(strings.Repeat("é wide 漢字 ", i%9))
		screen.Exact(t, p.View(), w, h)
		screen.Safe(t, p.View())
	}
}
