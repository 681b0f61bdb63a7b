package parser

import (
	"testing"

	"reftel/model"
)

func TestExemptionMeanings(t *testing.T) {
	for codes, want := range map[string]string{
		"B1":             "national defense or foreign policy",
		"b(6)":           "personal privacy",
		"(b)(3)":         "another statute",
		"B7C":            "privacy in law enforcement",
		"1.4(B), 1.4(D)": "foreign government information; foreign relations and confidential sources",
		"B1 1.4(d)":      "national defense or foreign policy; foreign relations and confidential sources",
		"1.5(c)":         "intelligence",
		"1.4(b)(1)":      "foreign government information",
		"(b)(7)(C)":      "privacy in law enforcement",
		"3.4(b)(6)":      "foreign relations",
		"50X1-HUM":       "human source or intelligence method",
		"3.3(b)(2)":      "weapons of mass destruction",
		"3.3(b)(1)":      "human source or intelligence method",
		"25X1A9a":        "human source or intelligence method",
		"P5":             "advice to the President",
		"PRM":            "personal record misfiled",
		"STATINTL":       "intelligence statute",
		"1.4(z)":         "",
		"nothing":        "",
		"":               "",
	} {
		if got := exemptionMeaning(codes); got != want {
			t.Errorf("%q means %q, want %q", codes, got, want)
		}
	}
	got := redactionsOf("a [ ] B6 b")
	if len(got) != 1 || got[0].Why != "personal privacy" {
		t.Errorf("a mark says what its code means: %+v", got)
	}
}

// TestCodesInReleasedPapers: in the text of a paper that an office released in part, codes stand
// wherever the margin's lines fell among those of the text.
func TestCodesInReleasedPapers(t *testing.T) {
	const stamp = "RELEASE IN PART B1, 1.4(D)"
	read := func(text string) []model.Mark {
		c := cableOf(text)
		c.Blocks = append([]model.Block{{Kind: model.Header, Role: model.OtherHeaderRole, Text: stamp}}, c.Blocks...)
		findMarks(c)
		checkMarks(t, c)
		return c.MarksOf(model.Redaction)
	}
	for text, want := range map[string][]string{
		"The minister told B1 1.4(D) that he would": {"B1 1.4(D)"},
		"told 25X1A9a that STATINTL was (b)(6)":     {"25X1A9A", "STATINTL", "(b)(6)"},
		"asked B6 for a visa":                       {"B6"},
		"Reason: 1.4 (b),(d); reasons 1.4(B) and 1.4(D), section 1.4(c), a B1 visa, under B5, B1/B2": nil,
	} {
		var got []string
		for _, m := range read(text) {
			got = append(got, m.Code)
		}
		if len(got) != len(want) {
			t.Errorf("%q: codes %q, want %q", text, got, want)
			continue
		}
		for i := range want {
			if exemptionMeaning(got[i]) != exemptionMeaning(want[i]) {
				t.Errorf("%q: codes %q, want %q", text, got, want)
			}
		}
	}
}

func TestWithdrawalCards(t *testing.T) {
	for text, card := range map[string]bool{
		"WITHDRAWAL CARD\nDate: 2 May 1974\nReason: national security":                                 true,
		"The document has been withdrawn because access to it is restricted by the National Archives.": true,
		"The document has been withdrawn because its sponsors lost interest.":                          false,
		"The withdrawal notice reached the depositary.":                                                false,
	} {
		c := cableOf(text)
		c.Blocks[0].Number = 0
		findMarks(c)
		got := c.MarksOf(model.Redaction)
		if len(got) == 1 != card || card && got[0].Extent != "document" {
			t.Errorf("%q: %+v, want a card %v", text, got, card)
		}
	}
}
