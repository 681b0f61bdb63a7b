package parser

import (
	"slices"
	"strings"

	"reftel/model"
)

// header reads the lines above the text: one block a field, in the order of the source.
type header struct {
	*telegram
	lines []line
	end   int // index of the last line that can belong to the header

	open      *draft // the field that continuation lines go on with
	role      model.Role
	gap       bool   // an empty line stands between the open field and the line being read
	bullet    string // the last one of the open REF list
	serial    bool   // a classification line with a station was seen
	addressed bool   // FM or TO was seen
	order     int    // fields below the classification line seen so far
	pending   []pageMark
	sheets    bool // the word that begins page markers of the older form stands somewhere
	sheet     int  // where the classification begins that stands above the page marker of the next line; 0 if none does
}

// givenField is a block that a publisher wrote in place of a line of the telegram.
type givenField struct {
	block int
	role  model.Role
}

// readHeader reads the header and returns the lines that are left: the text.
func (t *telegram) readHeader(lines []line) (rest []line) {
	front := t.readHeaderLines(t.front)
	rest = t.readHeaderLines(lines)
	if len(front) > 0 {
		rest = append(rest[:len(rest):len(rest)], front...)
		slices.SortStableFunc(rest, func(a, b line) int { return a.raw.Start - b.raw.Start })
	}
	for _, g := range t.given {
		if !t.hasHeader(g.role) {
			t.cable.Blocks[g.block].Role = g.role
		}
	}
	return rest
}

// hasHeader reports whether the telegram has a line of the role itself: then the publisher's counts for
// nothing, and stays a field of the publisher's.
func (t *telegram) hasHeader(role model.Role) bool {
	for _, b := range t.headers() {
		if b.Role == role {
			return true
		}
	}
	return false
}

func (t *telegram) readHeaderLines(lines []line) (rest []line) {
	h := &header{telegram: t, lines: lines}
	h.end = h.findEnd()
	h.sheets = h.doc.hold(lines, sheetWord)
	for i := 0; i < len(h.lines); i++ {
		if !h.readLine(i) {
			h.close()
			t.pending = append(t.pending, h.pending...)
			return h.lines[i:]
		}
	}
	h.close()
	t.pending = append(t.pending, h.pending...)
	return nil
}

// findEnd looks ahead for the last line of the header: the last labelled line above the first
// numbered paragraph. Texts without numbers are searched only as far as headers reach.
func (h *header) findEnd() int {
	const (
		reach     = 70  // lines with text
		shortest  = 50  // bytes of a line of text
		paragraph = 100 // bytes of a line that is the first paragraph of a telegram without a header
		heading   = 6   // lines with text in which words of classification alone, or a label in mid-line, head a cable
	)
	end, seen := -1, 0
	serial := false    // a classification line with a station was seen: the text may begin anywhere
	addressed := false // FM or TO was seen: further lines that begin with these words are text
	for i, l := range h.lines {
		if l.blank() {
			continue
		}
		s := h.doc.line(l)
		if seen++; seen > reach && end >= 0 && i-end > reach {
			return end
		}
		if seen > 3*reach {
			return end
		}
		p, numbered := readNumber(s)
		if numbered && (p.number == 1 && (end >= 0 || len(s) > paragraph) || p.marking != "") && !h.inList(i) {
			return end
		}
		if numbered && serial && h.lines[i-1].blank() && len(s) > shortest && allCapitals(s) {
			return end // a section that is not the first
		}
		role := envelopeLine(s)
		if serial && addressed && isAddress(role) && allCapitals(s) {
			role = ""
		}
		addressed = addressed || isAddress(role)
		if _, _, ok := label(s); ok && len(s) < 400 || role != "" {
			end = i
		} else if c, ok := parseClassificationLine(s); ok && (c.Serial > 0 || end < 0 && seen <= heading) {
			end, serial = i, serial || c.Serial > 0
		} else if end < 0 && !numbered && seen <= heading && nextLabel(near(s)) > 0 {
			end = i // a label that stands only in the middle of a line
		}
	}
	return end
}

// isAddress reports whether a line of a role says who sends or receives.
func isAddress(role model.Role) bool {
	return role == model.FromRole || role == model.ToRole || role == model.InfoRole
}

