package parser

import (
	"bytes"
	"fmt"
	"html"
	"strings"
	"unicode/utf8"

	nethtml "golang.org/x/net/html"

	"reftel/model"
)

// element is a stretch of a page's text inside one of the tags that the parser looks at.
type element struct {
	tag  string // th, td, pre, li
	text model.Span
}

// page is an HTML file as text: blocks on lines of their own, line ends as a browser shows them.
type page struct {
	*document
	elements []element // th and td of a cable's table, every pre and li, in order of their start
}

// htmlReader turns tags into line ends while it reads a page.
type htmlReader struct {
	page
	b      strings.Builder
	open   []int      // elements that are open, innermost last
	pre    int        // depth of pre
	unseen unseen     // the element being read that browsers do not show
	table  bool       // inside <table class='cable'>
	broke  bool       // a br inside pre waits for what follows: with a line end it is one line end
	pilcr  bool       // inside the site's own paragraph anchor
	skip   int        // bytes up to here are markup, whatever they look like
	blocks lineBlocks // how the page uses its block elements
}

// decodePage reads an HTML file. Every byte of it that is no text goes to markup.
func decodePage(file string, data []byte) *page {
	if _, wide := wideCoding(data); wide {
		return decodeWidePage(file, data)
	}
	return readPage(file, data)
}

func readPage(file string, data []byte) *page {
	r := &htmlReader{}
	r.read(file, data)
	if r.blocks.singleLines() {
		r = &htmlReader{blocks: lineBlocks{single: true}}
		r.read(file, data)
	}
	return &r.page
}

// pageSparse is how many bytes of a page come on each tag or line, at least, of pages that have a cable.
const pageSparse = 16

func (r *htmlReader) read(file string, data []byte) {
	r.document = &document{file: file, data: data, runs: []run{}}
	r.b.Grow(len(data) / 2)
	// Most runs are lines with the entity of their end, most markup is tags. Files of nothing but signs
	// that may begin either must not cost many times their size.
	tags, most := bytes.Count(data, []byte("<"))+1, len(data)/pageSparse
	r.runs = make([]run, 0, min(2*bytes.Count(data, []byte("&"))+2*bytes.Count(data, []byte(nbsp))+tags/2, most))
	r.markup = make([]model.Span, 0, min(tags+64, most))
	s := pageScanner{data: data}
	for s.next() {
		if s.kind == nethtml.TextToken && s.span.Start >= r.skip {
			r.textToken(s.span)
			continue
		}
		r.markup = append(r.markup, s.span)
		if s.span.Start < r.skip {
			continue
		}
		switch {
		case s.tag != nil:
			shown := r.unseen.depth == 0
			if r.tag(s.tag, s.kind, s.attrs); shown {
				r.unseen.at = s.span.Start
			}
		case s.kind == nethtml.DoctypeToken:
			r.skip = typeEnd(data, s.span)
		}
	}
	if at := s.span.End; at < len(data) { // the file ends inside a tag
		r.markup = append(r.markup, model.Span{Start: at, End: len(data)})
	}
	r.tellUnclosed()
	for len(r.open) > 0 {
		r.close(r.elements[r.open[len(r.open)-1]].tag)
	}
	r.text = r.b.String()
}

// tellUnclosed warns of what has no end and so takes the rest of the page out of sight.
func (r *htmlReader) tellUnclosed() {
	what, at := "", r.unseen.at
	if r.unseen.depth > 0 {
		what = "the element <" + r.unseen.name + ">"
	} else if n := len(r.markup); n > 0 && r.markup[n-1].End == len(r.data) {
		last := r.data[r.markup[n-1].Start:]
		if bytes.HasPrefix(last, []byte("<!--")) && !bytes.HasSuffix(last, []byte(">")) {
			what, at = "a comment", r.markup[n-1].Start
		}
	}
	if what != "" {
		r.warnings = append(r.warnings, model.Warning{Kind: WarnMarkup, At: model.Span{Start: at, End: len(r.data)},
			Text: fmt.Sprintf("the page ends inside %s, which begins at byte %d and has no end: nothing from there on is shown", what, at)})
	}
}

// typeEnd returns where a document type ends: behind the declarations in brackets that it may hold.
func typeEnd(data []byte, s model.Span) int {
	open := bytes.IndexByte(data[s.Start:s.End], '[')
	if open < 0 {
		return s.End
	}
	end := bytes.IndexByte(data[s.Start+open:], ']')
	if end < 0 {
		return s.End
	}
	end += s.Start + open + 1
	rest := bytes.TrimLeft(data[end:], " \t\r\n")
	if !bytes.HasPrefix(rest, []byte(">")) {
		return max(s.End, end)
	}
	return max(s.End, len(data)-len(rest)+1)
}

