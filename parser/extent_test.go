package parser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/internal/shared"
	"reftel/model"
)

// redactionsOf returns the redactions in a text.
func redactionsOf(text string) []model.Mark {
	c := cableOf(text)
	findMarks(c)
	return c.MarksOf(model.Redaction)
}

// TestExtents: every spelling of a mark comes out in the one normal form.
func TestExtents(t *testing.T) {
	for extent, spellings := range map[string][]string{
		"less than 1 line": {"less than 1 line not declassified", "less than 1 line of source text not declassified",
			"less than 1 1ine not declassified", "less than l line not declassified", "less than one line not declassified",
			"less then 1 line not declassified", "lessthan 1 line not declassified",
			"less than 1 line ofsource text not declassified", "less than 1 lineof source text not declassified",
			"less than 1 line of sourcetext not declassified", "less than 1 line of source text notdeclassified",
			"less than 1 line of source text not declas- sified", "less than 1 line of source text not de-classified",
			"less than 1 line of source text not declassifled", "iess than 1 line not declassified", "less than 1 line of soucre text not declassified",
			"less than 1 line\nof source text\nnot declassified", "Less than 1 line not declassified.", "less than 1 line not declasified",
			"less than 1 line not deciassified", "lessthan1lineofsourcetextnotdeclassified", "less than 1 line n0t declassified",
			"less than 1 lines not declassified", "less than 1 line of source text declassified"},
		"less than 2 lines": {"less than 2 lines not declassified", "less than two lines not declassified", "less than 2lines of source text not declassified", "less than 2 lines notdeclassified"},
		"1 line":            {"1 line not declassified", "1 lines of source text not declassified", "l line not declassified", "I line not declassified", "11ine not declassified"},
		"1 1/2 lines": {"1-1/2 lines not declassified", "11/2 lines of source text not declassified", "1 1/2 lines not declassified", "1½ lines not declassified",
			"1-½ lines not declassified", "1–1/2 lines not declassified", "l-1/2 lines not declassified", "1-l/2 lines not declassified", "12/2 lines not declassified", "1-1/2lines of source text not declassified"},
		"2 1/2 lines":                  {"21/2 lines of source text not declassified", "22/2 lines of source text not declassified", "2½ lines not declassified", "2- 1/2 lines not declassified"},
		"7 lines":                      {"7lines not declassified"},
		"8 lines":                      {"8- lines of source text not declassified"},
		"9 1/2 lines":                  {"91/2 lines of source text not declassified"},
		"13 1/2 lines":                 {"13-1/2 lines of source text not declassified", "131/2 lines of source text not declassified"},
		"2 3/4 pages":                  {"2-3/4 pages not declassified", "2¾ pages of source text not declassified", "23/4 pages not declassified"},
		"3 lines":                      {"3 lines of source text declassified", "3 lines declassified", "3 lines of text not declassified", "3 line not declassified", "3 lines is not declassified", "3 lines not declassified by the agency"},
		"2 lines":                      {"2 lines not declassified", "2 1ines not declassified", "2 Iines not declassified", "2 lmes not declassified", "two lines of source text not declassified"},
		"8 sentences":                  {"8sentences not declassified", "8 sentences not declassified", "8 sen- tences not declassified"},
		"1 sentence (5 1/2 lines)":     {"1 sentence (5-1/2 lines) not declassified"},
		"5 sentences (9 lines)":        {"5 sentences (9 lines) not declassified"},
		"1 paragraph (6 lines)":        {"1 paragraph (6 lines) not declassified", "1 paragraph (6 lines of source text) not declassified", "1 paragraph(6 lines) not declassified", "1 pargraph (6 lines of sourcetext) notdeclassified", "1 para graph (6 lines) not declassified"},
		"1 paragraph (9 1/2 lines)":    {"1 paragraph (9-1/2 lines of source text) not declassified", "1 paragraph (91/2 lines of source text) not declassified"},
		"3 paragraphs (19 lines)":      {"3 paragraphs (19 lines of source text) not declassified", "3 paragraphs (19 lines) not declassified", "3 pararaphs (19 Iines) not declassified"},
		"6 lines of 2-column text":     {"6 lines of 2-column source text not declassified"},
		"table (7 columns, 9 rows)":    {"Table (7 columns, 9 rows) not declassified", "table (7 columns,9 rows) not declassified"},
		"table (7 columns and 6 rows)": {"table (7 columns and 6 rows) not declassified"},
		"table (3/4 page)":             {"Table (3/4 page of source text) not declassified", "table (¾ page) not declassified"},
		"list (7 lines)":               {"list (7 lines of source text) not declassified"},
		"entry in table":               {"* entry in table not declassified", "*entry in table not declassified"},
		"1 entry":                      {"one entry not declassified", "1 entries not declassified"},
		"4 entries":                    {"4 entries not declassified", "four entries not declassified"},
		"2 entries":                    {"2 entries not declassified"},
		"name":                         {"name not declassified", "Name not declassified", "namenot declassified", "name declassified", "nane not declassified", "name not declassified)", "_name not declassified_", "NAME NOT DECLASSIFIED"},
		"names":                        {"Names not declassified"},
		"5 names":                      {"5 names not declassified", "five names not declassified"},
		"6 document numbers":           {"6 document numbers not declassified", "six document numbers not declassified"},
		"document number":              {"document number not declassified", "documnet number not declassified", "documentnumber not declassified", "document nurnber not declassified"},
		"telegram number":              {"telegram number not declassified", "telegrarn number not declassified"},
		"dollar amount":                {"dollar amount not declassified", "dollar arnount not declassified", "dollaramount not declassified"},
		"cryptonym":                    {"cryptonym not declassified", "crytponym not declassified"},
		"codeword":                     {"codeword not declassified"},
		"text":                         {"text not declassified", "Text not declassified"},
		"source text":                  {"source text not declassified"},
		"heading and 2 paragraphs":     {"heading and 2 paragraphs not declassified"},
		"1 line and 2 paragraphs":      {"1 line not declassified and 2 paragraphs not declassified"},
		"folder title":                 {"folder title not declassified"},
		"handling restriction":         {"handling restriction not declassified"},
		"column":                       {"column not declassified"},
		"remainder of page":            {"remainder of page not declassified", "remainder of page is not declassified"},
		"name and title":               {"name and title not declassified"},
		"2 footnotes (3 lines)":        {"2 footnotes (3 lines of source text) not declassified"},
		"portion marking":              {"portion marking not declassified"},
		"approximately 3 pages":        {"approximately 3 pages not declassified"},
		"3 paragraphs (1 column of 2-column text)": {"3 paragraphs (1 column of 2-column source text) not declassified"},
		"": {"not declassified"},
	} {
		for _, spelling := range spellings {
			text := "before [" + spelling + "] after"
			got := redactionsOf(text)
			if len(got) != 1 || got[0].Extent != extent || got[0].Form != "["+spelling+"]" {
				t.Errorf("[%s]: %+v, want one redaction of %q", spelling, got, extent)
			}
		}
	}
}

