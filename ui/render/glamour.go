package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/glamour/v2"
	glamouransi "charm.land/glamour/v2/ansi"
	"github.com/charmbracelet/x/ansi"
)

// maxRenderers bounds how many widths keep a glamour renderer: making one takes microseconds.
const maxRenderers = 8

// escapes makes every character that means something in Markdown stand for itself (STYLE 8.2:
// the set with which random texts came through unchanged). A backslash is printed by glamour
// before any other character, so the last four need entities.
var escapes = strings.NewReplacer(
	"\\", "\\\\", "`", "\\`", "*", "\\*", "_", "\\_", "{", "\\{", "}", "\\}", "<", "\\<", ">", "\\>",
	"[", "\\[", "]", "\\]", "(", "\\(", ")", "\\)", "#", "\\#", "+", "\\+", "-", "\\-", ".", "\\.",
	"!", "\\!", "|", "\\|",
	"&", "&amp;", "~", "&#126;", "=", "&#61;", ":", "&#58;",
)

// glamourRows lays the visible form out with glamour. ok is false when what came back is not the
// visible form but for white space at the ends of rows, or is wider than asked for: its wrapper
// lets a dash that ends a row stand out by one cell (2 in 100 paragraphs of real cables).
func (r *Renderer) glamourRows(text string, width int) (rows []row, ok bool) {
	tr, err := r.renderer(width)
	if err != nil {
		return nil, false
	}
	for start := 0; ; {
		end := lineEnd(text, start)
		if rows, ok = appendParagraph(rows, tr, text, start, end, width); !ok {
			return nil, false
		}
		if end == len(text) {
			return rows, true
		}
		start = end + 1
	}
}

// appendParagraph appends the rows of text[start:end], which glamour lays out as one paragraph.
func appendParagraph(rows []row, tr *glamour.TermRenderer, text string, start, end, width int) ([]row, bool) {
	rest := strings.TrimSpace(text[start:end])
	if rest == "" {
		return append(rows, row{start: start, end: start}), true
	}
	start += strings.Index(text[start:end], rest)
	if Width(rest) <= width { // one row: nothing to ask glamour
		return append(rows, row{start: start, end: start + len(rest)}), true
	}
	out, err := tr.Render(escapes.Replace(rest))
	if err != nil {
		return nil, false
	}
	for line := range strings.Lines(ansi.Strip(out)) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if !strings.HasPrefix(rest, line) || cutsCharacter(rest, len(line)) || Width(line) > width {
			return nil, false
		}
		rows = append(rows, row{start: start, end: start + len(line)})
		after := strings.TrimLeftFunc(rest[len(line):], unicode.IsSpace)
		start += len(rest) - len(after)
		rest = after
	}
	return rows, rest == ""
}

// cutsCharacter reports whether an offset lies between a letter and its accents.
func cutsCharacter(text string, offset int) bool {
	_, last := utf8.DecodeLastRuneInString(text[:offset])
	size, _ := cluster(text[offset-last:])
	return size > last
}

// renderer returns glamour's renderer for a width. Its style adds nothing to the text: no margin,
// no colour, no prefix; the looks of a cable come from its marks (see [Line.Styled]).
func (r *Renderer) renderer(width int) (*glamour.TermRenderer, error) {
	if tr, ok := r.byWide[width]; ok {
		return tr, nil
	}
	tr, err := glamour.NewTermRenderer(
		glamour.WithStyles(glamouransi.StyleConfig{}),
		glamour.WithWordWrap(width),
	)
	if err != nil {
		return nil, err
	}
	if len(r.byWide) >= maxRenderers {
		clear(r.byWide)
	}
	r.byWide[width] = tr
	return tr, nil
}
