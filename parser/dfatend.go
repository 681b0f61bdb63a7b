package parser

import (
	"slices"
	"strconv"
	"strings"

	"reftel/model"
)

// What stands below the text of a document: who signed it, the reference to the archive, the notes.

// isArchive reports whether a unit is the editors' reference to the archive: "[NAA: A1838, 3006/4/7]".
func (t *dfatDoc) isArchive(u unit) bool {
	const longest = 400
	s := t.words(u)
	if len(s) > longest || len(s) < 6 || s[0] != '[' && s[0] != '(' || !strings.ContainsAny(s[len(s)-1:], "])}.") {
		return false
	}
	if t.archive != "" && (s == t.archive || strings.TrimRight(s, ".") == t.archive) {
		return true
	}
	word, rest, ok := strings.Cut(s[1:], ":")
	word = strings.TrimSpace(word)
	return ok && rest != "" && len(word) >= 2 && len(word) <= 5 && allCapitals(word) && strings.Count(word, " ") == 0
}

// findCloser returns the units of the signer's name and office that end the text before unit end.
func (t *dfatDoc) findCloser(at, end int) (signed unit) {
	const most = 3
	last := end
	for i := end - 1; i > at; i-- {
		if !t.isArchive(t.units[i]) && !t.isItalic(t.units[i]) {
			last = i + 1
			break
		}
	}
	first := last
	for first > at+1 && last-first < most && t.isCloser(t.units[first-1]) {
		first--
	}
	if first == last {
		return unit{}
	}
	return unit{first: first, end: last}
}

// isCloser reports whether a unit is a name or an office below a text.
func (t *dfatDoc) isCloser(u unit) bool {
	s := t.words(u)
	if i := strings.LastIndexByte(s, '['); i > 0 && strings.HasSuffix(s, "]") && allDigits(s[i+1:len(s)-1]) {
		s = strings.TrimSpace(s[:i])
	}
	if _, n := documentNumber(s); n > 0 || strings.HasPrefix(s, "[") || strings.HasPrefix(t.raw(u), "**") {
		return false
	}
	word := strings.ToLower(strings.Trim(s, "."))
	return isCloserLine(s) && isSignerOrOffice(s) && !strings.HasSuffix(word, "ends") && !strings.HasSuffix(word, "ended")
}

// isSignerOrOffice reports whether the words of a line all have capitals, but for those that hold a
// title together: Minister for External Affairs.
func isSignerOrOffice(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if !startsUpper(w) && !scanIsOneOf(w, "for", "of", "the", "and", "to", "de", "van", "von") {
			return false
		}
	}
	return len(words) <= 8 && !isDigit(s[0])
}

func (t *dfatDoc) isItalic(u unit) bool {
	return strings.HasPrefix(t.raw(u), "_") && strings.HasSuffix(t.source.line(t.from[u.end-1]), "_")
}

// findNotes returns the first of the units that are notes: a row of numbers that counts back to the first
// one from the end of the file, below the archive's reference or a sign that sets them apart, or with a sign in the
// text.
func (t *dfatDoc) findNotes(at int) int {
	first, number := len(t.units), 1000
	for i := len(t.units) - 1; i >= at; i-- {
		u := t.units[i]
		if n, _ := t.noteStart(t.first(u)); n > 0 && n < number {
			first, number = i, n
		}
		if first < len(t.units) && (u.fenced || i > at && t.isArchive(t.units[i-1])) && number < 3 {
			return first
		}
		if number == 1 {
			break
		}
	}
	if first < len(t.units) && t.hasSign(number) {
		return first
	}
	return len(t.units)
}

func (t *dfatDoc) hasSign(number int) bool {
	return slices.ContainsFunc(t.signs, func(s noteSign) bool { return refAtoi(s.number) == number })
}

// noteStart reads the number that begins a note: "1 Document 66.", "[^4]: Document 76.", "5Presumably".
func (t *dfatDoc) noteStart(s string) (number, n int) {
	if rest, ok := strings.CutPrefix(s, "[^"); ok {
		digits := scanDigits(rest, 0)
		if digits > 0 && digits <= 3 && strings.HasPrefix(rest[digits:], "]:") {
			return refAtoi(rest[:digits]), len("[^") + digits + len("]:")
		}
		return 0, 0
	}
	if number, n = noteNumber(s); n > 0 {
		return number, n
	}
	if n = scanDigits(s, 0); n > 0 && n < 3 && n+1 < len(s) && isUpper(s[n]) && isLower(s[n+1]) && s[0] != '0' {
		return refAtoi(s[:n]), n
	}
	return 0, 0
}

// readNotes makes blocks of the notes and of the archive's reference among them.
func (t *dfatDoc) readNotes(at int) {
	var p part
	flush := func() {
		if len(p.text) > 0 {
			t.add(p)
		}
		p = part{}
	}
	last := 0
	for i := at; i < len(t.units); i++ {
		u := t.units[i]
		if t.isArchive(u) {
			flush()
			t.add(part{kind: model.Note, role: model.SourceNoteRole, text: t.span(u)})
			continue
		}
		number, n := t.noteStart(t.first(u))
		if n == 0 || number <= last || number > last+12 {
			if u.fenced && last > 0 { // text that the publisher's program moved here
				flush()
				t.add(part{kind: model.Paragraph, text: t.span(u)})
			} else if len(p.text) > 0 {
				p.hard = true
				p.text = append(p.text, t.span(u)...)
			} else {
				t.add(part{kind: model.Note, text: t.span(u)})
			}
			continue
		}
		flush()
		last = number
		start := t.to[u.first].span.Start
		p = part{kind: model.Note, letter: strconv.Itoa(number), lead: model.Span{Start: start, End: start + n}, text: t.span(u)}
		p.text[0].Start = p.lead.End
		t.notes[p.letter] = true
	}
	flush()
}
