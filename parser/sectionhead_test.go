package parser

import (
	"strings"
	"testing"

	"reftel/model"
)

// sectionText is a fictional telegram in three sections, with what stands between them.
func sectionText(second, third string) string {
	return "R 171120Z MAR 76\nFM AMCONSUL PONTA DELGADA\nTO SECSTATE WASHDC 0250\nINFO AMEMBASSY LISBON\n\n" +
		"C O N F I D E N T I A L SECTION 1 OF 3 PONTA DELGADA 0011\n\nE.O. 11652: GDS\nTAGS: EFIS, PO\nSUBJECT: THE FISHING FLEET\n\n" +
		"1. THE FLEET SAILED BEFORE DAWN AND HAS NOT BEEN SEEN SINCE THE\nFOG CAME DOWN. THE HARBOR MASTER BELIEVES THAT IT WILL\n\n" +
		second + "COME HOME WITH THE TIDE. HE HAS LIT BOTH LAMPS AND RINGS\n\n" +
		third + "THE BELL EVERY QUARTER OF AN HOUR.\n\n2. MORE FOLLOWS.\nFENNIMORE\n"
}

const repeatedHead = "R 171120Z MAR 76\nFM AMCONSUL PONTA DELGADA\nTO SECSTATE WASHDC 0251\nINFO AMEMBASSY LISBON\n\n"

// The heads of further sections are page markers in mid-sentence, in whatever part they are repeated.
func TestSectionHeadsArePageMarkers(t *testing.T) {
	second := "CONFIDENTIAL\n\nNNNN\n" + repeatedHead + "C O N F I D E N T I A L SECTION 2 OF 3 PONTA DELGADA 0011\n\nE.O. 11652: GDS\nTAGS: EFIS, PO\nSUBJECT: THE FISHING FLEET\n\n"
	third := "C O N F I D E N T I A L SECTION 3 OF 3 PONTA DELGADA 0011\n\n"
	r := parseStream(t, sectionText(second, third))
	if len(r.Cables) != 1 {
		t.Fatalf("%d cables", len(r.Cables))
	}
	c := r.Cables[0]
	marks := c.MarksOf(model.PageBreak)
	if len(marks) != 2 || marks[0].Page != 2 || marks[1].Page != 3 || marks[1].Pages != 3 || !strings.HasSuffix(marks[0].Form, "SUBJECT: THE FISHING FLEET") {
		t.Errorf("marks %+v", marks)
	}
	block, _ := c.Paragraph(1)
	if text := c.Blocks[block].Text; !strings.HasSuffix(text, "IT WILL COME HOME WITH THE TIDE. HE HAS LIT BOTH LAMPS AND RINGS THE BELL EVERY QUARTER OF AN HOUR.") {
		t.Errorf("paragraph 1: %q", text)
	}
	if len(c.Warnings) > 0 || len(c.To) != 1 || len(c.Info) != 1 {
		t.Errorf("to %v, info %v, warnings %v", c.To, c.Info, c.Warnings)
	}
}

// What a further head says and the first does not is in a warning, and so are sections that are missing or
// out of order.
func TestSectionHeadsAreCompared(t *testing.T) {
	const line = "C O N F I D E N T I A L SECTION 2 OF 3 PONTA DELGADA 0011\n"
	last := strings.Replace(line, "2", "3", 1)
	for what, c := range map[string]struct{ second, third, want string }{
		"an addressee": {strings.Replace(repeatedHead, "LISBON", "MADRID", 1) + line, last, `the addressee "AMEMBASSY MADRID"`},
		"a slip":       {strings.Replace(repeatedHead, "LISBON", "LISBONN", 1) + line, last, ""},
		"a tag":        {line + "TAGS: EFIS, EWWT\n", last, "the tag EWWT"},
		"the subject":  {line + "SUBJECT: THE WHALING FLEET\n", last, `the subject "THE WHALING FLEET"`},
		"missing":      {"", last, "section 2 of 3"},
		"out of order": {last, line, "section 2 stands behind section 3"},
	} {
		r := parseStream(t, sectionText(c.second, c.third))
		if len(r.Cables) != 1 {
			t.Errorf("%s: %d cables", what, len(r.Cables))
			continue
		}
		warnings := ""
		for _, w := range r.Cables[0].Warnings {
			warnings += w.Text + "\n"
		}
		if (warnings == "") != (c.want == "") || !strings.Contains(warnings, c.want) {
			t.Errorf("%s: warnings %q", what, warnings)
		}
	}
}

// A classification line of another telegram, and words that only look like a head, stay text.
func TestTextIsNoSectionHead(t *testing.T) {
	for _, between := range []string{
		"C O N F I D E N T I A L SECTION 2 OF 3 LISBON 0011\n\n",
		"PAGE 01 OF THE LOG SAYS OTHERWISE\n",
		"R 171120Z MAR 76 IS THE LAST WE HEARD\n",
	} {
		r := parseStream(t, sectionText(between, ""))
		for _, c := range r.Cables {
			for _, m := range c.MarksOf(model.PageBreak) {
				t.Errorf("%q gives the mark %q", between, m.Form)
			}
		}
	}
}
