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
	marks []model.Mark // page markers that stood in the text; Block is set when the block is finished

	texts *strings.Builder // where the text is written, behind that of other blocks
	from  int              // where it begins there
	room  *drafts          // memory shared with the other blocks of a telegram; nil for a block by itself
}

// drafts is memory in which the blocks of a telegram are drafted one after the other, and which is used
// again for the next telegram of a file of rows. What the cable keeps is cut to its size by settle.
type drafts struct {
	texts  strings.Builder // of one cable: all its blocks share one piece of memory
	pieces []model.Piece
	blocks []model.Block
	draft  draft
	marker marker // of its marks
}

// newDraft begins a block.
func newDraft(d *document, kind model.BlockKind, role model.Role) *draft {
	return &draft{doc: d, block: model.Block{Kind: kind, Role: role}, texts: &strings.Builder{}}
}

// open makes ready for the blocks of a telegram that takes size bytes of the document and some lines.
func (m *drafts) open(c *model.Cable, size, lines int) {
	m.texts = strings.Builder{}
	m.texts.Grow(size)
	if m.pieces = m.pieces[:0]; cap(m.pieces) < lines {
		m.pieces = make([]model.Piece, 0, lines)
	}
	if len(c.Blocks) == 0 {
		c.Blocks = m.blocks[:0]
	}
}

// settle gives the cable its blocks and pieces in memory of their own, which is not larger than they are.
func (m *drafts) settle(c *model.Cable) {
	pieces := 0
	for i := range c.Blocks {
		pieces += len(c.Blocks[i].Pieces)
	}
	own := make([]model.Piece, 0, pieces)
	for i := range c.Blocks {
		from := len(own)
		own = append(own, c.Blocks[i].Pieces...)
		c.Blocks[i].Pieces = own[from:len(own):len(own)]
	}
	m.blocks = c.Blocks
	c.Blocks = append(make([]model.Block, 0, len(m.blocks)), m.blocks...)
}

// newDraft begins a block of the telegram. The one before it is finished: they share a draft.
func (t *telegram) newDraft(kind model.BlockKind, role model.Role) *draft {
	m := t.drafts
	m.draft = draft{doc: t.doc, block: model.Block{Kind: kind, Role: role}, texts: &m.texts, from: m.texts.Len(), room: m}
	m.draft.block.Pieces = m.pieces[len(m.pieces):]
	return &m.draft
}

// text returns what has been written so far.
func (b *draft) text() string { return b.texts.String()[b.from:] }

// size returns the length of what has been written so far.
func (b *draft) size() int { return b.texts.Len() - b.from }

// lead sets what stands before the text. s is trimmed.
func (b *draft) lead(s model.Span) {
	s = b.doc.trim(s)
	if s.Empty() {
		return
	}
	// It is written in front of the text, so that the cable does not keep the document for its sake.
	b.texts.WriteString(joinLines(b.doc.text[s.Start:s.End]))
	b.block.Lead = b.text()
	b.from = b.texts.Len()
	b.block.LeadAt = b.doc.fileSpan(s)
}

// own returns a word of the document in memory of the cable: as it stands in the lead, where it does.
func (b *draft) own(word string) string {
	if i := strings.Index(b.block.Lead, word); i >= 0 {
		return b.block.Lead[i : i+len(word)]
	}
	return strings.Clone(word)
}

// joinLines makes one line of a lead that the source broke.
func joinLines(s string) string {
	if !strings.ContainsAny(s, "\n\r") {
		return s
	}
	return oneLine(s)
}

// join adds a span that goes on with the sentence: one blank between, none behind a hyphen.
func (b *draft) join(s model.Span, marks []pageMark) {
	if s.Empty() {
		b.hold(marks)
		return
	}
	if b.size() > 0 && !endsInHyphen(b.text()) {
		b.texts.WriteByte(' ')
	}
	b.append(s, marks)
}

// line adds a span on a line of its own.
func (b *draft) line(s model.Span, marks []pageMark) {
	if b.size() > 0 {
		b.texts.WriteByte('\n')
	}
	b.append(s, marks)
}

func (b *draft) append(s model.Span, marks []pageMark) {
	b.hold(marks)
	b.block.Pieces = b.doc.appendPieces(b.block.Pieces, s, b.size())
	b.texts.WriteString(b.doc.text[s.Start:s.End])
}

// hold notes page markers at the place where the next text will stand.
func (b *draft) hold(marks []pageMark) {
	for _, m := range marks {
		b.marks = append(b.marks, m.mark(b.doc, b.size()))
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
	b.block.Text = b.text()
	if m := b.room; m != nil && cap(b.block.Pieces) == cap(m.pieces)-len(m.pieces) { // they had room enough
		m.pieces = m.pieces[:len(m.pieces)+len(b.block.Pieces)]
	}
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
