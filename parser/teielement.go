package parser

import "reftel/model"

// teiElement says what an element does to the text.
type teiElement uint8

const (
	teiInline    teiElement = iota // nothing
	teiOuter                       // holds divisions
	teiApart                       // the same, and no document reaches across its start
	teiDivision                    // a document, or what holds or parts documents
	teiParagraph                   // words of their own
	teiHead
	teiList
	teiLabel
	teiItem
	teiOpener
	teiDateline
	teiDate
	teiCloser
	teiSigned
	teiTable
	teiRow
	teiCell
	teiNote
	teiAttachment // an enclosed document
	teiNameTag
	teiRef
	teiPage
	teiLine
)

// teiElementOf tells elements by their names.
func teiElementOf(name string) teiElement {
	switch name {
	case "hi":
		return teiInline
	case "p", "ab", "l", "byline", "salute", "addrLine", "figDesc", "trailer", "argument", "epigraph", "bibl", "cit":
		return teiParagraph
	case "persName", "gloss", "placeName", "orgName":
		return teiNameTag
	case "ref":
		return teiRef
	case "note":
		return teiNote
	case "pb":
		return teiPage
	case "lb":
		return teiLine
	case "item":
		return teiItem
	case "list":
		return teiList
	case "label":
		return teiLabel
	case "div", "div1", "div2", "div3", "div4":
		return teiDivision
	case "head":
		return teiHead
	case "opener", "postscript", "figure", "lg":
		return teiOpener
	case "dateline":
		return teiDateline
	case "date":
		return teiDate
	case "closer":
		return teiCloser
	case "signed":
		return teiSigned
	case "table":
		return teiTable
	case "row":
		return teiRow
	case "cell":
		return teiCell
	case "frus:attachment", "attachment":
		return teiAttachment
	case "TEI", "TEI.2", "teiCorpus", "teiHeader", "front", "back":
		return teiApart
	case "text", "body", "group":
		return teiOuter
	}
	return teiInline
}

// teiContext is what words become at a place, unless an element says otherwise.
type teiContext struct {
	kind     model.BlockKind
	role     model.Role
	gap      teiGap // elements end no block but leave this gap: notes, header lists, closers, tables
	depth    int    // of lists
	inside   bool   // in a paragraph or an item, so that a list is a part of it
	fields   bool   // in a list of the header: its head is the label
	attached bool   // in an enclosed document
	signed   bool   // in what is signed
}

// teiFrame is an open element.
type teiFrame struct {
	name    string
	element teiElement
	context teiContext // outside of it
	at      int        // where its tag begins

	block *teiBlock // in which the element began; of a note: the one that it interrupts
	note  *teiBlock // of a note: its own
	from  int       // length of its text then
	cells int       // and how many cells it had
	marks int       // and marks
	key   string    // of a name; target of a reference; type of a division that holds documents
	kind  model.NameKind
	opens bool // the element is a document
}

// deepestTEI is how many elements may be open in one another; volumes have about 15.
const deepestTEI = 1000

// start takes a start tag.
func (r *teiReader) start() {
	name := r.scan.name
	f := teiFrame{name: name, element: teiElementOf(name), context: r.context, at: r.scan.span.Start}
	if r.doc != nil && (f.element == teiApart || f.element == teiDivision && r.endsDocument()) {
		r.closeDocument() // its own end tag is lost
		f.context = r.context
	}
	if len(r.stack) >= deepestTEI {
		if r.over++; r.over == 1 {
			r.broken(r.scan.span, "more elements inside one another than any edition has")
		}
		return
	}
	if r.doc == nil {
		r.startOutside(&f)
	} else {
		r.startInside(&f)
	}
	r.stack = append(r.stack, f)
}

// attribute returns an attribute's value, "" when the tag has none of that name, and where it stands in the text.
func (r *teiReader) attribute(name string) (value string, at model.Span) {
	for n, s := range r.scan.eachAttribute {
		if n == name {
			return s.In(r.text), s
		}
	}
	return "", at
}

// endsDocument reports whether a division can't stand inside a document.
func (r *teiReader) endsDocument() bool {
	switch kind, _ := r.attribute("type"); kind {
	case "document", "chapter", "compilation", "subchapter":
		return true
	}
	return false
}

