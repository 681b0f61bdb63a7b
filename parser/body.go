package parser

import (
	"strings"

	"reftel/model"
)

// readBody makes blocks of the lines below the header: paragraphs, headings, sub-paragraphs,
// tables, the signature and what stands behind it.
func (t *telegram) readBody(lines []line) {
	t.itemize(lines)
	t.splitFlat()
	t.measure()
	end := t.findSignature()
	starts := t.numbered()
	for i := 0; i < end.text; {
		i = t.readChunk(i, end.text, starts)
	}
	for i := end.text; i < len(t.items); {
		i = t.readEnd(i, end)
	}
	t.leftOver()
}

// leftOver gives page markers behind the last text to the last block.
func (t *telegram) leftOver() {
	if len(t.pending) == 0 {
		return
	}
	c := t.cable
	if len(c.Blocks) == 0 {
		newDraft(t.doc, model.Trailer, "").finish(c)
	}
	at := len(c.Blocks) - 1
	for _, m := range t.pending {
		mark := m.mark(t.doc, len(c.Blocks[at].Text))
		mark.Block = at
		c.Marks = append(c.Marks, mark)
	}
	t.pending = nil
}

// readChunk reads one block, or the blocks of one run of lines without an empty line between. It
// returns the item after it.
func (t *telegram) readChunk(i, end int, starts map[int]paragraphStart) int {
	if isRule(t.text(i)) {
		t.rule(i)
		return i + 1
	}
	p, numbered := starts[i]
	next := i + 1
	for next < end && !t.beginsBlock(next, starts) {
		next++
	}
	if n := t.headingLines(i, next, end, starts); n > 0 && !(numbered && n == next-i) {
		if rest := next - n; rest > i {
			t.readRun(i, rest, p, numbered)
		}
		t.heading(next-n, next)
		return next
	}
	t.readRun(i, next, p, numbered)
	return next
}

// beginsBlock reports whether item i can't go on with the block of the item before it.
func (t *telegram) beginsBlock(i int, starts map[int]paragraphStart) bool {
	if _, ok := starts[i]; ok || t.items[i].gap {
		return true
	}
	text := t.text(i)
	return isRule(text) || t.isBullet(i)
}

// isBullet reports whether item i begins a sub-paragraph. A dash or a letter at the start of a
// line in mid-sentence is none.
func (t *telegram) isBullet(i int) bool {
	letter, _, n := readBullet(t.text(i))
	if n == 0 || t.items[i].glued || isDashTitle(t.text(i)) {
		return false
	}
	if t.items[i].gap || i == 0 {
		return !isDigit(letter[0]) || t.items[i].gap
	}
	last := t.text(i - 1)
	if endsSentence(last) || isRule(last) || t.lineBreak(i) != wrapped {
		return true
	}
	previous, _, before := readBullet(last)
	if isAlnum(letter[0]) {
		return before > 0 && follows(previous, letter) && startsUpper(t.text(i)[n:])
	}
	width := t.width
	if width == 0 {
		width = 70
	}
	return before > 0 || len(last)+1+firstWord(strings.TrimLeft(t.text(i)[n:], " "))+n < width-4
}

// follows reports whether a letter or number of a list comes right behind another: b behind a, 10 behind
// 9, or 1 behind a letter.
func follows(previous, letter string) bool {
	if isDigit(letter[0]) {
		return letter == "1" && isLetter(previous[0]) || allDigits(previous) && refAtoi(letter) == refAtoi(previous)+1
	}
	return len(previous) == 1 && len(letter) == 1 && letter[0] == previous[0]+1
}

// longLine is the length from which a line is a paragraph of its own rather than an entry of a list.
const longLine = 100