// inList reports whether a numbered line stands in a REF list: "REF: 1. STATE 1 \n 2. STATE 2".
func (h *header) inList(i int) bool {
	if i == 0 || h.lines[i-1].blank() {
		return false
	}
	role, _, ok := label(h.doc.line(h.lines[i-1]))
	return ok && role == model.ReferencesRole
}

// readLine reads one line, field by field where several share it. It returns false when the text
// begins in it; what is left of it is in h.lines[i] then.
func (h *header) readLine(i int) bool {
	l := h.lines[i]
	if l.blank() {
		if i == 0 || !h.lines[i-1].blank() { // of many empty lines, the first says it for all
			h.gap = h.open != nil && !h.startsBelow(i)
		}
		return true
	}
	if l.mark != nil {
		h.take(*l.mark)
		return true
	}
	if h.sheet > 0 && isSheetHead(h.doc.line(l)) {
		return true
	}
	if (h.open != nil || len(h.cable.Blocks) > 0) && h.aboveSheet(i) {
		h.sheet = l.span.Start
		return true
	}
	for {
		s := h.doc.line(l)
		part, rest := l, line{}
		m, marked := pageMark{}, false
		if mayHoldPageMark(s, h.sheets) {
			m, marked = findPageMark(near(s), h.station)
		}
		at := fieldBreak(near(s))
		switch {
		case marked && (at <= 0 || m.span.Start <= at):
			part, rest = h.doc.split(l, m.span.Start)
			_, rest = h.doc.split(rest, m.span.End-m.span.Start)
			m.span = m.span.Shift(l.span.Start)
			if h.sheet > 0 {
				m.span.Start, h.sheet = h.sheet, 0
				h.pending = marksBefore(h.pending, m.span.Start)
			}
		case at > 0:
			part, rest = h.doc.split(l, at)
			marked = false
		default:
			marked = false
		}
		part.glued = l.glued
		if !part.blank() && !h.field(i, part, h.doc.line(part)) {
			h.lines[i] = l
			return false
		}
		if marked {
			h.take(m)
		}
		if rest.blank() {
			return true
		}
		l = rest
	}
}

// aboveSheet reports whether line i is a classification alone above a page marker of the older form: the
// foot of one sheet, or the head of the next.
func (h *header) aboveSheet(i int) bool {
	const most = 4 // such lines
	if !isSheetHead(h.doc.line(h.lines[i])) {
		return false
	}
	next := i + 1
	for heads := 1; next < len(h.lines); next++ {
		l := h.lines[next]
		if l.blank() || l.mark != nil && l.mark.stamp {
			continue
		}
		if heads++; heads > most || l.mark != nil || !isSheetHead(h.doc.line(l)) {
			break
		}
	}
	if next == len(h.lines) {
		return false
	}
	m, ok := findPageMark(near(h.doc.line(h.lines[next])), h.station)
	return ok && m.sheets && m.span.Start == 0
}

// near returns the start of a line as far as a header field reaches, so that a line with very many
// fields is not searched to its end for each of them.
func near(s string) string {
	const reach = 4096
	return s[:min(len(s), reach)]
}

func (h *header) take(m pageMark) {
	if !m.stamp {
		h.pages = append(h.pages, m)
	}
	h.pending = append(h.pending, m)
}

// marksBefore returns the marks that stand before a place of the document: a page marker that begins there
// has taken in those behind it.
func marksBefore(marks []pageMark, at int) []pageMark {
	n := len(marks)
	for n > 0 && marks[n-1].span.Start >= at {
		n--
	}
	return marks[:n]
}

// fieldBreak returns where a further field begins inside a line, or -1.
func fieldBreak(s string) int {
	at := -1
	if len(s) > 20 {
		at = nextLabel(s)
	}
	if p := flatNumber(s, 1); p > 0 && (at < 0 || p < at) {
		at = p
	}
	return at
}

