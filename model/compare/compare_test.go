package compare_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"reftel/model"
	"reftel/model/compare"
)

func TestDifferencesAreTyped(t *testing.T) {
	one := func(s string) []string { return []string{s} }
	for _, tt := range []struct {
		name string
		a, b []string
		want []string
	}{
		{"the same", one("1. (U) The light was out."), one("1. (U) The light was out."), nil},
		{"a name is hidden",
			one("2. (C) The keeper, XXXXXXXXXXXX, saw it."), one("2. (C) The keeper, Jonas Quill, saw it."),
			one("redacted a: 0 XXXXXXXXXXXX | 0 Jonas Quill")},
		{"hidden in the other",
			one("2. (C) The keeper, Jonas Quill, saw it."), one("2. (C) The keeper, [name not declassified], saw it."),
			one("redacted b: 0 Jonas Quill | 0 [name not declassified]")},
		{"two names are hidden side by side",
			one("2. (C) XXXXX and XXXXX came."), one("2. (C) Jonas Quill and Ada Stern came."),
			[]string{"redacted a: 0 XXXXX | 0 Jonas Quill", "redacted a: 0 XXXXX | 0 Ada Stern"}},
		{"one hides more than the other",
			one("2. (C) He named [2 lines not declassified]. End."), one("2. (C) He named Ada Stern, who owes [name not declassified]. End."),
			[]string{"redacted a: 0 | 0 Ada Stern, who owes", "form sign: 0 [2 lines not declassified] | 0 [name not declassified]"}},
		{"both hide the same, with other signs",
			one("2. (C) We met XXXXXXXX in May."), one("2. (C) We met [name removed] in May."),
			one("form sign: 0 XXXXXXXX | 0 [name removed]")},
		{"paragraphs are hidden as one",
			[]string{"1. (U) It rained.", "[2 paragraphs not declassified]", "4. (U) It cleared."},
			[]string{"1. (U) It rained.", "2. (S) The boat came.", "3. (S) It left.", "4. (U) It cleared."},
			one("redacted a: 1 [2 paragraphs not declassified] | 1 2. (S) / The boat came. / 3. (S) / It left.")},
		{"words that one has alone hide a name", one("1. (C) It rained."), one("1. (C) It rained. One, XXXXX, saw it."),
			one("only a: 0 | 0 One, XXXXX, saw it.")},
		{"an editor left out", one("1. We spoke. [Omitted here is discussion of boats.] He left."), one("1. We spoke. The boats were late. He left."),
			one("omitted a: 0 [Omitted here is discussion of boats.] | 0 The boats were late.")},
		{"an end was lost", []string{"1. (C) It wins hearts and~", "2. (C) Next."}, []string{"1. (C) It wins hearts and minds.", "2. (C) Next."},
			one("lost a: 0 | 0 minds.")},
		{"an end was lost in mid-word", one("1. (C) It wins hearts and mi~"), one("1. (C) It wins hearts and minds."),
			one("lost a: 0 mi | 0 minds.")},
		{"an end was lost in the other", one("1. (C) It wins hearts and minds."), one("1. (C) It wins hearts and~"),
			one("lost b: 0 minds. | 0")},
		{"words were lost inside", one("1. (C) The lamp ~ was lit again."), one("1. (C) The lamp that burned was lit again."),
			one("lost a: 0 | 0 that burned")},
		{"a paragraph behind a lost end is missing, not lost",
			[]string{"1. (C) It wins hearts and~", "3. (C) Last."}, []string{"1. (C) It wins hearts and minds.", "2. (C) Next.", "3. (C) Last."},
			[]string{"lost a: 0 | 0 minds.", "only a: 0 | 1 2. (C) / Next."}},
		{"a paragraph is missing without a sign",
			[]string{"1. (U) One came.", "3. (U) Three left."}, []string{"1. (U) One came.", "2. (C) Two stayed.", "3. (U) Three left."},
			one("only a: 0 | 1 2. (C) / Two stayed.")},
		{"a sentence is missing without a sign",
			one("1. (U) It was dark. It rained."), one("1. (U) It was dark. Nobody came. It rained."),
			one("only a: 0 | 0 Nobody came.")},
		{"heading and signature are missing", []string{"1. (U) All is well."}, []string{"= The Light", "-----", "1. (U) All is well.", "SIGNED: STERN"},
			[]string{"only a: 0 | 0 The Light", "only a: 0 | 3 STERN"}},
		{"spelled otherwise", one("1. (U) We recieved the letter."), one("1. (U) We received the letter."),
			one("spelling: 0 recieved | 0 received")},
		{"other words that are spelled alike", one("1. (U) Iran was unlikely to pay 1.5 million."), one("1. (U) Iraq was likely to pay 15 million."),
			[]string{"words: 0 Iran | 0 Iraq", "words: 0 unlikely | 0 likely", "words: 0 1.5 | 0 15"}},
		{"other words", one("1. (U) The red boat left at noon."), one("1. (U) The blue ship left at noon."),
			one("words: 0 red boat | 0 blue ship")},
		{"only the form", one(`1. (U) The keeper's "light", Peña said - twice.`), one("1. (U) The keeper’s “light”, Pena said – twice."),
			[]string{"form punctuation: 0 keeper's \" | 0 keeper’s “", "form punctuation: 0 \", | 0 ”,", "form accents: 0 Peña | 0 Pena", "form punctuation: 0 - | 0 –"}},
		{"only the case", one("1. (U) END SUMMARY."), one("1. (U) End Summary."), one("form case: 0 END SUMMARY | 0 End Summary")},
		{"only the spacing", one("1. (U) The counter-narcotics unit , Quill said."), one("1. (U) The counter narcotics unit, Quill said."),
			[]string{"form spacing: 0 counter-narcotics | 0 counter narcotics", "form spacing: 0 unit , | 0 unit,"}},
		{"a curly apostrophe became a comma", one("1. (U) Quill,s boat."), one("1. (U) Quill’s boat."), one("form punctuation: 0 Quill,s | 0 Quill’s")},
		{"another portion marking", one("3. (C) He paid."), one("3. (S/NF) He paid."), one("marking: 0 C | 0 S/NF")},
		{"numbers that are written otherwise", one("3. (C) He paid."), one("3.(C) He paid."), one("form punctuation: 0 . ( | 0 .(")},
		{"a number was lost, and with it the paragraph", []string{"1. (U) One came. Two stayed."}, []string{"1. (U) One came.", "2. (U) Two stayed."},
			one("marking: 0 | 1 2. (U)")},
		{"divided otherwise", []string{"1. (U) One came.", "Two stayed.", "Three\nleft."}, []string{"1. (U) One\tcame. Two stayed. Three left."}, nil},
		{"of the subject", []string{"SUBJECT: VISIT OF XXXXX TO LISBON", "1. He came."}, []string{"SUBJECT: VISIT OF QUILL TO LISBON", "1. He came."},
			one("redacted a: 0 XXXXX | 0 QUILL")},
		{"one has no text", nil, one("1. All."), one("only a: - | 0 1. / All.")},
		{"nothing in common", one("1. (U) Alpha beta gamma delta."), one("1. (U) One two three four."), one("words: 0 Alpha beta gamma delta | 0 One two three four")},
	} {
		got := told(compare.Cables(draft(tt.a...), draft(tt.b...)))
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, strings.Join(got, "\n     "), strings.Join(tt.want, "\n     "))
		}
	}
}

