package parser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

func TestDFATCablegram(t *testing.T) {
	r := editionFixture(t, "dfat-cablegram.md")
	if r.Format != model.DFAT || len(r.Cables) != 1 || len(r.Furniture) != 0 {
		t.Fatalf("%d documents, format %q, furniture %v", len(r.Cables), r.Format, r.Furniture)
	}
	c := r.Cables[0]
	if c.ID.String() != "dafp42/d152" || c.IDEvidence == "" || !c.Number().IsZero() {
		t.Errorf("id %s (%s), number %s", c.ID, c.IDEvidence, c.Number())
	}
	if c.Headline != "Cablegram from Hill to Jones" || c.From != "Hill" || c.To[0].Name != "Jones" || c.Subject != "Lamps of the Outer Islands" {
		t.Errorf("%q from %q to %v about %q", c.Headline, c.From, c.To, c.Subject)
	}
	if c.Date.Format("2006-01-02") != "1975-03-18" || c.DateEvidence != "dateline" {
		t.Errorf("date %v from %s", c.Date, c.DateEvidence)
	}
	if c.Classification != model.Secret || !slices.Equal(c.Caveats, []string{"AUSTEO"}) || !slices.Equal(c.Precedence, []model.Precedence{model.Priority}) {
		t.Errorf("%v %v %v", c.Classification, c.Caveats, c.Precedence)
	}
	want := []string{
		"header/publisher doc_date", "header/publisher doc_num", "header/publisher doc_order", "header/publisher naa_refs",
		"header/publisher naa_barcode", "header/publisher naa_control_symbol", "header/publisher naa_series", "header/publisher reference",
		"header/headline title", "header/publisher vol_full_title", "header/publisher vol_id", "header/publisher vol_title",
		"header/dateline ", "header/classification O.JA8319", "header/subject ",
		"paragraph/body ", "paragraph/body 2.", "paragraph/body 3.", "sub-paragraph/body (a)", "sub-paragraph/body (C)", "paragraph/body ",
		"heading/comment ", "paragraph/comment 12.", "signature/ ", "note/source note ", "paragraph/body ", "note/ 1", "note/ 2",
	}
	if got := shape(c); !slices.Equal(got, want) {
		t.Errorf("blocks\n%q, want\n%q", got, want)
	}
	if got := c.Blocks[9].Text; got != "Volume 42: Australia and the Keepers' Lamps, 1974–1976" {
		t.Errorf("a folded value with quotation marks: %q", got)
	}
	if got := c.Blocks[15].Text; got != "Ref O.CH13766.[1] The Harbour Master told me that all lamps would be lit." {
		t.Errorf("the signs of Markdown: %q", got)
	}
	if got := c.Blocks[20].Text; got != "[ matter omitted ]" {
		t.Errorf("what the editors left out: %q", got)
	}
	if got, want := noteSigns(c), []string{"O.CH13766.|1", "oil;|2"}; !slices.Equal(got, want) {
		t.Errorf("signs %q, want %q", got, want)
	}
	if !slices.Equal(c.SignedBy, []string{"Hill"}) || len(c.Warnings) != 0 {
		t.Errorf("signed by %q, warnings %v", c.SignedBy, c.Warnings)
	}
}

