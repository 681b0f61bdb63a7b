package parser

import (
	"strings"
	"unicode"

	"reftel/parser/facts"
)

// The names among the words of a classification authority line: offices and bureaus around them, lines that broke them,
// and what tells two persons from one.

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
