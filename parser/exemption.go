package parser

import (
	"strings"

	"reftel/parser/facts"
)

// Exemption codes stand beside or in a blank and say by which rule words were cut (HANDBOOK
// section 3): B1 to B9 with letters, P1 to P6, 1.4(a), 3.3(b)(1), 25X1, STAT, PRM.

// exemptionWords are codes that are words: the CIA's for a statute and for its own methods, the
// presidential libraries' for a personal record misfiled.
var exemptionWords = [...]string{"STATINTL", "STATSPEC", "STATOTHR", "STAT", "PRM"}

// exemptionCodes reports whether words are nothing but exemption codes; code is them in capitals
// as written, letters in parentheses kept small.
func exemptionCodes(words string) (code string, ok bool) {
	if words == "" || len(words) > 60 {
		return "", false
	}
	var codes []string
	for rest := words; rest != ""; {
		n := exemptionCodeAt(rest)
		if n == 0 {
			return "", false
		}
		c := rest[:n]
		if !strings.Contains(c, "(") {
			c = strings.ToUpper(c)
		}
		codes = append(codes, c+exemptionBetween(rest[n:]))
		rest = strings.TrimLeft(rest[n:], " ,;/&\n")
	}
	return strings.TrimSpace(strings.Join(codes, "")), true
}

// exemptionBetween returns what separates a code from the next one, in s: nothing, a blank, or a sign and a blank.
func exemptionBetween(s string) string {
	n := len(s) - len(strings.TrimLeft(s, " ,;/&\n"))
	switch sign := strings.Trim(s[:n], " \n"); {
	case n == 0:
		return ""
	case sign == "/":
		return "/"
	case sign == "":
		return " "
	default:
		return sign[:1] + " "
	}
}

// exemptionCodeAt returns the length of the exemption code at the beginning of s (blind to
// case), 0 if there is none.
func exemptionCodeAt(s string) int {
	const initials = "1235bBpPsS("
	n := 0
	if s == "" || strings.IndexByte(initials, s[0]) < 0 ||
		len(s) > 1 && isLetter(s[0]) && isLetter(s[1]) && s[1]|0x20 != 't' && s[1]|0x20 != 'r' { // a word, and none of exemptionWords
		return 0
	}
	switch {
	case hasFoldPrefix(s, "1.4(") || hasFoldPrefix(s, "1.5(") || hasFoldPrefix(s, "3.4("):
		n = 3
	case hasFoldPrefix(s, "1.4 (") || hasFoldPrefix(s, "1.5 (") || hasFoldPrefix(s, "3.4 ("):
		n = 4
	case hasFoldPrefix(s, "3.3(b)") || hasFoldPrefix(s, "3.3(h)"):
		n = 6
	case hasFoldPrefix(s, "3.3 (b)") || hasFoldPrefix(s, "3.3 (h)"):
		n = 7
	case (hasFoldPrefix(s, "25x") || hasFoldPrefix(s, "50x")) && len(s) > 3 && isDigit(s[3]):
		n = exemptionOfCIA(s)
	case len(s) > 1 && (s[0]|0x20 == 'b' || s[0]|0x20 == 'p') && '1' <= s[1] && s[1] <= '9' && (s[0]|0x20 == 'b' || s[1] <= '6'):
		n = 2
		if n < len(s) && 'a' <= s[n]|0x20 && s[n]|0x20 <= 'f' { // B7c
			n++
		}
	case hasFoldPrefix(s, "b(") && len(s) > 3 && isDigit(s[2]) && s[3] == ')':
		n = 4
	case hasFoldPrefix(s, "(b)(") && len(s) > 5 && isDigit(s[4]) && s[5] == ')':
		n = 6
	default:
		for _, w := range exemptionWords {
			if hasFoldPrefix(s, w) {
				n = len(w)
				break
			}
		}
		if n == 0 {
			return 0
		}
	}
	for n+2 < len(s) && s[n] == '(' && s[n+2] == ')' && (isLetter(s[n+1]) || isDigit(s[n+1])) {
		n += 3
	}
	if !scanWordEnd(s, n) || (n < len(s) && s[n] == '(') {
		return 0
	}
	return n
}

// exemptionOfCIA returns the length of a code that begins with 25X and a figure: 25X1, 25X1A, 25X1A9a, 50X1-HUM.
func exemptionOfCIA(s string) int {
	n := 4
	if n < len(s) && isLetter(s[n]) { // the letter of 25X1A9a
		n++
		if n < len(s) && isDigit(s[n]) {
			n++
			if n < len(s) && isLetter(s[n]) {
				n++
			}
		}
	}
	if hasFoldPrefix(s[n:], "-human") {
		n += len("-human")
	} else if hasFoldPrefix(s[n:], "-hum") {
		n += len("-hum")
	}
	return n
}

// exemptionMeaning returns in words what the codes of a redaction mean, "" where none is known.
func exemptionMeaning(codes string) string {
	var meanings []string
	for rest := codes; rest != ""; {
		rest = strings.TrimLeft(rest, " ,;/&\n")
		n := exemptionCodeAt(rest)
		if n == 0 {
			break
		}
		if words := facts.Reason(rest[:n]); words != "" {
			meanings = append(meanings, words)
		}
		rest = rest[n:]
	}
	return strings.Join(meanings, "; ")
}

// codeBehind reads the exemption codes that follow a blank ending at end; it returns the end of
// the last one, or end and "" where none follows.
func (m *marker) codeBehind(end int) (stop int, code string) {
	const most = 8 // codes beside one blank are few
	at := scanBlanks(m.text, end)
	start, stop := at, end
	for range most {
		n := exemptionCodeAt(m.text[at:])
		if n == 0 {
			break
		}
		stop = at + n
		at = stop
		for at < len(m.text) && (scanIsBlank(m.text[at]) || m.text[at] == ',') {
			at++
		}
	}
	if stop == end {
		return end, ""
	}
	return stop, strings.ReplaceAll(m.text[start:stop], "\n", " ")
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
		m.add(redaction{code: code}.mark(), i, stop)
		return stop
	}
	return end
}
