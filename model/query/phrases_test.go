package query_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"reftel/model"
	"reftel/model/query"
)

func TestPhrases(t *testing.T) {
	p := query.NewPhrases([]string{"Ada Quill", "quill", "Peña", "...", "Port of Cinza", "Port", "O'Hara"})
	tests := []struct{ text, want string }{
		{"Minister ADA  QUILL spoke", "0:ADA  QUILL 1:QUILL"},
		{"Ada\nQuill's and Quill,s", "0:Ada\nQuill 1:Quill 1:Quill"},
		{"Pena and PEÑA", "2:Pena 2:PEÑA"},
		{"the Port of Cinza", "5:Port 4:Port of Cinza"},
		{"the Port of Call", "5:Port"},
		{"Quilled Adas", ""},
		{"", ""},
		{"O'HARA", "6:O'HARA"},
	}
	for _, test := range tests {
		var got []string
		for _, at := range p.In(test.text) {
			got = append(got, fmt.Sprintf("%d:%s", at.Phrase, at.Span.In(test.text)))
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("in %q are %s, want %s", test.text, s, test.want)
		}
	}
}

// What is found is what a query finds for each phrase.
func TestPhrasesFindWhatAQueryFinds(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	parts := []string{"a", "B", "é", "ab", "'", ",s", " ", "  ", "\n", "-", "\u00ad", "ß", "1", "。", "漢"}
	some := func(n int) string {
		var b strings.Builder
		for range r.IntN(n) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		return b.String()
	}
	for range 2000 {
		phrases := []string{some(6), some(6), some(6)}
		text := some(40)
		found := make([][]model.Span, len(phrases))
		for _, at := range query.NewPhrases(phrases).In(text) {
			found[at.Phrase] = append(found[at.Phrase], at.Span)
		}
		for i, phrase := range phrases {
			var want []model.Span
			if node, ok := query.NewText(phrase, false); ok {
				node.ID = model.ID{}
				want = query.Of(node).Spans(text)
			}
			if !slices.Equal(found[i], want) {
				t.Fatalf("%q in %q is at %v, and a query says %v", phrase, text, found[i], want)
			}
		}
	}
}

// A list of names takes one pass over the text, not one a name.
func TestPhrasesTakeOnePass(t *testing.T) {
	var phrases []string
	for i := range 20_000 {
		phrases = append(phrases, fmt.Sprintf("common name%d", i))
	}
	p := query.NewPhrases(phrases)
	text := strings.Repeat("common words and name7 common name19999 ", 200)
	if n := testing.AllocsPerRun(5, func() { p.In(text) }); n > 60 {
		t.Errorf("%v allocations for a text of %d bytes", n, len(text))
	}
	if got := len(p.In(text)); got != 200 {
		t.Errorf("%d places found, want 200", got)
	}
}
