package list_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"reftel/internal/screen"
	"reftel/model"
	"reftel/model/library/shelf"
	"reftel/ui/list"
	"reftel/ui/theme"
	"reftel/ui/words"
)

func cables(n int) []*model.Cable {
	var out []*model.Cable
	for i := range n {
		c := &model.Cable{
			ID:      model.ID{Year: 2009, Station: "VALLETTA", Serial: i + 1},
			Date:    time.Date(2009, 1, 1+i, 12, 0, 0, 0, time.UTC),
			Subject: fmt.Sprintf("SUBJECT NUMBER %d", i+1), Classification: model.Level(1 + i%6), Origin: "Embassy Valletta",
		}
		switch i % 4 {
		case 1:
			c.Marks = []model.Mark{{Kind: model.Redaction}}
		case 2:
			c.Subject, c.Headline = "", "A headline"
			c.Marks = []model.Mark{{Kind: model.Loss}}
		}
		out = append(out, c)
	}
	return out
}

// content lists cables; their numbers are their places.
func content(all []*model.Cable, c list.Content) list.Content {
	for i := range all {
		c.Numbers = append(c.Numbers, shelf.Number(i))
	}
	c.Row = func(n shelf.Number) (shelf.Row, bool) {
		r := shelf.Row{Cable: all[n]}
		for _, m := range all[n].Marks {
			r.Redacted = r.Redacted || m.Kind == model.Redaction
			r.Damaged = r.Damaged || m.Kind == model.Loss
		}
		return r, true
	}
	return c
}

func newList(t *testing.T, width, height int, c list.Content) *list.List {
	t.Helper()
	th, err := theme.New(theme.Mono, true)
	if err != nil {
		t.Fatal(err)
	}
	l := list.New(&th)
	l.SetSize(width, height)
	l.SetFocus(true)
	l.Show(c)
	return l
}

