package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reftel/model"
)

// line is one line of a document, or a part of one where several fields share it.
type line struct {
	raw   model.Span // in the document's text, without the line end
	span  model.Span // raw without the blanks around it
	glued bool       // goes on in the physical line of the line before
	mark  *pageMark  // no text: a stamp, or the head that a section repeats, over one line of the source or more
}

func (l line) blank() bool { return l.span.Empty() }

// text returns the line without the blanks around it.
func (d *document) line(l line) string { return d.text[l.span.Start:l.span.End] }

// split cuts a line in two at an offset into its trimmed text.
func (d *document) split(l line, at int) (head, tail line) {
	at += l.span.Start
	head, tail = l, l
	head.raw.End, tail.raw.Start = at, at
	head.span, tail.span = d.trim(head.raw), d.trim(tail.raw)
	tail.glued = true
	return head, tail
}

// trim takes the blanks off both ends of a span.
func (d *document) trim(s model.Span) model.Span {
	for s.Start < s.End && d.text[s.Start] == ' ' {
		s.Start++
	}
	if s.Empty() {
		return s
	}
	if isSolid(d.text[s.Start]) {
		for d.text[s.End-1] == ' ' {
			s.End--
		}
		if isSolid(d.text[s.End-1]) {
			return s
		}
	}
	text := d.text[s.Start:s.End] // with other blanks
	left := strings.TrimLeftFunc(text, unicode.IsSpace)
	s.Start = s.End - len(left)
	s.End = s.Start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	return s
}

// hold reports whether a word stands in the lines, or between them.
func (d *document) hold(lines []line, word string) bool {
	n := reach(lines)
	return n > 0 && strings.Contains(d.text[lines[0].raw.Start:lines[0].raw.Start+n], word)
}

// reach returns how many bytes of the document lie between the first line and the last.
func reach(lines []line) int {
	if len(lines) == 0 {
		return 0
	}
	return max(0, lines[len(lines)-1].raw.End-lines[0].raw.Start)
}

// isSolid reports whether a byte is a character of its own and no blank.
func isSolid(c byte) bool { return ' ' < c && c < utf8.RuneSelf }

// lines splits a span of the text at line feeds, carriage returns or both together.
func (d *document) lines(s model.Span) []line {
	return d.appendLines(make([]line, 0, strings.Count(d.text[s.Start:s.End], "\n")+1), s)
}

// appendLines appends the lines of a span of the text.
func (d *document) appendLines(out []line, s model.Span) []line {
	feed, carriage := s.Start-1, s.Start-1 // the next of each
	for at := s.Start; at < s.End; {
		if feed < at {
			feed = nextByte(d.text[:s.End], at, '\n')
		}
		if carriage < at {
			carriage = nextByte(d.text[:s.End], at, '\r')
		}
		end := min(feed, carriage)
		raw := model.Span{Start: at, End: end}
		out = append(out, line{raw: raw, span: d.trim(raw)})
		if end == carriage && end+1 == feed {
			end++
		}
		at = end + 1
	}
	return out
}

// isRule reports whether s is an underline or a row of signs: nothing but dashes, equal signs,
// asterisks, underscores, tildes and blanks. A lone "-" is the spacer line of the 1970s.
func isRule(s string) bool {
	if s != "" && isAlnum(s[0]) {
		return false
	}
	signs := 0
	for _, r := range s {
		switch {
		case r == '-' || r == '=' || r == '*' || r == '_' || r == '~' || r == '#' || r == '+' || (r >= '\u2010' && r <= '\u2015'):
			signs++
		case r != ' ' && r != '\t':
			return false
		}
	}
	return signs >= 3 || s == "-" || s == "--"
}

// endsSentence reports whether a text may stop here: its last sign ends a sentence, also inside
// closing quotes and brackets.
func endsSentence(s string) bool {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '.', '!', '?', ':', ';', '\u2026':
			return true
		case '"', '\'', ')', ']', '\u201d', '\u2019', '\u00bb', ' ', '*':
			s = s[:len(s)-n]
		default:
			return false
		}
	}
	return true
}

// startsUpper reports whether a text begins like a sentence or an entry of a list: with a capital,
// a digit, or one of them behind an opening quote or bracket.
func startsUpper(s string) bool {
	if s != "" && isAlnum(s[0]) {
		return !isLower(s[0])
	}
	for _, r := range s {
		switch {
		case unicode.IsUpper(r) || unicode.IsDigit(r):
			return true
		case strings.ContainsRune(" \"'([\u201c\u2018-*\u2022/", r):
		default:
			return false
		}
	}
	return false
}

// startsLower reports whether a text begins in the middle of a sentence.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r) || r == ',' || r == ';' || r == ')'
}

// allCapitals reports whether s has letters and none of them is small.
func allCapitals(s string) bool {
	letters := false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if isLower(c) {
				return false
			}
			letters = letters || isUpper(c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
		i += n
	}
	return letters
}
