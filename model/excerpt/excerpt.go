// Package excerpt shortens texts for places that have little room: a row, a line of a message.
package excerpt

import (
	"strings"
	"unicode/utf8"

	"reftel/model"
)

// OneLine returns a text on one line: every run of white space is one blank, none at the ends.
func OneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// OneBlank returns a text with every run of blanks, tabs and line ends as one blank, also at its ends, where more words
// follow.
func OneBlank(text string) string {
	var b strings.Builder
	blank := false
	for i := range len(text) {
		if c := text[i]; c != ' ' && c != '\n' && c != '\t' {
			b.WriteByte(c)
			blank = false
		} else if !blank {
			b.WriteByte(' ')
			blank = true
		}
	}
	return b.String()
}

// FirstWords returns the beginning of a text on one line, at most so many bytes of it, cut between
// words and then with an ellipsis. A first word that is longer is left whole. It reads no more of a
// long text than it shows.
func FirstWords(text string, most int) string {
	head := cutAt(text, 4*most) // room for white space that goes
	words := OneLine(head)
	if len(words) <= most && len(head) == len(text) {
		return words
	}
	end := strings.LastIndexByte(cutAt(words, most+1), ' ')
	if end < 0 {
		end = strings.IndexByte(words, ' ')
	}
	if end < 0 {
		return words
	}
	return words[:end] + " …"
}

// Around returns the span of text that holds s with some words before and behind it, at most so
// many bytes of each, cut between words where there is a blank and between characters where not.
// What is left out can be seen from the ends of the span. An s that is not in text is moved into it.
func Around(text string, s model.Span, before, behind int) model.Span {
	s.Start = max(0, min(s.Start, len(text)))
	s.End = max(s.Start, min(s.End, len(text)))
	out := model.Span{End: len(text)}
	if s.Start > before {
		out.Start = s.Start - before
		for out.Start < s.Start && !utf8.RuneStart(text[out.Start]) {
			out.Start++
		}
		head := text[out.Start:s.Start]
		if i := strings.IndexAny(head, blanks); i >= 0 && !isBlank(text[out.Start-1]) {
			head = head[i:] // a word was cut
		}
		out.Start = s.Start - len(strings.TrimLeft(head, blanks))
	}
	if len(text)-s.End > behind {
		tail := cutAt(text[s.End:], behind)
		if i := strings.LastIndexAny(tail, blanks); i >= 0 && !isBlank(text[s.End+len(tail)]) {
			tail = tail[:i]
		}
		out.End = s.End + len(strings.TrimRight(tail, blanks))
	}
	return out
}

// blanks are what parts words in the text of a cable.
const blanks = " \n"

func isBlank(c byte) bool { return strings.IndexByte(blanks, c) >= 0 }

// cutAt returns at most n bytes of a text, no character cut through.
func cutAt(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}
