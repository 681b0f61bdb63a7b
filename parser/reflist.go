package parser

import (
	"strings"

	"reftel/model"
)

// refList walks over the tokens of a REF list, entry by entry.
type refList struct {
	refReader
	text    string
	own     model.ID
	out     []model.Reference
	held    string // the bullet that holds
	whole   bool   // the tokens are the list from its start, not one line of it
	station string // of the item before, for serials that stand alone
}

// read goes through the list: at the start of each entry a bullet may stand.
func (l *refList) read() {
	for i := 0; i < len(l.toks); {
		for first := true; ; first = false {
			letter, next, ok := l.bullet(i)
			if !ok || !first && l.isPortion(i) {
				break
			}
			l.held, i = letter, next
		}
		end := l.entryEnd(i)
		l.entry(i, end)
		i = max(end, i)
		if l.is(i, ";") {
			i++
		}
	}
}

// entryEnd returns the token where the entry that begins at token i ends: the next bullet or
// semicolon outside brackets, or a blank line before something that is no serial.
func (l *refList) entryEnd(i int) int {
	depth := 0
	for j := i; j < len(l.toks); j++ {
		t := l.toks[j]
		switch t.text {
		case "(", "[":
			depth++
		case ")", "]":
			depth = max(0, depth-1)
		}
		if t.text == ";" && depth == 0 {
			return j
		}
		if j > i {
			if _, _, ok := l.bullet(j); ok {
				return j
			}
		}
		if t.lines > 1 && j > i && l.separateLine(i, j) {
			return j
		}
	}
	return len(l.toks)
}

// separateLine reports whether a blank line before token j ends the entry that began at token i: not
// where it fell between the words of a station or before its serial.
func (l *refList) separateLine(i, j int) bool {
	if l.toks[j].kind == refNumber {
		return false
	}
	at := j
	for at > i && at > j-maxStationWords && l.wordAt(at-1) {
		at--
	}
	_, next, ok := l.refReader.station(at)
	return !ok || next <= j
}

// bullet reads the letter or number of an entry at token i, in any of its dresses: A. A) (A) [A] A:
// A.) A - A, doubled (A. A)) or with a word (A. REF A). What could be an initial or a portion
// marking counts only as the letter that is due or before a written id.
func (l *refList) bullet(i int) (letter string, next int, ok bool) {
	if letter, next, ok := l.namedBullet(i); ok {
		return letter, next, true
	}
	at := i
	open := l.is(at, "(") || l.is(at, "[")
	if open {
		at++
	}
	t, found := l.tok(at)
	if open && found && t.kind == refWord && len(t.text) == 2 && t.text[1] == 'L' && l.due(t.text[:1]) {
		return t.text[:1], at + 1, true // "(AL": the bracket mistyped
	}
	if !found || !l.isLetter(t) || l.is(i-1, ".") && t.glued || l.is(i-1, "'") && t.glued || l.is(i-1, "/") || l.is(i-1, "(") {
		return "", i, false
	}
	if i > 0 && t.glued && !open && l.toks[i-1].kind == refWord {
		return "", i, false
	}
	letter = strings.ToUpper(t.text)
	if airgramAt(l.toks, at) || !open && l.isInitial(at) || (l.whole || l.held != "") && l.isPortion(i) && l.held+letter != "AC" {
		return "", i, false
	}
	at++
	marks := at
	for at < marks+4 && (l.is(at, ".") || l.is(at, ")") || l.is(at, "]") || l.is(at, ":") || l.is(at, "-") || !open && at == marks && (l.is(at, ",") || l.is(at, "/"))) {
		at++
	}
	if open && at == marks && !l.unclosed(i, letter) {
		return "", i, false
	}
	at = l.skipRepeat(at, letter)
	_, _, reads := l.written(l.skipNoise(at))
	due := l.due(letter)
	lineStart := i == 0 || l.toks[i].lines > 0
	switch {
	case t.kind == refNumber:
		ok = at > marks && reads && due && (!l.serialBefore(i) || l.is(at-1, ")"))
	case at == marks: // a bare letter
		ok = reads && due
	case reads:
		ok = due || lineStart || open || !l.is(marks, ",") && letter > l.held
	case l.is(marks, "/"): // A/S DOE
	case lineStart:
		ok = !l.is(marks, ",") && !l.is(marks, "-")
	default:
		ok = due && !l.is(marks, ",") && !l.is(marks, "-")
	}
	if !ok {
		return "", i, false
	}
	return letter, at, true
}

// unclosed reports whether the bullet whose bracket opens at token i lost the other one: "(A STATE 12 (B CAIRO 13".
func (l *refList) unclosed(i int, letter string) bool {
	t, ok := l.tok(i + 1)
	_, _, reads := l.written(i + 2)
	return ok && t.kind == refWord && reads && l.due(letter)
}

