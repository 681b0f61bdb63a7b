package words_test

import (
	"slices"
	"strings"
	"testing"

	"reftel/model"
	"reftel/model/compare"
	"reftel/ui/words"
)

// paragraphs makes a cable of numbered paragraphs with the texts given; ~ at the end says that words were lost.
func paragraphs(texts ...string) *model.Cable {
	c := &model.Cable{}
	for i, text := range texts {
		whole, lost := strings.CutSuffix(text, "~")
		c.Blocks = append(c.Blocks, model.Block{Kind: model.Paragraph, Number: i + 1, Text: whole, EndLost: lost})
		if at := strings.Index(whole, "XXXXX"); at >= 0 {
			c.Marks = append(c.Marks, model.Mark{Kind: model.Redaction, Block: i, Span: model.Span{Start: at, End: at + 5}, Form: "XXXXX"})
		}
	}
	return c
}

func TestCopiesAreSummedUp(t *testing.T) {
	many := slices.Repeat([]string{"The bell rang at noon"}, 15)
	for _, tt := range []struct {
		name string
		a, b *model.Cable
		want string
	}{
		{"nothing", paragraphs("One."), paragraphs("One."), ""},
		{"one end", paragraphs("It wins hearts and~"), paragraphs("It wins hearts and minds."),
			"The copy in a has lost the end of paragraph 1 (1 word), which the copy in b has."},
		{"ends", paragraphs("It wins hearts and minds.", "Next.", "He left on the boat."), paragraphs("It wins~", "Next.", "He left~"),
			"The copy in b has lost the ends of paragraphs 1 and 3 (6 words), which the copy in a has."},
		{"hidden", paragraphs("We met XXXXX.", "He saw XXXXX."), paragraphs("We met Ada Stern.", "He saw Quill."),
			"The copy in a hides something in paragraphs 1 and 2, where the copy in b has 3 words."},
		{"alone", paragraphs("One."), paragraphs("One. Two stayed."), "Only the copy in b has 2 words in paragraph 1."},
		{"many", paragraphs(many...), paragraphs(slices.Repeat([]string{"The bells rang at noon"}, 15)...),
			"Other words stand in paragraphs 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 3 more (15 words)."},
		{"form", paragraphs("THE keeper's boat"), paragraphs("The keeper’s boat"), "The form alone differs in 2 places: punctuation 1, case 1."},
		{"fields", &model.Cable{From: "AMEMBASSY LISBON", Classification: model.Secret}, &model.Cable{Classification: model.Confidential},
			"In the header classification differs; only the copy in a has from."},
	} {
		c := compare.Cables(tt.a, tt.b)
		if got := strings.Join(words.Copies(&c, "a", "b"), "\n"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestDifferencesAreCounted(t *testing.T) {
	a, b := paragraphs("We met XXXXX.", "It wins hearts and~", "THE red boat left."), paragraphs("We met Quill.", "It wins hearts and minds. So.", "The blue boat left.")
	b.From = "AMEMBASSY LISBON"
	c := compare.Cables(a, b)
	if got, want := words.Differences(&c), "5 differences: redacted 1 · lost 1 · other words 1 · form alone 1 · header 1"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	c = compare.Cables(paragraphs("One."), paragraphs("One. Two."))
	if got, want := words.Differences(&c), "1 difference: in one alone 1"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if c = compare.Cables(a, a); words.Differences(&c) != "" {
		t.Errorf("the same: %q", words.Differences(&c))
	}
}
