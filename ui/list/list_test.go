package list_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"reftel/internal/screen"
	"reftel/model"
	"reftel/ui/list"
	"reftel/ui/theme"
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
	l := newList(t, 36, 8, list.Content{Cables: cables(3), Total: 5, Filter: "number"})
	want := ` Cables ↓                    3 of 5
  number
  LOU 09VALLETTA3            03 Jan
▌ ~ A headline                    □
  SBU 09VALLETTA2            02 Jan
  SUBJECT NUMBER 2                ■
  U   09VALLETTA1            01 Jan
  SUBJECT NUMBER 1
`
	if got := screen.Plain(l.View()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestColumnsWhereThereIsRoom(t *testing.T) {
	l := newList(t, 110, 4, list.Content{Cables: cables(2), Total: 2})
	want := ` Cables ↓                                                                                                   2
▌ SBU 2009-01-02  09VALLETTA2             Embassy Valletta        ■  SUBJECT NUMBER 2
  U   2009-01-01  09VALLETTA1             Embassy Valletta           SUBJECT NUMBER 1
`
	if got := screen.Plain(l.View()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
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
	l := newList(t, 40, 20, list.Content{Cables: all[:20], Total: 20})
	l.Move(5)
	at := l.Selected()
	l.Show(list.Content{Cables: all, Total: 40})
	if l.Selected() != at {
		t.Errorf("the cursor went from %s to %s", at.ID, l.Selected().ID)
	}
	l.Top()
	l.Show(list.Content{Cables: all[:30], Total: 30})
	if l.Selected() != all[29] {
		t.Errorf("the cursor left the top for %s", l.Selected().ID)
	}
	l.Show(list.Content{})
	if l.Selected() != nil {
		t.Error("an empty list has a selected cable")
	}
}

func TestNeighbours(t *testing.T) {
	all := cables(3)
	l := newList(t, 40, 20, list.Content{Cables: all, Total: 3})
	if got := l.Neighbour(all[1], 1); got != all[0] {
		t.Error("newest first: behind the second comes the first")
	}
	if l.Neighbour(all[0], 1) != nil || l.Neighbour(all[2], -1) != nil || l.Neighbour(&model.Cable{}, 1) != nil {
		t.Error("beyond the ends there is a neighbour")
	}
	l.Show(list.Content{Cables: all, Total: 3, Reversed: true})
	if got := l.Neighbour(all[1], 1); got != all[2] {
		t.Error("oldest first: behind the second comes the third")
	}
}

func TestEveryViewIsExactAndSafe(t *testing.T) {
	hostile := &model.Cable{Subject: screen.Hostile, Origin: screen.Hostile, ID: model.ID{Year: 2009, Station: screen.Hostile, Serial: 1}}
	all := append(cables(30), hostile, &model.Cable{Blocks: []model.Block{{Kind: model.Paragraph, Text: screen.Hostile}}})
	r := rand.New(rand.NewPCG(7, 8))
	l := newList(t, 40, 10, list.Content{Cables: all, Total: 32})
	for i := range 300 {
		w, h := 1+r.IntN(200), 1+r.IntN(60)
		l.SetTitled(i%3 > 0)
		l.SetSize(w, h)
		l.Move(r.IntN(20) - 9)
		l.Show(list.Content{Cables: all[r.IntN(20):], Total: 32, Filter: []string{"", screen.Hostile}[i%2], Reversed: i%5 == 0})
		screen.Exact(t, l.View(), w, h)
		screen.Safe(t, l.View())
	}
}
