package parser

import (
	"strings"

	"reftel/model"
)

// Exemption codes stand beside or in a blank and say by which rule words were cut (HANDBOOK
// section 3): B1 to B9 with letters, P1 to P6, 1.4(a), 3.3(b)(1), 25X1.

// exemptionCodes reports whether words are nothing but exemption codes; code is them in capitals
// as written, letters in parentheses kept small.
func exemptionCodes(words string) (code string, ok bool) {
	if words == "" || len(words) > 40 {
		return "", false
	}
	for rest := words; rest != ""; {
		n := exemptionCodeAt(rest)
		if n == 0 {
			return "", false
		}
		rest = strings.TrimLeft(rest[n:], " ,;")
	}
	if words[0] == 'b' && !strings.Contains(words, "(") || words[0] == 'p' {
		return strings.ToUpper(words), true
	}
	return words, true
}

// exemptionCodeAt returns the length of the exemption code at the beginning of s (blind to
// case), 0 if there is none.
func exemptionCodeAt(s string) int {
	n := 0
	switch {
	case hasFoldPrefix(s, "1.4(") || hasFoldPrefix(s, "1.5("):
		n = 3
	case hasFoldPrefix(s, "1.4 (") || hasFoldPrefix(s, "1.5 ("):
		n = 4
	case hasFoldPrefix(s, "3.3(b)"):
		n = 6
	case hasFoldPrefix(s, "3.3 (b)"):
		n = 7
	case hasFoldPrefix(s, "25x") && len(s) > 3 && isDigit(s[3]):
		n = 4
	case len(s) > 1 && (s[0]|0x20 == 'b' || s[0]|0x20 == 'p') && '1' <= s[1] && s[1] <= '9':
		n = 2
		if n < len(s) && isLetter(s[n]) { // B7c
			n++
		}
	case hasFoldPrefix(s, "b(") && len(s) > 3 && isDigit(s[2]) && s[3] == ')':
		n = 4
	default:
		return 0
	}
	for n+2 < len(s) && s[n] == '(' && s[n+2] == ')' && (isLetter(s[n+1]) || isDigit(s[n+1])) {
		n += 3
	}
	if !scanWordEnd(s, n) || (n < len(s) && s[n] == '(') {
		return 0
	}
	return n
}

// codeBehind reads the exemption codes that follow a blank ending at end; it returns the end of
// the last one, or end and "" where none follows.
func (m *marker) codeBehind(end int) (stop int, code string) {
	at := scanBlanks(m.text, end)
	start, stop := at, end
	for at < len(m.text) {
		n := exemptionCodeAt(m.text[at:])
		if n == 0 {
			break
		}
		stop = at + n
		at = stop
		for at < len(m.text) && (m.text[at] == ' ' || m.text[at] == ',') {
			at++
		}
	}
	if stop == end {
		return end, ""
	}
	return stop, m.text[start:stop]
}

// underscores marks a blank drawn as three or more underscores if an exemption code follows it,
// and looks for line noise around a single one. A line without a code is to be filled in.
func (m *marker) underscores(i int) int {
	end := i
	for end < len(m.text) && m.text[end] == '_' {
		end++
	}
	if end-i < 3 {
		return m.lineNoise(i)
	}
	if stop, code := m.codeBehind(end); code != "" {
		m.add(model.Mark{Kind: model.Redaction, Code: code}, i, stop)
		return stop
	}
	return end
}
