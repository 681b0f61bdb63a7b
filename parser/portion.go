package parser

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"reftel/model"
)

// portionLevels are the words a portion marking can begin with, besides the slips that
// readMarking knows (FORMATS section 1, "Portion marks").
var portionLevels = map[string]bool{"U": true, "SBU": true, "C": true, "S": true, "TS": true, "LOU": true,
	"FOUO": true, "UNCLAS": true, "UNCLASSIFIED": true, "CONFIDENTIAL": true, "SECRET": true, "L": true, "R": false}

// portionCaveats may follow a level behind a blank or a hyphen; behind a slash anything may.
var portionCaveats = map[string]bool{"NF": true, "NOFORN": true, "REL": true, "FOUO": true, "FGI": true, "ENTIRE": true,
	"SBU": true, "ORCON": true, "N": true, "EXDIS": true, "NODIS": true, "LIMDIS": true}

// readMarking reads a portion marking at the start of s, with its brackets: "(SBU)", "(C//REL
// NATO)", "(S-NF)", "(C - ENTIRE TEXT)", and slips: "C)", "(C )", "(N/SF)", "(/Rel UK)", "[S]". n
// is the number of bytes it takes; 0 when there is none.
func readMarking(s string) (m model.Marking, n int) {
	const longest = 48
	open := 0
	if s != "" && (s[0] == '(' || s[0] == '[' || s[0] == '{') {
		open = 1
	}
	end := strings.IndexAny(s[:min(len(s), longest)], ")]}")
	if end < open+1 {
		return "", 0
	}
	inside := strings.TrimSpace(s[open:end])
	word := inside
	if i := strings.IndexAny(word, "/ -,:;."); i >= 0 {
		word = word[:i]
	}
	rest := inside[len(word):]
	upper := strings.ToUpper(word)
	switch {
	case open == 0 && (rest != "" || !portionLevels[upper] || !allCapitals(word) || upper == "L"):
		return "", 0 // "C) " lost its bracket; "a) " is a list
	case upper == "N" && strings.EqualFold(inside, "N/SF"), upper == "" && strings.HasPrefix(strings.ToUpper(rest), "/REL"):
	case !portionLevels[upper]:
		return "", 0
	case rest == "" || rest[0] == '/':
	default:
		next := strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(" -,/:;.", r) })
		if len(next) > 0 && !portionCaveats[strings.ToUpper(next[0])] {
			return "", 0
		}
	}
	for _, r := range rest {
		if !strings.ContainsRune(" /-,&:.;", r) && !(r < utf8.RuneSelf && isAlnum(byte(r))) {
			return "", 0
		}
	}
	return model.Marking(oneLine(inside)), end + 1
}

// paragraphStart is what stands at the start of a numbered paragraph.
type paragraphStart struct {
	number  int
	marking model.Marking
	lead    int  // bytes of the lead: number, full stop, marking
	loose   bool // the full stop is missing: only the number that is due counts
	bracket bool // the number stands before a bracket: "1) (C)"
}

// readNumber reads the start of a numbered paragraph: "1. (SBU) ", "1.(C)", "¶1. (C)", "1. C)",
// "1. Summary: (SBU)", "2. SUMMARY.", "2) (C)", "2 (C)". A bare "1)" is a list, and "1.4 (b)" a
// section of an executive order.
func readNumber(s string) (p paragraphStart, ok bool) {
	if s == "" || s[0] < utf8.RuneSelf && !isDigit(s[0]) {
		return p, false
	}
	at := 0
	for at < len(s) {
		switch {
		case strings.HasPrefix(s[at:], "¶"):
			at += len("¶")
			continue
		case strings.HasPrefix(s[at:], "\ufffd"):
			at += len("\ufffd")
			continue
		}
		break
	}
	digits := at
	for at < len(s) && isDigit(s[at]) {
		p.number = min(p.number*10+int(s[at]-'0'), 1e6)
		at++
	}
	if at == digits || at-digits > 4 || p.number == 0 {
		return p, false
	}
	blank := at
	for blank < len(s) && s[blank] == ' ' {
		blank++
	}
	sign := byte(0)
	if blank < len(s) && blank-at <= 1 {
		sign = s[blank]
	}
	switch sign {
	case '.':
		at = blank + 1
	case ',', ')', ':', '-', ';':
		if p.marking, _ = readMarking(strings.TrimLeft(s[blank+1:], " ")); p.marking == "" {
			return p, false
		}
		at, p.bracket = blank+1, sign == ')'
	default:
		if p.marking, _ = readMarking(s[blank:]); p.marking == "" || s[blank] != '(' {
			return p, false
		}
	}
	if at < len(s) && isDigit(s[at]) {
		return p, false
	}
	p.lead = at
	for at < len(s) && s[at] == ' ' {
		at++
	}
	if m, n := readMarking(s[at:]); n > 0 {
		p.marking, p.lead = m, at+n
		if strings.TrimSpace(s[p.lead:]) == "." { // "1. (C - ENTIRE TEXT)."
			p.lead = len(s)
		}
	} else if m := wholeTextMarking(s[at:]); m != "" {
		p.marking, p.lead = m, len(s)
	} else if m, n := secondMarking(s[at:]); n > 0 {
		p.marking = m
	}
	return p, true
}

