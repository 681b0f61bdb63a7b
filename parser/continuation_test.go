package parser

import (
	"strings"
	"testing"

	"reftel/model"
)

// fictionalHead is the part of a telegram above its REF line.
const fictionalHead = "DE RUEHPD #0023/01 0761120\nO R 171120Z MAR 09\nFM AMCONSUL PONTA DELGADA\nTO RUEHC/SECSTATE WASHDC 0011\n\n" +
	"C O N F I D E N T I A L PONTA DELGADA 000023\n\nE.O. 12958: DECL: 2019/03/17\nTAGS: PREL, PO\nSUBJECT: WHO PAYS FOR THE OIL\n\n"

// parseTelegram reads a text of one cable.
func parseTelegram(t *testing.T, text string) *model.Cable {
	t.Helper()
	r := Parse("f", []byte(text), Options{Format: model.Telegram})
	for _, broken := range evidence("f", []byte(text), r) {
		t.Errorf("%q: %s", text, broken)
	}
	if len(r.Cables) != 1 {
		t.Fatalf("%q: %d cables", text, len(r.Cables))
	}
	return r.Cables[0]
}

// fields returns the texts of the header blocks of one role, parted by "|".
func fields(c *model.Cable, role model.Role) string {
	var out []string
	for i := range c.Blocks {
		if b := &c.Blocks[i]; b.Kind == model.Header && b.Role == role {
			out = append(out, b.Text)
		}
	}
	return strings.Join(out, "|")
}

// An entry of a REF list that begins its own line keeps it; the list goes on over empty lines.
func TestReferenceLines(t *testing.T) {
	for _, c := range []struct{ name, text, block, refs string }{
		{"bullets", "REF: A. LISBON 12\n     ¶B. 08 RABAT 7\n     (C) STATE 9 (A TITLE THAT\nGOES ON)", "A. LISBON 12\n¶B. 08 RABAT 7\n(C) STATE 9 (A TITLE THAT GOES ON)", "A 09LISBON12?, B 08RABAT7, C 09STATE9?"},
		{"no bullets", "REF: LISBON 12\nRABAT 7", "LISBON 12\nRABAT 7", "09LISBON12?, 09RABAT7?"},
		{"a line that awaits more", "REF: LISBON 12 AND\nRABAT 7", "LISBON 12 AND RABAT 7", "09LISBON12?, 09RABAT7?"},
		{"a serial on the next line", "REF: A. LISBON\n12", "A. LISBON 12", "A 09LISBON12?"},
		{"over an empty line", "REF: A. LISBON 12\n\n     ¶B. 13", "A. LISBON 12\n¶B. 13", "A 09LISBON12?, B 09LISBON13?"},
		{"behind dashes", "REFS:  (A) LISBON 12\n\n-      (B) LISBON 13\n-      (C) LISBON 14", "(A) LISBON 12\n-      (B) LISBON 13\n-      (C) LISBON 14", "A 09LISBON12?, B 09LISBON13?, C 09LISBON14?"},
		{"an id in two", "REF: A) LISBON 12, B) RIO\n\nDE JANEIRO 7", "A) LISBON 12, B) RIO DE JANEIRO 7", "A 09LISBON12?, B 09RIODEJANEIRO7?"},
		{"no cable", "REF: A. LISBON 12\n\nB. FENNIMORE E-MAIL OF MARCH 2", "A. LISBON 12\nB. FENNIMORE E-MAIL OF MARCH 2", "A 09LISBON12?, B email=FENNIMORE E-MAIL OF MARCH 2"},
		{"an entry in two", "REF: (A) LISBON 12 (B) ULMERTON 12/14/08\n\nE-MAIL TO THE HARBOUR DESK", "(A) LISBON 12 (B) ULMERTON 12/14/08 E-MAIL TO THE HARBOUR DESK", "A 09LISBON12?, B email=ULMERTON 12/14/08 E-MAIL TO THE HARBOUR DESK"},
		{"label behind the letter", "A. REF LISBON 12\n   B. RABAT 7", "A. REF LISBON 12\nB. RABAT 7", "A 09LISBON12?, B 09RABAT7?"},
		{"label before each letter", "REF A KEEPER'S LETTER TO THE CONSUL\nREF B LISBON 12", "REF A KEEPER'S LETTER TO THE CONSUL\nREF B LISBON 12", "A other=KEEPER'S LETTER TO THE CONSUL, B 09LISBON12?"},
		{"a paragraph is no entry", "REF: LISBON 12\n\n1. (C) The keeper came.", "LISBON 12", "09LISBON12?"},
		{"a heading is no entry", "REF: LISBON 12 AND PREVIOUS\n\nSUMMARY\n-------", "LISBON 12 AND PREVIOUS", "09LISBON12?+"},
	} {
		cable := parseTelegram(t, fictionalHead+c.text+"\n\nClassified By: Consul Ada Fennimore.\n\n1. (C) The keeper came by boat.\n\nFENNIMORE\n")
		if got := fields(cable, model.ReferencesRole); got != c.block {
			t.Errorf("%s: block\n got %q\nwant %q", c.name, got, c.block)
		}
		if got := listed(cable.References); got != c.refs {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.refs)
		}
	}
}

