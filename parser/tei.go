package parser

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"reftel/model"
)

// Foreign Relations of the United States in TEI P5, as the Office of the Historian publishes it: a
// volume is one file, a document in it a <div type="document">; single documents and slices of a
// volume are read as well. The road of such a file:
//
//   - teiscan.go cuts it into tags and words, teielement.go says what each element does
//   - teitext.go joins words to blocks, teilead.go reads what stands before their text
//   - teilists.go reads the volume's lists of persons and terms, teinames.go the names in the text
//   - teicable.go makes a cable of each document, with teidate.go for its date and teiref.go for its references

// looksLikeTEI reports whether data is a volume, a document or a slice of one.
func looksLikeTEI(data []byte) bool {
	const beginning = 64 << 10
	head := data[:min(len(data), beginning)]
	document := func(data []byte) bool {
		return bytes.Contains(data, []byte(`type="document"`)) || bytes.Contains(data, []byte(`type='document'`))
	}
	const rarest = 600 // bytes of text for each end tag; what is written about the format has fewer
	tagged := bytes.Count(head, []byte("</"))*rarest > len(head)
	if !tagged && !bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(head, []byte(byteOrderMark))), []byte("<")) {
		return false
	}
	if bytes.Contains(head, []byte("http://www.tei-c.org/ns/1.0")) || bytes.Contains(head, []byte("http://history.state.gov/frus/ns")) || bytes.Contains(head, []byte("<TEI")) {
		return document(data)
	}
	if bytes.Contains(head, []byte("<div")) && document(head) && bytes.Contains(head, []byte("xml:id=")) {
		return true
	}
	signs := 0
	for _, sign := range []string{`="#p_`, `="#t_`, "<persName", "<gloss", "<placeName", `xml:id="pg_`, "<dateline"} {
		if bytes.Contains(head, []byte(sign)) {
			signs++
		}
	}
	return signs >= 2 && tagged
}

// teiReader reads one file.
type teiReader struct {
	*document
	result *Result
	scan   teiScanner

	stack   []teiFrame
	over    int // elements that are open beyond the deepest that the stack holds
	context teiContext

	doc   *teiDocument // the one being read, nil outside
	docs  []*teiDocument
	spare []teiBuffers
	lists teiLists

	volume, volumeEvidence string
	volumeRank             int

	brokenTags int
	strays     int // paragraphs between documents
	firstStray model.Span
}

// readTEI reads a volume, a document or a slice.
func readTEI(result *Result, file string, data []byte) *document {
	r := &teiReader{document: decodePlain(file, data), result: result}
	const usualTag = 60 // bytes of the file for each tag
	r.scan.text, r.markup = r.text, slices.Grow(r.markup, len(r.text)/usualTag)
	r.context = teiContext{kind: model.Paragraph}
	r.nameVolume(fileVolume(file), "the file's name", rankFile)
	if r.startsInside() {
		r.openDocument(0, true)
	}
	for kind := r.scan.next(); kind != teiNothing; kind = r.scan.next() {
		r.token(kind)
	}
	inside := r.doc != nil && !r.doc.slice
	for len(r.stack) > 0 {
		r.pop(true)
	}
	if inside {
		last := r.docs[len(r.docs)-1]
		last.warn(WarnMarkup, r.fileSpan(last.span), "the file ends inside this document: what follows is missing")
	}
	if r.brokenTags > mostBroken {
		r.warnings = append(r.warnings, model.Warning{Kind: WarnMarkup, Text: fmt.Sprintf("%d more places where the markup is broken", r.brokenTags-mostBroken)})
	}
	if r.strays > 0 {
		r.warnings = append(r.warnings, model.Warning{Kind: WarnFurniture, At: r.fileSpan(r.firstStray),
			Text: fmt.Sprintf("line %d and on: paragraphs stand between the documents and belong to none (%d in all)", r.lineOf(r.firstStray.Start), r.strays)})
	}
	for i, t := range r.docs {
		result.Cables = append(result.Cables, r.cable(t))
		r.docs[i] = &teiDocument{} // its words are the cable's now
	}
	return r.document
}

// mostBroken is how many broken places of a file are named.
const mostBroken = 5

// broken notes that something in the markup is wrong.
func (r *teiReader) broken(at model.Span, what string) {
	if r.brokenTags++; r.brokenTags > mostBroken {
		return
	}
	r.warnings = append(r.warnings, model.Warning{Kind: WarnMarkup, At: r.fileSpan(at),
		Text: fmt.Sprintf("line %d: %s; its words are kept, what it marks may be lost", r.lineOf(at.Start), what)})
}

// lineOf returns the number of the line at a place of the text.
func (r *teiReader) lineOf(at int) int { return 1 + strings.Count(r.text[:at], "\n") }

// startsInside reports whether the text begins in the middle of a document: the first tag of a division or anything
// larger ends one, or there is none.
func (r *teiReader) startsInside() bool {
	if isBlank(r.text) {
		return false
	}
	s := teiScanner{text: r.text}
	for kind := s.next(); kind != teiNothing; kind = s.next() {
		if kind == teiStart || kind == teiEnd || kind == teiEmpty {
			if what := teiElementOf(s.name); what == teiOuter || what == teiApart || what == teiDivision {
				return kind == teiEnd
			}
		}
	}
	return true
}

// token takes the token just read.
func (r *teiReader) token(kind teiToken) {
	s := r.scan.span
	if r.scan.broken != "" {
		r.broken(s, r.scan.broken)
	}
	if kind == teiText || kind == teiLiteral {
		r.words(s, kind == teiLiteral)
		return
	}
	r.addMarkup(r.fileSpan(s))
	switch kind {
	case teiStart, teiEmpty:
		r.start()
		if kind == teiEmpty {
			r.end(r.scan.name)
		}
	case teiEnd:
		r.end(r.scan.name)
	}
}

// addMarkup notes bytes that are no text.
func (r *teiReader) addMarkup(s model.Span) {
	if n := len(r.markup); n > 0 && r.markup[n-1].End == s.Start {
		r.markup[n-1].End = s.End
		return
	}
	r.markup = append(r.markup, s)
}

// words takes words to the block that is open; outside of documents they belong to no cable.
func (r *teiReader) words(s model.Span, literal bool) {
	if r.doc == nil {
		r.result.addFurniture(r.document, s)
		r.lists.words(r.document, s, literal)
		r.headerWords(r.text[s.Start:s.End])
		return
	}
	blank := isBlank(r.text[s.Start:s.End])
	if r.doc.cur == nil && blank {
		return
	}
	b := r.block()
	for _, at := range b.add(r.document, s, literal) {
		r.addMarkup(r.fileSpan(at))
	}
}
