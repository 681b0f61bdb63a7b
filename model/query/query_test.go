package query

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode"

	"reftel/model"
)

// harbour is a cable with something in every field that queries look at, and in some they don't.
func harbour() *model.Cable {
	return &model.Cable{
		ID: model.ID{Year: 2009, Station: "PORTVERDE", Serial: 117}, Station: "PORTVERDE",
		Headline: "Cable sobre el puerto", HeadlineNotes: []string{"Se inunda la aduana"},
		Origin: "Embassy Port Verde", Subject: "HARBOUR DREDGING: WHO PAYS?",
		Tags: []model.Tag{{Code: "ECON", Meaning: "Economic Affairs"}, {Code: "EWWT"}},
		From: "AMEMBASSY PORTVERDE",
		Blocks: []model.Block{
			{Kind: model.Header, Role: model.ToRole, Text: "SECSTATE WASHDC PRIORITY"},
			{Kind: model.Heading, Text: "The Minister's Plan"},
			{Kind: model.Paragraph, Number: 1, Text: "Minister Calderón (protect) told poloff that Marisol,s firm won't dredge; “el-Amari” will."},
			{Kind: model.SubParagraph, Letter: "a", Text: "XXXXXXXXXXXX disagreed."},
			{Kind: model.Rule, Text: "* * *"},
			{Kind: model.Preformatted, Text: "Tons  2008\nGrain   40"},
			{Kind: model.Signature, Text: "QUILL"},
		},
	}
}

func TestMatches(t *testing.T) {
	tests := []struct {
		name, query string
		want        bool
	}{
		{"nothing asked", "  ", true},
		{"a word of the subject", "dredging", true},
		{"a word of the headline", "puerto", true},
		{"a headline note", "aduana", true},
		{"origin", "embassy", true},
		{"code of a TAG", "ewwt", true},
		{"meaning of a TAG is not searched", "affairs", false},
		{"addressees are not searched", "secstate", false},
		{"id", "09portverde117", true},
		{"id with padding", "09PORTVERDE000117", true},
		{"id with blanks", `"09 PORTVERDE 117"`, true},
		{"another id", "09PORTVERDE118", false},
		{"beginning of an id", "09port*", true},
		{"station", "portverde", true},
		{"heading", "plan", true},
		{"table", "grain", true},
		{"signature", "quill", true},
		{"all words, from different fields", "quill aduana poloff", true},
		{"one word missing", "quill aduana polcouns", false},
		{"words are whole", "dredg", false},
		{"words are whole at their beginning", "edge", false},
		{"a prefix", "dredg*", true},
		{"a prefix that is the whole word", "dredging*", true},
		{"capitals don't count", "DreDGe", true},
		{"accents left out", "calderon", true},
		{"accents typed", "Calderón", true},
		{"accents decomposed", "caldero\u0301n", true},
		{"accents where none are", "mínister", true},
		{"prefix across an accent", "calder*", true},
		{"prefix behind an accent", "caldero*", true},
		{"a phrase", `"minister calderon"`, true},
		{"a phrase in the wrong order", `"calderon minister"`, false},
		{"a phrase across signs", `"calderon protect told"`, true},
		{"a phrase doesn't cross blocks", `"quill xxxxxxxxxxxx"`, false},
		{"comma for apostrophe", "Marisol's", true},
		{"comma as written", "Marisol,s", true},
		{"curly apostrophe", "minister’s", true},
		{"a name without its possessive", "marisol", true},
		{"contraction", "won,t", true},
		{"hyphen as blank", `"el amari"`, true},
		{"hyphen as written", "el-amari", true},
		{"not", "dredging -grain", false},
		{"not, absent", "dredging -wheat", true},
		{"not a phrase", `-"minister calderon"`, false},
		{"not a prefix", "-gra*", false},
		{"only nots", "-wheat -barley", true},
		{"a not in front", "-wheat dredging", true},
		{"fields are text", "minister:calderon", true},
		{"fields are text, in order", "calderon:minister", false},
		{"redaction as text", "xxxxxxxxxxxx", true},
		{"curly quotation marks", "“minister calderon”", true},
		{"line ends part words", `"2008 grain"`, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			q, err := Parse(tt.query)
			if err != nil {
				t.Fatal(err)
			}
			if got := q.Matches(harbour()); got != tt.want {
				t.Errorf("Matches(%s) = %t, want %t", tt.query, got, tt.want)
			}
		})
	}
}

