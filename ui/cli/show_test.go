package cli

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"reftel/model"
	"reftel/ui/words"
)

func TestShowPrintsTheCable(t *testing.T) {
	r := run(t, nil, "show", "--library", cables, "09PRAGUE12")
	r.want(t, Found, "")
	golden(t, "show.txt", r.out)
}

func TestShowFindsAnIDHoweverItIsWritten(t *testing.T) {
	for _, id := range []string{"09PRAGUE12", "09prague00012", "2009PRAGUE12", "09 prague 012", "09-PRAGUE-12"} {
		r := run(t, nil, append([]string{"show", "--library", cables}, strings.Fields(id)...)...)
		r.want(t, Found, "")
		if !strings.HasPrefix(r.out, "09PRAGUE12 ") {
			t.Errorf("%q shows %.40q", id, r.out)
		}
	}
}

func TestShowSaysWhatIsNear(t *testing.T) {
	tests := []struct {
		id     string
		status int
		says   string
	}{
		{"09PRAGUE11", NotFound, "09PRAGUE11 is not in testdata/cables; near it are 09PRAGUE12"},
		{"09PRAGUE9", NotFound, "09PRAGUE9 is not in testdata/cables, though it is cited by 1 cable; near it are 09PRAGUE12"},
		{"prague 12", Usage, `"prague 12" is no cable id: write year, station and serial, such as 10MEXICO83; near it are 09PRAGUE12`},
		{"09PRAGUECITY12", NotFound, "near it are 09PRAGUE12"},
		{"09QUITO1", NotFound, "09QUITO1 is not in testdata/cables"},
		{"", Usage, "needs the id of a cable"},
		{"???", Usage, "is no cable id"},
		{"testdata/cables", Usage, "write --library testdata/cables"},
	}
	for _, tt := range tests {
		r := run(t, nil, "show", "--library", cables, tt.id)
		r.want(t, tt.status, tt.says)
		if r.out != "" {
			t.Errorf("%q prints %q", tt.id, r.out)
		}
	}
}

func TestShowPrintsAllCopies(t *testing.T) {
	r := run(t, nil, "show", "--library", cables, "09VIENNA77")
	r.want(t, Found, "")
	for _, words := range []string{"copies/vienna-again.txt", "cables/vienna.txt", "clocks in XXXXXXX go", "clocks in Vienna go"} {
		if !strings.Contains(r.out, words) {
			t.Errorf("%q is not in the two copies:\n%s", words, r.out)
		}
	}
}

func TestShowOneParagraph(t *testing.T) {
	r := run(t, nil, "show", "--library", cables, "09prague12#3")
	r.want(t, Found, "")
	golden(t, "paragraph.txt", r.out)

	for _, written := range []string{"09PRAGUE12#¶3", "09PRAGUE12 # 3"} {
		if again := run(t, nil, "show", "--library", cables, written); again.out != r.out {
			t.Errorf("%s differs from 09PRAGUE12#3", written)
		}
	}
	run(t, nil, "show", "--library", cables, "09PRAGUE12#9").want(t, NotFound, "has no paragraph 9: its numbers go from 1 to 3")
	run(t, nil, "show", "--library", cables, "09PRAGUE12#x").want(t, Usage, "no number of a paragraph")
}

func TestShowAsJSON(t *testing.T) {
	r := run(t, nil, "show", "--json", "--library", cables, "09PRAGUE12")
	r.want(t, Found, "")
	var c model.Cable
	if err := json.Unmarshal([]byte(r.out), &c); err != nil {
		t.Fatal(err)
	}
	if c.References[0].State != model.Resolved || len(c.Blocks) == 0 {
		t.Errorf("record %.200s", r.out)
	}
	r = run(t, nil, "show", "--json", "--library", cables, "09PRAGUE12#2")
	r.want(t, Found, "")
	var p paragraphRecord
	if err := json.Unmarshal([]byte(r.out), &p); err != nil {
		t.Fatal(err)
	}
	for _, m := range p.Marks {
		if m.Kind == model.Redaction && m.Span.In(p.Blocks[m.Block].Text) != "XXXXXXXXXXXX" {
			t.Errorf("redaction at %v of %q", m.Span, p.Blocks[m.Block].Text)
		}
	}
	if p.Number != 2 || len(p.Marks) < 2 || !strings.Contains(p.Citation, "paragraph 2 (SBU), 09PRAGUE12") {
		t.Errorf("paragraph %+v", p)
	}
}

func TestShowFitsTheTerminal(t *testing.T) {
	for _, width := range []int{24, 60, 200} {
		for line := range strings.Lines(run(t, terminal(width), "show", "09VALLETTA104").out) {
			line = strings.TrimSuffix(line, "\n")
			if w := ansi.StringWidth(line); w > min(width, maxWidth) && strings.Contains(strings.TrimLeft(ansi.Strip(line), " "), " ") {
				t.Errorf("%d cells in a terminal of %d: %q", w, width, line)
			}
		}
	}
}

func TestShowIsPlainWhereColourIsNotWanted(t *testing.T) {
	dressed := run(t, terminal(80), "show", "09VALLETTA104").out
	if !strings.Contains(dressed, "\x1b[") {
		t.Error("in a terminal nothing is dressed")
	}
	plain := run(t, nil, "show", "09VALLETTA104").out
	if ansi.Strip(dressed) != plain {
		t.Error("the words in a terminal differ from those in a pipe")
	}
	noColor := both(terminal(80), environment("NO_COLOR", "1"))
	if got := run(t, noColor, "show", "09VALLETTA104").out; got != plain {
		t.Error("with NO_COLOR the text is not plain")
	}
}

// Every word of the text must come out, and nothing of reftel's may pass for it.
func TestShowHidesNothingAndAddsNothing(t *testing.T) {
	lib := run(t, nil, "list", "--json")
	for line := range strings.Lines(lib.out) {
		var c model.Cable
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		full := run(t, nil, "show", "--json", c.ID.String())
		if err := json.Unmarshal([]byte(full.out), &c); err != nil {
			t.Fatal(err)
		}
		var want strings.Builder
		for _, b := range c.Blocks {
			want.WriteString(b.Lead + b.Text)
		}
		shown := run(t, nil, "show", c.ID.String()).out
		_, text, _ := strings.Cut(shown, "\n─")
		_, text, _ = strings.Cut(text, "\n")
		for {
			before, rest, found := strings.Cut(text, words.Opening)
			if !found {
				break
			}
			_, behind, _ := strings.Cut(rest, words.Closing)
			text = before + behind
		}
		if got, want := squeezed(text), squeezed(want.String()); got != want {
			t.Errorf("%s: what is shown is not what was read:\n%s\n%s", c.ID, got, want)
		}
	}
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }
