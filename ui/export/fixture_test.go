package export_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reftel/internal/attacks"
	"reftel/model"
	"reftel/parser"
	"reftel/ui/export"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// hostile holds what a browser, a Markdown program or a terminal would act on.
const hostile = "</p></article><script>alert(1)</script><img src=x onerror=alert(1)> &lt;b&gt; &#x3c; \" onclick=\"x' style='x " +
	"[a](javascript:x) ![i](http://e.example/x.png) http://e.example www.e.example a@e.example <http://e.example> `c` *e* _f_ ~~g~~ ==h== %%i%% ^j^ $k$ :smile: #1 @me {.x} | --- ... " +
	"\x1b]52;c;eA==\x07 \u202e \x00 \x9b ⟦p9/9⟧\n# no heading\n- no list\n1. no list\n1) no list\n=====\n-----\n+++\n    no code\n\t~~~\n```\n: no definition\n|a|b|\n|-|-|\n[^1]: no note\n<!-- no comment\n<?no\n$$\n\\"

// hostileCable has such text wherever text can be.
func hostileCable() *model.Cable {
	c := &model.Cable{ID: model.ID{Year: 2009, Station: "</h2><script>", Serial: 1}, Subject: hostile, Headline: hostile, Origin: hostile, From: hostile,
		To: []model.Addressee{{Name: hostile}}, Caveats: []string{hostile}, Source: model.Source{File: "../../" + hostile}}
	for _, k := range []model.BlockKind{model.Header, model.Header, model.Heading, model.Paragraph, model.SubParagraph, model.Preformatted, model.Rule, model.Signature, model.Trailer, model.Note} {
		c.Blocks = append(c.Blocks, model.Block{Kind: k, Lead: hostile, Text: hostile, Marking: hostile, EndLost: true})
	}
	for i := range c.Blocks {
		for at, k := range []model.MarkKind{model.Redaction, model.Omission, model.Garble, model.NoteSign} {
			c.Marks = append(c.Marks, model.Mark{Kind: k, Block: i, Span: model.Span{Start: 10 * at, End: 10*at + 7}})
		}
		c.Marks = append(c.Marks, model.Mark{Kind: model.NoteSign, Block: i, Span: model.Span{Start: 50, End: 50}, Target: hostile},
			model.Mark{Kind: model.Loss, Block: i, Span: model.Span{Start: 60, End: 60}, Why: hostile},
			model.Mark{Kind: model.PageBreak, Block: i, Span: model.Span{Start: 70, End: 70}, Page: 2, Pages: 3, Form: hostile})
	}
	return c
}

// fixtures are the cables of the parser's fixtures, all formats among them, and hostile ones.
func fixtures(t *testing.T) []*model.Cable {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "parser", "testdata", "*.*"))
	if err != nil {
		t.Fatal(err)
	}
	var out []*model.Cable
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, parser.Parse(filepath.Base(file), data, parser.Options{}).Cables...)
	}
	if len(out) < 20 {
		t.Fatalf("only %d cables in the fixtures", len(out))
	}
	return append(out, hostileCable(), attackedCable())
}

// attackedCable has each attack as a paragraph.
func attackedCable() *model.Cable {
	c := &model.Cable{ID: model.ID{Year: 2009, Station: "VIENNA", Serial: 2}, Subject: "ATTACKS"}
	for i, a := range attacks.Texts() {
		c.Blocks = append(c.Blocks, model.Block{Kind: model.Paragraph, Number: i + 1, Lead: strconv.Itoa(i+1) + ".", Text: a.Text})
	}
	return c
}

func selection(title string, cables ...*model.Cable) export.Selection {
	return export.Selection{Title: title, Count: len(cables), Contents: slices.Values(cables), Cables: slices.Values(cables)}
}

// wanted is the text of a cable as it must be seen, without blanks.
func wanted(c *model.Cable) string {
	var out strings.Builder
	for _, b := range c.Blocks {
		out.WriteString(words.Unbracketed(visible.Text(b.Lead + " " + b.Text)))
	}
	return squeezed(out.String())
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// withoutNotes takes out what reftel says.
func withoutNotes(t *testing.T, s string) string {
	t.Helper()
	for {
		before, rest, found := strings.Cut(s, words.Opening)
		if !found {
			return s
		}
		_, after, closed := strings.Cut(rest, words.Closing)
		if !closed {
			t.Errorf("a note is not closed: %.80q", rest)
		}
		s = before + after
	}
}

// golden compares with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("output differs from %s (go test ./ui/export -update writes it anew). Got:\n%s", file, got)
	}
}
