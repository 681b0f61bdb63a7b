package parser

import (
	"strings"

	"reftel/model"
)

// frusTextDoc is one document of a volume as plain text.
type frusTextDoc struct {
	editionDoc
	lines []line
	at    int    // the line to be read
	gap   int    // empty lines before it
	last  int    // number of the paragraph read last
	item  string // letter of the sub-paragraph read last
	outer string // of the one before a list of numbers inside it
	first bool   // a list began in the middle of a paragraph, and its second entry hasn't come
	run   listRun

	subjectAt int // the block of the subject
}

// read makes the blocks of the document and fills its fields. It returns the first line that doesn't
// belong to it: of an index behind the last document.
func (t *frusTextDoc) read(volume string) (rest int) {
	h, telegram := t.head(volume)
	serial := t.dateline(telegram)
	end, notes := t.findNotes()
	signed := t.findCloser(end)
	for t.next(signed) {
		t.chunk(signed)
	}
	for t.at = signed; t.next(end); t.at++ {
		t.closer()
	}
	for t.at = end; t.next(notes); t.at++ {
		t.add(part{kind: model.Rule, text: []model.Span{t.line().span}})
	}
	rest = t.notes(notes)
	c := t.cable
	if c.Date.IsZero() && c.Headline != editorialNote {
		t.warn(WarnNoDate, "no date: the dateline names none, and the document stands last in lists")
	}
	h.setNumber(c, t.place, serial)
	t.findSigns()
	t.setSigners()
	if t.cable.Subject != "" {
		t.cable.Subject = t.withoutSigns(t.subjectAt)
	}
	return rest
}

func (t *frusTextDoc) line() line { return t.lines[t.at] }

func (t *frusTextDoc) text() string { return t.doc.line(t.lines[t.at]) }

// next passes over empty lines, counting them; it returns false when no line is left before end.
func (t *frusTextDoc) next(end int) bool {
	t.gap = 0
	for t.at < end && t.line().blank() {
		t.gap++
		t.at++
	}
	return t.at < end
}

// following returns the line with text behind line i, and how many empty ones are between; the zero
// line when end comes first.
func (t *frusTextDoc) following(i, end int) (l line, gap int) {
	for i++; i < end && t.lines[i].blank(); i++ {
		gap++
	}
	if i < end {
		return t.lines[i], gap
	}
	return line{}, gap
}

// head reads the line with number and title.
func (t *frusTextDoc) head(volume string) (h documentHead, telegram bool) {
	l := t.line()
	n, _ := frusHead(t.doc.line(l))
	lead, title := l.span, l.span
	lead.End = lead.Start + n
	title.Start = lead.End
	block := t.add(part{kind: model.Header, role: model.HeadlineRole, lead: lead, text: []model.Span{title}})
	c := t.cable
	text := c.Blocks[block].Text
	if strings.HasSuffix(text, sourceWord) {
		t.sign(block, model.Span{Start: len(text) - len(sourceWord), End: len(text)}, "*")
	}
	c.Headline = strings.TrimSuffix(text, sourceWord)
	h = parseDocumentHead(t.doc.text[lead.Start:lead.End] + c.Headline)
	c.ID = model.ID{Volume: volume, Serial: h.Number}
	c.From, c.Origin = h.From, h.From
	if h.To != "" {
		c.To = []model.Addressee{{Name: h.To}}
	}
	t.at++
	return h, strings.Contains(strings.ToLower(c.Headline), "telegram")
}

// dateline reads the dateline, and the number that opens the text of a telegram.
func (t *frusTextDoc) dateline(telegram bool) (serial int) {
	c := t.cable
	if t.next(len(t.lines)) {
		if place, when, kind, ok := parseDateline(t.text()); ok {
			t.add(part{kind: model.Header, role: model.DatelineRole, text: []model.Span{t.line().span}})
			t.place, c.Date = place, when
			if !when.IsZero() {
				c.DateKind, c.DateEvidence = kind, "dateline"
			}
			if c.Origin == "" {
				c.Origin = place
			}
			t.at++
		}
	}
	if !telegram || !t.next(len(t.lines)) {
		return 0
	}
	l := t.line()
	serial, n, ok := parseTelegramNumber(t.doc.line(l))
	if !ok {
		return 0
	}
	lead, text := l.span, l.span
	lead.End = lead.Start + n
	text.Start = lead.End
	t.opens(t.add(part{kind: model.Paragraph, lead: lead, text: []model.Span{text}}))
	t.at++
	return serial
}

