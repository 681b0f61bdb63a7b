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
		{"a [2-1/2 lines ofsource text notdeclassified] b", "[2-1/2 lines ofsource text notdeclassified]", "2-1/2 lines", ""},
		{"a [3 lines of source text declassified] b", "[3 lines of source text declassified]", "3 lines", ""},
		{"a [1 paragraph (5 lines of source text) not declassified] b", "[1 paragraph (5 lines of source text) not declassified]", "1 paragraph (5 lines)", ""},
		{"a [_text not declassified_] b", "[_text not declassified_]", "text", ""},
		{"a [*entry in table not declassified] b", "[*entry in table not declassified]", "entry in table", ""},
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

func TestOmissions(t *testing.T) {
	testForms(t, model.Omission, []string{
		"The list follows. «[...]» The end.",
		"He went «[. . .]» and «[…]» home.",
		"«[Omitted here is a list of persons.]»",
		"one «[matter omitted]» two «[ _matter omitted_ ]» three «[matter omittedj»[2]",
		"He left. «. . .» She came. «. . .» «[...]»",
		"«. . . .» Then they went.",
		`The mayor said "we . . . came [...] in peace" and “saw [...] it”.`, // a drafter's cut of a quotation
		"built-in guarantees...the Russians ... are [sic] here....",
		"stole . . .it and it. . . was",
		"[emission omits] [k] [the rest]",
	})
}

func TestGarbles(t *testing.T) {
	testForms(t, model.Garble, []string{
		"one «[garble]» two «[GARBLED TEXT]» three «[2 words illegible]» four «[MISSING TEXT]»",
		"lost «¿¿¿¿¿» here «\ufffd\ufffd\ufffd» and there",
		"¿Que pasa? ¿¿Como?? Calder\ufffdn [sic]",
		`NEW DELHI 420Q «QA"z_1in» on July 24`,
		`the file a_b.txt, "quoted_name", https://example.org/a"b_c, in_name`,
	})
}

func TestProtectionRequests(t *testing.T) {
	testForms(t, model.Protect, []string{
		"Ana Uno «(strictly protect)», Juan Dos «(please protect)», Eva Tres «(PROTECT)» and",
		"the manager «(strictly protect throughout,)» said, and noted «(again, please protect)» that",
		"Luis Cuatro («strictly protect» - see reftels) and Rosa «(protect source)»",
		"told us -- «please protect» -- that; «PLEASE STRICTLY PROTECT».",
		"His name is known; «please protect his identity». «Strictly protect», he said.",
		"sensitive but unclassified. Please protect accordingly.",
	})
	testForms(t, model.Protect, []string{
		"Customs and Border Protection (CBP) protects protected areas (protect civilians)",
		"They must strictly protect the rights of all.",
		"(Protected) (the protection of contacts) (we protect them)",
	})
}
