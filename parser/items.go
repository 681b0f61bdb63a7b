package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reftel/model"
)

// item is a line of the cable's text, page markers taken out. A line with a marker in its middle
// makes two items.
type item struct {
	raw   model.Span
	span  model.Span // without blanks around it
	gap   bool       // an empty line stands before it
	glued bool       // goes on in the physical line of the item before
	marks []pageMark // page markers between the item before and this one
}

// telegram is one cable while it is read.
type telegram struct {
	doc     *document
	cable   *model.Cable
	station string // the cable's own, without blanks, for page markers
	pages   []pageMark
	line    classificationLine
	stops   []model.Span // markup found on the way: backslashes at line ends

	items   []item
	pending []pageMark // page markers behind the last item
	width   int        // at which lines are wrapped; 0 when each paragraph is one line
}

func (t *telegram) text(i int) string {
	return t.doc.text[t.items[i].span.Start:t.items[i].span.End]
}

// itemize makes items of lines. Blank lines around a page marker say little, because the marker
// brought them along: whether a paragraph ends there is decided by the text on both sides.
func (t *telegram) itemize(lines []line) {
	gap, marked := false, false
	for _, l := range lines {
		if l.blank() {
			gap = true
			continue
		}
		if t.sheetFoot(l) {
			gap, marked = false, true
			continue
		}
		for first := true; ; first = false {
			if m, ok := t.strayCaption(t.doc.line(l)); ok && first {
				m.span = m.span.Shift(l.span.Start)
				t.pending = append(t.pending, m)
				_, l = t.doc.split(l, len(captionOfSections))
				gap, marked = false, true // the empty line above came with the caption
			}
			m, ok := findPageMark(t.doc.line(l), t.station)
			if !ok {
				if !l.blank() {
					t.addItem(l, gap, marked)
					gap, marked = false, false
				}
				break
			}
			before, rest := t.doc.split(l, m.span.Start)
			_, rest = t.doc.split(rest, m.span.End-m.span.Start)
			before.glued = l.glued && first
			m.span = m.span.Shift(l.span.Start)
			if m.sheets {
				m.span.Start = t.sheetHead(m.span.Start, before.blank())
			}
			if !before.blank() {
				t.addItem(before, gap, marked)
				gap = false
			}
			t.pages = append(t.pages, m)
			t.pending = append(t.pending, m)
			marked = true
			l = rest
		}
	}
}

// sheetHead gives the older page marker the lines of classification and captions that stand above it,
// which were taken for items and markers: the foot of one sheet and the head of the next.
func (t *telegram) sheetHead(start int, lineStart bool) int {
	const most = 4 // such lines
	if !lineStart {
		return start
	}
	for range most {
		if n := len(t.pending) - 1; n >= 0 {
			if t.pending[n].station != "" {
				break // a marker of its own
			}
			start, t.pending = t.pending[n].span.Start, t.pending[:n]
			continue
		}
		n := len(t.items) - 1
		if n < 0 {
			break
		}
		if !isSheetHead(t.text(n)) {
			if at := classificationTail(t.text(n)); at > 1 && t.text(n)[at-2:at] == "  " { // at the end of a line of text
				head, tail := t.doc.split(line{raw: t.items[n].raw, span: t.items[n].span}, at)
				t.items[n].raw, t.items[n].span, start = head.raw, head.span, tail.span.Start
			}
			break
		}
		head := t.items[n]
		start, t.items, t.pending = head.span.Start, t.items[:n], head.marks
	}
	return start
}

// isSheetHead reports whether a line holds nothing but words of classification, and perhaps the number
// that the communications centre gave the message: "CONFIDENTIAL     PTQ1859".
func isSheetHead(s string) bool {
	if blank := strings.LastIndexByte(s, ' '); blank > 0 {
		word := s[blank+1:]
		if letters := scanLetters(word, 0); letters > 1 && letters < len(word) && allDigits(word[letters:]) {
			s = strings.TrimRight(s[:blank], " ")
		}
	}
	return classificationTail(s) == 0
}

// sheetFoot gives the older page marker above it a line of classification or captions.
func (t *telegram) sheetFoot(l line) bool {
	n := len(t.pending) - 1
	if n < 0 || !t.pending[n].sheets || l.glued {
		return false
	}
	if s := t.doc.line(l); s != captionOfSections && classificationTail(s) != 0 {
		return false
	}
	t.pending[n].span.End = l.span.End
	return true
}

func (t *telegram) addItem(l line, gap, marked bool) {
	it := item{raw: l.raw, span: l.span, gap: gap || len(t.items) == 0, glued: l.glued && !marked, marks: t.pending}
	t.pending = nil
	if gap && len(t.items) > 0 {
		last, text := t.text(len(t.items)-1), t.doc.line(l)
		switch {
		case marked && (!endsSentence(last) || startsLower(text)):
			it.gap = false
		case len(last) >= 40 && (startsLower(text) || startsAside(text)) && inSentence(last):
			it.gap = false // an empty line in mid-sentence
		case endsInEnd(last) && closedByEnd(text):
			it.gap = false // "... the region. End", "Summary."
		case t.titleGoesOn(text):
			it.gap = false
		}
	}
	t.items = append(t.items, it)
}

