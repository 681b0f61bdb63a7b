package parser

import (
	"strings"
	"testing"
	"unicode/utf8"

	"reftel/model"
)

// Whatever stands in a REF list, references come in the order of the text, read back to it, and name
// cables that can exist.
func FuzzReferences(f *testing.F) {
	for _, s := range []string{"A. STATE 12345 B. 08 RIGA 7 (NOTAL) AND PREVIOUS", "REF: (A) ROME 701 (08); 5049-01, 7718 99", "B)O4 CHENNAI 0944 C. 870 Ulaanbaatar",
		"Kabul 692/317/274 A/ROME 1, JUNE 5, 2007", "(AL LA PAZ A-023; (BL SEC/DEFENSE MESSAGE 121835Z", "TRIPOLI 00000402 \n\n001.2 OF 003 ", "STATE-07-123456\n¶C. AND PREVIOUS",
		"[07 ROME 2] A.) DOE E-MAIL, SEE PARA 5 U.S. EMBASSY PARIS 12"} {
		f.Add(s, 2009)
	}
	f.Fuzz(func(t *testing.T, text string, year int) {
		if year < 1966 || year > 2029 {
			year = 2009
		}
		own := model.ID{Year: year, Station: "TRIPOLI", Serial: 402}
		end := 0
		for _, r := range parseReferences(text, year, own) {
			switch {
			case r.Span.Start < end || r.Span.In(text) != r.Raw || r.Raw == "":
				t.Errorf("%q: %q stands at %s, behind %d", text, r.Raw, r.Span, end)
			case r.Kind != model.RefCable && !r.ID.IsZero():
				t.Errorf("%q: %q is no cable, and has the id %s", text, r.Raw, r.ID)
			case r.Kind == model.RefCable && (r.ID.Serial <= 0 || r.ID.Station == "" || r.ID.Year < 1861 || r.ID == own):
				t.Errorf("%q: %q gives %+v", text, r.Raw, r.ID)
			case r.YearInferred && r.ID.Year != year:
				t.Errorf("%q: %q has an inferred year %d", text, r.Raw, r.ID.Year)
			}
			end = r.Span.End
		}
	})
}

// Whatever stands in a TAGS line, every tag comes once, in capitals, of letters of the text, and reading
// the tags again gives the same ones.
func FuzzTags(f *testing.F) {
	for _, s := range []string{"PREL, MARR, MX", "ETRDEINVECINPGOVCS", "ovip (doe, jane b.), prel", "PM ROE ROBERT OAKES JANE", "PREL/PGOV-IT. ECON", "PREL P GOV UNDESCO MOPPS",
		"IS GAZA DISENGAGEMENT", "TAGS: TAGS, (U) PREL\n\nSUBJECT: X", "((((", "A/B/C, D.E.F"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<12 || !utf8.ValidString(text) {
			return
		}
		seen := map[string]bool{}
		for _, tag := range parseTags(text) {
			switch {
			case tag.Code == "" || seen[tag.Code]:
				t.Errorf("%q: tag %q is empty or there twice", text, tag.Code)
			case tag.Code != strings.ToUpper(tag.Code) || strings.TrimSpace(tag.Code) != tag.Code:
				t.Errorf("%q: tag %q is not written as a code", text, tag.Code)
			case !utf8.ValidString(tag.Code):
				t.Errorf("%q: tag %q is no text", text, tag.Code)
			}
			seen[tag.Code] = true
		}
	})
}
