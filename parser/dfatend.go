package parser

import (
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
// text. What the editors write behind a document about its time has a row of its own.
func (t *dfatDoc) findNotes(at int) int {
	first, number := len(t.units), 1000
	signed := false
	for i := len(t.units) - 1; i >= at; i-- {
		u := t.units[i]
		if n, _ := t.noteStart(t.first(u)); n > 0 && n < number {
			first, number = i, n
			signed = signed || t.hasSign(n)
		}
		if first < len(t.units) && (u.fenced || i > at && t.isArchive(t.units[i-1])) && number < 3 {
			return first
		}
		if number == 1 {
			if n, _ := t.noteStart(t.first(t.units[max(at, i-1)])); i == at || n == 0 {
				break
			}
			number = 1000 // a row before it
		}
	}
	if first < len(t.units) && (t.hasSign(number) || signed && number == 1) {
		return first
	}
	return len(t.units)
}

// hasSign reports whether the text has the sign of a note.
func (t *dfatDoc) hasSign(number int) bool {
	if t.signed == nil {
		t.signed = make(map[int]bool, len(t.signs))
		for _, s := range t.signs {
			t.signed[refAtoi(s.number)] = true
		}
	}
	return t.signed[number]
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
	if n = scanDigits(s, 0); n > 0 && n < 3 && n+1 < len(s) && isUpper(s[n]) && (isLower(s[n+1]) || s[n+1] == '.') && s[0] != '0' {
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
	own := map[int]bool{} // numbers of the notes that begin a unit
	for _, u := range t.units[at:] {
		number, _ := t.noteStart(t.first(u))
		own[number] = true
	}
	last := 0
	begin := func(number int, lead, text model.Span) {
		flush()
		last = number
		p = part{kind: model.Note, letter: strconv.Itoa(number), lead: lead, text: []model.Span{text}}
		t.notes[p.letter] = true
	}
	for i := at; i < len(t.units); i++ {
		u := t.units[i]
		if t.isArchive(u) {
			flush()
			t.add(part{kind: model.Note, role: model.SourceNoteRole, text: t.span(u)})
			continue
		}
		text := t.span(u)
		number, n := t.noteStart(t.first(u))
		switch {
		case n > 0 && t.beginsNote(number, last, t.first(u)[n:]):
			start := text[0].Start
			begin(number, model.Span{Start: start, End: start + n}, model.Span{Start: start + n, End: text[0].End})
			p.text = append(p.text, text[1:]...)
		case u.fenced && last > 0: // text that the publisher's program moved here
			flush()
			t.add(part{kind: model.Paragraph, text: text})
			continue
		case len(p.text) > 0:
			p.hard = p.hard || endsSentence(t.doc.text[:p.text[len(p.text)-1].End])
			p.text = append(p.text, text...)
		default:
			t.add(part{kind: model.Note, text: text})
			continue
		}
		for next := t.gluedNote(p.text[len(p.text)-1], last, own); next > 0; next = t.gluedNote(p.text[len(p.text)-1], last, own) {
			whole := &p.text[len(p.text)-1]
			end := whole.End
			whole.End = next
			digits := scanDigits(t.doc.text, next)
			begin(last+1, model.Span{Start: next, End: digits}, model.Span{Start: digits, End: end})
		}
	}
	flush()
}

// beginsNote reports whether the number before rest begins a note behind the one with number last: a
// later one, the same by mistake, or the first of another row. The day of a date begins none of these two.
func (t *dfatDoc) beginsNote(number, last int, rest string) bool {
	const stray = 12
	if number > last {
		return number <= last+stray
	}
	word, _ := scanWordAt(rest, scanBlanks(rest, 0))
	_, month := datelineMonth(word)
	return !month && (number == last || number == 1)
}

// gluedNote returns where in a span of a note's text the next note begins, whose line end was lost: "1
// Document 46. 2 Document 47." The text has its sign, and no other note its number; 0 if there is none.
func (t *dfatDoc) gluedNote(s model.Span, number int, own map[int]bool) (at int) {
	if number == 0 || own[number+1] || !t.hasSign(number+1) {
		return 0
	}
	text := s.In(t.doc.text)
	sign := " " + strconv.Itoa(number+1) + " "
	for from := 0; ; {
		i := strings.Index(text[from:], sign)
		if i < 0 {
			return 0
		}
		from += i + 1
		word, _ := scanWordAt(text, from+len(sign)-1)
		if _, month := datelineMonth(word); !month && word != "" && isUpper(text[from+len(sign)-1]) && endsSentence(text[:from-1]) {
			return s.Start + from
		}
	}
}
