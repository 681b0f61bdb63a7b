package parser

import (
	"strings"

	"reftel/model"
)

// headingLines reports how many of the last lines of the run [i, next) are a heading: 0, or those
// above a rule, or a short line alone between empty lines.
func (t *telegram) headingLines(i, next, end int) int {
	const (
		most   = 3  // lines of a heading
		widest = 74 // of wrapped lines
	)
	n := next - i
	if next < end && isRule(t.text(next)) && t.text(next) != "-" {
		for k := next - 1; k > i; k-- {
			if next-k > most {
				return 0
			}
			size := t.items[k-1].span.Len()
			if t.lineBreak(k) == breaksUp || size > 100 || size > widest && endsSentence(t.text(k-1)) {
				return t.headingSize(k, next)
			}
		}
		if n <= most {
			return t.headingSize(i, next)
		}
		return 0
	}
	if next < len(t.items) && t.items[next].numbered() && n > 1 && t.titleBelowText(next-1) {
		return 1
	}
	if n > 2 || !t.looksLikeHeading(i, next) || partOfText(t.text(next-1)) {
		return 0
	}
	if i > 0 && strings.HasSuffix(t.text(i-1), ":") && strings.Contains(t.text(i), ",") {
		return 0 // what the text has just announced: "The two are:", a name, an office
	}
	if next >= end {
		return 0
	}
	if t.items[next].numbered() {
		return n
	}
	if strings.HasSuffix(t.text(next-1), ":") && t.isBullet(next) {
		return 0
	}
	if !t.items[next].gap || t.counted && !t.paragraphFollows(next, end) {
		return 0
	}
	return n
}

// partOfText reports whether a line ends as no title does: in the middle of a sentence, or with a quotation.
func partOfText(s string) bool {
	word, _ := lossWordBefore(s, len(s))
	return startsLower(word) && goOnWords[word] || strings.HasSuffix(s, `."`) || strings.HasSuffix(s, `.'"`)
}

// titleBelowText reports whether item i is a title on the line below a paragraph, above the next one: where
// no empty lines are left, or the paragraph's last words are lost, its capitals show it.
func (t *telegram) titleBelowText(i int) bool {
	last := t.text(i - 1)
	if t.items[i].span.Len() >= longLine || t.items[i].glued || !t.titled(i, i+1) {
		return false
	}
	closed := closesText(last)
	if closed && t.lineBreak(i) != wrapped {
		return true
	}
	if !capitalized(t.text(i)) || endsSentence(t.text(i)) || t.width > 0 && t.items[i].span.Len()*5 > t.width*4 {
		return false
	}
	word, _ := lossWordBefore(last, len(last))
	return closed || startsLower(word) && inSentence(last) && !goOnWords[word]
}

// capitalized reports whether a line of several words is written like a title: no long word begins small.
func capitalized(s string) bool {
	const long = 4 // letters; "with" and "from" may be small
	words := 0
	for word := range strings.FieldsSeq(s) {
		if startsLower(word) && len(word) > long {
			return false
		}
		if startsUpper(word) && isLetter(word[0]) {
			words++
		}
	}
	return words >= 2
}

// headingSize refuses lines above a rule that are text: too long, a bullet, or an address of the web.
func (t *telegram) headingSize(i, next int) int {
	size := t.items[next-1].span.End - t.items[i].span.Start
	last := t.text(next - 1)
	sentence := strings.HasSuffix(last, ".") && !strings.HasSuffix(last, "..") && size > 60
	if size > 240 || sentence || lossAddress(last) || startsLower(t.text(i)) && !startsRedacted(t.text(i)) || strings.HasSuffix(last, ".") && t.isBullet(i) {
		return 0
	}
	return next - i
}

// startsRedacted reports whether the first word is a row of X that somebody put in place of a name.
func startsRedacted(s string) bool {
	const fewest = 3
	n := firstWord(s)
	return n >= fewest && isRedacted(s[:n])
}

// paragraphFollows reports whether the next block that is no rule and no further heading begins a
// numbered paragraph or running text.
func (t *telegram) paragraphFollows(next, end int) bool {
	for k := next; k < end && k < next+4; k++ {
		if t.items[k].numbered() {
			return true
		}
		if !isRule(t.text(k)) && !t.looksLikeHeading(k, k+1) {
			return t.items[k].span.Len() > 40
		}
	}
	return false
}

// looksLikeHeading reports whether the lines are short, begin like a title and do not end like a
// sentence.
func (t *telegram) looksLikeHeading(i, next int) bool {
	return t.items[i].gap && t.titled(i, next)
}

// isDashTitle reports whether a line is a title between dashes: "-- Harbours --".
func isDashTitle(s string) bool {
	return len(s) > len("----") && strings.HasPrefix(s, "--") && strings.HasSuffix(s, "--")
}

