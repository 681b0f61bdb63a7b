package overview_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"reftel/internal/screen"
	"reftel/model"
	"reftel/model/library"
	"reftel/ui/overview"
	"reftel/ui/theme"
)

var update = flag.Bool("update", false, "write the drawings anew")

// cables are three years of invented ones: every few hours one, from posts of different diligence.
func cables() []*model.Cable {
	posts := []string{"LISBON", "LISBON", "LISBON", "ELMSTAD", "ELMSTAD", "COLDHARBOR", "PORTVERDE"}
	levels := []model.Level{model.Unclassified, model.Confidential, model.Confidential, model.Secret, model.Sensitive, model.TopSecret}
	codes := []string{"PREL", "PREL", "PGOV", "PHSA", "PO", "ECON", "KCRM", "OVIP", "EFIS", "WINTERBOURNE, HAZEL"}
	r := rand.New(rand.NewPCG(7, 9))
	var out []*model.Cable
	for at := time.Date(2007, 11, 3, 8, 0, 0, 0, time.UTC); at.Year() < 2010; at = at.Add(time.Duration(1+r.IntN(60+3*int(at.Month()))) * time.Hour) {
		c := &model.Cable{Date: at, Station: posts[r.IntN(len(posts))], Classification: levels[r.IntN(len(levels))]}
		for range 1 + r.IntN(3) {
			c.Tags = append(c.Tags, model.Tag{Code: codes[r.IntN(len(codes))]})
		}
		out = append(out, c)
	}
	return append(out, &model.Cable{Station: "LISBON"})
}

func start(t *testing.T, themeName string) *overview.Overview {
	t.Helper()
	th, err := theme.New(themeName, true)
	if err != nil {
		t.Fatal(err)
	}
	return overview.New(&th)
}

// shown returns an overview of cables, of that size.
func shown(t *testing.T, all []*model.Cable, width, height int) *overview.Overview {
	t.Helper()
	o := start(t, theme.Mono)
	o.SetSize(width, height)
	o.Show(overview.Content{Facets: library.FacetsOf(all, overview.Most, o.Bars()), Total: len(all)})
	return o
}

// sizes are those inside the frame: from the least screen to a very large one.
var sizes = [][2]int{{16, 2}, {26, 6}, {36, 16}, {36, 36}, {52, 20}, {72, 19}, {112, 35}, {192, 55}}

func TestDrawings(t *testing.T) {
	all := cables()
	var got strings.Builder
	for _, size := range sizes {
		o := shown(t, all, size[0], size[1])
		fmt.Fprintf(&got, "── %dx%d\n%s", size[0], size[1], screen.Plain(o.View()))
		o.Move(1)
		if at := screen.Plain(o.View()); size[1] < 10 {
			fmt.Fprintf(&got, "── %dx%d, below\n%s", size[0], size[1], at)
		}
	}
	const golden = "testdata/drawings.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v: go test ./ui/overview -update writes it", err)
	}
	if got.String() != string(want) {
		t.Errorf("the drawings have changed; if that is meant, go test ./ui/overview -update and look at them.\n%s", got.String())
	}
}

func TestEveryDrawingHasTheSizeItWasGiven(t *testing.T) {
	hostile := &model.Cable{Date: time.Date(2010, 1, 2, 3, 4, 5, 0, time.UTC), Station: screen.Hostile, Classification: model.Secret,
		Tags: []model.Tag{{Code: screen.Hostile}, {Code: strings.Repeat("LONG ", 30)}}}
	sets := map[string][]*model.Cable{
		"none": nil, "one": {hostile}, "undated": {{Station: "LISBON"}}, "bare": {{}},
		"many": cables(),
		"wide": {{From: strings.Repeat("船", 60), Date: time.Date(1, 2, 3, 0, 0, 0, 0, time.UTC)}, {Date: time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)}},
	}
	r := rand.New(rand.NewPCG(1, 2))
	for name, all := range sets {
		for _, themeName := range []string{theme.Dark, theme.Mono} {
			o := start(t, themeName)
			for range 60 {
				width, height := r.IntN(130), r.IntN(50)
				if r.IntN(4) == 0 {
					width = 1 + r.IntN(3)
				}
				o.SetSize(width, height)
				if r.IntN(3) > 0 { // else the bars are still those of another size
					o.Show(overview.Content{Facets: library.FacetsOf(all, overview.Most, o.Bars()), Total: len(all) * r.IntN(3),
						Filter: screen.Hostile, Name: screen.Hostile})
				}
				for range 10 {
					act(o, r.IntN(8))
				}
				if width == 0 || height == 0 {
					o.View()
					continue
				}
				view := o.View()
				t.Run(name, func(t *testing.T) {
					screen.Exact(t, view, width, height)
					screen.Safe(t, view)
				})
			}
		}
	}
}

