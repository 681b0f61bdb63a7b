package main

import (
	"strings"
	"testing"
	"time"
)

func TestFiguresAreWrittenAsPeopleSayThem(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{duration(430 * time.Microsecond), "0.43 ms"},
		{duration(8230 * time.Microsecond), "8.2 ms"},
		{duration(835 * time.Millisecond), "835 ms"},
		{duration(61 * time.Second), "61 s"},
		{duration(5*time.Minute + 30*time.Second), "5.5 min"},
		{bytesOf(2879), "2879 bytes"},
		{bytesOf(472_900), "472 kB"},
		{bytesOf(147_000_000), "147 MB"},
		{bytesOf(1_700_000_000), "1.7 GB"},
		{thousands(251_287), "251,287"},
		{thousands(40), "40"},
		{ratio(2*time.Millisecond, 112*time.Millisecond), "1/56"},
		{ratio(30*time.Millisecond, 20*time.Millisecond), "1.5"},
		{ratio(30*time.Millisecond, 0), ""},
	} {
		if c.got != c.want {
			t.Errorf("%q instead of %q", c.got, c.want)
		}
	}
}

func TestPercentiles(t *testing.T) {
	var times []time.Duration
	for n := 100; n > 0; n-- {
		times = append(times, time.Duration(n))
	}
	s := sampleOf(times)
	if s.middle() != 51 || s.at(95) != 96 || s.at(100) != 100 || sampleOf(nil).at(99) != 0 {
		t.Errorf("middle %d, 95 %d, 100 %d", s.middle(), s.at(95), s.at(100))
	}
}

func TestAFirstFrameShowsACable(t *testing.T) {
	for written, want := range map[string]bool{
		"\x1b[?1049h\x1b[2J  2009-03-12  \x1b[1m09LISBON97\x1b[m": true,
		"09LISBON97 \x1b[?1049h reading":                          false, // what stood there before
		"\x1b[?1049h 2009-03-12":                                  false,
		"":                                                        false,
	} {
		if got := showsList([]byte(written)); got != want {
			t.Errorf("%q: %v", written, got)
		}
	}
}

func TestTheTableAsMarkdown(t *testing.T) {
	b := &bench{options: options{cables: 10, markdown: true, dir: t.TempDir()}, details: []string{"more"}}
	b.table.add(row{what: "a|b", budget: "1", measured: "2", verdict: missed, peer: "rg: not here"})
	var out strings.Builder
	if err := b.print(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"\n|---|---|---|---|---|---|\n", `| a\|b | 1 | 2 | missed | rg: not here |  |`, "```\nmore\n```", "10 rows"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
}
