package reader

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"reftel/model"
	"reftel/model/library"
	"reftel/sample"
	"reftel/ui/theme"
)

func sampleCables(t *testing.T) []*model.Cable {
	t.Helper()
	l := library.New()
	library.Load(context.Background(), library.InputsFS(sample.FS()), library.LoadOptions{}, l.Add)
	if l.Len() == 0 {
		t.Fatal("the sample is empty")
	}
	return l.Cables()
}

func open(t *testing.T, c *model.Cable, width, height int) *Reader {
	t.Helper()
	th, err := theme.New(theme.Dark, true)
	if err != nil {
		t.Fatal(err)
	}
	r := New(&th, func(m model.Mark) model.RefState { return m.State })
	r.SetSize(width, height)
	r.Show(c)
	return r
}

// Nothing in a cable is hidden and nothing is shown twice: every character of every block that is
// not white space stands in exactly one row, whatever the width.
func TestEveryCharacterIsShownOnce(t *testing.T) {
	for _, c := range sampleCables(t) {
		for _, width := range []int{1, 7, 20, 33, 43, 49, 64, 120, 300} {
			r := open(t, c, width, 40)
			shown := make([][]bool, len(c.Blocks))
			for i := range c.Blocks {
				shown[i] = make([]bool, len(c.Blocks[i].Text))
			}
			for i := range r.doc.items {
				for _, row := range r.doc.rows(i) {
					for _, p := range row.parts {
						for _, run := range p.line.Runs {
							for b := run.At.Start; b < run.At.End && p.block >= 0; b++ {
								if shown[p.block][b] && run.At.Len() == len(run.Text) {
									t.Fatalf("%s, width %d: byte %d of block %d is shown twice", c.ID, width, b, p.block)
								}
								shown[p.block][b] = true
							}
						}
					}
				}
			}
			for i, bytes := range shown {
				for b, ok := range bytes {
					if !ok && !strings.ContainsRune(" \n\t", rune(c.Blocks[i].Text[b])) {
						t.Fatalf("%s, width %d: byte %d of block %d (%s) is not shown: %q", c.ID, width, b, i, c.Blocks[i].Kind, c.Blocks[i].Text)
					}
				}
			}
		}
	}
}

// Numbers and markings stand in the margin, or in the text where there is none, and are never cut.
func TestNumbersAndMarkingsAreNeverCut(t *testing.T) {
	c := &model.Cable{Blocks: []model.Block{
		{Kind: model.Paragraph, Number: 7, Marking: "S//NF", Lead: "7. (S//NF)", Text: "One."},
		{Kind: model.Paragraph, Number: 12, Marking: "C/REL NATO AND ALL THE OTHERS", Lead: "12. (C/REL NATO AND ALL THE OTHERS)", Text: "Two."},
		{Kind: model.Paragraph, Number: 1234, Marking: "U", Lead: "1234. (U)", Text: "Three."},
		{Kind: model.SubParagraph, Letter: "a", Lead: "a.", Text: "Four."},
	}}
	for _, width := range []int{24, 36, 50, 70, 140} {
		r := open(t, c, width, 60)
		plain := ansi.Strip(r.View())
		words := strings.Join(strings.Fields(plain), "")
		for _, want := range []string{"7", "S//NF", "12", "C/RELNATO", "OTHERS", "1234", "U", "a."} {
			if !strings.Contains(words, want) {
				t.Errorf("width %d: %q is not shown:\n%s", width, want, plain)
			}
		}
	}
}

func TestLossesAndPageMarkersHaveTheirSigns(t *testing.T) {
	c := &model.Cable{
		Blocks: []model.Block{{Kind: model.Paragraph, Number: 1, Lead: "1.", EndLost: true,
			Text: strings.Repeat("The quay was empty. ", 12) + "and then the"}},
		Marks: []model.Mark{{Kind: model.PageBreak, Span: model.Span{Start: 90, End: 90}, Page: 2, Pages: 5}},
	}
	plain := ansi.Strip(open(t, c, 70, 20).View())
	for _, want := range []string{"the" + LostSign, "p.2/5"} {
		if !strings.Contains(plain, want) {
			t.Errorf("%q is not shown:\n%s", want, plain)
		}
	}
}