func TestRows(t *testing.T) {
	l := newList(t, 36, 8, content(cables(3), list.Content{Total: 5, Filter: "number"}))
	want := ` Cables ↓                    3 of 5
  number
  LOU 09VALLETTA3        2009-01-03
▌ ~ A headline                    □
  SBU 09VALLETTA2        2009-01-02
  SUBJECT NUMBER 2                ■
  U   09VALLETTA1        2009-01-01
  SUBJECT NUMBER 1
`
	if got := screen.Plain(l.View()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestColumnsWhereThereIsRoom(t *testing.T) {
	l := newList(t, 110, 4, content(cables(2), list.Content{Total: 2}))
	want := ` Cables ↓                                                                                                   2
▌ SBU 2009-01-02  09VALLETTA2             Embassy Valletta        ■    SUBJECT NUMBER 2
  U   2009-01-01  09VALLETTA1             Embassy Valletta             SUBJECT NUMBER 1
`
	if got := screen.Plain(l.View()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestColumnsAndDatesAsTheyAreAskedFor(t *testing.T) {
	l := newList(t, 96, 3, content(cables(2), list.Content{Total: 2}))
	l.SetDates(words.Military)
	for _, c := range []struct {
		columns []list.Column
		want    string
	}{
		{[]list.Column{list.DateColumn, list.SubjectColumn, list.IDColumn},
			"▌ 02 JAN 09  SUBJECT NUMBER 2" + strings.Repeat(" ", 44) + "09VALLETTA2"},
		{[]list.Column{list.SignsColumn, list.IDColumn}, "▌ ■    09VALLETTA2"},
		{[]list.Column{list.SubjectColumn, list.LevelColumn}, "▌ SUBJECT NUMBER 2" + strings.Repeat(" ", 74) + "SBU"},
	} {
		l.SetColumns(c.columns)
		if got := strings.Split(screen.Plain(l.View()), "\n")[1]; got != c.want {
			t.Errorf("%v: got\n%s\nwant\n%s", c.columns, got, c.want)
		}
		for _, width := range []int{1, 40, 90, 96, 200} {
			l.SetSize(width, 3)
			screen.Exact(t, l.View(), width, 3)
		}
		l.SetSize(96, 3)
	}
	l.SetSize(38, 5)
	if got := screen.Plain(l.View()); !strings.Contains(got, "  SBU 09VALLETTA2           02 JAN 09\n") {
		t.Errorf("in two rows a cable is\n%s", got)
	}
	l.SetSize(30, 5)
	if got := screen.Plain(l.View()); !strings.Contains(got, "  SBU 09VALLETTA2   02 JAN 09\n") {
		t.Errorf("in two narrow rows a cable is\n%s", got)
	}
}

// The year stands in the date wherever the id leaves room for it, in the same form in all rows.
func TestTheYearOfADate(t *testing.T) {
	for _, c := range []struct {
		width   int
		station string
		want    string
	}{
		{34, "PORTVERDEBAY", "  C   09PORTVERDEBAY12 2009-02-03"},
		{34, "PORTVERDEBAYS", "  C   09PORTVERDEBAYS12 03 Feb 09"},
		{34, "PORTVERDEBAYSIDE", "  C   09PORTVERDEBAYSIDE12 03 Feb"},
		{30, "LISBON", "  C   09LISBON12    03 Feb 09"},
		{30, "PORTVERDE", "  C   09PORTVERDE12 03 Feb 09"},
		{30, "PORTVERDEBAY", "  C   09PORTVERDEBAY12 03 Feb"},
		{20, "OSLO", "  C   09OSL… 03 Feb"},
	} {
		cable := &model.Cable{ID: model.ID{Year: 2009, Station: c.station, Serial: 12}, Date: time.Date(2009, 2, 3, 0, 0, 0, 0, time.UTC), Classification: model.Confidential}
		l := newList(t, c.width, 4, content([]*model.Cable{cable}, list.Content{Total: 1}))
		if got := strings.Split(screen.Plain(l.View()), "\n")[1]; got != c.want {
			t.Errorf("%d columns: %q, want %q", c.width, got, c.want)
		}
	}
}

func TestEmptyListsSayWhy(t *testing.T) {
	tests := []struct {
		content list.Content
		want    string
	}{
		{list.Content{Loading: true}, "Reading"},
		{list.Content{Filter: "x", Total: 4}, "No cable matches."},
		{list.Content{}, "No cable was found."},
	}
	for _, tt := range tests {
		if got := newList(t, 40, 10, tt.content).View(); !strings.Contains(got, tt.want) {
			t.Errorf("%+v: %q is missing in\n%s", tt.content, tt.want, screen.Plain(got))
		}
	}
}

// While files are read, cables arrive in any order. Whoever has moved the cursor stays on the
// cable; whoever has not stays at the top.
func TestCursorStaysOnItsCableAsTheListGrows(t *testing.T) {
	all := cables(40)
	l := newList(t, 40, 20, content(all[:20], list.Content{Total: 20}))
	l.Move(5)
	at := l.Selected()
	l.Show(content(all, list.Content{Total: 40}))
	if l.Selected() != at {
		t.Errorf("the cursor went from %d to %d", at, l.Selected())
	}
	l.Top()
	l.Show(content(all[:30], list.Content{Total: 30}))
	if l.Selected() != 29 {
		t.Errorf("the cursor left the top for %d", l.Selected())
	}
	l.Show(list.Content{})
	if l.Selected() != shelf.None {
		t.Error("an empty list has a selected cable")
	}
}

func TestNeighbours(t *testing.T) {
	all := cables(3)
	l := newList(t, 40, 20, content(all, list.Content{Total: 3}))
	if got := l.Neighbour(1, 1); got != 0 {
		t.Error("newest first: behind the second comes the first")
	}
	for _, ends := range [][2]int{{0, 1}, {2, -1}, {7, 1}} {
		if l.Neighbour(shelf.Number(ends[0]), ends[1]) != shelf.None {
			t.Error("beyond the ends there is a neighbour")
		}
	}
	l.Show(content(all, list.Content{Total: 3, Reversed: true}))
	if got := l.Neighbour(1, 1); got != 2 {
		t.Error("oldest first: behind the second comes the third")
	}
}

// Rows of a large library are fetched as they are wanted: the list says which, and draws what is there.
func TestRowsThatAreNotAtHand(t *testing.T) {
	all := cables(100)
	c := content(all, list.Content{Total: 100})
	known := c.Row
	c.Row = func(n shelf.Number) (shelf.Row, bool) {
		switch n {
		case 99:
			return shelf.Row{}, false
		case 98:
			return shelf.Row{}, true
		case 97:
			r, _ := known(n)
			r.Missing = true
			return r, true
		}
		return known(n)
	}
	l := newList(t, 44, 7, c)
	want := ` Cables ↓                               100

▌ …

  no longer there: its file has changed
  SBU 09VALLETTA98               2009-04-08
  SUBJECT NUMBER 98                      ■✗
`
	if got := screen.Plain(l.View()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if w := l.Window(); len(w) != 6 || w[0] != 99 || w[5] != 94 {
		t.Errorf("at the top the rows of %v are wanted", w)
	}
	l.Move(50)
	if w := l.Window(); len(w) != 9 || !slices.Contains(w, l.Selected()) {
		t.Errorf("in the middle the rows of %v are wanted, the cursor is at %d", w, l.Selected())
	}
}

func TestEveryViewIsExactAndSafe(t *testing.T) {
	hostile := &model.Cable{Subject: screen.Hostile, Origin: screen.Hostile, ID: model.ID{Year: 2009, Station: screen.Hostile, Serial: 1}}
	all := append(cables(30), hostile, &model.Cable{Blocks: []model.Block{{Kind: model.Paragraph, Text: screen.Hostile}}})
	r := rand.New(rand.NewPCG(7, 8))
	l := newList(t, 40, 10, content(all, list.Content{Total: 32}))
	for i := range 300 {
		w, h := 1+r.IntN(200), 1+r.IntN(60)
		l.SetTitled(i%3 > 0)
		l.SetSize(w, h)
		l.Move(r.IntN(20) - 9)
		l.Show(content(all[r.IntN(20):], list.Content{Total: 32, Filter: []string{"", screen.Hostile}[i%2], Reversed: i%5 == 0}))
		screen.Exact(t, l.View(), w, h)
		screen.Safe(t, l.View())
	}
}
