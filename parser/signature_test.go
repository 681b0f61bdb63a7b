package parser

import (
	"strings"
	"testing"

	"reftel/model"
)

// Where the name of the signer stands, and what only looks like one.
func TestSigners(t *testing.T) {
	for _, c := range []struct{ end, want string }{
		{"The lamp is lit.\n\nFENNIMORE\n", "FENNIMORE"},
		{"The lamp is lit.\n\nDE PREE\n\nCONFIDENTIAL\n\nDeclassified/Released US Department of State EO Systematic\nReview 30 JUN 2006\n", "DE PREE"},
		{"The lamp is lit. End comment. FENNIMORE", "FENNIMORE"},
		{"The lamp is lit.\nFENNIMORE\nBT\n#0011\nNNNN\n", "FENNIMORE"},
		{"The lamp is lit.\n\nFENNIMORE\nBT\n\n#0011\n", "FENNIMORE"},
		{"The lamp is lit. End comment. FENNIMORE\nBT\n#0011\n\nNNNN", "FENNIMORE"},
		{"The lamp is lit. FENNIMORE\nNNNN\nEnd Cable Text\n XXXXXXXXXXXX\n", "FENNIMORE"},
		{"The lamp is lit, and the post will report. Fennimore", "Fennimore"},
		{"The lamp is lit.\nEND TEXT FENNIMORE", "FENNIMORE"},
		{"The lamp is lit. (END COMMENT) FENNIMORE", "FENNIMORE"},
		{"The lamp is lit.\n\nMINIMIZE CONSIDERED FENNIMORE", "FENNIMORE"},
		{"The lamp is lit.\nVisit the post: http://www.example.org/lisbon/index. cfm Fennimore", "Fennimore"},
		{"The lamp is lit.\nVisit the post: http://www.example.org/lisbon/index. cfm\nfennimore", "fennimore"},
		{"The lamp is lit.\n************\nFennimore", "Fennimore"},
		{"XXXXXXXXXXXX\nFennimore", "Fennimore"},
		{"The lamp is lit.\nFennimore\nfennimore", "Fennimore"},
		{"The lamp is lit.\n\nFENNIMORE FENNIMORE\n", "FENNIMORE"},
		{"The lamp is lit.\nFennimore\n\n\"Visit Lisbon's Classified Web Site at http://www.example\n.org/wiki/Lisbon\"", "Fennimore"},
		{"The lamp is lit.\n\nVisit Lisbon's Classified Web Site at http://www.example.org/wiki\nFENNIMORE", "FENNIMORE"},
		{"The lamp is lit. End comment. FENNIMORE 0 03/17/2009 9871 PREL,PO WHO PAYS FOR THE OIL", "FENNIMORE"},
		{"The lamp is lit. End Comment.", ""},
		{"The deputy cleared this cable. Regards.", ""},
		{"He wrote to the editors of Farol @ EL\nPAÍS and the lamp is lit.", ""},
		{"The lamp is lit.\n\nEND COMMENT", ""},
		{"The lamp is lit and the keeper went to the NORTH", ""},
	} {
		cable := parseTelegram(t, fictionalHead+"1. (C) The keeper came by the mail boat on March 3.\n\n2. (C) "+c.end)
		if got := strings.Join(cable.SignedBy, "|"); got != c.want {
			t.Errorf("%q: signed by %q, want %q", c.end, got, c.want)
		}
		if n := len(numbers(cable)); n != 2 {
			t.Errorf("%q: %d paragraphs", c.end, n)
		}
		for i := range cable.Blocks {
			if b := &cable.Blocks[i]; b.Kind == model.Paragraph && strings.Contains(b.Text, "9871") {
				t.Errorf("%q: the data behind the signature is text", c.end)
			}
			if b := &cable.Blocks[i]; b.Kind != model.Trailer && (strings.Contains(b.Text, "#0011") || strings.HasPrefix(b.Text, "BT")) {
				t.Errorf("%q: %s %q", c.end, b.Kind, b.Text)
			}
		}
	}
}
