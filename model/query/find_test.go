package query

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFind(t *testing.T) {
	tests := []struct {
		name, text, needle string
		want               []string
	}{
		{"inside words", "The harbour of Port Verde", "arb", []string{"arb"}},
		{"small letters find all", "Port port PORT", "port", []string{"Port", "port", "PORT"}},
		{"a capital makes it exact", "Port port PORT", "Port", []string{"Port"}},
		{"all capitals", "Port port PORT", "PORT", []string{"PORT"}},
		{"exact needle, accents still blind", "Peña PEÑA peña", "Pena", []string{"Peña"}},
		{"accents in the text", "Peña and pen\u0303a and pena", "pena", []string{"Peña", "pen\u0303a", "pena"}},
		{"accents in the needle", "Pena", "peña", []string{"Pena"}},
		{"needle ends before a combining mark", "pen\u0303a", "pen", []string{"pen\u0303"}},
		{"accented capital is a capital", "ÉLAN élan", "É", []string{"É"}},
		{"none overlap", "aaaa", "aa", []string{"aa", "aa"}},
		{"a blank is any white space", "foreign\nminister, foreign  minister", "foreign minister", []string{"foreign\nminister", "foreign  minister"}},
		{"a blank being typed", "port verde", "port ", []string{"port "}},
		{"a blank in front", "port  verde", " verde", []string{"  verde"}},
		{"comma for apostrophe", "we,re and we're and we’re", "we're", []string{"we,re", "we're", "we’re"}},
		{"comma typed", "we,re and we're", "we,re", []string{"we,re", "we're"}},
		{"comma being typed", "we,re, we're", "we,", []string{"we,"}},
		{"a comma that is one", "port, verde", "port,", []string{"port,"}},
		{"curly quotation marks", "“no comment”", `"no comment"`, []string{"“no comment”"}},
		{"long dash", "2004–2009", "2004-2009", []string{"2004–2009"}},
		{"signs", "cost $4,000 (approx.)", "$4,000 (", []string{"$4,000 ("}},
		{"regular expressions are text", "a.c abc", "a.c", []string{"a.c"}},
		{"ligature", "the oﬃce", "office", []string{"oﬃce"}},
		{"redaction", "saw XXXXXXXXXXXX there", "xxxx", []string{"XXXX", "XXXX", "XXXX"}},
		{"pilcrow", "¶5. text", "¶5", []string{"¶5"}},
		{"no needle", "port", "", nil},
		{"blanks only", "a b", "  ", nil},
		{"longer than the text", "port", "port verde", nil},
		{"a lone mark", "pen\u0303a", "\u0303", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, s := range Find(tt.text, tt.needle) {
				got = append(got, s.In(tt.text))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("Find(%+q, %+q) = %+q, want %+q", tt.text, tt.needle, got, tt.want)
			}
		})
	}
}

func TestFindIsIncremental(t *testing.T) {
	const text = "Talks with the Foreign Minister's staff — “no progress” on Łódź, São Tomé or Peña's port."
	for start := range len(text) {
		if !utf8.RuneStart(text[start]) || text[start] == ' ' {
			continue
		}
		for end := start + 1; end <= len(text); end++ {
			if end < len(text) && !utf8.RuneStart(text[end]) {
				continue
			}
			if len(Find(text, text[start:end])) == 0 {
				t.Fatalf("%q is a part of the text and is not found", text[start:end])
			}
		}
	}
}

func TestSearchAllocatesNothing(t *testing.T) {
	c := harbour()
	c.Blocks[2].Text = strings.Repeat("Plain text about a harbour, and “some” of it with Peña. ", 200)
	q, err := Parse(`harbour "zinc mines" -quartz*`)
	if err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(20, func() { q.Matches(c) }); n > 0 {
		t.Errorf("Matches allocates %.0f times a cable", n)
	}
	text := c.Blocks[2].Text
	if n := testing.AllocsPerRun(20, func() { Find(text, "zinc") }); n > 2 {
		t.Errorf("Find allocates %.0f times where nothing is found", n)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("We,re at Peña’s\n port", "we're")
	f.Add("  \u0301a\u0301ﬃ", " a")
	f.Fuzz(func(t *testing.T, text, needle string) {
		end := 0
		for _, s := range Find(text, needle) {
			if s.Start < end || s.End > len(text) || s.Empty() {
				t.Fatalf("span %v behind %d", s, end)
			}
			end = s.End
			if !utf8.ValidString(text) {
				continue
			}
			if !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
				t.Fatalf("span %v of %q cuts a rune", s, text)
			}
		}
	})
}
