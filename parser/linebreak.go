package parser

import (
	"strings"
)

// Which line ends of the source are meant: those of paragraphs and lists, or of wrapped lines.

// firstWord returns the length of the first word of s.
func firstWord(s string) int {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return i
	}
	return len(s)
}

// breaks says how sure it is that the line end between item i-1 and item i was meant.
type breaks uint8

const (
	wrapped  breaks = iota // the sentence goes on
	perhaps                // a short line: an entry of a list, if its neighbours are short too
	breaksUp               // a new paragraph
)

// lineBreak judges the line end before item i, which no empty line marks: where the next line's
// first word would have had room, the writer meant it.
func (t *telegram) lineBreak(i int) breaks {
	last, next := t.text(i-1), t.text(i)
	n := len(last)
	switch {
	case t.marked(i) && !endsSentence(last) && !t.listsOn(i): // a page marker in mid-sentence
		return wrapped
	case t.items[i].glued || !startsUpper(next) || endsInHyphen(last):
		return wrapped
	case n > longLine:
		return t.longLineBreak(i)
	}
	width := t.width
	if width == 0 {
		width = 70
	}
	switch {
	case t.typed && endsSentence(last) && t.indent(i) > t.indent(i-1)+2:
		return breaksUp
	case t.typed && t.opensAlike(i):
		return perhaps
	case n+1+firstWord(next) > width-2:
		return wrapped
	case t.typed && endsSentence(last) && n*2 >= width:
		return wrapped
	case endsSentence(last) && n*5 < width*4 && !shortened(last):
		return breaksUp
	case n*5 < width*3 && !strings.HasSuffix(last, ",") && !(t.typed && endsInGoOn(last) && !t.isRow(i)):
		return perhaps
	}
	return wrapped
}

// shortened reports whether a line holds a row of X in place of words, so that its length says nothing.
func shortened(s string) bool {
	for word := range strings.FieldsSeq(s) {
		if startsRedacted(strings.Trim(word, ".,;:()\"'")) {
			return true
		}
	}
	return false
}

// marked reports whether a page marker stands before item i. Stamps say nothing about the lines around them.
func (t *telegram) marked(i int) bool {
	for _, m := range t.items[i].marks {
		if !m.stamp {
			return true
		}
	}
	return false
}

// listsOn reports whether a list goes on over the edge of a sheet: the lines on both sides open alike, or the last two
// above it and the one below are short.
func (t *telegram) listsOn(i int) bool {
	if !t.items[i].sheet || i < 2 || t.items[i-1].gap {
		return false
	}
	for k := i - 2; k <= i; k++ {
		if _, _, bullet := readBullet(t.text(k)); bullet > 0 || beginsParagraph(t.text(k)) || t.items[k].span.Len()*2 > t.width {
			return t.opensAlike(i)
		}
	}
	return true
}

// indent returns how far item i stands from the left.
func (t *telegram) indent(i int) int { return t.items[i].span.Start - t.items[i].raw.Start }

// longLineBreak judges the line end behind a line that is too long to be wrapped at the width of paper.
// Texts whose paragraphs are one line each still have line ends in mid-sentence: where a caption or a
// page marker was taken out, and where a program left the blank of a wrapped line's end.
func (t *telegram) longLineBreak(i int) breaks {
	last, next := t.text(i-1), t.text(i)
	before := t.items[i-1]
	switch marked := t.marked(i); {
	case endsSentence(last):
		if !marked || t.titleBehindMarker(i) {
			return breaksUp
		}
		return wrapped
	case t.width > 0, marked, before.raw.End > before.span.End, strings.HasPrefix(next, captionOfSections):
		return wrapped
	case closesText(last):
		return breaksUp
	case isDigit(next[0]):
		if _, _, bullet := readBullet(next); bullet == 0 {
			if _, ok := readNumber(next); !ok {
				return wrapped
			}
		}
	}
	if endsInGoOn(last) || strings.HasSuffix(last, ",") || quoteOpen(last) {
		return wrapped
	}
	return breaksUp
}

// titleBehindMarker reports whether item i is a short line alone between a page marker and an empty line.
func (t *telegram) titleBehindMarker(i int) bool {
	const longest = 60
	text := t.text(i)
	return len(text) <= longest && !endsSentence(text) && i+1 < len(t.items) && t.items[i+1].gap
}

// goOnWords are words that no paragraph and no entry of a list ends with.
var goOnWords = map[string]bool{"a": true, "an": true, "the": true, "and": true, "or": true, "but": true, "of": true, "to": true,
	"in": true, "on": true, "at": true, "by": true, "for": true, "from": true, "with": true, "as": true, "that": true,
	"than": true, "then": true, "which": true, "who": true, "when": true, "if": true, "into": true, "between": true,
	"his": true, "her": true, "their": true, "its": true, "our": true, "this": true, "these": true, "those": true,
	"is": true, "are": true, "was": true, "were": true, "be": true, "has": true, "have": true, "had": true, "will": true,
	"would": true, "not": true, "said": true, "end": true, "former": true, "minister": true, "president": true}

func endsInGoOn(s string) bool {
	word, _ := lossWordBefore(s, len(s))
	return goOnWords[strings.ToLower(word)]
}

// quoteOpen reports whether a quotation is open at the end of s.
func quoteOpen(s string) bool {
	const reach = 200
	s = s[max(0, len(s)-reach):]
	return strings.LastIndex(s, "\u201c") > strings.LastIndex(s, "\u201d")
}

// crowded reports whether a long text is hardly more than line ends. What is kept of each line is many
// times as long as such a line; no cable comes near.
func crowded(text string) bool {
	const least, shortest = 1 << 20, 8 // bytes: of the text, and of a line of it on average
	return len(text) >= least && (strings.Count(text, "\n")+strings.Count(text, "\r"))*shortest > len(text)
}
