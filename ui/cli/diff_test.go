package cli

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"reftel/internal/shared"
)

// copies is a folder with two copies of one cable: a newspaper's and a released one.
const copies = "testdata/copies"

func TestDiffPrintsWhatDiffers(t *testing.T) {
	r := run(t, nil, "diff", "--library", copies, "09PONTADELGADA11")
	r.want(t, Found, "")
	golden(t, "diff.txt", r.out)
	r = run(t, nil, "diff", "--all", "--library", copies, "09 ponta delgada 0011")
	r.want(t, Found, "")
	golden(t, "diff-all.txt", r.out)
}

func TestDiffSetsCopiesSideBySide(t *testing.T) {
	plain := environment("NO_COLOR", "1")
	r := run(t, both(terminal(110), plain), "diff", "--library", copies, "09PONTADELGADA11")
	r.want(t, Found, "")
	golden(t, "diff-columns.txt", r.out)
	r = run(t, both(terminal(110), plain), "diff", "--all", "--library", copies, "09PONTADELGADA11")
	r.want(t, Found, "")
	golden(t, "diff-columns-all.txt", r.out)
	for name, change := range map[string]func(*System){"narrow": terminal(99), "wide": terminal(140)} {
		args := []string{"diff", "--library", copies, "09PONTADELGADA11"}
		if name == "wide" {
			args = append(args, "--inline")
		}
		if out := run(t, change, args...).out; strings.Contains(out, "│") || !strings.Contains(out, openingFirst) {
			t.Errorf("%s: not one text:\n%s", name, out)
		}
	}
}

func TestDiffFitsTheTerminal(t *testing.T) {
	long := strings.Repeat("ring", 60)
	folder := t.TempDir()
	write(t, folder, "a.txt", telegram("X", "The bell "+long+" rang. XXXXXXXXXX came."))
	write(t, folder, "b.txt", telegram("X", "The bell rang. "+strings.ToUpper(long)+long+" came."))
	for _, library := range []string{copies, folder} {
		id := "09PONTADELGADA11"
		if library == folder {
			id = "09VIENNA81"
		}
		for _, width := range []int{100, 133, 250} {
			for _, all := range []string{"--all", "--all=false"} {
				out := run(t, terminal(width), "diff", "--library", library, all, id).out
				_, columns, found := strings.Cut(out, "│")
				if !found {
					t.Fatalf("no columns in %s", out)
				}
				for line := range strings.Lines(columns) {
					if w := ansi.StringWidth(strings.TrimSuffix(line, "\n")); w > width {
						t.Errorf("%d cells in a terminal of %d: %q", w, width, line)
					}
				}
			}
		}
	}
}

// What a terminal with styles shows beside each other has the same words as one without.
func TestDiffLosesNoWordWithColours(t *testing.T) {
	args := []string{"diff", "--library", copies, "09PONTADELGADA11"}
	for _, width := range []int{80, 120} {
		dressed := run(t, terminal(width), args...).out
		if !strings.Contains(dressed, "\x1b[") {
			t.Error("a terminal gets no styles")
		}
		bare := run(t, both(terminal(width), environment("NO_COLOR", "1")), args...).out
		if strings.Contains(bare, "\x1b") {
			t.Error("NO_COLOR has styles")
		}
		unmarked := strings.NewReplacer(openingFirst, "", openingSecond, "", openingHit, "", closingHit, "", "│", "").Replace
		words := func(s string) []string {
			fields := strings.Fields(unmarked(ansi.Strip(s)))
			slices.Sort(fields)
			return fields
		}
		if got, want := words(dressed), words(bare); !slices.Equal(got, want) {
			t.Errorf("%d columns: %q, want %q", width, got, want)
		}
	}
}

