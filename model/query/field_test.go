package query

import (
	"errors"
	"strings"
	"testing"
	"time"

	"reftel/model"
)

// envoy is a cable with a header, names and marks.
func envoy() *model.Cable {
	return &model.Cable{
		ID: model.ID{Year: 2009, Station: "PORTVERDE", Serial: 117}, Station: "PORTVERDE",
		Date: time.Date(2009, 12, 31, 23, 30, 0, 0, time.UTC), Classification: model.Confidential,
		Origin: "Embassy Port Verde", From: "AMEMBASSY PORT VERDE", Subject: "THE ENVOY'S VISIT", Headline: "La visita",
		To:      []model.Addressee{{Name: "SECSTATE WASHDC", Precedence: model.Priority}},
		Info:    []model.Addressee{{Name: "AMCONSUL SAN TELMO"}},
		Tags:    []model.Tag{{Code: "PREL", Meaning: "External political relations"}, {Code: "QUILL, ADA"}},
		Summary: "The envoy came.",
		Names:   []model.Name{{Name: "Marisol Peña", Kind: model.Person, Forms: []string{"Marisol Peña", "Peña"}}},
		References: []model.Reference{
			{Kind: model.RefCable, ID: model.ID{Year: 2009, Station: "STATE", Serial: 5}},
		},
		Blocks: []model.Block{{Kind: model.Paragraph, Text: "The envoy met XXXXXXXXXXXX."}},
		Marks:  []model.Mark{{Kind: model.Redaction, Span: model.Span{Start: 14, End: 26}}},
	}
}

func TestFields(t *testing.T) {
	tests := []struct {
		query string
		want  bool
	}{
		{"id:09PORTVERDE117", true},
		{"id:09portverde00117", true},
		{`id:"09 port verde 117"`, true},
		{"id:09portverde11", false},
		{"id:09port*", true},
		{"id:portverde", true},
		{"from:verde", true},
		{`from:"port verde"`, true},
		{"from:washdc", false},
		{"to:washdc", true},
		{"to:telmo", true},
		{"to:verde", false},
		{"tag:prel", true},
		{"tag:PREL", true},
		{"tag:pre", false},
		{"tag:pre*", true},
		{"tag:political", true},
		{`tag:"quill, ada"`, true},
		{"tag:PGOV", false},
		{"class:c", true},
		{"class:confidential", true},
		{"class:secret", false},
		{"class:>=c", true},
		{"class:>c", false},
		{"class:<=S", true},
		{"class:<c", false},
		{"class:<u", false},
		{"class:>ts", false},
		{"class:sbu..secret", true},
		{"class:secret..", false},
		{"class:..secret", true},
		{`class:"top secret"`, false},
		{"date:2009", true},
		{"date:2009-12", true},
		{"date:2009-12-31", true},
		{"date:2009/12/31", true},
		{"date:2010", false},
		{"date:2009-12..2010-01", true},
		{"date:2009-01..2009-11", false},
		{"date:2009..", true},
		{"date:..2008", false},
		{"date:..2009", true},
		{"date:>=2009-12-31", true},
		{"date:>2009-12-31", false},
		{"date:<2010", true},
		{"date:<=2009-12-30", false},
		{"subject:envoy", true},
		{"subject:visita", true},
		{"subject:met", false},
		{"name:pena", true},
		{`name:"marisol pena"`, true},
		{"name:envoy", false},
		{"has:redaction", true},
		{"has:REDACTION", true},
		{"has:loss", false},
		{"has:summary", true},
		{"has:reference", true},
		{"-has:redaction", false},
		{"-tag:PGOV class:c", true},
		{"SUBJECT:envoy", true}, // a field in capitals is one too
		{"ship OR envoy", true},
		{"ship OR boat", false},
		{"envoy ship OR boat", false},
		{"envoy ship OR met", true},
		{"(ship boat) OR envoy", true},
		{"envoy (ship OR met OR boat)", true},
		{"-(ship OR boat)", true},
		{"-(ship OR envoy)", false},
		{"(envoy)", true},
		{"envoy AND met", true},
		{"(tag:PREL -class:s) OR from:nowhere", true},
		{"ship OR ship", false},
		{"envoy ship OR envoy", true}, // a repeated word still counts beside an OR
		{`"OR" envoy`, false},
	}
	for _, tt := range tests {
		q, err := Parse(tt.query)
		if err != nil {
			t.Errorf("Parse(%s): %v", tt.query, err)
			continue
		}
		if got := q.Matches(envoy()); got != tt.want {
			t.Errorf("Matches(%s) = %t, want %t", tt.query, got, tt.want)
		}
	}
}

