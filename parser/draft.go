package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reftel/model"
)

// draft is a block while its text is put together from spans of the document.
type draft struct {
	doc   *document
	block model.Block
	text  strings.Builder
	marks []model.Mark // page markers that stood in the text; Block is set when the block is finished
}

// newDraft begins a block.
func newDraft(d *document, kind model.BlockKind, role model.Role) *draft {
	return &draft{doc: d, block: model.Block{Kind: kind, Role: role}}
}

// reserve makes room for the text of lines that stand in s.
func (b *draft) reserve(s model.Span, lines int) {
	b.text.Grow(s.Len())
	b.block.Pieces = make([]model.Piece, 0, lines)
}

// lead sets what stands before the text. s is trimmed.
func (b *draft) lead(s model.Span) {
	s = b.doc.trim(s)
	if s.Empty() {
		return
	}
	b.block.Lead = joinLines(b.doc.text[s.Start:s.End])
	b.block.LeadAt = b.doc.fileSpan(s)
}

// joinLines makes one line of a lead that the source broke.
func joinLines(s string) string {
	if !strings.ContainsAny(s, "\n\r") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// join adds a span that goes on with the sentence: one blank between, none behind a hyphen.
func (b *draft) join(s model.Span, marks []pageMark) {
	if s.Empty() {
		b.hold(marks)
		return
	}
	if b.text.Len() > 0 && !endsInHyphen(b.text.String()) {
		b.text.WriteByte(' ')
	}
	b.append(s, marks)
}

// line adds a span on a line of its own.
func (b *draft) line(s model.Span, marks []pageMark) {
	if b.text.Len() > 0 {
		b.text.WriteByte('\n')
	}
	b.append(s, marks)
}

func (b *draft) append(s model.Span, marks []pageMark) {
	b.hold(marks)
	b.block.Pieces = b.doc.appendPieces(b.block.Pieces, s, b.text.Len())
	b.text.WriteString(b.doc.text[s.Start:s.End])
}

// hold notes page markers at the place where the next text will stand.
func (b *draft) hold(marks []pageMark) {
	for _, m := range marks {
		b.marks = append(b.marks, m.mark(b.doc, b.text.Len()))
	}
}

// endsInHyphen reports whether a word is broken at the end of s: a letter and one hyphen.
func endsInHyphen(s string) bool {
	if !strings.HasSuffix(s, "-") {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s[:len(s)-1])
	return unicode.IsLetter(r)
}

// finish appends the block to the cable, its page markers to the marks, and returns its index.
func (b *draft) finish(c *model.Cable) int {
	b.block.Text = b.text.String()
	at := len(c.Blocks)
	c.Blocks = append(c.Blocks, b.block)
	for _, m := range b.marks {
		m.Block = at
		m.Span.Start = min(m.Span.Start, len(b.block.Text))
		m.Span.End = m.Span.Start
		c.Marks = append(c.Marks, m)
	}
	return at
}
