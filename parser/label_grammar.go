package parser

import (
	"strings"

	"reftel/model"
	"reftel/parser/facts"
)

// What each header label looks like, whole or damaged.

// labelOrder reads "E.O.", "EO", the damaged "MO." and a "DECL:" that lost its order.
func labelOrder(s string, at int, inside bool) (model.Role, int, bool) {
	end := 0
	if !mayBeOrder(s[at:]) {
		return "", 0, false
	}
	switch {
	case hasFoldPrefix(s[at:], "E. O."):
		end = at + 5
	case hasFoldPrefix(s[at:], "E.O."), hasFoldPrefix(s[at:], "E.O,"), hasFoldPrefix(s[at:], "E.0."), hasFoldPrefix(s[at:], "E.OM"):
		end = at + 4
	case hasFoldPrefix(s[at:], "E.O"), hasFoldPrefix(s[at:], "EO."), hasFoldPrefix(s[at:], "E O"), hasFoldPrefix(s[at:], "MO."):
		end = at + 3
	case hasFoldPrefix(s[at:], "EO"), hasFoldPrefix(s[at:], "OE"):
		end = at + 2
	case !inside && hasFoldPrefix(s[at:], "DECL:"):
		return model.ExecutiveOrderRole, labelSkipBlanks(s, at+len("DECL:")), true
	default:
		return "", 0, false
	}
	end = labelSkipBlanks(s, end)
	digits := end
	for digits < len(s) && isDigit(s[digits]) {
		digits++
	}
	if rest := s[end:]; !inside && end-at > len("E.O.") && (hasFoldPrefix(rest, "XGDS") || hasFoldPrefix(rest, "GDS")) {
		return model.ExecutiveOrderRole, end, true // the order is left out
	}
	if digits-end < 3 || digits-end > 6 {
		return "", 0, false
	}
	if inside {
		rest := s[labelSkipBlanks(s, digits):]
		if !strings.HasPrefix(rest, ":") && !hasFoldPrefix(rest, "DECL") && !hasFoldPrefix(rest, "N/A") {
			return "", 0, false
		}
	}
	return model.ExecutiveOrderRole, end, true
}

// labelTags reads "TAGS:", "TAG", "Tags;", "TAGS," and what transmission left of it: TAS, AGS, TABS.
func labelTags(s string, at int, inside bool) (model.Role, int, bool) {
	word, end := labelWord(s, at)
	if len(word) < 3 || len(word) > 5 {
		return "", 0, false
	}
	exact := strings.EqualFold(word, "TAGS")
	if !exact && !strings.EqualFold(word, "TAG") && !facts.OneSlip(strings.ToUpper(word), "TAGS") {
		return "", 0, false
	}
	n, separator := labelSeparator(s, end, ":;,.")
	switch {
	case exact && separator && (!inside || s[n-1] != ','):
		return model.TagsRole, labelSkipBlanks(s, n), true
	case exact && !inside, strings.EqualFold(word, "TAG") && separator && !inside:
		return model.TagsRole, labelSkipBlanks(s, n), true
	}
	if rest := labelSkipBlanks(s, n); (separator || !inside) && tagsCodeAt(s[rest:]) {
		return model.TagsRole, rest, true
	}
	return "", 0, false
}

// labelSubject reads "SUBJECT:", "SUBJ:", "Subject", "UBJECT:". "SUBJECT LINE" stands in notes on
// corrected copies and is none.
func labelSubject(s string, at int, inside bool) (model.Role, int, bool) {
	word, end := labelWord(s, at)
	if len(word) < len("SUB") || len(word) > len("SUBJECTS") {
		return "", 0, false
	}
	exact := strings.EqualFold(word, "SUBJECT") || strings.EqualFold(word, "SUBJ")
	short := !inside && subjectStump(word)
	if !exact && !short && (len(word) < 6 || !facts.OneSlip(strings.ToUpper(word), "SUBJECT")) {
		return "", 0, false
	}
	n, separator := labelSeparator(s, end, ":;")
	if !separator && !exact {
		return "", 0, false
	}
	rest := labelSkipBlanks(s, n)
	if !separator && (inside || rest == n || hasFoldPrefix(s[rest:], "LINE")) {
		if !hasFoldPrefix(s[n:], ".") || inside && !strings.EqualFold(word, "SUBJ") {
			return "", 0, false
		}
		rest = labelSkipBlanks(s, n+1)
	}
	return model.SubjectRole, rest, true
}

// subjectStump reports whether a word is what a cut left of SUBJECT.
func subjectStump(word string) bool {
	return scanIsOneOf(word, "bject", "ject", "sub")
}

