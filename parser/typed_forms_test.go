package parser

import (
	"strings"
	"testing"

	"reftel/model"
)

// The ways of texts typed all in capitals, on lines that end where the typist liked.
func TestTypedOutlines(t *testing.T) {
	const long = "THE KEEPER OF THE LIGHT CAME BY THE MAIL BOAT ON MARCH 3 AND TOLD"
	for _, c := range []struct{ name, text, want string }{
		{"a number behind an end mark", "SUMMARY: " + long + "\nTHE CONSUL THAT NOBODY PAYS.\nEND SUMMARY.1. ART. 4 OF THE LEASE SAYS THAT THE HARBOUR PAYS FOR OIL\nAND WICKS.\n\n2. HE LEFT.\n",
			"P SUMMARY: " + long + " THE CONSUL THAT NOBODY PAYS.|P END SUMMARY.|1 ART. 4 OF THE LEASE SAYS THAT THE HARBOUR PAYS FOR OIL AND WICKS.|2 HE LEFT."},
		{"a short line in mid-sentence above the last", "1. " + long + "\nTHE CONSUL THAT NOBODY HAS PAID FOR ANY OF THE OIL OF THE LIGHT AT\nTHE END OF THE MOLE WHICH HE\nHAD ORDERED IN LISBON.\nHOLLOWAY\n",
			"1 " + long + " THE CONSUL THAT NOBODY HAS PAID FOR ANY OF THE OIL OF THE LIGHT AT THE END OF THE MOLE WHICH HE HAD ORDERED IN LISBON.|signed HOLLOWAY"},
		{"points of two lines", "1. " + long + "\nTHE CONSUL WHAT HE NEEDS:\n- OIL FOR THE LAMP AT THE END OF THE\nMOLE;\n- A BOAT.\n\n2. HE LEFT.\n",
			"1 " + long + " THE CONSUL WHAT HE NEEDS:|S OIL FOR THE LAMP AT THE END OF THE MOLE;|S A BOAT.|2 HE LEFT."},
		{"a title of an outline", "1. " + long + "\nTHE CONSUL THAT NOBODY PAYS.\n\nII. THE HARBOUR\n" + long + "\nTHE CONSUL THAT IT FREEZES.\n\n2. HE LEFT.\n",
			"1 " + long + " THE CONSUL THAT NOBODY PAYS.|H II. THE HARBOUR|P " + long + " THE CONSUL THAT IT FREEZES.|2 HE LEFT."},
		{"a form with numbers and letters", "1. 335/01/A0004\n2. 031374\n3. A. HOLM\n6A. REPLY TO --\n6B. --\n7. CABLE: LIGHT\n8. " + long + "\nTHE CONSUL WHAT IT COSTS.\n",
			"1 335/01/A0004|2 031374|3 A. HOLM|S REPLY TO --|S --|7 CABLE: LIGHT|8 " + long + " THE CONSUL WHAT IT COSTS."},
		{"sums below the columns", "1. " + long + "\nTHE CONSUL WHAT IT COSTS:\n\nOIL           30      3,600    CASH\nWICKS          4         40    CASH\nA BOAT         1        900  CREDIT\n                       CASH   3,640\n                     CREDIT     900\n\n2. HE LEFT.\n",
			"1 " + long + " THE CONSUL WHAT IT COSTS:|T OIL           30      3,600    CASH/WICKS          4         40    CASH/A BOAT         1        900  CREDIT/                       CASH   3,640/                     CREDIT     900|2 HE LEFT."},
		{"cells below a column", "1. " + long + "\nTHE CONSUL WHO ROWS.\n\nTHE OLD\nBOAT            HOLM\n                ULMERTON\n               FENNIMORE\n\nSPARE           NOBODY\n\n2. HE LEFT.\n",
			"1 " + long + " THE CONSUL WHO ROWS.|T THE OLD/BOAT            HOLM/                ULMERTON/               FENNIMORE|T SPARE           NOBODY|2 HE LEFT."},
		{"a number below a list", "1. " + long + "\nTHE CONSUL WHO PAYS:\n\n   A.  THE HARBOUR - 30 (34 PERCENT)\n   B.  THE TOWN - 12 (13 PERCENT)\n   2.  " + long + "\nHIM AGAIN.\n",
			"1 " + long + " THE CONSUL WHO PAYS:|S THE HARBOUR - 30 (34 PERCENT)|S THE TOWN - 12 (13 PERCENT)|2 " + long + " HIM AGAIN."},
		{"a note behind the signature", "1. " + long + "\nTHE CONSUL THAT NOBODY PAYS.\n\nAMERICAN CONSULATE\nPONTA DELGADA\nHOLLOWAY\n\nNOTE BY THE CENTRE: PASSED.\n",
			"1 " + long + " THE CONSUL THAT NOBODY PAYS.|T AMERICAN CONSULATE/PONTA DELGADA|signed HOLLOWAY"},
		{"a schedule", "1. " + long + "\nTHE CONSUL WHEN HE ROWS.\n\nSUNDAY, MARCH 4\n\n0930 - BOAT LEAVES\n\n5:15 P.M. BOAT ARRIVES\n\n2. HE LEFT.\n",
			"1 " + long + " THE CONSUL WHEN HE ROWS.|P SUNDAY, MARCH 4|P 0930 - BOAT LEAVES|P 5:15 P.M. BOAT ARRIVES|2 HE LEFT."},
	} {
		if got := outline(parseTelegram(t, fictionalHead+c.text)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// 6A and 6B stand for paragraph 6: none is missing.
func TestPartsOfParagraphsAreNoGap(t *testing.T) {
	c := parseTelegram(t, fictionalHead+"1. OIL\n\n2A. REPLY TO --\n\n2B. --\n\n3. WICKS\n")
	for _, w := range c.Warnings {
		t.Errorf("warning %q", w.Text)
	}
}

// Titles, signatures and header fields that stand in unusual places.
func TestUnusualPlaces(t *testing.T) {
	c := parseTelegram(t, "R 171122Z MAR 66\nFM AMCONSUL PONTA DELGADA\nTO SECSTATE WASHDC\nINFO ZEN/AMEMBASSY LISBON\nC O N F I D E N T I A L PONTA DELGADA 23\n"+
		"E.O. 10501: GP-3\nSUBJECT:\n\nOIL FOR THE LIGHT\n\nREF: LISBON 11\n\n1. The keeper came.\n\n2. He left.\n\nGP-3\nHOLLOWAY\n")
	if c.Subject != "OIL FOR THE LIGHT" || len(c.References) != 1 {
		t.Errorf("subject %q, %d references", c.Subject, len(c.References))
	}
	if len(c.Info) != 1 || c.Info[0].Name != "AMEMBASSY LISBON" {
		t.Errorf("info %+v", c.Info)
	}
	if strings.Join(c.SignedBy, " ") != "HOLLOWAY" {
		t.Errorf("signed by %v", c.SignedBy)
	}
	c = parseTelegram(t, fictionalHead+"1. (C) The keeper came.\n\n-------------------------\nxxxxxxxxxxxx and the Light\n-------------------------\n\n2. (C) He left.\n")
	if got := outline(c); got != "1 The keeper came.|H xxxxxxxxxxxx and the Light|2 He left." {
		t.Errorf("outline %s", got)
	}
}

// The first line of a sheet is its classification, also where it says that the telegram may have come twice.
func TestClassificationOfCopy(t *testing.T) {
	c := parseTelegram(t, "UNCLASSIFIED   POSS DUPE\n\nPAGE 01  PONTA 00023  171122Z\n\nR 171122Z MAR 74\nFM AMCONSUL PONTA DELGADA\nTO SECSTATE WASHDC\nUNCLAS PONTA DELGADA 23\nE.O. 11652: N/A\nSUBJ: OIL FOR THE LIGHT\n\nTHE KEEPER CAME.\nHOLLOWAY\n")
	if b := c.Blocks[0]; b.Role != model.ClassificationRole || b.Text != "UNCLASSIFIED   POSS DUPE" {
		t.Errorf("block %+v", b)
	}
}

// A REF field ends where text follows it without an empty line, and a short line above a name is the text's last.
func TestTextRightBelowReferences(t *testing.T) {
	const head = "R 171122Z MAR 74\nFM AMCONSUL PONTA DELGADA\nTO SECSTATE WASHDC\nUNCLAS PONTA DELGADA 23\nE.O. 11652: N/A\nSUBJ: OIL FOR THE LIGHT\n"
	for _, ref := range []string{"A-4876", "LISBON 11"} {
		c := parseTelegram(t, head+"REF: "+ref+"\nTHE KEEPER OF THE LIGHT CAME BY THE MAIL BOAT ON MARCH 3 AND TOLD\nTHE CONSUL THAT NOBODY HAS PAID FOR THE OIL AND THAT HE AWAITS\nADVICE\nHOLLOWAY\nUNCLASSIFIED\nNNNN\n")
		if got := outline(c); got != "P THE KEEPER OF THE LIGHT CAME BY THE MAIL BOAT ON MARCH 3 AND TOLD THE CONSUL THAT NOBODY HAS PAID FOR THE OIL AND THAT HE AWAITS ADVICE|signed HOLLOWAY" {
			t.Errorf("%s: %s", ref, got)
		}
		if len(c.References) != 1 || c.References[0].Raw != ref {
			t.Errorf("%s: references %+v", ref, c.References)
		}
	}
}

// Lines of a head end in a backslash where a database wrote them out.
func TestHeadWithBackslashes(t *testing.T) {
	text := strings.ReplaceAll(fictionalTelegram("", "171122Z MAR 76", 23), "\n", "\\\n")
	r := parseStream(t, text)
	if len(r.Cables) != 1 {
		t.Fatalf("%d cables", len(r.Cables))
	}
	c := r.Cables[0]
	if c.ID.String() != "76PONTADELGADA23" || c.From != "AMCONSUL PONTA DELGADA" || c.DateKind != "" || len(c.MarksOf(model.Garble)) > 0 || len(numbers(c)) != 2 {
		t.Errorf("%s from %q, date %v, paragraphs %v", c.ID, c.From, c.Date, numbers(c))
	}
}
