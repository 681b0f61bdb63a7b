package parser

import (
	"fmt"
	"strings"

	"reftel/model"
)

// readBody makes blocks of the lines below the header: paragraphs, headings, sub-paragraphs,
// tables, the signature and what stands behind it.
func (t *telegram) readBody(lines []line) {
	lines, rest := lines[:min(len(lines), mostLines)], lines[min(len(lines), mostLines):]
	t.itemize(lines)
	t.splitFlat()
	t.mendTitles()
	t.measure()
	t.closeGaps()
	t.findLetters()
	end := t.findSignature()
	t.findTables(end.text)
	t.findNumbers()
	for i := 0; i < end.text; {
		i = t.readChunk(i, end.text)
	}
	for i := end.text; i < len(t.items); {
		i = t.readEnd(i, end)
	}
	t.leftOver()
	t.unread(rest)
}

// mostLines is how many lines of text a cable may have; the longest have a thousandth of it.
const mostLines = 100_000

// unread keeps the lines beyond those as one block, as they are: so a file of nothing but line ends takes
// no more memory than a few times its size.
func (t *telegram) unread(lines []line) {
	if len(lines) == 0 {
		return
	}
	b := t.newDraft(model.Preformatted, "")
	for from := 0; from < len(lines); {
		to := from
		for to < len(lines) && lines[to].mark == nil && (to == from || lines[to].raw.Start <= lines[to-1].raw.End+len("\r\n")) {
			to++
		}
		if to > from {
			if s := t.doc.trim(model.Span{Start: lines[from].raw.Start, End: lines[to-1].raw.End}); !s.Empty() {
				b.line(s, nil)
			}
		}
		for ; to < len(lines) && lines[to].mark != nil; to++ {
			b.hold([]pageMark{*lines[to].mark})
		}
		from = to
	}
	at := b.finish(t.cable)
	t.warn(WarnLines, t.blockSpan(at), fmt.Sprintf("the text has more than %d lines: those behind them are shown as they are, without paragraphs", mostLines))
}

