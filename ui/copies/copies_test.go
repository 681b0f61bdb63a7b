package copies_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"reftel/internal/screen"
	"reftel/model"
	"reftel/model/compare"
	"reftel/parser"
	"reftel/ui/copies"
	"reftel/ui/theme"
	"reftel/ui/words"
)

var update = flag.Bool("update", false, "write the drawings anew")

// read returns the one cable of a file of testdata.
func read(t testing.TB, file string) *model.Cable {
	t.Helper()
	file = filepath.Join("testdata", "library", file)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	cables := parser.Parse(file, data, parser.Options{}).Cables
	if len(cables) != 1 {
		t.Fatalf("%s has %d cables", file, len(cables))
	}
	return cables[0]
}

func content(a, b *model.Cable) copies.Content {
	c := compare.Cables(a, b)
	names := words.CopyNames([]*model.Cable{a, b})
	return copies.NewContent(&c, [2]string{names[0], names[1]})
}

// start returns an overlay of that size in which nothing is compared yet.
func start(t testing.TB, themeName string, width, height int) *copies.Copies {
	t.Helper()
	th, err := theme.Set{}.New(themeName, true)
	if err != nil {
		t.Fatal(err)
	}
	c := copies.New(&th)
	c.SetSize(width, height)
	return c
}

// shown returns the comparison of a newspaper's copy with the one that was released.
func shown(t testing.TB, themeName string, width, height int) *copies.Copies {
	t.Helper()
	c := start(t, themeName, width, height)
	c.Show(content(read(t, "gazette.txt"), read(t, "release.txt")))
	return c
}

func TestDrawings(t *testing.T) {
	var got strings.Builder
	drawn := func(what string, c *copies.Copies) {
		fmt.Fprintf(&got, "── %s\n%s", what, screen.Plain(c.View()))
	}
	for _, size := range [][2]int{{12, 6}, {36, 16}, {72, 21}, {112, 37}, {192, 47}} { // inside of the frame; the last three at 80, 120, 200 columns
		c := shown(t, theme.Mono, size[0], size[1])
		drawn(fmt.Sprintf("%dx%d", size[0], size[1]), c)
		if c.Step(1); size[0] < 100 {
			c.Bottom()
			drawn("the end", c)
			continue
		}
		c.Whole()
		c.Choose(-1)
		c.Bottom()
		drawn("the whole text", c)
		if size[0] < 120 {
			c.Fold()
			drawn("as one text", c)
		}
	}
	c := start(t, theme.Mono, 72, 5)
	drawn("at first", c)
	c.Fail("testdata/library/release.txt can't be read: it is gone")
	drawn("failed", c)
	c.Show(content(read(t, "twice.txt"), read(t, "older/twice.txt")))
	drawn("the same", c)
	const golden = "testdata/drawings.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v: go test ./ui/copies -update writes it", err)
	}
	if got.String() != string(want) {
		t.Errorf("the drawings have changed; if that is meant, go test ./ui/copies -update and look at them.\n%s", got.String())
	}
}

// hostile is a cable whose every part tries to act on the terminal, or to pass for words of reftel's.
func hostile(more string) *model.Cable {
	bad := screen.Hostile + " ⟦lost⟧ ⟪+not there⟫ " + more
	return &model.Cable{ID: model.ID{Year: 2009, Station: bad, Serial: 1}, Subject: bad, From: bad, Format: model.Format(bad),
		Tags: []model.Tag{{Code: bad}}, Source: model.Source{File: "dir\x1b]0;x\a/" + bad + ".txt"},
		Blocks: []model.Block{
			{Kind: model.Heading, Text: bad},
			{Kind: model.Paragraph, Number: 1, Marking: model.Marking(bad), Lead: "1. (" + bad + ")", Text: bad + strings.Repeat(bad, 3)},
			{Kind: model.Paragraph, Number: 2, Text: strings.Repeat("船", 60) + more}}}
}

func TestEveryDrawingHasTheSizeItWasGiven(t *testing.T) {
	all := map[string]copies.Content{
		"copies": content(read(t, "gazette.txt"), read(t, "release.txt")), "same": content(read(t, "twice.txt"), read(t, "older/twice.txt")),
		"others": content(read(t, "lone.txt"), read(t, "release.txt")), "hostile": content(hostile("one "+screen.Hostile), hostile("two")),
		"none": content(&model.Cable{}, &model.Cable{}), "one bare": content(&model.Cable{}, hostile("")),
	}
	r := rand.New(rand.NewPCG(1, 2))
	for name, shows := range all {
		for _, themeName := range []string{theme.Dark, theme.Mono} {
			c := start(t, themeName, 0, 0)
			for i := range 80 {
				width, height := r.IntN(220), r.IntN(60)
				switch {
				case i%9 == 0:
					c.Open()
				case i%9 == 1:
					c.Fail(screen.Hostile)
				case i%9 == 2:
					c.Show(shows)
				}
				c.SetSize(width, height)
				for range 6 {
					act(c, r.IntN(11))
				}
				view := c.View()
				if width == 0 || height == 0 {
					continue
				}
				t.Run(name, func(t *testing.T) {
					screen.Exact(t, view, width, height)
					screen.Safe(t, view)
				})
			}
		}
	}
}

// act does one of the movements.
func act(c *copies.Copies, which int) {
	switch which {
	case 0:
		c.Move(1)
	case 1:
		c.Move(-1)
	case 2:
		c.Page(1)
	case 3:
		c.HalfPage(-1)
	case 4:
		c.Step(1)
	case 5:
		c.Step(-1)
	case 6:
		c.Top()
	case 7:
		c.Bottom()
	case 8:
		c.Whole()
	case 9:
		c.Fold()
	case 10:
		c.Choose(1)
	}
}

