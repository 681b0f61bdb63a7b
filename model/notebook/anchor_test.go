package notebook_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"reftel/model"
	"reftel/model/notebook"
	"reftel/parser"
)

// vocabulary is what invented paragraphs are made of.
var vocabulary = strings.Fields(`the keeper of lighthouse said that harbor board had met twice and would not give its
	consent to a new quay before spring while ambassador Quill asked for minutes no one could find them in Porto Cinza nor
	at sea where ferry strike went on minister denied everything but his cousin bought two hotels with borrowed money from
	bank whose chairman fished every Sunday off breakwater near customs shed old and leaking`)

// paragraphs invents some; those of different seeds have different words in another order.
func paragraphs(r *rand.Rand, n int) []string {
	out := make([]string, n)
	for i := range out {
		words := make([]string, 15+r.IntN(60))
		for k := range words {
			words[k] = vocabulary[r.IntN(len(vocabulary))]
		}
		out[i] = fmt.Sprintf("Matter %d-%d: %s.", i, r.IntN(1000), strings.Join(words, " "))
	}
	return out
}

// telegram writes a telegram with lines of about a width, its paragraphs numbered from 1.
func telegram(width int, texts ...string) string {
	var b strings.Builder
	b.WriteString("R 050900Z FEB 09\nFM AMEMBASSY VIENNA\nTO SECSTATE WASHDC\nUNCLAS VIENNA 000081\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: THE LIGHT\n")
	for i, text := range texts {
		line := fmt.Sprintf("\n%d. (U)", i+1)
		for _, word := range strings.Fields(text) {
			if len(line)+len(word) > width {
				b.WriteString(line + "\n")
				line = word
				continue
			}
			line += " " + word
		}
		b.WriteString(line + "\n")
	}
	b.WriteString("\nMORROW\n")
	return b.String()
}

func parsed(t testing.TB, text string) *model.Cable {
	t.Helper()
	all := parser.Parse("a.txt", []byte(text), parser.Options{}).Cables
	if len(all) != 1 {
		t.Fatalf("%d cables in\n%s", len(all), text)
	}
	return all[0]
}

// Whatever word of whatever block is anchored: read again, it is found there; with other line ends, in the paragraph of the
// same number; below paragraphs that were put in above, in the one with the same text.
func TestAnchorsAreFoundAgain(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 1))
		texts := paragraphs(r, 3+r.IntN(8))
		c := parsed(t, telegram(72, texts...))
		again, rewrapped := parsed(t, telegram(72, texts...)), parsed(t, telegram(30+r.IntN(60), texts...))
		above := paragraphs(rand.New(rand.NewPCG(seed, 2)), 1+r.IntN(4))
		longer := parsed(t, telegram(40+r.IntN(60), slices.Concat(above, texts)...))
		for i := range c.Blocks {
			b := &c.Blocks[i]
			if b.Text == "" || b.Kind == model.Rule {
				continue
			}
			at := r.IntN(len(b.Text) + 1)
			a := notebook.AnchorAt(c, i, at)
			if f := a.Find(again); f.How != notebook.Exact || f.Block != i || !strings.HasPrefix(b.Text[f.Span.Start:], firstWord(a.Quote)) {
				t.Errorf("seed %d, block %d (%q): read again it is found as %+v", seed, i, a.Quote, f)
			}
			f := a.Find(rewrapped)
			if f.How != notebook.Exact || strings.Join(strings.Fields(rewrapped.Blocks[f.Block].Text), " ") != strings.Join(strings.Fields(b.Text), " ") {
				t.Errorf("seed %d, block %d (%q): with other line ends it is found as %+v", seed, i, a.Quote, f)
			}
			want := notebook.Exact
			if b.Number > 0 {
				want = notebook.Moved
			}
			if short := len(strings.Fields(a.Quote)) < 4; short { // a few words may stand in what was put in, too
				continue
			}
			if f = a.Find(longer); f.How != want || f.Block < 0 || b.Number > 0 && longer.Blocks[f.Block].Number != b.Number+len(above) {
				t.Errorf("seed %d, block %d (%q): below %d more it is found as %+v", seed, i, a.Quote, len(above), f)
			}
		}
	}
}

func firstWord(s string) string { return strings.Fields(s)[0] }

// A copy in which words are hidden is found by the others; what has nothing of it is not taken for it.
func TestAnchorsInOtherTexts(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 3))
		texts := paragraphs(r, 6)
		c := parsed(t, telegram(72, texts...))
		hidden := slices.Clone(texts)
		for i, text := range hidden {
			words := strings.Fields(text)
			for range len(words) / 4 {
				words[r.IntN(len(words))] = "XXXXXXXX"
			}
			words[len(words)-1] = "XXXXXXXX"
			hidden[i] = strings.Join(words, " ")
		}
		redacted := parsed(t, telegram(50, hidden...))
		other := parsed(t, telegram(72, "Prices rose.", "Nobody minds; see septel.", "Comment follows. End comment."))
		for number := 1; number <= len(texts); number++ {
			i, _ := c.Paragraph(number)
			a := notebook.AnchorAt(c, i, 0)
			if f := a.Find(redacted); f.How != notebook.Similar || f.Block < 0 || redacted.Blocks[f.Block].Number != number {
				t.Errorf("seed %d, paragraph %d: in a redacted copy it is found as %+v", seed, number, f)
			}
			if f := a.Find(other); f.How != notebook.Lost || f.Block != -1 {
				t.Errorf("seed %d, paragraph %d: in another text it is found as %+v", seed, number, f)
			}
		}
	}
}