// act does one of the movements.
func act(o *overview.Overview, which int) {
	switch which {
	case 0:
		o.Move(1)
	case 1:
		o.Move(-1)
	case 2:
		o.Side(1)
	case 3:
		o.Side(-1)
	case 4:
		o.Turn(1)
	case 5:
		o.Turn(-1)
	case 6:
		o.Page(1)
	case 7:
		o.Bottom()
	}
}

// want fails unless the condition of what is selected is this one.
func want(t *testing.T, o *overview.Overview, what, condition string) {
	t.Helper()
	if got, _ := o.Selected(); got != condition {
		t.Errorf("%s: %q is selected, want %q", what, got, condition)
	}
}

func TestMovingInTwoDimensions(t *testing.T) {
	o := shown(t, cables(), 112, 35) // four columns side by side
	o.Top()
	want(t, o, "the first bar", "date:2007-11")
	o.Side(1)
	want(t, o, "the next bar", "date:2007-12")
	o.Bottom()
	want(t, o, "the last bar", "date:2009-12")
	o.Side(1)
	want(t, o, "nothing behind it", "date:2009-12")
	o.Move(-1)
	want(t, o, "nothing above", "date:2009-12")
	o.Move(1)
	want(t, o, "down into the columns", "from:LISBON")
	o.Move(1)
	want(t, o, "the next row", "from:ELMSTAD")
	o.Side(1)
	want(t, o, "the row beside it", "date:2008")
	o.Side(1)
	o.Side(1)
	want(t, o, "the last column", "tag:PHSA")
	o.Side(1)
	want(t, o, "nothing beside it", "tag:PHSA")
	o.Move(-1)
	o.Move(-1)
	want(t, o, "up to the histogram", "date:2009-12")
	o.Move(1)
	want(t, o, "and back where one was", "tag:PREL")
	if o.Turn(1) {
		t.Error("there is something behind the last column")
	}
	o.Begin(1)
	want(t, o, "from the beginning", "date:2009-12")
	if o.Turn(-1) {
		t.Error("there is something before the histogram")
	}
	o.Turn(1)
	want(t, o, "to the posts", "from:ELMSTAD")
	o.Bottom()
	want(t, o, "the last row", "from:PORTVERDE")
	o.Move(1)
	want(t, o, "nothing below", "from:PORTVERDE")
	o.Begin(-1)
	o.Side(-1)
	want(t, o, "from the tags to the left", "class:C")
}

func TestTwoByTwoOneGoesDownFromColumnToColumn(t *testing.T) {
	o := shown(t, cables(), 72, 19)
	o.Move(1)
	o.Bottom()
	o.Move(1)
	want(t, o, "below the posts", "class:C")
	o.Move(-1)
	want(t, o, "above", "from:PORTVERDE")
	o.Turn(1)
	o.Bottom()
	o.Move(1)
	want(t, o, "below the years", "tag:PREL")
}

func TestALongColumnScrolls(t *testing.T) {
	var all []*model.Cable
	for i := range 100 {
		all = append(all, &model.Cable{Station: fmt.Sprintf("POST%02d", i)})
	}
	for _, size := range sizes {
		o := shown(t, all, size[0], size[1])
		for range 3 {
			o.Page(1)
		}
		o.Bottom()
		if !strings.Contains(o.View(), "POST99") || strings.Contains(o.View(), "POST00") {
			t.Errorf("%v: at the bottom\n%s", size, screen.Plain(o.View()))
		}
		o.SetSize(size[0], max(2, size[1]/2))
		if !strings.Contains(o.View(), "POST99") {
			t.Errorf("%v: made lower\n%s", size, screen.Plain(o.View()))
		}
	}
}