// field reads one field.
func (h *header) field(i int, l line, s string) bool {
	if !h.addressed && !h.serial && h.order == 0 && isCentreLine(s) {
		h.centre(l)
		return true
	}
	if role := envelopeLine(s); role != "" && !h.subjectGoesOn(role) && (h.order == 0 || !h.serial || !h.addressed || inEnvelope(h.role)) {
		h.envelope(role, l, s)
		return true
	}
	if h.role == model.TransmissionRole && !h.serial && onlyRoutes(s) {
		h.single(model.TransmissionRole, l)
		return true
	}
	inList := h.open != nil && h.role == model.ReferencesRole
	if role, n, ok := label(s); ok && i <= h.end && (n > 0 || !inList) {
		h.order++
		h.begin(role, l, n)
		return true
	}
	if c, ok := parseClassificationLine(s); ok && (i <= h.end+8 && h.order < 3 || i <= h.end && c.Serial > 0) {
		h.classification(c, l)
		return true
	}
	if isCaption(s) {
		h.single(model.CaptionRole, l)
		return true
	}
	if s == breakSign && inEnvelope(h.role) {
		h.single(model.OtherHeaderRole, l)
		return true
	}
	if h.open != nil && h.goesOn(i, s) {
		if !l.glued && h.beginsEntry(s) {
			h.open.line(l.span, h.pending)
		} else {
			h.open.join(l.span, h.pending)
		}
		h.pending, h.gap = nil, false
		h.listed(s)
		return true
	}
	if i > h.end && !isNotice(s) {
		return false
	}
	return h.unlabelled(i, l, s)
}

// subjectGoesOn reports whether a line that begins like one of addressees is the next of a subject's: "THE ROAD",
// "TO THE HARBOUR".
func (h *header) subjectGoesOn(role model.Role) bool {
	return h.open != nil && !h.gap && h.role == model.SubjectRole && (role == model.ToRole || role == model.InfoRole)
}

// unlabelled reads a line that no label names and that stands above the last label.
func (h *header) unlabelled(i int, l line, s string) bool {
	if p, ok := readNumber(s); ok && h.order > 0 && (p.number == 1 || p.marking != "") && i > h.end {
		return false
	}
	role := model.OtherHeaderRole
	switch {
	case classificationTail(s) == 0: // "CONFIDENTIAL   POSS DUPE"
		role = model.ClassificationRole
	case isDateline(s):
		role = model.DatelineRole
	case strings.Contains(s, "partial extract"):
		role = model.NoticeRole
	case isAttention(s):
		h.begin(model.AttentionRole, l, 0)
		return true
	}
	h.single(role, l)
	return true
}

// begin opens a field that a label names.
func (h *header) begin(role model.Role, l line, lead int) {
	h.close()
	b := h.newDraft(model.Header, role)
	span := l.span
	if lead > 0 {
		b.lead(model.Span{Start: span.Start, End: span.Start + lead})
		span = h.doc.trim(model.Span{Start: span.Start + lead, End: span.End})
	}
	b.hold(h.pending)
	h.pending = nil
	b.join(span, nil)
	h.open, h.role, h.bullet = b, role, ""
	h.listed(h.doc.text[span.Start:span.End])
}

// single makes a block of one line.
func (h *header) single(role model.Role, l line) {
	h.close()
	b := h.newDraft(model.Header, role)
	b.join(l.span, h.pending)
	h.pending = nil
	b.finish(h.cable)
	h.role = role
}

func (h *header) close() {
	h.gap = false
	if h.open == nil {
		return
	}
	h.open.finish(h.cable)
	h.open = nil
}

// centre reads a line of the communications centre; those that follow each other make one block.
func (h *header) centre(l line) {
	if h.open == nil || h.role != model.TransmissionRole {
		h.begin(model.TransmissionRole, l, 0)
		return
	}
	h.open.line(l.span, h.pending)
	h.pending, h.gap = nil, false
}

// classification reads the line that names level, section, station and serial.
func (h *header) classification(c classificationLine, l line) {
	h.single(model.ClassificationRole, l)
	if c.Serial > 0 {
		h.serial = true
		if h.station == "" {
			h.station = squeeze(c.Station)
		}
	}
}

// envelope reads a line of the transmission part.
func (h *header) envelope(role model.Role, l line, s string) {
	lead := 0
	switch role {
	case model.FromRole, model.ToRole:
		lead = 2
	case model.InfoRole:
		lead = 4
	}
	switch {
	case role == model.InfoRole && !h.addressed && isOfficeList(s):
		h.single(model.OtherHeaderRole, l)
	case lead == 0:
		h.single(role, l)
	default:
		h.addressed = true
		h.begin(role, l, lead)
	}
}