// textToken takes over text. Inside the site's anchors the pilcrow is markup, not text.
func (r *htmlReader) textToken(s model.Span) {
	raw := r.data[s.Start:s.End]
	if r.unseen.depth > 0 || (r.pilcr && strings.TrimSpace(html.UnescapeString(string(raw))) == "¶") {
		r.markup = append(r.markup, s)
		return
	}
	if r.broke {
		r.broke = false
		if !bytes.HasPrefix(raw, []byte("\n")) && !bytes.HasPrefix(raw, []byte("\r")) && !strings.HasPrefix(html.UnescapeString(string(raw[:min(len(raw), 8)])), "\n") {
			r.b.WriteByte('\n')
		}
	}
	for i := s.Start; i < s.End; {
		switch c := r.data[i]; {
		case c == '&':
			i += r.entity(i, s.End)
		case r.pre == 0 && (c == '\n' || c == '\r'):
			for i < s.End && (r.data[i] == '\n' || r.data[i] == '\r' || r.data[i] == ' ' || r.data[i] == '\t') {
				i++
			}
			if text := r.b.String(); !strings.HasSuffix(text, " ") {
				r.b.WriteByte(' ') // a line end outside pre is a blank, and belongs to no run
			}
		default:
			end := s.End
			if r.pre > 0 {
				if n := bytes.IndexByte(r.data[i:s.End], '&'); n >= 0 {
					end = i + n
				}
			} else if n := bytes.IndexAny(r.data[i:s.End], "&\n\r"); n >= 0 {
				end = i + n
			}
			r.appendBytes(&r.b, i, end)
			i = end
		}
	}
}

// entity decodes the character reference at data[i]; it returns how many bytes it took.
func (r *htmlReader) entity(i, end int) int {
	const lineEnd = "&#x000A;" // the site's, at the end of every line
	if bytes.HasPrefix(r.data[i:end], []byte(lineEnd)) {
		r.addRun(run{text: r.b.Len(), file: i, textLen: 1, fileLen: len(lineEnd), kind: decoded})
		r.b.WriteByte('\n')
		return len(lineEnd)
	}
	const longest = 33 // &CounterClockwiseContourIntegral;
	limit := min(end, i+longest)
	n := 1
	for i+n < limit && (isAlnum(r.data[i+n]) || (n == 1 && r.data[i+n] == '#')) {
		n++
	}
	if i+n < limit && r.data[i+n] == ';' {
		n++
	}
	raw := string(r.data[i : i+n])
	text := html.UnescapeString(raw)
	if text == raw { // a lone ampersand
		r.appendBytes(&r.b, i, i+1)
		return 1
	}
	// Without its semicolon a reference ends where the letters behind it come through as they are.
	_, first := utf8.DecodeRuneInString(text)
	for len(text) > first && raw[n-1] == text[len(text)-1] {
		n, text = n-1, text[:len(text)-1]
	}
	if text == nbsp {
		text = " "
	}
	r.addRun(run{text: r.b.Len(), file: i, textLen: len(text), fileLen: n, kind: decoded})
	r.b.WriteString(text)
	return n
}

// tag notes what a tag does to the text around it.
func (r *htmlReader) tag(tag *tagForm, kind nethtml.TokenType, attrs attributes) {
	end := kind == nethtml.EndTagToken
	if r.unseen.tag(tag, kind, attrs) {
		return
	}
	if tag.line || tag.apart {
		r.boundary(tag, end)
	}
	switch name := tag.name; name {
	case "br":
		if r.pre > 0 {
			r.broke = true
		} else {
			r.b.WriteByte('\n')
		}
	case "table":
		r.table = !end && (r.table || attrs.cable)
	case "a":
		r.pilcr = !end && attrs.paragraph
	case "pre":
		r.pre = max(0, r.pre+delta(end))
		r.element(name, end)
	case "th", "td":
		if r.table || end {
			r.element(name, end)
		}
	case "li":
		r.element(name, end)
	}
}

// boundary ends the line before a tag that begins one.
func (r *htmlReader) boundary(tag *tagForm, end bool) {
	empty := r.blocks.boundary(tag, end, r.b.String(), r.pre > 0)
	switch {
	case r.blocks.single && tag.either:
		r.lineEnds(1)
		if empty {
			r.b.WriteByte('\n') // the page's empty line
		}
	case tag.apart:
		r.lineEnds(2)
	default:
		r.lineEnds(1)
	}
	r.blocks.from = r.b.Len()
}

func delta(end bool) int {
	if end {
		return -1
	}
	return 1
}

// element opens or closes an element that the parser looks at.
func (r *htmlReader) element(name string, end bool) {
	if end {
		r.close(name)
		return
	}
	r.open = append(r.open, len(r.elements))
	r.elements = append(r.elements, element{tag: name, text: model.Span{Start: r.b.Len(), End: r.b.Len()}})
}

// close ends the innermost open element of that name and all inside it. An end tag without a
// start tag is passed over.
func (r *htmlReader) close(name string) {
	const deepest = 64 // how far up an end tag looks, so that reading stays linear
	for i := len(r.open) - 1; i >= max(0, len(r.open)-deepest); i-- {
		if r.elements[r.open[i]].tag != name {
			continue
		}
		for _, e := range r.open[i:] {
			r.elements[e].text.End = r.b.Len()
		}
		r.open = r.open[:i]
		return
	}
}

// lineEnds makes the text so far end in at least n line ends.
func (r *htmlReader) lineEnds(n int) {
	text := r.b.String()
	have := 0
	for i := len(text) - 1; i >= 0 && have < n; i-- {
		if text[i] == '\n' {
			have++
		} else if text[i] != ' ' && text[i] != '\t' {
			break
		}
	}
	for ; have < n && len(text) > 0; have++ {
		r.b.WriteByte('\n')
	}
}
