package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reftel/model"
)

// Losses: a copy dropped words and left no sign (HANDBOOK, rule zero, and section 1, "The seed").
// What shows it is a paragraph that ends in mid-sentence, or a text that a publisher cut short
// with an ellipsis.

// What shows a loss (Mark.Why).
const (
	lossMidSentence = "ends in mid-sentence"
	lossEllipsis    = "cut off with an ellipsis"
	lossErrorSign   = "broken off with the operator's sign for an error"
)

// markLosses marks lost ends and sets EndLost of their blocks. It runs after all other marks were
// found: an end that is redacted is not lost.
//
// Drafters forget full stops, about once in forty cables of the Cablegate pages. So an end that
// only lacks one counts as lost where the copy is known to lose lines: on newspaper pages, and in
// a cable of which another end proves it. Editions are proof-read: nothing was lost without a sign.
func (m *marker) markLosses() {
	if m.c.ID.IsDocument() {
		return
	}
	ends := m.lossEnds()
	careless := m.c.Format == model.NewspaperPage
	for _, end := range ends {
		careless = careless || end.proven
	}
	last := len(m.c.Blocks) - 1
	for _, end := range ends {
		if careless && end.block != last {
			m.loseEnd(end.block, lossMidSentence)
		}
	}
	switch text := m.lastOfText(); {
	case last < 0:
	case text >= 0 && endsInErrorSign(m.c.Blocks[text].Text):
		m.loseEnd(text, lossErrorSign)
	case lossCutShort(m.c.Blocks[last].Text):
		m.loseEnd(last, lossEllipsis)
	case careless && len(ends) > 0 && ends[len(ends)-1].block == last:
		m.loseEnd(last, lossMidSentence)
	}
}

func (m *marker) loseEnd(block int, why string) {
	if m.full = m.full || len(m.found) >= marksMost; m.full {
		return
	}
	b := &m.c.Blocks[block]
	b.EndLost = true
	m.found = append(m.found, model.Mark{Kind: model.Loss, Block: block, Why: why,
		Span: model.Span{Start: len(b.Text), End: len(b.Text)}})
}

// lossEnd is a paragraph that ends without the end of a sentence; proven when its last word
// demands another one.
type lossEnd struct {
	block  int
	proven bool
}

// lossEnds returns the paragraphs that may have lost their ends, in order.
func (m *marker) lossEnds() []lossEnd {
	redaction := make(map[int]int) // end of the last one of a block
	for i := range m.found {
		if f := &m.found[i]; f.Kind == model.Redaction {
			redaction[f.Block] = max(redaction[f.Block], f.Span.End)
		}
	}
	last := m.lastOfText()
	var ends []lossEnd
	for i := range m.c.Blocks {
		b := &m.c.Blocks[i]
		if b.Kind != model.Paragraph || i != last && !m.endsNumbered(i) {
			continue
		}
		if end, ok := redaction[i]; ok && lossOnlySigns(b.Text[end:]) {
			continue
		}
		if open, proven := lossInSentence(b.Text); open {
			ends = append(ends, lossEnd{i, proven})
		}
	}
	return ends
}

// lastOfText returns the index of the last block that is text or a heading, -1 without one.
func (m *marker) lastOfText() int {
	for i := len(m.c.Blocks) - 1; i >= 0; i-- {
		if k := m.c.Blocks[i].Kind; k.IsText() || k == model.Heading {
			return i
		}
	}
	return -1
}

// endsNumbered reports whether block i is a numbered paragraph that nothing behind it goes on: no
// list, no table, no text without a number but the line that sends readers to the post's web site
// ("Visit ..."), no line of text that looks like a heading.
func (m *marker) endsNumbered(i int) bool {
	if m.c.Blocks[i].Number == 0 || i+1 >= len(m.c.Blocks) {
		return false
	}
	next := &m.c.Blocks[i+1]
	r, _ := utf8.DecodeRuneInString(next.Text)
	switch next.Kind {
	case model.Paragraph:
		return next.Number != 0 || strings.HasPrefix(next.Text, "Visit ")
	case model.Heading:
		return !unicode.IsLower(r) && !strings.HasSuffix(next.Text, ".")
	}
	return false
}

// lossCutShort reports whether text ends in an ellipsis.
func lossCutShort(text string) bool {
	text = strings.TrimRightFunc(text, unicode.IsSpace)
	return strings.HasSuffix(text, "...") || strings.HasSuffix(text, "\u2026")
}

// endsInErrorSign reports whether text ends in the sign with which an operator took back what he was sending: E
// eight times. What stands behind it was never sent.
func endsInErrorSign(text string) bool {
	const times = 8
	n := 0
	for text = strings.TrimRight(text, " "); strings.HasSuffix(text, "E"); n++ {
		text = strings.TrimRight(text[:len(text)-1], " ")
	}
	return n >= times
}

// lossOnlySigns reports whether s holds no letter or digit.
func lossOnlySigns(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}
