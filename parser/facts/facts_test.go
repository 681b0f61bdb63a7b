package facts

import (
	"slices"
	"testing"

	"reftel/model"
)

func TestStationReadsEverySpelling(t *testing.T) {
	for words, want := range map[string]string{
		"Mexico City": "MEXICO", "MEXICO": "MEXICO", "SECSTATE": "STATE", "SECSTATE WASHDC": "STATE", "SECDEF": "SECDEF",
		"N'Djamena": "NDJAMENA", "ST. PETERSBURG": "STPETERSBURG", "0TTAWA": "OTTAWA", "COTON0U": "COTONOU",
		"EMBASSY VIENNA": "VIENNA", "AMEMBASSY HANOI": "HANOI", "UNVIE": "UNVIEVIENNA", "USUN": "USUNNEWYORK",
		"HCMC": "HOCHIMINHCITY", "BA": "BUENOSAIRES", "PORT A": "PORTAUPRINCE", "PORT AU PR": "PORTAUPRINCE",
		"RIO DE JAN": "RIODEJANEIRO", "VATICA": "VATICAN", "PARIS FR": "UNESCOPARISFR", "São Paulo": "SAOPAULO",
		"Bogotá": "BOGOTA", "TAIPEI": "AITTAIPEI", "BRUSSELS": "BRUSSELS", "port-of-spain": "PORTOFSPAIN",
	} {
		if got, known := Station(words); got != want || !known {
			t.Errorf("Station(%q) = %s, %v, want %s", words, got, known, want)
		}
	}
	for _, words := range []string{"", "REPORT", "MONTE", "SAN", "ARTICLE", "FLIGHT", "SANJ", "GENE"} {
		if got, known := Station(words); known {
			t.Errorf("Station(%q) = %s, want it unknown", words, got)
		}
	}
}

func TestNearStationTakesOneSlipOnly(t *testing.T) {
	for words, want := range map[string]string{"Colomobo": "COLOMBO", "SARAEVO": "SARAJEVO", "LINSK": "MINSK", "TEGU": "TEGUCIGALPA", "SECSATE": "STATE"} {
		if got, ok := NearStation(words); !ok || got != want {
			t.Errorf("NearStation(%q) = %s, %v, want %s", words, got, ok, want)
		}
	}
	for _, words := range []string{"PARA", "QXICO", "SAN", "TABLE", "HAN"} {
		if got, ok := NearStation(words); ok {
			t.Errorf("NearStation(%q) = %s, want none", words, got)
		}
	}
}

func TestStationsAreSortedAndReachable(t *testing.T) {
	all := Stations()
	if !slices.IsSortedFunc(all, func(a, b Post) int {
		if a.Station < b.Station {
			return -1
		}
		return 1
	}) {
		t.Error("stations.tsv is not sorted by station, so cut names are not found")
	}
	for _, p := range all {
		if _, known := Station(p.Station); !known {
			t.Errorf("%s is in the table but not known", p.Station)
		}
		if _, ok := PostOf(p.Station); !ok {
			t.Errorf("PostOf(%s) finds nothing", p.Station)
		}
	}
	for alias, station := range stations().aliases {
		if _, ok := PostOf(station); !ok {
			t.Errorf("spelling %s leads to %s, which is no station", alias, station)
		}
	}
	if p, _ := PostOf("MEXICO"); len(p.Countries) != 1 || p.Countries[0] != "Mexico" || p.Last != 2010 {
		t.Errorf("PostOf(MEXICO) = %+v", p)
	}
}

func TestTagMeaningKnowsKinds(t *testing.T) {
	for code, want := range map[string]model.TagKind{
		"PGOV": model.TagSubject, "pgov": model.TagSubject, "KPAO": model.TagProgram, "KWWW": model.TagProgram,
		"CH": model.TagGeographic, "UN": model.TagOrganization, "NATO": model.TagOrganization, "BA'ATH": model.TagOrganization,
		"DOE, JANE": model.TagPerson, "HUMAN RIGHTS": model.TagUnknown, "WHATEVER": model.TagUnknown,
	} {
		if kind, _ := TagMeaning(code); kind != want {
			t.Errorf("TagMeaning(%q) is %s, want %s", code, kind, want)
		}
	}
	if _, meaning := TagMeaning("SP"); meaning != "Spain" {
		t.Errorf("SP means %q: the codes of TAGS are not ISO", meaning)
	}
}

func TestGarbledStation(t *testing.T) {
	for words, want := range map[string]string{"QXICO": "MEXICO", "BUENOSQRES": "BUENOSAIRES", "AQNA": "", "LISBON": "", "Q": "", "QQXICO": "", "SECTIOQ": ""} {
		if got, ok := GarbledStation(words); got != want || ok != (want != "") {
			t.Errorf("GarbledStation(%q) = %q, %v, want %q", words, got, ok, want)
		}
	}
}

func TestGivenNameMendsExchangedLetters(t *testing.T) {
	for word, want := range map[string]string{"RICAHRD": "RICHARD", "RICHARD": "RICHARD", "XANDORREL": "XANDORREL", "ANNA": "ANNA", "": ""} {
		if got := GivenName(word); got != want {
			t.Errorf("GivenName(%q) = %q, want %q", word, got, want)
		}
	}
	if !IsPlace("Sudan") || !IsPlace("LISBON") || IsPlace("Doe") {
		t.Error("posts and countries are places, other words are none")
	}
}

func TestCodesAndRoutes(t *testing.T) {
	for code, want := range map[string]string{"b": "foreign government information", "1.4(B)": "foreign government information",
		"1.5 (b)": "foreign government information", "B6": "personal privacy", "p5": "advice to the President",
		"3.3(b)(2)": "weapons of mass destruction", "": "", "Z": ""} {
		if got := Reason(code); got != want {
			t.Errorf("Reason(%q) = %q, want %q", code, got, want)
		}
	}
	if got := Route("RUEHME"); got != "AMEMBASSY MEXICO CITY" {
		t.Errorf("RUEHME is %q", got)
	}
	if Route("RUXXXX") != "" || Surname("FREELEY") != "FEELEY" || Surname("FEELEY") != "FEELEY" {
		t.Error("an unknown route has no post, a known slip is mended, a right name stays")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		n := 0
		for _, name := range []string{"stations.tsv", "aliases.tsv", "routes.tsv", "tags.tsv", "surnames.tsv", "givennames.tsv", "codes.tsv", "acronyms.tsv"} {
			m := map[string]string{}
			eachRow(name, func(c [5]string) { m[c[0]] = c[1] })
			n += len(m)
		}
		if n == 0 {
			b.Fatal("the tables are empty")
		}
	}
}
