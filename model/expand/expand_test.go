package expand_test

import (
	"fmt"
	"strings"
	"testing"

	"reftel/model"
	"reftel/model/expand"
)

// cableOf returns a cable of a post with one paragraph a text.
func cableOf(station string, texts ...string) *model.Cable {
	c := &model.Cable{Station: station}
	for i, text := range texts {
		c.Blocks = append(c.Blocks, model.Block{Kind: model.Paragraph, Number: i + 1, Text: text})
	}
	return c
}

func TestDefinitions(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"The Federal Widget Agency (FWA) met us.", "FWA=Federal Widget Agency"},
		{"The FWA (Federal Widget Agency) met us.", "FWA=Federal Widget Agency"},
		{"ASWT (the Association of South Widget Traders) met us.", "ASWT=Association of South Widget Traders"},
		{"the bureau of alcohol, tobacco, firearms and explosives (BATFE) met", "BATFE=bureau of alcohol, tobacco, firearms and explosives"},
		{"twelve Drug Widget Organizations (DWOs) were", "DWO=Drug Widget Organizations"},
		{"the United Widgets (U.W.) were", "UW=United Widgets"},
		{"We met Arturo Bolan Leva (ABL) twice.", "ABL=Arturo Bolan Leva"},
		{"the non-governmental widget body (NGWB) said", "NGWB=non-governmental widget body"},
		{"THE MINISTRY OF WIDGETS (MOW) SAID", "MOW=MINISTRY OF WIDGETS"},
		{"Public Security Secretary (SSP) Ada Quill said", "SSP~Public Security Secretary"},
		{"The Mexican Navy (SEVMAR) said", "SEVMAR~Mexican Navy"},
		{"the Institutional Revolutionary Party (PRI) won", "PRI~Institutional Revolutionary Party"},
		{"the Federal Widget Agency (FWA, by its initials) met", "FWA=Federal Widget Agency"},
		{"SWRC (Southern Widget Regional Council, founded in 1985) met", "SWRC=Southern Widget Regional Council"},
		{"the Government of Widgetia's (GOW) view", "GOW=Government of Widgetia"},
		{"the Head of the Radical Civic Union (PVR) won", "PVR~Radical Civic Union"},
		{"Ada Quill at the Widget Studies Institute (PVX) said", "PVX~Widget Studies Institute"},
		{"Minister of Widgets Quill (PVX) said", ""},
		{"In Lima the Widget Union of Peru (PVX) said", "PVX~Widget Union of Peru"},
		{"the International Widget Police (Interpol) met", ""},
		{"the widget (SBU) is small", ""},
		{"3. (C) Comment: the widget (S/NF) is", ""},
		{"Ada Quill (PVX) said so", ""},
		{"we left (FYI) at noon", ""},
		{"the Agency (XXXX) met", ""},
		{"the FWA (which met us twice) said", ""},
		{"an unfinished (FWA", ""},
		{"(FWA)", ""},
	} {
		var got []string
		c := cableOf("", tt.text)
		for _, d := range expand.Definitions(c) {
			sign := "="
			if d.Loose {
				sign = "~"
			}
			got = append(got, d.Key+sign+d.Words)
			if at := d.Span.In(c.Blocks[d.Block].Text); !strings.Contains(at, "(") || !strings.HasSuffix(at, ")") {
				t.Errorf("%q: its place is %q", tt.text, at)
			}
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%q defines %q, want %q", tt.text, s, tt.want)
		}
	}
}

// saying writes a term: what it stands for and from where.
func saying(terms []expand.Term, word string) string {
	for _, t := range terms {
		if t.Word != word {
			continue
		}
		var all []string
		for _, m := range t.Meanings {
			all = append(all, fmt.Sprintf("%s (%d)", m.Words, m.From))
		}
		return fmt.Sprintf("%d: %s", len(t.Places), strings.Join(all, ", "))
	}
	return ""
}

func TestTerms(t *testing.T) {
	for _, tt := range []struct{ station, text, word, want string }{
		{"NEWDELHI", "GOI said GoI's view.", "GOI", "2: Government of India (3)"},
		{"TELAVIV", "GOI said", "GOI", "1: Government of Israel (3)"},
		{"STATE", "SAG said", "SAG", "1: Saudi Arabian Government (4), South African Government (4)"},
		{"MEXICO", "SSP said. Public Security Secretary (SSP) Quill", "SSP", "2: Public Security Secretary (0), Secretaria de Seguridad Publica (Mexico) (5)"},
		{"MADRID", "PRI said", "PRI", "1: "}, // Mexico's party is not Spain's
		{"LIMA", "Two DTOs and a DTO's boat; DTO.", "DTO", "3: drug trafficking organization (5)"},
		{"LIMA", "the Federal Widget Agency (F.W.A.) and FWA's", "FWA", "2: Federal Widget Agency (0)"},
		{"LIMA", "Poloff met two Poloffs", "Poloff", "2: political officer (5)"},
		{"LIMA", "emboff met", "emboff", "1: embassy officer (5)"},
		{"LIMA", "EMBOFFS MET THE DCM AT COM", "EMBOFF", "1: embassy officer (5)"},
		{"LIMA", "EMBOFFS MET THE DCM AT COM", "COM", ""},
		{"LIMA", "the com of a DCM", "COM", ""},
		{"LIMA", "we look at PTER and KPAO", "PTER", "1: Terrorists and terrorism (6)"},
		{"LIMA", "XXXXXXXX said", "XXXXXXXX", ""},
		{"LIMA", "for WHA/EPSC and S/CT now", "S/CT", "1: Coordinator for Counterterrorism (5)"},
		{"LIMA", "for WHA/EPSC and S/CT now", "WHA", "1: Bureau of Western Hemisphere Affairs (5)"},
	} {
		if got := saying(expand.Terms(cableOf(tt.station, tt.text)), tt.word); got != tt.want {
			t.Errorf("%s: %q: %s is %q, want %q", tt.station, tt.text, tt.word, got, tt.want)
		}
	}
}