// The reason of a classification keeps its line where the line before is complete.
func TestReasonLines(t *testing.T) {
	for text, want := range map[string]string{
		"Classified By: Consul Ada Fennimore.\nReason: 1.4 (b)":    "Consul Ada Fennimore.\nReason: 1.4 (b)",
		"Classified By: Consul Ada Fennimore,\nreasons 1.4 (b)":    "Consul Ada Fennimore, reasons 1.4 (b)",
		"CLASSIFIED BY: CONSUL ADA FENNIMORE FOR\nREASONS 1.4 (b)": "CONSUL ADA FENNIMORE FOR REASONS 1.4 (b)",
	} {
		cable := parseTelegram(t, fictionalHead+text+"\n\n1. (C) The keeper came by boat.\n")
		if got := fields(cable, model.ClassifiedByRole); got != want {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
		if len(cable.ClassifiedBy) != 1 || !strings.EqualFold(cable.ClassifiedBy[0], "Ada Fennimore") || len(cable.Reasons) != 1 {
			t.Errorf("%q: %q, %q", text, cable.ClassifiedBy, cable.Reasons)
		}
	}
}

// An empty line may cut a subject in capitals in two; other lines in capitals are no part of it.
func TestSubjectOverAnEmptyLine(t *testing.T) {
	head := strings.Split(fictionalHead, "SUBJECT:")[0]
	for text, want := range map[string]string{
		"SUBJECT: THE KEEPER OF THE LIGHT AND HIS\n\nTWO BROTHERS WANT OIL": "THE KEEPER OF THE LIGHT AND HIS TWO BROTHERS WANT OIL",
		"SUBJECT: THE KEEPER OF THE LIGHT AND HIS OIL\n\nSTATE FOR EUR/WE":  "THE KEEPER OF THE LIGHT AND HIS OIL",
		"SUBJECT: The keeper of the light and his oil\n\nTHE HARBOUR":       "The keeper of the light and his oil",
		"SUBJECT: THE KEEPER OF THE LIGHT AND HIS OIL\n\nSENSITIVE":         "THE KEEPER OF THE LIGHT AND HIS OIL",
	} {
		cable := parseTelegram(t, head+text+"\n\nREF: LISBON 12\n\n1. (C) The keeper came by boat.\n")
		if cable.Subject != want || listed(cable.References) != "09LISBON12?" {
			t.Errorf("%q: %q, %s", text, cable.Subject, listed(cable.References))
		}
	}
}

// Damaged and unusual heads: what is there is read, and nothing of the text is taken for a head.
func TestUnusualHeads(t *testing.T) {
	c := parseTelegram(t, "INFO RUEHTH/AMEMBASSY LISBON 0121\nRUEHPD/AMCONSUL PONTA DELGADA\n\nE.O. 12958: N/A\n\n1. (U) The keeper came.\n")
	if len(c.Info) != 2 || c.Info[0].MCN != "0121" {
		t.Errorf("a text that begins with INFO: %+v", c.Info)
	}
	c = parseTelegram(t, "PAGE 01        LISBON  00012  171120Z\nINFO  OCT-01 ISO-00 /002 R\n171120Z MAR 76\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC\nC O N F I D E N T I A L LISBON 0012\nE.O. 11652: GDS\n\n1. THE KEEPER CAME.\n")
	if len(c.Info) != 0 {
		t.Errorf("offices of the 1970s layout are addressees: %+v", c.Info)
	}
	c = parseTelegram(t, "DEPT FOR EUR E.O. 12958: DECL: 03/17/2019\n\n1. (U) The keeper came.\n")
	if c.DeclassifyOn != "2019-03-17" {
		t.Errorf("a label in mid-line: %q", c.DeclassifyOn)
	}
	c = parseTelegram(t, "E.O. 12958: DECL: 03/17/2019\nTAGS: PREL PO\nREF: A) LISBON 12 B) ...\n\nC O N F I D E N T I A L PONTA DELGADA 000023\nSUBJECT: THE OIL\n\n1. (C) The keeper came.\n")
	if c.Serial != 0 && c.Serial != 23 || c.Subject != "THE OIL" || listed(c.References) != "A 09LISBON12?" && len(c.References) != 1 {
		t.Errorf("a record with its header twice: %s, %q, %s", c.ID, c.Subject, listed(c.References))
	}
	c = parseTelegram(t, strings.TrimSuffix(fictionalHead, "\n")+"\n1.  (U) CLASSIFIED BY ADA FENNIMORE, CONSUL.  REASON: 1.5 (D)\n\n2. (C) The keeper came.\n")
	if strings.Join(c.ClassifiedBy, "|") != "ADA FENNIMORE" || strings.Join(c.Reasons, "|") != "1.5(d)" || len(numbers(c)) != 2 {
		t.Errorf("classified by in paragraph 1: %q, %q, %v", c.ClassifiedBy, c.Reasons, numbers(c))
	}
	c = parseTelegram(t, "5. (U) THE HARBOUR WAS OPENED\nTO COMBAT THE SILENCE OF THE WINTER.\n\nFENNIMORE\n\n   UNCLASSIFIED\n")
	if len(c.To) != 0 || strings.Join(c.SignedBy, "|") != "FENNIMORE" {
		t.Errorf("a line of text begins with TO: %+v, signed %q", c.To, c.SignedBy)
	}
}

// The first letter of a spaced classification is easily lost or doubled.
func TestDamagedClassification(t *testing.T) {
	for line, level := range map[string]model.Level{
		"E C R E T PONTA DELGADA 000023":                                 model.Secret,
		"SS E C R E T SECTION 01 OF 02 PONTA DELGADA 000023":             model.Secret,
		"CC O N F I D E N T I A L SECTION 01 OF 02 PONTA DELGADA 000023": model.Confidential,
		"N C L A S SECTION 01 OF 02 PONTA DELGADA 000023":                model.Unclassified,
	} {
		if c, ok := parseClassificationLine(line); !ok || c.Level != level || c.Serial != 23 || c.Station != "PONTADELGADA" {
			t.Errorf("%q: %+v, %v", line, c, ok)
		}
	}
	for _, line := range []string{"E C HARBOUR 000023", "Secrets of the port", "ECRET PONTA DELGADA 000023"} {
		if c, ok := parseClassificationLine(line); ok {
			t.Errorf("%q is read as %+v", line, c)
		}
	}
}

// A publisher's damaged id is mended, and the reader is told.
func TestDamagedPublishersID(t *testing.T) {
	page := func(id string) *model.Cable {
		return Parse("f", []byte("<table class='cable'><tr><th>Reference ID</th></tr><tr><td>"+id+"</td></tr></table><pre>x</pre><pre>"+
			strings.ReplaceAll(fictionalHead, "\n", "&#x000A;")+"1. (C) The keeper came.</pre>"), Options{Format: model.CablegatePage}).Cables[0]
	}
	for id, warned := range map[string]bool{"09PONTADELGADA23": false, "09ECTION01OF02LISBON23": true} {
		c := page(id)
		mended := false
		for _, w := range c.Warnings {
			mended = mended || w.Kind == WarnID && strings.Contains(w.Text, "damaged")
		}
		if c.Serial != 23 || c.Year != 2009 || mended != warned {
			t.Errorf("%s: %s, warned %v", id, c.ID, mended)
		}
	}
}

// A subject ends where text follows it without an empty line: many lines, and room at the end of the subject's own.
func TestTextRightBelowSubject(t *testing.T) {
	const head = "R 171122Z MAR 74\nFM AMCONSUL PONTA DELGADA\nTO SECSTATE WASHDC\nUNCLAS PONTA DELGADA 23\nE.O. 11652: N/A\nSUBJ: "
	for _, c := range []struct{ text, want string }{
		{"KEEPERS FOR THE LIGHT\nWE RECOMMEND:\nNAME: OLE ULMERTON\nBORN: LISBON, MARCH 3, 1934\nFLUENCY IN ENGLISH: FAIR\nSERVICE: THE OLD BOAT\nEDUCATION: NONE\nHOLLOWAY\n", "KEEPERS FOR THE LIGHT"},
		{"KEEPERS FOR THE LIGHT OF PONTA DELGADA AND FOR THOSE OF\nLISBON\nWE RECOMMEND:\nNAME: OLE ULMERTON\nBORN: LISBON, MARCH 3, 1934\nFLUENCY IN ENGLISH: FAIR\nSERVICE: THE OLD BOAT\nEDUCATION: NONE\nHOLLOWAY\n", "KEEPERS FOR THE LIGHT OF PONTA DELGADA AND FOR THOSE OF LISBON"},
		{"KEEPERS FOR THE\nLIGHT\n\nWE RECOMMEND OLE ULMERTON.\nHOLLOWAY\n", "KEEPERS FOR THE LIGHT"},
		{"KEEPERS FOR THE\nLIGHT\n1. WE RECOMMEND:\nNAME: OLE ULMERTON\nBORN: LISBON, MARCH 3, 1934\nFLUENCY IN ENGLISH: FAIR\nSERVICE: THE OLD BOAT\nEDUCATION: NONE\nHOLLOWAY\n", "KEEPERS FOR THE LIGHT"},
	} {
		if got := parseTelegram(t, head+c.text).Subject; got != c.want {
			t.Errorf("%q: subject %q", c.text, got)
		}
	}
}

// Lines that go on with a subject or with TAGS although they look like others, and a heading that does not.
func TestLinesBehindSubjectAndTags(t *testing.T) {
	for text, want := range map[string]string{
		"TAGS: PREL PO\nSUBJECT: THE ROAD\nTO THE HARBOUR\n":        "THE ROAD TO THE HARBOUR PREL|PO",
		"TAGS: PREL\n\nEFIN, PO\n\nSUBJECT: THE ROAD\n":             "THE ROAD PREL|EFIN|PO",
		"TAGS: PREL PO\nSUBJECT: THE ROAD\nSUMMARY\n":               "THE ROAD PREL|PO",
		"TAGS: PREL PO\nSUBJECT: THE ROAD\nFOR OFFICIAL USE ONLY\n": "THE ROAD PREL|PO",
	} {
		r := Parse("f", []byte(text+"\n1. (U) The keeper came.\n"), Options{Format: model.Telegram})
		var codes []string
		for _, tag := range r.Cables[0].Tags {
			codes = append(codes, tag.Code)
		}
		if got := r.Cables[0].Subject + " " + strings.Join(codes, "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