// findNotes returns where the rule above the notes stands, and where the notes begin.
func (t *frusTextDoc) findNotes() (rule, notes int) {
	for i := t.at; i < len(t.lines); i++ {
		s := t.doc.line(t.lines[i])
		switch {
		case strings.HasPrefix(s, "* Source:"):
			return i, i
		case s == "* * *":
			next, _ := t.following(i, len(t.lines))
			first := t.doc.line(next)
			if number, _ := noteNumber(first); strings.HasPrefix(first, "* Source:") || number == 1 {
				return i, i + 1
			}
		}
	}
	return len(t.lines), len(t.lines)
}

// chunk reads one block of the text, or several that belong together.
func (t *frusTextDoc) chunk(end int) {
	s := t.text()
	switch label := strings.TrimSuffix(s, ":"); {
	case label == "SUBJECT" && t.cable.Subject == "":
		t.subject(end)
		return
	case label == "PARTICIPANTS" || label == "PRESENT" || label == "LIST OF PARTICIPANTS":
		t.participants(end)
		return
	case isRule(s):
		t.add(part{kind: model.Rule, text: []model.Span{t.line().span}})
	case t.pageMark(s):
	default:
		t.paragraph(end)
	}
	t.at++
}

// listGap is how many empty lines end a list; one stands between its entries.
const listGap = 3

// subject reads the title that stands below the word.
func (t *frusTextDoc) subject(end int) {
	p := part{kind: model.Header, role: model.SubjectRole, lead: t.line().span, hard: true}
	for t.at++; t.next(end) && t.gap < listGap && len(p.text) < 4; t.at++ {
		p.text = append(p.text, t.line().span)
	}
	t.subjectAt = t.add(p)
	t.cable.Subject = t.cable.Blocks[t.subjectAt].Text // the signs of notes are not known yet
}

// participants reads the list below the word. Those of each side can be lists of their own.
func (t *frusTextDoc) participants(end int) {
	const longest = 130
	p := part{kind: model.Header, role: model.OtherHeaderRole, lead: t.line().span, hard: true}
	for t.at++; t.next(end); t.at++ {
		s := t.text()
		_, gap := t.following(t.at, end)
		if len(p.text) > 0 && t.gap >= listGap && (gap >= listGap || len(s) > longest || strings.HasSuffix(s, ".")) ||
			len(s) > 2*longest || strings.HasPrefix(s, "[") || s == "SUBJECT" {
			break
		}
		p.text = append(p.text, t.line().span)
	}
	t.add(p)
}

// pageMark reads a line "[Pg. 62 is part of Doc. 25]" between paragraphs.
func (t *frusTextDoc) pageMark(s string) bool {
	page, ok := frusPage(s)
	if !ok {
		return false
	}
	at := len(t.cable.Blocks) - 1
	end := len(t.cable.Blocks[at].Text)
	t.cable.Marks = append(t.cable.Marks, model.Mark{Kind: model.PageBreak, Block: at, Span: model.Span{Start: end, End: end},
		Form: s, Page: page, File: t.doc.fileSpan(t.line().span)})
	return true
}

// frusPage reads "[Pg. 62 is part of Doc. 25]" and "[Pg. 66 includes portions of Doc. 25 and Doc. 26]".
func frusPage(s string) (page int, ok bool) {
	rest, found := strings.CutPrefix(s, "[Pg. ")
	digits := scanDigits(rest, 0)
	if !found || digits == 0 || digits > 4 || !strings.HasSuffix(s, "]") || strings.Count(s, "]") != 1 {
		return 0, false
	}
	after := rest[digits:]
	return refAtoi(rest[:digits]), strings.HasPrefix(after, " is part of Doc. ") || strings.HasPrefix(after, " includes portions of Doc. ")
}

