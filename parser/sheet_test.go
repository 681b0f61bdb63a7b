package parser

import (
	"strings"
	"testing"
)

// What the edge of two sheets of the 1970s layout says about the text on both sides. The printer puts one empty
// line below the line of the page and none above the foot; "|" stands for an edge without further ones, "^" for
// one with an empty line above the foot and "_" for one with a second empty line below the line of the page.
func TestSheetEdges(t *testing.T) {
	const (
		long = "THE KEEPER OF THE LIGHT CAME BY THE MAIL BOAT ON MARCH 3 AND TOLD"
		page = "CONFIDENTIAL\n\nCONFIDENTIAL\n\nPAGE 02        PONTA  00023  171120Z\n\n"
	)
	edges := strings.NewReplacer("|", page, "^", "\n"+page, "_", page+"\n")
	for _, c := range []struct{ name, text, want string }{
		{"a sentence that ends with the sheet", "1. " + long + "\nTHE CONSUL THAT NOBODY PAYS FOR OIL.\n|THE CONSUL, WHO IS OLD, TOLD HIM TO ASK THE HARBOUR FOR OIL.\n\n2. HE LEFT.\n",
			"1 " + long + " THE CONSUL THAT NOBODY PAYS FOR OIL. THE CONSUL, WHO IS OLD, TOLD HIM TO ASK THE HARBOUR FOR OIL.|2 HE LEFT."},
		{"an empty line above the foot", "1. " + long + "\nTHE CONSUL THAT NOBODY PAYS FOR OIL.\n^THE CONSUL, WHO IS OLD, TOLD HIM TO ASK THE HARBOUR FOR OIL.\n\n2. HE LEFT.\n",
			"1 " + long + " THE CONSUL THAT NOBODY PAYS FOR OIL.|P THE CONSUL, WHO IS OLD, TOLD HIM TO ASK THE HARBOUR FOR OIL.|2 HE LEFT."},
		{"entries that an empty line parts", "1. " + long + "\nTHE CONSUL WHO ROWS.\n\nOLD BOAT - HOLM\n_NEW BOAT - FENNIMORE\n\n2. HE LEFT.\n",
			"1 " + long + " THE CONSUL WHO ROWS.|H OLD BOAT - HOLM|H NEW BOAT - FENNIMORE|2 HE LEFT."},
		{"a number without an empty line", "1. " + long + "\nTHE CONSUL THAT NOBODY PAYS FOR OIL.\n|2. " + long + "\nHIM AGAIN.\n",
			"1 " + long + " THE CONSUL THAT NOBODY PAYS FOR OIL.|2 " + long + " HIM AGAIN."},
		{"the rows of a table", "1. " + long + "\nTHE CONSUL WHAT IT COSTS:\n\nA. OIL        30      3,600    CASH\nB. WICKS       4         40    CASH\n|C. A BOAT      1        900  CREDIT\nD. OARS        2          9    CASH\n\n2. HE LEFT.\n",
			"1 " + long + " THE CONSUL WHAT IT COSTS:|T A. OIL        30      3,600    CASH/B. WICKS       4         40    CASH/C. A BOAT      1        900  CREDIT/D. OARS        2          9    CASH|2 HE LEFT."},
		{"a list of names", "1. " + long + "\nTHE CONSUL WHO ROWS:\n\nADA HOLM\nOLE ULMERTON\n|ELI FENNIMORE\nIDA HOLLOWAY\n\n2. HE LEFT.\n",
			"1 " + long + " THE CONSUL WHO ROWS:|T ADA HOLM/OLE ULMERTON/ELI FENNIMORE/IDA HOLLOWAY|2 HE LEFT."},
		{"a name behind the edge", "1. " + long + "\nTHE CONSUL THAT NOBODY PAYS FOR OIL.\n|HOLLOWAY\nCONFIDENTIAL\nNNNN\n",
			"1 " + long + " THE CONSUL THAT NOBODY PAYS FOR OIL.|signed HOLLOWAY"},
		{"the last sentence behind the edge", "1. " + long + "\nTHE CONSUL THAT NOBODY PAYS FOR OIL.\n|REPLY PENDING.\nHOLLOWAY\nCONFIDENTIAL\nNNNN\n",
			"1 " + long + " THE CONSUL THAT NOBODY PAYS FOR OIL. REPLY PENDING.|signed HOLLOWAY"},
	} {
		if got := outline(parseTelegram(t, fictionalHead+edges.Replace(c.text))); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}
