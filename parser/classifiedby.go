package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reftel/model"
	"reftel/parser/facts"
)

// parseClassifiedBy reads who classified the cable and why: "Ambassador Jane Doe for reasons 1.4 (b)
// and (d)" gives Jane Doe, 1.4(b) and 1.4(d). text is the field with or without its label, best in
// its lines; paragraph 1 of the 1990s will do as well ("1. (U) CLASSIFIED BY ...").
//
// Names keep their letters; offices, ranks and bureaus are dropped by a list of their words, which
// forgives a typing slip; words that the line's end broke are joined ("Jane D \noe"). Two persons
// count where AND joins them. What is in doubt stays out: no name is better than an office as a name.
func parseClassifiedBy(text string) (names, reasons []string) {
	text = text[:min(len(text), maxClassifier)]
	text = classifierText(text)
	zone, rest := classifierZone(text)
	if startsReference(zone) { // a REF list pasted into the field
		return nil, classifierReasons(rest)
	}
	return classifierNames(zone), classifierReasons(rest)
}

// maxClassifier is the number of bytes that names and reasons are looked for in: twice the longest
// field seen. What follows is text that lost its line ends.
const maxClassifier = 1000

// classifierText returns what follows the last label: the field may repeat it, and other fields may
// have been pasted in between.
func classifierText(text string) string {
	for range 4 {
		cut := 0
		if role, n, ok := label(text); ok && role == model.ClassifiedByRole {
			cut = n
		} else if n := classifierLabel(text); n > 0 {
			cut = n
		} else {
			break
		}
		text = text[cut:]
	}
	return strings.ReplaceAll(fieldWithoutMarkers(text), `\`, " ")
}

// classifierLabel returns the end of the last label inside the first lines of text, 0 if none.
func classifierLabel(text string) int {
	end := 0
	limit := min(len(text), 400)
	for i := 1; i < limit; i++ {
		if text[i]|0x20 != 'c' || isLetter(text[i-1]) {
			continue
		}
		if role, n, ok := labelClassifiedBy(text, i, true); ok && role == model.ClassifiedByRole {
			end = n
		}
	}
	return end
}

// classifierZone parts the text into the words that may be names and the rest with the reason. The
// zone ends at a reason in any spelling, at the number of the order or section, at a blank line.
func classifierZone(text string) (zone, rest string) {
	lead := len(text) - len(strings.TrimLeft(text, " \n\t\r"))
	end := len(text)
	for i := lead; i+1 < len(text); i++ {
		if text[i] == '\n' && strings.HasPrefix(strings.TrimLeft(text[i+1:], " \t"), "\n") {
			end = i
			break
		}
	}
	for i := lead; i < end; i++ {
		if i > 0 && (isLetter(text[i-1]) || text[i-1] == '\'') {
			continue
		}
		if classifierStop(text[i:]) {
			zone = text[lead:i]
			if words := strings.TrimRight(zone, " "); len(zone)-len(words) == 1 && text[i]|0x20 == 'r' && i > lead+8 && isLetter(words[len(words)-4]) {
				zone = strings.TrimSuffix(words, "for") // "Jane Doefor reasons"
			}
			return zone, text[i:]
		}
	}
	return text[lead:end], text[end:]
}

// classifierStop reports whether a reason begins at s.
func classifierStop(s string) bool {
	if strings.IndexByte("ebdupforai", s[0]|0x20) < 0 && !isDigit(s[0]) {
		return false
	}
	if end := scanLetters(s, 0); end > len("FORREASONS") && s[0]|0x20 != 'r' && (end == len(s) || s[end] == ' ') {
		return false // no word below is as long
	}
	if !classifierStopWord(s) {
		return false
	}
	var room [3]refToken
	toks := appendRefTokens(room[:0], s[:min(len(s), 60)], len(room))
	if len(toks) == 0 {
		return false
	}
	word := func(i int) string {
		if i < len(toks) {
			return strings.ToUpper(toks[i].text)
		}
		return ""
	}
	first := word(0)
	if toks[0].kind == refNumber {
		return classifierSection(toks) || len(toks[0].text) == 5 && len(toks) > 1
	}
	switch first {
	case "E", "EO":
		return word(1) == "." && word(2) == "O" || first == "EO" && len(toks) > 1 && toks[1].kind == refNumber
	case "BASED":
		return word(1) == "ON" || word(1) == "0"
	case "DUE":
		return word(1) == "TO"
	case "BECAUSE":
		return true
	case "UNDER":
		return len(toks) > 1 && (strings.HasPrefix(word(1), "SECTION") || toks[1].kind == refNumber || word(1) == "E")
	case "PURSUANT":
		return true
	case "DERIVED":
		return word(1) == "FROM"
	case "F": // "f \nor reasons"
		return word(1) == "OR"
	case "AS":
		return word(1) == "PER"
	case "IN":
		return word(1) == "ACCORDANCE" || word(1) == "ACC"
	case "FROM":
		return classifierReason(word(1))
	case "FOR", "FR", "FO", "PER", "FIR", "FOF", "OF":
		next := word(1)
		if len(toks) > 1 && toks[1].kind == refNumber {
			return true
		}
		if first == "OF" || first == "FO" {
			return classifierReason(next) || first == "FO" && next == "R"
		}
		return next == "FOR" || next == "SECTION" || next == "SECTIONS" || next == "E" && word(2) == "." || classifierReason(next) ||
			classifierReason(next+word(2)) || len(next) >= 2 && next[:2] == "RE" && len(toks) > 2 && toks[2].kind != refWord
	}
	if rest, glued := strings.CutPrefix(first, "FOR"); glued && classifierReason(rest) {
		return true
	}
	return first[0] == 'R' && classifierReason(first) || classifierReason(first+word(1)) && len(first) >= 2 && first[0] == 'R'
}

// classifierStopWord reports whether s may begin with a word that classifierStop knows. Words with a zero
// or an accented letter are left to it.
func classifierStopWord(s string) bool {
	end := scanLetters(s, 0)
	if end == 0 || s[0]|0x20 == 'r' || end < len(s) && (s[end] == '0' || s[end] >= utf8.RuneSelf) {
		return true
	}
	return scanIsOneOf(s[:end], "e", "eo", "based", "due", "because", "under", "pursuant", "derived",
		"f", "for", "fr", "fo", "per", "fir", "fof", "of", "from", "as", "in") || end >= len("forreson") && strings.EqualFold(s[:3], "for")
}

// classifierReason reports whether a word is REASON or REASONS, also with a letter lost or wrong.
func classifierReason(w string) bool {
	if len(w) < 4 || len(w) > 9 || w[0] != 'R' && w[0] != 'E' && w[0] != 'S' {
		return false
	}
	switch w {
	case "REASON", "REASONS", "REAS", "RESON", "RESONS", "RASONS", "REASO", "EASONS", "EASON":
		return true
	}
	return facts.OneSlip(w, "REASON") || facts.OneSlip(w, "REASONS")
}

// classifierSection reports whether tokens begin with the number of a section of the order: 1.4,
// 1,4, "1. 4".
func classifierSection(toks []refToken) bool {
	return len(toks) >= 3 && toks[0].text == "1" && toks[0].kind == refNumber && (toks[1].text == "." || toks[1].text == ",") &&
		toks[2].kind == refNumber && len(toks[2].text) == 1
}

// classifierReasons reads the section and its letters: "reasons 1.4 (b) and (d)" gives 1.4(b), 1.4(d).
func classifierReasons(rest string) []string {
	var room [32]refToken
	rest = rest[:min(len(rest), 300)]
	toks := appendRefTokens(room[:0], rest, len(rest))
	var out []string
	section := ""
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		if classifierSection(toks[i:]) {
			section = "1." + toks[i+2].text
			i += 2
			continue
		}
		if section == "" {
			continue
		}
		switch w := strings.ToLower(t.text); {
		case t.lines > 1 || t.kind == refNumber:
			return out
		case t.kind == refMark:
			if t.text == ";" && len(out) > 0 {
				return out
			}
		case len(w) == 1 && w[0] >= 'a' && w[0] <= 'h':
			if w == "a" && i+1 < len(toks) && strings.EqualFold(toks[i+1].text, "nd") { // "a \nnd"
				continue
			}
			addNew(&out, section+"("+w+")")
		case w == "an" && i+1 < len(toks) && strings.EqualFold(toks[i+1].text, "d"): // "an \nd"
			i++
		case w == "and", w == "nd", w == "or", w == "section", w == "reason", w == "reasons", w == "paragraph", w == "n":
		case len(w) == 2 && w[0] >= 'a' && w[1] <= 'h' && w[0] < w[1]: // "1.4(bd)"
			addNew(&out, section+"("+w[:1]+")", section+"("+w[1:]+")")
		default:
			return out
		}
	}
	return out
}

// classifierNames finds the names among the words of the zone.
func classifierNames(zone string) []string {
	segments := classifierSegments(zone)
	capitals := classifierCapitals(zone)
	if names := classifierNamesIn(segments, capitals); names != nil || capitals {
		return names
	}
	// "Deputy Chief of Mission JANE DOE", "ambassador jane doe": the case of the letters told nothing. What
	// is left must be more than the symbols of an office.
	names := classifierNamesIn(segments, true)
	for _, name := range names {
		first, _, whole := strings.Cut(name, " ")
		if !facts.IsGivenName(strings.ToUpper(first)) && (name != strings.ToUpper(name) || !whole && len(name) <= longestSymbol) {
			return nil
		}
	}
	return names
}

// longestSymbol is the number of letters of the longest symbol of an office that is no word.
const longestSymbol = 6

// classifierNamesIn finds the names in runs of words; capitals says that the case of their letters tells
// nothing.
func classifierNamesIn(segments [][]string, capitals bool) []string {
	var names []string
	best, at := "", -1
	for i, s := range segments {
		name := classifierRun(s, capitals)
		if name == "" {
			continue
		}
		if strings.Contains(name, " ") {
			best, at = name, i
			break
		}
		if best == "" || strings.Contains(name, ".") {
			best, at = name, i
		}
	}
	if at < 0 {
		return nil
	}
	next := at + 1
	if next < len(segments) && len(segments[next]) == 1 && classifierSuffix(segments[next][0]) {
		best += ", " + classifierTrim(segments[next][0])
		next++
	}
	names = append(names, classifierCommas(best, segments, at))
	for i, w := range segments[at] { // "AMBASSADOR JANE DOE AND DCM JOHN ROE"
		if !strings.EqualFold(w, "and") {
			continue
		}
		if first := classifierRun(segments[at][:i], capitals); strings.Contains(first, " ") {
			if second := classifierSecond(segments[at][i+1:], capitals); second != "" {
				return []string{first, second}
			}
		}
	}
	for ; next < len(segments); next++ {
		for i, w := range segments[next] {
			if strings.EqualFold(w, "and") {
				addNew(&names, classifierSecond(segments[next][i+1:], capitals))
			}
		}
	}
	return names
}

// classifierCommas puts back to a name in segments[at] what a comma typed for a full stop or for nothing cut off:
// "Jane, Q. Doe", "Jane Q, Doe".
func classifierCommas(name string, segments [][]string, at int) string {
	if at > 0 && len(segments[at][0]) == 2 && strings.HasPrefix(name, segments[at][0]) {
		if before := segments[at-1]; facts.IsGivenName(strings.ToUpper(before[len(before)-1])) {
			name = before[len(before)-1] + ", " + name
		}
	}
	last := name[strings.LastIndexByte(name, ' ')+1:]
	if next := at + 1; last != name && len(last) == 1 && next < len(segments) && len(segments[next]) == 1 && !classifierTitle(segments[next][0], false) {
		name += ", " + segments[next][0]
	}
	return name
}

// classifierSecond returns the name of a second person, whose words stand behind AND and begin with an
// office or a known given name; "" when they don't name anybody.
func classifierSecond(words []string, capitals bool) string {
	if len(words) == 0 || !classifierTitle(words[0], capitals) && !facts.IsGivenName(strings.ToUpper(words[0])) {
		return ""
	}
	if name := classifierRun(words, capitals); strings.Contains(name, " ") {
		return name
	}
	return ""
}

// classifierCapitals reports whether the zone is written in capitals, so that they tell nothing.
func classifierCapitals(zone string) bool {
	upper, lower := 0, 0
	for _, r := range zone {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) {
			lower++
		}
	}
	return upper > lower
}

// classifierSegments cuts the zone at commas, colons, semicolons, lone dashes, brackets and full
// stops into runs of words, and joins words that the line's end broke.
func classifierSegments(zone string) [][]string {
	var out [][]string
	var words []string
	flush := func() {
		if len(words) > 0 {
			out = append(out, words)
		}
		words = nil
	}
	depth := 0
	inLines, lineEnd := strings.Contains(strings.TrimSpace(zone), "\n"), false
	fields := strings.Fields(classifierMarks.Replace(zone))
	for i, f := range fields {
		if f == lineSign {
			lineEnd = true
			continue
		}
		broken := lineEnd || !inLines
		lineEnd = false
		switch {
		case f == "(":
			depth++
			continue
		case f == ")":
			depth = max(0, depth-1)
			continue
		case depth > 0:
			continue
		case f == "," || f == ";" || f == ":" || f == "-" || f == "--" || f == "?" || f == "–":
			flush()
			continue
		}
		if n := len(words); n > 0 && broken && (classifierBroken(words[n-1], f) || i+1 == len(fields) && classifierLastBroken(words[n-1], f)) {
			words[n-1] += f
			continue
		}
		if office, name := classifierGlued(f); office != "" { // "AmbassadorJane"
			words = append(words, office)
			f = name
		}
		words = append(words, f)
		if strings.HasSuffix(f, ".") && len(f) > 4 && !classifierAbbreviated(f) {
			flush()
		}
	}
	flush()
	return out
}

// lineSign stands for a line end among the words of a zone.
const lineSign = "\x01"

// classifierMarks sets off the marks that part a zone, and its line ends.
var classifierMarks = strings.NewReplacer("(", " ( ", ")", " ) ", ",", " , ", ";", " ; ", ":", " : ", "\n", " "+lineSign+" ")

// classifierGlued parts an office that lost the blank behind it from the name: "AmbassadorJane".
func classifierGlued(w string) (office, name string) {
	for i := 1; i < len(w); i++ {
		if isLower(w[i-1]) && w[i] >= 'A' && w[i] <= 'Z' {
			if i >= len("Charge") && classifierWords[strings.ToUpper(w[:i])] && !classifierTitle(w[i:], true) {
				return w[:i], w[i:]
			}
			break
		}
	}
	return "", w
}

// classifierLastBroken reports whether b, the last word before the reason, is the rest of a word that the line's
// end broke although it reads as another: "Jane Crosb \ny for reasons", "JANE CROS \nBY".
func classifierLastBroken(a, b string) bool {
	if !unicode.IsUpper(rune(a[0])) || len(a) < 2 || len(b) > 3 || strings.HasSuffix(a, ".") || !classifierLetters(b) || classifierTitle(a, a == strings.ToUpper(a)) {
		return false
	}
	return (isLower(b[0]) || a == strings.ToUpper(a)) && (len(b) == 1 || classifierParticle(b) || len(b) == 2 && classifierWords[strings.ToUpper(b)])
}

// classifierBroken reports whether b is the rest of a word that the line's end broke: "D oe",
// "Ja ne". In a name only particles are written small, and they are not broken off.
func classifierBroken(a, b string) bool {
	if !unicode.IsUpper(rune(a[0])) || b[0] < 'a' || b[0] > 'z' || !classifierLetters(b) {
		return false
	}
	if b == "as" || b == "in" || b == "from" || b == "for" {
		return false
	}
	return !classifierTitle(a, false) && !classifierParticle(b) && !classifierWords[strings.ToUpper(b)]
}

func classifierParticle(w string) bool {
	return scanIsOneOf(w, "van", "von", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "du", "la", "le", "al", "el", "bin", "ibn", "y", "ter", "zu")
}
