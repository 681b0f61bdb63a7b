package parser

import (
	"strings"
	"unicode"

	"reftel/parser/facts"
)

// classifierRun returns the name in a run of words: the last stretch of words that are no office, of
// two words if there is one. What stands before a known given name in it is a place ("CENTRAL ASIA
// GEORGE ...").
func classifierRun(words []string, capitals bool) string {
	best := ""
	for end := len(words); end > 0; {
		if classifierOffice(words, end-1, capitals) {
			end--
			continue
		}
		start := end
		for start > 0 && !classifierOffice(words, start-1, capitals) {
			start--
		}
		name := classifierJoin(words[start:end])
		if best == "" || !strings.Contains(best, " ") && strings.Contains(name, " ") {
			best = name
		}
		end = start
	}
	return best
}

// classifierOffice reports whether words[i] belongs to an office. Behind a given name or its initial stands a
// surname, which may be a word of offices too, or look like one misspelt ("Jane West", "Jane Heath").
func classifierOffice(words []string, i int, capitals bool) bool {
	if !classifierTitle(words[i], capitals) {
		return false
	}
	upper := strings.ToUpper(strings.Trim(words[i], ".,;:-\"'"))
	if i == 0 || classifierWords[upper] && !classifierSurnames[upper] || !classifierSlip(upper) && !classifierSurnames[upper] {
		return true
	}
	before := strings.ToUpper(words[i-1])
	given := facts.IsGivenName(before) && !classifierWords[before]
	initial := before == "ST." || i > 1 && len(before) == 2 && before[1] == '.' && before[0] >= 'A' && before[0] <= 'Z'
	return !given && !initial
}

// classifierSurnames are words of offices that are surnames too.
var classifierSurnames = wordSet(`CITY EAST HEAD MAJOR NORTH POST SOUTH STAFF WEST`)

func classifierJoin(words []string) string {
	for len(words) > 0 && classifierParticle(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return ""
	}
	for i := len(words) - 2; i > 0 && len(words) > 2; i-- {
		if facts.IsGivenName(strings.ToUpper(words[i])) && !facts.IsGivenName(strings.ToUpper(words[0])) && !strings.Contains(words[0], ".") {
			words = words[i:]
			break
		}
	}
	for len(words) > 2 && !facts.IsGivenName(strings.ToUpper(words[0])) && facts.IsPlace(words[0]) && len(strings.TrimRight(words[1], ".")) > 1 {
		words = words[1:] // "SPECIAL ENVOY FOR SUDAN JANE DOE"
	}
	name := classifierTrim(strings.Join(words, " "))
	if len(name) < 2 || !strings.ContainsFunc(name, unicode.IsLetter) {
		return ""
	}
	return name
}

// classifierTrim takes off what ends a sentence, but not the full stop of an initial or of Jr.
func classifierTrim(name string) string {
	name = strings.TrimRight(name, ",;: -/\"")
	if strings.HasSuffix(name, ".") && !classifierAbbreviated(name[strings.LastIndexByte(name, ' ')+1:]) {
		name = strings.TrimRight(name, ".")
	}
	return strings.TrimLeft(name, ".-/\" ")
}

// classifierAbbreviated reports whether a word's full stop belongs to it.
func classifierAbbreviated(w string) bool {
	return len(w) == 2 || scanIsOneOf(w, "jr.", "sr.", "esq.", "amb.", "dir.", "couns.", "gen.", "col.", "min.", "act.", "asst.", "dep.",
		"ms.", "mr.", "mrs.", "dr.", "a.i.", "pol.", "econ.")
}

func classifierSuffix(w string) bool {
	return scanIsOneOf(strings.TrimRight(w, "."), "jr", "sr", "ii", "iii", "iv", "esq")
}

// classifierTitle reports whether a word belongs to an office, rank or bureau and not to a name: by
// the list, by a slip from a long word of it, by its form (a slash, all small letters, all capitals
// where the text is not).
func classifierTitle(w string, capitals bool) bool {
	bare := strings.Trim(w, ".,;:-\"'")
	if bare == "" {
		return !strings.HasSuffix(w, ".") || w == "."
	}
	if classifierSuffix(w) {
		return false
	}
	upper := strings.ToUpper(refSwap(bare, '0', 'O'))
	if strings.ContainsAny(upper, "/&") || isDigit(upper[0]) {
		return true
	}
	if strings.HasPrefix(upper, "D'") || strings.HasPrefix(upper, "DE'") {
		_, upper, _ = strings.Cut(upper, "'")
		if strings.HasPrefix(upper, "AF") {
			return true
		}
	}
	if upper == "A.I" || upper == "AI" || upper == "U.S" || upper == "U.S.A" {
		return true
	}
	if classifierWords[upper] || strings.HasPrefix(upper, "AMBASS") {
		return true
	}
	if !capitals && strings.HasSuffix(upper, "OFF") && strings.ContainsFunc(bare[1:], unicode.IsUpper) { // PolOff
		return true
	}
	if first, rest, ok := strings.Cut(upper, "-"); ok && (classifierWords[first] || classifierWords[rest]) {
		return true
	}
	if classifierSlip(upper) {
		return true
	}
	if !capitals && isLower(w[0]) {
		return !classifierParticle(w) && !strings.HasPrefix(w, "al-") && !strings.HasPrefix(w, "el-")
	}
	if i := strings.IndexByte(w, 'Q'); i > 0 && isLower(w[i-1]) { // "CooQnator": a garble, and in no name
		return true
	}
	return !capitals && len(bare) > 1 && bare == upper && !strings.Contains(bare, ".") && classifierLetters(bare)
}

