package parser

import (
	"strings"
	"time"
	"unicode"

	"reftel/model"
)

// text makes the blocks below the front matter.
func (t *dfatDoc) text(when time.Time) {
	c := t.cable
	at := t.opening()
	if c.Date.IsZero() && !when.IsZero() {
		c.Date, c.DateKind, c.DateEvidence = when, model.DayOnly, "front matter"
	}
	if c.Date.IsZero() {
		t.warn(WarnNoDate, "no date: neither the front matter nor a dateline names one, and the document stands last in lists")
	}
	notes := t.findNotes(at)
	signed := t.findCloser(at, notes)
	for i := at; i < notes; i++ {
		u := t.units[i]
		switch {
		case t.isArchive(u):
			t.add(part{kind: model.Note, role: model.SourceNoteRole, text: t.span(u)})
		case i >= signed.first && i < signed.end:
			t.add(part{kind: model.Signature, text: t.span(u), hard: t.hard(u)})
		default:
			t.paragraph(u, i+1 < notes, t.titles(i, notes))
		}
	}
	t.readNotes(notes)
}

// first returns the text of a unit's first line.
func (t *dfatDoc) first(u unit) string { return t.doc.line(t.to[u.first]) }

// words returns the text of a unit, as one line.
func (t *dfatDoc) words(u unit) string {
	var b strings.Builder
	for i := u.first; i < u.end; i++ {
		if i > u.first {
			b.WriteByte(' ')
		}
		b.WriteString(t.doc.line(t.to[i]))
	}
	return b.String()
}

// raw returns the source of a unit's first line.
func (t *dfatDoc) raw(u unit) string { return t.source.line(t.from[u.first]) }

// opening reads dateline, classification and subject, and returns the first unit of the text.
func (t *dfatDoc) opening() int {
	const most = 5 // units
	at := 0
	dated := false
	for ; at < len(t.units) && at < most; at++ {
		u := t.units[at]
		switch s := t.words(u); {
		case !dated && t.dateline(u):
			dated = true
		case !dated && strings.HasSuffix(s, ",") && at+1 < len(t.units) && t.dateline(unit{first: u.first, end: t.units[at+1].end}):
			dated = true // on two lines
			at++
		case t.classification(u):
		case strings.HasPrefix(strings.TrimPrefix(s, "["), "Received "):
			t.add(part{kind: model.Header, role: model.OtherHeaderRole, text: t.span(u)})
		default:
			return t.subject(at)
		}
	}
	return t.subject(at)
}

// subject reads the title below the opening: words in bold, or in capitals.
func (t *dfatDoc) subject(at int) int {
	const longest = 250
	if at >= len(t.units) {
		return at
	}
	u := t.units[at]
	s := t.words(u)
	bold := strings.HasPrefix(t.raw(u), "**") && strings.HasSuffix(t.source.line(t.from[u.end-1]), "**")
	capitals := len(s) < longest/2 && allCapitals(s) && len(strings.Fields(s)) > 1 && s[0] != '['
	_, n := documentNumber(s)
	if len(s) > longest || n > 0 || at+1 >= len(t.units) || !bold && !capitals && !(isHeadingLine(s) && (u.starred || isTitle(s))) {
		return at
	}
	t.add(part{kind: model.Header, role: model.SubjectRole, text: t.span(u)})
	return at + 1
}

// isTitle reports whether a line without emphasis is a title, and no address or reference: "For Hill",
// "Your 635".
func isTitle(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return s[0] != '[' && !isDigit(s[0]) && !scanIsOneOf(word, "your", "my", "our", "for", "from", "to", "ref", "reference", "following", "dear", "with",
		"repeated", "addressed", "please", "in", "i", "copy", "copies", "no", "re", "personal")
}