// A source can't pass its own words off as reftel's, nor as words that differ.
func TestWordsOfASourceAreNotTakenForSigns(t *testing.T) {
	for _, width := range []int{60, 150} {
		c := start(t, theme.Mono, width, 80)
		c.Show(content(hostile("one"), hostile("two")))
		if view := screen.Plain(c.View()); !strings.Contains(view, "⟨U+27E6⟩lost⟨U+27E7⟩") || strings.Contains(view, "⟦lost") || strings.Contains(view, "⟪+not") {
			t.Errorf("in %d cells\n%s", width, view)
		}
	}
}

// at returns the words of what is selected, and the copy that they are asked of.
func at(c *copies.Copies, in copies.Content) string {
	side, block, span, ok := c.Selected()
	cable := in.Comparison.Cable(side)
	switch {
	case !ok:
		return "nothing"
	case block < 0:
		return fmt.Sprintf("%d: head", side)
	}
	return fmt.Sprintf("%d: block %d %q", side, cable.Blocks[block].Number, span.In(cable.Blocks[block].Text))
}

func TestSteppingFromPlaceToPlace(t *testing.T) {
	c := start(t, theme.Mono, 112, 12)
	if got := at(c, copies.Content{Comparison: &compare.Comparison{}}); got != "nothing" {
		t.Errorf("before the comparison: %s", got)
	}
	in := content(read(t, "gazette.txt"), read(t, "release.txt"))
	c.Show(in)
	var got []string
	for c.Step(1) {
		got = append(got, at(c, in))
		if !strings.Contains(screen.Plain(c.View()), "▌") {
			t.Fatalf("what is selected isn't seen:\n%s", screen.Plain(c.View()))
		}
	}
	head := "1: head"
	want := []string{head, head, head, head, head, head, `1: block 2 "Captain Ruy Albergaria"`, `1: block 2 "received"`,
		`1: block 2 "always will."`, `1: block 3 ""`, `1: block 3 "One member, [name not declassified], votes against everything."`, `1: block 0 "A Last Look"`, `1: block 4 "July"`,
		`1: block 4 "weather and the guild. End Comment."`}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("stepped to\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	c.Choose(-1)
	c.Step(-1)
	c.Step(-1)
	if got := at(c, in); got != `0: block 3 ""` {
		t.Errorf("where the first copy has no heading: %s", got)
	}
	c.Top()
	if got := at(c, in); got != "0: head" {
		t.Errorf("at the top: %s", got)
	}
}

// Scrolled away from what was selected, what is in sight is; and where all is in sight the arrows select: they reach every
// passage.
func TestArrowsReachEveryPassage(t *testing.T) {
	for _, size := range [][2]int{{60, 10}, {60, 60}, {112, 14}, {112, 60}} {
		c := start(t, theme.Mono, size[0], size[1])
		in := content(read(t, "gazette.txt"), read(t, "release.txt"))
		c.Show(in)
		for _, dir := range []int{1, -1} {
			seen := map[string]bool{}
			for range 100 {
				passage, _, _ := strings.Cut(at(c, in), ` "`)
				seen[passage] = true
				c.Move(dir)
			}
			if len(seen) != 5 { // the header, paragraphs 2 to 4, a heading
				t.Errorf("%v: with %d to %v", size, dir, seen)
			}
		}
	}
}

// The whole text has the words of both copies, and what was selected stays selected.
func TestTheWholeText(t *testing.T) {
	for _, width := range []int{40, 72, 112} {
		c := start(t, theme.Dark, width, 300)
		in := content(read(t, "gazette.txt"), read(t, "release.txt"))
		c.Show(in)
		c.Bottom()
		before := at(c, in)
		c.Whole()
		if after := at(c, in); after != before {
			t.Errorf("%s became %s", before, after)
		}
		view := strings.Join(strings.Fields(strings.NewReplacer("⟪−", " ", "⟪+", " ", "⟫", " ", "│", " ").Replace(ansi.Strip(c.View()))), " ")
		for _, b := range in.Comparison.B.Blocks {
			if b.Kind != model.Paragraph {
				continue
			}
			for _, word := range strings.Fields(b.Text) {
				if !strings.Contains(view, strings.Trim(word, ".,")) {
					t.Errorf("in %d cells %q is missing", width, word)
				}
			}
		}
		c.Whole()
		if after := at(c, in); after != before {
			t.Errorf("%s became %s", before, after)
		}
	}
}

func TestResizingKeepsWhatIsSelectedInSight(t *testing.T) {
	c := shown(t, theme.Mono, 112, 20)
	for range 7 {
		c.Step(1)
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		c.SetSize(12+r.IntN(200), 8+r.IntN(40))
		if !strings.Contains(screen.Plain(c.View()), "\n▌") {
			t.Fatalf("not in sight:\n%s", screen.Plain(c.View()))
		}
	}
}

// With colours the words that differ are lit; without, they stand between signs.
func TestNoMeaningByColourAlone(t *testing.T) {
	mono, dark := shown(t, theme.Mono, 112, 40).View(), shown(t, theme.Dark, 112, 40).View()
	if !strings.Contains(ansi.Strip(mono), "⟪Captain Ruy Albergaria⟫") || strings.Contains(ansi.Strip(dark), "⟪") || !strings.Contains(ansi.Strip(dark), "redacted") {
		t.Errorf("mono\n%s\ndark\n%s", screen.Plain(mono), screen.Plain(dark))
	}
	if one := ansi.Strip(shown(t, theme.Dark, 72, 40).View()); !strings.Contains(one, "⟪−XXXXXXXXXXXX⟫⟪+Captain Ruy") {
		t.Errorf("as one text\n%s", one)
	}
}