func TestDFATOfTheWar(t *testing.T) {
	c := editionFixture(t, "dfat-1945.md").Cables[0]
	if c.ID.String() != "dafp8/d99" || c.Headline != "Hill and Jones to Commonwealth Lamp Board" || c.From != "Hill and Jones" ||
		c.To[0].Name != "Commonwealth Lamp Board" {
		t.Errorf("%s: %q from %q to %v", c.ID, c.Headline, c.From, c.To)
	}
	if c.Date.Format("2006-01-02 15:04") != "1945-06-03 12:56" || c.Classification != model.TopSecret ||
		!slices.Equal(c.Precedence, []model.Precedence{"MOST IMMEDIATE"}) || !slices.Equal(c.SignedBy, []string{"JOHN HILL"}) {
		t.Errorf("%v, %v, %v, %q", c.Date, c.Classification, c.Precedence, c.SignedBy)
	}
	want := []string{"header/dateline Cablegram E39", "header/classification ", "paragraph/body ", "paragraph/body 1.", "signature/ ",
		"note/ 1", "note/ 2", "note/ 3", "note/source note "}
	if got := shape(c)[12:]; !slices.Equal(got, want) {
		t.Errorf("blocks\n%q, want\n%q", got, want)
	}
	if got := c.Blocks[14].Text; got != "Your telegram No. 160 [2] has come. [matter omittedj[3]" {
		t.Errorf("a paragraph broken at an abbreviation: %q", got)
	}
	if got, want := noteSigns(c), []string{"Board|1", "160|2", "omittedj|3"}; !slices.Equal(got, want) {
		t.Errorf("signs %q, want %q", got, want)
	}
}

func TestMarkdownSigns(t *testing.T) {
	for written, want := range map[string]string{
		"91\\. Secret":                   "91. Secret",
		"_Straits Times_ of _May_, _x_.": "Straits Times of May, x.",
		"a_b and ____ blanks":            "a_b and ____ blanks",
		"**Lamps** and (*4) and 2*3":     "Lamps and (*4) and 2*3",
		"  6. 6\\. The lamp":             "6. The lamp",
		"  6. The lamp":                  "6. The lamp",
		"> ‘The lamp":                    "‘The lamp",
		"# The lamp":                     "The lamp",
		"* 1 In late":                    "1 In late",
		"* a lamp":                       "* a lamp",
		"see [1](#f1) and [Rome)[2](#2)": "see [1] and [Rome)[2]",
		"word[](#f3) end":                "word end",
		"[the site](http://example.org)": "[the site]",
		"[ _matter omitted_ ]":           "[ matter omitted ]",
		"_[matter omitted]_":             "[matter omitted]",
		"back\\slash":                    "back\\slash",
		"[open (#f1)":                    "[open (#f1)",
	} {
		m := readMarkdown("x.md", []byte(written))
		if got := strings.TrimSpace(m.text); got != want {
			t.Errorf("%q: %q, want %q", written, got, want)
		}
	}
}

// Signs that lost their brackets count only where they are due, and digits in brackets behind a number of three
// figures complete no day.
func TestDFATGluedSigns(t *testing.T) {
	text := "The lamp[1](#f1) is lit (your telegram 183).2 For the keeper3 see page A3 and keeper1. My letter of 1944[4] says so.\n\n"
	for number := 1; number <= 4; number++ {
		text += fmt.Sprintf("%d Document %d.\n\n", number, 60+number)
	}
	doc := "---\ndoc_num: 7\ntitle: Lamps\nvol_id: 42\n---\n\nRome, 2 May 1961\n\n" + strings.Replace(text, "\n\n1 ", "\n\n[NAA: A1, 2/3]\n\n1 ", 1)
	c := Parse("x.md", []byte(doc), Options{}).Cables[0]
	got := noteSigns(c)
	slices.Sort(got)
	if want := []string{"183).|2", "1944|4", "keeper|3", "lamp|1"}; !slices.Equal(got, want) {
		t.Errorf("signs %q, want %q; warnings %v", got, want, c.Warnings)
	}
}

