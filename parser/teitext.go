package parser

import (
	"html"
	"strings"
	"unicode/utf8"

	"reftel/model"
)

// teiGap is what parts the next words of a block from those before. A wider one wins.
type teiGap uint8

const (
	noGap teiGap = iota
	blankGap
	cellGap // between the cells of a table
	lineGap
)

var teiGaps = [...]string{noGap: "", blankGap: " ", cellGap: "    ", lineGap: "\n"}

// teiBlock is a block while its words are gathered from between the tags.
type teiBlock struct {
	block model.Block // its text and pieces come last
	text  []byte
	done  string // the text when it is complete
	parts []teiPart
	gap   teiGap // before the next words

	lead     int  // bytes of text that a label gave, or the head of a header list
	label    int  // length of the text at the end of the last label
	depth    int  // of the list it stands in
	inside   bool // that list is part of a paragraph
	attached bool // it belongs to an enclosed document

	marks    []model.Mark // in the text; Block is set when the cable is made
	mentions []teiMention
	misnamed int            // names in the lead, which are none
	cells    []teiCellStart // of a table
}

// teiPart ties a run of a block's text to the text of the file.
type teiPart struct {
	at     int        // in the block
	from   model.Span // in the file's text
	entity int        // bytes that a character reference gave; 0 where the bytes are the same
}

func (p teiPart) end() int {
	if p.entity > 0 {
		return p.at + p.entity
	}
	return p.at + p.from.Len()
}

// teiMention is a name that the markup gives.
type teiMention struct {
	kind model.NameKind
	key  string
	span model.Span
}

// add appends the words of a stretch of the file's text: white space of any kind and amount is one
// blank, as TEI means it. literal words have no character references. It returns the places
// of references that gave nothing but white space.
func (b *teiBlock) add(d *document, s model.Span, literal bool) (blanks []model.Span) {
	text := d.text
	for i := s.Start; i < s.End; {
		switch c := text[i]; {
		case scanIsBlank(c) || c == '\r':
			b.part(blankGap)
			i = min(scanSpace(text, i), s.End)
		case c == '&' && !literal:
			n, word := teiEntity(text[i:s.End])
			at := model.Span{Start: i, End: i + n}
			i += n
			switch {
			case word == "":
				b.words(d, at)
			case isBlank(word):
				b.part(blankGap)
				blanks = append(blanks, at)
			default:
				b.open()
				b.parts = append(b.parts, teiPart{at: len(b.text), from: at, entity: len(word)})
				b.text = append(b.text, word...)
			}
		default:
			end := teiWords(text, i, s.End, literal)
			b.words(d, model.Span{Start: i, End: end})
			i = end
		}
	}
	return blanks
}

// teiWords returns the end of the words at i, with single blanks between them.
func teiWords(text string, i, end int, literal bool) int {
	for ; i < end; i++ {
		switch text[i] {
		case '\n', '\r', '\t':
			return i
		case '&':
			if !literal {
				return i
			}
		case ' ':
			if i+1 == end || text[i+1] == ' ' || text[i+1] == '\n' || text[i+1] == '\r' || text[i+1] == '\t' {
				return i
			}
		}
	}
	return end
}

// teiEntity decodes the character reference at the start of s. word is "" when there is none: a lone
// ampersand, or an entity that only the document's own declarations could explain.
func teiEntity(s string) (n int, word string) {
	const longest = 33 // &CounterClockwiseContourIntegral;
	n = 1
	for n < min(len(s), longest) && (isAlnum(s[n]) || n == 1 && s[n] == '#') {
		n++
	}
	if n == 1 || n >= len(s) || s[n] != ';' {
		return n, ""
	}
	n++
	if word = html.UnescapeString(s[:n]); word == s[:n] || strings.HasSuffix(word, ";") && s[:n] != "&semi;" {
		return n, ""
	}
	return n, word
}

// part widens the gap before the next words.
func (b *teiBlock) part(g teiGap) { b.gap = max(b.gap, g) }

// open writes the gap.
func (b *teiBlock) open() {
	if len(b.text) > 0 {
		b.text = append(b.text, teiGaps[b.gap]...)
	}
	b.gap = noGap
}

// words appends text as it stands.
func (b *teiBlock) words(d *document, s model.Span) {
	b.open()
	if n := len(b.parts); n > 0 && b.parts[n-1].entity == 0 && b.parts[n-1].from.End == s.Start && b.parts[n-1].end() == len(b.text) {
		b.parts[n-1].from.End = s.End
	} else {
		b.parts = append(b.parts, teiPart{at: len(b.text), from: s})
	}
	b.text = append(b.text, d.text[s.Start:s.End]...)
}

