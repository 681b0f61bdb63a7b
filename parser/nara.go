package parser

import (
	"bytes"
	"strings"

	"reftel/model"
)

// The records of the National Archives' Central Foreign Policy Files (FORMATS section 3): stamps, the words
// "Message Text", the sheets of the telegram, its end mark, stamps, the words "Message Attributes" and a list
// of what the archive knows about it. A file may hold several.

// The lines that part a record. They are markup.
const (
	naraText       = "Message Text"
	naraAttributes = "Message Attributes"
)

// looksLikeNARA reports whether data holds a record: its list of attributes on lines of their own.
func looksLikeNARA(data []byte) bool {
	const reach = 8 << 10 // bytes of a list
	for {
		i := bytes.Index(data, []byte(naraAttributes))
		if i < 0 {
			return false
		}
		alone := i == 0 || data[i-1] == '\n' || data[i-1] == '\r'
		data = data[i+len(naraAttributes):]
		list := data[:min(len(data), reach)]
		end := len(list) - len(bytes.TrimLeft(list, " \t"))
		if alone && end < len(list) && (list[end] == '\n' || list[end] == '\r') && bytes.Contains(list, []byte("\nDocument Number:")) {
			return true
		}
		if alone && bytes.Contains(list, []byte("\rDocument Number:")) {
			return true
		}
	}
}

// naraRecord says where the parts of a record stand, in lines.
type naraRecord struct {
	start, end int
	text       int // the line "Message Text", -1 where the archive has no text
	attributes int // the line "Message Attributes", end where the record breaks off
}

// naraReader reads the records of one file.
type naraReader struct {
	*document
	lines []line
	kept  int // lines up to here are used
}

// readNARA reads a file of records. What belongs to none is furniture.
func readNARA(r *Result, file string, data []byte) *document {
	d := decodePlain(file, data)
	n := &naraReader{document: d}
	whole := &telegram{doc: d}
	n.lines = whole.markStamps(d.lines(model.Span{Start: 0, End: len(d.text)}))
	for {
		rec, ok := n.next()
		if !ok {
			break
		}
		r.addFurniture(d, n.span(n.kept, rec.start))
		n.read(r, rec)
		n.kept = rec.end
	}
	r.addFurniture(d, n.span(n.kept, len(n.lines)))
	return d
}

// span returns the text from line a up to line b.
func (n *naraReader) span(a, b int) model.Span {
	if a >= b {
		return model.Span{}
	}
	return model.Span{Start: n.lines[a].raw.Start, End: n.lines[b-1].raw.End}
}

// frame reports which of the two lines that part a record line i is; "" for all others.
func (n *naraReader) frame(i int) string {
	if n.lines[i].mark != nil {
		return ""
	}
	switch s := n.line(n.lines[i]); s {
	case naraText, naraAttributes:
		return s
	}
	return ""
}

// next finds the record behind the lines that are used.
func (n *naraReader) next() (rec naraRecord, ok bool) {
	first := n.kept
	for first < len(n.lines) && n.frame(first) == "" {
		first++
	}
	if first == len(n.lines) {
		return rec, false
	}
	rec = naraRecord{start: n.stampsAbove(first, n.kept), text: -1, attributes: first, end: len(n.lines)}
	if n.frame(first) == naraText {
		rec.text = first
		for rec.attributes = first + 1; rec.attributes < len(n.lines) && n.frame(rec.attributes) == ""; rec.attributes++ {
		}
		if rec.attributes < len(n.lines) && n.frame(rec.attributes) == naraText { // the record before breaks off
			rec.end = n.stampsAbove(rec.attributes, first+1)
			rec.attributes = rec.end
			return rec, true
		}
	}
	if rec.attributes < len(n.lines) {
		rec.end = n.listEnd(rec.attributes + 1)
	}
	return rec, true
}

// stampsAbove returns the first of the stamps that stand above line i.
func (n *naraReader) stampsAbove(i, floor int) int {
	first := i
	for i--; i >= floor && (n.lines[i].blank() || n.lines[i].mark != nil); i-- {
		if n.lines[i].mark != nil {
			first = i
		}
	}
	return first
}

// read reads one record.
func (n *naraReader) read(r *Result, rec naraRecord) {
	c := &model.Cable{Format: model.NARARecord}
	t := &telegram{doc: n.document, cable: c, archive: &archive{}}
	for _, i := range []int{rec.text, rec.attributes} {
		if i >= 0 && i < rec.end {
			r.markup = append(r.markup, n.fileSpan(n.lines[i].span))
		}
	}
	if rec.attributes < rec.end {
		t.archive.attributes = n.attributes(r, rec.attributes+1, rec.end)
	}
	text := rec.attributes
	if rec.text < 0 {
		t.archive.noText = t.archive.whyNoText()
	} else {
		text = n.closing(t.archive, rec)
	}
	lines := make([]line, 0, rec.attributes-rec.start)
	for i := rec.start; i < rec.attributes; i++ {
		if i != rec.text && (i < text || n.lines[i].mark != nil) {
			lines = append(lines, n.lines[i])
		}
	}
	var pub publisherFields
	t.archive.publisher(n.document, &pub)
	if rec.text >= 0 {
		t.station = t.sheetStation(lines)
	}
	t.read(r, lines, pub, n.trim(n.span(rec.start, rec.end)))
}

// closing notes what the archive's program wrote below the end mark of a text and returns the line where it
// begins.
func (n *naraReader) closing(a *archive, rec naraRecord) int {
	first := rec.attributes
	for i := first - 1; i > rec.text; i-- {
		l := n.lines[i]
		if l.blank() || l.mark != nil {
			continue
		}
		if s := n.line(l); !strings.HasPrefix(s, "*** ") && !strings.HasPrefix(s, "<< ") {
			break
		}
		first = i
	}
	for _, l := range n.lines[first:rec.attributes] {
		if !l.blank() && l.mark == nil {
			a.closing = append(a.closing, l)
		}
	}
	return first
}

// sheetStation returns the station that the first sheet names, without blanks; "" when none does.
func (t *telegram) sheetStation(lines []line) string {
	for _, l := range lines {
		if l.blank() || l.mark != nil {
			continue
		}
		if m, ok := sheetMarker(t.doc.line(l)); ok {
			return squeeze(m.station)
		}
	}
	return ""
}

// emptyValue reports whether the archive wrote that it has nothing to say.
func emptyValue(s string) bool { return s == "" || strings.EqualFold(s, "n/a") }