func TestWhatIsSelectedStaysSelected(t *testing.T) {
	all := cables()
	o := shown(t, all, 112, 35)
	o.Turn(1)
	o.Move(1)
	for range 300 { // now the second becomes the first
		all = append(all, &model.Cable{Station: "ELMSTAD"})
	}
	o.Show(overview.Content{Facets: library.FacetsOf(all, overview.Most, o.Bars()), Total: len(all)})
	want(t, o, "after the library has grown", "from:ELMSTAD")
	o.Show(overview.Content{Facets: library.FacetsOf([]*model.Cable{{Classification: model.Secret}}, overview.Most, o.Bars()), Total: 1})
	want(t, o, "where its column is empty", "class:S")
}

func TestWordsForEveryState(t *testing.T) {
	one := &model.Cable{Station: "LISBON", Date: time.Date(2009, 3, 5, 12, 0, 0, 0, time.UTC)}
	for _, tt := range []struct {
		name    string
		content *overview.Content
		all     []*model.Cable
		want    []string
	}{
		{"before the first counts", nil, nil, []string{"Counting …"}},
		{"no cable", &overview.Content{}, nil, []string{"There is no cable yet.", "0 cables"}},
		{"no cable matches", &overview.Content{Total: 20, Filter: "nosuchword"}, nil, []string{"No cable matches.", "0 of 20 cables", "nosuchword"}},
		{"one cable", &overview.Content{Total: 1}, []*model.Cable{one},
			[]string{"1 cable · 5 March 2009", "By day", "5 March 2009 · 1 cable · 100%", "none is classified", "none has TAGS", "5 Mar 2009"}},
		{"narrowed by a name", &overview.Content{Total: 3, Name: "Anselmo Brito"}, []*model.Cable{one, {}}, []string{"@Anselmo Brito", "2 of 3 cables", "1 without a date"}},
		{"some redacted", &overview.Content{Total: 3}, []*model.Cable{one, {Marks: []model.Mark{{Kind: model.Redaction}, {Kind: model.Redaction}}}, {}},
			[]string{"3 cables · 5 March 2009 · 2 without a date · 1 redacted (33%)"}},
		{"none dated", &overview.Content{Total: 2}, []*model.Cable{{}, {}}, []string{"2 cables · 2 without a date", "No cable is dated.", "no post is known", "none is dated"}},
		{"ten thousand years", &overview.Content{Total: 2}, []*model.Cable{{Date: time.Date(1, 2, 3, 0, 0, 0, 0, time.UTC)}, {Date: time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)}},
			[]string{"2 cables · 0001 to 9999", "By 100 years", "0 to 99 · 1 cable"}},
		{"the meaning of TAGS", &overview.Content{Total: 1}, []*model.Cable{{Tags: []model.Tag{{Code: "PHSA"}}}}, []string{"PHSA High"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := start(t, theme.Mono)
			o.SetSize(112, 35)
			if tt.content != nil {
				tt.content.Facets = library.FacetsOf(tt.all, overview.Most, o.Bars())
				o.Show(*tt.content)
			}
			for _, want := range tt.want {
				if !strings.Contains(screen.Plain(o.View()), want) {
					t.Errorf("%q is missing:\n%s", want, screen.Plain(o.View()))
				}
			}
			if _, ok := o.Selected(); ok != (tt.content != nil && len(tt.all) > 0 && tt.name != "none dated") {
				t.Errorf("something is selected: %v", ok)
			}
		})
	}
}

// Labels never run into each other, and every bar that has a cable is seen, at any width and span.
func TestTheAxisIsReadable(t *testing.T) {
	for _, days := range []int{1, 2, 5, 20, 90, 400, 1000, 5000, 20000, 200000} {
		var all []*model.Cable
		for i := range 40 {
			all = append(all, &model.Cable{Date: time.Date(1966, 1, 3, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i*days/40)})
		}
		for width := 20; width < 200; width += 7 {
			o := shown(t, all, width, 20)
			rows := strings.Split(screen.Plain(o.View()), "\n")
			at, said := 0, 0
			for i, row := range rows {
				if strings.Contains(row, "▲") {
					at = i
				}
			}
			for _, label := range strings.Split(rows[at+1], "  ") {
				if strings.TrimSpace(label) != "" {
					said++
				}
			}
			ticks := strings.Count(rows[at], "┬")
			if at == 0 || said == 0 || said < ticks || said > ticks+1 { // the sign below the selected bar may stand on a tick
				t.Errorf("%d days in %d cells: %d ticks, %d labels\n%s", days, width, ticks, said, strings.Join(rows, "\n"))
			}
		}
	}
}
