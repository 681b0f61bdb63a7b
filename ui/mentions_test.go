package ui_test

import (
	"strings"
	"testing"
)

// A name that was found leads to the sentences in which it stands, by date; one of them to its place in the cable, and from
// there to the next mention in the library.
func TestANameLeadsToItsSentences(t *testing.T) {
	s := start(t, 120, 40)
	typeName(s, "quintan")
	wantScreen(t, s, "Lidia Quintanilha")
	wantScreen(t, s, "▇") // the bar of its years
	s.Press("enter")
	wantScreen(t, s, "person · ")
	wantScreen(t, s, "> Narrow the list to ")
	days := rowsWith(s.Text(), "│ @ ", "│▌@ ")
	if len(days) < 3 {
		t.Fatalf("there are %d sentences in\n%s", len(days), s.Text())
	}
	for i, row := range days {
		if !strings.Contains(row, "Quint") {
			t.Errorf("this sentence hasn't the name: %s", row)
		}
		if i > 0 && day(days[i-1]) < day(row) { // the newest first, as in the list
			t.Errorf("%s stands before %s", days[i-1], row)
		}
	}

	s.Press("enter")
	wantStatus(t, s, "mention 1 of ")
	wantStatus(t, s, "]n goes on.")
	first := s.Lines()[0]
	for range 40 {
		s.Press("] n")
	}
	wantStatus(t, s, "No mention in the cables below this one in the list.")
	if s.Lines()[0] == first {
		t.Error("]n stays in the cable")
	}
	s.Press("H")
	if s.Lines()[0] == first {
		t.Error("H passes over the cables between")
	}
}

// Words narrow the sentences, and Esc leads back to the names as they were.
func TestSentencesAreNarrowedAndLeft(t *testing.T) {
	s := start(t, 120, 40)
	typeName(s, "qu")
	s.Press("down")
	names := s.Text()
	s.Press("enter")
	all := len(rowsWith(s.Text(), "│ @ ", "│▌@ "))
	s.Type("zqx")
	wantScreen(t, s, "Nothing matches.")
	s.Press("tab") // there are no kinds
	wantScreen(t, s, "Nothing matches.")
	s.Press("backspace", "backspace", "backspace")
	if n := len(rowsWith(s.Text(), "│ @ ", "│▌@ ")); n != all {
		t.Errorf("%d sentences, before anything was typed %d", n, all)
	}
	s.Press("esc")
	if s.Text() != names {
		t.Errorf("Esc leads to\n%s\nand before was\n%s", s.Text(), names)
	}
	s.Press("esc")
	wantScreen(t, s, "Cables")
	if strings.Contains(s.Text(), "@ names") {
		t.Error("the palette is not closed")
	}
}

// The first row narrows the list to the cables with the name.
func TestSentencesNarrowTheList(t *testing.T) {
	s := start(t, 120, 40)
	typeName(s, "quintan")
	s.Press("enter", "up")
	wantScreen(t, s, "│▌> Narrow the list to ")
	s.Press("enter")
	wantScreen(t, s, "@Lídia Quintanilha")
}

// Where the cable that is read has the name, its first sentence there is offered first.
func TestSentencesBeginInTheCableThatIsRead(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("enter")
	typeName(s, "quintan")
	s.Press("enter", "G")
	s.Press("esc", "esc")
	s.Press("1", "G", "enter")
	id, _, _ := strings.Cut(strings.TrimSpace(strings.Split(s.Lines()[0], "│")[1]), " ")
	name := strings.TrimSpace(strings.Trim(rowsWith(s.Text(), "│▌")[0], "│▌ "))
	typeName(s, strings.Fields(name)[0])
	s.Press("enter")
	if chosen := rowsWith(s.Text(), "│▌@ "); len(chosen) != 1 || !strings.Contains(chosen[0], id) {
		t.Errorf("in %s the cursor begins at %q:\n%s", id, chosen, s.Text())
	}
}

// @ looks up the name that one stands on; the first letter typed begins another.
func TestTheNameUnderTheCursorIsLookedUp(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("enter", "3", "down", "@")
	wantScreen(t, s, "│: @Lidia Quintanilha")
	wantScreen(t, s, "│▌@ Lídia Quintanilha")
	s.Type("bri")
	wantScreen(t, s, "│: @bri ")
	s.Press("esc", "enter", "@") // it is lit now
	wantScreen(t, s, "│: @Lidia Quintanilha")
	s.Press("backspace")
	wantScreen(t, s, "│: @ ")
	s.Press("esc", "2", "] n", "@")
	wantScreen(t, s, "│: @Quintanilha ")
	s.Press("esc", "esc", "esc", "] r", "@")
	wantScreen(t, s, "│: @ ") // a reference is no name
	s.Press("esc", "1", "@")
	wantScreen(t, s, "│: @ ")
}

// rowsWith returns the rows of a screen that hold one of several signs, from there on.
func rowsWith(text string, signs ...string) (out []string) {
	for line := range strings.SplitSeq(text, "\n") {
		for _, sign := range signs {
			if i := strings.Index(line, sign); i >= 0 {
				out = append(out, line[i:])
			}
		}
	}
	return out
}

func day(row string) string {
	i := strings.IndexAny(row, "0123456789")
	return row[i : i+len("2010-01-29")]
}
