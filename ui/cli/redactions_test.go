package cli

import (
	"encoding/json"
	"strings"
	"testing"

	"reftel/model"
)

func TestRedactionsOfTheSample(t *testing.T) {
	r := run(t, nil, "redactions")
	r.want(t, Found, "")
	golden(t, "redactions.txt", r.out)
}

// Every redaction of the sample must be marked once.
func TestNoRedactionIsLeftOut(t *testing.T) {
	marks := 0
	for line := range strings.Lines(run(t, nil, "parse", "../../sample/cables").out) {
		var c model.Cable
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		marks += len(c.MarksOf(model.Redaction))
	}
	if n := strings.Count(run(t, nil, "redactions").out, openingHit); n != marks {
		t.Errorf("%d redactions are marked, want %d", n, marks)
	}
	if n := strings.Count(run(t, nil, "redactions", "--json").out, "\n"); n != marks {
		t.Errorf("%d records, want %d", n, marks)
	}
}

func TestRedactionsSayHowMuchAndWhy(t *testing.T) {
	file := write(t, t.TempDir(), "released.txt", telegram("THE BELL",
		"The bell was sold to [excised] B1, 1.4(D) for a sum that nobody names.\n\n3. (C) The sum was [2 lines not declassified] at noon."))
	out := run(t, nil, "redactions", "--library", file).out
	for _, line := range []string{
		"    #1 (U)  The bell was sold to ⟪[excised] B1, 1.4(D)⟫ for a sum that nobody names. " +
			"⟦exemption B1, 1.4(D): national defense or foreign policy; foreign relations and confidential sources⟧\n",
		"    #3 (C)  The sum was ⟪[2 lines not declassified]⟫ at noon. ⟦2 lines⟧\n",
	} {
		if !strings.Contains(out, line) {
			t.Errorf("%q is not in\n%s", line, out)
		}
	}
	r := run(t, nil, "redactions", "--json", "--library", file)
	var said []string
	for line := range strings.Lines(r.out) {
		var m redactionRecord
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			t.Fatal(err)
		}
		if m.Span.Shift(-m.SnippetSpan.Start).In(m.Snippet) != m.Form || m.Source.File != file {
			t.Errorf("record %s", line)
		}
		said = append(said, m.Extent+"|"+m.Code+"|"+m.Meaning)
	}
	want := "|B1, 1.4(D)|national defense or foreign policy; foreign relations and confidential sources 2 lines||"
	if got := strings.Join(said, " "); got != want {
		t.Errorf("records say %q, want %q", got, want)
	}
}

func TestRedactionsTakeAQuery(t *testing.T) {
	tests := []struct {
		query  string
		marks  int
		status int
		says   string
	}{
		{"", 2, Found, ""},
		{"from:prague", 1, Found, ""},
		{"-class:u", 1, Found, ""},
		{"giraffe", 0, NotFound, `no cable in testdata/cables answers "giraffe"`},
		{"-has:redaction", 0, NotFound, `nothing is redacted in the 1 cable in testdata/cables that answers "-has:redaction"`},
		{"class:>", 0, Usage, "query, character 1"},
	}
	for _, tt := range tests {
		r := run(t, nil, "redactions", "--library", cables, "--", tt.query)
		r.want(t, tt.status, tt.says)
		if n := strings.Count(r.out, openingHit); n != tt.marks {
			t.Errorf("%q: %d redactions, want %d:\n%s", tt.query, n, tt.marks, r.out)
		}
	}
	plain := write(t, t.TempDir(), "plain.txt", telegram("X", "All is said."))
	run(t, nil, "redactions", "--library", plain).want(t, NotFound, "nothing is redacted in the 1 cable in "+plain)
	run(t, nil, "redactions", "--library", t.TempDir()).want(t, PartlyRead, "holds no files")
}

// Somebody's own records may hold marks in any order, one inside another.
func TestRedactionsInsideEachOther(t *testing.T) {
	c := &model.Cable{Blocks: []model.Block{{Kind: model.Paragraph, Text: "Paid to [XXXX] by [YYYY]."}}, Marks: []model.Mark{
		{Kind: model.Redaction, Span: model.Span{Start: 18, End: 24}},
		{Kind: model.Redaction, Span: model.Span{Start: 9, End: 13}},
		{Kind: model.Redaction, Span: model.Span{Start: 8, End: 14}},
	}}
	lines := setLabelled(redactionLines(c, redactionsOf(c), look{}), 0, look{})
	if got := strings.Join(lines, "\n"); got != "    paragraph  Paid to ⟪[XXXX]⟫ by ⟪[YYYY]⟫." {
		t.Errorf("%s", got)
	}
}

func TestPercent(t *testing.T) {
	for _, tt := range []struct {
		n, of int
		want  string
	}{{1, 3, "33%"}, {2, 3, "67%"}, {3, 3, "100%"}, {1, 1000, "<1%"}} {
		if got := percent(tt.n, tt.of); got != tt.want {
			t.Errorf("%d of %d is %s, want %s", tt.n, tt.of, got, tt.want)
		}
	}
}
