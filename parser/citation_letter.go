package parser

import (
	"strings"

	"reftel/model"
)

// citedMessages follow "ref" where it stands for the telegram itself: "presented ref points".
var citedMessages = [...]string{"points", "demarche", "demarches", "cable", "cables", "telegram", "telegrams",
	"message", "messages", "request", "requests", "instructions", "instruction", "guidance", "nonpaper",
	"talking", "report", "reports", "questions", "tel", "tels"}

// citedWord marks what the word at i refers to: "ref A", "refs A, B and C", "Reftels F-H", "reftel".
// Every letter is a mark of its own, the first with the word before it; a range is one mark, as
// only its ends are written. It returns the end of what it read.
func (m *marker) citedWord(i int) int {
	word, end := scanWordAt(m.text, i)
	tel := scanIsOneOf(word, "reftel", "reftels", "retel", "retels")
	if !tel && !scanIsOneOf(word, "ref", "refs") {
		return i
	}
	at := end
	if strings.HasPrefix(m.text[at:], "(s)") {
		at += len("(s)")
	}
	if !tel && at < len(m.text) && m.text[at] == '.' {
		at++ // "ref. b"
	}
	if letter, ok := m.citedLetter(scanBlanks(m.text, at), tel); ok {
		return m.skipForeignParagraphs(m.citedLetters(i, letter))
	}
	if stop, ok := m.citedNumber(i, at); ok {
		return m.skipForeignParagraphs(stop)
	}
	switch {
	case strings.HasPrefix(m.text[at:], ":"): // a label: the header repeated in the body
		return end
	case tel || m.citedAlone(i, end):
		mark := model.Mark{Kind: model.Citation, RefTo: model.ToList}
		m.refList().whole(&mark)
		m.add(mark, i, end)
	default:
		return i
	}
	return m.skipForeignParagraphs(end)
}

// citedLetter is a letter of the REF list as it stands in the text.
type citedLetter struct {
	letter     byte // in capitals
	small      bool // written small
	start, end int  // with parentheses around it
}

// citedLetter reads a letter at i, which may stand in parentheses. A small a behind "reftel" is the
// article unless the phrase ends there; so is I the pronoun.
func (m *marker) citedLetter(i int, careful bool) (l citedLetter, ok bool) {
	text := m.text
	at := i
	if at < len(text) && text[at] == '(' {
		at++
	}
	if at >= len(text) || !isLetter(text[at]) || !scanWordEnd(text, at+1) {
		return l, false
	}
	l = citedLetter{letter: text[at] &^ 0x20, small: isLower(text[at]), start: i, end: at + 1}
	if at > i {
		if l.end >= len(text) || text[l.end] != ')' {
			return l, false
		}
		l.end++
		return l, true
	}
	next := l.end
	if next+1 < len(text) && isLetter(text[next+1]) {
		switch {
		case text[next] == '.': // ref U.S. sources
			return l, false
		case text[next] == '-' && scanIsOneOf(text[next+1:scanLetters(text, next+1)], "mail", "mails"):
			return l, false
		case text[next] == '/' && !scanWordEnd(text, next+2): // A/DCM
			return l, false
		}
	}
	if careful && (text[at] == 'a' || text[at] == 'I') {
		after := scanBlanks(text, next)
		if after > next && after < len(text) && (isLetter(text[after]) || isDigit(text[after])) {
			word, _ := scanWordAt(text, after)
			return l, scanIsOneOf(word, "and", "or", "para", "paras", "paragraph", "paragraphs")
		}
	}
	return l, true
}

// citedLetters marks the letter l and those that follow it in one phrase. start is the start of the
// word before the first letter. It returns the end of the last one.
func (m *marker) citedLetters(start int, l citedLetter) int {
	for {
		next, ranged, ok := m.citedNext(l)
		mark := model.Mark{Kind: model.Citation, RefTo: model.ToLetter, Target: string(rune(l.letter))}
		if ok && ranged {
			mark.Target += "-" + string(rune(next.letter))
			m.refList().letters(&mark, l.letter, next.letter)
			m.add(mark, start, next.end)
			l = next
			if next, ranged, ok = m.citedNext(l); !ok || ranged {
				return l.end
			}
			l, start = next, next.start
			continue
		}
		m.refList().letters(&mark, l.letter, l.letter)
		m.add(mark, start, l.end)
		if !ok {
			return l.end
		}
		l, start = next, next.start
	}
}