// dateline reads where and when the document was written: "Jakarta, 18 March 1975", or with what it is
// before the place, "Cablegram E39 SAN FRANCISCO, 3 June 1945, 12.56 p.m.".
func (t *dfatDoc) dateline(u unit) bool {
	const longest = 160
	s := t.words(u)
	if len(s) > longest {
		return false
	}
	lead := 0
	place, when, kind, ok := parseDateline(plainDateline(s))
	if ok && strings.ContainsAny(place, "(") || startsWithWord(s, "letter") || startsWithWord(s, "memorandum") {
		ok = false // what it is stands before the place
	}
	for i := 0; !ok && i < len(s); i++ {
		if i > 0 && s[i-1] != ' ' || !isUpper(s[i]) && s[i] != '[' && !isDigit(s[i]) {
			continue
		}
		if word, _, _ := strings.Cut(s[i:], " "); !isDigit(s[i]) && (!allCapitals(word) || strings.ContainsAny(word, "0123456789(") || len(word) < 3) {
			continue
		}
		if place, when, kind, ok = parseDateline(plainDateline(s[i:])); ok {
			lead = i
		}
	}
	if !ok && !strings.EqualFold(plainDateline(s), "undated") {
		return false
	}
	if !ok {
		lead = 0
	}
	start := t.to[u.first].span.Start
	if lead > t.to[u.first].span.Len() {
		lead = 0
	}
	p := part{kind: model.Header, role: model.DatelineRole, lead: model.Span{Start: start, End: start + lead}, text: t.span(u)}
	p.text[0].Start = p.lead.End
	t.add(p)
	t.place = strings.Trim(place, "[] ,")
	if t.cable.Date = when; !when.IsZero() {
		t.cable.DateKind, t.cable.DateEvidence = kind, "dateline"
	}
	return true
}

// plainDateline takes the signs of notes and the editors' brackets out of a dateline: "Rome,[1] 2[3]
// May 1945 [2]" gives "Rome, 23 May 1945".
func plainDateline(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '[' {
			if end := strings.IndexByte(s[i:], ']'); end > 0 && isDatelineSign(s, i, i+end) {
				i += end
				continue
			}
		}
		if s[i] != '[' && s[i] != ']' {
			b.WriteByte(s[i])
		}
	}
	return strings.Trim(withoutCirca(b.String()), " ,.")
}

// withoutCirca takes out the word that says that a date is about right: "Rome, c. 10 May 1961", "ca. May 1961".
func withoutCirca(s string) string {
	for _, word := range [...]string{"c.", "ca.", "circa", "about", "approximately"} {
		i := indexFold(s, word+" ")
		if i < 0 || i > 0 && s[i-1] != ' ' {
			continue
		}
		rest := s[i+len(word)+1:]
		next, _, _ := strings.Cut(rest, " ")
		if _, month := datelineMonth(next); month || scanDigits(rest, 0) > 0 {
			return s[:i] + rest
		}
	}
	return s
}

// isDatelineSign reports whether the bracket s[at:end+1] is the sign of a note: a number that is no part
// of the date.
func isDatelineSign(s string, at, end int) bool {
	if at+1 == end || !allDigits(s[at+1:end]) {
		return false
	}
	next, _, _ := strings.Cut(strings.TrimLeft(s[end+1:], " "), " ")
	_, month := datelineMonth(next)
	return !month
}

// markingWords are the words of the line that says how a document is classified, how urgent and for
// whom it is.
var markingWords = map[string]bool{"TOP": true, "MOST": true, "SECRET": true, "CONFIDENTIAL": true, "RESTRICTED": true, "UNCLASSIFIED": true,
	"IMMEDIATE": true, "PRIORITY": true, "ROUTINE": true, "FLASH": true, "EMERGENCY": true, "OPERATIONAL": true, "IMPORTANT": true,
	"PERSONAL": true, "AND": true, "&": true, "GUARD": true, "AUSTEO": true, "ECLIPSE": true, "HIMSELF": true, "HERSELF": true,
	"EYES": true, "ONLY": true, "DEFERRED": true}

