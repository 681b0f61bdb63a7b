package parser

import (
	"reflect"
	"testing"
	"time"

	"reftel/model"
)

func TestDocumentHead(t *testing.T) {
	for head, want := range map[string]documentHead{
		"107. Telegram From the Embassy in Nicaragua to the Department of State":      {107, "Embassy in Nicaragua", "Department of State", "MANAGUA"},
		"9. Telegram From the Embassy in the Soviet Union to the Department of State": {9, "Embassy in the Soviet Union", "Department of State", "MOSCOW"},
		"12. Telegram From the Department of State to the Embassy in Portugal":        {12, "Department of State", "Embassy in Portugal", "STATE"},
		"16. Circular Telegram From the Department of State toAll Diplomatic Posts":   {16, "Department of State", "All Diplomatic Posts", "STATE"},
		"17. Telegram From the Embassy in France to theDepartment of State":           {17, "Embassy in France", "Department of State", "PARIS"},
		"18. Telegram From the Embassy in Norway to Secretary of State Smith, at Rome": {18, "Embassy in Norway",
			"Secretary of State Smith, at Rome", "OSLO"},
		"19. Telegram From the Mission to the United Nations to the Department of State": {19, "Mission to the United Nations",
			"Department of State", "USUNNEWYORK"},
		"20. Telegram From the Consulate General in Hong Kong to the Department of State": {20, "Consulate General in Hong Kong",
			"Department of State", "HONGKONG"},
		"21. Telegram From Secretary of State Smith to the Department of State": {21, "Secretary of State Smith", "Department of State", ""},
		"22. Airgram From the Embassy in Portugal to the Department of State":   {22, "Embassy in Portugal", "Department of State", ""},
		"23. Memorandum From the Ambassador to Portugal (Jones) to Secretary of State Smith": {23, "Ambassador to Portugal (Jones)",
			"Secretary of State Smith", ""},
		"24. Letter From the Ambassador in Portugal (Jones) to the Ambassador to Norway (Hill)": {24, "Ambassador in Portugal (Jones)",
			"Ambassador to Norway (Hill)", ""},
		"25. Memorandum Prepared by the Central Intelligence Agency":       {25, "Central Intelligence Agency", "", ""},
		"26. Memorandum of Conversation":                                   {26, "", "", ""},
		"27. Editorial Note":                                               {27, "", "", ""},
		"Memorandum for the Record":                                        {0, "", "", ""},
		"Cablegram from Jones to Lisbon":                                   {0, "Jones", "Lisbon", ""},
		"CABLEGRAM TO TOKYO":                                               {0, "", "TOKYO", ""},
		"LETTER FROM JONES TO HILL":                                        {0, "JONES", "HILL", ""},
		"Jones to Department of External Affairs":                          {0, "Jones", "Department of External Affairs", ""},
		"Submission No. 30 from Jones to Cabinet":                          {0, "Jones", "Cabinet", ""},
		"28. Telegram From theEmbassy inNorway to Secretary ofState Smith": {28, "Embassy in Norway", "Secretary of State Smith", "OSLO"},
		"29. Highlights From the Harbor Master's Weekly Meeting":           {29, "", "", ""},
		"30. Highlights From the Conference to Light the Lamps, by Jones":  {30, "Jones", "", ""},
		"EXTRACT FROM LETTER FROM JONES TO HILL":                           {0, "JONES", "HILL", ""},
		"Extract from Cablegram to Tokyo":                                  {0, "", "Tokyo", ""},
		"Extract from Brief for Jones":                                     {0, "", "", ""},
		"1977 was a good year":                                             {0, "", "", ""},
		"":                                                                 {},
	} {
		if got := parseDocumentHead(head); got != want {
			t.Errorf("%q: %+v, want %+v", head, got, want)
		}
	}
}

func TestSourceNote(t *testing.T) {
	for note, want := range map[string]sourceNote{
		"Source: Department of State, Central Files, 123.45/6-789. Secret; Flash; Exdis. Drafted by Jones; cleared by Hill.": {
			Level: model.Secret, Precedence: []model.Precedence{model.Flash}, Captions: []string{"EXDIS"}},
		"Source: Department of State, Central Files, POL 1. Secret;Niact.":                                 {Level: model.Secret, Precedence: []model.Precedence{model.NiactImmediate}},
		"Source: Department of State, Central Files, POL 1. Secret; Operational Immediate; Eyes Only.":     {Level: model.Secret, Precedence: []model.Precedence{model.Immediate}, Captions: []string{"EYES ONLY"}},
		"Source: Central Registry: Job 1-A2. Top Secret; [codeword not declassified]; Noforn. Prepared by": {Level: model.TopSecret, Caveats: []string{"NOFORN"}},
		"Source: Central Files. Secret; No Foreign Dissem; Background Use Only.":                           {Level: model.Secret, Caveats: []string{"NOFORN"}, Captions: []string{"BACKGROUND USE ONLY"}},
		"Source: Department of State, Secretary’s Memoranda: Lot 1 D 2. Confidential. Drafted by Jones.":   {Level: model.Confidential},
		"Source: Files, D1-2. Limited Official Use; Immediate. Sent for information to Rome.":              {Level: model.LimitedOfficialUse, Precedence: []model.Precedence{model.Immediate}},
		"Source: Files. Official Use Only.":                                                                {Level: model.LimitedOfficialUse},
		"Source: Library, Office Files, Box 1. No classification marking. A secret matter.":                {},
		"Source: Library. The meeting was held in the Secret Room.":                                        {},
		"": {},
	} {
		if got := parseSourceNote(note); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, want %+v", note, got, want)
		}
	}
}

