package parser

import (
	"strings"
	"unicode"

	"reftel/model"
)

// headline returns the line where the publisher's words about the cable below begin: one headline
// and the bullets under it, in whatever language. A page may have lost its empty lines, so what looks
// like the end of the cable before is none of them.
func (s *stream) headline(start, floor int) int {
	const (
		bulletReach = 4 // lines of a bullet
		reach       = 8 // lines between a headline and the head
	)
	noted := false
	i := s.skipBlanks(start-1, floor)
	for i >= floor {
		bullet := i
		for bullet > floor && i-bullet < bulletReach && !s.isNote(bullet) && !s.lines[bullet-1].blank() {
			bullet--
		}
		if !s.isNote(bullet) {
			break
		}
		start, noted = bullet, true
		i = s.skipBlanks(bullet-1, floor)
	}
	if i < floor || start-i > reach || s.ownText(i) {
		return start
	}
	if i == floor || s.lines[i-1].blank() {
		return i
	}
	if (i-1 == floor || s.lines[i-2].blank()) && !s.isNote(i-1) && !s.ownText(i-1) {
		return i - 1 // a headline of two lines
	}
	// Above it is more text: a headline begins anew, and a menu ends in no sentence.
	if above := s.text(i - 1); !noted && !(startsUpper(s.text(i)) && (endsSentence(above) || allCapitals(above))) {
		return start
	}
	return i
}

// ownText reports whether line i is a cable's, and so no headline: the last line of a text, a signature
// or what stands behind it.
func (s *stream) ownText(i int) bool {
	text := s.text(i)
	if isTrailer(text) || s.signs[i].rank != noRank || strings.HasSuffix(text, ".") || endsInEndMark(text) {
		return true
	}
	_, marked := findPageMark(text, "")
	return marked || s.signs[i].rank == noRank && len(text) <= 32 && isNameLike(text) && allCapitals(text) && len(strings.Fields(text)) < 3
}

func (s *stream) skipBlanks(i, floor int) int {
	for i >= floor && s.lines[i].blank() {
		i--
	}
	return i
}

// isNote reports whether line i is a bullet under a headline.
func (s *stream) isNote(i int) bool {
	if s.list[s.lines[i].span.Start] {
		return true
	}
	text := s.text(i)
	for _, sign := range []string{"•", "·", "●", "* ", "- ", "– "} {
		if strings.HasPrefix(text, sign) {
			return true
		}
	}
	return false
}

// readPublisher makes blocks of headline, bullets, Date: and Source: and returns the first line
// below them.
func (s *stream) readPublisher(c *model.Cable, first, start, end int, pub *publisherFields) int {
	var b *draft
	finish := func() {
		if b == nil {
			return
		}
		b.finish(c)
		switch last := &c.Blocks[len(c.Blocks)-1]; last.Role {
		case model.HeadlineRole:
			c.Headline = last.Text
		case model.HeadlineNoteRole:
			c.HeadlineNotes = append(c.HeadlineNotes, last.Text)
		}
		b = nil
	}
	for i := first; i < start; i++ {
		l := s.lines[i]
		switch {
		case l.blank():
			finish()
		case s.isNote(i):
			finish()
			b = newDraft(s.doc, model.Header, model.HeadlineNoteRole)
			_, _, n := readBullet(s.text(i))
			b.lead(model.Span{Start: l.span.Start, End: l.span.Start + n})
			b.join(s.doc.trim(model.Span{Start: l.span.Start + n, End: l.span.End}), nil)
		case b != nil:
			b.join(l.span, nil)
		default:
			b = newDraft(s.doc, model.Header, model.HeadlineRole)
			b.join(l.span, nil)
		}
	}
	finish()
	i := start
	for ; i < end; i++ {
		l := s.lines[i]
		if l.blank() {
			continue
		}
		name, value := publisherLine(s.text(i))
		if value == "" {
			break
		}
		b = newDraft(s.doc, model.Header, model.PublisherRole)
		b.lead(model.Span{Start: l.span.Start, End: l.span.Start + len(name)})
		b.join(s.doc.trim(model.Span{Start: l.span.Start + len(name), End: l.span.End}), nil)
		b.finish(c)
		b = nil
		if name == "Date:" {
			pub.created, pub.dateAt = value, s.doc.fileSpan(l.span)
		} else {
			c.Origin = value
		}
	}
	return i
}

