package parser

import (
	"testing"

	"reftel/model"
)

func TestRedactionRuns(t *testing.T) {
	testForms(t, model.Redaction, []string{
		"«XXXXXXXXXXXX» said so.",
		"Poloff met «xxxxx» and «xxxxxxxxxxxx»'s brother.",
		"a businessman«XXXXXXXXXXXX» recently left",
		"The winter is cold.«XXXX» «XXXXXXXXXXXX» agreed.",
		"The «XXXXXXXXXXXXxxxx» family; «XXXXXXXXXXX»,s house",
		"«XXXXXXXXXXXXXXXXXXXXXXXX»",
		"«XXXXXXXXXXXX»went home, «xxxxx»told us, of«xxxxxxxxx» and",
		"one «XXXXXXXXXXXX» «XXXXXXXXXXXX» two", // each written run is a mark of its own
		"(«XXXXXXXXXXXX») and [«xxxxxxxxxx»] and \"«XXXX»\"",
		"Mr. «XXX» and Ambassador «XX» left; General «xxx» stayed.",
		"He named [«XX»] and [ «XXX» ].",
		"a call from «X X X X X» today",
		"«XXX XX XXX» called",
		"card number 1234«XXXX»",
		"call 555-«XXXX»",
		"http://www.«XXXXXXXXXXXX».example",
		"«XXXX»/«XXXX»",
	})
}

func TestRedactionShortRunBeginsSentence(t *testing.T) {
	testForms(t, model.Redaction, []string{
		"He left. XXX also said that he would come.", // nothing else in the cable is redacted
		"«XXXXXXXXXXXX» left. «XXX» also said that he would come.",
		"«XXXXXXXXXXXX» left. XXX corps were there, and the XXX party.",
	})
}

func TestRedactionFalseFriends(t *testing.T) {
	testForms(t, model.Redaction, []string{
		"Louis XXX, part XXI, the XXXth session, XX and XXX Corps",
		"Chapter XXXVIII of the XXXIV Olympiad; XXXXI",
		"Fill in DD/XX and XX/XX/XXXX or DD/MM/XXXX, XX-XX-XXXX, XXX-XX-XXXX, 20XX.",
		"See http://www.xxx.example/xxxx and https://example.org/xxxx today",
		"Size XXL, XXXL or XXXXL; Exxon, EXXON, Foxx, Maxxis",
		"( X ) yes (X) no [X] maybe [x]",
		"DECL: X1, X8 and 25X1",
		"TAGS XA, XF, XL, XX, XY",
		"------- - - - ***** =====",
		"X X X",
		"Generation X, X-ray and Vitamin X.",
		"Reason: 1.4 (b), (d) and B1",
		"This [sic] is fine, as is [ref A] and [the U.S.] and [sources].",
		"[he was removed from office] and [forces withdrawn from the city]",
		"[the law was declassified]",
		"Source marked 25X1-human, date of source June 1; DECL: 25X1, B1 visas and a B1/B2 visa, B7 An understanding",
		"Increase EXCISE taxes\nB1\nExcise tax for gasoline and EXCISE\n",
		"an empty link [](#f9) and the treaty's withdrawal notice",
		"Name: ____________ Date: ____",
	})
}

func TestRedactionTableColumns(t *testing.T) {
	c := cableOf("x")
	c.Blocks[0] = model.Block{Kind: model.Preformatted, Text: "PORT   A B C D\nOne    X X X X\nTwo    XXXXXXXXXXXX"}
	findMarks(c)
	if len(c.Marks) != 1 || c.Marks[0].Form != "XXXXXXXXXXXX" {
		t.Errorf("ticks in columns are no redactions: %+v", c.Marks)
	}
}

