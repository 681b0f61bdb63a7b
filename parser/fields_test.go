package parser

import (
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"reftel/model"
)

func TestTags(t *testing.T) {
	for text, want := range map[string]string{
		"PREL, MARR, MX":                                    "PREL|MARR|MX",
		"PREL MARR MX\nNATO, UK":                            "PREL|MARR|MX|NATO|UK",
		"TAGS: prel, parm,\nmx":                             "PREL|PARM|MX",
		"ovip (doe, jane b.), prel":                         "OVIP|DOE, JANE B.|PREL",
		"OVIP OAKES JANE PREL":                              "OVIP|OAKES, JANE|PREL",
		"OVIP, OAKES, JANE, PREL":                           "OVIP|OAKES, JANE|PREL",
		"PM ROE ROBERT OAKES JANE CONSULAR AFFAIRS":         "PM|ROE, ROBERT|OAKES, JANE|CONSULAR AFFAIRS",
		"ETRDEINVECINPGOVCS":                                "ETRD|EINV|ECIN|PGOV|CS",
		"KNNPMNUC":                                          "KNNP|MNUC",
		"IT IZ IZPREL IZPREL":                               "IT|IZ|PREL",
		"IS GAZA DISENGAGEMENT ISRAELI PALESTINIAN AFFAIRS": "IS|GAZA DISENGAGEMENT|ISRAELI PALESTINIAN AFFAIRS",
		"KJUS TIP IN TURKEY":                                "KJUS|TIP IN TURKEY",
		"GM KU COUNTRY\nCLEARANCE":                          "GM|KU|COUNTRY CLEARANCE",
		"PREL UNDESCO MOPPS RU SYR":                         "PREL|UNESCO|MOPS|RS|SY",
		"PREL, UNGA/C-6":                                    "PREL|UNGA/C-6",
		"PREL SIPDIS":                                       "PREL",
		"PREL & PGOV AND IT":                                "PREL|PGOV|IT",
		"OVIP (JANE Q. OAKES), IT":                          "OVIP|OAKES, JANE Q.|IT",
		"IAGS, TGEN, BL":                                    "IAGS|TGEN|BL",
		"PREL, IT        SECRET     PAGE 02       ROME  03067  211833Z": "PREL|IT",
		"PREL, IT SUBJECT: SHIPS":            "PREL|IT",
		"PREL/PGOV/KDEM, IT":                 "PREL|PGOV|KDEM|IT",
		"ECON.PGOV.PREL":                     "ECON|PGOV|PREL",
		"PREL - PGOV -- IT":                  "PREL|PGOV|IT",
		"-PREL, (U), N/A, IT":                "PREL|IT",
		"PREL P GOV IT":                      "PREL|PGOV|IT",
		"PREL MPOS POGOV PRELL":              "PREL|MOPS|PGOV",
		"PREL, IT, ANCOM":                    "PREL|IT|ANCOM",
		"EAIR CA OPEN SKIES":                 "EAIR|CA|OPEN SKIES",
		"PREL, IT, LA PAZ":                   "PREL|IT|LA PAZ",
		"PREL, IT, BLUE STAR LINE, LAW STAR": "PREL|IT|BLUE STAR LINE|LAW STAR",
		"PREL\n\nA line of text":             "PREL",
		"something, here":                    "SOMETHING|HERE",
		"":                                   "",
	} {
		var codes []string
		for _, tag := range parseTags(text) {
			codes = append(codes, tag.Code)
		}
		if got := strings.Join(codes, "|"); got != want {
			t.Errorf("parseTags(%q)\n got %s\nwant %s", text, got, want)
		}
	}
	if tags := parseTags("CH, DOE (ROE, JANE)"); tags[0].Meaning == "" || tags[0].Kind != model.TagGeographic || tags[2].Kind != model.TagPerson {
		t.Errorf("kinds and meanings: %+v", tags)
	}
}

