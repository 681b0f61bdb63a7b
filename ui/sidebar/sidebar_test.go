package sidebar_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"reftel/internal/screen"
	"reftel/model"
	"reftel/model/expand"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/ui/sidebar"
	"reftel/ui/theme"
)

func cable() *model.Cable {
	missing := model.ID{Year: 2009, Station: "STATE", Serial: 5}
	return &model.Cable{
		ID: model.ID{Year: 2009, Station: "LISBON", Serial: 97},
		Blocks: []model.Block{
			{Kind: model.Header, Role: model.ReferencesRole, Lead: "REF:", Text: "A. STATE 5 B. LETTER FROM A FRIEND"},
			{Kind: model.Heading, Text: "The Quay"},
			{Kind: model.Paragraph, Number: 1, Marking: "S//NF", Text: "Ada Quill met XXXXXXXX on the quay. Quill (ref A) left before the"},
		},
		References: []model.Reference{
			{Bullet: "A", Kind: model.RefCable, ID: missing, Raw: "STATE 5", Span: model.Span{Start: 3, End: 10}},
			{Bullet: "B", Kind: model.RefEmail, Raw: "LETTER FROM A FRIEND", Span: model.Span{Start: 14, End: 34}},
		},
		Marks: []model.Mark{
			{Kind: model.Redaction, Block: 2, Span: model.Span{Start: 14, End: 22}, Form: "XXXXXXXX"},
			{Kind: model.Loss, Block: 2, Span: model.Span{Start: 65, End: 65}, Why: "ends in mid-sentence"},
		},
		Names: []model.Name{
			{Name: "Ada Quill", Kind: model.Person, Forms: []string{"Ada Quill", "Quill"}, Mentions: []model.Mention{{Block: 2, Span: model.Span{End: 9}}, {Block: 2, Span: model.Span{Start: 36, End: 41}}}},
		},
	}
}

func newSidebar(t *testing.T) *sidebar.Sidebar {
	t.Helper()
	th, err := theme.New(theme.Mono, true)
	if err != nil {
		t.Fatal(err)
	}
	s := sidebar.New(&th)
	s.SetSize(30, 16)
	c := cable()
	s.Show(c, sidebar.Links{
		Cites:  []shelf.Link{{Link: library.Link{ID: c.References[0].ID}, Number: shelf.None}},
		Others: map[model.ID]int{c.References[0].ID: 2},
	}, expand.Terms(c))
	return s
}

func TestTabs(t *testing.T) {
	tests := []struct {
		tab  sidebar.Tab
		want []string
	}{
		{sidebar.Names, []string{"Names in this cable", "People (1)", "Ada Quill", "Quill", "Organizations", "none found"}},
		{sidebar.Outline, []string{"Outline (2)", "The Quay", "1 Ada Quill met", "… S"}},
		{sidebar.References, []string{"Cites (1)", "09STATE5", "not in this library", "Cites, no cables (1)", "B LETTER FROM", "email", "Cited by", "no cable here"}},
		{sidebar.Redactions, []string{"Hidden and lost", "Redactions (1)", "XXXXXXXX on the quay", "¶1 Ada Quill met", "Lost ends (1)", "ends in mid-sentence"}},
		{sidebar.Abbreviations, []string{"What it stands for", "In the text", "none that are known", "Header and markings (1)", "S//NF  secret; not", "  releasable to foreign", "portion marking"}},
	}
	for _, tt := range tests {
		s := newSidebar(t)
		s.Open(tt.tab)
		plain := screen.Plain(s.View())
		for _, want := range tt.want {
			if !strings.Contains(plain, want) {
				t.Errorf("%s: %q is missing in\n%s", tt.tab, want, plain)
			}
		}
	}
}

func TestTurningComesAround(t *testing.T) {
	s := newSidebar(t)
	s.Turn(-1)
	if s.Tab() != sidebar.Notes {
		t.Errorf("before the first tab comes %s", s.Tab())
	}
	s.Turn(1)
	if s.Tab() != sidebar.Names {
		t.Errorf("behind the last tab comes %s", s.Tab())
	}
}

func TestFilterAndSelection(t *testing.T) {
	s := newSidebar(t)
	s.Open(sidebar.Outline)
	s.SetFilter("quay")
	if e, ok := s.Selected(); !ok || e.Block != 1 {
		t.Errorf("selected %+v, %v; want the heading", e, ok)
	}
	s.SetFilter("zebra")
	if _, ok := s.Selected(); ok {
		t.Error("something is selected where nothing matches")
	}
	if !strings.Contains(s.View(), "Nothing matches.") {
		t.Error("an empty answer does not say so")
	}
	s.SetFilter("")
	s.Bottom()
	if e, _ := s.Selected(); e.Block != 2 {
		t.Errorf("the last entry is %+v", e)
	}
}

func TestTheSameCableAgainKeepsThePlace(t *testing.T) {
	s := newSidebar(t)
	c := cable()
	s.Show(c, sidebar.Links{}, nil)
	s.Open(sidebar.Outline)
	s.Move(1)
	s.Show(c, sidebar.Links{}, nil)
	if e, _ := s.Selected(); e.Block != 2 {
		t.Error("the cursor has moved though the cable is the same")
	}
	s.Show(cable(), sidebar.Links{}, nil)
	if e, _ := s.Selected(); e.Block != 1 {
		t.Error("another cable does not begin at the top")
	}
	s.Show(nil, sidebar.Links{}, nil)
	if _, ok := s.Selected(); ok {
		t.Error("without a cable there is an entry")
	}
}

func TestEveryViewIsExactAndSafe(t *testing.T) {
	s := newSidebar(t)
	c := cable()
	c.Names[0].Name, c.Names[0].Forms = screen.Hostile, []string{"x", screen.Hostile}
	c.Blocks[1].Text, c.Blocks[2].Text = screen.Hostile, screen.Hostile+c.Blocks[2].Text
	c.References[1].Raw = screen.Hostile
	s.Show(c, sidebar.Links{}, nil)
	r := rand.New(rand.NewPCG(9, 10))
	for i := range 300 {
		w, h := 1+r.IntN(60), 1+r.IntN(40)
		s.SetTitled(i%2 == 0)
		s.SetSize(w, h)
		s.Open(sidebar.Tab(i % 4))
		s.Move(r.IntN(4))
		if i%7 == 0 {
			s.SetFilter("a")
		}
		screen.Exact(t, s.View(), w, h)
		screen.Safe(t, s.View())
	}
}