// textEnd returns the line behind the last one of the cable whose head begins at start: what
// follows on the page, up to limit, is furniture. Sure are numbered paragraphs, page markers and
// end marks with the lines that go on; behind them only a signature, a trailer and text in the
// cable's own shape and language count.
func (s *stream) textEnd(start, limit int) int {
	sure, number, width := start, 0, 0
	for i := start; i < limit; i++ {
		if s.lines[i].blank() {
			continue
		}
		text := s.text(i)
		if rank := s.signs[i].rank; rank != noRank && rank != textRank {
			sure = i
			continue
		}
		if _, n, ok := label(text); ok && n > 0 && number == 0 {
			sure = i
			continue
		}
		if p, ok := readNumber(text); ok && (p.marking != "" || p.number == number+1) {
			sure, number = i, p.number
		} else if _, ok := findPageMark(text, ""); ok {
			sure = i
		} else if endMark(text, "summary") >= 0 || endMark(text, "comment") >= 0 {
			sure = i
		}
		if sure == i || i > 0 && !s.lines[i-1].blank() {
			width = max(width, min(len(text), 200))
		}
	}
	end := s.runEnd(sure, limit, width)
	signed := false
	for i := end; i < limit; {
		if s.lines[i].blank() {
			i++
			continue
		}
		next := s.runEnd(i, limit, width)
		text := s.text(i)
		switch {
		case isTrailer(text) && !isRule(text):
		case signed:
			return end
		case next == i+1 && len(text) <= 32 && isNameLike(text) && allCapitals(text) && !notSigners[text]:
			signed = true
		case i > 0 && s.signer(i): // the page goes on below it without an empty line
			next, signed = i+1, true
		case !s.fits(i, next, width, number):
			return end
		}
		end, i = next, next
	}
	return end
}

// runEnd returns the first line behind the paragraph that line i belongs to: an empty one, or one behind a
// short line that ends a sentence.
func (s *stream) runEnd(i, limit, width int) int {
	for first := i; i < limit && !s.lines[i].blank(); i++ {
		if i == first {
			continue
		}
		last := s.text(i - 1)
		if len(last)*4 < width*3 && endsSentence(last) && startsUpper(s.text(i)) || s.signer(i) {
			return i
		}
	}
	return i
}

// signer reports whether line i is a name in capitals behind a line that ends a sentence.
func (s *stream) signer(i int) bool {
	text := s.text(i)
	return len(text) <= 32 && isNameLike(text) && allCapitals(text) && !notSigners[text] && i > 0 && closesText(s.text(i-1))
}

// fits reports whether the run of lines looks like text of the cable: English, and wrapped like
// the rest of it.
func (s *stream) fits(i, next, width, number int) bool {
	words, english, longest := 0, 0, 0
	for ; i < next; i++ {
		text := s.text(i)
		longest = max(longest, len(text))
		for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
			words++
			if englishWords[strings.ToLower(w)] {
				english++
			}
		}
	}
	if words < 8 || english*7 < words {
		return false
	}
	if width >= 200 {
		return longest >= 100
	}
	return number == 0 || longest <= width+4 && longest >= width*3/4
}

// englishWords are common words that tell English from other languages.
var englishWords = map[string]bool{"the": true, "of": true, "and": true, "to": true, "in": true, "that": true, "for": true,
	"with": true, "on": true, "is": true, "was": true, "by": true, "at": true, "from": true, "has": true, "have": true,
	"this": true, "which": true, "were": true, "are": true, "not": true, "be": true, "will": true, "would": true}