// titled is looksLikeHeading for lines that no empty line need stand above.
func (t *telegram) titled(i, next int) bool {
	first, last := t.text(i), t.text(next-1)
	size := t.items[next-1].span.End - t.items[i].span.Start
	if t.typed && (t.isRow(i) || t.isRow(next-1) || startsTime(first)) {
		return false
	}
	if size > 110 || size < 3 || !startsUpper(first) || lossAddress(last) || strings.HasPrefix(first, "Dear ") || isTurn(first) {
		return false
	}
	if _, _, n := readBullet(first); n > 0 && first[0] != '(' && !isDashTitle(first) {
		return false
	}
	switch last[len(last)-1] {
	case ',', ';':
		return false
	case '.':
		return strings.HasSuffix(last, "...") && allCapitals(last) || isSummaryWord(strings.TrimRight(last, "."))
	}
	if next-i > 1 && t.lineBreak(i+1) == breaksUp {
		return false
	}
	return !strings.Contains(first, "  ") || allCapitals(first)
}

// startsTime reports whether a line begins with a time of day, like an entry of a schedule: "1645 - ARRIVE", "4:35 P.M.".
func startsTime(s string) bool {
	n := scanDigits(s, 0)
	hour, rest := s[:n], s[n:]
	switch n {
	case 4:
		return hour < "2400" && hour[2:] < "60" && strings.HasPrefix(rest, " -")
	case 1, 2:
		return strings.HasPrefix(rest, ":") && scanDigits(rest, 1) == len(":00")
	}
	return false
}

// heading makes a block of a title; dashes on its own line become rules.
func (t *telegram) heading(i, next int) {
	span := t.items[i].span
	text := t.text(i)
	if next-i == 1 && len(text) > 6 {
		left := len(text) - len(strings.TrimLeft(text, "-=*"))
		right := len(strings.TrimRight(text, "-=*"))
		if right > left && (left >= 3 || left == 0 && len(text)-right >= 6) {
			t.headingParts(i, span, left, right)
			return
		}
	}
	b := t.newDraft(model.Heading, "")
	if m, n := readMarking(text); n > 0 && text[0] == '(' {
		b.lead(model.Span{Start: span.Start, End: span.Start + n})
		b.block.Marking = model.Marking(b.own(string(m)))
		span = t.doc.trim(model.Span{Start: span.Start + n, End: span.End})
	}
	b.join(span, t.items[i].marks)
	for k := i + 1; k < next; k++ {
		b.join(t.items[k].span, t.items[k].marks)
	}
	b.finish(t.cable)
}

// headingParts reads "------- SUMMARY -------" and "SUMMARY -------".
func (t *telegram) headingParts(i int, s model.Span, left, right int) {
	marks := t.items[i].marks
	for _, part := range []struct {
		kind model.BlockKind
		span model.Span
	}{
		{model.Rule, model.Span{Start: s.Start, End: s.Start + left}},
		{model.Heading, model.Span{Start: s.Start + left, End: s.Start + right}},
		{model.Rule, model.Span{Start: s.Start + right, End: s.End}},
	} {
		span := t.doc.trim(part.span)
		if span.Empty() {
			continue
		}
		b := t.newDraft(part.kind, "")
		b.join(span, marks)
		marks = nil
		b.finish(t.cable)
	}
}

// mendTitles gives titles back the words that a copy left at the end of the line above: the rule below such a
// title is as long as all of it.
func (t *telegram) mendTitles() {
	halves := 0
	for i := range t.items {
		if t.titleHead(i) > 0 {
			halves++
		}
	}
	if halves == 0 {
		return
	}
	out := make([]item, 0, len(t.items)+halves)
	for i, it := range t.items {
		if at := t.titleHead(i); at > 0 {
			head, tail := t.doc.split(line{raw: it.raw, span: it.span}, at)
			it.raw, it.span = head.raw, head.span
			out = append(out, it)
			it = item{raw: tail.raw, span: tail.span, gap: true}
		}
		out = append(out, it)
	}
	t.items = out
}

// titleHead returns where the title begins inside item i whose other half is the next item, 0 where none does.
func (t *telegram) titleHead(i int) int {
	const widest = 80
	if i+2 >= len(t.items) || t.items[i+1].gap || t.items[i+2].gap {
		return 0
	}
	text, rule := t.text(i), t.text(i+2)
	words := len(rule) - len(" ") - t.items[i+1].span.Len()
	at := len(text) - words
	if words < 1 || at < 2 || len(rule) > widest || len(text) < longLine || strings.Trim(rule, rule[:1]) != "" || !isRule(rule) ||
		text[at-1] != ' ' || !startsUpper(text[at:]) || !endsSentence(text[:at]) || !capitalized(text[at:]+" "+t.text(i+1)) {
		return 0
	}
	return at
}
