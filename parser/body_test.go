package parser

import (
	"fmt"
	"strings"
	"testing"

	"reftel/model"
)

// outline writes the blocks below the header, each as its kind and its first words.
func outline(c *model.Cable) string {
	var out []string
	for i := range c.Blocks {
		b := &c.Blocks[i]
		name := map[model.BlockKind]string{model.Heading: "H", model.Paragraph: "P", model.SubParagraph: "S", model.Preformatted: "T", model.Signature: "signed", model.Rule: "-"}[b.Kind]
		if name == "" || b.Kind == model.Rule {
			continue
		}
		if b.Number > 0 {
			name = fmt.Sprint(b.Number)
		}
		out = append(out, name+" "+strings.ReplaceAll(b.Text, "\n", "/"))
	}
	return strings.Join(out, "|")
}

// What parts the text into blocks, and what must not.
func TestOutlines(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"caption in mid-sentence", "1. (C) The keeper asked the Secretary for oil and a\n\nSIPDIS\nboat to fetch it.\n", "1 The keeper asked the Secretary for oil and a boat to fetch it."},
		{"caption before the rest of a line", "1. (C) The keeper asked the Secretary for a\nSIPDIS boat to fetch it.\n", "1 The keeper asked the Secretary for a boat to fetch it."},
		{"caption between paragraphs", "1. (C) The keeper came.\n\nSIPDIS\n\n2. (C) He left.\n", "1 The keeper came.|2 He left."},
		{"caption that is meant", "1. (C) The post asks all to include\nSIPDIS in every reply.\n", "1 The post asks all to include SIPDIS in every reply."},
		{"sheet with a classification line", "1. (C) The keeper asked for oil and a\n\n\nPAGE 02 RUEHPDA0023 C O N F I D E N T I A L PONTA DELGADA 000023\nboat to fetch it.\n", "1 The keeper asked for oil and a boat to fetch it."},
		{"sheet among classifications and captions", "1. (C) The keeper asked for oil and a\n\nCONFIDENTIAL\n\nCONFIDENTIAL PTQ1859\nSIPDIS\nPAGE 02        LISBON  00012  01 OF 02  171120Z\nCONFIDENTIAL\n\nSIPDIS\nboat to fetch it.\n", "1 The keeper asked for oil and a boat to fetch it."},
		{"sheet below the end of a line", "1. (C) The keeper asked for oil and a  CONFIDENTIAL\nPAGE 02        LISBON  00012  01 OF 02  171120Z boat to fetch it.\n", "1 The keeper asked for oil and a boat to fetch it."},
		{"numbers before brackets", "1. (C) The post asks:\n\n1) (C) Who pays?\n\n2) (C) Who rows?\n\n2. (U) Answers are welcome.\n", "1 The post asks:|S Who pays?|S Who rows?|2 Answers are welcome."},
		{"an enclosed letter", "1. (C) The keeper came.\n\n2. (C) His letter:\n\n1. I am the keeper.\n\n2. I ask for oil.\n\n3. I ask for a boat.\n\n3. (C) Comment: He means it.\n",
			"1 The keeper came.|2 His letter:|1 I am the keeper.|2 I ask for oil.|3 I ask for a boat.|3 Comment: He means it."},
		{"a bracket behind an empty line", "1. (C) The keeper came by boat with his brother Ole Ulmerton\n\n(the younger one) and left again.\n", "1 The keeper came by boat with his brother Ole Ulmerton (the younger one) and left again."},
		{"numbers in order", "1. (C) Needs of the light, which the keeper named:\n\nA. Oil and wicks for the lamp at the end of the mole (OIL-1)\n1) Oil for the winter, which begins early on the island (OIL-2)\n2) Wicks for the winter, of the kind that burns longest (OIL-3)\n",
			"1 Needs of the light, which the keeper named:|S Oil and wicks for the lamp at the end of the mole (OIL-1)|S Oil for the winter, which begins early on the island (OIL-2)|S Wicks for the winter, of the kind that burns longest (OIL-3)"},
		{"END and its word", "1. (C) Summary: The keeper asked for oil and a boat. End\n\nSummary.\n\n2. (C) He left.\n", "1 Summary: The keeper asked for oil and a boat. End Summary.|2 He left."},
		{"a title in two halves", "1. (C) The keeper came.\n\n---------------------\nTHE LIGHT IS LIT AGAIN: NEITHER OIL NOR\n\nBOAT WAS PAID FOR\n---------------------\n\n2. (C) He left.\n", "1 The keeper came.|H THE LIGHT IS LIT AGAIN: NEITHER OIL NOR BOAT WAS PAID FOR|2 He left."},
		{"a title between dashes", "1. (C) The keeper came.\n\n-- The Harbour --\n\n2. (C) He left.\n", "1 The keeper came.|H -- The Harbour --|2 He left."},
		{"an address is no title", "1. (C) The keeper came.\n\nVisit the post: http://www.example.org/lisbon\n\n2. (C) He left.\n", "1 The keeper came.|P Visit the post: http://www.example.org/lisbon|2 He left."},
		{"the last of a list is no title", "1. (C) The keeper came by the mail boat on March 3 and told the consul that\nnobody has paid for the oil of the light. He met:\n\nAda Fennimore, Consul\nOle Ulmerton, Vice Consul\nThe Captain of the Boat\n\n2. (C) He left.\n", "1 The keeper came by the mail boat on March 3 and told the consul that nobody has paid for the oil of the light. He met:|T Ada Fennimore, Consul/Ole Ulmerton, Vice Consul/The Captain of the Boat|2 He left."},
		{"a bullet above a rule", "1. (C) The keeper asked:\n-- for oil; and\n-- for a boat.\n------------\nThe Harbour\n------------\n2. (C) He left.\n", "1 The keeper asked:|S for oil; and|S for a boat.|H The Harbour|2 He left."},
	} {
		cable := parseTelegram(t, fictionalHead+c.text)
		if got := outline(cable); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// Every warning is true of the text.
func TestWarnings(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "1. (C) One.\n\n2. (C) Two.\n", ""},
		{"gap", "1. (C) One.\n\n3. (C) Three.\n", "numbers: paragraph 3 follows paragraph 1"},
		{"twice", "1. (C) One.\n\n1. (C) Two.\n\n2. (C) Three.\n", ""},
		{"again", "1. (C) One.\n\n2. (C) Two.\n\n2. (C) Three.\n", "numbers: two paragraphs have the number 2"},
		{"back", "1. (C) One.\n\n2. (C) Two.\n\n3. (C) Three.\n\n2. (C) Four.\n", "numbers: paragraph 2 follows paragraph 3"},
		{"late start", "4. (C) Four.\n\n5. (C) Five.\n", "numbers: the first paragraph has the number 4"},
		{"no list", "1. (C) As reported (ref a).\n", "references: REF list missing"},
		{"no text", "", "no text: the cable has a header and no text"},
	} {
		var got []string
		for _, w := range parseTelegram(t, fictionalHead+c.text).Warnings {
			got = append(got, string(w.Kind)+": "+w.Text)
		}
		if all := strings.Join(got, "|"); !strings.HasPrefix(all, c.want) || c.want == "" && all != "" || len(got) > 1 {
			t.Errorf("%s: %q, want %q", c.name, all, c.want)
		}
	}
	sections := strings.Replace(fictionalHead, "C O N F I D E N T I A L", "C O N F I D E N T I A L SECTION 01 OF 03", 1)
	for text, want := range map[string]string{
		"1. (C) One.\n": "the classification line counts 3 sections and the text has no page markers",
		"1. (C) One.\nPONTA DELG 00000023 002 OF 003\n2. (C) Two.\n":                                          "no page marker begins section 3 of 3",
		"1. (C) One.\nPONTA DELG 00000023 002 OF 003\n2. (C) Two.\nPONTA DELG 00000023 003 OF 003\nFENNIMORE": "",
	} {
		got := ""
		for _, w := range parseTelegram(t, sections+text).Warnings {
			got += w.Text
		}
		if !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestWhatTheTextAnnouncesIsNoHeading(t *testing.T) {
	r := Parse("list.txt", []byte("O 011200Z MAR 09\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC\n\nCONFIDENTIAL LISBON 000777\n\nSUBJECT: TWO GUESTS\n\n"+
		"1. (C) The two guests are:\n\nAda Fennimore, Vesmara\nOle Ulmerton, Eldholm\n\n2. (C) They left.\n"), Options{})
	for _, b := range r.Cables[0].Blocks {
		if b.Kind == model.Heading {
			t.Errorf("%q is a heading", b.Text)
		}
	}
}

// A page marker of the older form counts sheets, not sections, and takes the words of classification
// and captions around it along.
func TestSheets(t *testing.T) {
	const sheet = "CONFIDENTIAL\n\nCONFIDENTIAL\n\nPAGE 04        LISBON  00012  03 OF 03  171120Z\n\nSIPDIS"
	cable := parseTelegram(t, fictionalHead+"1. (C) The keeper asked for oil and a\n"+sheet+"\nboat to fetch it.\n")
	marks := cable.MarksOf(model.PageBreak)
	if len(marks) != 1 || marks[0].Page != 4 || marks[0].Pages != 0 || marks[0].Form != sheet {
		t.Errorf("marks %+v", marks)
	}
	cable = parseTelegram(t, strings.Replace(fictionalHead, "SUBJECT: ", "SUBJECT: THE LIGHT AND\n CONFIDENTIAL\nPAGE 02        LISBON  00012  01 OF 02  171120Z ", 1)+"1. (C) The keeper came.\n")
	if marks := cable.MarksOf(model.PageBreak); strings.Contains(cable.Subject, "CONFIDENTIAL") || !strings.HasPrefix(cable.Subject, "THE LIGHT AND") || len(marks) != 1 || !strings.HasPrefix(marks[0].Form, "CONFIDENTIAL") {
		t.Errorf("subject %q, marks %+v", cable.Subject, marks)
	}
}

// The words, numbers and markings that stand before and behind a summary are no part of it.
func TestSummaryText(t *testing.T) {
	for text, want := range map[string]string{
		"1. (C) Summary: The oil is short. End Summary.\n":           "The oil is short.",
		"1. (C) Summary. 1. (C) Summary. The oil is short.\n":        "The oil is short.",
		"1. Summary (C): The oil is short.\n":                        "The oil is short.",
		"1. (C) Introduction and Summary: The oil is short.\n":       "The oil is short.",
		"1. (C) SUMMARY:\nThe keeper wrote that the oil is short.\n": "The keeper wrote that the oil is short.",
	} {
		cable := parseTelegram(t, fictionalHead+text+"\n2. (C) The keeper came by the mail boat.\n")
		if cable.Summary != want {
			t.Errorf("%q: %q, want %q", text, cable.Summary, want)
		}
	}
}