func TestCablesWithoutAFieldDoNotAnswer(t *testing.T) {
	for _, query := range []string{"id:a*", "from:a*", "to:a*", "tag:a*", "class:>=u", "date:1900..", "subject:a*", "name:a*", "has:redaction", "class:<=ts"} {
		q, err := Parse(query)
		if err != nil {
			t.Fatal(err)
		}
		if q.Matches(&model.Cable{}) {
			t.Errorf("%s finds an empty cable", query)
		}
	}
}

func TestLinksAreAskedOfTheLibrary(t *testing.T) {
	cites, other := envoy(), envoy()
	q, err := Parse("ref:09STATE5 -citedby:09STATE6 -is:copy")
	if err != nil {
		t.Fatal(err)
	}
	q = q.Bind(func(n Node) []*model.Cable {
		if l, ok := n.(Linked); ok && l.Field == Ref && l.ID.Serial == 5 {
			return []*model.Cable{cites}
		}
		return nil
	})
	if !q.Matches(cites) || q.Matches(other) {
		t.Error("ref: does not go by the answer of the library")
	}
}

func TestFieldsThatCantBeReadSayWhy(t *testing.T) {
	tests := []struct {
		query  string
		offset int
		says   string
	}{
		{"envoy class:", 6, "class:secret"},
		{"class:seecret", 0, `"seecret" is no classification`},
		{"class:secret..c", 0, "class:c..secret"},
		{"date:maybe", 0, `"maybe" is no date`},
		{"date:2009-13", 0, "is no date"},
		{"date:2010..2009", 0, "date:2009..2010"},
		{"date:..", 0, "either side"},
		{"ref:mexico", 0, "no cable's id"},
		{"has:redactions", 0, "redaction, omission, loss, garble, summary, reference or note"},
		{"is:unseen", 0, "is: takes read, unread or copy"},
		{"form:mexico", 0, "write from:"},
		{"port taag:PREL", 5, "write tag:"},
		{`from:"open`, 5, "quotation mark"},
		{"from:me*xico", 7, "star"},
		{"tag:...", 0, "no letter or digit"},
		{"OR port", 0, "OR stands where"},
		{"port OR", 5, "OR stands at the end"},
		{"port OR OR ship", 8, "OR stands where"},
		{"(port OR) ship", 6, "OR stands at the end"},
		{"(port", 0, "isn't closed"},
		{"port ()", 5, "nothing between"},
		{strings.Repeat("(", 60) + "a" + strings.Repeat(")", 60), 50, "50 brackets"},
	}
	for _, tt := range tests {
		_, err := Parse(tt.query)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("Parse(%s) gives %v, want an Error", tt.query, err)
			continue
		}
		if e.Offset != tt.offset || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("Parse(%s) says %q at %d, want %q at %d", tt.query, err, e.Offset, tt.says, tt.offset)
		}
	}
}

// What looks like a field and is none, or like an operator of other programs, is words.
func TestSignsOfOtherGrammarsAreWords(t *testing.T) {
	c := &model.Cable{Subject: "Route 12:30 of http://example.org/a?b=c NEAR/3 [abc]+ {x} decl:2020 col:val ^port$ a|b"}
	for _, query := range []string{"12:30", "http://example.org/a?b=c", "NEAR/3", "[abc]+", "{x}", "decl:2020", "^port$", "a|b", "col:val", `a\b`} {
		q, err := Parse(query)
		if err != nil {
			t.Errorf("Parse(%s): %v", query, err)
			continue
		}
		if !q.Matches(c) {
			t.Errorf("%s is not found", query)
		}
	}
}