// TestExtentsWithoutBracket: marks that lost a bracket, and those that never had one.
func TestExtentsWithoutBracket(t *testing.T) {
	testForms(t, model.Redaction, []string{
		"told «[2 lines of source text not declassified» that he would come",
		"told «[name not declassified)» that he would come",
		"told «[1 paragraph (6 lines) not declassified}» that",
		"told «[name notdeclassified»\nand [the other] left",
		"«[[3 lines not declassified]]»",
		"He said that [«[name not declassified]» had come].",
		"«[1 line [of source text] not declassified]»",
		"Source: Files of the agency. Secret. «6 pages not declassified».",
		"Secret; Priority; «less than 1 line not declassified». Drafted on May 2.",
		"Source: Files. «3 paragraphs (19 lines) not declassified».",
	})
	if got := redactionsOf("Secret. 6 pages not declassified."); len(got) != 1 || got[0].Extent != "6 pages" {
		t.Errorf("a source note: %+v", got)
	}
	c := cableOf("x")
	for i, note := range []string{"One line expunged.", "Remainder of this sentence has been expunged.", "Three or four words expunged.", "Matter expunged.", "The clause was expunged."} {
		c.Blocks = append(c.Blocks, model.Block{Kind: model.Note, Letter: string(rune('1' + i)), Text: note})
	}
	findMarks(c)
	var extents []string
	for _, m := range c.MarksOf(model.Redaction) {
		extents = append(extents, m.Extent)
	}
	if got := strings.Join(extents, "; "); got != "1 line; remainder of this sentence; 3 or 4 words; matter" {
		t.Errorf("notes of an edition: %q", got)
	}
}

func TestExtentFalseFriends(t *testing.T) {
	testForms(t, model.Redaction, []string{
		"[the law was declassified]",
		"[declassified] [Declassified in 1998] [document declassified by the archives]",
		"[the memorandum was not declassified] until 1990",
		"The report was not declassified. The pages were declassified; two pages are not classified.",
		"[the report is not classified] [unclassified] [1 line not classified]",
		"Also printed in Declassified Documents, 1977. The 3 pages were declassified",
		"[2 lines] [name] [3 paragraphs follow] [1/2 page]",
		"[he asked that 3 lines be declassified]",
		"[2 lines crossed out] [unknown word]",
	})
}

// TestKnownSpellings: every known spelling of the Foreign Relations series is one redaction, with an
// extent that holds only words of the vocabulary.
func TestKnownSpellings(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(shared.Dir(t), "corpus", "frus-redaction-marks", "variants.tsv"))
	if err != nil {
		t.Skip("skip: the list of spellings is not here")
	}
	for line := range strings.Lines(string(data)) {
		_, form, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		got := redactionsOf("before " + form + " after")
		if len(got) != 1 || got[0].Form != form || got[0].Extent == "" {
			t.Errorf("%s: %+v", form, got)
			continue
		}
		e := readExtent(got[0].Extent)
		if !e.known || e.String() != got[0].Extent {
			t.Errorf("%s: extent %q is not in normal form (%q)", form, got[0].Extent, e)
		}
	}
}
