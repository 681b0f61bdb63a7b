package parser

import (
	"strings"

	"reftel/model"
)

// markdown is a document of the Australian edition as text: the signs of YAML and Markdown are taken
// out. Lines of the source and of the text are the same ones.
type markdown struct {
	*document              // the text
	source    *document    // with the signs
	from, to  []line       // lines of the source, and of the text
	body      int          // the first line behind the front matter
	signs     []noteSign   // signs of notes, in order
	cuts      []model.Span // of the source's text, in order
}

// noteSign is the sign of a note, "[2]" or "[2](#f2)".
type noteSign struct {
	file   model.Span
	number string
	linked bool // a link leads to the note
}

// readMarkdown decodes a file and takes the signs out.
func readMarkdown(file string, data []byte) *markdown {
	m := &markdown{source: decodePlain(file, data)}
	all := model.Span{Start: 0, End: len(m.source.text)}
	m.from = m.source.lines(all)
	m.frontMatter()
	for _, l := range m.from[m.body:] {
		m.line(l)
	}
	m.document = m.source.cut(m.cuts)
	m.mapLines()
	return m
}

// mapLines finds the lines of the source in the text: those that held nothing but signs are empty.
func (m *markdown) mapLines() {
	next, gone := 0, 0
	place := func(at int) int {
		for next < len(m.cuts) && m.cuts[next].End <= at {
			gone += m.cuts[next].Len()
			next++
		}
		return at - gone
	}
	m.to = make([]line, len(m.from))
	for i, l := range m.from {
		raw := model.Span{Start: place(l.raw.Start)}
		raw.End = place(l.raw.End)
		m.to[i] = line{raw: raw, span: m.trim(raw)}
	}
}

// cut returns the document without spans of its text, which become markup. They are in order and do not
// overlap, and hold no line ends.
func (d *document) cut(spans []model.Span) *document {
	out := &document{file: d.file, data: d.data, markup: d.markup, warnings: d.warnings, runs: []run{}}
	var b strings.Builder
	b.Grow(len(d.text))
	keep := func(s model.Span) {
		d.eachPart(s, func(p run) {
			p.text += b.Len() - s.Start
			out.addRun(p)
		})
		b.WriteString(d.text[s.Start:s.End])
	}
	at := 0
	for _, s := range spans {
		keep(model.Span{Start: at, End: s.Start})
		d.eachRun(s, func(_, file model.Span) { out.markup = append(out.markup, file) })
		at = s.End
	}
	keep(model.Span{Start: at, End: len(d.text)})
	out.text = b.String()
	return out
}

// take notes a span of the source as a sign to be taken out.
func (m *markdown) take(start, end int) {
	m.cuts = append(m.cuts, model.Span{Start: start, End: end})
}

const frontMatterFence = "---"

// frontMatter finds the lines above the text and takes the signs of YAML out: fences, the colon behind
// a key, dashes of lists, quotation marks around values.
func (m *markdown) frontMatter() {
	if len(m.from) == 0 || m.source.line(m.from[0]) != frontMatterFence {
		return
	}
	end := 1
	for end < len(m.from) && m.source.line(m.from[end]) != frontMatterFence {
		end++
	}
	if end == len(m.from) {
		return
	}
	m.body = end + 1
	m.take(m.from[0].span.Start, m.from[0].span.End)
	text := m.source.text
	for i := 1; i < end; {
		next := i + 1
		for next < end && yamlKey(m.source.line(m.from[next])) == 0 {
			next++
		}
		m.value(i, next, text)
		i = next
	}
	m.take(m.from[end].span.Start, m.from[end].span.End)
}

// yamlKey returns the length of the key that a line begins with, its dash and colon included; 0 for
// lines that go on with a value.
func yamlKey(s string) int {
	at := 0
	if strings.HasPrefix(s, "- ") {
		at = 2
	}
	end := at
	for end < len(s) && (isLower(s[end]) || s[end] == '_' || isDigit(s[end]) && end > at) {
		end++
	}
	if end == at || end >= len(s) || s[end] != ':' || end+1 < len(s) && s[end+1] != ' ' {
		return 0
	}
	return end + 1
}