// readRun reads a run of items that no empty line parts.
func (t *telegram) readRun(i, next int, p paragraphStart, numbered bool) {
	if !numbered && (t.isTable(i, next) || t.isList(i, next)) {
		t.hardLines(i, next)
		return
	}
	first := true
	for i < next {
		to := i + 1
		for to < next && t.joins(to) {
			to++
		}
		single := i
		led := first && (numbered || t.isBullet(i)) // its first line is a paragraph's own
		for !led && single < next && t.items[single].span.Len() < longLine && (single+1 == next || !t.joins(single+1)) {
			single++
		}
		switch {
		case single-i >= 2:
			t.hardLines(i, single)
			to = single
		default:
			t.paragraph(i, to, p, numbered && first)
		}
		i, first = to, false
	}
}

// joins reports whether item i goes on with the line before it. A short line counts as the end of
// a block only beside another short line: one alone may be a wrapped line that lost words.
func (t *telegram) joins(i int) bool {
	switch t.lineBreak(i) {
	case wrapped:
		return true
	case breaksUp:
		return false
	}
	before := i > 1 && !t.items[i-1].gap && t.lineBreak(i-1) != wrapped
	after := i+1 < len(t.items) && !t.items[i+1].gap && t.lineBreak(i+1) != wrapped
	return !before && !after
}

// isTable reports whether the run has columns: wide gaps inside most of its lines, tabs or bars.
func (t *telegram) isTable(i, next int) bool {
	columns := 0
	for k := i; k < next; k++ {
		s := t.text(k)
		if strings.Contains(s, "    ") || strings.Contains(s, "\t") || strings.Count(s, "|") > 1 {
			columns++
		}
	}
	return columns >= 2 && columns*2 >= next-i
}

// isList reports whether the run is a list of names or titles, one a line: at least half of the lines end before the
// next word would have had to move to a new one, and none of them ends a sentence.
func (t *telegram) isList(i, next int) bool {
	if t.width == 0 || next-i < 3 || t.isBullet(i) {
		return false
	}
	early := 0
	for k := i + 1; k < next; k++ {
		last := t.text(k - 1)
		if endsSentence(last) && !strings.HasSuffix(last, "U.S.") || len(t.items[k].marks) > 0 || t.items[k].glued {
			return false
		}
		if t.endsEarly(k) {
			if !startsUpper(t.text(k)) {
				return false
			}
			early++
		}
	}
	return early >= 2 && early*2 >= next-i-1
}

// endsEarly reports whether the first word of item i would have had room on the line before it.
func (t *telegram) endsEarly(i int) bool {
	return t.items[i-1].span.Len()+1+firstWord(t.text(i)) <= t.width-4
}

// hardLines makes a preformatted block: line ends and columns are kept.
func (t *telegram) hardLines(i, next int) {
	b := newDraft(t.doc, model.Preformatted, "")
	for ; i < next; i++ {
		it := t.items[i]
		if it.glued {
			b.join(it.span, it.marks)
			continue
		}
		b.line(model.Span{Start: it.raw.Start, End: it.span.End}, it.marks)
	}
	b.finish(t.cable)
}

// paragraph makes a block of items that read on: numbered, lettered or neither.
func (t *telegram) paragraph(i, next int, p paragraphStart, numbered bool) {
	b := newDraft(t.doc, model.Paragraph, "")
	it := t.items[i]
	text := t.text(i)
	lead := 0
	if numbered {
		b.block.Number, b.block.Marking, lead = p.number, p.marking, p.lead
	} else if letter, m, n := readBullet(text); n > 0 && t.isBullet(i) {
		b.block.Kind, b.block.Letter, b.block.Marking, lead = model.SubParagraph, letter, m, n
	} else if m, n := readMarking(text); n > 0 && text[0] == '(' {
		b.block.Marking, lead = m, n
	}
	span := it.span
	if lead > 0 {
		b.lead(model.Span{Start: span.Start, End: span.Start + lead})
		span.Start += lead
		span = t.doc.trim(span)
	}
	b.hold(it.marks)
	b.join(span, nil)
	for k := i + 1; k < next; k++ {
		b.join(t.items[k].span, t.items[k].marks)
	}
	b.finish(t.cable)
}

// rule makes a block of an underline.
func (t *telegram) rule(i int) {
	b := newDraft(t.doc, model.Rule, "")
	b.join(t.items[i].span, t.items[i].marks)
	b.finish(t.cable)
}
