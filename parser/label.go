package parser

import (
	"strings"

	"reftel/model"
)

// label recognises a header label at the start of s, whole or damaged (HANDBOOK section 1, lines
// 12 to 16): E.O., TAGS, SUBJECT, REF, CLASSIFIED BY. It returns the role, and as n the length of
// the label with the separator and the blanks behind it, so that s[n:] is the field's text.
//
// The number of an executive order belongs to the text, not to the label; where the order is lost,
// DECL: is the label. n is 0 where the label
// can't be taken off: "A. REF AMMAN 222" is a reference field that begins with its first letter.
// FM, TO and INFO are no labels here: a subject's second line may well begin with "TO THE ...".
//
// Labels without a separator are believed only where the text behind them looks like the field, so
// label may be asked of every line above the text; inside the text it would see too much.
func label(s string) (role model.Role, n int, ok bool) {
	start := labelSkipBlanks(s, 0)
	if start == len(s) {
		return "", 0, false
	}
	return labelAt(s, start, false)
}

// nextLabel finds the first label in the middle of a line (glued fields: "E.O. 12958: N/A TAGS:
// PREL", "A NEW HARBOURREF: A. LONDON 1939") and returns its offset, or -1. Labels at the start
// of s are passed over, as are those that repeat the role s begins with ("REF: A. REF B LONDON 1",
// "Classified By: Classified by DCM ..."). Whoever asks for a line that goes on with a field does
// the same for that field's role. In the middle of a line only labels with their separator count,
// and damaged ones only if the text behind them looks like the field.
func nextLabel(s string) int {
	own, at := model.Role(""), 0
	for at < len(s) {
		role, n, ok := label(s[at:])
		if !ok || n == 0 || (own != "" && role != own) {
			break
		}
		own, at = role, at+n
	}
	for ; at < len(s); at++ {
		if !labelStarts[s[at]] {
			continue
		}
		if at > 0 && isLetter(s[at-1]) && isLetter(s[at]) && (isLower(s[at]) || !labelGlued(s, at)) {
			continue
		}
		role, _, ok := labelAt(s, at, true)
		if !ok || role == own || at == 0 {
			continue
		}
		if head := strings.TrimRight(s[max(0, at-4):at], " "); !strings.HasSuffix(head, "(") { // "(SUBJ: IIR 6 ...)"
			return at
		}
	}
	return -1
}

// labelStarts are the first letters of the labels that count inside a line.
var labelStarts = bytesOf("etasurcpdETASURCPD")

// labelAt reads the label that begins at s[at]; inside says that it stands in the middle of a line.
// It returns the length from the start of s.
func labelAt(s string, at int, inside bool) (role model.Role, n int, ok bool) {
	switch s[at] | 0x20 {
	case 'e', 'm', 'o', 'd':
		if role, n, ok = labelOrder(s, at, inside); ok {
			return role, n, true
		}
	}
	if mayBeLabel(s, at, inside) {
		for _, read := range [...]func(string, int, bool) (model.Role, int, bool){labelTags, labelSubject, labelReferences, labelClassifiedBy} {
			if role, n, ok = read(s, at, inside); ok {
				return role, n, true
			}
		}
	}
	return "", 0, false
}

// mayBeLabel reports whether the word at s[at] has the length and the first letter of one of the other labels,
// whole or damaged. Most words of a text don't, and every line of it is asked.
func mayBeLabel(s string, at int, inside bool) bool {
	end, first := scanLetters(s, at), s[at]|0x20
	n := end - at
	switch {
	case inside && 0 < n && n < len("PROGRAM") && !labelParts(s, end):
		return false
	case n == 0:
		return !inside && s[at] == '('
	case n == 1:
		return !inside && end < len(s) && (s[end] == '.' || s[end] == ')' || s[end] == ':')
	case n == 2 || n == 9 || n == 10:
		return first == 'r' || first == 'e' || n > 2 && (first == 'c' || first == 'l')
	case n > 10:
		return n <= len("CLASSIFICATION") && (first == 'c' || first == 'l')
	case first == 'r' || first == 'e' || first == 'p':
		return true
	case n <= 5:
		return lettersNotIn(s[at:end], tagsLetters) <= 1 || !inside && subjectStump(s[at:end]) || n == 4 && first == 's' || !inside && n == len("CLASS") && first == 'c'
	}
	return lettersNotIn(s[at:end], subjectLetters) <= 1 || n >= 7 && (first == 'c' || first == 'l')
}

// labelParts reports whether one of the signs stands behind a word without which no short label counts inside
// a line: "TAGS:", "REF.", "REF(S):".
func labelParts(s string, end int) bool {
	at := labelSkipBlanks(s, end)
	return at < len(s) && labelSigns[s[at]]
}

var labelSigns = bytesOf(":;,.-(")

// letterSet holds a bit for each letter, blind to case.
type letterSet uint32

func lettersOf(word string) (set letterSet) {
	for i := range len(word) {
		set |= 1 << (word[i] | 0x20 - 'a')
	}
	return set
}

var tagsLetters, subjectLetters = lettersOf("tags"), lettersOf("subject")

// lettersNotIn counts the letters of a word that are none of a set: a typing slip changes one at most.
func lettersNotIn(word string, set letterSet) (n int) {
	for i := range len(word) {
		if set>>(word[i]|0x20-'a')&1 == 0 {
			n++
		}
	}
	return n
}

// mayBeOrder reports whether the second character is that of a label of the executive order. Few words of a
// text that begin like one go on so.
func mayBeOrder(s string) bool {
	return len(s) > 1 && strings.IndexByte(".oOeE ", s[1]) >= 0
}

// labelGlued reports whether the label at s[at] may stand glued to the word before it: only in
// capitals and with its colon, as in "HARBOURREF: CAIRO 493".
func labelGlued(s string, at int) bool {
	rest := s[at:]
	switch rest[0] {
	case 'R':
		return strings.HasPrefix(rest, "REF:") || strings.HasPrefix(rest, "REFS:") || strings.HasPrefix(rest, "REF(S):")
	case 'S':
		return strings.HasPrefix(rest, "SUBJECT:")
	case 'T':
		return strings.HasPrefix(rest, "TAGS:")
	case 'C':
		if at >= len("DE") && hasFoldPrefix(s[at-len("DE"):], "DECLASSIFIED") {
			return false // "DECL: DECLASSIFIED BY NARA"
		}
		return strings.HasPrefix(rest, "CLASSIFIED BY") || strings.HasPrefix(rest, "Classified By:")
	}
	return false
}

// labelWord returns the run of letters at s[at:] and where it ends.
func labelWord(s string, at int) (word string, end int) {
	end = scanLetters(s, at)
	return s[at:end], end
}

// labelSeparator returns the place behind blanks and one of the separators at s[end:]; without a
// separator that is end itself.
func labelSeparator(s string, end int, separators string) (n int, found bool) {
	at := labelSkipBlanks(s, end)
	if at < len(s) && strings.IndexByte(separators, s[at]) >= 0 {
		return at + 1, true
	}
	return end, false
}

// labelSkipBlanks returns the first place from at on that is no blank, no-break space or pilcrow:
// the Cablegate site put a pilcrow before lettered lines.
func labelSkipBlanks(s string, at int) int {
	for at < len(s) {
		switch {
		case s[at] == ' ' || s[at] == '\t' || s[at] == '\n' || s[at] == '\r':
			at++
		case s[at] == nbsp[0] && (strings.HasPrefix(s[at:], nbsp) || strings.HasPrefix(s[at:], "¶")):
			at += 2
		default:
			return at
		}
	}
	return at
}