// classifierSlip reports whether a word in capitals is one typing slip away from a long word of offices.
func classifierSlip(upper string) bool {
	if len(upper) < 5 {
		return false
	}
	for n := max(5, len(upper)-1); n <= min(len(upper)+1, len(classifierLong)-1); n++ {
		for _, long := range classifierLong[n] {
			// One slip can't change the first letter and the last.
			if (upper[0] == long[0] || upper[len(upper)-1] == long[n-1]) && facts.OneSlip(upper, long) && !facts.IsGivenName(upper) {
				return true
			}
		}
	}
	return false
}

func classifierLetters(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// classifierWords are words of offices, ranks, bureaus and what stands between them.
var classifierWords = wordSet(`ACTING ACTG ADMIRAL ADVISER ADVISOR AFFAIRS AFFAIRES AGENT AGENCY AGRICULTURAL AID AIDE AIR AMB
	AMBASSADOR AMBASSADRESS AMCONSUL AMEMBASSY AND ARMS ARMY ASIA AFRICA AMERICA EUROPE EASTERN WESTERN NORTHERN SOUTHERN CENTRAL NEAR EAST
	WEST SOUTH NORTH PACIFIC ASSISTANT ASST ASSOCIATE ATTACHE AT BRANCH BUREAU BY CAPTAIN CDA CG CHARGE CHARG CHIEF CHF CITY COL COLONEL COM
	COMMANDER COMMERCIAL COMMISSIONER CONGEN CONS CONSUL CONSULAR CONSULATE CONTROL COORDINATOR COUNS COUNSEL COUNSELOR COUNSELLOR COUNTER
	COUNTERTERRORISM COUNTRY COUNSELER CULTURAL DAO DAS DATT DCM DCG DEA DEFENSE DELEGATE DELEGATION DEP DEPARTMENT DEPUTY DESK DEVELOPMENT DHS DIR
	DIRECTOR DIPLOMATIC DIVISION DPO PDAS PDC DRL EAP EB EEB ECON ECONCHIEF ECONCOUNS ECONCOUNSELOR ECONOFF ECONOMIC ECONOMICAL ECPO EMBASSY EMIN ENERGY
	ENVIRONMENT ENVIRONMENTAL ENVOY EPOL EXTERNAL EUR EXECUTIVE EXECUTIVE FAS FOR FOREIGN FBI FCS FIRST GENERAL GEN GLOBAL GOVERNANCE GOVERNMENT HEAD
	HUMAN ICE INFORMATION INL INR INTERAGENCY INTERIM INTERNAL INTERNATIONAL INTELLIGENCE IO IPAO ISN ISSUES LABOR LEADER LEGAL LEGATT LT
	MAJOR MANAGEMENT MATTERS MC MCG MILITARY MILOFF MIN MINISTER MINCONS MISSION MISSIONS MR MRS MS NAVAL NAVY NEA NAS NATIONAL NARCOTICS OF OFF OFFICE OFFICER
	OFFICIAL OES ON OPERATIONS OIC PAO PAS PERMANENT PERMREP PDEPUTY PLANNING PM PO POINT POL POLAD POLCHIEF POLCOUNS POLCOUNSELOR POLECON POLECONCHIEF POLICY
	POLITICAL POLMIL POLMINCONS POLOFF POST PRESIDENT PRINCIPAL PRM PROGRAM PROVINCIAL PRT PUBLIC RECONSTRUCTION REFUGEE REFCOORD REGIONAL
	REP REPRESENTATIVE RIGHTS RSO ARSO SA SCA SCIENCE SECOND SECRETARY SECURITY SECTION SENIOR SERVICE SERVICES SIGNED SPECIAL STABILIZATION STAFF STATE SUB
	SUBNATIONAL SUPERVISOR TDY TEAM TECHNOLOGY THE THIRD TO TRADE TREASURY TRANSNATIONAL UNDER UNIT UNITED STATES USAID USDEL USEU USINT USNATO USUN
	VCI VICE VISITING WHA WITH AF AIT ACDA ADCM A/S DOD USMISSION MINISTRY TRANSPORTATION HEALTH ATTORNEY LEGATE RLA RESIDENT CHAIR CHAIRMAN
	PMINCOUNS WATCHER COMPSEC DR ARCHIVIST LIAISON OVERSEAS INTERESTS
	OFFICERS ECONOMICS CONOFF EMBOFF POLECONOFF POLE ECONPOL IRAN IRAQ CHINA PAKISTAN AFGHANISTAN RUSSIA EURASIAN EUROPEAN AFRICAN ASIAN`)

// classifierLong are those of five letters and more by their length: a slip changes it by one at most.
var classifierLong = classifierByLength(classifierWords)

func classifierByLength(words map[string]bool) (by [][]string) {
	for w := range words {
		for len(by) <= len(w) {
			by = append(by, nil)
		}
		if len(w) >= 5 {
			by[len(w)] = append(by[len(w)], w)
		}
	}
	return by
}