func TestEveryStepOfTypingFieldsIsReadable(t *testing.T) {
	for _, typed := range []string{
		`from:"port verde" (tag:PREL OR tag:PG*) -class:>=secret date:2009-12..2010-01 has:redaction ref:09STATE5 is:copy id:09port`,
		"(envoy OR (ship -boat)) OR met",
	} {
		for end := range len(typed) + 1 {
			if _, err := ParseTyped(typed[:end]); err != nil {
				t.Errorf("ParseTyped(%s): %v", typed[:end], err)
			}
		}
	}
	for _, query := range []string{"from:ver", `from:"port ve`, "tag:pr", "subject:env", "id:09por", "class:conf", "date:200", "has:red", "envoy OR", "(envoy OR shi", "(", "-("} {
		q, err := ParseTyped(query)
		if err != nil {
			t.Errorf("ParseTyped(%s): %v", query, err)
		}
		if !q.Matches(envoy()) {
			t.Errorf("%s, still being typed, should find the cable", query)
		}
	}
}

func TestALongQueryIsReadInTime(t *testing.T) {
	for _, query := range []string{
		strings.Repeat("word ", 2000), strings.Repeat("a OR ", 2000) + "b", strings.Repeat("(a) ", 2500), strings.Repeat(`"`, 10_000),
		strings.Repeat("-", 10_000), strings.Repeat("tag:", 2500), strings.Repeat("x", 10_000),
	} {
		ParseTyped(query)
		if q, err := Parse(query); err == nil {
			q.Matches(envoy())
		}
	}
	q, err := Parse(strings.Repeat("envoy ", 2000))
	if all, ok := q.Root().(And); err != nil || !ok || len(all) != 1 {
		t.Errorf("a word that is repeated is asked %d times: %v", len(all), err)
	}
}

func TestSpansInLightsWhatMadeTheCableAnswer(t *testing.T) {
	blocks := map[string]*model.Block{
		"subject":   {Kind: model.Header, Role: model.SubjectRole, Text: "The envoy of Port Verde"},
		"headline":  {Kind: model.Header, Role: model.HeadlineRole, Text: "La visita del envoy"},
		"tags":      {Kind: model.Header, Role: model.TagsRole, Text: "PREL, ENVOY"},
		"to":        {Kind: model.Header, Role: model.ToRole, Text: "ENVOY WASHDC"},
		"paragraph": {Kind: model.Paragraph, Text: "An envoy spoke of PREL."},
		"rule":      {Kind: model.Rule, Text: "envoy"},
	}
	tests := []struct {
		query string
		want  map[string]string
	}{
		{"envoy", map[string]string{"subject": "envoy", "headline": "envoy", "tags": "ENVOY", "paragraph": "envoy"}},
		{"subject:envoy", map[string]string{"subject": "envoy", "headline": "envoy"}},
		{"name:envoy", map[string]string{"subject": "envoy", "paragraph": "envoy", "headline": "envoy"}},
		{"tag:prel", map[string]string{"tags": "PREL"}},
		{"-envoy class:c to:envoy", nil},
		{"(tag:prel spoke) OR verde", map[string]string{"subject": "Verde", "tags": "PREL", "paragraph": "spoke"}},
	}
	for _, tt := range tests {
		q, err := Parse(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		for name, b := range blocks {
			var got []string
			for _, s := range q.SpansIn(b) {
				got = append(got, s.In(b.Text))
			}
			if strings.Join(got, " ") != tt.want[name] {
				t.Errorf("%s lights %q in the %s, want %q", tt.query, got, name, tt.want[name])
			}
		}
	}
}

func TestEveryFieldIsExplained(t *testing.T) {
	for _, f := range Fields() {
		if f.About() == "" || len(f.Examples()) == 0 {
			t.Errorf("%s: is not explained", f)
		}
		for _, example := range f.Examples() {
			if q, err := Parse(example); err != nil || q.IsZero() || !strings.HasPrefix(example, string(f)+":") {
				t.Errorf("%s: has the example %s: %v", f, example, err)
			}
		}
	}
}
