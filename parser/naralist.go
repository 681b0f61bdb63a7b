package parser

import (
	"strings"

	"reftel/model"
)

// attribute is one entry of a record's list: "Draft Date: 04 JAN 1974".
type attribute struct {
	key   string
	value string // on one line
	lead  model.Span
	lines []model.Span // of the value, in the document
	block int          // made of it, -1 before
}

// longestKey is the length beyond which words before a colon are no key.
const longestKey = 48

// attributeKey returns the length of the key, with its colon, that a line of the list begins with: up to five
// words, each with a capital, never all in capitals but for a few. 0 when the line goes on with the value above.
func attributeKey(s string) int {
	colon := strings.IndexByte(s[:min(len(s), longestKey)], ':')
	if colon <= 0 || colon+1 < len(s) && s[colon+1] != ' ' && s[colon+1] != '\t' {
		return 0
	}
	switch s[:colon] {
	case "TAGS", "SAS ID", "vdkvgwkey":
		return colon + 1
	}
	lower, words := false, 0
	for word := range strings.FieldsSeq(s[:colon]) {
		if words++; words > 5 || scanLetters(word, 0) != len(word) || words == 1 && !isUpper(word[0]) {
			return 0
		}
		lower = lower || scanHasLower(word)
	}
	if !lower {
		return 0
	}
	return colon + 1
}

// lastKey is the key that ends a record's list.
const lastKey = "Markings:"

// listEnd returns the line behind the list of attributes that begins with line i.
func (n *naraReader) listEnd(i int) int {
	end, last := i, false
	for ; i < len(n.lines); i++ {
		l := n.lines[i]
		switch {
		case n.frame(i) != "":
			return end
		case l.blank():
			continue
		case l.mark != nil: // the value of Review Markings or Markings, or the stamps of the next record
			if last && end > 0 && n.line(n.lines[end-1]) != lastKey {
				return end
			}
		case attributeKey(n.line(l)) > 0:
			last = strings.HasPrefix(n.line(l), lastKey)
		case last:
			return end // somebody else's words
		}
		end = i + 1
	}
	return end
}

// attributes reads the list in lines [i, end). Keys without a value are markup.
func (n *naraReader) attributes(r *Result, i, end int) []*attribute {
	var out []*attribute
	for ; i < end; i++ {
		l := n.lines[i]
		if l.blank() {
			continue
		}
		key := 0
		if l.mark == nil {
			key = attributeKey(n.line(l))
		}
		if key > 0 || len(out) == 0 {
			a := &attribute{key: strings.TrimSuffix(n.line(l)[:key], ":"), block: -1,
				lead: model.Span{Start: l.span.Start, End: l.span.Start + key}}
			out = append(out, a)
			l.span = n.trim(model.Span{Start: l.span.Start + key, End: l.span.End})
		}
		a := out[len(out)-1]
		for _, part := range n.document.lines(l.span) { // several of a stamp
			if !part.blank() {
				a.lines = append(a.lines, part.span)
			}
		}
	}
	kept := out[:0]
	for _, a := range out {
		words := make([]string, 0, len(a.lines))
		for _, s := range a.lines {
			words = append(words, oneLine(n.text[s.Start:s.End]))
		}
		a.value = strings.ReplaceAll(strings.Join(words, " "), `\'`, "'")
		if !emptyValue(a.value) {
			kept = append(kept, a)
			continue
		}
		r.markup = append(r.markup, n.fileSpan(a.lead))
		for _, s := range a.lines {
			r.markup = append(r.markup, n.fileSpan(s))
		}
	}
	return kept
}