func TestTermsOfTheHeader(t *testing.T) {
	c := cableOf("LIMA", "DECL is old.")
	c.Blocks[0].Marking = "S//NF"
	c.Tags = []model.Tag{{Code: "PTER", Kind: model.TagSubject, Meaning: "Terrorists and terrorism"}, {Code: "PE", Kind: model.TagGeographic, Meaning: "Peru"}}
	c.Blocks = append([]model.Block{
		{Kind: model.Header, Role: model.DateTimeGroupRole, Text: "O R 292049Z JAN 10"},
		{Kind: model.Header, Role: model.AttentionRole, Text: "DEPT FOR WHA/AND (JDOE)"},
		{Kind: model.Header, Role: model.CaptionRole, Text: "SIPDIS"},
		{Kind: model.Header, Role: model.TagsRole, Text: "PTER, PE"},
	}, c.Blocks...)
	terms := expand.Terms(c)
	for word, want := range map[string]string{
		"PTER": "1: Terrorists and terrorism (6)", "PE": "1: Peru (6)", "SIPDIS": "1: distribution over SIPRNet (5)", "JDOE": "",
		"S//NF": "1: secret; not releasable to foreign nationals (7)", "O": "1: IMMEDIATE, the precedence after FLASH (8)", "WHA": "1: Bureau of Western Hemisphere Affairs (5)",
	} {
		if got := saying(terms, word); got != want {
			t.Errorf("%s is %q, want %q", word, got, want)
		}
	}
	for _, term := range terms {
		for _, p := range term.Places {
			if !p.Span.Empty() && !strings.EqualFold(expand.Key(p.Span.In(c.Blocks[p.Block].Text)), term.Key) {
				t.Errorf("%s stands at %q", term.Key, p.Span.In(c.Blocks[p.Block].Text))
			}
		}
	}
}

func TestWhatOtherCablesSay(t *testing.T) {
	x := expand.NewIndex()
	here := cableOf("LIMA", "the Lima Widget Office (LWO) met")
	x.Add(here,
		cableOf("QUITO", "the Large Widget Office (LWO) met"), cableOf("QUITO", "the large widget office (LWO) met"), cableOf("QUITO", "the Large Widget Office (LWO) met"),
		cableOf("BOGOTA", "the Late Widget Order (LWO) met"), cableOf("LIMA", "the Loud Widget Opera (LWO) met"), cableOf("LIMA", "The Mexican Navy (LWO) met"))
	said := expand.Rank(x.Counts("LWO", here), here.Station)
	var got []string
	for _, m := range said {
		got = append(got, fmt.Sprintf("%s %d %v", m.Words, m.Cables, m.Near))
	}
	want := "Loud Widget Opera 1 true, Large Widget Office 3 false, Late Widget Order 1 false, Mexican Navy 1 true"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("others say %s, want %s", s, want)
	}
	terms, err := expand.Ask(expand.Terms(here), func(key string) ([]expand.Meaning, error) { return expand.Rank(x.Counts(key, here), here.Station), nil })
	if err != nil {
		t.Fatal(err)
	}
	if got := saying(terms, "LWO"); !strings.HasPrefix(got, "1: Lima Widget Office (0), Loud Widget Opera (2), Large") {
		t.Errorf("the cable itself does not go first: %s", got)
	}
	if n := len(x.Saying(said[1].Of(x.Counts("LWO", here), "LIMA"))); n != 3 {
		t.Errorf("%d cables say the second, want 3", n)
	}
}

func TestWordsOfAnIndex(t *testing.T) {
	for _, s := range []expand.Said{{"FWA", "LIMA", "Federal Widget Agency", false}, {"SSP", "", "Public Secretary", true}} {
		if got, ok := expand.ReadWord(s.Word()); !ok || got != s {
			t.Errorf("%+v is read as %+v, %v", s, got, ok)
		}
	}
	for _, word := range []string{"", "FWA", "FWA\x00LIMA", "FWA\x00LIMA\x00="} {
		if s, ok := expand.ReadWord(word); ok {
			t.Errorf("%q is read as %+v", word, s)
		}
	}
}

func FuzzTerms(f *testing.F) {
	f.Add("the Federal Widget Agency (F.W.A.) said DTOs' (GOI)", "S//NF")
	f.Add("É(é’s) İ(SS) ((A.B)", "REL")
	f.Fuzz(func(t *testing.T, text, marking string) {
		c := cableOf("LIMA", text)
		c.Blocks[0].Marking = model.Marking(marking)
		for _, term := range expand.Terms(c) {
			for _, p := range term.Places {
				if p.Span.Start < 0 || p.Span.End > len(text) || p.Span.Start > p.Span.End {
					t.Fatalf("%s stands at %v of %d bytes", term.Key, p.Span, len(text))
				}
			}
		}
		for _, d := range expand.Definitions(c) {
			if d.Words == "" || d.Span.In(text) == "" {
				t.Fatalf("%q defines nothing", text)
			}
		}
	})
}
