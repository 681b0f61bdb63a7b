package parser

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"reftel/internal/shared"
	"reftel/model"
)

// everything writes everything that was read of cables, places in the file too.
func everything(t testing.TB, cables []*model.Cable) string {
	t.Helper()
	var b strings.Builder
	for _, c := range cables {
		line, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s\n", line)
		for i := range c.Blocks {
			fmt.Fprint(&b, c.Blocks[i].LeadAt, c.Blocks[i].Pieces, " ")
		}
		for _, m := range c.Marks {
			fmt.Fprint(&b, m.File)
		}
		for _, w := range c.Warnings {
			fmt.Fprint(&b, w.At)
		}
	}
	return b.String()
}

// checkEvidence fails when a byte of the file is lost or counted twice.
func checkEvidence(t testing.TB, file string, data []byte, r Result) {
	t.Helper()
	for _, broken := range evidence(file, data, r) {
		t.Errorf("%s: %s", file, broken)
	}
}

func textOf(c *model.Cable) string {
	var b strings.Builder
	for i := range c.Blocks {
		b.WriteString(c.Blocks[i].Text + "\n")
	}
	return b.String()
}

func TestRowsGiveCables(t *testing.T) {
	data := fixture(t, "cables.csv")
	r := Parse("cables.csv", data, Options{})
	checkEvidence(t, "cables.csv", data, r)
	if r.Format != model.CablesCSV || len(r.Cables) != 3 || len(r.Warnings) > 0 || len(r.Furniture) > 0 {
		t.Fatalf("format %q, %d cables, %v, furniture %v", r.Format, len(r.Cables), r.Warnings, r.Furniture)
	}
	for i, want := range []struct {
		id, date, dateFrom, subject, origin string
		level                               model.Level
		paragraphs, references              int
	}{
		{"07LISBON512", "2007-04-03 09:44", "date-time group", `THE MINISTER'S "LAST WORD" ON THE LIGHTHOUSE`, "Embassy Lisbon", model.Confidential, 3, 2},
		{"66ACCRA81", "1966-12-28 18:48", "date-time group", "A FERRY FOR THE LAKE", "Embassy Accra", model.Unclassified, 2, 0},
		{"04OSLO77", "2004-01-20 09:44", "dateline", "FISH, QUOTAS AND THE WEATHER", "Embassy Oslo", model.Secret, 2, 0},
	} {
		c := r.Cables[i]
		if c.ID.String() != want.id || c.Date.Format("2006-01-02 15:04") != want.date || c.DateEvidence != want.dateFrom ||
			c.Subject != want.subject || c.Origin != want.origin || c.Classification != want.level {
			t.Errorf("%s: %s (%s), %q, %q, %v", c.ID, c.Date, c.DateEvidence, c.Subject, c.Origin, c.Classification)
		}
		if len(numbers(c)) != want.paragraphs || len(c.References) != want.references {
			t.Errorf("%s: paragraphs %v, references %v", c.ID, numbers(c), c.References)
		}
		if s := string(data[c.Source.Span.Start:c.Source.Span.End]); !strings.HasPrefix(s, `"`) || !strings.HasSuffix(s, `"`) {
			t.Errorf("%s: source begins %.20q", c.ID, s)
		}
	}
	text := textOf(r.Cables[0])
	for _, want := range []string{`"a ruin with a view," and won't pay`, `C:\harbor\plans`, `A backslash \ that stands alone`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
	if marks := r.Cables[0].MarksOf(model.PageBreak); len(marks) != 1 || marks[0].Page != 2 {
		t.Errorf("page markers %v", marks)
	}
	if text := textOf(r.Cables[2]); !strings.Contains(text, `"has seen a cod since Christmas."`) {
		t.Errorf("doubled quotes in\n%s", text)
	}
}

// What the publisher's program found is shown, and is not the cable's own REF list.
func TestPublishersColumns(t *testing.T) {
	c := Parse("f", fixture(t, "cables.csv"), Options{}).Cables[2]
	var publisher []string
	for _, b := range c.Blocks {
		if b.Role == model.PublisherRole {
			publisher = append(publisher, b.Text)
		}
	}
	if got := strings.Join(publisher, "; "); got != "3; 1/20/2004 9:44; 04OSLO77; Embassy Oslo; SECRET; 03OSLO2100" {
		t.Errorf("publisher's columns: %s", got)
	}
	if len(c.References) > 0 {
		t.Errorf("references %v", c.References)
	}
}

func TestRowsCutByTabs(t *testing.T) {
	data := fixture(t, "cables.tsv")
	r := Parse("cables.tsv", data, Options{})
	checkEvidence(t, "cables.tsv", data, r)
	if r.Format != model.CablesCSV || len(r.Cables) != 2 || len(r.Warnings) > 0 {
		t.Fatalf("format %q, %d cables, %v", r.Format, len(r.Cables), r.Warnings)
	}
	c := r.Cables[0]
	text := textOf(c)
	if c.ID.String() != "07BERN1881" || c.DTG != "110944Z SEP 07" || len(numbers(c)) != 2 || len(c.References) != 1 ||
		!strings.Contains(text, "Most of it, that is; the C:\\plans are lost.") || strings.Contains(text, "\\t") {
		t.Errorf("%s, %s, %v, %v\n%s", c.ID, c.DTG, numbers(c), c.References, text)
	}
	c = r.Cables[1]
	if c.ID.String() != "07BERN1890" || c.Subject != "SNOW" || c.DateEvidence != "publisher's date" || strings.Contains(textOf(c), "N\n") {
		t.Errorf("%s, %q, %s\n%s", c.ID, c.Subject, c.DateEvidence, textOf(c))
	}
}

// However a table is written again by another program, its cables are the same.
func TestOtherWritings(t *testing.T) {
	plain := string(fixture(t, "cables.csv"))
	want := wordsOf(Parse("f", []byte(plain), Options{}).Cables)
	for name, text := range map[string]string{
		"CRLF":               strings.ReplaceAll(plain, "\n", "\r\n"),
		"lone CR":            strings.ReplaceAll(plain, "\n", "\r"),
		"byte order mark":    "\ufeff" + plain,
		"column heads":       `"id","date","reference","origin","class","refs","header","body"` + "\n" + plain,
		"blank lines":        "\n\n" + strings.ReplaceAll(plain, "\"\n\"", "\"\n\n \n\"") + "\n\n",
		"UTF-16":             utf16Of(plain, true),
		"UTF-16 without BOM": utf16Of(plain, false),
		"quotes where needed only": strings.NewReplacer(`"1","4/3/2007 9:44","07LISBON512","Embassy Lisbon",`, `1,4/3/2007 9:44,07LISBON512,Embassy Lisbon,`,
			`"2",`, `2,`, `"3","1/20/2004 9:44"`, `3,1/20/2004 9:44`).Replace(plain),
		"semicolons":       strings.ReplaceAll(plain, `","`, `";"`),
		"tabs":             strings.ReplaceAll(plain, `","`, "\"\t\""),
		"no last line end": strings.TrimSuffix(plain, "\n"),
	} {
		r := Parse("f", []byte(text), Options{})
		checkEvidence(t, "f", []byte(text), r)
		if got := wordsOf(r.Cables); got != want {
			t.Errorf("%s: format %q, %v\n%s\nwant\n%s", name, r.Format, r.Warnings, got, want)
		}
	}
}

// wordsOf writes what the words of cables are, wherever they stand.
func wordsOf(cables []*model.Cable) string {
	var b strings.Builder
	for _, c := range cables {
		fmt.Fprintln(&b, c.ID, c.Date, c.Subject, textOf(c))
	}
	return b.String()
}

// utf16Of writes plain ASCII as UTF-16, little end first.
func utf16Of(s string, mark bool) string {
	var b strings.Builder
	if mark {
		b.WriteString("\xff\xfe")
	}
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

// The two real rows that show the layout.
func TestRealRows(t *testing.T) {
	path := filepath.Join(shared.Dir(t), "corpus", "cables-csv", "cables_sample.csv")
	r, data := parseFile(t, path)
	checkEvidence(t, filepath.Base(path), data, r)
	if len(r.Cables) != 2 || len(r.Warnings) > 0 || len(r.Furniture) > 0 {
		t.Fatalf("%d cables, %v", len(r.Cables), r.Warnings)
	}
	for i, want := range []struct {
		id         string
		paragraphs int
		references int
	}{{"66BUENOSAIRES2481", 8, 2}, {"72TEHRAN1164", 8, 3}} {
		c := r.Cables[i]
		if c.ID.String() != want.id || len(numbers(c)) != want.paragraphs || len(c.References) < want.references || c.DTG == "" || len(c.Warnings) > 0 {
			t.Errorf("%s: paragraphs %v, references %v, %s, %v", c.ID, numbers(c), c.References, c.DTG, c.Warnings)
		}
	}
}
