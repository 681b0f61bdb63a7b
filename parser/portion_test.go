package parser

import "testing"

// The starts of paragraphs that real cables have, slips included.
func TestReadNumber(t *testing.T) {
	for _, test := range []struct {
		text    string
		number  int
		marking string
		lead    string
	}{
		{"1. (SBU) The keeper", 1, "SBU", "1. (SBU)"},
		{"1.(C) The keeper", 1, "C", "1.(C)"},
		{"¶12. (C//NF) The keeper", 12, "C//NF", "¶12. (C//NF)"},
		{"\ufffd2.  (U) The keeper", 2, "U", "\ufffd2.  (U)"},
		{"1. C) The keeper", 1, "C", "1. C)"},
		{"5.(C/REL LIBYA) The keeper", 5, "C/REL LIBYA", "5.(C/REL LIBYA)"},
		{"1. (C - ENTIRE TEXT).", 1, "C - ENTIRE TEXT", "1. (C - ENTIRE TEXT)."},
		{"1. C-ENTIRE TEXT.", 1, "C-ENTIRE TEXT", "1. C-ENTIRE TEXT."},
		{"1. SECRET- ENTIRE TEXT", 1, "SECRET- ENTIRE TEXT", "1. SECRET- ENTIRE TEXT"},
		{"1. ENTIRE TEXT CONFIDENTIAL", 1, "CONFIDENTIAL", "1. ENTIRE TEXT CONFIDENTIAL"},
		{"1. THE KEEPER SENT THE ENTIRE TEXT.", 1, "", "1."},
		{"1. C-ENTIRE TEXT OF THE LETTER IS BELOW.", 1, "", "1."},
		{"3. (N/SF) The keeper", 3, "N/SF", "3. (N/SF)"},
		{"3. (/Rel UK) The keeper", 3, "/Rel UK", "3. (/Rel UK)"},
		{"3. (S-NF) The keeper", 3, "S-NF", "3. (S-NF)"},
		{"3 (C) The keeper", 3, "C", "3 (C)"},
		{"1. Summary: (SBU) The keeper", 1, "SBU", "1."},
		{"2. SUMMARY. The keeper", 2, "", "2."},
		{"2. (see above) The keeper", 2, "", "2."},
		{"1.4 (b) and (d)", 0, "", ""},
		{"1) the keeper", 0, "", ""},
		{"2007 was dry", 0, "", ""},
		{"(C) The keeper", 0, "", ""},
	} {
		p, ok := readNumber(test.text)
		if ok != (test.number > 0) || !ok {
			if ok {
				t.Errorf("%q begins paragraph %d", test.text, p.number)
			}
			continue
		}
		if p.number != test.number || string(p.marking) != test.marking || test.text[:p.lead] != test.lead {
			t.Errorf("%q: number %d, marking %q, lead %q", test.text, p.number, p.marking, test.text[:p.lead])
		}
	}
}

func TestReadBullet(t *testing.T) {
	for _, test := range []struct{ text, letter, lead string }{
		{"a. the lamp", "a", "a."},
		{"(a) the lamp", "a", "(a)"},
		{"A) the lamp", "A", "A)"},
		{"--A. the lamp", "A", "--A."},
		{"-- the lamp", "--", "--"},
		{"- the lamp", "-", "-"},
		{"• the lamp", "•", "•"},
		{"o the lamp", "o", "o"},
		{"¶B. (S/NF) the lamp", "B", "¶B. (S/NF)"},
		{"1) the lamp", "1", "1)"},
		{"U.S. lamps", "", ""},
		{"(C) the lamp", "", ""},
		{"a.m. lamps", "", ""},
		{"-------", "", ""},
		{"of the lamp", "", ""},
	} {
		letter, _, n := readBullet(test.text)
		if letter != test.letter || test.text[:n] != test.lead {
			t.Errorf("%q: letter %q, lead %q", test.text, letter, test.text[:n])
		}
	}
}

func TestFindPageMark(t *testing.T) {
	for _, test := range []struct {
		text, station string
		form          string
		page, pages   int
	}{
		{"LISBON 00000097 002 OF 005", "LISBON", "LISBON 00000097 002 OF 005", 2, 5},
		{"NEW DELHI 00005239  001.2 OF 007", "NEWDELHI", "NEW DELHI 00005239  001.2 OF 007", 1, 7},
		{"PORT AU PR 00002230  003 OF 004", "PORTAUPRINCE", "PORT AU PR 00002230  003 OF 004", 3, 4},
		{"the keeper's Plan LISBON 00000097 002 OF 002 was read", "LISBON", "LISBON 00000097 002 OF 002", 2, 2},
		{"LISBON 00000097 003 OF 003 and the ferry", "LISBON", "LISBON 00000097 003 OF 003", 3, 3},
		{"Lisbon 00000097 002 of 002", "LISBON", "Lisbon 00000097 002 of 002", 2, 2},
		{"PAGE 02        HARARE  06677  01 OF 03  291400Z", "", "PAGE 02        HARARE  06677  01 OF 03  291400Z", 2, 0},
		{"CONFIDENTIAL PAGE 02 ROME 01196 01 OF 02 082030Z B. ROME 1098", "", "CONFIDENTIAL PAGE 02 ROME 01196 01 OF 02 082030Z", 2, 0},
		{"PAGE 01        LISBON 00417  171538Z", "", "PAGE 01        LISBON 00417  171538Z", 1, 0},
		{"XXXXXXXXXXXX  002 OF 003", "LISBON", "XXXXXXXXXXXX  002 OF 003", 2, 3},
		{"XXXXXXXXXXXX  002 OF 003 boats", "LISBON", "", 0, 0},
		{"see PAGE 02 of the report", "", "", 0, 0},
		{"the winner of 002 of 005 races", "LISBON", "", 0, 0},
		{"S E C R E T SECTION 02 OF 05 LISBON 000097", "LISBON", "", 0, 0},
	} {
		m, ok := findPageMark(test.text, test.station)
		if form := m.span.In(test.text); !ok && test.form != "" || form != test.form || ok && (m.page != test.page || m.pages != test.pages) {
			t.Errorf("%q: %v %q, page %d of %d", test.text, ok, form, m.page, m.pages)
		}
	}
}