// endsInEnd reports whether the last word of s is END, whose second half is missing.
func endsInEnd(s string) bool {
	word, _ := lossWordBefore(s, len(s))
	return scanIsOneOf(word, "end")
}

// closedByEnd reports whether s begins with a word that END stands before.
func closedByEnd(s string) bool {
	word, _ := scanWordAt(s, 0)
	return scanIsOneOf(word, "summary", "comment", "text", "note", "of")
}

// titleGoesOn reports whether a line is the second half of a title in capitals under a rule, which an
// empty line cut in two.
func (t *telegram) titleGoesOn(s string) bool {
	const shortest, longest = 35, 60 // of the first half, which fills its line, and of the second
	n := len(t.items)
	if n < 2 || len(s) > longest || !allCapitals(s) || !isRule(t.text(n-2)) {
		return false
	}
	last := t.text(n - 1)
	if _, ok := readNumber(s); ok || isRule(s) || len(last) < shortest || len(last) > 80 || !allCapitals(last) || endsSentence(last) {
		return false
	}
	_, _, bullet := readBullet(s)
	return bullet == 0
}

// startsAside reports whether a text begins with words in a bracket that are neither a marking nor the
// letter of a list.
func startsAside(s string) bool {
	if !strings.HasPrefix(s, "(") {
		return false
	}
	_, marking := readMarking(s)
	_, _, bullet := readBullet(s)
	return marking == 0 && bullet == 0
}

// inSentence reports whether a line plainly goes on: it ends in a small letter or a comma.
func inSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLower(r) || r == ','
}

// captionOfSections is the caption that stations repeated at the head of each section; a program of
// theirs also put it behind lines of text that name a Secretary.
const captionOfSections = "SIPDIS"

// strayCaption reads the caption on a line of its own in the text, or before the rest of a sentence. It
// counts as a page marker without a number. "Please include SIPDIS in all replies" is text.
func (t *telegram) strayCaption(s string) (m pageMark, ok bool) {
	rest, ok := strings.CutPrefix(s, captionOfSections)
	if !ok {
		return m, false
	}
	m.span.End = len(captionOfSections)
	if rest == "" {
		return m, true
	}
	if len(t.items) == 0 || rest[0] != ' ' {
		return m, false
	}
	last := t.text(len(t.items) - 1)
	word, _ := lossWordBefore(last, len(last))
	return m, inSentence(last) && !scanIsOneOf(word, "include", "including", "slug", "caption", "use", "using", "add", "word", "with", "the", "and")
}

// measure finds the width at which the text is wrapped: the longest of the usual lines. Texts
// whose letters stand mostly in long lines have one line a paragraph.
func (t *telegram) measure() {
	const longest = 90
	var count [longest + 1]int
	short, long := 0, 0
	for _, it := range t.items {
		n := it.span.End - it.span.Start
		if n > longest {
			long += n
			continue
		}
		count[n]++
		short += n
	}
	t.width = 0
	if long > short {
		return
	}
	// The width is the length that all but one line in twenty keep to.
	left := len(t.items) / 20
	for n := longest; n > 0; n-- {
		if left -= count[n]; left < 0 {
			t.width = n
			return
		}
	}
}

// firstWord returns the length of the first word of s.
func firstWord(s string) int {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return i
	}
	return len(s)
}

// breaks says how sure it is that the line end between item i-1 and item i was meant.
type breaks uint8

const (
	wrapped  breaks = iota // the sentence goes on
	perhaps                // a short line: an entry of a list, if its neighbours are short too
	breaksUp               // a new paragraph
)

// lineBreak judges the line end before item i, which no empty line marks: where the next line's
// first word would have had room, the writer meant it.
func (t *telegram) lineBreak(i int) breaks {
	last, next := t.text(i-1), t.text(i)
	n := len(last)
	switch {
	case len(t.items[i].marks) > 0 && !endsSentence(last): // a page marker in mid-sentence
		return wrapped
	case t.items[i].glued || !startsUpper(next) || endsInHyphen(last):
		return wrapped
	case n > 100:
		if endsSentence(last) && len(t.items[i].marks) == 0 {
			return breaksUp
		}
		return wrapped
	}
	width := t.width
	if width == 0 {
		width = 70
	}
	switch {
	case n+1+firstWord(next) > width-2:
		return wrapped
	case endsSentence(last) && n*5 < width*4:
		return breaksUp
	case n*5 < width*3 && !strings.HasSuffix(last, ","):
		return perhaps
	}
	return wrapped
}
