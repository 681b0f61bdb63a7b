package parser

import (
	"strings"
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