func TestSubject(t *testing.T) {
	for _, c := range []struct {
		text, subject string
		marking       model.Marking
	}{
		{"SUBJECT: A PORT IN WINTER \nSEEN FROM THE\n\nREF: ROME 1", "A PORT IN WINTER SEEN FROM THE", ""},
		{"(C/NF) A PORT", "A PORT", "C/NF"},
		{"A PORT (SBU)", "A PORT", "SBU"},
		{"Grants for Projects (Iceland)", "Grants for Projects (Iceland)", ""},
		{"A PORT Classified By: CDA Jane Doe", "A PORT", ""},
		{"SUBJECT:: A PORT", "A PORT", ""},
		{"SUBJECT - A PORT", "A PORT", ""},
		{"(C/NF): A PORT", "A PORT", "C/NF"},
		{"A PORT (C-NE0-00012)", "A PORT (C-NE0-00012)", ""},
		{"A PORT DERIVED FROM: DSCG 1", "A PORT", ""},
		{"A PORTREF: ROME 1", "A PORT", ""},
		{"A PORT, SEEN TWICE Sensitive but Unclassified", "A PORT, SEEN TWICE", ""},
		{"A PORT\nIN WINTER\n\nGENEVA 00002654  001.2 OF 004", "A PORT IN WINTER", ""},
		{"Bla &#8217; bla &amp; bla", "Bla &#8217; bla &amp; bla", ""},
		{"A PORT\n1. Summary. It froze.", "A PORT", ""},
		{"\n\n", "", ""},
	} {
		if subject, marking := parseSubject(c.text); subject != c.subject || marking != c.marking {
			t.Errorf("parseSubject(%q) = %q, %q", c.text, subject, marking)
		}
	}
}

func TestExecutiveOrder(t *testing.T) {
	for _, c := range [][4]string{
		{"E.O. 12958: DECL: 07/24/2019", "12958", "2019-07-24", "DECL: 07/24/2019"},
		{"12958: DECL: 2020/01/29", "12958", "2020-01-29", "DECL: 2020/01/29"},
		{"EO 12958 decl: 6/30/08", "12958", "2008-06-30", "decl: 6/30/08"},
		{"E.O. 1295: DECL: 24-07-2019", "12958", "2019-07-24", "DECL: 24-07-2019"},
		{"E.O. 12958: DECL: JULY 24, 2019", "12958", "2019-07-24", "DECL: JULY 24, 2019"},
		{"E.O. 12958: DECL: 24 JUL 19 TAGS: PREL", "12958", "2019-07-24", "DECL: 24 JUL 19"},
		{"DECL: 07/24/2019", "", "2019-07-24", "07/24/2019"},
		{"E.O. 12958: N/A", "12958", "", "N/A"},
		{"E.O. 12356: DECL: OADR", "12356", "", "DECL: OADR"},
		{"E.O. 11652: XGDS-1", "11652", "", "XGDS-1"},
		{"E.O. 12958: DECL: AFTER THE HARBOUR OPENS", "12958", "", "DECL: AFTER THE HARBOUR OPENS"},
		{"E.O. 12958: DECLASSIFIED 09/02/2009", "12958", "", "DECLASSIFIED 09/02/2009"},
		{"E.O. 12065: GDS 12/31/84 (DOE, JANE) OR-M", "12065", "1984-12-31", "GDS 12/31/84 (DOE, JANE) OR-M"},
		{"E.O. 12065: RDS OCTOBER 6, 99", "12065", "1999-10-06", "RDS OCTOBER 6, 99"},
		{"E.OM 11652: GDS", "11652", "", "GDS"},
		{"E. O. 11652: N/A", "11652", "", "N/A"},
		{"E.O. XGDS", "", "", "XGDS"},
		{"E.O. 12958: DECL: DECLASSIFIED BY NARA 09/02/2009", "12958", "", "DECL: DECLASSIFIED BY NARA 09/02/2009"},
		{"E.O. 12958: DECL: 02/30/2019", "12958", "", "DECL: 02/30/2019"},
		{"DEPT FOR WHA E.O. 12958: DECL: 11/22/2012", "12958", "2012-11-22", "DECL: 11/22/2012"},
	} {
		if order, on, raw := parseExecutiveOrder(c[0]); order != c[1] || on != c[2] || raw != c[3] {
			t.Errorf("parseExecutiveOrder(%q) = %q, %q, %q", c[0], order, on, raw)
		}
	}
}