// leftOver gives page markers behind the last text to the last block.
func (t *telegram) leftOver() {
	if len(t.pending) == 0 {
		return
	}
	c := t.cable
	if len(c.Blocks) == 0 {
		t.newDraft(model.Trailer, "").finish(c)
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
func (t *telegram) readChunk(i, end int) int {
	if t.inTable(i) {
		b, _ := t.tableFrom(i)
		t.hardLines(i, b.end)
		return b.end
	}
	if isRule(t.text(i)) {
		t.rule(i)
		return i + 1
	}
	numbered := t.items[i].numbered()
	next := i + 1
	for next < end && !t.beginsBlock(next) {
		next++
	}
	if !numbered && t.isOutlineTitle(i, next) {
		t.heading(i, i+1)
		return i + 1
	}
	if n := t.headingLines(i, next, end); n > 0 && !(numbered && n == next-i) {
		if rest := next - n; rest > i {
			t.readRun(i, rest)
		}
		t.heading(next-n, next)
		return next
	}
	t.readRun(i, next)
	return next
}

// beginsBlock reports whether item i can't go on with the block of the item before it.
func (t *telegram) beginsBlock(i int) bool {
	if t.items[i].numbered() || t.items[i].gap || t.inTable(i) {
		return true
	}
	text := t.text(i)
	return isRule(text) || isTurn(text) && endsSentence(t.text(i-1)) || t.isBullet(i)
}

// isTurn reports whether a line begins a question or an answer of an interview.
func isTurn(s string) bool {
	return strings.HasPrefix(s, "Q: ") || strings.HasPrefix(s, "A: ")
}

// isBullet reports whether item i begins a sub-paragraph. A dash or a letter at the start of a
// line in mid-sentence is none.
func (t *telegram) isBullet(i int) bool {
	letter, _, n := t.bullet(i)
	if n == 0 || t.items[i].glued || isDashTitle(t.text(i)) {
		return false
	}
	if t.items[i].gap || i == 0 {
		return !isDigit(letter[0]) || t.items[i].gap
	}
	last := t.text(i - 1)
	if t.typed && t.text(i)[0] == '(' && strings.HasSuffix(last, ";") && !t.listedAbove(i, letter) {
		return false // of a list inside a sentence: "if (a) it rains;", "(b) it snows"
	}
	if endsSentence(last) || isRule(last) || t.lineBreak(i) != wrapped || t.inTable(i-1) {
		return true
	}
	previous, _, before := t.bullet(i - 1)
	if isAlnum(letter[0]) {
		return before > 0 && follows(previous, letter) && startsUpper(t.text(i)[n:])
	}
	width := t.width
	if width == 0 {
		width = 70
	}
	_, numbered := readNumber(last) // whose dashes are the sentence's, unless the line ends early
	return before > 0 && !numbered || len(last)+1+firstWord(strings.TrimLeft(t.text(i)[n:], " "))+n < width-4
}

// listedAbove reports whether a line of the same run begins with the letter before a letter.
func (t *telegram) listedAbove(i int, letter string) bool {
	const reach = 40 // lines
	for k := i - 1; k >= max(0, i-reach) && !t.items[k+1].gap; k-- {
		if previous, _, n := t.bullet(k); n > 0 && follows(previous, letter) {
			return true
		}
	}
	return false
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
func (t *telegram) readRun(i, next int) {
	numbered := t.items[i].numbered()
	if !numbered && (t.isTable(i, next) || t.isList(i, next) || t.isColumns(i, next)) {
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
			t.paragraph(i, to)
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
	if t.typed && t.endsRun(i) {
		return true
	}
	return !before && !after
}

// endsRun reports whether item i, behind a short line of a typed text, is the last line of a sentence or of a
// sub-paragraph that the short line goes on with or begins: the lines around them end early too, and are no list.
func (t *telegram) endsRun(i int) bool {
	last, text := t.text(i-1), t.text(i)
	if strings.HasPrefix(last, "-") && t.isBullet(i-1) {
		return len(last)*2 >= t.width
	}
	return i > 1 && !t.items[i-1].gap && t.lineBreak(i-1) == wrapped && !t.isBullet(i-1) && endsSentence(text)
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
	if next-i < 3 || t.isBullet(i) {
		return false
	}
	if t.width == 0 {
		return t.isShortList(i, next)
	}
	early := 0
	for k := i + 1; k < next; k++ {
		last := t.text(k - 1)
		if endsSentence(last) && !strings.HasSuffix(last, "U.S.") || t.marked(k) && !t.items[k].sheet || t.items[k].glued {
			return false
		}
		switch {
		case !t.endsEarly(k):
		case startsUpper(t.text(k)):
			early++
		case !endsInGoOn(last): // else an entry that was wrapped early: "Adviser to", "the Vice President"
			return false
		}
	}
	return early >= 2 && early*2 >= next-i-1
}

// isShortList is isList for texts of one line a paragraph: each line is short, begins like an entry and ends like one.
func (t *telegram) isShortList(i, next int) bool {
	const longest = 70
	for k := i; k < next; k++ {
		text := t.text(k)
		if !startsUpper(text) || len(text) > longest {
			return false
		}
		if k > i && (t.marked(k) || t.items[k].glued) || k+1 < next && (endsSentence(text) && !strings.HasSuffix(text, "U.S.") || endsInHyphen(text) || partOfText(text) || strings.HasSuffix(text, ",")) {
			return false
		}
	}
	return true
}

// endsEarly reports whether the first word of item i would have had room on the line before it, and not only
// because a typist ended lines as he liked.
func (t *telegram) endsEarly(i int) bool {
	if t.typed && t.items[i-1].span.Len()*5 >= t.width*3 {
		return false
	}
	return t.items[i-1].span.Len()+1+firstWord(t.text(i)) <= t.width-4
}

// hardLines makes a preformatted block: line ends and columns are kept.
func (t *telegram) hardLines(i, next int) {
	b := t.newDraft(model.Preformatted, "")
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
func (t *telegram) paragraph(i, next int) {
	b := t.newDraft(model.Paragraph, "")
	it := t.items[i]
	text := t.text(i)
	lead := 0
	if it.numbered() {
		b.block.Number, b.block.Marking, lead = it.start.number, it.start.marking, it.start.lead
	} else if letter, m, n := t.bullet(i); n > 0 && t.isBullet(i) {
		b.block.Kind, b.block.Letter, b.block.Marking, lead = model.SubParagraph, letter, m, n
	} else if m, n := readMarking(text); n > 0 && text[0] == '(' {
		b.block.Marking, lead = m, n
	}
	span := it.span
	if lead > 0 {
		b.lead(model.Span{Start: span.Start, End: span.Start + lead})
		b.block.Letter, b.block.Marking = b.own(b.block.Letter), model.Marking(b.own(string(b.block.Marking)))
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
	b := t.newDraft(model.Rule, "")
	b.join(t.items[i].span, t.items[i].marks)
	b.finish(t.cable)
}