// value takes the signs out of a key and its value, which stands in lines i to next.
func (m *markdown) value(i, next int, text string) {
	l := m.from[i]
	n := yamlKey(m.source.line(l))
	if n == 0 {
		return
	}
	if text[l.span.Start] == '-' {
		m.take(l.span.Start, l.span.Start+1)
	}
	m.take(l.span.Start+n-1, l.span.Start+n)
	all := m.source.trim(model.Span{Start: l.span.Start + n, End: m.from[next-1].span.End})
	for at := all.Start; at < all.End; at++ { // "title: Hill to Jones [1]"
		if end := scanDigits(text, at+1); text[at] == '[' && end > at+1 && end < all.End && text[end] == ']' {
			m.signs = append(m.signs, noteSign{file: m.source.fileSpan(model.Span{Start: at, End: end + 1}), number: text[at+1 : end]})
		}
	}
	if all.Len() < 2 || text[all.Start] != '\'' && text[all.Start] != '"' || text[all.End-1] != text[all.Start] {
		return
	}
	quote := text[all.Start]
	m.take(all.Start, all.Start+1)
	for at := all.Start + 1; at < all.End-1; at++ {
		if quote == '\'' && text[at] == quote && text[at+1] == quote && at+1 < all.End-1 || quote == '"' && text[at] == '\\' {
			m.take(at, at+1)
			at++
		}
	}
	m.take(all.End-1, all.End)
}

// line takes the signs of Markdown out of a line.
func (m *markdown) line(l line) {
	text := m.source.text[:l.span.End]
	at := m.lineStart(l)
	for at < len(text) {
		switch c := text[at]; c {
		case '\\':
			if at+1 < len(text) && isPunct(text[at+1]) {
				m.take(at, at+1)
				at++
			}
		case '_', '*':
			end := at
			for end < len(text) && text[end] == c {
				end++
			}
			if m.isEmphasis(l, at, end) {
				m.take(at, end)
			}
			at = end
			continue
		case '[':
			if end := m.bracket(text, at); end > at {
				at = end
				continue
			}
		}
		at++
	}
}

// lineStart takes out the signs that begin a line: of quotations, headings and lists that the source
// numbers itself. It returns where the text goes on.
func (m *markdown) lineStart(l line) int {
	text := m.source.text[:l.span.End]
	at := l.span.Start
	for at < len(text) && text[at] == '>' {
		m.take(at, at+1)
		at = scanBlanks(text, at+1)
	}
	if end := at + len(text[at:]) - len(strings.TrimLeft(text[at:], "#")); end > at && end < len(text) && text[end] == ' ' {
		m.take(at, end)
		return end
	}
	if rest := text[at:]; strings.HasPrefix(rest, "* ") { // "* 1 In late ...": a list of notes
		next := scanBlanks(text, at+1)
		if number, _ := noteNumber(text[next:]); number > 0 {
			m.take(at, at+1)
			return next
		}
	}
	_, n := documentNumber(text[at:])
	if own := scanDigits(text, at+n); n > 0 && own > at+n && strings.HasPrefix(text[own:], `\.`) { // "  6. 6\. The ..."
		m.take(at, at+n)
		return at + n
	}
	return at
}

// isEmphasis reports whether a run of asterisks or underscores sets its words off. An asterisk alone is
// the text's own, and so are underscores inside a word, or three and more of them.
func (m *markdown) isEmphasis(l line, at, end int) bool {
	text := m.source.text
	if text[at] == '*' {
		return end-at >= 2
	}
	if end-at > 2 {
		return false
	}
	inside := at > l.span.Start && isAlnum(text[at-1]) && end < l.span.End && isAlnum(text[end])
	return !inside
}

// bracket reads what begins with a bracket: the sign of a note is kept, and the target of a link taken
// out. It returns where the text goes on, at if nothing was read.
func (m *markdown) bracket(text string, at int) int {
	const longest = 48
	n := strings.IndexAny(text[at+1:min(len(text), at+longest)], "[]")
	if n < 0 || text[at+1+n] != ']' {
		return at
	}
	end := at + n + 2
	label := strings.TrimPrefix(text[at+1:end-1], "^")
	target := linkTarget(text[end:])
	if target > 0 && label == "" { // nothing to read
		m.take(at, end+target)
		return end + target
	}
	if allDigits(label) && label != "" && len(label) <= 3 {
		m.signs = append(m.signs, noteSign{file: m.source.fileSpan(model.Span{Start: at, End: end}), number: label,
			linked: target > 0 || strings.HasPrefix(text[at:], "[^")})
	} else if target == 0 {
		return at
	}
	if target > 0 {
		m.take(end, end+target)
	}
	return end + target
}

// linkTarget returns the length of "(#f1)" at the start of s; 0 if no target of a link stands there.
func linkTarget(s string) int {
	const longest = 200
	if !strings.HasPrefix(s, "(#") && !strings.HasPrefix(s, "(http") {
		return 0
	}
	end := strings.IndexAny(s[:min(len(s), longest)], ") ")
	if end < 0 || s[end] != ')' {
		return 0
	}
	return end + 1
}

func isPunct(c byte) bool { return c > ' ' && c < 0x7f && !isAlnum(c) }
