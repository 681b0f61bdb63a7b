package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/query"
)

func TestFindPrintsHitsByCable(t *testing.T) {
	r := run(t, nil, "find", `keeper* OR "cold harbor"`)
	r.want(t, Found, "")
	golden(t, "find.txt", r.out)
}

func TestFind(t *testing.T) {
	tests := []struct {
		query  string
		status int
		says   string
		prints []string
	}{
		{"clockmaker", Found, "", []string{"09PRAGUE12", "    #2 (SBU)  The ⟪clockmaker⟫, XXXXXXXXXXXX, told"}},
		{`"CLOCKS in vienna"`, Found, "", []string{"    #1 (U)  All ⟪clocks in Vienna⟫ go forward."}},
		{"subject:clocks", Found, "", []string{"    subject  ⟪CLOCKS⟫ IN THE REGION"}},
		{"tower", Found, "", []string{"    heading  A Visit to the ⟪Tower⟫"}},
		{"tarn", Found, "", []string{"    signature  ⟪TARN⟫"}},
		{"coins", Found, "", []string{"    #3 (C)  It was made in ⟪coins⟫."}},
		{"PREL", Found, "", []string{"    tags  ⟪PREL⟫, EZ"}},
		{"class:c", Found, "", []string{"09PRAGUE12", "    #1 (C)  SUMMARY: The clock on the town hall"}},
		{"giraffe", NotFound, `no cable in testdata/cables answers "giraffe"`, nil},
		{"testdata", NotFound, "write --library testdata", nil},
		{"", Usage, "reftel find needs words", nil},
		{"  ", Usage, "reftel find needs words", nil},
		{`clock "open`, Usage, "query, character 7: the quotation mark isn't closed", nil},
		{"clock frm:prague", Usage, "query, character 7: there is no field frm: write from:", nil},
	}
	for _, tt := range tests {
		r := run(t, nil, "find", "--library", cables, tt.query)
		r.want(t, tt.status, tt.says)
		for _, line := range tt.prints {
			if !strings.Contains(r.out, line) {
				t.Errorf("%q is not in what %q finds:\n%s", line, tt.query, r.out)
			}
		}
		if tt.status != Found && r.out != "" {
			t.Errorf("%q prints %q", tt.query, r.out)
		}
	}
	run(t, nil, "find").want(t, Usage, "reftel find needs words")
	run(t, nil, "find", "--library", cables+"/missing", "clock").want(t, PartlyRead, "no such file")
}

// A field of words lights them where it looks for them, and nowhere else.
func TestFindLightsWordsWhereTheyAreAskedFor(t *testing.T) {
	out := run(t, nil, "find", "--library", cables, "subject:clocks").out
	if strings.Contains(out, "#1") {
		t.Errorf("the subject is asked for, the text is lit:\n%s", out)
	}
}

func TestFindSaysHowManyHitsAreNotShown(t *testing.T) {
	file := write(t, t.TempDir(), "many.txt", telegram("X", strings.Repeat("the bell rang once more in the old tower over the harbor ", 40)))
	out := run(t, nil, "find", "--library", file, "bell").out
	shown := strings.Count(out, openingHit)
	if shown < 3 || !strings.Contains(out, "more hits⟧") {
		t.Errorf("forty hits are shown as\n%s", out)
	}
	if n := strings.Count(run(t, nil, "find", "--json", "--library", file, "bell").out, "\n"); n != 40 {
		t.Errorf("%d records of forty hits", n)
	}
}

func TestASnippetSaysWhereACopyEnds(t *testing.T) {
	b := model.Block{Kind: model.Paragraph, Number: 4, Text: "He said that the bell", EndLost: true}
	c := &model.Cable{Blocks: []model.Block{b}}
	q, err := query.Parse("bell")
	if err != nil {
		t.Fatal(err)
	}
	lines := setLabelled(hitLines(c, library.Hits(c, q), look{}), 0, look{})
	if got := strings.Join(lines, "\n"); got != "    #4  He said that the ⟪bell⟫ ⟦lost in this copy⟧" {
		t.Errorf("%s", got)
	}
}