func TestDateline(t *testing.T) {
	for s, want := range map[string]struct{ place, when string }{
		"Lisbon, January 21, 1961, 4 p.m.":                   {"Lisbon", "1961-01-21 16:00 local"},
		"Lisbon, January 23, 1961, 5:57 p.m.":                {"Lisbon", "1961-01-23 17:57 local"},
		"Lisbon, January 23, 1961, 12:45 p.m.":               {"Lisbon", "1961-01-23 12:45 local"},
		"Lisbon, January 23, 1961, 12:05 a.m.":               {"Lisbon", "1961-01-23 00:05 local"},
		"Lisbon, February 3, 1961, 4:30-5:10 p.m.":           {"Lisbon", "1961-02-03 16:30 local"},
		"Lisbon, February 3, 1961, 4:30–5:10 p.m.":           {"Lisbon", "1961-02-03 16:30 local"},
		"Lisbon, April 28, 1962, 11 a.m.-12:15 p.m.":         {"Lisbon", "1962-04-28 11:00 local"},
		"Lisbon, April 28, 1962, 11:30-12:15 p.m.":           {"Lisbon", "1962-04-28 11:30 local"},
		"Lisbon, November 15, 1961 noon.":                    {"Lisbon", "1961-11-15 12:00 local"},
		"Lisbon, November 15, 1961, midnight.":               {"Lisbon", "1961-11-15 23:59 local"},
		"Lisbon, November 15 and 17, 1962.":                  {"Lisbon", "1962-11-15"},
		"Lisbon, March 30–April 2, 1977":                     {"Lisbon", "1977-03-30"},
		">Lisbon, March 18, 1963.":                           {"Lisbon", "1963-03-18"},
		"Lisbon, March 18, 1963.1":                           {"Lisbon", "1963-03-18"},
		"Port of Spain, September 24, 1978, 0219Z":           {"Port of Spain", "1978-09-24 02:19"},
		"September 24, 1978, 0219Z":                          {"", "1978-09-24 02:19"},
		"Lisbon, January 2, 1946—4 p.m. [Received 9:12 p.m]": {"Lisbon", "1946-01-02 16:00 local"},
		"Lisbon, undated.":                                   {"Lisbon", ""},
		"Jakarta, 18 March 1975":                             {"Jakarta", "1975-03-18"},
		"NEW YORK, 3 June 1945, 12.56 p.m.":                  {"NEW YORK", "1945-06-03 12:56 local"},
		"31 August 1945":                                     {"", "1945-08-31"},
	} {
		place, when, kind, ok := parseDateline(s)
		got := ""
		switch {
		case when.IsZero():
		case kind == model.DayOnly:
			got = when.Format("2006-01-02")
		case kind == model.LocalTime:
			got = when.Format("2006-01-02 15:04 local")
		default:
			got = when.Format("2006-01-02 15:04")
		}
		if !ok || place != want.place || got != want.when || when.Location() != time.UTC {
			t.Errorf("%q: %q, %v, %v; want %q, %s", s, place, when, ok, want.place, want.when)
		}
	}
	for _, s := range []string{"", "Lisbon", "The meeting of January 21, 1961, was long.", "Lisbon, February 30, 1961.",
		"On January 21, 1961, he said that he would come", "Telegram 12 from Lisbon, May 2, 1961, repeated it.",
		"[On May 2, 1961]", "he came on May 2, 1961", "NIE 11-4-60"} {
		if place, when, _, ok := parseDateline(s); ok {
			t.Errorf("%q was read as a dateline: %q, %v", s, place, when)
		}
	}
}

func TestTelegramNumber(t *testing.T) {
	for text, want := range map[string]int{
		"6968. For Assistant Secretary Hill from Jones.": 6968,
		"56. The bank reports":                           56,
		"1. (S) Summary.":                                0, // its first paragraph, without a number of its own
		"6968 For Hill":                                  0,
		"A-660":                                          0, // an airgram
		"G-504. During":                                  0,
		"1961.1":                                         0,
		"":                                               0,
	} {
		serial, n, ok := parseTelegramNumber(text)
		if serial != want || ok != (want > 0) || ok && text[n-1] != '.' {
			t.Errorf("%q: %d, %d, %v", text, serial, n, ok)
		}
	}
}

func TestNumberOfAnEditionsTelegram(t *testing.T) {
	for _, tt := range []struct {
		head, place, year, want string
	}{
		{"Telegram From the Embassy in Portugal to the Department of State", "Lisbon", "1961", "1961LISBON12"},
		{"Telegram From the Embassy in Brazil to the Department of State", "Rio de Janeiro", "1958", "1958RIODEJANEIRO12"}, // the capital of its day
		{"Telegram From the Embassy in Nicaragua to the Department of State", "", "1978", "78MANAGUA12"},
		{"Telegram From the Department of State to the Embassy in Nicaragua", "Washington", "1978", "78STATE12"},
		{"Telegram From the Department of State to the Embassy in Portugal", "Washington", "1961", ""}, // one series for each post
		{"Telegram From Secretary of State Smith to the Department of State", "Lisbon", "1961", ""},
	} {
		c := &model.Cable{}
		c.Date, _ = time.Parse("2006", tt.year)
		parseDocumentHead(tt.head).setNumber(c, tt.place, 12)
		if got := c.Number().String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.head, got, tt.want)
		}
	}
}
