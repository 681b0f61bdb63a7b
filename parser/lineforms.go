package parser

import (
	"strings"

	"reftel/model"
)

// envelopeLine says which line of the transmission part s is (HANDBOOK section 1, lines 1 to 8);
// "" when it is none.
func envelopeLine(s string) model.Role {
	switch {
	case len(s) < 4:
		return ""
	case strings.HasPrefix(s, "VZCZ") || strings.HasPrefix(s, "VZCZC"):
		return model.TransmissionRole
	case strings.HasPrefix(s, "ZNR ") || strings.HasPrefix(s, "ZNY "):
		return model.TransmissionRole
	case strings.HasPrefix(s, "DE R") && strings.Contains(s, "#"):
		return model.TransmissionRole
	case strings.HasPrefix(s, "FM ") && allCapitals(s):
		return model.FromRole
	case strings.HasPrefix(s, "TO ") && allCapitals(s):
		return model.ToRole
	case strings.HasPrefix(s, "INFO ") && allCapitals(s):
		return model.InfoRole
	case isRoutes(s):
		return model.TransmissionRole
	}
	if len(s) < 80 && strings.ContainsAny(s, "Zz") {
		if _, _, _, ok := parseDateTimeGroup(s); ok {
			return model.DateTimeGroupRole
		}
	}
	return ""
}

// inEnvelope reports whether a role is one of the transmission part's.
func inEnvelope(role model.Role) bool {
	switch role {
	case model.TransmissionRole, model.DateTimeGroupRole, model.FromRole, model.ToRole, model.InfoRole:
		return true
	}
	return false
}

// isOfficeList reports whether an INFO line is the list of offices that the 1970s layout has above the
// date-time group: "INFO OCT-01 ISO-00 /002 R".
func isOfficeList(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 {
		return false
	}
	_, number, ok := strings.Cut(words[1], "-")
	return ok && number != "" && allDigits(number)
}

// isOffices reports whether a line holds nothing but the list of offices of the 1970s layout, or the rest of
// one: "ACTION EUR-12", "NSC-05  SP-02  /076 W".
func isOffices(s string) bool {
	offices, first := 0, true
	for w := range strings.FieldsSeq(s) {
		if first && (w == "ACTION" || w == "ORIGIN" || w == "INFO") {
			first = false
			continue
		}
		first = false
		name, number, ok := strings.Cut(w, "-")
		switch {
		case ok && allCapitals(name) && number != "" && allDigits(number):
			offices++
		case len(w) > 1 && w[0] == '/' && allDigits(strings.TrimRight(w[1:], "RW")): // their number, by a reader's sign
			offices++
		case w == "ISO":
			offices++
		case len(w) == 1 && offices > 0, w == "(": // "( ISO ) W"
		default:
			return false
		}
	}
	return offices > 0
}

// isCentreLine reports whether s is one of the lines that the communications centre put above the
// date-time group in the 1970s: a list of offices, the number of the sheet's desk, dashes with the number
// and time of receipt.
func isCentreLine(s string) bool {
	if isOffices(s) || len(s) <= len("61/62") && isDigit(s[len(s)-1]) && isDigit(s[0]) && strings.Trim(s, "0123456789/-") == "" {
		return true
	}
	dashes := len(s) - len(strings.TrimLeft(s, "-"))
	if dashes < 12 {
		return false
	}
	words := strings.Fields(s[dashes:])
	for i, w := range words {
		if !isAlnum(w[len(w)-1]) || i == 0 && !isDigit(w[len(w)-1]) {
			return false
		}
	}
	return len(words) > 0 && len(words) <= 4
}

// isRoutes reports whether s is line 2: a pair of precedence letters and routing indicators.
func isRoutes(s string) bool {
	if len(s) < 6 || s[2] != ' ' || s[0] != s[1] || !strings.ContainsRune("ZOPR", rune(s[0])) {
		return false
	}
	return onlyRoutes(s[3:])
}

// onlyRoutes reports whether s holds nothing but routing indicators: RUEHCD RUEHGD.
func onlyRoutes(s string) bool {
	words := 0
	for w := range strings.FieldsSeq(s) {
		if len(w) < 5 || len(w) > 8 || w[0] != 'R' || !isNameLike(w) || !allCapitals(w) {
			return false
		}
		words++
	}
	return words > 0
}

// captions restrict distribution; they stand on lines of their own (HANDBOOK section 1, line 10).
var captions = map[string]bool{"SIPDIS": true, "NOFORN": true, "SENSITIVE": true, "EXDIS": true, "NODIS": true,
	"LIMDIS": true, "STADIS": true, "ORCON": true, "NOCONTRACT": true, "PROPIN": true, "AIDAC": true, "CHEROKEE": true,
	"TERREP": true, "CODEL": true, "ROGER": true, "CHANNEL": true, "TOSEC": true, "SBU": true, "FOUO": true, "RELIDO": true,
	"NF": true, "ONLY": true, "EYES": true, "DISSEM": true, "NO": true, "SPECAT": true, "DIRECTOR": true, "DS": true, "EFTO": true}

// isCaption reports whether a line holds nothing but captions.
func isCaption(s string) bool {
	if strings.EqualFold(s, "SIPDIS") || strings.EqualFold(s, "NOFORN") {
		return true
	}
	if len(s) > 80 || !allCapitals(s) {
		return false
	}
	words := 0
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(" /,-.;:", r) }) {
		if !captions[w] || words == 0 && (w == "NO" || w == "ONLY") {
			return false
		}
		words++
	}
	return words > 0
}

// isAttention reports whether a line names offices or persons a telegram is meant for.
func isAttention(s string) bool {
	padded := " " + strings.ToUpper(s) + " "
	for _, sign := range []string{" FOR ", " PASS ", " ALSO ", " FROM ", " ATTN ", " PLEASE "} {
		if strings.Contains(padded, sign) {
			return true
		}
	}
	return false
}

// notices begin lines above the text that speak about the telegram.
var notices = [...]string{"classified", "derived from", "sensitive but", "unclassified but", "for official use", "sbu ", "declassify", "not for internet",
	"please protect", "handle accordingly", "protect accordingly", "this message is", "this cable is", "entire text",
	"c o r r e c t e d", "corrected copy", "reason:", "reasons:", "drv from", "decl:", "dng:"}

// isNotice reports whether a line above the text speaks about the telegram: how sensitive it is,
// what it derives from, whether it corrects another.
func isNotice(s string) bool {
	if len(s) > 160 {
		return false
	}
	s = strings.TrimLeft(s, " *-")
	if _, n := readMarking(s); n > 0 && s[0] == '(' {
		s = strings.TrimLeft(s[n:], " ")
	}
	for _, sign := range notices {
		if hasFoldPrefix(s, sign) {
			return true
		}
	}
	return false
}

// isDateline reports whether s is the line with which a newspaper's copy begins: "Tuesday, 20
// January 2004, 09:44".
func isDateline(s string) bool {
	_, ok := readDateline(s)
	return ok
}