func TestRedactionWords(t *testing.T) {
	for _, tc := range []struct{ text, form, extent, code string }{
		{"(Note: [NAME REMOVED] agreed.)", "[NAME REMOVED]", "name", ""},
		{"a [Details removed] b", "[Details removed]", "details", ""},
		{"a [Source\nremoved] b", "[Source\nremoved]", "source", ""},
		{"a [Content removed] b", "[Content removed]", "content", ""},
		{"a [company name redacted] b", "[company name redacted]", "company name", ""},
		{"a [redacted] b", "[redacted]", "", ""},
		{"a [REDACTED - 2 lines] b", "[REDACTED - 2 lines]", "2 lines", ""},
		{"a [redacted: B6] b", "[redacted: B6]", "", "B6"},
		{"a [deleted] b", "[deleted]", "", ""},
		{"a [name withheld by request] b", "[name withheld by request]", "name", ""},
		{"a [name not declassified] b", "[name not declassified]", "name", ""},
		{"a [less than 1 line not declassified] b", "[less than 1 line not declassified]", "less than 1 line", ""},
		{"a [3 lines of source text not declassified] b", "[3 lines of source text not declassified]", "3 lines", ""},
		{"a [2-1/2 lines ofsource text notdeclassified] b", "[2-1/2 lines ofsource text notdeclassified]", "2 1/2 lines", ""},
		{"a [3 lines of source text declassified] b", "[3 lines of source text declassified]", "3 lines", ""},
		{"a [1 paragraph (5 lines of source text) not declassified] b", "[1 paragraph (5 lines of source text) not declassified]", "1 paragraph (5 lines)", ""},
		{"a [_text not declassified_] b", "[_text not declassified_]", "text", ""},
		{"a [*entry in table not declassified] b", "[*entry in table not declassified]", "entry in table", ""},
		{"a [text redcated] b", "[text redcated]", "text", ""},
		{"a [2 lines deleted] b", "[2 lines deleted]", "2 lines", ""},
		{"a [excised] B1, 1.4(D) b", "[excised] B1, 1.4(D)", "", "B1, 1.4(D)"},
		{"a [DELETION] b", "[DELETION]", "", ""},
		{"a [] EXCISE b", "[] EXCISE", "", ""},
		{"a [ ] EXCISE B1 b", "[ ] EXCISE B1", "", "B1"},
		{"a [25X1A9a] b", "[25X1A9a]", "", "25X1A9A"},
		{"a [STATINTL] b", "[STATINTL]", "", "STATINTL"},
		{"a [P1, P6] b", "[P1, P6]", "", "P1, P6"},
		{"a [(b)(1), (b)(6)] b", "[(b)(1), (b)(6)]", "", "(b)(1), (b)(6)"},
		{"a [1.4(B),1.4(D)] b", "[1.4(B),1.4(D)]", "", "1.4(b), 1.4(d)"},
		{"a\nEXCISE\nb", "EXCISE", "", ""},
		{"a\n  25X1A9a\nb", "25X1A9a", "", "25X1A9A"},
		{"a\n1.4(B), 1.4(D)\nb", "1.4(B), 1.4(D)", "", "1.4(B), 1.4(D)"},
		{"a [ ] b", "[ ]", "", ""},
		{"a [] B1 b", "[] B1", "", "B1"},
		{"a [ ] 1.4(B), 1.4(D) b", "[ ] 1.4(B), 1.4(D)", "", "1.4(B), 1.4(D)"},
		{"a [b(1)] b", "[b(1)]", "", "b(1)"},
		{"a [B7C] b", "[B7C]", "", "B7C"},
		{"a [3.3(b)(1)] b", "[3.3(b)(1)]", "", "3.3(b)(1)"},
		{"a ______ B6 b", "______ B6", "", "B6"},
	} {
		c := cableOf(tc.text)
		findMarks(c)
		got := c.MarksOf(model.Redaction)
		if len(got) != 1 {
			t.Errorf("%q: %d redactions, want one: %+v", tc.text, len(got), got)
			continue
		}
		if m := got[0]; m.Form != tc.form || m.Extent != tc.extent || m.Code != tc.code {
			t.Errorf("%q: form %q extent %q code %q", tc.text, m.Form, m.Extent, m.Code)
		}
	}
}
