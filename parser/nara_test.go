package parser

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

func archiveFixture(t *testing.T) Result {
	t.Helper()
	data := fixture(t, "nara.txt")
	r := Parse("nara.txt", data, Options{})
	for _, broken := range evidence("nara.txt", data, r) {
		t.Error(broken)
	}
	if r.Format != model.NARARecord || len(r.Cables) != 2 || len(r.Furniture) > 0 {
		t.Fatalf("format %q, %d cables, furniture %v", r.Format, len(r.Cables), r.Furniture)
	}
	return r
}

// blockOf returns the first block whose text begins so.
func blockOf(t *testing.T, c *model.Cable, text string) int {
	t.Helper()
	for i := range c.Blocks {
		if strings.HasPrefix(c.Blocks[i].Text, text) {
			return i
		}
	}
	t.Fatalf("no block begins %q", text)
	return 0
}

// A telegram of two sections is one cable under one header, and its sentences go on over stamps, sheets and
// the second head.
func TestRecordIsOneTelegram(t *testing.T) {
	c := archiveFixture(t).Cables[0]
	if c.ID.String() != "75NEWDELHI417" || c.DTG != "141455Z JAN 75" || c.Sections != 2 || c.Classification != model.Confidential {
		t.Errorf("id %s, %s, %d sections, %v", c.ID, c.DTG, c.Sections, c.Classification)
	}
	if c.From != "AMEMBASSY NEW DELHI" || len(c.To) != 1 || len(c.Info) != 2 || !slices.Equal(c.Captions, []string{"EXDIS"}) {
		t.Errorf("from %q to %v, info %v, captions %v", c.From, c.To, c.Info, c.Captions)
	}
	if got := numbers(c); !slices.Equal(got, []int{1, 2, 3, 4, 5}) {
		t.Errorf("paragraphs %v", got)
	}
	for _, sentence := range []string{"MINISTER FENWICK DENIES IT.", "AND THAT THE KEEPERS ONLY HAVE", "THE KEY WITH NOBODY THAT HE COULD FIND."} {
		if !slices.ContainsFunc(c.Blocks, func(b model.Block) bool { return strings.Contains(b.Text, sentence) }) {
			t.Errorf("no block has %q", sentence)
		}
	}
	if !slices.Equal(c.SignedBy, []string{"HOLLOWAY"}) {
		t.Errorf("signed by %v", c.SignedBy)
	}
	if b := c.Blocks[blockOf(t, c, "              LAMPS")]; b.Kind != model.Preformatted || strings.Count(b.Text, "\n") != 3 {
		t.Errorf("table %+v", b)
	}
}

// Stamps are marks of their own at the places where they stood, on one line or several; the head of the
// second section is one page marker, with the stamp in its middle.
func TestStampsAndHeadsAreMarks(t *testing.T) {
	c := archiveFixture(t).Cables[0]
	stamps := c.MarksOf(model.Stamp)
	if len(stamps) != 5 {
		t.Fatalf("%d stamps", len(stamps))
	}
	summary := blockOf(t, c, "SUMMARY.")
	if m := stamps[2]; m.Block != summary || m.Span.Start != strings.Index(c.Blocks[summary].Text, "FENWICK") ||
		m.Form != "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005" {
		t.Errorf("stamp %+v", m)
	}
	pages := c.MarksOf(model.PageBreak)
	if len(pages) != 3 {
		t.Fatalf("%d page markers", len(pages))
	}
	head := pages[2]
	if head.Page != 2 || head.Pages != 2 || !strings.HasPrefix(head.Form, "CONFIDENTIAL\n") || !strings.HasSuffix(head.Form, "KEEPERS'\n         COMPLAINT") ||
		!strings.Contains(head.Form, "Eleanor Q. Marsh") {
		t.Errorf("head %+v", head)
	}
	if at := c.Blocks[head.Block].Text[:head.Span.Start]; !strings.HasSuffix(at, "THE KEY WITH ") {
		t.Errorf("the head stands behind %q", at)
	}
}

// What the archive says is kept below the text, fills what the telegram leaves open, and is checked.
func TestAttributes(t *testing.T) {
	c := archiveFixture(t).Cables[0]
	var indexed []string
	for _, tag := range c.IndexerTags {
		indexed = append(indexed, tag.Code)
	}
	if !slices.Equal(indexed, []string{"US", "EWWT", "FENWICK, ELDON", "TOLLIVER BASCOMBE, ADA", "NOBODYSON, GUS"}) || c.IndexerTags[2].Kind != model.TagPerson {
		t.Errorf("indexers' tags %v", c.IndexerTags)
	}
	mentions := map[string][]string{}
	for _, n := range c.Names {
		mentions[n.Name] = nil
		for _, m := range n.Mentions {
			mentions[n.Name] = append(mentions[n.Name], m.Span.In(c.Blocks[m.Block].Text))
		}
	}
	if !slices.Equal(mentions["ELDON FENWICK"], []string{"FENWICK", "ELDON FENWICK"}) || !slices.Equal(mentions["ADA TOLLIVER BASCOMBE"], []string{"TOLLIVER"}) ||
		len(mentions) != 3 || len(mentions["GUS NOBODYSON"]) != 0 {
		t.Errorf("names %v", mentions)
	}
	if len(c.References) != 2 || c.References[0].ID.String() != "74STATE9921" || c.Blocks[c.References[0].Block].Lead != "Reference:" {
		t.Errorf("references %+v", c.References)
	}
	if b := c.Blocks[blockOf(t, c, "LIGHTSHIPS")]; b.Role != model.PublisherRole || b.Lead != "Concepts:" || !strings.HasSuffix(b.Text, "COM PLAINTS") {
		t.Errorf("concepts %+v", b)
	}
	kinds := warningKinds(c)
	if !slices.Equal(kinds, []model.WarningKind{WarnSectionHead, WarnClassification}) || !strings.Contains(c.Warnings[0].Text, "AMCONSUL CALCUTTA") {
		t.Errorf("warnings %v", c.Warnings)
	}
}