// citedNext reads a separator and the letter behind it; ranged is true for "A-C" and "A through C".
func (m *marker) citedNext(l citedLetter) (next citedLetter, ranged, ok bool) {
	text := m.text
	at := scanBlanks(text, l.end)
	slash := false
	switch rest := text[at:]; {
	case strings.HasPrefix(rest, ","):
		at = scanBlanks(text, at+1)
		if word, end := scanWordAt(text, at); scanIsOneOf(word, "and", "or") {
			at = end
		}
	case strings.HasPrefix(rest, "&"), strings.HasPrefix(rest, ";"):
		at++
	case strings.HasPrefix(rest, "/"):
		at, slash = at+1, true
	case strings.HasPrefix(rest, "-"):
		at, ranged = at+1, true
	case strings.HasPrefix(rest, "\u2013"):
		at, ranged = at+len("\u2013"), true
	default:
		word, end := scanWordAt(text, at)
		switch {
		case at == l.end:
			return next, false, false
		case scanIsOneOf(word, "and", "or"):
		case scanIsOneOf(word, "through", "thru", "to"):
			ranged = true
		default:
			return next, false, false
		}
		at = end
	}
	next, ok = m.citedLetter(scanBlanks(text, at), true)
	switch {
	case !ok || next.small != l.small,
		ranged && next.letter <= l.letter,
		slash && len(m.refList().entries) > 0 && !m.refList().has(string(rune(next.letter))): // A/S
		return next, false, false
	}
	return next, ranged, true
}

// citedNumber marks "reftel 2" if the REF list numbers its entries, "(see ref 2)" in any case, and
// returns its end.
func (m *marker) citedNumber(i, at int) (end int, ok bool) {
	start := scanBlanks(m.text, at)
	end = scanDigits(m.text, start)
	if end == start || end-start > 2 || !scanWordEnd(m.text, end) {
		return i, false
	}
	if !m.refList().has(m.text[start:end]) && (end == len(m.text) || m.text[end] != ')') {
		return i, false
	}
	mark := model.Mark{Kind: model.Citation, RefTo: model.ToLetter, Target: m.text[start:end]}
	m.refList().bullets(&mark, func(bullet string) bool { return bullet == mark.Target })
	m.add(mark, i, end)
	return end, true
}

// citedAlone reports whether "ref" without a letter refers to the REF list: alone in
// parentheses or before a word for a message. Elsewhere it may be short for anything.
func (m *marker) citedAlone(i, end int) bool {
	word, _ := scanWordAt(m.text, scanBlanks(m.text, end))
	if scanIsOneOf(word, citedMessages[:]...) {
		return true
	}
	if end >= len(m.text) || strings.IndexByte("),;", m.text[end]) < 0 {
		return false
	}
	before := scanBlanksBack(m.text, i)
	if word, start := scanWordBefore(m.text, before); scanIsOneOf(strings.TrimPrefix(word, "("), "see", "per") {
		before = scanBlanksBack(m.text, start)
		if strings.HasPrefix(word, "(") {
			return true
		}
	}
	return before > 0 && m.text[before-1] == '('
}

// skipForeignParagraphs returns the end of "paras 3-4" behind a reference to another telegram:
// those are paragraphs of that one. It returns end where nothing of the kind follows.
func (m *marker) skipForeignParagraphs(end int) int {
	at := end
	if strings.HasPrefix(m.text[at:], "'s") || strings.HasPrefix(m.text[at:], ",s") {
		at += len("'s")
	} else if strings.HasPrefix(m.text[at:], "\u2019s") {
		at += len("\u2019s")
	}
	at = scanBlanks(m.text, at)
	for at < len(m.text) && (m.text[at] == ',' || m.text[at] == '(') {
		at = scanBlanks(m.text, at+1)
	}
	if word, stop := scanWordAt(m.text, at); scanIsOneOf(word, "especially", "particularly", "specifically", "in") {
		at = scanBlanks(m.text, stop)
	}
	if numbers, ok := m.paragraphNumbers(at); ok {
		return numbers[len(numbers)-1].end
	}
	return end
}
