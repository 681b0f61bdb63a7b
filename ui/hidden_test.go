package ui_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/ui/sim"
)

// The second page of the overview says what is hidden in the cables of the list, as reftel redactions --overview does of the
// sample, and narrows the list to them.
func TestTheOverviewSaysWhatIsHidden(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("v", "!")
	wantScreen(t, s, "Redactions  46 in 12 of 20 cables (60%) · in 30 of their 130 paragraphs (23%)")
	wantScreen(t, s, "What is hidden 7")
	wantScreen(t, s, "▌row of X   ━━━━━━━ 28")
	wantScreen(t, s, "no code is given")
	wantScreen(t, s, "VALLETTA     ━━━━━━━ 18")
	s.Press("right", "enter") // to the posts: no code has a row
	wantScreen(t, s, "Redactions  18 in 2 of 2 cables (100%)")
	wantScreen(t, s, "from:VALLETTA has:redaction")
	s.Press("backspace")
	wantScreen(t, s, "Redactions  46 in 12 of 20 cables")
	s.Press("tab", "enter") // to the years
	wantScreen(t, s, "date:2009 has:redaction")
	wantScreen(t, s, "Redactions  40 in 9 of 9 cables")
	s.Press("esc")
	wantScreen(t, s, "Overview  9 of 20 cables")
	s.Press("backspace", "/")
	s.Type("date:1976")
	s.Press("enter", "!")
	wantScreen(t, s, "Redactions  none in 1 cable ")
	wantScreen(t, s, "Nothing is redacted in them.")
	s.Press("tab", "tab", "enter", "!", "esc")
	notOnScreen(t, s, "Overview")
}

// Exemption codes stand with their meaning, and those that are given with none as well. What is counted takes several steps.
func TestTheOverviewSaysWhyItIsHidden(t *testing.T) {
	const many = 450
	all := shelf.Filled(func(_ context.Context, emit func(library.Batch)) {
		var b library.Batch
		for i := range many {
			c := &model.Cable{ID: model.ID{Year: 1975, Station: "LISBON", Serial: i + 1}, Date: time.Date(1975, 1, 1, 0, i, 0, 0, time.UTC),
				Blocks: []model.Block{{Kind: model.Paragraph, Number: 1, Text: "He met [B1] and xxxx."}}}
			c.Marks = []model.Mark{
				{Kind: model.Redaction, Block: 0, Span: model.Span{Start: 7, End: 11}, Form: "[B1]", Code: "B1", Why: "national \x1b[2Jdefense"},
				{Kind: model.Redaction, Block: 0, Span: model.Span{Start: 16, End: 20}, Form: "xxxx"},
			}
			b.Cables = append(b.Cables, c)
		}
		emit(b)
	})
	s, err := sim.New(sim.Options{Width: 160, Height: 40, Shelf: all})
	if err != nil {
		t.Fatal(err)
	}
	s.Press("v", "!")
	wantScreen(t, s, "Redactions  900 in 450 of 450 cables (100%) · in 450 of their 450 paragraphs (100%)")
	wantScreen(t, s, "none given")
	wantScreen(t, s, "B1")
	wantScreen(t, s, "national ␛[2Jdefense")
	for _, size := range [][2]int{{20, 5}, {40, 12}, {80, 24}, {120, 16}, {250, 60}} {
		s.Resize(size[0], size[1])
		for range 6 {
			wantExact(t, s, size[0], size[1])
			s.Press("tab")
		}
	}
	s.Resize(160, 40)
	s.Press("esc", "esc", "v")
	late := s.Hold("!")
	wantScreen(t, s, "reading them: 0 of 450")
	s.Press("esc", "esc")
	s.Run(late)
	if strings.Contains(s.Text(), "Redactions") {
		t.Errorf("what comes late is shown:\n%s", s.Text())
	}
}