// wholeTextMarking reads the marking of a whole text that stands without brackets, and with nothing behind it:
// "C - ENTIRE TEXT.", "SECRET- ENTIRE TEXT", "ENTIRE TEXT CONFIDENTIAL". It is "" when s is anything else.
func wholeTextMarking(s string) model.Marking {
	const longest = 48
	if len(s) > longest {
		return ""
	}
	s = strings.TrimRight(s, " .")
	level := s
	if rest, ok := cutFoldSuffix(s, "ENTIRE TEXT"); ok {
		level = strings.TrimRight(rest, " -,:")
	} else if hasFoldPrefix(s, "ENTIRE TEXT") {
		level = strings.TrimLeft(s[len("ENTIRE TEXT"):], " -,:")
		s = level
	} else {
		return ""
	}
	if !allCapitals(level) || model.Marking(level).Level() == model.LevelUnknown {
		return ""
	}
	return model.Marking(s)
}

func cutFoldSuffix(s, suffix string) (before string, ok bool) {
	if n := len(s) - len(suffix); n > 0 && strings.EqualFold(s[n:], suffix) {
		return s[:n], true
	}
	return s, false
}

// readTypedNumber reads a number whose full stop a typist left out or struck wrong: "10 DURING THE TALK",
// "3, THE HARBOUR WAS". What follows must be a line of text.
func readTypedNumber(s string) (p paragraphStart, ok bool) {
	const shortest = 45
	digits := scanDigits(s, 0)
	if digits == 0 || digits > 2 || len(s) < shortest || strings.Contains(s, "   ") {
		return p, false
	}
	p.number, _ = strconv.Atoi(s[:digits])
	p.lead, p.loose = digits, true
	if s[digits] == ',' {
		p.lead++
	}
	rest := s[p.lead:]
	if rest[0] != ' ' || scanLetters(strings.TrimLeft(rest, " "), 0) < 2 {
		return p, false
	}
	return p, true
}

// secondMarking reads a marking that stands behind the paragraph's first word: "Summary: (SBU)".
// It stays in the text.
func secondMarking(s string) (m model.Marking, n int) {
	word := strings.IndexAny(s[:min(len(s), 24)], ":.")
	if word < 0 || !isSummaryWord(s[:word]) {
		return "", 0
	}
	rest := strings.TrimLeft(s[word+1:], " ")
	if !strings.HasPrefix(rest, "(") {
		return "", 0
	}
	m, n = readMarking(rest)
	return m, n
}

// isSummaryWord reports whether s is a word for a summary or a comment.
func isSummaryWord(s string) bool {
	word, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(s)), " ")
	return word == "summary" || word == "comment" || word == "introduction" || word == "note"
}

// readBullet reads the start of a sub-paragraph: "a.", "(a)", "A)", "1)", "--A.", "--", "-", "o",
// "*", "•". letter is what counts: "a", "1", "--". n is the bytes it takes, with a marking behind
// it.
func readBullet(s string) (letter string, m model.Marking, n int) {
	for {
		if rest, ok := strings.CutPrefix(s[n:], "¶"); ok {
			n = len(s) - len(rest)
			continue
		}
		break
	}
	dashes := n
	for dashes < len(s) && s[dashes] == '-' {
		dashes++
	}
	switch {
	case dashes-n > 3:
		return "", "", 0
	case dashes > n:
		letter = s[n:dashes]
		n = dashes
	case strings.HasPrefix(s[n:], "•"), strings.HasPrefix(s[n:], "·"), strings.HasPrefix(s[n:], "●"), strings.HasPrefix(s[n:], "–"), strings.HasPrefix(s[n:], "—"):
		for i := range s[n:] {
			if i > 0 {
				letter = s[n : n+i]
				break
			}
		}
		if letter == "" {
			return "", "", 0
		}
		n += len(letter)
	case strings.HasPrefix(s[n:], "o ") || strings.HasPrefix(s[n:], "* "):
		letter = s[n : n+1]
		n++
	}
	if inner, k := readLetter(strings.TrimLeft(s[n:], " ")); k > 0 {
		letter = inner
		n = len(s) - len(strings.TrimLeft(s[n:], " ")) + k
	} else if letter == "" {
		return "", "", 0
	}
	rest := strings.TrimLeft(s[n:], " ")
	if rest == "" {
		return "", "", 0
	}
	if mark, k := readMarking(rest); k > 0 && rest[0] == '(' {
		m, n = mark, len(s)-len(rest)+k
	}
	return letter, m, n
}

// readLetter reads "a.", "(a)", "A)", "1)", "(1)", "ii)", "(II)", "6A." with the sign behind it.
func readLetter(s string) (letter string, n int) {
	open := 0
	if s != "" && s[0] == '(' {
		open = 1
	}
	end := open
	for end < len(s) && end-open < 4 && isAlnum(s[end]) {
		end++
	}
	if end == open || end == len(s) {
		return "", 0
	}
	letter = s[open:end]
	switch {
	case isDigit(letter[0]) && isLetter(letter[end-open-1]) && allDigits(letter[:end-open-1]) && end-open <= 3: // "6A."
	case isDigit(letter[0]):
		for i := range len(letter) {
			if !isDigit(letter[i]) || i > 1 {
				return "", 0
			}
		}
	case len(letter) > 1 && strings.Trim(letter, "iv") != "" && (s[end] != ')' || strings.Trim(letter, "IV") != ""):
		return "", 0
	}
	switch {
	case s[end] == ')':
	case s[end] == '.' && open == 0:
		if end+1 < len(s) && s[end+1] != ' ' && s[end+1] != '(' {
			return "", 0 // "a.m.", "U.S."
		}
	default:
		return "", 0
	}
	if open == 1 && portionLevels[strings.ToUpper(letter)] && allCapitals(letter) {
		return "", 0 // "(C)" is a marking
	}
	return letter, end + 1
}