// isInitial reports whether token i is the first letter of an abbreviation such as U.S.
func (l *refList) isInitial(i int) bool {
	t, ok := l.tok(i + 2)
	return ok && l.is(i+1, ".") && l.toks[i+1].glued && t.glued && t.kind == refWord && len(t.text) == 1 && l.is(i+3, ".") && l.toks[i+3].glued
}

// isPortion reports whether a letter in brackets at token i is a portion marking, where no bullet stands
// to be expected: at the start of the list, behind another bullet ("A. (C) STATE 12345").
func (l *refList) isPortion(i int) bool {
	t, ok := l.tok(i + 1)
	if !ok || !l.is(i, "(") || !l.is(i+2, ")") || t.kind != refWord || l.due(strings.ToUpper(t.text)) {
		return false
	}
	return strings.EqualFold(t.text, "C") || strings.EqualFold(t.text, "S") || strings.EqualFold(t.text, "U")
}

// namedBullet reads a bullet with the word before it, at the start of a line: "REF B STATE 12".
func (l *refList) namedBullet(i int) (letter string, next int, ok bool) {
	word, _ := l.tok(i)
	t, found := l.tok(i + 1)
	if !found || word.kind != refWord || !isRefWord(word.text) || i > 0 && word.lines == 0 || t.kind != refWord || len(t.text) != 1 || !l.wordAt(i+2) {
		return "", i, false
	}
	return strings.ToUpper(t.text), i + 2, true
}

// isLetter reports whether a token can be a bullet's letter, or the number of a numbered list.
func (l *refList) isLetter(t refToken) bool {
	if t.kind == refWord {
		return len(t.text) == 1
	}
	return t.kind == refNumber && len(t.text) <= 2 && t.text[0] != '0'
}

// due reports whether letter is the one that the list's order asks for.
func (l *refList) due(letter string) bool { return followsBullet(l.held, letter) }

// followsBullet reports whether the order of a list asks for a bullet behind another ("" at its
// start): the next letter or number. Lists repeat letters ("A. (A) STATE 1").
func followsBullet(held, bullet string) bool {
	switch {
	case held == "":
		return bullet == "A" || bullet == "1"
	case isDigit(bullet[0]):
		return isDigit(held[0]) && refAtoi(bullet) == refAtoi(held)+1
	}
	return len(held) == 1 && (bullet[0] == held[0]+1 || bullet == held)
}

// serialBefore reports whether the number at token i goes on with an id before it.
func (l *refList) serialBefore(i int) bool { return i > 0 && l.toks[i].lines == 0 && !l.is(i-1, ";") }

// skipRepeat passes over the second writing of a bullet: "A. A)", "A. REF A", "A: REF A:", "A. REF:".
func (l *refList) skipRepeat(i int, letter string) int {
	at := i
	if t, ok := l.tok(at); ok && t.kind == refWord && isRefWord(t.text) {
		at++
		for l.is(at, ":") || l.is(at, ".") {
			at++
		}
		i = at
	}
	if l.is(at, "(") || l.is(at, "[") {
		at++
	}
	t, ok := l.tok(at)
	if !ok || t.kind != refWord || !strings.EqualFold(t.text, letter) || airgramAt(l.toks, at) {
		return i
	}
	at++
	for l.is(at, ".") || l.is(at, ")") || l.is(at, "]") || l.is(at, ":") {
		at++
	}
	return at
}

func isRefWord(w string) bool {
	switch strings.ToUpper(w) {
	case "REF", "REFS", "REFTEL", "REFTELS":
		return true
	}
	return false
}

// maxNoise is the number of words and marks that skipNoise passes over at a time.
const maxNoise = 8

// skipNoise passes over words that may stand before an id: REF:, SEE, "(C)", "UNCLASS".
func (l *refList) skipNoise(i int) int {
	for range maxNoise {
		t, ok := l.tok(i)
		switch {
		case !ok:
			return i
		case t.kind == refWord && (isRefWord(t.text) || isSkipWord(t.text)):
			i++
		case t.text == "-" || t.text == ":" || t.text == "." || t.text == "," || t.text == "&" || t.text == "\"" || t.text == "#":
			i++
		case t.text == "(" && l.wordAt(i+1) && len(l.toks[i+1].text) <= 3 && l.markingEnd(i) > 0:
			i = l.markingEnd(i)
		default:
			return i
		}
	}
	return i
}

// isSkipWord lists words that join ids or stand before them without changing what they mean.
func isSkipWord(w string) bool {
	switch strings.ToUpper(w) {
	case "AND", "THROUGH", "THRU", "SEE", "BOTH", "ALSO", "CF", "NOTAL", "UNCLASS", "UNCLAS", "PREVIOUS", "PREV", "PASS", "OR":
		return true
	}
	return false
}

// markingEnd returns the token behind a portion marking in brackets at token i, 0 if it is none.
func (l *refList) markingEnd(i int) int {
	for j := i + 1; j < len(l.toks) && j < i+8; j++ {
		if l.is(j, ")") {
			return j + 1
		}
		if !l.wordAt(j) && !l.is(j, "/") {
			return 0
		}
	}
	return 0
}
