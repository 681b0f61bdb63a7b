package parser

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

// examples returns the lines of the JSON that a document shows.
func examples(document string) string {
	var out strings.Builder
	for _, part := range strings.Split(document, "```json\n")[1:] {
		lines, _, _ := strings.Cut(part, "```")
		out.WriteString(lines)
	}
	return out.String()
}

// The examples of docs/JSONL.md are read as it says.
func TestDocumentedExamples(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "docs", "JSONL.md"))
	if err != nil {
		t.Fatal(err)
	}
	data := examples(string(text))
	if got := formatOf([]byte(data)); got != model.JSONLines {
		t.Errorf("the examples look like %q", got)
	}
	for line := range strings.Lines(data) {
		if got := formatOf([]byte(line)); got != model.JSONLines {
			t.Errorf("looks like %q: %s", got, line)
		}
	}
	r := parseJSON(t, data)
	if len(r.Warnings) > 0 {
		t.Errorf("warnings %v", r.Warnings)
	}
	want := []struct {
		id, date, subject string
		level             model.Level
		numbers           []int
		to, references    int
	}{
		{id: "09PORTVERDE12", numbers: []int{1, 2}},
		{"09PORTVERDE13", "2009-03-04T00:00:00Z", "The lighthouse is dark", model.Confidential, []int{1, 2}, 2, 2},
		{"09PORTVERDE14", "2009-03-07T09:00:00Z", "TIDES", model.Unclassified, []int{1}, 1, 0},
		{"09PORTVERDE15", "2009-03-08T12:00:00Z", "HARBOUR", 0, []int{1}, 0, 0},
	}
	if len(r.Cables) != len(want) {
		t.Fatalf("%d examples", len(r.Cables))
	}
	for i, w := range want {
		c := r.Cables[i]
		date := ""
		if !c.Date.IsZero() {
			date = c.Date.Format("2006-01-02T15:04:05Z07:00")
		}
		if c.ID.String() != w.id || date != w.date || c.Subject != w.subject || c.Classification != w.level ||
			!slices.Equal(numbers(c), w.numbers) || len(c.To) != w.to || len(c.References) != w.references {
			t.Errorf("%s: read %s of %s, %q, %v, %v, to %v, references %v", w.id, c.ID, date, c.Subject, c.Classification, numbers(c), c.To, c.References)
		}
	}
	second, last := r.Cables[1], r.Cables[3]
	if !slices.Contains(second.Caveats, "NOFORN") || second.Summary != "The lighthouse is dark." || second.References[1].ID.String() != "08ROME700" {
		t.Errorf("caveats %v, summary %q, references %v", second.Caveats, second.Summary, second.References)
	}
	if !slices.ContainsFunc(second.Blocks, func(b model.Block) bool { return b.Lead == "box" && b.Text == "Box 4, folder 2" }) {
		t.Error("the unknown key is hidden")
	}
	if cited := second.MarksOf(model.Citation); !slices.ContainsFunc(cited, func(m model.Mark) bool { return m.Target == "A" && len(m.IDs) == 1 && m.IDs[0].Serial == 711 }) {
		t.Errorf("ref A leads to %v", cited)
	}
	if len(last.MarksOf(model.Redaction)) != 1 || last.Source.File != "own.jsonl" {
		t.Errorf("marks %v, source %v", last.Marks, last.Source)
	}
	for key := range ownKeys {
		if !strings.Contains(string(text), "`"+key+"`") {
			t.Errorf("the document does not name the key %q", key)
		}
	}
}

// Dates, ids and classifications in all the forms that the document names.
func TestDocumentedForms(t *testing.T) {
	for _, date := range []string{"2010-01-29 20:49", "2010-01-29T20:49:00Z", "2010-01-29T14:49:00-06:00", "2010-01-29 20:49:00", "292049Z JAN 10"} {
		c := parseJSON(t, `{"id":"10PORTVERDE1","date":"`+date+`","text":"1. (U) Open."}`).Cables[0]
		if got := c.Date.UTC().Format("2006-01-02 15:04"); got != "2010-01-29 20:49" {
			t.Errorf("%s is read as %s", date, got)
		}
	}
	for written, want := range map[string]string{"10MEXICO83": "10MEXICO83", "10 MEXICO 000083": "10MEXICO83", "2010MEXICO83": "10MEXICO83", "frus1977-80v15/d107": "frus1977-80v15/d107"} {
		r := parseJSON(t, `{"id":"`+written+`","text":"1. (U) Open."}`)
		if got := r.Cables[0].ID.String(); got != want || len(r.Warnings) > 0 {
			t.Errorf("%s is read as %s, warnings %v", written, got, r.Warnings)
		}
	}
	for written, want := range map[string]model.Level{"UNCLASSIFIED": model.Unclassified, "CONFIDENTIAL": model.Confidential, "SECRET//NOFORN": model.Secret,
		"C O N F I D E N T I A L PORT VERDE 000001": model.Confidential, "LIMITED OFFICIAL USE": model.LimitedOfficialUse, "S": model.Secret} {
		c := parseJSON(t, `{"id":"10PORTVERDE1","classification":"`+written+`","text":"1. Open."}`).Cables[0]
		if c.Classification != want {
			t.Errorf("%s is read as %v", written, c.Classification)
		}
	}
}
