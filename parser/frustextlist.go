package parser

import (
	"strings"
)

// Lists in a document as plain text: numbers and letters of paragraphs, names of persons, rows of tables.

// expected reports whether a paragraph can have a number here: the next one, the first of a list, the second
// of one that began in the middle of a paragraph. The editors leave paragraphs out, so that a number may be
// higher behind their remark, and where the next one goes on with it.
func (t *frusTextDoc) expected(number, end int) bool {
	switch {
	case number == t.last+1, number == 1, number == 2 && t.first:
		return true
	case number <= t.last || number > mostParagraphs:
		return false
	case omissionBegins(strings.TrimPrefix(t.cable.Blocks[len(t.cable.Blocks)-1].Text, "[")):
		return true
	}
	for i := t.at + 1; i < end; i++ {
		if next, n := documentNumber(t.doc.line(t.lines[i])); n > 0 {
			return next == number+1
		}
	}
	return false
}

// opens notes a list that begins in the middle of a block: "under two headings: 1. The state of". The
// publisher's program began a line only with its second entry.
func (t *frusTextDoc) opens(block int) {
	text := t.cable.Blocks[block].Text
	for at := 0; ; {
		i := strings.Index(text[at:], "1. ")
		if i < 0 {
			break
		}
		at += i
		before := scanBlanksBack(text, at)
		if rest := text[at+len("1. "):]; startsUpper(rest) && (at == 0 || before < at && !isLetter(text[before-1]) && text[before-1] < 0x80) {
			t.first = true
			break
		}
		at++
	}
	for _, sign := range [...]string{": a. ", ": A. "} {
		if strings.Contains(text, sign) {
			t.item = sign[2:3]
		}
	}
}

// letter reads the sign at the start of a sub-paragraph. A letter with a full stop may be the
// initial of a name; it counts only as the first of a list or behind the one before it.
func (t *frusTextDoc) letter(s string) (letter string, n int) {
	if len(s) > 3 && s[0] == '(' && isUpper(s[1]) && s[2] == ')' && t.item != "" && follows(t.item, s[1:2]) {
		return s[1:2], 3 // behind (B), (C) is no portion marking
	}
	letter, _, n = readBullet(s)
	if n == 0 || n >= len(s) || s[n-1] != '.' || strings.IndexByte("aA1Ii", letter[0]) >= 0 && len(letter) == 1 {
		return letter, n
	}
	if t.item != "" && follows(t.item, letter) || t.outer != "" && follows(t.outer, letter) {
		return letter, n
	}
	return "", 0
}

// listRun is a run of lines that may be a list: which of the lines, how many of them hold text, and how many of those
// speak for a list.
type listRun struct{ from, to, lines, commas int }

// listed returns how many lines from here on are a list of persons or a table: short, one empty line between two
// of them, and most with a comma before an office, or a number between two words.
func (t *frusTextDoc) listed(end int) int {
	r := &t.run
	if t.at < r.from || t.at >= r.to || r.to > end {
		*r = listRun{from: t.at, to: t.at}
		for r.to < end && t.listLine(r.to) {
			r.count(t, r.to, 1)
			r.to++
			if _, gap := t.following(r.to-1, end); gap >= listGap {
				break
			}
		}
	}
	for ; r.from < t.at; r.from++ { // a run that isn't a list is asked at each of its lines
		r.count(t, r.from, -1)
	}
	if r.commas*2 < r.lines {
		return 0
	}
	return r.lines
}

// listLine reports whether line i may stand in a list.
func (t *frusTextDoc) listLine(i int) bool {
	if t.lines[i].blank() {
		return true
	}
	s := t.doc.line(t.lines[i])
	return isHeadingLine(s) || strings.Count(lastWord(s), ".") > 1 && isHeadingLine(strings.TrimSuffix(s, "."))
}

// count adds line i to a run, or takes it off.
func (r *listRun) count(t *frusTextDoc, i, by int) {
	if t.lines[i].blank() {
		return
	}
	r.lines += by
	if s := t.doc.line(t.lines[i]); strings.Contains(s, ", ") || hasColumn(s) {
		r.commas += by
	}
}

// hasColumn reports whether a number stands between the words of a line, as in the rows of tables.
func hasColumn(s string) bool {
	words := strings.Fields(s)
	for i := 1; i < len(words)-1; i++ {
		if _, month := datelineMonth(strings.Trim(words[i-1], ",.")); allDigits(words[i]) && !month && isLetter(words[i-1][0]) && isUpper(words[i+1][0]) {
			return true
		}
	}
	return false
}
