package names

import (
	"context"
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

// given adds a name that the source gives, mentioned wherever words stand in block 0.
func given(c *model.Cable, n model.Name, words ...string) *model.Cable {
	if n.Origin == "" {
		n.Origin = model.FromMarkup
	}
	n.Forms = append(n.Forms, words...)
	for _, w := range words {
		i := strings.Index(c.Blocks[0].Text, w)
		n.Mentions = append(n.Mentions, model.Mention{Span: model.Span{Start: i, End: i + len(w)}})
	}
	c.Names = append(c.Names, n)
	return c
}

func TestGivenNamesAreKeptAndCompleted(t *testing.T) {
	person := func(name string) model.Name { return model.Name{Name: name, Kind: model.Person, Key: "p_1"} }
	indexed := func(tag, name string) model.Name {
		return model.Name{Name: name, Kind: model.Person, Origin: model.FromIndexers, Forms: []string{tag}}
	}
	for _, tt := range []struct {
		about string
		cable *model.Cable
		want  []string
	}{
		{"a form of it elsewhere in the text",
			given(cable("Secretary Quill left. Ada Quill's plane was late; Quill waited."), person("Ada B. Quill"), "Quill"),
			[]string{"person Quill|Ada Quill 3"}},
		{"the finder's longer name is the editors' shorter",
			given(cable("Ada Quill spoke. Later Ada B. Quill, the minister, left."), person("Ada Quill"), "Ada Quill"),
			[]string{"person Ada Quill|Ada B. Quill 2"}},
		{"the editors tell two apart",
			given(given(cable("Ada Quill met Bruno Quill. Quill spoke; President Ada Quill agreed."), person("Ada Quill"), "Ada Quill"), person("Bruno Quill"), "Bruno Quill"),
			[]string{"person Ada Quill 2", "person Bruno Quill 1"}},
		{"two given, one a shorter form of the other",
			given(given(cable("Ada Quill met Ada B. Quill."), person("Ada Quill"), "Ada Quill"), person("Ada B. Quill"), "Ada B. Quill"),
			[]string{"person Ada Quill 1", "person Ada B. Quill 1"}},
		{"nothing is found inside what is marked",
			given(cable("The Embassy of Vellania in Lima protested; Lima was calm."), model.Name{Name: "Embassy of Vellania in Lima", Kind: model.Organization}, "Embassy of Vellania in Lima"),
			[]string{"organization Embassy of Vellania in Lima 1", "place Lima 1"}},
		{"a term and the organization of that name",
			given(cable("The NSC met. The National Salvage Council (NSC) and the NSC staff agreed."), model.Name{Name: "NSC", Kind: model.Term, Note: "National Salvage Council"}, "NSC"),
			[]string{"term NSC 3", "organization National Salvage Council 1"}},
		{"a known organization under another spelling",
			given(cable("The United Nations voted. The UN is far away."), model.Name{Name: "United Nations", Kind: model.Organization}, "United Nations"),
			[]string{"organization United Nations|UN 2"}},
		{"indexers write the surname first",
			given(cable("MINISTER QUILL SPOKE. ADA QUILL LEFT WITH MINISTER OSTRANDER."), indexed("QUILL, ADA B", "ADA B QUILL")),
			[]string{"person QUILL, ADA B|QUILL|ADA QUILL 2", "person OSTRANDER 1"}},
		{"nobody mentions them",
			given(cable("Minister Ostrander spoke."), indexed("QUILL, ADA", "ADA QUILL")),
			[]string{"person Ostrander 1", "person QUILL, ADA 0"}},
		{"generations are no given names",
			given(cable("Mr. Quill spoke."), person("Ada Quill, Jr.")),
			[]string{"person Quill 1"}},
	} {
		before := len(tt.cable.Names[0].Mentions)
		got := Find(tt.cable)
		if !slices.Equal(list(got), tt.want) {
			t.Errorf("%s:\n got %q\nwant %q", tt.about, list(got), tt.want)
		}
		if len(tt.cable.Names[0].Mentions) != before {
			t.Errorf("%s: the cable was changed", tt.about)
		}
		readBack(t, tt.cable, got)
		tt.cable.Names = got
		if again := Find(tt.cable); !slices.Equal(list(again), list(got)) {
			t.Errorf("%s: a second time it finds %q", tt.about, list(again))
		}
	}
}

// readBack holds for mentions of given and found names alike.
func readBack(t *testing.T, c *model.Cable, names []model.Name) {
	t.Helper()
	var all []model.Mention
	for _, n := range names {
		if !slices.IsSortedFunc(n.Mentions, compareMentions) {
			t.Errorf("%s: mentions out of order: %v", n.Name, n.Mentions)
		}
		all = append(all, n.Mentions...)
	}
	slices.SortFunc(all, compareMentions)
	for i, m := range all {
		if m.Span.In(c.Blocks[m.Block].Text) == "" || i > 0 && all[i-1].Block == m.Block && all[i-1].Span.Overlaps(m.Span) {
			t.Errorf("mention %v is empty or overlaps another", m)
		}
	}
}

func TestNotesOfEditions(t *testing.T) {
	c := cable("Minister Ada Quill spoke.", "Source: Department of Tides, Port Vale Files, 611/6-861. Secret; Niact. Drafted by Corvino Barral.",
		"Minister Margit Ostrander was in Lima. (National Archives, RG 59, Port Vale Embassy Files: Lot 70 D 12, Mexico) Quill left for Bogota.",
		"Ibid., Box 12, Lima Party Papers. Lima is calm.")
	for i := 1; i < len(c.Blocks); i++ {
		c.Blocks[i].Kind = model.Note
	}
	c.Blocks[1].Role = model.SourceNoteRole
	want := []string{"person Ada Quill|Quill 2", "person Margit Ostrander 1", "place Lima 2", "place Bogota 1"}
	if got := list(Find(c)); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The citation of a paper ends where its sentence does, not behind the word for number; any library has papers.
func TestCitationsOfArchives(t *testing.T) {
	for note, want := range map[string][]string{
		"(Quillhaven Library, Lima Files, Box 12, Mexico) Bogota is calm.": {"place Bogota 1"},
		"Ibid., No. Lima 12, Nos. Mexico 13 and 14. Bogota is calm.":       {"place Bogota 1"},
		"Ibid., Files on Cairo. Bogota is calm.":                           {"place Bogota 1"},
		"The library of Lima is large.":                                    {"place Lima 1"},
	} {
		c := cable(note)
		c.Blocks[0].Kind = model.Note
		if got := list(Find(c)); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", note, got, want)
		}
	}
}

// document makes a document of a volume with names that its editors gave.
func document(volume string, number int, names ...model.Name) *model.Cable {
	c := &model.Cable{ID: model.ID{Volume: volume, Serial: number}}
	for _, n := range names {
		n.Origin, n.Forms, n.Mentions = model.FromMarkup, append(n.Forms, n.Name), make([]model.Mention, 1)
		c.Names = append(c.Names, n)
	}
	return c
}

func TestGivenNamesAcrossVolumes(t *testing.T) {
	p := func(name, key string) model.Name { return model.Name{Name: name, Kind: model.Person, Key: key} }
	x := NewIndex()
	for _, c := range []*model.Cable{
		document("v15", 1, p("Ada Quill", "p_QA_1"), p("Ostrander", "p_OB_1")),
		document("v15", 2, p("Quill", "p_QA_1"), p("Bruno Ostrander", "p_OB_1")),
		document("v16", 1, p("Ada Quill", "p_QA_9"), p("John Marl", "p_MJ_1"), p("Teyra", "p_T_1")),
		document("v16", 2, p("John Marl", "p_MJ_2"), model.Name{Name: "HTP", Kind: model.Term, Key: "t_1", Note: "Harbour and Tides Party"}),
		document("v17", 3, p("Teyra", "p_T_1"), p("John Marl", "p_MJ_1"), model.Name{Name: "HTP", Kind: model.Term, Key: "t_7", Note: "harbour and tides party"}),
		dated("LIMA", 5, "Minister Ada Quill met Minister Ostrander and Senator John Marl."),
	} {
		x.Add(c)
	}
	hits, _ := x.Lookup(context.Background(), "", 100)
	got := strings.Split(rows(hits), ", ")
	slices.Sort(got)
	want := []string{
		"Ada Quill 4/4",       // one in v15 by its key, in v16 and in the cable by the full name
		"Bruno Ostrander 2/2", // by its key; the cable's Ostrander may be somebody else
		"HTP 2/2",             // explained alike
		"John Marl 1/1", "John Marl 1/1", "John Marl 1/1", "John Marl 1/1",
		"Ostrander 1/1",
		"Teyra 1/1", "Teyra 1/1", // surnames alone
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if hits, _ := x.Lookup(context.Background(), "htp", 5); len(hits) != 1 || hits[0].Kind != model.Term || len(x.Cables(hits[0].Entry)) != 2 {
		t.Errorf("the term: %+v", hits)
	}
}
