package cite_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/model"
	"reftel/model/cite"
)

var update = flag.Bool("update", false, "write testdata anew")

// citation returns the citation of a specimen.
func citation(c *model.Cable, block int) cite.Citation {
	if block < 0 {
		return cite.Of(c)
	}
	return cite.OfBlock(c, block)
}

func TestCitations(t *testing.T) {
	var got strings.Builder
	var keys cite.Keys
	for _, s := range specimens {
		c := citation(s.cable, s.block)
		fmt.Fprintf(&got, "== %s\n%s\n", s.what, c.Text())
		if s.entries {
			key := keys.Of(c)
			item, err := json.Marshal(c.CSL(key))
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&got, "%s%s%s\n", c.BibTeX(key), c.RIS(key), item)
		}
	}
	file := filepath.Join("testdata", "citations.txt")
	text := strings.NewReplacer("\x1b", "<ESC>", "\u202e", "<RLO>", " \n", "<BLANK>\n").Replace(got.String())
	if *update {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != text {
		t.Errorf("citations differ from %s (go test ./model/cite -update writes it anew):\n%s", file, text)
	}
}

// Whatever a source holds, an entry must have the shape that a program reads.
func TestNothingBreaksOutOfAnEntry(t *testing.T) {
	var keys cite.Keys
	for _, s := range specimens {
		c := citation(s.cable, s.block)
		if n := strings.Count(c.Text(), "\n"); n > 0 {
			t.Errorf("%s: the sentence has %d line ends", s.what, n)
		}
		depth := 0
		entry := c.BibTeX(keys.Of(c))
		for i, r := range entry { // as BibTeX counts: a backslash makes no difference
			switch r {
			case '{':
				depth++
			case '}':
				depth--
			}
			if depth < 1 && i > len("@incollection{") && i < len(entry)-2 {
				t.Errorf("%s: the entry ends at byte %d of %q", s.what, i, entry)
				break
			}
		}
		if depth != 0 {
			t.Errorf("%s: %d braces are left open", s.what, depth)
		}
		lines := strings.Split(strings.TrimSuffix(c.RIS("k"), "\n"), "\n")
		for i, l := range lines {
			last := i == len(lines)-1
			if tag := l[:min(len(l), 6)]; len(tag) < 6 || tag[2:] != "  - " || (tag[:2] == "ER") != last || (tag[:2] == "TY") != (i == 0) || strings.Contains(l[6:], "  ") {
				t.Errorf("%s: line %d of the record is %q", s.what, i+1, l)
			}
		}
	}
}

func TestKeysAreDistinctAndPlain(t *testing.T) {
	var keys cite.Keys
	var got []string
	for _, c := range []cite.Citation{
		cite.Of(whole()), cite.Of(whole()), cite.OfBlock(whole(), 1), cite.OfBlock(whole(), 3), cite.OfBlock(whole(), 5), cite.OfBlock(whole(), 2),
		cite.Of(document("frus1977-80v15", 7, model.FRUSTEI)), cite.OfBlock(document("frus1977-80v15", 7, model.FRUSTEI), 2),
		cite.Of(&model.Cable{Source: model.Source{SHA256: "0123456789abcdef"}}), cite.Of(&model.Cable{}), cite.Of(&model.Cable{}),
		{ID: model.ID{Year: 2009, Station: "A}, b\n{ü", Serial: 1}},
	} {
		got = append(got, keys.Of(c))
	}
	const want = "09PORTVERDE83 09PORTVERDE83-2 09PORTVERDE83-p1 09PORTVERDE83-p2a 09PORTVERDE83-p2 09PORTVERDE83-p2-2 " +
		"frus1977-80v15-d7 frus1977-80v15-d7-n3 cable-0123456789ab cable cable-2 09Ab1"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("%s, want\n%s", s, want)
	}
}

