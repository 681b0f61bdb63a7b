package export

import (
	"strings"
)

// Escaping for Markdown. Each sign that some dialect would act on has a backslash before it, and only those, so that the
// text can still be read. A text comes here when it is visible: it has no control character but line ends and tabs.

// alwaysEscaped are signs that act wherever they stand: code, emphasis, links, entities, tables, formulas, mentions and
// numbers of issues, attributes.
const alwaysEscaped = "\\`*_{}[]<>&|~^$@#"

// escapeLine escapes a text for one line: a heading, a line of facts.
func escapeLine(s string) string { return escapeMarkdown(strings.Join(strings.Fields(s), " ")) }

// escapeText escapes a paragraph; its line ends stay.
func escapeText(s string) string {
	var out []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(strings.ReplaceAll(line, "\t", " ")); line != "" {
			out = append(out, escapeMarkdown(line))
		}
	}
	return hardLines(out)
}

// hardLines puts lines together that stay apart in what is made of them. A backslash at the end of a line does that, and
// behind one that is text some programs take it for text, too, so that such a one is written as its number.
func hardLines(lines []string) string {
	for i, line := range lines[:max(0, len(lines)-1)] {
		if head, ok := strings.CutSuffix(line, `\\`); ok {
			lines[i] = head + "&#92;"
		}
	}
	return strings.Join(lines, "\\\n")
}

// escapeMarkdown escapes a text of one line, which begins a line.
func escapeMarkdown(s string) string {
	var out strings.Builder
	digits := true // only digits until here
	for i := range len(s) {
		c := s[i]
		if acts(s, i, digits) {
			out.WriteByte('\\')
		}
		out.WriteByte(c)
		digits = digits && isDigit(c)
	}
	return out.String()
}

// acts reports whether the byte at i may act on what is made of the text. number says that only digits stand before it.
func acts(s string, i int, number bool) bool {
	c, before, after := s[i], byte(' '), byte(' ')
	if i > 0 {
		before = s[i-1]
	}
	if i+1 < len(s) {
		after = s[i+1]
	}
	switch c {
	case '-', '=', '+', '%': // lists, underlines; doubled: dashes, marks, insertions, comments
		return i == 0 || before == c || after == c
	case ':': // definitions; addresses, and the names of pictures; but not the time of day
		return i == 0 || after != ' ' && !(isDigit(before) && isDigit(after))
	case '.': // numbers of lists; dots that become an ellipsis; www.
		return number && i > 0 || before == c || after == c || i >= 3 && strings.EqualFold(s[i-3:i], "www")
	case ')':
		return number && i > 0
	}
	return strings.IndexByte(alwaysEscaped, c) >= 0
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