// labelReferences reads REF, REFS, Ref(s), Reftel, RETELS, REFERENCES, PROGRAM REF with their
// separator, or without it where a reference follows.
func labelReferences(s string, at int, inside bool) (model.Role, int, bool) {
	if hasFoldPrefix(s[at:], "PROGRAM REF") {
		at += len("PROGRAM ")
	}
	word, end := labelWord(s, at)
	if len(word) == 1 && !inside { // "A. REF AMMAN 222"
		rest := labelSkipBlanks(s, end+1)
		if end < len(s) && strings.IndexByte(".):", s[end]) >= 0 {
			if _, n, ok := labelReferences(s[rest:], 0, true); ok && n > 0 {
				return model.ReferencesRole, 0, true
			}
			if w, e := labelWord(s, rest); strings.EqualFold(w, "REF") && startsReference(s[e:]) {
				return model.ReferencesRole, 0, true
			}
		}
		return "", 0, false
	}
	if word == "" || word[0]|0x20 != 'r' && word[0]|0x20 != 'e' {
		return "", 0, false
	}
	known := false
	switch strings.ToUpper(word) {
	case "REF", "REFS", "REFTEL", "REFTELS", "RETEL", "RETELS", "REFERENCE", "REFERENCES", "REFTELL":
		known = true
	case "RE", "EF", "RF", "EFS", "RFE", "REFF", "REFD", "REFTL", "RFTEL":
	default:
		return "", 0, false
	}
	if known && hasFoldPrefix(s[end:], "(S)") {
		end += len("(S)")
	}
	if known && !inside && letteredLabel(s[end:]) {
		return model.ReferencesRole, 0, true
	}
	n, separator := labelSeparator(s, end, ":;")
	rest := labelSkipBlanks(s, n)
	if separator && known {
		return model.ReferencesRole, rest, true
	}
	if !separator && n < len(s) && strings.IndexByte(".,-", s[n]) >= 0 {
		rest = labelSkipBlanks(s, n+1)
		separator = true
	}
	if (known && !inside || separator) && (rest > end || separator) && startsReference(s[rest:]) {
		return model.ReferencesRole, rest, true
	}
	return "", 0, false
}

// letteredLabel reports whether what follows REF is a letter and words in capitals: lists without a
// label of their own repeat the word before each entry ("REF A MINISTER'S LETTER").
func letteredLabel(s string) bool {
	const longest = 120
	return len(s) > 3 && len(s) < longest && s[0] == ' ' && isUpper(s[1]) && s[2] == ' ' && allCapitals(s) && !endsSentence(s)
}

// labelClassifiedBy reads "Classified By:", "CLASSIFIED BY", the misspelt "Classiied By:", each also
// behind a portion marking: "(U) CLASSIFIED BY".
func labelClassifiedBy(s string, at int, inside bool) (model.Role, int, bool) {
	if !inside && s[at] == '(' {
		if shut := strings.IndexByte(s[at:], ')'); shut > 0 && shut <= 6 {
			at = labelSkipBlanks(s, at+shut+1)
		}
	}
	word, end := labelWord(s, at)
	if len(word) < len("CLASS") || len(word) > len("CLASSIFICATION") || (word[0]|0x20 != 'c' && word[0]|0x20 != 'l') {
		return "", 0, false
	}
	upper := strings.ToUpper(word)
	if glued, found := strings.CutSuffix(upper, "BY"); found && (glued == "CLASSIFIED" || facts.OneSlip(glued, "CLASSIFIED")) {
		n, separator := labelSeparator(s, end, ":;")
		if separator || !inside {
			return model.ClassifiedByRole, labelSkipBlanks(s, n), true
		}
	}
	if upper == "CLASSIFICATION" || upper == "CLASS" {
		return labelClassifiedShort(s, end, inside)
	}
	if upper != "CLASSIFIED" && !facts.OneSlip(upper, "CLASSIFIED") && !facts.OneSlip(upper, "CLASSFIED") && !facts.OneSlip(upper, "CLASSIFED") {
		return "", 0, false
	}
	rest := labelSkipBlanks(s, end)
	if rest < len(s) && s[rest] == '-' && !inside {
		rest++
	}
	by, end := labelWord(s, rest)
	if strings.EqualFold(by, "B") && hasFoldPrefix(s[end:], " Y") { // "CLASSIFIED B Y:"
		end += len(" Y")
	}
	n, separator := labelSeparator(s, end, ":;,.")
	switch strings.ToUpper(by) {
	case "BY":
	case "B", "Y", "BU", "BT", "VY", "NY", "GY", "BYT", "BYY", "PER":
		if !separator {
			return "", 0, false
		}
	default:
		return "", 0, false
	}
	return model.ClassifiedByRole, labelSkipBlanks(s, n), true
}

// labelClassifiedShort reads the BY of "CLASS BY:", "Classification By:", which count at the start of a line and
// with their colon only.
func labelClassifiedShort(s string, end int, inside bool) (model.Role, int, bool) {
	if end < len(s) && s[end] == '.' {
		end++
	}
	by, end := labelWord(s, labelSkipBlanks(s, end))
	n, separator := labelSeparator(s, end, ":")
	if inside || !separator || !strings.EqualFold(by, "BY") {
		return "", 0, false
	}
	return model.ClassifiedByRole, labelSkipBlanks(s, n), true
}
