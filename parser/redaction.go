package parser

import (
	"strings"

	"reftel/model"
)

// Redactions (HANDBOOK section 3): somebody hid words and left a sign. What the sign is made of
// says nothing about what is hidden, so a mark keeps the sign as it is written.

const (
	// sureRun is the length from which a run of X is a redaction wherever it stands.
	sureRun = 4
	// urlRun is the length from which it is one even inside a web address.
	urlRun = 5
)

// redactionTitles are the titles behind which a name is expected: "Mr. XXX" hides one, though
// "XXX" alone may be a number. Kings and popes are missing because they are numbered.
var redactionTitles = [...]string{"mr", "mrs", "ms", "dr", "prof", "professor", "minister", "fm", "pm",
	"dfm", "ambassador", "amb", "president", "senator", "sen", "congressman", "deputy", "judge",
	"general", "gen", "ltg", "mg", "bg", "colonel", "col", "major", "maj", "captain", "capt",
	"lieutenant", "lt", "admiral", "adm", "secretary", "director", "governor", "mayor", "sheikh",
	"shaykh", "imam", "sir", "lord", "lady", "rep", "representative", "contact", "named"}

// redactionAfter are words that follow a Roman numeral at the beginning of a sentence.
var redactionAfter = [...]string{"corps", "army", "century", "olympiad", "olympics", "congress",
	"amendment", "to", "and", "or", "of", "through", "percent", "session", "summit"}

func redactionIsX(c byte) bool { return c|0x20 == 'x' }

// redactedRun marks the run of X at i, if it is a redaction.
func (m *marker) redactedRun(i int) int {
	end := i + 1
	for end < len(m.text) && redactionIsX(m.text[end]) {
		end++
	}
	hidden := false
	switch n := end - i; {
	case n >= sureRun:
		hidden = !m.isLongFriend(i, end)
	default:
		if spaced := m.spacedRun(i); spaced > 0 {
			m.add(model.Mark{Kind: model.Redaction}, i, spaced)
			return spaced
		}
		hidden = n >= 2 && m.isShortRedaction(i, end)
	}
	if hidden {
		m.add(model.Mark{Kind: model.Redaction}, i, end)
	}
	return end
}

// isLongFriend reports whether a run of four or more X is no redaction: part of a web address,
// of a form to be filled in (MM/DD/XXXX), a size (XXXXL) or a Roman numeral with too many X.
func (m *marker) isLongFriend(i, end int) bool {
	n := end - i
	if n < urlRun && m.inURL(i) {
		return true
	}
	if n == sureRun && (m.isTemplate(i, end)) {
		return true
	}
	if n > sureRun+1 || m.text[i:end] != strings.ToUpper(m.text[i:end]) || !scanWordStart(m.text, i) {
		return false
	}
	tail := end
	for tail < len(m.text) && strings.IndexByte("IVL", m.text[tail]) >= 0 {
		tail++
	}
	return tail > end && scanWordEnd(m.text, tail)
}

// inURL reports whether the run at i stands inside a web or mail address.
func (m *marker) inURL(i int) bool {
	const longest = 200
	start := i
	for start > 0 && i-start < longest && !scanIsBlank(m.text[start-1]) {
		start--
	}
	token := m.text[start:i]
	return strings.Contains(token, "://") || strings.Contains(strings.ToLower(token), "www.")
}

// isTemplate reports whether the run is one field of a form: a date or a number whose other
// fields, tied to it by a slash or a hyphen, are letters for digits (DD/MM/XXXX, XXX-XX-XXXX).
func (m *marker) isTemplate(i, end int) bool {
	if i >= 2 && (m.text[i-1] == '/' || m.text[i-1] == '-') {
		start := i - 1
		for start > 0 && i-start <= 5 && (isLetter(m.text[start-1]) || isDigit(m.text[start-1])) {
			start--
		}
		if redactionIsField(m.text[start:i-1], m.text[i-1]) {
			return true
		}
	}
	if end+1 < len(m.text) && (m.text[end] == '/' || m.text[end] == '-') {
		tail := end + 1
		for tail < len(m.text) && tail-end <= 5 && (isLetter(m.text[tail]) || isDigit(m.text[tail])) {
			tail++
		}
		return redactionIsField(m.text[end+1:tail], m.text[end])
	}
	return false
}

// redactionIsField reports whether s is a field of a form beside another one: the letters of a
// date, at most three X, or digits behind a slash (a number cut short behind a hyphen is a
// redacted number: 555-XXXX).
func redactionIsField(s string, separator byte) bool {
	if s == "" || len(s) > 4 {
		return false
	}
	digits := 0
	for i := range len(s) {
		switch c := s[i] | 0x20; {
		case isDigit(s[i]):
			digits++
		case c == 'd' || c == 'm' || c == 'y':
		case c == 'x' && len(s) < sureRun:
		default:
			return false
		}
	}
	return digits == 0 || (digits == len(s) && separator == '/')
}

// isShortRedaction reports whether two or three X hide something: alone in square brackets,
// behind a title, or as the subject of a sentence in a cable that has longer runs. Elsewhere they
// are Roman numerals, letters for digits, or parts of codes.
func (m *marker) isShortRedaction(i, end int) bool {
	if !scanWordStart(m.text, i) || !scanWordEnd(m.text, end) {
		return false
	}
	before, after := scanBlanksBack(m.text, i), scanBlanks(m.text, end)
	if before > 0 && m.text[before-1] == '[' && after < len(m.text) && m.text[after] == ']' {
		return true
	}
	if before == i && i > 0 { // glued to a sign: a code or a form
		return false
	}
	if word, _ := scanWordBefore(m.text, before); word != "" &&
		scanIsOneOf(strings.TrimSuffix(word, "."), redactionTitles[:]...) {
		return true
	}
	starts := before == 0 || strings.IndexByte(".!?:\"", m.text[before-1]) >= 0
	if end-i != 3 || !starts || after == end || after >= len(m.text) || !isLower(m.text[after]) {
		return false
	}
	word, _ := scanWordAt(m.text, after)
	return !scanIsOneOf(word, redactionAfter[:]...) && m.hasLongRuns()
}

// hasLongRuns reports whether the cable holds a run that is surely a redaction.
func (m *marker) hasLongRuns() bool {
	if m.longRuns == unasked {
		m.longRuns = no
		for i := range m.c.Blocks {
			if t := m.c.Blocks[i].Text; strings.Contains(t, "XXXXX") || strings.Contains(t, "xxxxx") {
				m.longRuns = yes
				break
			}
		}
	}
	return m.longRuns == yes
}

// spacedRun returns the end of a redaction written as groups of at most three X with one blank
// between ("X X X X"), at least three groups and four X; 0 if none begins at i. In tables such
// groups are columns that were ticked.
func (m *marker) spacedRun(i int) int {
	if m.kind == model.Preformatted || !scanWordStart(m.text, i) {
		return 0
	}
	groups, total, end := 0, 0, 0
	for at := i; at < len(m.text); at = end + 1 {
		stop := at
		for stop < len(m.text) && stop-at < sureRun && redactionIsX(m.text[stop]) {
			stop++
		}
		if stop == at || stop-at == sureRun || !scanWordEnd(m.text, stop) {
			break
		}
		groups, total, end = groups+1, total+stop-at, stop
		if end >= len(m.text) || m.text[end] != ' ' {
			break
		}
	}
	if groups < 3 || total < sureRun {
		return 0
	}
	return end
}