// Attributes that fit another telegram better are kept with a warning; a subject in other words alone says nothing.
func TestAttributesOfAnotherTelegram(t *testing.T) {
	record := string(fixture(t, "nara.txt"))
	subject := regexp.MustCompile("(?m)^Subject: .*$").FindString(record)
	other := strings.Replace(record, subject, "Subject: VACANT HOUSES ABROAD", 1)
	if kinds := warningKinds(Parse("nara.txt", []byte(other), Options{}).Cables[0]); slices.Contains(kinds, WarnSubject) {
		t.Errorf("the subject alone: %v", kinds)
	}
	other = strings.Replace(other, "TAGS: ETRN, IN, US,", "TAGS: AFSP, US,", 1)
	if kinds := warningKinds(Parse("nara.txt", []byte(other), Options{}).Cables[0]); !slices.Contains(kinds, WarnSubject) {
		t.Errorf("subject and TAGS: %v", kinds)
	}
}

// A record without text is a cable all the same, and says why it has none.
func TestRecordWithoutText(t *testing.T) {
	c := archiveFixture(t).Cables[1]
	if c.ID.String() != "75COLOMBO131" || c.IDEvidence != "archive's document number" || c.DateEvidence != "archive's draft date" || c.Date.Format("2006-01-02") != "1975-01-22" {
		t.Errorf("id %s from the %s, date %v from the %s", c.ID, c.IDEvidence, c.Date, c.DateEvidence)
	}
	if c.From != "COLOMBO" || len(c.To) != 2 || c.To[1].Name != "NEW DELHI" || c.Subject != "LANTERN OIL" || c.Classification != model.LimitedOfficialUse ||
		!slices.Equal(c.Captions, []string{"STADIS", "EXDIS"}) {
		t.Errorf("from %q to %v, %q, %v, %v", c.From, c.To, c.Subject, c.Classification, c.Captions)
	}
	if kinds := warningKinds(c); !slices.Equal(kinds, []model.WarningKind{WarnNoText}) || !strings.Contains(c.Warnings[0].Text, "TEXT ON MICROFILM") {
		t.Errorf("warnings %v", c.Warnings)
	}
}

func warningKinds(c *model.Cable) []model.WarningKind {
	var kinds []model.WarningKind
	for _, w := range c.Warnings {
		kinds = append(kinds, w.Kind)
	}
	return kinds
}

// Records are told from everything else, and a damaged one is read as far as it goes.
func TestSniffRecords(t *testing.T) {
	paths, err := filepath.Glob("testdata/*")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		if name := filepath.Base(path); strings.Contains(name, ".") && looksLikeNARA(fixture(t, name)) != strings.HasPrefix(name, "nara") {
			t.Errorf("%s is taken wrongly", name)
		}
	}
	whole := string(fixture(t, "nara.txt"))
	for what, text := range map[string]string{
		"CRLF":               strings.ReplaceAll(whole, "\n", "\r\n"),
		"CR":                 strings.ReplaceAll(whole, "\n", "\r"),
		"only attributes":    whole[strings.LastIndex(whole, naraAttributes):],
		"cut in the list":    whole[:strings.Index(whole, "Executive Order:")],
		"words in front":     "An index of lantern ships.\n\n" + whole,
		"words between":      strings.Replace(whole, "\n\n Declassified", "\n\nRecord 2 of 2\n\n Declassified", 1),
		"text without list":  whole[:strings.Index(whole, naraAttributes)] + "\n" + whole,
		"Message Text twice": strings.Replace(whole, naraText, naraText+"\n"+naraText, 1),
	} {
		r := Parse(what, []byte(text), Options{})
		for _, broken := range evidence(what, []byte(text), r) {
			t.Errorf("%s: %s", what, broken)
		}
		if r.Format != model.NARARecord || len(r.Cables) == 0 {
			t.Errorf("%s: format %q, %d cables", what, r.Format, len(r.Cables))
		}
	}
	if looksLikeNARA([]byte("The Message Attributes of a record follow.\nDocument Number: 7\n")) {
		t.Error("prose is taken for a record")
	}
}

func TestStampForms(t *testing.T) {
	for text, lines := range map[string]int{
		"Declassified/Released US Department of State EO Systematic Review 30 JUN 2005":                     1,
		"Eleanor Q. Marsh Declassified/Released US Department of State EO Systematic Review 04 MAY 2006":    1,
		"Harold B. Finch\nDeclassified/Released\nUS Department of State\nEO Systematic Review\n20 Mar 2014": 5,
		"Declassified/Released US Department of State EO Systematic\nReview 30 JUN 2006":                    2,
		"Declassified/Released US Department of State":                                                      0,
		"The paper was Declassified/Released US Department of State EO Systematic Review 30 JUN 2005":       0,
		"Declassified/Released US Department of State EO Systematic Review 30 JUN 2005 at noon":             0,
	} {
		d := &document{text: text, data: []byte(text)}
		if got := d.stampLines(d.lines(model.Span{Start: 0, End: len(text)})); got != lines {
			t.Errorf("%q: %d lines, want %d", text, got, lines)
		}
	}
}

// No record makes the parser panic or lose a byte.
func FuzzNARA(f *testing.F) {
	addSeeds(f, "nara*.txt")
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, broken := range evidence("fuzz", data, Parse("fuzz", data, Options{Format: model.NARARecord})) {
			t.Error(broken)
		}
	})
}