// classification reads the line with level and urgency, and the number of the message before them:
// "O.JA8319 SECRET PRIORITY", "123. Top Secret Austeo", "MOST IMMEDIATE".
func (t *dfatDoc) classification(u unit) bool {
	const longest = 90
	s := t.words(u)
	if len(s) > longest || u.end-u.first != 1 {
		return false
	}
	lead, known, strange := 0, 0, 0
	series := false                                                                     // a word names the series of the message: "GUIDANCE 10 Confidential"
	if n := scanDigits(s, 0); n > 0 && n+1 < len(s) && s[n] == '.' && isUpper(s[n+1]) { // "848.Secret"
		lead = n + 1
	}
	words := wordSpans(strings.Repeat(" ", lead)+s[lead:], 16)
	for k, w := range words {
		word := strings.ToUpper(strings.Trim(w.In(s), ".,;:<"))
		switch {
		case markingWords[word]:
			known++
		case k == 0 && lead == 0 && len(words) > 1 && namesSeries(w.In(s), words[1].In(s)):
			lead, series = w.End, true
		case known == 0 && strange == 0 && isMessageNumber(w.In(s)):
			lead = w.End
		default:
			strange++
		}
	}
	if known == 0 && (series || lead == 0 || strange > 0 || !strings.ContainsAny(s, "0123456789")) || strange > 1 || strange > 0 && (strange >= known || strings.HasSuffix(s, ".")) {
		return false
	}
	t.applyMarking(s[lead:])
	if strings.Contains(s[:lead], "[") {
		lead = 0 // the sign of a note has its place in the text
	}
	start := t.to[u.first].span.Start
	p := part{kind: model.Header, role: model.ClassificationRole, lead: model.Span{Start: start, End: start + lead},
		text: []model.Span{{Start: start + lead, End: t.to[u.first].span.End}}}
	if known == 0 {
		p.role = model.OtherHeaderRole
	}
	t.add(p)
	return true
}

// namesSeries reports whether a word before a number names the series that the message has it in. A month does not, nor
// does the number tell when it is that of a year.
func namesSeries(word, number string) bool {
	const shortest = 4 // letters; "In 1945"
	n := scanDigits(number, 0)
	if len(word) < shortest || !isUpper(word[0]) || scanLetters(word, 0) < len(word) || n == 0 || n < len(strings.TrimRight(number, ".")) {
		return false
	}
	_, month := datelineMonth(word)
	year := refAtoi(number[:n])
	return !month && !(n == 4 && year >= earliestDocument && year <= latestDocument)
}

// isMessageNumber reports whether a word can stand in front of the classification: "123.", "O.JA8319",
// "UN12.", "No.", "Unnumbered".
func isMessageNumber(w string) bool {
	if strings.EqualFold(w, "unnumbered") || strings.EqualFold(w, "no.") || w == "." {
		return true
	}
	letters := 0
	for i := range len(w) {
		switch {
		case isLower(w[i]) || w[i] >= 0x80:
			return false
		case isUpper(w[i]):
			letters++
		}
	}
	return letters <= 4
}

// applyMarking fills level, urgency and handling from the words of the line.
func (t *dfatDoc) applyMarking(s string) {
	c := t.cable
	words := strings.FieldsFunc(strings.ToUpper(s), func(r rune) bool { return r != '&' && !unicode.IsLetter(r) })
	for i, w := range words {
		before := ""
		if i > 0 {
			before = words[i-1]
		}
		level := model.Marking(w).Level()
		if w == "UNCLASSIFIED" {
			level = model.Unclassified
		}
		switch {
		case w == "SECRET" && (before == "TOP" || before == "MOST"): // MOST SECRET was the word before 1944
			c.Classification = model.TopSecret
		case len(w) > 2 && level != model.LevelUnknown:
			c.Classification = max(c.Classification, level)
		case w == "IMMEDIATE" && before == "MOST":
			addNew(&c.Precedence, mostImmediate)
		case notePrecedences[strings.ToLower(w)] != "":
			addNew(&c.Precedence, notePrecedences[strings.ToLower(w)])
		case w == "AUSTEO":
			addNew(&c.Caveats, w)
		case w == "PERSONAL" || w == "GUARD" || w == "ECLIPSE":
			addNew(&c.Captions, w)
		}
	}
}

