package cli

import (
	"encoding/json"
	"strings"
	"testing"

	"reftel/model/cite"
)

func TestCiteAsText(t *testing.T) {
	const whole = "Embassy Prague telegram 12 to the Department of State, “THE CLOCK OF DOLNI LHOTA RUNS BACKWARD”, February 10, 2009, Confidential, 09PRAGUE12 (file prague.txt).\n"
	for _, id := range []string{"09PRAGUE12", "09 prague 012"} {
		r := run(t, nil, "cite", "--library", cables, id)
		r.want(t, Found, "")
		if r.out != whole {
			t.Errorf("%s: %q", id, r.out)
		}
	}
	r := run(t, nil, "cite", "--library", cables, "09PRAGUE12#2")
	r.want(t, Found, "")
	if r.out != strings.Replace(whole, ", 09P", ", paragraph 2 (SBU), 09P", 1) {
		t.Errorf("%q", r.out)
	}
}

func TestCiteQuotes(t *testing.T) {
	r := run(t, nil, "cite", "--quote", "--library", cables, "09PRAGUE12#2")
	r.want(t, Found, "")
	const want = "2. (SBU) The clockmaker, XXXXXXXXXXXX, told Poloff that he had been paid to leave it so, and that the money came from abroad.\n\n" +
		"Embassy Prague telegram 12 to the Department of State, “THE CLOCK OF DOLNI LHOTA RUNS BACKWARD”, February 10, 2009, Confidential, paragraph 2 (SBU), 09PRAGUE12 (file prague.txt).\n"
	if r.out != want {
		t.Errorf("%q, want %q", r.out, want)
	}
	lost := write(t, t.TempDir(), "lost.txt", strings.Replace(telegram("X", "The keepers of the lamps told Poloff at length that they want to win hearts and the"), "MORROW\n", "3. (U) More.\n\nMORROW\n", 1))
	if r = run(t, nil, "cite", "--quote", "--library", lost, "09VIENNA81#1"); !strings.HasPrefix(r.out, "1. (U) The keepers of the lamps told Poloff at length that they want to win hearts and the ⟦end lost in this copy⟧\n\n") {
		t.Errorf("of a lost end: %q, %s", r.out, r.err)
	}
}

func TestCiteGivesEachCopyItsOwn(t *testing.T) {
	r := run(t, nil, "cite", "--library", cables, "09VIENNA77")
	r.want(t, Found, "")
	for _, file := range []string{"(file vienna-again.txt).\n", "(file vienna.txt).\n"} {
		if strings.Count(r.out, file) != 1 || strings.Count(r.out, "\n") != 2 {
			t.Errorf("%q", r.out)
		}
	}
	if r = run(t, nil, "cite", "--quote", "--library", cables, "09VIENNA77#1"); strings.Count(r.out, "1. (U) All clocks in") != 2 {
		t.Errorf("%q", r.out)
	}
	r = run(t, nil, "cite", "--format", "bibtex", "--library", cables, "09VIENNA77")
	if !strings.Contains(r.out, "@misc{09VIENNA77,\n") || !strings.Contains(r.out, "@misc{09VIENNA77-2,\n") {
		t.Errorf("%q", r.out)
	}
	r = run(t, nil, "cite", "--format", "ris", "--library", cables, "09VIENNA77")
	if strings.Count(r.out, "TY  - GEN\n") != 2 || strings.Count(r.out, "\nER  - \n") != 2 {
		t.Errorf("%q", r.out)
	}
	r = run(t, nil, "cite", "--format", "csl-json", "--library", cables, "09VIENNA77")
	var items []cite.Item
	if err := json.Unmarshal([]byte(r.out), &items); err != nil || len(items) != 2 || items[0].ID == items[1].ID {
		t.Errorf("%v, %s", err, r.out)
	}
}

func TestCiteSaysWhatIsWrong(t *testing.T) {
	for _, tt := range []struct {
		args   []string
		status int
		says   string
	}{
		{[]string{}, Usage, "reftel cite needs the id of a cable"},
		{[]string{"09PRAGUE11"}, NotFound, "near it are 09PRAGUE12"},
		{[]string{"prague 12"}, Usage, "is no cable id"},
		{[]string{"09PRAGUE12#9"}, NotFound, "has no paragraph 9: its numbers go from 1 to 3"},
		{[]string{"09PRAGUE12#x"}, Usage, "no number of a paragraph"},
		{[]string{"--format", "telegram", "09PRAGUE12"}, Usage, `no format "telegram" for citations; the formats are text, bibtex, ris, csl-json`},
		{[]string{"--quote", "09PRAGUE12"}, Usage, "--quote needs a paragraph"},
		{[]string{"--quote", "--format", "ris", "09PRAGUE12#1"}, Usage, "leave out --format ris"},
	} {
		r := run(t, nil, append([]string{"cite", "--library", cables}, tt.args...)...)
		r.want(t, tt.status, tt.says)
		if r.out != "" {
			t.Errorf("%q prints %q", tt.args, r.out)
		}
	}
}

// A paragraph without a number is found by its count, by show as well.
func TestParagraphsAreCountedWhereTheyHaveNoNumbers(t *testing.T) {
	unnumbered := strings.NewReplacer("1. (U) ", "", "2. (U) ", "").Replace(telegram("X", "First words."))
	file := write(t, t.TempDir(), "bare.txt", unnumbered)
	r := run(t, nil, "cite", "--quote", "--library", file, "09VIENNA81#1")
	r.want(t, Found, "")
	if !strings.HasPrefix(r.out, "First words.\n\n") || !strings.Contains(r.out, ", paragraph [1], 09VIENNA81") {
		t.Errorf("%q", r.out)
	}
	r = run(t, nil, "show", "--library", file, "09VIENNA81#1")
	r.want(t, Found, "")
	if !strings.HasPrefix(r.out, "First words.\n\n— ") {
		t.Errorf("%q", r.out)
	}
	run(t, nil, "show", "--library", file, "09VIENNA81#7").want(t, NotFound, "they have no numbers, and there are")
}