// A document of an edition: footnotes stand below a line under the text, their signs raised where they
// belong, and what the publisher added stands last, wherever it is in the file.
func TestNotesAndStampsHaveTheirPlaces(t *testing.T) {
	c := &model.Cable{
		Blocks: []model.Block{
			{Kind: model.Paragraph, Number: 1, Lead: "1.", Text: strings.Repeat("The quay was empty. ", 12)},
			{Kind: model.Header, Role: model.PublisherRole, Lead: "Film Number:", Text: "D740001-0001"},
			{Kind: model.Note, Letter: "1", Lead: "1", Text: "Dated May 4. Not printed."},
			{Kind: model.Note, Letter: "2", Lead: "2", Text: "See Document 7."},
		},
		Marks: []model.Mark{
			{Kind: model.NoteSign, Target: "1", Span: model.Span{Start: 90, End: 90}},
			{Kind: model.Stamp, Form: "RELEASED 2005", Span: model.Span{Start: 180, End: 180}},
			{Kind: model.Stamp, Form: "RELEASED 2005", Span: model.Span{Start: 180, End: 180}},
		},
	}
	plain := ansi.Strip(open(t, c, 80, 24).View())
	last := -1
	for _, want := range []string{"The quay w", "¹", "as empty", "stamp", "───", "  1 Dated May 4", "  2 See Document 7", "───", "Film Number: D740001-0001"} {
		at := strings.Index(plain[last+1:], want)
		if at < 0 {
			t.Fatalf("%q does not stand where it should:\n%s", want, plain)
		}
		last += 1 + at
	}
	if strings.Count(plain, "stamp") != 1 {
		t.Errorf("two stamps at one place are one sign:\n%s", plain)
	}
}

func TestHostileTextIsVisible(t *testing.T) {
	bad := "a\x1b]52;c;eA==\a b\x1b[2J \u009b31m \u202egnorw \x00 end"
	c := &model.Cable{Subject: bad, Origin: bad, Caveats: []string{bad}, Blocks: []model.Block{
		{Kind: model.Header, Role: model.SubjectRole, Lead: bad, Text: bad},
		{Kind: model.Header, Role: model.TagsRole, Lead: bad, Text: bad},
		{Kind: model.Paragraph, Number: 1, Marking: model.Marking(bad), Lead: bad, Text: bad},
		{Kind: model.SubParagraph, Letter: bad, Lead: bad, Text: bad},
		{Kind: model.Preformatted, Text: bad},
	}}
	for _, width := range []int{10, 30, 50, 100} {
		view := open(t, c, width, 60).View()
		for _, r := range ansi.Strip(view) {
			if r < ' ' && r != '\n' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == '\u202e' {
				t.Fatalf("width %d: %U reaches the screen", width, r)
			}
		}
		if strings.Contains(view, "\x1b]52") || strings.Contains(view, "\x1b[2J") {
			t.Fatalf("width %d: an escape sequence reaches the screen", width)
		}
	}
}

func TestStepsVisitEveryMarkInReadingOrder(t *testing.T) {
	for _, c := range sampleCables(t) {
		for _, w := range []Walk{References, Redactions, Losses} {
			r := open(t, c, 90, 20)
			want := len(r.spots(w))
			n := 0
			for {
				at, of, ok := r.Step(w, 1)
				if !ok {
					break
				}
				n++
				if at != n || of != want {
					t.Fatalf("%s: step %d says %d of %d, want of %d", c.ID, n, at, of, want)
				}
				f := r.Focus()
				if p := r.doc.at(Anchor{r.doc.itemOf()[f.Block], f.Block, f.Span.Start}); !r.onScreen(p) {
					t.Fatalf("%s: step %d leads to what is not on the screen", c.ID, n)
				}
			}
			if n != want {
				t.Errorf("%s: %d places, %d visited", c.ID, want, n)
			}
			for n--; n > 0; n-- {
				if at, _, ok := r.Step(w, -1); !ok || at != n {
					t.Fatalf("%s: back at %d, %v; want %d", c.ID, at, ok, n)
				}
			}
		}
	}
}

// Header blocks that flow share an item; their marks begin at the same byte.
func TestStepsLeaveNoMarkOfTheHeaderBehind(t *testing.T) {
	c := &model.Cable{Blocks: []model.Block{
		{Kind: model.Header, Role: model.OtherHeaderRole, Text: "MISC: XXXXXX"},
		{Kind: model.Header, Role: model.OtherHeaderRole, Text: "DATE: XXXXXX"},
		{Kind: model.Paragraph, Number: 1, Text: "Then XXXXXX."},
	}}
	for i := range c.Blocks {
		at := strings.Index(c.Blocks[i].Text, "X")
		c.Marks = append(c.Marks, model.Mark{Kind: model.Redaction, Block: i, Span: model.Span{Start: at, End: at + 6}, Form: "XXXXXX"})
	}
	r := open(t, c, 80, 20)
	for want := 1; want <= 3; want++ {
		if at, _, ok := r.Step(Redactions, 1); !ok || at != want {
			t.Fatalf("step %d leads to %d, %v", want, at, ok)
		}
	}
	if _, _, ok := r.Step(Redactions, 1); ok {
		t.Error("behind the last redaction there is another")
	}
	r.ClearFocus()
	if at, _, ok := r.Step(Redactions, -1); !ok || at != 3 {
		t.Errorf("back from the end of the screen: %d, %v; want the last one in sight", at, ok)
	}
}