// paragraph makes a block of a unit of the text.
func (t *dfatDoc) paragraph(u unit, more, titles bool) {
	const longest = 120
	s := t.first(u)
	bold := strings.HasPrefix(t.raw(u), "**") && strings.HasSuffix(t.source.line(t.from[u.end-1]), "**")
	if _, n := documentNumber(s); n == len(s) && u.end-u.first > 1 { // the number is apart from what it counts
		bold = t.isItalic(unit{first: u.end - 1, end: u.end})
	}
	whole := t.words(u)
	if more && len(whole) <= longest && whole[0] != '[' && (bold || strings.HasPrefix(t.raw(u), "#") ||
		(t.isItalic(u) || u.starred || allCapitals(whole)) && isHeadingLine(whole) || titles) {
		t.add(part{kind: model.Heading, text: t.span(u)})
		t.item = ""
		return
	}
	if strings.Contains(whole, "|") && u.end-u.first > 1 {
		t.add(part{kind: model.Preformatted, text: t.span(u), hard: true})
		return
	}
	p := part{kind: model.Paragraph, text: t.span(u), hard: t.hard(u)}
	n := 0
	if number, digits := documentNumber(s); digits > 0 && t.expected(number) {
		p.number, n = number, digits
		t.last, t.item = number, ""
	} else if digits := t.bareNumber(s); digits > 0 {
		p.number, n = t.last+1, digits
		t.last, t.item = t.last+1, ""
	} else if letter, bullet := t.letter(s); bullet > 0 {
		p.kind, p.letter, n = model.SubParagraph, letter, bullet
		t.item = letter
	}
	if n > 0 {
		p.lead = model.Span{Start: p.text[0].Start, End: p.text[0].Start + n}
		p.text[0].Start = p.lead.End
	}
	t.add(p)
}

// expected reports whether a paragraph can have a number here. The first paragraph often has none, also
// that of an enclosed text, which begins anew, and the numbers around it go on behind it; extracts begin and
// leap anywhere, but to no number of a telegram that stands first in its line.
func (t *dfatDoc) expected(number int) bool {
	const leap = 99
	switch {
	case number <= t.last && number <= 2:
		t.outer = max(t.outer, t.last)
		return true
	case number > t.last && number <= max(t.last, t.outer)+leap:
		return true
	case t.outer > 0 && number == t.outer+1:
		t.outer = 0
		return true
	}
	return false
}

// letter reads the sign of a sub-paragraph; see frusTextDoc.letter. These documents have no portion
// markings: (C) and (S) are letters of a list.
func (t *dfatDoc) letter(s string) (letter string, n int) {
	if len(s) > 3 && s[0] == '(' && isUpper(s[1]) && s[2] == ')' && s[3] == ' ' {
		return s[1:2], 3
	}
	letter, _, n = readBullet(s)
	if n == 0 || n >= len(s) || s[n-1] != '.' || strings.IndexByte("aA1Ii", letter[0]) >= 0 && len(letter) == 1 {
		return letter, n
	}
	if t.item != "" && follows(t.item, letter) {
		return letter, n
	}
	return "", 0
}

// bareNumber returns the length of the next paragraph's number where it has lost its full stop: "10 The requests".
func (t *dfatDoc) bareNumber(s string) int {
	n := scanDigits(s, 0)
	if n == 0 || n > 3 || t.last < 2 || n+1 >= len(s) || s[n] != ' ' || !isUpper(s[n+1]) || refAtoi(s[:n]) != t.last+1 {
		return 0
	}
	word, _ := scanWordAt(s, n+1)
	if _, month := datelineMonth(word); month {
		return 0
	}
	return n
}