// since returns the span of what was added since the text was at bytes long, without the gap before.
func (b *teiBlock) since(at int) model.Span {
	s := model.Span{Start: at, End: len(b.text)}
	for s.Start < s.End && scanIsBlank(b.text[s.Start]) {
		s.Start++
	}
	return s
}

// mark notes a mark behind the words so far.
func (b *teiBlock) mark(m model.Mark) {
	m.Span = model.Span{Start: len(b.text), End: len(b.text)}
	b.marks = append(b.marks, m)
}

// takeLead makes the first n bytes of the text the block's lead. It refuses where a mark stands
// inside them, for a lead is one stretch of the file.
func (b *teiBlock) takeLead(d *document, n int) bool {
	for i := range b.marks {
		if at := b.marks[i].Span.Start; at > 0 && at < n {
			return false
		}
	}
	text := strings.TrimRight(b.done[:n], " \n")
	if text == "" {
		return false
	}
	from := model.Span{Start: b.parts[0].from.Start}
	for _, p := range b.parts {
		if p.at < len(text) {
			if from.End = p.from.End; p.entity == 0 {
				from.End = min(from.End, p.from.Start+len(text)-p.at)
			}
		}
	}
	start := n
	for start < len(b.done) && scanIsBlank(b.done[start]) {
		start++
	}
	b.block.Lead, b.block.LeadAt = joinLines(text), d.fileSpan(from)
	b.cut(start)
	return true
}

// seal says that the words are complete.
func (b *teiBlock) seal() { b.done = string(b.text) }

// cut takes the first n bytes off the text.
func (b *teiBlock) cut(n int) {
	b.done = b.done[n:]
	parts := b.parts[:0]
	for _, p := range b.parts {
		if p.end() <= n {
			continue
		}
		if p.at < n {
			p.from.Start += n - p.at
			p.at = n
		}
		p.at -= n
		parts = append(parts, p)
	}
	b.parts = parts
	kept := b.marks[:0]
	for _, m := range b.marks {
		m.Span = model.Span{Start: max(0, m.Span.Start-n), End: max(0, m.Span.End-n)}
		if m.Kind != model.Citation || !m.Span.Empty() {
			kept = append(kept, m)
		}
	}
	b.marks = kept
	names := b.mentions[:0]
	for _, m := range b.mentions {
		if m.span.Start >= n {
			m.span = m.span.Shift(-n)
			names = append(names, m)
		} else {
			b.misnamed++
		}
	}
	b.mentions = names
}

// finish gives the block its text and the way back to the file.
func (b *teiBlock) finish(d *document) {
	b.block.Text = b.done
	b.block.Pieces = make([]model.Piece, 0, len(b.parts))
	for _, p := range b.parts {
		if p.entity == 0 && d.runs == nil {
			b.block.Pieces = append(b.block.Pieces, model.Piece{Text: model.Span{Start: p.at, End: p.end()}, File: p.from})
			continue
		}
		if p.entity == 0 {
			b.block.Pieces = d.appendPieces(b.block.Pieces, p.from, p.at)
			continue
		}
		file := d.fileSpan(p.from)
		if file.Len() == p.entity { // pieces of equal length promise equal bytes
			b.block.Pieces = append(b.block.Pieces, model.Piece{Text: model.Span{Start: p.at, End: p.at}, File: model.Span{Start: file.Start, End: file.Start + 1}})
			file.Start++
		}
		b.block.Pieces = append(b.block.Pieces, model.Piece{Text: model.Span{Start: p.at, End: p.end()}, File: file})
	}
}

// teiBuffers are what a finished block leaves for the next to gather its words in.
type teiBuffers struct {
	text  []byte
	parts []teiPart
}

// lend gives a new block buffers of a finished one.
func (r *teiReader) lend(b *teiBlock) *teiBlock {
	if n := len(r.spare); n > 0 {
		b.text, b.parts = r.spare[n-1].text[:0], r.spare[n-1].parts[:0]
		r.spare = r.spare[:n-1]
	}
	return b
}

// finish finishes a block and takes its buffers back.
func (r *teiReader) finish(b *teiBlock) {
	b.finish(r.document)
	r.spare = append(r.spare, teiBuffers{b.text, b.parts})
	b.text, b.parts = nil, nil
}

// firstRune and lastRune return the character at an end of s, 0 when s is empty.
func firstRune(s string) rune {
	if s == "" {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	if s == "" {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
