package parser

import (
	"fmt"
	"strings"
	"testing"

	"reftel/model"
)

// fictionalTelegram is a whole telegram without a signal for its end.
func fictionalTelegram(above, dtg string, serial int) string {
	return fmt.Sprintf("%sP %s\nFM AMCONSUL PONTA DELGADA\nTO RUEHC/SECSTATE WASHDC 0250\nC O N F I D E N T I A L PONTA DELGADA %06d\n"+
		"E.O. 12958: DECL: 2019/03/17\nTAGS: PREL\nSUBJECT: OIL %d\n\n1. (C) The keeper asked for oil, time %d.\n\n2. (C) Nobody answers.\nFENNIMORE\n",
		above, dtg, serial, serial, serial)
}

// parseStream reads a file of telegrams and holds it to the rules of evidence.
func parseStream(t *testing.T, text string) Result {
	t.Helper()
	r := Parse("f", []byte(text), Options{})
	for _, broken := range evidence("f", []byte(text), r) {
		t.Error(broken)
	}
	if r.Format != model.Telegram {
		t.Errorf("format %q", r.Format)
	}
	return r
}

// The lists of offices above the date-time group belong to the telegram below, with or without a signal
// for the end of the one above.
func TestOfficesAboveTelegrams(t *testing.T) {
	const offices = "ACTION EUR-12\nINFO  OCT-01  ISO-00\n      NSC-05  /018 W\n          ---------------------     094417\n"
	for what, between := range map[string]string{"NNNN": "\nCONFIDENTIAL\n\nNNNN\n", "classification": "\n\nCONFIDENTIAL\n\n\n", "blank lines": "\n\n\n"} {
		text := ""
		for i := range 3 {
			text += fictionalTelegram(offices, fmt.Sprintf("17112%dZ MAR 76", i), 11+i) + between
		}
		r := parseStream(t, text)
		if len(r.Cables) != 3 || len(r.Furniture) > 0 {
			t.Fatalf("%s: %d cables, %d stretches of furniture", what, len(r.Cables), len(r.Furniture))
		}
		for i, c := range r.Cables {
			if want := fmt.Sprintf("76PONTADELGADA%d", 11+i); c.ID.String() != want || strings.Join(c.SignedBy, " ") != "FENNIMORE" {
				t.Errorf("%s: cable %s signed by %v, want %s", what, c.ID, c.SignedBy, want)
			}
			if b := c.Blocks[0]; b.Role != model.TransmissionRole || strings.Count(b.Text, "\n") != 3 || strings.HasPrefix(c.Blocks[len(c.Blocks)-1].Text, "ACTION") {
				t.Errorf("%s: %s begins with %+v", what, c.ID, c.Blocks[:4])
			}
		}
	}
}

// Telegrams of one minute are telegrams of their own, and so are copies of one; its sections, and its
// head when a damaged copy has it twice, are not.
func TestHeadsOfTelegrams(t *testing.T) {
	const dtg = "171120Z MAR 09"
	head, _, _ := strings.Cut(fictionalTelegram("", dtg, 11), "SUBJECT")
	first := strings.Replace(fictionalTelegram("", dtg, 11), " PONTA DELGADA 0", " SECTION 01 OF 02 PONTA DELGADA 0", 1)
	second := strings.Replace(fictionalTelegram("", "171121Z MAR 09", 11), " PONTA DELGADA 0", " SECTION 02 OF 02 PONTA DELGADA 0", 1)
	for what, c := range map[string]struct {
		text string
		want string
	}{
		"one minute":           {fictionalTelegram("", dtg, 11) + "\n" + fictionalTelegram("", dtg, 12), "09PONTADELGADA11 09PONTADELGADA12"},
		"one minute, closed":   {fictionalTelegram("", dtg, 11) + "NNNN\n\n" + fictionalTelegram("", dtg, 12) + "NNNN\n", "09PONTADELGADA11 09PONTADELGADA12"},
		"copies":               {strings.Repeat(fictionalTelegram("", dtg, 11)+"\n", 3), "09PONTADELGADA11 09PONTADELGADA11 09PONTADELGADA11"},
		"copies, closed":       {strings.Repeat(fictionalTelegram("", dtg, 11)+"NNNN\n", 2), "09PONTADELGADA11 09PONTADELGADA11"},
		"sections":             {first + "\n" + second, "09PONTADELGADA11"},
		"sections, closed":     {first + "NNNN\n\n" + second + "NNNN\n", "09PONTADELGADA11"},
		"head twice":           {head + "\n" + fictionalTelegram("", dtg, 11), "09PONTADELGADA11"},
		"number of other year": {fictionalTelegram("", dtg, 11) + "\n" + fictionalTelegram("", "171120Z MAR 08", 11), "09PONTADELGADA11 08PONTADELGADA11"},
	} {
		r := parseStream(t, c.text)
		var ids []string
		for _, cable := range r.Cables {
			ids = append(ids, cable.ID.String())
			if cable.DTG == "" || cable.From == "" || strings.Join(cable.SignedBy, " ") != "FENNIMORE" {
				t.Errorf("%s: %s has date-time group %q, from %q, signers %v", what, cable.ID, cable.DTG, cable.From, cable.SignedBy)
			}
		}
		if got := strings.Join(ids, " "); got != c.want || len(r.Furniture) > 0 {
			t.Errorf("%s: %s, want %s, furniture %v", what, got, c.want, r.Furniture)
		}
	}
}

