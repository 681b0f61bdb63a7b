package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/internal/shared"
	"reftel/model"
)

// records reads JSON Lines back.
func records(t *testing.T, lines string) []model.Cable {
	t.Helper()
	var out []model.Cable
	for line := range strings.Lines(lines) {
		var c model.Cable
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatalf("%v in %.300s", err, line)
		}
		out = append(out, c)
	}
	return out
}

// checkSpans fails when a span of a record lies outside its block or names other bytes than it says.
func checkSpans(t *testing.T, c *model.Cable) {
	t.Helper()
	in := func(what string, block int, s model.Span, form string) {
		if block < 0 || block >= len(c.Blocks) || s.Start < 0 || s.End < s.Start || s.End > len(c.Blocks[block].Text) {
			t.Errorf("%s: %s at %v of block %d lies outside", c.ID, what, s, block)
			return
		}
		if got := s.In(c.Blocks[block].Text); form != "" && got != form {
			t.Errorf("%s: %s reads %q, want %q", c.ID, what, got, form)
		}
	}
	for _, m := range c.Marks {
		form := m.Form
		if m.Span.Empty() {
			form = ""
		}
		in(string(m.Kind), m.Block, m.Span, form)
	}
	for _, r := range c.References {
		in("reference", r.Block, r.Span, "")
	}
	for _, n := range c.Names {
		for _, m := range n.Mentions {
			in("mention of "+n.Name, m.Block, m.Span, "")
		}
	}
}

func TestParsePrintsRecordsInTheOrderOfTheFiles(t *testing.T) {
	r := run(t, nil, "parse", cables+"/vienna.txt", cables+"/prague.txt", cables+"/copies")
	r.want(t, Found, "")
	var files []string
	for _, c := range records(t, r.out) {
		files = append(files, filepath.Base(c.Source.File))
	}
	if got := strings.Join(files, " "); got != "vienna.txt prague.txt vienna-again.txt" {
		t.Errorf("order %s", got)
	}
}

func TestParseReadsBack(t *testing.T) {
	r := run(t, nil, "parse", cables, "../../sample/cables")
	r.want(t, Found, "")
	all := records(t, r.out)
	if len(all) < 15 {
		t.Fatalf("%d records", len(all))
	}
	for i := range all {
		checkSpans(t, &all[i])
	}
	for line := range strings.Lines(r.out) {
		var raw map[string]any
		if err := json.Unmarshal([]byte(line), &raw); err != nil {
			t.Fatal(err)
		}
		for field, v := range raw {
			if v == "" || v == nil {
				t.Errorf("%v: the field %s is there and empty", raw["id"], field)
			}
		}
	}
}

func TestParseResolvesWithinThePaths(t *testing.T) {
	state := func(paths ...string) model.RefState {
		for _, c := range records(t, run(t, nil, append([]string{"parse"}, paths...)...).out) {
			if c.ID.String() == "09PRAGUE12" {
				return c.References[0].State
			}
		}
		return ""
	}
	if got := state(cables); got != model.Resolved {
		t.Errorf("ref A with its cable: %q", got)
	}
	if got := state(cables + "/prague.txt"); got != model.NotInLibrary {
		t.Errorf("ref A alone: %q", got)
	}
}

func TestParseReadsStandardInput(t *testing.T) {
	r := run(t, func(s *System) { s.In = strings.NewReader(telegram("A PIPE", "Text.")) }, "parse", "-")
	r.want(t, Found, "")
	if all := records(t, r.out); len(all) != 1 || all[0].Source.File != "-" {
		t.Errorf("records %+v", all)
	}
}

func TestParseTheRealDocuments(t *testing.T) {
	if testing.Short() {
		t.Skip("skip: reads hundreds of files")
	}
	for _, folder := range []string{"newspaper-page", "cablegate-html"} {
		path := filepath.Join(shared.Dir(t), "corpus", folder)
		if _, err := os.Stat(path); err != nil {
			t.Skipf("skip: %s is not here", path)
		}
		r := run(t, nil, "parse", path)
		all := records(t, r.out)
		if len(all) < 2 {
			t.Errorf("%s: %d records", folder, len(all))
		}
		for i := range all {
			checkSpans(t, &all[i])
		}
		if i := strings.IndexFunc(r.out, func(c rune) bool { return c != '\n' && (c < ' ' || c >= 0x7f && c < 0xa0) }); i >= 0 {
			t.Errorf("%s: a control character at byte %d", folder, i)
		}
	}
}