func TestScrollingUpUndoesScrollingDown(t *testing.T) {
	c := sampleCables(t)[0]
	r := open(t, c, 80, 24)
	first := r.View()
	for range 7 {
		r.Page(1)
	}
	r.Move(-1000)
	if r.View() != first {
		t.Error("back at the top, the view is another one")
	}
	r.Bottom()
	last := r.View()
	r.Move(50)
	if r.View() != last {
		t.Error("one can scroll beyond the end")
	}
}

func TestEveryViewIsExact(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	cables := sampleCables(t)
	r := open(t, cables[0], 80, 24)
	for i := range 200 {
		w, h := 1+rnd.IntN(200), 1+rnd.IntN(60)
		r.SetTitled(i%3 > 0)
		r.SetSize(w, h)
		switch i % 5 {
		case 0:
			r.Show(cables[rnd.IntN(len(cables))])
		case 1:
			r.Step(Walk(rnd.IntN(4)), 1)
		case 2:
			r.Move(rnd.IntN(60) - 20)
		case 3:
			r.Search([]string{"", "light", "the", "zzz"}[rnd.IntN(4)])
		}
		lines := strings.Split(r.View(), "\n")
		if len(lines) != h {
			t.Fatalf("%dx%d: %d rows", w, h, len(lines))
		}
		for _, l := range lines {
			if got := ansi.StringWidth(l); got != w {
				t.Fatalf("%dx%d: a row of %d cells: %q", w, h, got, ansi.Strip(l))
			}
		}
	}
}

func TestSourceShowsThePlaceThatIsRead(t *testing.T) {
	c := &model.Cable{
		Blocks: []model.Block{
			{Kind: model.Header, Role: model.ClassificationRole, Text: "SECRET", Pieces: []model.Piece{{Text: model.Span{End: 6}, File: model.Span{Start: 100, End: 106}}}},
		},
		Source: model.Source{Span: model.Span{Start: 100, End: 900}},
	}
	source := "SECRET\n"
	for i := 1; i <= 40; i++ {
		text := fmt.Sprintf("Paragraph number %d has words.", i)
		at := 100 + len(source)
		c.Blocks = append(c.Blocks, model.Block{Kind: model.Paragraph, Number: i, Text: text,
			Pieces: []model.Piece{{Text: model.Span{End: len(text)}, File: model.Span{Start: at, End: at + len(text)}}}})
		source += text + "\n"
	}
	r := open(t, c, 80, 12)
	for range 20 {
		r.Step(Paragraphs, 1)
	}
	r.ShowSource([]byte(source))
	if top := strings.Split(ansi.Strip(r.View()), "\n")[1]; !strings.Contains(top, "number 20 ") {
		t.Errorf("the source begins with %q", top)
	}
	r.Move(5)
	r.ShowCable()
	if plain := ansi.Strip(r.View()); !strings.Contains(plain, "number 25 ") {
		t.Errorf("back from the source, paragraph 25 is not in sight:\n%s", plain)
	}
}

// That there are copies is known a moment after a cable is open: the place that is read stays, and it is still said after a
// resize and behind the source, but not of the next cable.
func TestTheCardSaysThatThereAreCopies(t *testing.T) {
	all := sampleCables(t)
	r := open(t, all[0], 40, 12)
	said := func() bool {
		r.Top()
		return strings.Contains(strings.Join(strings.Fields(ansi.Strip(r.View())), " "), "2 copies: C compares them")
	}
	r.Move(15)
	before := strings.Split(ansi.Strip(r.View()), "\n")[1]
	r.SetCopies("2 copies: C compares them")
	if after := strings.Split(ansi.Strip(r.View()), "\n")[1]; after != before {
		t.Errorf("the row at the top was %q and is %q", before, after)
	}
	if !said() {
		t.Errorf("not said:\n%s", ansi.Strip(r.View()))
	}
	r.SetSize(90, 40)
	if !said() {
		t.Error("not said after a resize")
	}
	r.ShowSource([]byte("SOURCE"))
	r.SetCopies("")
	r.SetCopies("2 copies: C compares them")
	r.ShowCable()
	if !said() {
		t.Error("not said behind the source")
	}
	if r.SetCopies(""); said() {
		t.Error("still said")
	}
	r.SetCopies("2 copies: C compares them")
	if r.Show(all[1]); said() {
		t.Error("said of the next cable")
	}
}