// startOutside takes a start tag outside of documents.
func (r *teiReader) startOutside(f *teiFrame) {
	if f.element == teiDivision {
		kind, _ := r.attribute("type")
		if kind == "document" {
			r.openDocument(f.at, false)
			f.opens = true
			return
		}
		f.key = kind
	}
	if f.element == teiParagraph && len(r.stack) > 0 {
		switch r.stack[len(r.stack)-1].key {
		case "chapter", "compilation", "subchapter":
			if r.strays++; r.strays == 1 {
				r.firstStray = r.scan.span
			}
		}
	}
	r.headerTag()
	r.lists.start(r, f)
}

// startInside takes a start tag inside a document.
func (r *teiReader) startInside(f *teiFrame) {
	switch f.element {
	case teiPage:
		r.pageBreak()
	case teiLine:
		r.lineBreak()
	case teiParagraph:
		r.startParagraph(f)
	case teiHead:
		r.startHead()
	case teiList:
		r.startList()
	case teiLabel:
		r.boundary()
		if r.context.gap == noGap {
			r.context.kind, r.context.role = model.SubParagraph, ""
			r.block()
		}
	case teiItem:
		r.startItem()
	case teiNote:
		if !r.startAbstract(f) {
			r.startNote(f)
		}
	case teiInline:
		r.startHigh()
	case teiDivision, teiOpener:
		r.boundary()
		if f.name == "opener" && r.context.gap == noGap {
			r.context.kind, r.context.role = model.Header, model.OtherHeaderRole
		}
	case teiAttachment:
		r.boundary()
		if r.context.gap == noGap {
			r.context = teiContext{kind: model.Paragraph, attached: true}
		}
	case teiDateline:
		r.boundary()
		r.enter(teiContext{kind: model.Header, role: model.DatelineRole, gap: lineGap})
	case teiCloser:
		r.boundary()
		r.enter(teiContext{kind: model.Signature, gap: lineGap})
	case teiTable:
		r.boundary()
		r.enter(teiContext{kind: model.Preformatted, gap: lineGap})
	case teiSigned:
		r.boundary()
		r.enter(teiContext{kind: model.Signature, gap: lineGap})
		r.context.signed = true
		f.block, f.from = r.block(), len(r.block().text)
	case teiRow:
		r.startRow()
	case teiCell:
		if r.context.gap != noGap {
			r.startCell()
		}
	case teiDate:
		r.readDate()
	case teiNameTag, teiRef:
		r.startSpan(f)
	}
}

// enter makes the context of an element that is one block. Inside another such element it only adds lines.
func (r *teiReader) enter(c teiContext) {
	if r.context.gap != noGap {
		return
	}
	c.depth, c.attached, c.inside = r.context.depth, r.context.attached, r.context.inside
	r.context = c
}

// boundary ends the block that is open; inside an element that is one block, its line.
func (r *teiReader) boundary() {
	switch b := r.doc.cur; {
	case b == nil:
	case r.context.gap != noGap:
		b.part(r.context.gap)
	default:
		r.flush()
	}
}

// block returns the block that is open, or opens one.
func (r *teiReader) block() *teiBlock {
	t := r.doc
	if t.cur == nil {
		c := &r.context
		t.cur = &teiBlock{block: model.Block{Kind: c.kind, Role: c.role}, depth: c.depth, inside: c.inside, attached: c.attached,
			marks: t.held}
		r.lend(t.cur)
		t.held = nil
	}
	return t.cur
}

// flush ends the block that is open. The marks of one without words wait for the next.
func (r *teiReader) flush() {
	t := r.doc
	b := t.cur
	t.cur = nil
	switch {
	case b == nil:
	case len(b.text) == 0:
		t.held = append(t.held, b.marks...)
	default:
		t.seal(b)
		r.finish(b)
		t.blocks = append(t.blocks, b)
	}
}

// labelOpen reports whether the open block is a label that waits for its item.
func (r *teiReader) labelOpen() bool {
	b := r.doc.cur
	return b != nil && b.label > 0 && b.label == len(b.text)
}