func TestDiffInJSON(t *testing.T) {
	r := run(t, nil, "diff", "--json", "--library", copies, "09PONTADELGADA11")
	r.want(t, Found, "")
	var d diffRecord
	if err := json.Unmarshal([]byte(r.out), &d); err != nil || strings.Count(r.out, "\n") != 1 {
		t.Fatalf("%v: %s", err, r.out)
	}
	var got []string
	for _, c := range d.Differences {
		paragraph := 0
		for _, p := range append(c.B.Places, c.A.Places...) {
			paragraph = max(paragraph, p.Paragraph)
		}
		got = append(got, fmt.Sprintf("%s %s #%d %q %q", c.Kind, c.Lacks, paragraph, c.A.Text, c.B.Text))
	}
	want := []string{
		`redacted a #2 "XXXXXXXXXXXX" "Inspector Tadeu Brum"`, `spelling  #2 "recieved" "received"`, `form  #2 "consul's" "consul’s"`,
		`lost a #2 "" "whole staff."`, `marking  #3 "SBU" "C"`, `only a #3 "" "One clerk, [name not declassified], remembers the stamp."`,
		`only a #3 "" "A Last Word"`, `words  #4 "June" "May"`, `lost a #4 "" "winter storms. End Comment."`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("differences\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestDiffSaysWhatItCannotCompare(t *testing.T) {
	folder := t.TempDir()
	one := write(t, folder, "one.txt", telegram("X", "One."))
	same := write(t, folder, "same.txt", telegram("X", "One."))
	other := write(t, t.TempDir(), "other.txt", strings.ReplaceAll(telegram("X", "One."), "VIENNA 000081", "VIENNA 000082"))
	for _, tt := range []struct {
		args   []string
		status int
		says   string
	}{
		{[]string{}, Usage, "reftel diff needs the id of a cable"},
		{[]string{"--library", cables, "09PRAGUE12"}, NotFound, "there is one copy of 09PRAGUE12 in testdata/cables: in "},
		{[]string{"--library", cables, "09PRAGUE13"}, NotFound, "09PRAGUE13 is not in testdata/cables; near it are 09PRAGUE12"},
		{[]string{"--library", cables, "prague"}, Usage, `"prague" is no cable id`},
		{[]string{"--library", cables, "09PRAGUE12#2"}, Usage, "reftel diff takes a whole cable: write 09PRAGUE12 without #2"},
		{[]string{"--library", folder, "09VIENNA81"}, NotFound, "the 2 copies of 09VIENNA81 in " + folder + " have the same words"},
		{[]string{one, same}, NotFound, "1 cable is in both files, with the same words"},
		{[]string{one, other}, NotFound, "no cable is in both files"},
		{[]string{one, filepath.Join(folder, "nothing.txt")}, Usage, "is no cable id"},
		{[]string{"--theme", "pink", "09PRAGUE12"}, Usage, "pink"},
	} {
		r := run(t, nil, append([]string{"diff"}, tt.args...)...)
		r.want(t, tt.status, tt.says)
		if r.out != "" {
			t.Errorf("%q prints %q", tt.args, r.out)
		}
	}
}

func TestDiffOfTwoFiles(t *testing.T) {
	folder := t.TempDir()
	cable := func(serial, body string) string {
		return strings.ReplaceAll(telegram("X", body), "VIENNA 000081", "VIENNA "+serial)
	}
	a := write(t, folder, "a.txt", cable("000081", "One.")+"\nNNNN\n\n"+cable("000082", "Two XXXXXXX.")+"\nNNNN\n\n"+cable("000083", "Three."))
	b := write(t, folder, "b.txt", cable("000082", "Two boats.")+"\nNNNN\n\n"+cable("000081", "One."))
	r := run(t, both(terminal(80), environment("NO_COLOR", "1")), "diff", a, b)
	r.want(t, Found, "")
	if !strings.Contains(r.out, "Two ⟪-XXXXXXX⟫⟪+boats⟫.") || strings.Contains(r.out, "09VIENNA81 ") ||
		!strings.HasSuffix(r.out, "\n2 cables are in both files; 1 differs\n") {
		t.Errorf("%s", r.out)
	}
}

// Of more than two copies each is compared with the first; two in one file are told apart.
func TestDiffOfSeveralCopies(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "a.txt", telegram("X", "One.")+"NNNN\n\n"+telegram("X", "Two."))
	write(t, folder, "b.txt", telegram("X", "Three."))
	r := run(t, nil, "diff", "--library", folder, "09VIENNA81")
	r.want(t, Found, "")
	for _, line := range []string{"- a.txt, 1 of 2 · ", "+ a.txt, 2 of 2 · ", "+ b.txt · ", "⟪-One⟫⟪+Two⟫", "⟪-One⟫⟪+Three⟫"} {
		if !strings.Contains(r.out, line) {
			t.Errorf("%q is not in\n%s", line, r.out)
		}
	}
	if n := strings.Count(run(t, nil, "diff", "--json", "--library", folder, "09VIENNA81").out, "\n"); n != 2 {
		t.Errorf("%d records, want 2", n)
	}
}

// The summary names exactly the ends that a newspaper's page of two real cables lost.
func TestDiffNamesLostEnds(t *testing.T) {
	corpus := filepath.Join(shared.Dir(t), "corpus")
	page := filepath.Join(corpus, "newspaper-page", "mexico-blog-page.txt")
	for id, tt := range map[string]struct{ site, says string }{
		"10MEXICO83":   {"2010/01/10MEXICO83.html", "has lost the ends of paragraphs 10, 12, 13 and 17 (4 words), which the copy in 10MEXICO83.html has."},
		"09MEXICO3573": {"2009/12/09MEXICO3573.html", "has lost the ends of paragraphs 3 and 8 (2 words), which the copy in 09MEXICO3573.html has."},
	} {
		site := filepath.Join(corpus, "cablegate-html", "cable", filepath.FromSlash(tt.site))
		r := run(t, nil, "diff", "--library", page, "--library", site, id)
		r.want(t, Found, "")
		if !strings.Contains(r.out, "\nThe copy in mexico-blog-page.txt "+tt.says+"\n") || strings.Count(r.out, " lost ") != 1 {
			t.Errorf("%s: %s", id, r.out)
		}
	}
}
