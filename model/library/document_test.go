package library

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reftel/model"
)

// printed makes a document of an edition that prints the telegram of a number ("" for none) and has
// the pages that begin in it.
func printed(t testing.TB, document, number string, pages ...int) *model.Cable {
	t.Helper()
	c := &model.Cable{ID: id(t, document)}
	if number != "" {
		n := id(t, number)
		c.Year, c.Station, c.Serial = n.Year, n.Station, n.Serial
	}
	c.Source.File = document
	c.Blocks = []model.Block{{Kind: model.Paragraph, Text: "text"}}
	for _, p := range pages {
		c.Marks = append(c.Marks, model.Mark{Kind: model.PageBreak, Page: p})
	}
	return c
}

func TestDocumentsAreFoundByTheTelegramTheyPrint(t *testing.T) {
	number := id(t, "78MANAGUA4398")
	doc := printed(t, "frus1977-80v15/d107", "78MANAGUA4398")
	other := printed(t, "frus1977-80v16/d9", "78MANAGUA4398")
	real := cable(t, "78MANAGUA4398", "1978-09-01")
	citing := refer(t, cable(t, "78STATE9", "1978-09-02"), "78MANAGUA4398")
	l := libraryOf(doc, citing)
	if got, state := l.Resolve(citing, number, false); got != number || state != model.Resolved {
		t.Errorf("resolves to %s, %s", got, state)
	}
	if got := ids(l.ByID(number)); got != "frus1977-80v15/d107" {
		t.Errorf("found %s", got)
	}
	l.Add(Batch{Cables: []*model.Cable{other, real}})
	if got := ids(l.ByID(number)); got != "78MANAGUA4398 frus1977-80v15/d107 frus1977-80v16/d9" {
		t.Errorf("the cable itself comes first: %s", got)
	}
	if links := l.Cites(citing); len(links) != 1 || links[0].Cable != real {
		t.Errorf("cites %+v", links)
	}
	for _, cited := range []string{"78MANAGUA4398", "frus1977-80v15/d107", "frus1977-80v16/d9"} {
		if by := l.CitedBy(id(t, cited)); len(by) != 1 || by[0].Cable != citing {
			t.Errorf("%s is cited by %+v", cited, by)
		}
	}
	if got := ids(l.ByID(doc.ID)); got != "frus1977-80v15/d107" {
		t.Errorf("by its own id: %s", got)
	}
}

func TestADocumentDoesNotCiteTheTelegramThatItPrints(t *testing.T) {
	doc := printed(t, "frus1977-80v15/d107", "78MANAGUA4398")
	cite(t, doc, model.ToCable, "Managua 4398", "78MANAGUA4398")
	l := libraryOf(doc, cable(t, "78MANAGUA4398", "1978-09-01"))
	if links := l.Cites(doc); len(links) != 0 {
		t.Errorf("cites %+v", links)
	}
}

func TestReferencesWithinAnEdition(t *testing.T) {
	const volume = "frus1977-80v15"
	doc := printed(t, volume+"/d107", "", 271, 272)
	doc.Blocks = append(doc.Blocks, model.Block{Kind: model.Note, Letter: "2", Text: "See Document 45."}, model.Block{Kind: model.Note, Letter: "*", Role: model.SourceNoteRole, Text: "Source"})
	to := func(r model.RefTo, target string, cited ...string) {
		m := model.Mark{Kind: model.Citation, Block: 1, RefTo: r, Target: target, Form: target}
		if r == model.ToPage {
			m.Page, _ = strconv.Atoi(target)
		}
		for _, s := range cited {
			m.IDs = append(m.IDs, id(t, s))
		}
		doc.Marks = append(doc.Marks, m)
	}
	to(model.ToDocument, "Document 45", volume+"/d45")
	to(model.ToDocument, "Document 46", volume+"/d46")
	to(model.ToNote, "2")
	to(model.ToNote, "3")
	to(model.ToNote, "Document 45 note 2", volume+"/d45")
	to(model.ToPage, "112")
	to(model.ToPage, "271")
	to(model.ToPage, "900")
	to(model.ToPage, "xi")
	doc.Marks = append(doc.Marks, model.Mark{Kind: model.Citation, Block: 1, RefTo: model.ToPage, Target: "901", Page: 901, Volume: "frus1977-80v16", Form: "p. 901"})
	l := libraryOf(doc, printed(t, volume+"/d45", "", 111, 112), printed(t, volume+"/d44", "", 112), printed(t, "frus1977-80v16/d1", "", 900, 901))
	var got []string
	for _, m := range l.SetStates(doc).MarksOf(model.Citation) {
		got = append(got, fmt.Sprintf("%s %s: %v %s", m.RefTo, m.Target, m.IDs, m.State))
	}
	want := []string{
		"document Document 45: [frus1977-80v15/d45] resolved",
		"document Document 46: [frus1977-80v15/d46] not in library",
		"note 2: [] paragraph",
		"note 3: [] no such paragraph",
		"note Document 45 note 2: [frus1977-80v15/d45] resolved",
		"page 112: [frus1977-80v15/d44 frus1977-80v15/d45] resolved",
		"page 271: [frus1977-80v15/d107] resolved",
		"page 900: [] not in library",
		"page xi: [] not in library",
		"page 901: [frus1977-80v16/d1] resolved",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if links := show(l.Cites(doc)); len(links) != 2 {
		t.Errorf("cites %q: documents 45 and 46, once each", links)
	}
	var labels []string
	for _, target := range Targets(l.SetStates(doc)) {
		labels = append(labels, fmt.Sprintf("%s %s: %s", target.Kind, target.Label, target.Text))
	}
	for _, want := range []string{"paragraph Note 2: See Document 45.", "paragraph Source note: Source", "reference Reference: 2 → note 2"} {
		if !slices.Contains(labels, want) {
			t.Errorf("no target %q among %q", want, labels)
		}
	}
}
