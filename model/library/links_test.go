package library

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

func TestResolveKnowsTheJanuaryRule(t *testing.T) {
	l := libraryOf(cable(t, "09STATE130969", "2009-12-20"), cable(t, "10STATE5", "2010-01-05"), cable(t, "09STATE5", "2009-01-04"))
	tests := []struct {
		name, date, cited string
		inferred          bool
		want              string
		state             model.RefState
	}{
		{"here", "2010-01-10", "10STATE5", true, "10STATE5", model.Resolved},
		{"own year absent, last year's here, January", "2010-01-10", "10STATE130969", true, "09STATE130969", model.Resolved},
		{"March is still early", "2010-03-31", "10STATE130969", true, "09STATE130969", model.Resolved},
		{"April is not", "2010-04-01", "10STATE130969", true, "10STATE130969", model.NotInLibrary},
		{"a written year stands", "2010-01-10", "10STATE130969", false, "10STATE130969", model.NotInLibrary},
		{"absent in both years", "2010-01-10", "10STATE77", true, "10STATE77", model.NotInLibrary},
		{"no date, no guess", "", "10STATE130969", true, "10STATE130969", model.NotInLibrary},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := cable(t, "10PORTVERDE1", tt.date)
			got, state := l.Resolve(c, id(t, tt.cited), tt.inferred)
			if got.String() != tt.want || state != tt.state {
				t.Errorf("%s is %s (%s), want %s (%s)", tt.cited, got, state, tt.want, tt.state)
			}
		})
	}
}

