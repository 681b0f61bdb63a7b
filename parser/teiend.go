package parser

import (
	"fmt"
	"slices"

	"reftel/model"
)

// teiDocument is a document of the edition while it is read.
type teiDocument struct {
	doc   *document
	span  model.Span // in the file's text
	slice bool       // the file begins in the middle of it

	id, number       string // xml:id and n of its element
	earliest, latest string // frus:doc-dateTime-min and -max

	blocks []*teiBlock // finished, without notes
	notes  []*teiBlock
	cur    *teiBlock
	held   []model.Mark // page breaks and signs of notes that wait for the next block

	headline string
	head     documentHead
	telegram bool   // the lines above the text say so
	opened   bool   // the first paragraph has been read
	counted  bool   // and a numbered one
	serial   int    // the telegram's number
	subject  string // said in the middle of a paragraph

	dates    []string // of datelines, as the markup has them
	inferred bool     // the first of them is the editors', not the paper's
	signers  []string
	noteIDs  map[string]string // xml:id of a note to its number
	misnamed int               // names that the markup doesn't close
	warnings []model.Warning
}

func (t *teiDocument) warn(kind model.WarningKind, at model.Span, text string) {
	t.warnings = append(t.warnings, model.Warning{Kind: kind, At: at, Text: text})
}

// noteID keeps what a reference calls a note.
func (t *teiDocument) noteID(id, number string) {
	if id == "" {
		return
	}
	if t.noteIDs == nil {
		t.noteIDs = map[string]string{}
	}
	t.noteIDs[id] = number
}

// openDocument begins a document whose text starts at at; a slice's begins in its middle.
func (r *teiReader) openDocument(at int, slice bool) {
	t := &teiDocument{doc: r.document, span: model.Span{Start: at, End: at}, slice: slice}
	r.doc = t
	if slice {
		r.stack = append(r.stack, teiFrame{name: "div", element: teiDivision, context: r.context, opens: true})
	} else {
		for name, value := range r.scan.eachAttribute {
			switch name {
			case "xml:id":
				t.id = value.In(r.text)
			case "n":
				t.number = value.In(r.text)
			case "frus:doc-dateTime-min":
				t.earliest = value.In(r.text)
			case "frus:doc-dateTime-max":
				t.latest = value.In(r.text)
			}
		}
	}
	r.context = teiContext{kind: model.Paragraph}
}

// closeDocument ends the document that is open, with everything inside.
func (r *teiReader) closeDocument() {
	for r.doc != nil && len(r.stack) > 0 {
		r.pop(true)
	}
}

// finishDocument keeps the document that has ended. A slice without a word is none.
func (r *teiReader) finishDocument(end int) {
	t := r.doc
	t.span.End = end
	r.flush()
	r.doc = nil
	if t.slice && len(t.blocks) == 0 && len(t.notes) == 0 && len(t.held) == 0 {
		return
	}
	if len(t.held) > 0 {
		if len(t.blocks) == 0 {
			t.blocks = append(t.blocks, &teiBlock{block: model.Block{Kind: model.Trailer}})
		}
		last := t.blocks[len(t.blocks)-1]
		for _, m := range t.held {
			last.mark(m)
		}
		t.held = nil
	}
	r.docs = append(r.docs, t)
}

// farthestTEI is how many open elements an end tag looks through for its own, so that reading stays linear.
const farthestTEI = 64

// end takes an end tag: it ends the innermost open element of that name with all inside it. Only the ends
// of divisions and what holds them reach across the start of a document.
func (r *teiReader) end(name string) {
	if r.over > 0 {
		r.over--
		return
	}
	element := teiElementOf(name)
	wide := element == teiDivision || element == teiOuter || element == teiApart
	for i := len(r.stack) - 1; i >= max(0, len(r.stack)-farthestTEI); i-- {
		f := &r.stack[i]
		if f.name != name {
			if f.opens && !wide {
				break
			}
			continue
		}
		if top := r.stack[len(r.stack)-1]; i < len(r.stack)-1 {
			r.broken(model.Span{Start: top.at, End: top.at}, fmt.Sprintf("<%s> has no end before </%s>", top.name, name))
		}
		for len(r.stack) > i+1 {
			r.pop(true)
		}
		r.pop(false)
		return
	}
	if r.doc != nil {
		switch element {
		case teiParagraph, teiHead, teiItem, teiList, teiCloser, teiTable, teiRow, teiOpener, teiDateline, teiAttachment:
			r.boundary()
		case teiNote:
			if r.doc.slice { // what stands before is the rest of a note
				r.boundary()
			}
		}
	}
	if r.doc == nil || !r.doc.slice {
		r.broken(r.scan.span, fmt.Sprintf("</%s> ends what never began", name))
	}
}

// pop ends the innermost open element. implied is true where its own end tag is missing.
func (r *teiReader) pop(implied bool) {
	f := r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	signed := r.context.signed
	r.context = f.context
	switch {
	case f.opens:
		end := r.scan.span.End
		if implied {
			end = r.scan.span.Start
		}
		r.finishDocument(end)
	case r.doc != nil:
		r.endInside(&f, implied, signed)
	default:
		r.lists.end(&f)
	}
}

// endInside ends an element of a document.
func (r *teiReader) endInside(f *teiFrame, implied, signed bool) {
	t := r.doc
	switch f.element {
	case teiHead:
		if r.context.fields && t.cur != nil && t.cur.lead == 0 {
			t.cur.lead = len(t.cur.text)
			t.cur.part(blankGap)
			return
		}
		r.boundary()
	case teiLabel:
		b := t.cur
		if b == nil || len(b.text) == 0 {
			return
		}
		b.label = len(b.text)
		if r.context.gap == noGap {
			b.lead = b.label
		}
		b.part(blankGap)
	case teiParagraph, teiList, teiItem, teiDivision, teiOpener, teiAttachment, teiDateline, teiCloser, teiTable, teiRow:
		r.boundary()
	case teiCell:
		if t.cur != nil {
			t.cur.part(cellGap)
		}
	case teiSigned:
		if b := t.cur; b != nil && b == f.block && b.block.Kind == model.Signature && !f.context.attached && !f.context.signed && len(t.signers) == 0 {
			if s := b.since(f.from); !s.Empty() {
				t.signers = append(t.signers, joinLines(string(b.text[s.Start:s.End])))
			}
		}
		r.boundary()
	case teiNote:
		f.note.seal()
		r.finish(f.note)
		t.cur = f.block
	case teiNameTag:
		r.endName(f, implied, signed)
	case teiRef:
		if b := t.cur; b != nil && b == f.block && len(b.cells) == f.cells && !implied {
			if s := b.since(f.from); !s.Empty() && f.key != "" {
				inside := slices.DeleteFunc(b.marks[f.marks:], func(m model.Mark) bool { return m.Kind == model.Citation })
				b.marks = append(b.marks[:f.marks+len(inside)], model.Mark{Kind: model.Citation, Span: s, Target: f.key})
			}
		}
	}
}

// endName keeps a name that the markup gives, and whether it signs.
func (r *teiReader) endName(f *teiFrame, implied, signed bool) {
	t := r.doc
	b := t.cur
	if b == nil || b != f.block || len(b.cells) != f.cells || implied {
		t.misnamed++
		return
	}
	s := b.since(f.from)
	if s.Empty() {
		return
	}
	b.mentions = append(b.mentions, teiMention{kind: f.kind, key: f.key, span: s})
	if signed && f.kind == model.Person && !b.attached && b.block.Kind == model.Signature {
		t.signers = append(t.signers, joinLines(string(b.text[s.Start:s.End])))
	}
}