// paragraph reads a line of text: a heading, a numbered or lettered paragraph or a plain one.
func (t *frusTextDoc) paragraph(end int) {
	s, l := t.text(), t.line()
	_, gap := t.following(t.at, end)
	next, _ := t.following(t.at, len(t.lines))
	if n := t.listed(end); n >= 3 {
		p := part{kind: model.Preformatted, hard: true}
		for ; len(p.text) < n; t.at++ {
			if !t.line().blank() {
				p.text = append(p.text, t.line().span)
			}
		}
		t.at--
		t.add(p)
		return
	}
	if isSignerLine(s) && isCloserLine(s) && isAttachment(t.doc.line(next)) {
		t.closer()
		return
	}
	if isHeadingLine(s) && (gap < listGap || t.gap >= listGap) && !next.blank() {
		t.add(part{kind: model.Heading, text: []model.Span{l.span}})
		t.item, t.outer = "", ""
		return
	}
	p := part{kind: model.Paragraph, text: []model.Span{l.span}}
	n := 0
	if number, digits := documentNumber(s); digits > 0 && t.expected(number, end) {
		p.number, n = number, digits
		if t.item != "" {
			t.outer = t.item
		}
		t.last, t.item, t.first = number, "", false
	} else if letter, bullet := t.letter(s); bullet > 0 {
		p.kind, p.letter, n = model.SubParagraph, letter, bullet
		t.item = letter
	}
	if n > 0 {
		p.lead = model.Span{Start: l.span.Start, End: l.span.Start + n}
		p.text[0].Start = p.lead.End
	}
	t.opens(t.add(p))
}

// isAttachment reports whether a line heads what is attached to a document.
func isAttachment(s string) bool {
	s = strings.TrimRight(s, "0123456789")
	word, _, _ := strings.Cut(s, " ")
	return isHeadingLine(s) && scanIsOneOf(word, "attachment", "enclosure", "annex", "tab", "postscript")
}

// findCloser returns where the signer's name and office begin that end the text before line end; end
// when nobody signed.
func (t *frusTextDoc) findCloser(end int) int {
	const most = 4 // lines
	first, lines := end, 0
	for i := end - 1; i >= t.at && lines < most; i-- {
		if t.lines[i].blank() {
			continue
		}
		if !isCloserLine(t.doc.line(t.lines[i])) {
			break
		}
		first = i
		lines++
	}
	if lines == 0 || lines == most || first == t.at || !isSignerLine(t.doc.line(t.lines[first])) {
		return end
	}
	for i := first - 1; i >= t.at; i-- {
		if !t.lines[i].blank() {
			if s := t.doc.line(t.lines[i]); len(s) < 60 && isHeadingLine(s) && !strings.HasSuffix(s, "\u201d") {
				return end // the last lines of a list
			}
			break
		}
	}
	return first
}

// closer makes a signature block of a line.
func (t *frusTextDoc) closer() {
	t.add(part{kind: model.Signature, text: []model.Span{t.line().span}})
}

// noteNumber reads the number that begins a note: "2 For a report". n is how many bytes it takes.
func noteNumber(s string) (number, n int) {
	n = scanDigits(s, 0)
	if n == 0 || n > 3 || n >= len(s) || s[n] != ' ' || s[0] == '0' {
		return 0, 0
	}
	return refAtoi(s[:n]), n
}

// backMatter are the titles of what follows the last document of a volume.
var backMatter = [...]string{"Index", "INDEX", "Errata", "Appendix"}

// notes reads the notes from line i on and returns the first line behind them that belongs to no
// document.
func (t *frusTextDoc) notes(i int) (rest int) {
	const stray = 12 // how far a number may lie behind the one before
	last := 0
	var p part
	flush := func() {
		if len(p.text) == 0 {
			return
		}
		block := t.add(p)
		if p.role == model.SourceNoteRole {
			t.applySource(t.cable.Blocks[block].Text)
		}
		p = part{}
	}
	for t.at = i; t.next(len(t.lines)); t.at++ {
		s, l := t.text(), t.line()
		number, n := noteNumber(s)
		role := model.Role("")
		switch {
		case t.gap >= listGap && scanIsOneOf(s, backMatter[:]...):
			flush()
			return t.at
		case strings.HasPrefix(s, "* "):
			n = 1
			if strings.HasPrefix(s, "* Source:") {
				role = model.SourceNoteRole
			}
		case n > 0 && number <= last+stray:
			last = max(last, number)
		case len(p.text) > 0: // a further paragraph of the note
			p.text = append(p.text, l.span)
			continue
		default:
			n = 0
		}
		flush()
		p = part{kind: model.Note, role: role, letter: s[:n], hard: true, text: []model.Span{{Start: l.span.Start + n, End: l.span.End}},
			lead: model.Span{Start: l.span.Start, End: l.span.Start + n}}
	}
	flush()
	return len(t.lines)
}