func TestPassages(t *testing.T) {
	enclosed := &model.Cable{Blocks: []model.Block{
		{Kind: model.Paragraph, Text: "before all numbers"}, {Kind: model.Paragraph, Number: 1}, {Kind: model.Paragraph, Text: "goes on"},
		{Kind: model.Preformatted}, {Kind: model.Heading}, {Kind: model.Paragraph, Text: "of the heading"}, {Kind: model.Paragraph, Number: 1}, {Kind: model.Note, Letter: "1"},
	}}
	counted := &model.Cable{Blocks: []model.Block{{Kind: model.Header}, {Kind: model.Paragraph}, {Kind: model.SubParagraph}, {Kind: model.Paragraph}}}
	for _, tt := range []struct {
		what   string
		cable  *model.Cable
		number int
		want   string
	}{
		{"twice", enclosed, 1, "[{1 4} {6 7}]"},
		{"not there", enclosed, 2, "[]"},
		{"no number of a paragraph", enclosed, 0, "[]"},
		{"counted", counted, 1, "[{1 3}]"},
		{"counted", counted, 2, "[{3 4}]"},
		{"beyond the count", counted, 3, "[]"},
		{"an edition that begins with 2", document("frus1977-80v15", 1, model.FRUSTEI), 1, "[{0 1}]"},
		{"an empty cable", &model.Cable{}, 1, "[]"},
	} {
		if got := fmt.Sprint(cite.Passages(tt.cable, tt.number)); got != tt.want {
			t.Errorf("%s: paragraph %d is %s, want %s", tt.what, tt.number, got, tt.want)
		}
	}
}

func TestQuoteIsVerbatim(t *testing.T) {
	quoted := func(c *model.Cable, number int) string {
		out := ""
		for _, p := range cite.Quote(c, cite.Passages(c, number)[0]) {
			if p.Own {
				p.Text = "⟦" + p.Text + "⟧"
			}
			out += p.Text
		}
		return out
	}
	if got, want := quoted(whole(), 1), "1. (C) Summary: XXXXXXXXXXXX (strictly protect) saw teh lamp."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	const want = "2. (S/NF) The keepers are of two minds:\n\na. (S) some wait for oil, and\n\n-- some want to win hearts and ⟦end lost in this copy⟧\n\nThis goes on."
	if got := quoted(whole(), 2); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := quoted(document("frus1977-80v15", 1, model.FRUSTEI), 2); !strings.HasSuffix(got, "\u00a0[name not declassified]") {
		t.Errorf("%q", got)
	}
	all := &model.Cable{Blocks: []model.Block{{Kind: model.Paragraph, Number: 1, EndLost: true}}}
	if got := quoted(all, 1); got != "⟦end lost in this copy⟧" {
		t.Errorf("of a paragraph of which nothing is left: %q", got)
	}
}

// What is quoted and is not reftel's own must be the source's words, all of them.
func FuzzQuote(f *testing.F) {
	f.Add("text with ⟦ brackets ⟧", 3, 5, true)
	f.Add("", 0, 0, true)
	f.Fuzz(func(t *testing.T, text string, at, to int, lost bool) {
		c := &model.Cable{Blocks: []model.Block{{Kind: model.Paragraph, Number: 1, Lead: "1.", Text: text, EndLost: lost}},
			Marks: []model.Mark{{Kind: model.Loss, Span: model.Span{Start: at, End: at}}, {Kind: model.Redaction, Span: model.Span{Start: at, End: to}}, {Kind: model.Loss, Block: to}}}
		words := ""
		for _, p := range cite.Quote(c, cite.Passage{First: 0, End: 1}) {
			if !p.Own {
				words += p.Text
			}
		}
		squeezed := strings.NewReplacer(" ", "")
		if squeezed.Replace(words) != squeezed.Replace("1."+text) {
			t.Errorf("%q of %q", words, text)
		}
		for _, entry := range []string{cite.OfBlock(c, 0).RIS("k"), cite.OfBlock(&model.Cable{Subject: text, Origin: text}, 0).RIS("k")} {
			if strings.Count(entry, "\nER  - ") != 1 || strings.Count(entry, "\nTI  - ") != 1 {
				t.Errorf("%q", entry)
			}
		}
	})
}
