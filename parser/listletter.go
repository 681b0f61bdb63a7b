package parser

import (
	"strings"

	"reftel/model"
)

// Letters that look like those of a list and are none, and the reverse: initials of names at the start of a
// line ("R. DOE"), and "(C)" behind "(A)" and "(B)", which marks no portion there.

// letterUse says what the letter at the start of an item is, where its form alone misleads.
type letterUse uint8

const (
	asWritten  letterUse = iota
	initial              // of a name: no letter of a list stands next to it
	listLetter           // looks like a portion marking, and follows the letter before it in a list
)

// findLetters sets the use of the letters that begin items.
func (t *telegram) findLetters() {
	type place struct {
		item   int // -1 where the letter stands behind a paragraph's number
		letter byte
	}
	var lists [2][]place // of capitals, of small letters
	second := false      // "II." stands at the start of an item
	bracket := byte(0)   // the last letter of a list "(A)", "(B)" in this paragraph
	for i := range t.items {
		text := strings.TrimPrefix(t.text(i), "¶")
		place := place{i, 0}
		if p, ok := readNumber(text); ok {
			bracket, place.item = 0, -1
			text = strings.TrimLeft(text[p.lead:], " ")
		}
		second = second || strings.HasPrefix(text, "II. ")
		if place.letter = lettered(text); place.letter == 0 {
			continue
		}
		lists[caseOf(place.letter)] = append(lists[caseOf(place.letter)], place)
		if text[0] != '(' || !isUpper(place.letter) {
			continue
		}
		if place.item >= 0 && bracket != 0 && place.letter == bracket+1 && portionLevels[string(place.letter)] {
			t.items[i].letter = listLetter
		}
		bracket = place.letter
	}
	for _, list := range lists {
		for k, p := range list {
			first := p.letter|0x20 == 'a'
			after := k > 0 && list[k-1].letter+1 == p.letter
			before := k+1 < len(list) && list[k+1].letter == p.letter+1
			if p.letter == 'I' && second { // of I., II., III.
				continue
			}
			if p.item >= 0 && !first && !after && !before && looksLikeInitial(t.text(p.item)) {
				t.items[p.item].letter = initial
			}
		}
	}
}

// lettered returns the letter of "A. ", "A) " or "(A) " at the start of s, 0 when there is none.
func lettered(s string) byte {
	if len(s) < len("(A) B") {
		return 0
	}
	open := 0
	if s[0] == '(' {
		open = 1
	}
	if !isLetter(s[open]) || s[open+2] != ' ' || s[open+1] != ')' && (s[open+1] != '.' || open > 0) {
		return 0
	}
	return s[open]
}

// looksLikeInitial reports whether a short line begins with a capital, a full stop and a name.
func looksLikeInitial(s string) bool {
	const longest = 60
	return len(s) <= longest && isUpper(s[0]) && s[1] == '.' && isUpper(strings.TrimLeft(s[2:], " ")[0])
}

func caseOf(letter byte) int {
	if isUpper(letter) {
		return 0
	}
	return 1
}

// bullet reads the letter or sign of a sub-paragraph at the start of item i, as readBullet does, with what the
// items around it say.
func (t *telegram) bullet(i int) (letter string, m model.Marking, n int) {
	text := t.text(i)
	switch t.items[i].letter {
	case initial:
		return "", "", 0
	case listLetter:
		at := strings.IndexByte(text, '(')
		n = at + len("(A)")
		letter = text[at+1 : at+2]
		if rest := strings.TrimLeft(text[n:], " "); strings.HasPrefix(rest, "(") {
			if mark, k := readMarking(rest); k > 0 {
				m, n = mark, len(text)-len(rest)+k
			}
		}
		return letter, m, n
	}
	return readBullet(text)
}