func TestLettersBeyondASCIIAreFolded(t *testing.T) {
	tests := []struct{ text, query string }{
		{"Łódź and Ørsted", "lodz orsted"},
		{"Straße", "strasse"},
		{"Æthelred", "aethelred"},
		{"the oﬃce", "office"},
		{"ＷＩＤＥ letters", "wide"},
		{"Nguyễn Ðức", "nguyen duc"},
		{"Москва", "МОСКВА"},
		{"Ὀδυσσεύς", "οδυσσευσ"},
		{"re\u00adport", "report"},
		{"\u200eminister\u200f", "minister"},
		{"Dvořák's men", `"dvorak's men"`},
		{"ten Dvořák men", `"ten dvorak men"`},
		{"İzmir", "izmir"},
	}
	for _, tt := range tests {
		q, err := Parse(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		c := &model.Cable{Subject: tt.text}
		if !q.Matches(c) {
			t.Errorf("%s is not found in %+q", tt.query, tt.text)
		}
	}
}

// What is told apart quickly has to agree with Unicode's tables for every rune there is.
func TestClassifyAgreesWithUnicode(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		word, silent := classify(r)
		wantWord := unicode.IsLetter(r) || unicode.IsDigit(r)
		wantSilent := unicode.IsMark(r) || unicode.Is(unicode.Cf, r)
		if word != wantWord || silent != wantSilent {
			t.Fatalf("classify(%U) = %t, %t, want %t, %t", r, word, silent, wantWord, wantSilent)
		}
	}
}

func TestQueriesThatCantBeReadSayWhatAndWhere(t *testing.T) {
	tests := []struct {
		query  string
		offset int
		says   []string
	}{
		{`port "open end`, 5, []string{"character 6", "quotation mark"}},
		{`port -`, 5, []string{"character 6", "minus"}},
		{`- port`, 0, []string{"character 1", "minus"}},
		{`port *`, 5, []string{"character 6", "star"}},
		{`-*`, 1, []string{"character 2", "star"}},
		{`por*t`, 3, []string{"character 4", "star"}},
		{`*port`, 0, []string{"character 1", "star"}},
		{`port ""`, 5, []string{"character 6", "quotation marks"}},
		{`port ...`, 5, []string{"character 6", `"..."`}},
		{`é -`, 3, []string{"character 3", "minus"}},
	}
	for _, tt := range tests {
		_, err := Parse(tt.query)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("Parse(%s) gives %v, want an Error", tt.query, err)
			continue
		}
		if e.Offset != tt.offset {
			t.Errorf("Parse(%s): offset %d, want %d", tt.query, e.Offset, tt.offset)
		}
		for _, part := range tt.says {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("Parse(%s) says %q, without %q", tt.query, err, part)
			}
		}
	}
}

func TestEveryStepOfTypingAQueryIsReadable(t *testing.T) {
	const typed = `dredg* -"minister quill" -whe* "minister cald`
	for end := range len(typed) + 1 {
		if _, err := ParseTyped(typed[:end]); err != nil {
			t.Errorf("ParseTyped(%s): %v", typed[:end], err)
		}
	}
	for _, query := range []string{"dred", "dredging calde", `"minister c`, `dredging "`, "dredging -", "dredging *", typed} {
		q, err := ParseTyped(query)
		if err != nil {
			t.Errorf("ParseTyped(%s): %v", query, err)
		}
		if !q.Matches(harbour()) {
			t.Errorf("%s, still being typed, should find the cable", query)
		}
	}
	if q, _ := ParseTyped("dred "); q.Matches(harbour()) {
		t.Error("a word with a blank behind it is typed to its end and counts whole")
	}
	if _, err := ParseTyped("- dredging"); err == nil {
		t.Error("a lone minus in front of a word is wrong while typing too")
	}
}

func TestSpansLightTheWordsInTheOriginalText(t *testing.T) {
	tests := []struct {
		query, text string
		want        []string
	}{
		{"calderon", "Calderón met CALDERO\u0301N; Calderon, caldera", []string{"Calderón", "CALDERO\u0301N", "Calderon"}},
		{"port*", "Ports, porters, export", []string{"Port", "port"}},
		{`"minister quill" minister`, "minister quill, minister", []string{"minister quill", "minister"}},
		{"-minister quill", "minister quill", []string{"quill"}},
		{"marisol's", "Marisol,s and Marisol’s", []string{"Marisol,s", "Marisol’s"}},
		{"absent", "nothing here", nil},
	}
	for _, tt := range tests {
		q, err := Parse(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range q.Spans(tt.text) {
			got = append(got, s.In(tt.text))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("Spans of %s in %+q: %q, want %q", tt.query, tt.text, got, tt.want)
		}
	}
}

func FuzzQuery(f *testing.F) {
	f.Add(`port "open end`, "Port\u0301 of, é”x")
	f.Add(`-a* “b c” d:e`, "a b\u00adc ﬃ İ \xff")
	f.Fuzz(func(t *testing.T, query, text string) {
		for _, parse := range []func(string) (Query, error){Parse, ParseTyped} {
			q, err := parse(query)
			if err != nil {
				var e *Error
				if !errors.As(err, &e) || e.Offset > len(query) || err.Error() == "" {
					t.Fatalf("error %#v", err)
				}
				continue
			}
			end := 0
			for _, s := range q.Spans(text) {
				if s.Start < end || s.End > len(text) || s.Empty() {
					t.Fatalf("span %v behind %d in %q", s, end, text)
				}
				end = s.End
			}
			all, _ := q.root.(And)
			if len(all) != 1 {
				continue
			}
			if asked, ok := all[0].(*Text); ok && end > 0 != asked.in(text) {
				t.Fatalf("Spans and Matches differ about %q in %q", query, text)
			}
		}
	})
}
