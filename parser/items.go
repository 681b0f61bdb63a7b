package parser

import (
	"slices"
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
	sheet bool       // the first on a sheet whose edge hides no empty line of the text
	marks []pageMark // page markers between the item before and this one

	letter letterUse      // what the letter that it begins with is
	start  paragraphStart // of the numbered paragraph that begins with it; without a number if none does
}

// numbered reports whether a numbered paragraph begins with the item.
func (it *item) numbered() bool { return it.start.number > 0 }

// telegram is one cable while it is read.
type telegram struct {
	doc     *document
	cable   *model.Cable
	station string // the cable's own, without blanks, for page markers
	pages   []pageMark
	line    classificationLine
	stops   []model.Span // markup found on the way: backslashes at line ends
	drafts  *drafts      // memory of the blocks
	archive *archive     // what a record of the National Archives says beside the text; nil elsewhere
	front   []line       // a header that the file has behind the text
	given   []givenField // what the publisher says besides

	items   []item
	pending []pageMark // page markers behind the last item
	width   int        // at which lines are wrapped; 0 when each paragraph is one line
	tables  []table    // of a typed text, in order
	typed   bool       // all in capitals, lines ended by hand: many are short without ending anything
	counted bool       // some of its paragraphs have numbers
}

func (t *telegram) text(i int) string {
	return t.doc.text[t.items[i].span.Start:t.items[i].span.End]
}

// itemize makes items of lines. Blank lines around a page marker say little, because the marker
// brought them along: whether a paragraph ends there is decided by the text on both sides.
func (t *telegram) itemize(lines []line) {
	gap, marked := false, false
	var edge sheetEdge
	captioned, sheets := t.doc.hold(lines, captionOfSections), t.doc.hold(lines, sheetWord)
	full := 0
	for _, l := range lines {
		if !l.blank() {
			full++
		}
	}
	t.items = slices.Grow(t.items, full)
	for _, l := range lines {
		if l.blank() {
			gap = true
			edge.below++
			continue
		}
		if l.mark != nil {
			t.pending = append(t.pending, *l.mark)
			if !l.mark.stamp {
				t.pages = append(t.pages, *l.mark)
				gap, marked, edge = false, true, sheetEdge{}
			}
			continue
		}
		if t.sheetFoot(l) {
			gap, marked, edge = false, true, sheetEdge{}
			continue
		}
		clear := 0 // how far into the document no marker was found in this line that counts pages
		for first := true; ; first = false {
			if m, ok := t.strayCaption(t.doc.line(l)); ok && first {
				m.span = m.span.Shift(l.span.Start)
				t.pending = append(t.pending, m)
				_, l = t.doc.split(l, len(captionOfSections))
				gap, marked, edge = false, true, sheetEdge{} // the empty line above came with the caption
			}
			m, ok := pageMark{}, false
			if mayHoldPageMark(t.doc.line(l), sheets) || startsRedacted(t.doc.line(l)) { // its serial may be hidden
				if m, ok = findPageMarkFrom(t.doc.line(l), t.station, clear-l.span.Start); !ok || m.sheets {
					clear = l.span.End
				}
			}
			if captioned {
				if c, found := captionInside(beforeMark(t.doc.line(l), m, ok)); found && (!ok || c.span.Start < m.span.Start) {
					m, ok = c, true
				}
			}
			if !ok {
				if !l.blank() {
					t.addItem(l, gap, marked)
					t.mendGap(edge)
					gap, marked, edge = false, false, sheetEdge{}
				}
				break
			}
			before, rest := t.doc.split(l, m.span.Start)
			_, rest = t.doc.split(rest, m.span.End-m.span.Start)
			before.glued = l.glued && first
			m.span = m.span.Shift(l.span.Start)
			edge = sheetEdge{}
			if m.sheets {
				m.span.Start, edge = t.sheetHead(m.span.Start, before.blank())
			}
			if !before.blank() {
				t.addItem(before, gap, marked)
				gap = false
			}
			if m.station != "" || m.sheets {
				t.pages = append(t.pages, m)
			}
			t.pending = append(t.pending, m)
			marked = true
			l = rest
		}
	}
}

// beforeMark returns a line as far as a caption matters: to the page marker that was found in it, and what follows.
func beforeMark(s string, m pageMark, found bool) string {
	const behind = 200 // bytes; words that speak of a caption
	if !found {
		return s
	}
	return s[:min(len(s), m.span.End+behind)]
}

// sheetEdge is what the empty lines at the edge of two sheets say about the text there. The printer put one below
// the line of the page, and none above the foot of the sheet before: further ones are the text's own.
type sheetEdge struct {
	lines  int  // of classification and captions above the line of the page: a foot and a head
	parted bool // an empty line stands above them
	below  int  // empty lines below the line of the page
}