func TestTransmission(t *testing.T) {
	got := parseTransmission([]string{"VZCZCXRO1234", "OO RUEHCD RUEHGD", "RUEHHA", "DE RUEHME #0083/01 0292049", "ZNY SSSSS ZZH"})
	want := &model.Transmission{ID: "VZCZCXRO1234", Routes: []string{"RUEHCD", "RUEHGD", "RUEHHA"}, Route: "RUEHME",
		Serial: "0083", Section: "01", Day: 29, Time: "2049Z", Security: "ZNY SSSSS ZZH"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if got := parseTransmission([]string{"DE RUEHME #3573 3531510", "READ BY ALL"}); got == nil || got.Day != 353 || got.Section != "" {
		t.Errorf("a cable of one section: %+v", got)
	}
	if got := parseTransmission([]string{"DE RIGUEUR", "", "OO THE NOISE"}); got != nil {
		t.Errorf("a transmission was read from prose: %+v", got)
	}
}

func TestDateTimeGroup(t *testing.T) {
	dtg, when, precedence, ok := parseDateTimeGroup("O R 292049Z JAN 10")
	if !ok || dtg != "292049Z JAN 10" || !when.Equal(time.Date(2010, 1, 29, 20, 49, 0, 0, time.UTC)) ||
		!reflect.DeepEqual(precedence, []model.Precedence{model.Immediate, model.Routine}) {
		t.Errorf("got %q, %v, %v, %v", dtg, when, precedence, ok)
	}
	for line, want := range map[string]string{
		"P 041530Z APR 75 ZFF4": "1975-04-04 15:30", "ZZ 282359Z FEB 2009": "2009-02-28 23:59", "211833Z AUGUST 02": "2002-08-21 18:33",
		"O 201405Z DEC 89": "1989-12-20 14:05", "R 310000Z FEB 09": "", "O R 992049Z JAN 10": "", "A 292049Z JAN 10": "", "": "", "O R": "",
		"FM AMEMBASSY MEXICO": "",
	} {
		_, when, _, ok := parseDateTimeGroup(line)
		if ok != (want != "") || ok && when.Format("2006-01-02 15:04") != want {
			t.Errorf("parseDateTimeGroup(%q) = %v, %v", line, when, ok)
		}
	}
	if dtg, when, _, ok := parseDateTimeGroup("P 231548 Z JAN 74"); !ok || dtg != "231548 Z JAN 74" || when.Hour() != 15 || when.Year() != 1974 {
		t.Errorf("a blank before the Z: %q, %v, %v", dtg, when, ok)
	}
}

func TestAddressees(t *testing.T) {
	got := parseAddressees("TO RUEHC/SECSTATE WASHDC IMMEDIATE 0291\nRUEHX/EUROPEAN POLITICAL COLLECTIVE\nXMT/AMEMBASSY SOFIA\n" +
		"AMEMBASSY BUCHAREST\nRHMFIUU/12OS PONTA DELGADA PO NIACT IMMEDIATE\nAMEMBASSY ATHENS 0121")
	want := []model.Addressee{
		{Route: "RUEHC", Name: "SECSTATE WASHDC", Precedence: model.Immediate, MCN: "0291"},
		{Route: "RUEHX", Name: "EUROPEAN POLITICAL COLLECTIVE", Excluded: []string{"AMEMBASSY SOFIA", "AMEMBASSY BUCHAREST"}},
		{Route: "RHMFIUU", Name: "12OS PONTA DELGADA PO", Precedence: model.NiactImmediate},
		{Name: "AMEMBASSY ATHENS", MCN: "0121"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	joined := parseAddressees("TO PAGE 02        STATE   015113  182333Z  ALL DIPLOMATIC POSTS COLLECTIVE PRIORITY AMEMBASSY TRIPOLI PRIORITY")
	want = []model.Addressee{{Name: "ALL DIPLOMATIC POSTS COLLECTIVE", Precedence: model.Priority}, {Name: "AMEMBASSY TRIPOLI", Precedence: model.Priority}}
	if !reflect.DeepEqual(joined, want) {
		t.Errorf("joined lines: %+v", joined)
	}
	if got := parseAddressees("INFO XMT FOOBAR"); got != nil {
		t.Errorf("exempted posts of nothing: %+v", got)
	}
}

func TestClassificationLine(t *testing.T) {
	for line, want := range map[string]classificationLine{
		"S E C R E T SECTION 01 OF 05 MEXICO 000083": {Level: model.Secret, Section: 1, Sections: 5, Station: "MEXICO", Serial: 83},
		"C O N F I D E N T I A L LA PAZ 002974":      {Level: model.Confidential, Station: "LAPAZ", Serial: 2974},
		"UNCLAS SECTION 02 OF 02 RIO DE JANEIRO 000135 SIPDIS NOFORN": {Level: model.Unclassified, Section: 2, Sections: 2,
			Station: "RIODEJANEIRO", Serial: 135, Caveats: []string{"NOFORN"}, Captions: []string{"SIPDIS"}},
		"UNCLAS E F T O LONDON 002363":               {Level: model.Unclassified, Captions: []string{"EFTO"}, Station: "LONDON", Serial: 2363},
		"S e c r e t nairobi 001938":                 {Level: model.Secret, Station: "NAIROBI", Serial: 1938},
		"LIMITED OFFICIAL USE":                       {Level: model.LimitedOfficialUse},
		"UNCLASSIFIED//FOR OFFICIAL USE ONLY":        {Level: model.Sensitive},
		"T O P S E C R E T STATE 012345":             {Level: model.TopSecret, Station: "STATE", Serial: 12345},
		"CONFIDENTIAL 75 LIBREVILLE 1895":            {Level: model.Confidential, Station: "LIBREVILLE", Serial: 1895},
		"SECRET STATE 255577 TOSEC 140323":           {Level: model.Secret, Station: "STATE", Serial: 255577},
		"S E C R E T SCTION 08 OF 09 NAIROBI 000809": {Level: model.Secret, Section: 8, Sections: 9, Station: "NAIROBI", Serial: 809},
		"C O N F I D E N T I A L BELGADE 000856":     {Level: model.Confidential, Station: "BELGRADE", Serial: 856},
		"UNCLAS SENSITIVE":                           {Level: model.Sensitive, Captions: []string{"SENSITIVE"}},
		"SECRET//NOFORN":                             {Level: model.Secret, Caveats: []string{"NOFORN"}},
	} {
		if got, ok := parseClassificationLine(line); !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("parseClassificationLine(%q) = %+v, %v", line, got, ok)
		}
	}
	for _, line := range []string{"", "Secret talks began in May.", "CONFIDENTIAL - ENTIRE TEXT.", "SECRETARY DOE ARRIVED", "THE SECRET", "Unclassified sources say"} {
		if got, ok := parseClassificationLine(line); ok {
			t.Errorf("parseClassificationLine(%q) = %+v, want none", line, got)
		}
	}
}

func TestClassifiedBy(t *testing.T) {
	for _, c := range []struct{ text, names, reasons string }{
		{"Ambassador Jane Q. Doe for reasons 1.4 (b) and (d)", "Jane Q. Doe", "1.4(b) 1.4(d)"},
		{"CLASSIFIED BY: Jane Doe, Deputy Chief of Mission; REASON: 1.4(B), (D)", "Jane Doe", "1.4(b) 1.4(d)"},
		{"Classified By: Classified by DCM Jane Doe, reasons 1.5 b, d.", "Jane Doe", "1.5(b) 1.5(d)"},
		{"1. (U) CLASSIFIED BY CHARGE D'AFFAIRES A.I. JANE DOE, JR.\nREASON: 1.5 (D).", "JANE DOE, JR.", "1.5(d)"},
		{"Ambbassador Jane Doe. Reasons: 1.4 (b/d)", "Jane Doe", "1.4(b) 1.4(d)"},
		{"Deputy Coordinator Jane D \noe for reasons 1.4 (b) a \nnd (d)", "Jane Doe", "1.4(b) 1.4(d)"},
		{"POLITICAL OFFICER JANE DOE.  REA \nSONS: 1.4 (B,D)", "JANE DOE", "1.4(b) 1.4(d)"},
		{"Charge, d,Affaires a. i. Jane van Doe, reason 1.4 (b)", "Jane van Doe", "1.4(b)"},
		{"EUR JANE DOE, ACTING AND S/CT DAS RICHARD \nROE ; E.O. 12958 REASON: 1.4 (B)", "JANE DOE, RICHARD ROE", "1.4(b)"},
		{"ADANA 222 \nADANA 216 \n \nClassified by DCM Jane Doe; reasons 1.4 b.", "Jane Doe", "1.4(b)"},
		{"DEPUTY ASSISTANT SECRETARY FOR CENTRAL ASIA JANE DOE DUE TO 1,4 (C)", "JANE DOE", "1.4(c)"},
		{"CONSUL GENERAL JANE DOE\n\n1. In May the port opened.", "JANE DOE", ""},
		{"AMBASSADOR JANE DOE. \n      CONFIDENTIAL \n\nPAGE 02        HARARE  03759  01 OF 03  111533Z \nREASONS: 1.5 (B).", "JANE DOE", "1.5(b)"},
		{"AmbassadorJane Doe, Reason: 1.4 (b)", "Jane Doe", "1.4(b)"},
		{"Ambassador Jane Doefor reasons 1.4 (b)", "Jane Doe", "1.4(b)"},
		{"DCM Jane Doe forreasons 1.4 (b)", "Jane Doe", "1.4(b)"},
		{"DCM Jane Doe as per 1.4 (b)", "Jane Doe", "1.4(b)"},
		{"DCM Jane Crosb \ny for reasons 1.4 (b)", "Jane Crosby", "1.4(b)"},
		{"DCM JANE CROS \nBY FOR REASONS 1.4 (B)", "JANE CROSBY", "1.4(b)"},
		{"Jane Doe, DCM, and John Roe, Political Counselor, reasons 1.4 (b)", "Jane Doe, John Roe", "1.4(b)"},
		{"Political Officers Jane Doe and John Roe, reasons 1.4 (b)", "Jane Doe, John Roe", "1.4(b)"},
		{"Jane Doe, Director, Arms Control and Energy, reasons 1.4 (b)", "Jane Doe", "1.4(b)"},
		{"Deputy Chief of Mission JANE DOE, reason 1.4 (d)", "JANE DOE", "1.4(d)"},
		{"ambassador jane doe, reason 1.4 (d)", "jane doe", "1.4(d)"},
		{"Deputy Chief of Mission, USNATO, reason 1.4 (d)", "", "1.4(d)"},
		{"Charge Jane West, reason 1.4 (d)", "Jane West", "1.4(d)"},
		{"Charge Jane Q. Heath, reason 1.4 (d)", "Jane Q. Heath", "1.4(d)"},
		{"DCM Jane St. Clair, reason 1.4 (d)", "Jane St. Clair", "1.4(d)"},
		{"DCM Jane el-Doe, reason 1.4 (d)", "Jane el-Doe", "1.4(d)"},
		{"DCM Jane Q, Doe, reason 1.4 (d)", "Jane Q, Doe", "1.4(d)"},
		{"DCM Jane, Q. Doe, reason 1.4 (d)", "Jane, Q. Doe", "1.4(d)"},
		{"Deputy CooQnator Jane Doe for reasons 1.4 (b)", "Jane Doe", "1.4(b)"},
		{"Derived from Multiple Sources", "", ""},
		{"Ambassador for reasons 1.4 (b)", "", "1.4(b)"},
		{"", "", ""},
	} {
		names, reasons := parseClassifiedBy(c.text)
		if got := strings.Join(names, ", "); got != c.names || strings.Join(reasons, " ") != c.reasons {
			t.Errorf("parseClassifiedBy(%q) = %q, %q", c.text, names, reasons)
		}
	}
}

// FuzzHeaderFields holds that no text makes a reader of fields panic, and that what has a place in
// the text stands there.
func FuzzHeaderFields(f *testing.F) {
	for _, seed := range []string{"", "REF: A. STATE 1 AND 2 (NOTAL) B. 05 0TTAWA 3/08", "E.O. 12958: DECL: 1/2/19 TAGS: PRELECON SUBJECT: (C) X",
		"CLASSIFIED BY: CDA J. Doe\nREASON: 1.4 (b", "TO RUEHC/SECSTATE WASHDC IMMEDIATE 0291 XMT", "S E C R E T SECTION 01 OF 05 MEXICO 000083",
		"O R 292049Z JAN 10", "PAGE 02 ROME 01196 01 OF 02 082030Z", "¶A. \xff\xc3 \x00 (((((", "07SETION02OF02BAKU1501"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if role, n, ok := label(s); ok && (n < 0 || n > len(s) || role == "") {
			t.Errorf("label %q: %q, %d", s, role, n)
		}
		if n := nextLabel(s); n == 0 || n >= len(s) && n > 0 {
			t.Errorf("next label of %q at %d", s, n)
		}
		for _, r := range parseReferences(s, 2009, model.ID{}) {
			if r.Raw == "" || r.Span.In(s) != r.Raw {
				t.Errorf("reference %+v does not read back to %q", r, s)
			}
			if r.Kind == model.RefCable && (r.ID.Serial <= 0 || r.ID.Station == "") {
				t.Errorf("reference without an id: %+v", r)
			}
		}
		parseTransmission(strings.Split(s, "\n"))
		parseDateTimeGroup(s)
		parseAddressees(s)
		parseClassificationLine(s)
		parseExecutiveOrder(s)
		parseTags(s)
		parseClassifiedBy(s)
		parseWrittenID(s, 2009)
		repairID(s)
		if subject, _ := parseSubject(s); utf8.ValidString(s) && !utf8.ValidString(subject) {
			t.Errorf("the subject of valid text is not valid: %q", subject)
		}
	})
}

// A subject stays as written: backslashes and ampersands of a plain telegram are its own, entities of a
// page are decoded once, and only the backslashes that a damaged copy has on its lines fall away.
func TestSubjectsAsWritten(t *testing.T) {
	const head = "R 171120Z MAR 09\nFM AMCONSUL PONTA DELGADA\nTO RUEHC/SECSTATE WASHDC\nUNCLAS PONTA DELGADA 000011\n"
	for what, c := range map[string]struct{ text, want string }{
		"plain":      {head + "TAGS: PREL\nSUBJECT: A\\B C\\D \\\\ \\* &amp; &lt;B&gt; &#8217;\n\n1. Oil.\n", "A\\B C\\D \\\\ \\* &amp; &lt;B&gt; &#8217;"},
		"one at end": {head + "TAGS: PREL\nSUBJECT: DRIVE C:\\\nAND D:\\\n\n1. Oil.\n\n2. More oil.\n", "DRIVE C:\\ AND D:\\"},
		"damaged":    {head + "TAGS: PREL \\\nSUBJECT: A\\B AND THE \\\nOIL \\\n \\\n1. Oil. \\\n", "A\\B AND THE OIL"},
		"page":       {"<html><body><pre>" + head + "TAGS: PREL\nSUBJECT: A &amp;lt;B&amp;gt; C &amp; D\n\n1. Oil.\n</pre></body></html>", "A &lt;B&gt; C & D"},
	} {
		r := Parse("f", []byte(c.text), Options{})
		for _, broken := range evidence("f", []byte(c.text), r) {
			t.Errorf("%s: %s", what, broken)
		}
		if len(r.Cables) != 1 || r.Cables[0].Subject != c.want {
			t.Errorf("%s: subject %q, want %q", what, r.Cables[0].Subject, c.want)
		}
	}
}
