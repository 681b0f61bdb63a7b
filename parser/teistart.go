package parser

import (
	"html"
	"strings"

	"reftel/model"
)

// What the elements of a document do where they start.

func (r *teiReader) startParagraph(f *teiFrame) {
	if r.context.gap == noGap && r.labelOpen() {
		return
	}
	r.boundary()
	if r.context.gap != noGap {
		return
	}
	if r.context.kind == model.Header {
		r.context.kind, r.context.role = model.Paragraph, ""
	}
	if f.name == "p" && r.isTitle() {
		r.context.kind = model.Heading
		return
	}
	r.context.inside = true
}

// isTitle reports whether the paragraph that begins here is set as a title: by name, or in the middle of its
// line and short.
func (r *teiReader) isTitle() bool {
	const longest = 160 // bytes, tags included
	rend, _ := r.attribute("rend")
	if strings.HasPrefix(rend, "sectiontitle") {
		return true
	}
	rendition, _ := r.attribute("rendition")
	if rend != "center" && rendition != "#center" {
		return false
	}
	from := r.scan.span.End
	end := strings.Index(r.text[from:min(len(r.text), from+longest)], "</p>")
	return end > 0 && isHeadingLine(strings.TrimSpace(r.text[from:from+end]))
}

// startHigh parts a small figure from the number before it, which it is no figure of: 2<hi rend="superscript">1</hi>/2.
func (r *teiReader) startHigh() {
	rend, _ := r.attribute("rend")
	next := r.scan.span.End
	b := r.doc.cur
	if !strings.HasPrefix(rend, "super") || b == nil || len(b.text) == 0 || next >= len(r.text) || !isDigit(r.text[next]) {
		return
	}
	if isDigit(b.text[len(b.text)-1]) {
		b.part(blankGap)
	}
}

// startAbstract begins what the editors write above a document about what it says, where no other words are open. It
// reports whether the note is one.
func (r *teiReader) startAbstract(f *teiFrame) bool {
	kind, _ := r.attribute("type")
	if kind != "summary" || r.context.gap != noGap || r.context.inside {
		return false
	}
	r.boundary()
	f.element = teiOpener
	r.enter(teiContext{kind: model.Header, role: model.HeadlineNoteRole, gap: lineGap})
	return true
}

func (r *teiReader) startHead() {
	r.boundary()
	switch {
	case r.context.gap != noGap:
	case len(r.stack) > 0 && r.stack[len(r.stack)-1].opens && len(r.doc.blocks) == 0:
		r.context.kind, r.context.role = model.Header, model.HeadlineRole
	default:
		r.context.kind, r.context.role = model.Heading, ""
	}
}

// teiFields are the lists that are header fields.
var teiFields = map[string]model.Role{"subject": model.SubjectRole, "from": model.FromRole, "to": model.ToRole, "info": model.InfoRole,
	"cc": model.InfoRole, "references": model.ReferencesRole, "ref": model.ReferencesRole, "participants": model.OtherHeaderRole,
	"through": model.OtherHeaderRole, "via": model.OtherHeaderRole, "date": model.OtherHeaderRole, "place": model.OtherHeaderRole,
	"time": model.OtherHeaderRole, "attention": model.AttentionRole}

func (r *teiReader) startList() {
	kind, _ := r.attribute("type")
	r.boundary()
	if r.context.gap != noGap {
		return
	}
	if role, ok := teiFields[kind]; ok {
		r.enter(teiContext{kind: model.Header, role: role, gap: lineGap, fields: true})
		return
	}
	r.context.kind, r.context.role = model.Paragraph, ""
	r.context.depth++
}

func (r *teiReader) startItem() {
	kind := model.SubParagraph
	if r.labelOpen() {
		if r.context.depth <= 1 && !r.context.inside {
			kind = model.Paragraph
		}
	} else {
		r.boundary()
	}
	if r.context.gap == noGap {
		r.context.kind, r.context.role, r.context.inside = kind, "", true
	}
}

// startSpan begins a name or a reference.
func (r *teiReader) startSpan(f *teiFrame) {
	b := r.block()
	f.block, f.from, f.cells, f.marks = b, len(b.text), len(b.cells), len(b.marks)
	var key string
	switch f.name {
	case "persName":
		f.kind = model.Person
		key, _ = r.attribute("corresp")
		if key == "" {
			key, _ = r.attribute("ref")
		}
	case "gloss":
		f.kind = model.Term
		key, _ = r.attribute("target")
	case "placeName":
		f.kind = model.Place
	case "orgName":
		f.kind = model.Organization
		key, _ = r.attribute("corresp")
	case "ref":
		f.key, _ = r.attribute("target")
		return
	}
	key, _, _ = strings.Cut(strings.TrimSpace(html.UnescapeString(key)), " ")
	f.key = strings.TrimPrefix(key, "#")
}

// startNote begins a note, which interrupts the block that is open.
func (r *teiReader) startNote(f *teiFrame) {
	t := r.doc
	_, at := r.attribute("n")
	id, _ := r.attribute("xml:id")
	kind, _ := r.attribute("type")
	at = r.trim(at)
	number := html.UnescapeString(at.In(r.text))
	sign := model.Mark{Kind: model.NoteSign, Target: number}
	if t.cur != nil {
		t.cur.mark(sign)
	} else {
		t.held = append(t.held, sign)
	}
	f.block = t.cur
	b := &teiBlock{block: model.Block{Kind: model.Note, Letter: number, Lead: joinLines(number)}, attached: r.context.attached}
	if !at.Empty() {
		b.block.LeadAt = r.fileSpan(at)
	}
	if kind == "source" {
		b.block.Role = model.SourceNoteRole
	}
	t.noteID(id, number)
	f.note = r.lend(b)
	t.cur = b
	t.notes = append(t.notes, b)
	r.context = teiContext{kind: model.Note, gap: lineGap, attached: r.context.attached}
}

// pageBreak keeps the place of a page break, and its tag.
func (r *teiReader) pageBreak() {
	t := r.doc
	number, _ := r.attribute("n")
	m := model.Mark{Kind: model.PageBreak, Form: r.scan.span.In(r.text), File: r.fileSpan(r.scan.span)}
	if number = strings.TrimSpace(number); allDigits(number) && len(number) <= 6 {
		m.Page = refAtoi(number)
	} else {
		m.Target = html.UnescapeString(number)
	}
	if t.cur != nil {
		t.cur.mark(m)
	} else {
		t.held = append(t.held, m)
	}
}

// lineBreak begins a line. In titles and cells it is a blank.
func (r *teiReader) lineBreak() {
	b := r.doc.cur
	switch {
	case b == nil:
	case r.context.kind == model.Heading || r.context.role == model.HeadlineRole || r.context.gap == blankGap:
		b.part(blankGap)
	default:
		b.part(lineGap)
	}
}