// mendGap gives the item behind the edge of a sheet the empty line that the text has there, or takes from it the one
// that the printer put there. The number of a paragraph begins one without it.
func (t *telegram) mendGap(e sheetEdge) {
	const footAndHead = 2
	n := len(t.items) - 1
	if e.lines < footAndHead || e.below == 0 || n == 0 {
		return
	}
	it := &t.items[n]
	it.gap = e.parted || e.below > 1 || it.gap && beginsParagraph(t.text(n)) && !t.isRow(n-1)
	it.sheet = true
}

// sheetHead gives the older page marker the lines of classification and captions that stand above it,
// which were taken for items and markers: the foot of one sheet and the head of the next.
func (t *telegram) sheetHead(start int, lineStart bool) (int, sheetEdge) {
	const most = 4 // such lines
	var edge sheetEdge
	if !lineStart {
		return start, edge
	}
	for range most {
		stamps := t.lastMarker() // stamps behind it stand between the foot and the head
		if stamps >= 0 {
			if t.pending[stamps].station != "" || t.pending[stamps].page > 0 {
				break // a marker of its own
			}
			start, t.pending = t.pending[stamps].span.Start, t.pending[:stamps]
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
		edge.lines, edge.parted = edge.lines+1, head.gap
	}
	t.pending = marksBefore(t.pending, start)
	return start, edge
}

// lastMarker returns the last of the pending marks that is no stamp, -1 when all of them are stamps.
func (t *telegram) lastMarker() int {
	n := len(t.pending) - 1
	for n >= 0 && t.pending[n].stamp {
		n--
	}
	return n
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
	n := t.lastMarker()
	if n < 0 || !t.pending[n].sheets || l.glued {
		return false
	}
	if s := t.doc.line(l); s != captionOfSections && classificationTail(s) != 0 {
		return false
	}
	t.pending[n].span.End, t.pending = l.span.End, t.pending[:n+1]
	return true
}

func (t *telegram) addItem(l line, gap, marked bool) {
	it := item{raw: l.raw, span: l.span, gap: gap || len(t.items) == 0, glued: l.glued && !marked, marks: t.pending}
	t.pending = nil
	if gap && len(t.items) > 0 {
		last, text := t.text(len(t.items)-1), t.doc.line(l)
		switch {
		case marked && (!endsSentence(last) || startsLower(text)):
			it.gap = opensParagraph(last, text)
		case len(last) >= 40 && (startsLower(text) && !endsSentence(last) && scanHasLower(last) || startsAside(text) && inSentence(last)):
			it.gap = false // an empty line in mid-sentence
		case breaksOff(last) && !opensBlock(text) && !titleSized(text) && t.cable.Format != model.NewspaperPage:
			it.gap = false // "... at this stage of", where a page ended; a newspaper's copy lost the end
		case endsInEnd(last) && closedByEnd(text):
			it.gap = false // "... the region. End", "Summary."
		case t.titleGoesOn(text):
			it.gap = false
		}
	}
	t.items = append(t.items, it)
}

// opensParagraph reports whether a line behind a page marker begins with what no sentence goes on with: the
// number of a paragraph, not a year, or, behind a short line, the letter of a sub-paragraph.
func opensParagraph(last, s string) bool {
	const short = 40
	if p, ok := readNumber(s); ok && p.number < 100 {
		return true
	}
	letter, _, n := readBullet(s)
	return n > 0 && isAlnum(letter[0]) && s[0] != '(' && len(last) < short
}

// titleSized reports whether a line behind an empty one may be a title.
func titleSized(s string) bool {
	const widest = 50
	return len(s) <= widest && !strings.HasSuffix(s, ".")
}

// breaksOff reports whether a line that is long enough to be of a text ends with a comma or a small word.
func breaksOff(s string) bool {
	const shortest = 40
	word, _ := lossWordBefore(s, len(s))
	return len(s) >= shortest && inSentence(s) && (startsLower(word) || strings.HasSuffix(s, ",")) && !lossAddress(s)
}

// opensBlock reports whether a line begins what no sentence goes on with: a paragraph, an entry of a list, a rule.
func opensBlock(s string) bool {
	_, number := readNumber(s)
	_, _, bullet := readBullet(s)
	_, marking := readMarking(s)
	return number || bullet > 0 || isRule(s) || marking > 0
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

// measure finds the width at which the text is wrapped: the longest of the usual lines. Texts
// whose letters stand mostly in long lines have one line a paragraph.
func (t *telegram) measure() {
	const longest = 90
	var count [longest + 1]int
	short, long := 0, 0
	small := 0
	for i, it := range t.items {
		n := it.span.End - it.span.Start
		if scanHasLower(t.text(i)) {
			small++
		}
		if n > longest {
			long += n
			continue
		}
		count[n]++
		short += n
	}
	t.width, t.typed = 0, false
	if long > short {
		return
	}
	t.typed = small*20 < len(t.items)
	// The width is the length that all but one line in twenty keep to.
	left := len(t.items) / 20
	for n := longest; n > 0; n-- {
		if left -= count[n]; left < 0 {
			t.width = n
			return
		}
	}
}