func block(kind model.BlockKind, number int, text string) model.Block {
	return model.Block{Kind: kind, Number: number, Text: text}
}

func TestAnchorsOfOddPlaces(t *testing.T) {
	endless := strings.Repeat("é", 2000)
	c := &model.Cable{Subject: "THE LIGHT", Source: model.Source{SHA256: strings.Repeat("a", 64)}, Blocks: []model.Block{
		block(model.Heading, 0, "Comment"),
		block(model.Paragraph, 1, "Comment: the keeper - of el-Jahmi's light - said “no”. Then the keeper slept."),
		block(model.SubParagraph, 0, "first, the lamp"),
		block(model.Preformatted, 0, "lamp    1\nglass   2"),
		block(model.Heading, 0, "Comment"),
		block(model.Paragraph, 2, "Same words."),
		block(model.Paragraph, 3, "Same words."),
		block(model.Paragraph, 4, endless),
		block(model.Paragraph, 5, "-- ? --"),
		block(model.Paragraph, 6, ""),
		block(model.Note, 0, "See the lamp."),
		block(model.Preformatted, 0, strings.Repeat("a      \n", 1000)+"end"),
	}}
	for i := range c.Blocks {
		a := notebook.AnchorAt(c, i, 0)
		if f := a.Find(c); f.How != notebook.Exact || f.Block != i {
			t.Errorf("block %d (%q) is found as %+v", i, a.Quote, f)
		}
		if len(a.Quote) > 600 {
			t.Errorf("block %d: %d bytes are quoted", i, len(a.Quote))
		}
	}
	for block, paragraph := range map[int]int{0: 0, 1: 1, 2: 1, 3: 1, 4: 0, 5: 2, 10: 0} {
		if a := notebook.AnchorAt(c, block, 0); a.Paragraph != paragraph {
			t.Errorf("block %d is said to be in paragraph %d, want %d", block, a.Paragraph, paragraph)
		}
	}
	second := strings.LastIndex(c.Blocks[1].Text, "the keeper")
	a := notebook.AnchorAt(c, 1, second+1) // inside a word
	if f := a.Find(c); a.Start != second || f.Span.Start != second {
		t.Errorf("the second of two equal words, at %d: %+v is found as %+v", second, a, f)
	}
	// Signs between words, case and accents make no difference.
	copied := &model.Cable{Source: c.Source, Blocks: []model.Block{block(model.Paragraph, 1, "COMMENT - the\nkeeper of el Jahmi,s light said \"no\"; then the keeper slept")}}
	a = notebook.AnchorAt(c, 1, 0)
	if f := a.Find(copied); f.How != notebook.Exact || f.Span.Start != 0 {
		t.Errorf("in a copy with other signs it is found as %+v", f)
	}
	// Where nothing is quoted, the number tells.
	byNumber := notebook.Anchor{SHA256: c.Source.SHA256, Paragraph: 3, Kind: model.Paragraph}
	if f := byNumber.Find(c); f.How != notebook.Exact || f.Block != 6 {
		t.Errorf("paragraph 3 is found as %+v", f)
	}
	byNumber.Paragraph = 9
	if f := byNumber.Find(c); f.How != notebook.Lost {
		t.Errorf("paragraph 9 is found as %+v", f)
	}
}

func TestAnchorsOfTheCableItself(t *testing.T) {
	c := parsed(t, telegram(72, "Only this."))
	for _, i := range []int{-1, len(c.Blocks), 1 << 30} {
		a := notebook.AnchorAt(c, i, 7)
		if f := a.Find(c); f.How != notebook.Exact || f.Block != -1 || a.Key() != c.Key() || a.Title != "THE LIGHT" {
			t.Errorf("block %d: %+v is found as %+v", i, a, f)
		}
	}
	a := notebook.AnchorAt(c, 0, -5)
	if f := a.Find(&model.Cable{}); f.How != notebook.Lost || f.Block != -1 {
		t.Errorf("in a cable without text it is found as %+v", f)
	}
}

// No text makes the search fail, and an anchor is found in the text that it was made of.
func FuzzAnchor(f *testing.F) {
	f.Add("The keeper\nsaid no.", "The keeper said nothing.", 5)
	f.Add("XXXXXXXX", "", 0)
	f.Add("\x00\u202e  é—", "— é", -1)
	f.Fuzz(func(t *testing.T, text, other string, at int) {
		text, other = strings.ToValidUTF8(text, "?"), strings.ToValidUTF8(other, "?")
		c := &model.Cable{Blocks: []model.Block{block(model.Paragraph, 1, other), block(model.Paragraph, 2, text)}}
		a := notebook.AnchorAt(c, 1, at)
		if f := a.Find(c); f.How != notebook.Exact || f.Block != 1 {
			t.Errorf("%q is found as %+v in %q and %q", a.Quote, f, other, text)
		}
		changed := &model.Cable{Blocks: []model.Block{block(model.Heading, 0, text), block(model.Paragraph, 2, other)}}
		if f := a.Find(changed); f.Block < -1 || f.Block > 1 || f.Block >= 0 && f.Span.End > len(changed.Blocks[f.Block].Text) {
			t.Errorf("%+v", f)
		}
	})
}