func TestFindAsJSON(t *testing.T) {
	r := run(t, nil, "find", "--json", "--library", cables, "clock* class:c")
	r.want(t, Found, "")
	for line := range strings.Lines(r.out) {
		var hit foundRecord
		if err := json.Unmarshal([]byte(line), &hit); err != nil {
			t.Fatal(err)
		}
		within := hit.Span.Shift(-hit.SnippetSpan.Start)
		if hit.Form == "" || within.In(hit.Snippet) != hit.Form || hit.ID.String() != "09PRAGUE12" || hit.Date.IsZero() ||
			hit.Source.File != cables+"/prague.txt" || (hit.Paragraph == 0) == (hit.Place == "") {
			t.Errorf("record %s", line)
		}
	}
	r = run(t, nil, "find", "--json", "--library", cables, "class:c")
	var first foundRecord
	if err := json.Unmarshal([]byte(r.out), &first); err != nil {
		t.Fatal(err)
	}
	if first.Span != nil || first.Paragraph != 1 || first.Marking != "C" || !strings.HasPrefix(first.Snippet, "SUMMARY: The clock") {
		t.Errorf("a cable that has no hit: %s", r.out)
	}
}

// queries are command lines that print text below the line of a cable.
func queries() [][]string {
	return [][]string{{"find", "light*"}, {"find", "class:s"}, {"redactions"}, {"refs", "10REYKJAVIK19", "--depth", "0"}}
}

func TestWhatIsPrintedFitsTheTerminal(t *testing.T) {
	for _, args := range queries() {
		for _, width := range []int{24, 60, 200} {
			for line := range strings.Lines(run(t, terminal(width), args...).out) {
				line = strings.TrimSuffix(line, "\n")
				most := width
				if strings.HasPrefix(line, " ") {
					most = min(width, maxWidth)
				}
				plain := strings.TrimLeft(ansi.Strip(line), " ")
				if w := ansi.StringWidth(line); w > most && strings.Contains(plain, " ") && width >= 60 {
					t.Errorf("%v: %d cells in a terminal of %d: %q", args, w, width, line)
				}
			}
		}
	}
}

func TestWordsAreLitInATerminalAndMarkedElsewhere(t *testing.T) {
	for _, args := range queries() {
		noColor := run(t, both(terminal(200), environment("NO_COLOR", "1")), args...).out
		dressed := run(t, terminal(200), args...).out
		if strings.Contains(noColor, "\x1b") || !strings.Contains(dressed, "\x1b[") {
			t.Errorf("%v: styles with NO_COLOR, or none without", args)
		}
		if strings.Contains(dressed, openingHit) {
			t.Errorf("%v: marked and lit", args)
		}
		unmarked := strings.NewReplacer(openingHit, "", closingHit, "").Replace
		if got, want := squeezed(ansi.Strip(dressed)), squeezed(unmarked(noColor)); got != want {
			t.Errorf("%v: the words in a terminal differ from those without colours:\n%s\n%s", args, got, want)
		}
	}
}

func TestTotalsAreForTheTerminal(t *testing.T) {
	for want, args := range map[string][]string{
		"2 hits in 1 cable": {"find", "--library", cables, "clockmaker OR tower"},
		"2 cables":          {"find", "--library", cables, "class:u"},
		"2 copies: reftel diff 09VIENNA77 says how they differ": {"show", "--library", cables, "09VIENNA77"},
		"2 redactions in 2 of 3 cables":                         {"redactions", "--library", cables},
	} {
		in := run(t, both(terminal(80), environment("NO_COLOR", "1")), args...)
		if !strings.Contains(in.out, "\n\n"+want) {
			t.Errorf("%v ends with %.200q, want %q", args, in.out[max(0, len(in.out)-80):], want)
		}
		if out := run(t, nil, args...).out; strings.Contains(out, want) {
			t.Errorf("%v: a pipe gets the sum", args)
		}
		if out := run(t, terminal(80), append(args, "--json")...).out; strings.Contains(out, want) {
			t.Errorf("%v: JSON gets the sum", args)
		}
	}
}

// A line holds a hit and is whole in a pipe.
func TestHitsAreLinesInAPipe(t *testing.T) {
	file := write(t, t.TempDir(), "wrapped.txt", telegram("X", "A table:\n\n  one    two\n  bell   tower\n\nAnd a bell\nthat rings."))
	for line := range strings.Lines(run(t, nil, "find", "--library", file, "bell").out) {
		if strings.HasPrefix(line, " ") && !strings.Contains(line, openingHit+"bell"+closingHit) {
			t.Errorf("a line without a hit: %q", line)
		}
	}
}

func TestReadmeNamesEveryCommand(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	tool := &tool{}
	for _, c := range commandsOf(tool.root()) {
		if !strings.Contains(string(readme), "`reftel "+c.Name()) {
			t.Errorf("README.md does not mention reftel %s", c.Name())
		}
	}
}
