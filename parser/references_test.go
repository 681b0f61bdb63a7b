package parser

import (
	"strings"
	"testing"

	"reftel/model"
)

// listed writes references as "A 09MEXICO83?+" one after the other: bullet, id or kind=raw, "?" for
// an inferred year, "+" for "and previous".
func listed(refs []model.Reference) string {
	var out []string
	for _, r := range refs {
		s := r.ID.String()
		if r.Kind != model.RefCable {
			s = string(r.Kind) + "=" + r.Raw
		}
		if r.Bullet != "" {
			s = r.Bullet + " " + s
		}
		if r.YearInferred {
			s += "?"
		}
		if r.AndPrevious {
			s += "+"
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func TestReferencesGrammar(t *testing.T) {
	own := model.ID{Year: 2009, Station: "TRIPOLI", Serial: 402}
	for _, c := range []struct{ name, text, want string }{
		{"label, bullets", "REF: A. STATE 12345 B. 08 RIGA 7", "A 09STATE12345?, B 08RIGA7"},
		{"label twice", "REF: REF: SECSTATE 58408", "09STATE58408?"},
		{"no colon", "Ref: A Montreal 365, B Ottawa 406, C 05 Ottawa 2970 This message is sensitive", "A 09MONTREAL365?, B 09OTTAWA406?, C 05OTTAWA2970"},
		{"bullet dresses", "(A) ROME 1 [B] ROME 2 C) ROME 3 D.) ROME 4\nE: ROME 5\nF - Rome 6", "A 09ROME1?, B 09ROME2?, C 09ROME3?, D 09ROME4?, E 09ROME5?, F 09ROME6?"},
		{"bullets doubled", "A. A) ROME 1 B. (B) ROME 2 C. REF C ROME 3 D: D: ROME 4", "A 09ROME1?, B 09ROME2?, C 09ROME3?, D 09ROME4?"},
		{"bullets small", "a. 08 state 81854\n> b. TD-314/00000-09\n> c. Nairobi 1830", "A 08STATE81854, B report=TD-314/00000-09, C 09NAIROBI1830?"},
		{"numbered list", "1. ROME 10\n2. ROME 11", "1 09ROME10?, 2 09ROME11?"},
		{"pilcrows", "A. ROME 1\n     ¶B. ROME 2", "A 09ROME1?, B 09ROME2?"},
		{"backslashes", "A. A) BERN 12 \\\n \\\n     B. B) GENEVA 16 \\", "A 09BERN12?, B 09GENEVA16?"},
		{"years before", "A. 09DHAHRAN 201 B. '08 ROME 3 C. 2007 ROME 4 D. (99) ROME 5 E. 06-ROME-6 F.01 ROME 7", "A 09DHAHRAN201, B 08ROME3, C 07ROME4, D 99ROME5, E 06ROME6, F 01ROME7"},
		{"years behind", "ROME 701 (08); ROME 00789/08; ROME 5049-01; ROME 7718 99, ROME 5986 00", "08ROME701, 08ROME789, 01ROME5049, 99ROME7718, 00ROME5986"},
		{"O and zero", "(A)05 CHENNAI 0121, (B)O4 CHENNAI 0944 C. 05 0TTAWA 35 D. SANTIAG0 46 E. LAGOS O1512", "A 05CHENNAI121, B 04CHENNAI944, C 05OTTAWA35, D 09SANTIAGO46?, E 09LAGOS1512?"},
		{"marks at the serial", "BAGHDAD #3565; KUWAIT (C)02293; PRAGUE, 1228; STATE: 73097; STATE (01) 201265", "09BAGHDAD3565?, 09KUWAIT2293?, 09PRAGUE1228?, 09STATE73097?, 01STATE201265"},
		{"serial first", "870 Ulaanbaatar; 377 KATHMANDU", "09ULAANBAATAR870?, 09KATHMANDU377?"},
		{"station over a line end", "A) RIO \n \nDE JANEIRO 1291 B) 07 SAO PAULO \n0953", "A 09RIODEJANEIRO1291?, B 07SAOPAULO953"},
		{"station in many words", "EMBASSY VIENNA 1450; HO CHI MINH CITY 1; PORT A 76; ST. PETERSBURG 75; N'DJAMENA 5; UNCLASS USDA FAS 57863", "09VIENNA1450?, 09HOCHIMINHCITY1?, 09PORTAUPRINCE76?, 09STPETERSBURG75?, 09NDJAMENA5?, 09USDAFAS57863?"},
		{"station glued or misspelt", "A) HK05511 B) Colomobo 2304 C) CASA 12", "A 09HONGKONG5511?, B 09COLOMBO2304?, C 09CASABLANCA12?"},
		{"many serials", "A) GUANGZHOU 11657 and 7743, 12155 B) Kabul 692/317/274 C) ROME 1 & USUN 2", "A 09GUANGZHOU11657?, A 09GUANGZHOU7743?, A 09GUANGZHOU12155?, B 09KABUL692?, B 09KABUL317?, B 09KABUL274?, C 09ROME1?, C 09USUNNEWYORK2?"},
		{"year carried on", "07 ROME 21 AND 22", "07ROME21, 07ROME22"},
		{"station left out", "A. MANILA 2969\n  B. 2962 AND PREVIOUS", "A 09MANILA2969?, B 09MANILA2962?+"},
		{"and previous", "ROME 21 AND PREVIOUS 03 RANGOON 1427 (NOTAL) AND PREV", "09ROME21?+, 03RANGOON1427+"},
		{"titles behind", "A) ROME 1 -- THE 2 HARBOURS B) ROME 2 (ON ROME 3 AND OTHERS)", "A 09ROME1?, B 09ROME2?"},
		{"no cables", "A. DOE E-MAIL OF 3/4 B. IIR 6 832 0617 08 C. DOE-ROE TELCON JULY 1 D. SECDEF MSG DTG 301601Z SEP 08 E. USDEL 00007 F. ROME POINTS JULY 15",
			"A email=DOE E-MAIL OF 3/4, B report=IIR 6 832 0617 08, C phone=DOE-ROE TELCON JULY 1, D telegram=SECDEF MSG DTG 301601Z SEP 08, E telegram=USDEL 00007, F report=ROME POINTS JULY 15"},
		{"beside a cable", "ROME 21; FEB 24 DOE-ROE TELCON", "09ROME21?, phone=FEB 24 DOE-ROE TELCON"},
		{"dates are no serials", "A. 08 KIGALI 00830--05/DEC/2008 B. 01/11/06 ROME POINTS", "A 08KIGALI830, B report=01/11/06 ROME POINTS"},
		{"a year is no serial", "A. ROME 1784 B. 2007 AND PREVIOUS C. 08 ROME", "A 09ROME1784?, B other=2007 AND PREVIOUS, C other=08 ROME"},
		{"words before a station", "INCSR BRAZIL 2008", "report=INCSR BRAZIL 2008"},
		{"paragraph", "REF: SEE PARAGRAPH 8", "other=SEE PARAGRAPH 8"},
		{"none", "REF: None", ""},
		{"own page marker", "A) TRIPOLI 199, B) TRIPOLI 227 TRIPOLI 00000402 \n\n001.2 OF 003 ", "A 09TRIPOLI199?, B 09TRIPOLI227?"},
		{"old page marker", "A. STATE 40721 CONFIDENTIAL PAGE 02 ROME 01196 01 OF 02 082030Z B. ROME 1098", "A 09STATE40721?, B 09ROME1098?"},
		{"year between", "A. STATE 07 123456 B. STATE 06-12345 C. STATE-07-1234 D. ROME 2007/1234", "A 07STATE123456, B 06STATE12345, C 07STATE1234, D 07ROME1234"},
		{"year of a date", "ROME 6652, NOVEMBER 23, 2007; ROME 12 OF 2006; ROME 13 (12 MAY 2005); ROME 14 OF JUNE 5, 2009; ROME 15, JULY 1", "07ROME6652, 06ROME12, 05ROME13, 09ROME14, 09ROME15?"},
		{"year of the next", "ROME 709 (08) PARIS 542; ROME 152 (08) PARIS 75 (07)", "09ROME709?, 08PARIS542, 08ROME152, 07PARIS75"},
		{"year and serial alone", "08 ROME 1234 AND 07 1235", "08ROME1234, 07ROME1235"},
		{"words before the serial", "ROME TELNO 12; ROME CABLE 13; ROME NO. 14; ROME #15, #16", "09ROME12?, 09ROME13?, 09ROME14?, 09ROME15?, 09ROME16?"},
		{"kinds of posts", "U.S. EMBASSY PARIS 12; ConGen Lagos 47; REO HILLAH 3; USINT HAVANA 4", "09PARIS12?, 09LAGOS47?, 09HILLAH3?, 09HAVANA4?"},
		{"portion markings", "A. (C) ROME 1 B. (S/NF) ROME 2; (U) ROME 3", "A 09ROME1?, B 09ROME2?, B 09ROME3?"},
		{"one marking", "(C) ROME 1", "09ROME1?"},
		{"bullets with slashes", "A/ROME 1, B/ROME 2", "A 09ROME1?, B 09ROME2?"},
		{"bullets with numbers", "(1) ROME 1234 (2) ROME 1235 3) ROME 1236", "1 09ROME1234?, 2 09ROME1235?, 3 09ROME1236?"},
		{"brackets mistyped", "(AL ROME 7; (BL PARIS 8", "A 09ROME7?, B 09PARIS8?"},
		{"brackets around", "A. ROME 1 [NOTAL] B. [07 ROME 2] C. (PARIS 3)", "A 09ROME1?, B 07ROME2, C 09PARIS3?"},
		{"airgrams", "(A) A-121, JUNE 15: (B) ROME A-25. C. ROME 3; A-110", "A telegram=A-121, JUNE 15, B telegram=ROME A-25, C 09ROME3?, C telegram=A-110"},
		{"brackets that stay open", "(A ROME 7 (B PARIS 8", "A 09ROME7?, B 09PARIS8?"},
		{"years with their apostrophe", "ROME 12 ('08); ROME '07 1234; ROME 2006 1235", "08ROME12, 07ROME1234, 06ROME1235"},
		{"from one serial to another", "ROME 12 THROUGH 14", "09ROME12?, 09ROME14?"},
		{"missions", "US MISSION NATO 12; SECSATE 13; USMISSION OSCE 14", "09USNATO12?, 09STATE13?, 09USOSCE14?"},
		{"manuals", "A. 9 FAM 40.21 B. ROME 12", "A book=9 FAM 40.21, B 09ROME12?"},
		{"previous on its own", "A. ROME 1\nB. ROME 2\nC. AND PREVIOUS", "A 09ROME1?, B 09ROME2?+"},
		{"titles with words of reports", "A. ROME 1 -- A REPORT ON PIERS\nB. ROME 2: CABLE CARS", "A 09ROME1?, B 09ROME2?"},
		{"braces and cities", "{A} USNATO BRUSSELS 12 {B} SECSTATE WASHINGTON DC 13 {C} EU BRUSSELS 14", "A 09USNATO12?, B 09STATE13?, C 09USEUBRUSSELS14?"},
		{"a memo between semicolons", "ROME 12; DOE MEMO OF JUNE 5; ROME 13", "09ROME12?, other=DOE MEMO OF JUNE 5, 09ROME13?"},
		{"a circular", "ROME 12 CIRCULAR; STATE CA-3400 NOV 2, 1966", "09ROME12?, telegram=STATE CA-3400 NOV 2, 1966"},
		{"see", "SEE ROME 1 AND PARIS 2", "09ROME1?, 09PARIS2?"},
		{"self", "TRIPOLI 402, TRIPOLI 401", "09TRIPOLI401?"},
		{"next field", "REF: ROME 21 CLASSIFIED BY: CDA JANE DOE, ROME 22", "09ROME21?"},
		{"next paragraph", "REF: ROME 21\n1. (C) See ROME 22.", "09ROME21?"},
	} {
		if got := listed(parseReferences(c.text, 2009, own)); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

func TestReferencesReadBackToTheText(t *testing.T) {
	text := "REF: A. (A) STATE 12345 (NOTAL)\n ¶B. '08 SAO\nPAULO 7 AND 8; DOE E-MAIL"
	refs := parseReferences(text, 2009, model.ID{})
	want := []string{"STATE 12345", "'08 SAO\nPAULO 7", "8", "DOE E-MAIL"}
	if len(refs) != 3 { // a serial of one digit is too little to stand alone
		t.Fatalf("%d references: %s", len(refs), listed(refs))
	}
	want = append(want[:2], want[3])
	for i, r := range refs {
		if r.Raw != want[i] || r.Span.In(text) != r.Raw {
			t.Errorf("reference %d is %q, its span reads %q, want %q", i, r.Raw, r.Span.In(text), want[i])
		}
	}
}

func TestWrittenID(t *testing.T) {
	for s, want := range map[string]string{
		"10 MEXICO 83": "10MEXICO83", "10MEXICO83": "10MEXICO83", "MEXICO 83": "09MEXICO83?", "2010 MEXICO 000083": "10MEXICO83",
		"ASUNCION 701 (08)": "08ASUNCION701", "870 Ulaanbaatar": "09ULAANBAATAR870?", "Mexico City 83": "09MEXICO83?",
		"ARTICLE 57": "", "MEXICO": "", "83": "", "": "", "MEXICO 83 OR SO": "", "UNSCR 1737": "", "MEXICO 12 JULY": "",
	} {
		id, inferred, ok := parseWrittenID(s, 2009)
		got := id.String()
		if inferred {
			got += "?"
		}
		if ok != (want != "") || got != want {
			t.Errorf("parseWrittenID(%q) = %q, %v, want %q", s, got, ok, want)
		}
	}
}

func TestRepairID(t *testing.T) {
	for s, want := range map[string]string{
		"09SCTION08OF09NAIROBI809": "09NAIROBI809", "09EFTOLONDON2363": "09LONDON2363", "07OSLO000160ZDK164": "07OSLO160",
		"7575LIBREVILLE1895": "75LIBREVILLE1895", "06BELGADE856": "06BELGRADE856", "09AMEMBASSYHANOI911": "09HANOI911",
		"90STATE255291TOSEC140303": "90STATE255291", "06PORT-OF-SPAIN12": "06PORTOFSPAIN12", "1975STATE000012": "75STATE12",
		"08EFTOATHES12": "08ATHENS12", "08IGA12": "08RIGA12", "08OSQO12": "08OSLO12", "08OME12": "",
		"06ASTANA": "", "": "", "STATE12": "", "09XYZZY12": "",
	} {
		id, ok := repairID(s)
		if ok != (want != "") || id.String() != want {
			t.Errorf("repairID(%q) = %q, %v, want %q", s, id, ok, want)
		}
	}
}