func TestDFATClassification(t *testing.T) {
	for line, want := range map[string]string{
		"123\\. Secret Priority":             "123. SECRET [PRIORITY]",
		"848.Secret":                         "848. SECRET []",
		"UN12. Confidential":                 "UN12. CONFIDENTIAL []",
		"No. 30/1. Top Secret":               "No. 30/1. TOP SECRET []",
		"12, 34, 56. Secret Priority":        "12, 34, 56. SECRET [PRIORITY]",
		"Unnumbered Top Secret Immediate":    "Unnumbered TOP SECRET [IMMEDIATE]",
		"MOST IMMEDIATE TOP SECRET PERSONAL": " TOP SECRET [MOST IMMEDIATE]",
		"IMMEDIATE MOST SECRET":              " TOP SECRET [IMMEDIATE]",
		"Restricted Emergency":               " RESTRICTED [EMERGENCY]",
		"Secret talks began.":                "",
		"The secret is out":                  "",
		"1\\. Immediate action is needed.":   "",
		"In 1945 Secret":                     "",
		"LAMPS 10 Confidential":              "LAMPS 10 CONFIDENTIAL []",
		"Annex 3":                            "",
		"Since 1945 Secret":                  "",
		"June 10 Secret":                     "",
	} {
		doc := "---\ndoc_num: 7\ntitle: Lamps\nvol_id: 42\n---\n\nRome, 2 May 1961\n\n" + line + "\n\nThe lamp is lit.\n"
		c := Parse("x.md", []byte(doc), Options{}).Cables[0]
		got := ""
		for _, b := range c.Blocks {
			if b.Role == model.ClassificationRole {
				got = b.Lead + " " + c.Classification.String() + " " + precedences(c)
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

// precedences writes them in brackets.
func precedences(c *model.Cable) string {
	var words []string
	for _, p := range c.Precedence {
		words = append(words, string(p))
	}
	return "[" + strings.Join(words, " ") + "]"
}

func TestDFATDatelines(t *testing.T) {
	for line, want := range map[string]string{
		"Cablegram 52 LISBON, 14 November 1945, 8.20 p.m.":   "Cablegram 52|LISBON|1945-11-14 20:20",
		"Letter (extract) LISBON, 16 January 1945":           "Letter (extract)|LISBON|1945-01-16 00:00",
		"Cablegram LMP12345 [LISBON], 7 October 1945":        "Cablegram LMP12345|LISBON|1945-10-07 00:00",
		"Cablegrams 518, 31 PORT LINCOLN, 21 November 1945":  "Cablegrams 518, 31|PORT LINCOLN|1945-11-21 00:00",
		"Cablegram 371 CANBERRA, 2[4] October 1945 [1]":      "Cablegram 371|CANBERRA|1945-10-24 00:00",
		"Cablegram 1 TOKYO, 9 November 1945, 12 midnight":    "Cablegram 1|TOKYO|1945-11-09 23:59",
		"Letter ALLIED LAMPS,\n\nMELBOURNE, 25 May 1945":     "Letter|ALLIED LAMPS, MELBOURNE|1945-05-25 00:00",
		"Lisbon,[1](#f1) 17 November 1965":                   "|Lisbon|1965-11-17 00:00",
		"Lisbon, c. 11 December 1963[1](#f1)":                "|Lisbon|1963-12-11 00:00",
		"Lisbon, [about] 11 December 1963":                   "|Lisbon|1963-12-11 00:00",
		"Lisbon, circa December 1963":                        "|Lisbon|",
		"Lisbon, [ 5 February 1971] [1](#f1)":                "|Lisbon|1971-02-05 00:00",
		"Canberra, undated":                                  "|Canberra|",
		"Lisbon, March 1959":                                 "|Lisbon|",
		"Undated":                                            "||",
		"The Minister wrote on 4 February 1971 of the lamps": "none",
	} {
		doc := "---\ndoc_num: 7\ntitle: Lamps\nvol_id: 42\n---\n\n" + line + "\n\nThe lamp is lit.\n"
		m := readMarkdown("x.md", []byte(doc))
		d := &dfatDoc{editionDoc: editionDoc{doc: m.document, cable: &model.Cable{}}, markdown: m, notes: map[string]bool{}}
		d.divide()
		d.opening()
		got := "none"
		for _, b := range d.cable.Blocks {
			if b.Role == model.DatelineRole {
				got = b.Lead + "|" + d.place + "|"
				if !d.cable.Date.IsZero() {
					got += d.cable.Date.Format("2006-01-02 15:04")
				}
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}