// show writes links as "A 09STATE1 resolved 0:0-9 2:0-5".
func show(links []Link) []string {
	var out []string
	for _, l := range links {
		words := []string{l.ID.String(), string(l.State)}
		if l.Bullet != "" {
			words = slices.Insert(words, 0, l.Bullet)
		}
		if l.YearInferred {
			words = append(words, "inferred")
		}
		if l.State == model.Resolved && l.Cable == nil {
			words = append(words, "without its cable")
		}
		for _, p := range l.Places {
			words = append(words, fmt.Sprintf("%d:%s", p.Block, p.Span))
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

func TestCitesListsEachCableOnceWithItsPlaces(t *testing.T) {
	c := refer(t, cable(t, "10PORTVERDE7", "2010-01-20"), "09STATE8", "10STATE12?", "10PORTVERDE7", "10QUITO3")
	cite(t, c, model.ToCable, "09 LIMA 44", "09LIMA44")
	cite(t, c, model.ToLetter, "ref B", "10STATE12")
	cite(t, c, model.ToCable, "LIMA 0044", "10LIMA44")
	cite(t, c, model.ToCable, "10 PORTVERDE 7", "10PORTVERDE7")
	l := libraryOf(c, cable(t, "09STATE12", "2009-01-01"), cable(t, "10QUITO3", "2010-01-01"), cable(t, "09LIMA44", "2009-06-01"))
	want := []string{
		"A 09STATE8 not in library 0:0-8",
		"B 09STATE12 resolved inferred 0:9-18 2:0-5",
		"D 10QUITO3 resolved 0:32-40",
		"09LIMA44 resolved 1:0-10 3:0-9",
	}
	if got := show(l.Cites(c)); !slices.Equal(got, want) {
		t.Errorf("cites\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestMarksOnTheREFListAreNoSecondPlace(t *testing.T) {
	c := refer(t, cable(t, "09PORTVERDE7", "2009-06-20"), "09STATE8")
	c.Marks = append(c.Marks, model.Mark{Kind: model.Citation, Block: 0, Span: model.Span{Start: 0, End: 8},
		Form: "09STATE8", RefTo: model.ToCable, IDs: []model.ID{id(t, "09STATE8")}})
	if got, want := show(libraryOf(c).Cites(c)), []string{"A 09STATE8 not in library 0:0-8"}; !slices.Equal(got, want) {
		t.Errorf("cites %q, want %q", got, want)
	}
}

func TestCitedByFindsThoseThatCite(t *testing.T) {
	early := refer(t, cable(t, "10LIMA1", "2010-02-01"), "10STATE9?") // means 09STATE9, if that is here
	late := refer(t, cable(t, "10LIMA2", "2010-08-01"), "10STATE9?")  // means 10STATE9
	exact := refer(t, cable(t, "10QUITO3", "2010-01-01"), "09STATE9") // says so
	self := refer(t, cable(t, "09STATE9", "2009-05-05"), "09STATE9")  // its own page marker
	both := refer(t, cable(t, "10QUITO4", "2010-03-01"), "10STATE9?", "09STATE9")
	l := libraryOf(late, exact, early, both)

	citing := func(s string) string {
		var out []*model.Cable
		for _, link := range l.CitedBy(id(t, s)) {
			if link.ID != link.Cable.ID {
				t.Errorf("the link's id is %s, its cable %s", link.ID, link.Cable.ID)
			}
			out = append(out, link.Cable)
		}
		return ids(out)
	}
	if got, want := citing("10STATE9"), "10LIMA1 10QUITO4 10LIMA2"; got != want {
		t.Errorf("before 09STATE9 came, 10STATE9 is cited by %s, want %s", got, want)
	}
	if got, want := citing("09STATE9"), "10QUITO3 10QUITO4"; got != want {
		t.Errorf("missing 09STATE9 is cited by %s, want %s", got, want)
	}
	l.Add(Batch{Cables: []*model.Cable{self}})
	if got, want := citing("09STATE9"), "10QUITO3 10LIMA1 10QUITO4"; got != want {
		t.Errorf("09STATE9 is cited by %s, want %s", got, want)
	}
	if got, want := citing("10STATE9"), "10LIMA2"; got != want {
		t.Errorf("10STATE9 is cited by %s, want %s", got, want)
	}
}

func TestSetStatesLeavesTheSharedCableAlone(t *testing.T) {
	c := refer(t, cable(t, "10PORTVERDE7", "2010-01-20"), "10STATE12?", "10QUITO3")
	cite(t, c, model.ToLetter, "ref A", "10STATE12")
	cite(t, c, model.ToLetter, "ref B", "10QUITO3")
	c.Marks = append(c.Marks,
		model.Mark{Kind: model.Citation, RefTo: model.ToLetter, Target: "C", State: model.LetterWithoutList},
		model.Mark{Kind: model.Citation, RefTo: model.ToParagraph, Target: "5", State: model.ParagraphHere},
		model.Mark{Kind: model.Citation, RefTo: model.ToList, IDs: []model.ID{id(t, "10QUITO3"), id(t, "10STATE12")}},
		model.Mark{Kind: model.Redaction})
	l := libraryOf(c, cable(t, "09STATE12", "2009-12-30"))
	got := l.SetStates(c)

	var said []string
	for _, r := range got.References {
		said = append(said, fmt.Sprintf("%s %s", r.ID, r.State))
	}
	for _, m := range got.Marks {
		said = append(said, fmt.Sprintf("%v %s", m.IDs, m.State))
	}
	want := []string{
		"09STATE12 resolved", "10QUITO3 not in library",
		"[09STATE12] resolved", "[10QUITO3] not in library",
		"[] letter without list", "[] paragraph", "[10QUITO3 09STATE12] resolved", "[] ",
	}
	if !slices.Equal(said, want) {
		t.Errorf("states\n%s\nwant\n%s", strings.Join(said, "\n"), strings.Join(want, "\n"))
	}
	if !got.References[0].YearInferred {
		t.Error("a year that was mended is still inferred")
	}
	if c.References[0].State != "" || c.Marks[0].State != "" || c.Marks[0].IDs[0] != id(t, "10STATE12") {
		t.Error("the cable of the snapshot was changed")
	}
	for i, m := range c.Marks {
		if ids, state := l.Leads(c, m); !slices.Equal(ids, got.Marks[i].IDs) || state != got.Marks[i].State {
			t.Errorf("mark %d leads to %v (%s), its copy to %v (%s)", i, ids, state, got.Marks[i].IDs, got.Marks[i].State)
		}
	}
}

func TestYearWritten(t *testing.T) {
	tests := []struct {
		form, id string
		want     bool
	}{
		{"10 MEXICO 83", "10MEXICO83", true},
		{"2010 MEXICO 000083", "10MEXICO83", true},
		{"MEXICO 83", "10MEXICO83", false},
		{"MEXICO 00083/10", "10MEXICO83", true},
		{"83 MEXICO (10)", "10MEXICO83", true},
		{"MEXICO 10", "10MEXICO10", false},
		{"10 MEXICO 10", "10MEXICO10", true},
		{"MEXICO 2010", "10MEXICO2010", false},
		{"MEXICO 99999999999999999999", "10MEXICO83", false},
		{"ref A", "10MEXICO83", false},
	}
	for _, tt := range tests {
		if got := yearWritten(tt.form, id(t, tt.id)); got != tt.want {
			t.Errorf("yearWritten(%q, %s) = %t", tt.form, tt.id, got)
		}
	}
}
