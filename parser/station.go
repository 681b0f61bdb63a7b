package parser

import (
	"strings"

	"reftel/model"
	"reftel/parser/facts"
)

// canonicalStation returns the name that ids use for a station written in any way: "Mexico City"
// gives MEXICO, SECSTATE gives STATE, "PORT AU PR" (cut by a page marker) PORTAUPRINCE. known is
// false for words that name no station; they come back in capitals without blanks.
func canonicalStation(words string) (station string, known bool) { return facts.Station(words) }

// parseWrittenID reads one reference as people write it, whole: "10 MEXICO 83", "MEXICO 83",
// "ASUNCION 701 (08)", "870 Ulaanbaatar" (HANDBOOK section 2). Without a written year it takes year
// and says so. ok is false when s holds anything else, or no known station.
func parseWrittenID(s string, year int) (id model.ID, yearInferred, ok bool) {
	r := refReader{toks: refTokens(s), year: year}
	w, next, ok := r.written(0)
	if !ok || next != len(r.toks) {
		return model.ID{}, false, false
	}
	return w.id, w.inferred, true
}

// repairID reads an id in which a publisher's program mixed up the classification line: the station
// misspelt or cut at the front, the words EFTO, NOFORN or "SECTION 01 OF 02" glued to it, a second
// serial behind the first, the year twice. ok is false when no station can be made out.
func repairID(s string) (id model.ID, ok bool) {
	r := refReader{toks: refTokens(s)}
	if len(r.toks) < 3 || r.toks[0].kind != refNumber || len(r.toks[0].text) < 2 {
		return model.ID{}, false
	}
	year := r.toks[0].text
	if len(year) != 4 || year[:2] != "19" && year[:2] != "20" {
		year = year[:2] // the year twice, or the count of sections behind it
	}
	full, ok := model.FullYear(refAtoi(year))
	if !ok {
		return model.ID{}, false
	}
	for i := 1; i+1 < len(r.toks); i++ {
		station, next, known := r.station(i)
		if !known && r.wordAt(i) {
			station, known = repairStation(r.toks[i].text)
			next = i + 1
		}
		if !known {
			station, known = facts.GarbledStation(r.toks[i].text)
			next = i + 1
		}
		if t, ok := r.tok(next); known && ok && t.kind == refNumber && t.value > 0 {
			return model.ID{Year: full, Station: station, Serial: t.value}, true
		}
	}
	return model.ID{}, false
}

// repairStation finds the station in a word that may begin with scraps of a classification line
// ("OFOSANAA" from "OF 02 SANAA"): the longest end of the word that is a station's full name, else
// the one station a single slip away.
func repairStation(word string) (station string, ok bool) {
	if found, known := canonicalStation(word); known {
		return found, true
	}
	if found, near := facts.NearStation(word); near {
		return found, true
	}
	for i := 1; len(word)-i >= 4; i++ {
		if found, known := facts.Station(word[i:]); known {
			return found, true
		}
	}
	for i := 1; len(word)-i >= 4; i++ {
		// A name that is both behind a scrap and misspelt needs six letters, unless the scrap is a whole word.
		if len(word)-i < 6 && i < len("EFTO") || !lineScrap(word[:i]) {
			continue
		}
		if found, near := facts.NearStation(word[i:]); near {
			return found, true
		}
	}
	return facts.NearShortStation(word)
}

// lineScrap reports whether a word is the end of one of those that stand before the station in a
// classification line.
func lineScrap(word string) bool {
	for _, whole := range [...]string{"SECTIONOF", "UNCLASSIFIED", "UNCLASEFTO", "CONFIDENTIAL", "SECRET", "NOFORN", "SIPDIS", "EXDIS", "NODIS", "AMEMBASSY", "AMCONSUL", "USMISSION"} {
		if strings.HasSuffix(whole, word) {
			return true
		}
	}
	return false
}