func TestTalliesCountPlacesAndWords(t *testing.T) {
	a := draft("1. (C) It wins hearts and~", "2. (C) The keeper, XXXXX, recieved it from XXXXX.")
	b := draft("1. (C) It wins hearts and minds.", "2. (C) The keeper, Jonas Quill, received it from Stern.")
	c := compare.Cables(a, b)
	want := []compare.Tally{
		{Kind: compare.Redacted, Lacks: compare.SideA, Places: 2, Words: 3},
		{Kind: compare.Lost, Lacks: compare.SideA, Places: 1, Words: 1},
		{Kind: compare.Spelling, Places: 1, Words: 1},
	}
	if got := c.Tallies(); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestFieldsAreComparedByWhatTheySay(t *testing.T) {
	a := &model.Cable{Classification: model.Secret, Date: time.Date(2009, 3, 5, 10, 0, 0, 0, time.UTC),
		Tags:       []model.Tag{{Code: "PREL"}, {Code: "pgov"}, {Code: "PO"}},
		References: []model.Reference{{ID: model.ID{Year: 2009, Station: "LISBON", Serial: 97}, Raw: "LISBON 97"}},
		To:         []model.Addressee{{Name: "SECSTATE WASHDC"}}}
	b := &model.Cable{Classification: model.Confidential, Date: time.Date(2009, 3, 5, 0, 0, 0, 0, time.UTC), DateKind: model.DayOnly,
		Tags:       []model.Tag{{Code: "PGOV"}, {Code: "PREL"}, {Code: "PREL"}, {Code: "SNAR"}},
		References: []model.Reference{{ID: model.ID{Year: 2009, Station: "LISBON", Serial: 97}, Raw: "09 LISBON 00097"}, {Raw: "FAX OF MAY 2"}}}
	var got []string
	for _, f := range compare.Cables(a, b).Fields {
		got = append(got, f.Name+": "+strings.Join(f.A, " ")+" | "+strings.Join(f.B, " "))
	}
	want := []string{"classification: SECRET | CONFIDENTIAL", "to: SECSTATE WASHDC | ", "TAGS: PO | SNAR", "references:  | FAX OF MAY 2"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestPairsSetBlocksSideBySide(t *testing.T) {
	a := draft("1. (U) One came by boat.", "2. (U) Two stayed at home.", "4. (U) Four went up the hill.")
	b := draft("= The Visit", "1. (U) One came by boat.", "3. (U) Three had left before.", "4. (U) Four went up the hill.")
	want := []compare.Pair{{A: -1, B: 0}, {A: 0, B: 1}, {A: 1, B: -1}, {A: -1, B: 2}, {A: 2, B: 3}}
	if got := compare.Cables(a, b).Pairs; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