// What belongs to no telegram of a file is counted, and the reader is told where it stands.
func TestFurnitureOfTelegrams(t *testing.T) {
	text := "A note by the clerk\n\n" + fictionalTelegram("", "171120Z MAR 09", 11) + "NNNN\nbound with\nthe other one\n\n" +
		fictionalTelegram("", "171121Z MAR 09", 12) + "NNNN\n"
	r := parseStream(t, text)
	if len(r.Warnings) != 1 || r.Warnings[0].Text != "3 lines belong to no cable: line 1, lines 16 to 17" {
		t.Errorf("warnings %+v", r.Warnings)
	}
}

// A telegram that lost its head may have a field above the TAGS.
func TestFieldsAboveTags(t *testing.T) {
	r := Parse("f", []byte("\nREF: RIGA 12\nE.O. 12958: N/A\nTAGS: PREL\n"), Options{Format: model.Telegram})
	if len(r.Cables) != 1 || len(r.Furniture) > 0 || listed(r.Cables[0].References) == "" {
		t.Errorf("%d cables, furniture %v", len(r.Cables), r.Furniture)
	}
}

// A telegram that lost its own head keeps the text above the head of its next section.
func TestTextAboveTheSecondSection(t *testing.T) {
	text := "\n\n1. C - ENTIRE TEXT\n\n\n2. SUMMARY: THE KEEPER OF THE LIGHT AT PONTA DELGADA ASKED THE HARBOUR MASTER FOR MORE OIL. END SUMMARY.\n\n\n" +
		"3. HE SAID THAT THE LAST BARREL HAD BEEN EMPTY SINCE SUNDAY.\n------------------026944 311527Z /44\nFM AMCONSUL PONTA DELGADA\n" +
		"TO SECSTATE WASHDC PRIORITY 1852\nINFO AMEMBASSY LISBON\nC O N F I D E N T I A L SECTION 02 OF 02 PONTA DELGADA 0011\n\n\n" +
		"4. IT IS STILL TOO EARLY TO SAY WHETHER THE HARBOUR MASTER WILL SEND WHAT THE KEEPER ASKED FOR.\n\n\nFENNIMORE\n"
	r := Parse("f", []byte(text), Options{Format: model.Telegram})
	for _, broken := range evidence("f", []byte(text), r) {
		t.Error(broken)
	}
	if len(r.Cables) != 1 || len(r.Furniture) > 0 {
		t.Fatalf("%d cables, %d stretches of furniture; want one cable and none", len(r.Cables), len(r.Furniture))
	}
	var numbers []int
	for _, b := range r.Cables[0].Blocks {
		if b.Kind == model.Paragraph && b.Number > 0 {
			numbers = append(numbers, b.Number)
		}
	}
	if got := fmt.Sprint(numbers); got != "[1 2 3 4]" {
		t.Errorf("paragraphs %s, want 1 to 4", got)
	}
}
