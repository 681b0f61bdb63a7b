package cli

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"reftel/model"
)

// wrap divides text into lines that are at most width cells wide, those after the first of the
// whole text at most width less hang. Lines end where the text has a line end, and else at blanks,
// which belong to no line then. A word that is wider than a line is left whole: the terminal breaks
// it, and copying it from there gives it back in one piece.
func wrap(text string, width, hang int) []model.Span {
	var lines []model.Span
	for start := 0; ; {
		end := start + len(text[start:])
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		lines = wrapLine(lines, text, model.Span{Start: start, End: end}, width, hang)
		if end == len(text) {
			return lines
		}
		start = end + 1
	}
}

// wrapLine appends the lines of one line of text.
func wrapLine(lines []model.Span, text string, line model.Span, width, hang int) []model.Span {
	begin, cells := line.Start, 0
	for at := line.Start; at < line.End; {
		word := at
		for word < line.End && text[word] == ' ' {
			word++
		}
		end := word
		for end < line.End && text[end] != ' ' {
			end++
		}
		limit := width
		if len(lines) > 0 {
			limit -= hang
		}
		wide := ansi.StringWidth(text[word:end])
		if at > begin && cells+word-at+wide > limit && word < line.End {
			lines = append(lines, model.Span{Start: begin, End: at})
			begin, cells = word, wide
		} else {
			cells += word - at + wide
		}
		at = end
	}
	return append(lines, model.Span{Start: begin, End: line.End})
}
