package parser

import (
	"strings"

	"reftel/model"
)

// The stamps with which the Department of State released its telegrams of the 1970s. The archive printed
// them at the head and foot of each sheet of its own, so they stand anywhere in the text (FORMATS section 3).

// stampWords are the words of every stamp, behind the name of the official who had it set, if any, and in
// front of the day.
var stampWords = [...]string{"Declassified/Released", "US", "Department", "of", "State", "EO", "Systematic", "Review"}

// stampState is how much of a stamp was read.
type stampState struct {
	name int // words of the official's name
	next int // words of stampWords and of the day
}

// stampLength is the number of words of a stamp without the name: the day has three.
const stampLength = len(stampWords) + 3

// markStamps makes one marked line of the lines of each stamp, so that nothing takes them for text.
func (t *telegram) markStamps(lines []line) []line {
	if !t.doc.hold(lines, stampWords[0]) {
		return lines
	}
	word := -1 // where the next stamp has its first word
	out := make([]line, 0, len(lines))
	for i := 0; i < len(lines); {
		n, start := 0, lines[i].raw.Start
		if word < start {
			word = len(t.doc.text)
			if at := strings.Index(t.doc.text[start:], stampWords[0]); at >= 0 {
				word = start + at
			}
		}
		if word < lines[min(i+stampLinesMost, len(lines))-1].raw.End {
			n = t.doc.stampLines(lines[i:])
		}
		if n == 0 {
			out = append(out, lines[i])
			i++
			continue
		}
		out = append(out, spanOf(lines[i:i+n], pageMark{stamp: true}))
		i += n
	}
	return out
}

// spanOf makes one line of several that hold a mark and nothing else.
func spanOf(lines []line, m pageMark) line {
	first, last := lines[0], lines[len(lines)-1]
	l := line{raw: model.Span{Start: first.raw.Start, End: last.raw.End}, span: model.Span{Start: first.span.Start, End: last.span.End}}
	m.span = l.span
	l.mark = &m
	return l
}

// stampLinesMost is how many lines a stamp takes at most.
const stampLinesMost = 5

// stampLines returns how many of the lines are a stamp that begins with the first of them: one, or
// more, for the sheets were made by programs that broke it at will. 0 when none begins there.
func (d *document) stampLines(lines []line) int {
	var s stampState
	for i, l := range lines[:min(stampLinesMost, len(lines))] {
		if l.blank() || l.mark != nil || l.glued || l.span.Len() > 120 || !s.read(d.line(l)) {
			return 0
		}
		if s.next == stampLength {
			return i + 1
		}
	}
	return 0
}

// read goes on with a line; it returns false when the line holds anything else.
func (s *stampState) read(text string) bool {
	for word := range strings.FieldsSeq(text) {
		switch {
		case s.next < len(stampWords) && word == stampWords[s.next]:
			s.next++
		case s.next == 0: // the official: "Eleanor Q. Marsh"
			if s.name++; s.name > 4 || !isUpper(word[0]) || !isNameLike(word) || len(word) > 2 && allCapitals(word) {
				return false
			}
		case s.next == len(stampWords), s.next == len(stampWords)+2: // 30 JUN 2005
			if !allDigits(word) || len(word) > 4 {
				return false
			}
			s.next++
		case s.next == len(stampWords)+1:
			if len(word) != 3 || scanLetters(word, 0) != 3 {
				return false
			}
			s.next++
		default:
			return false
		}
		if s.next > stampLength {
			return false
		}
	}
	return true
}
