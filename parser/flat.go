package parser

import "strings"

// splitFlat parts lines that hold several paragraphs: some posts' cables lost their line ends
// (Tripoli 2008-10). A number counts inside a line only if it is the next one, has a portion
// marking and stands behind the end of a sentence.
func (t *telegram) splitFlat() {
	const shortest = 200 // no wrapped line is as long
	last := 0
	var out []item // nil as long as nothing was split
	for i, it := range t.items {
		for {
			text := t.doc.text[it.span.Start:it.span.End]
			if p, ok := readNumber(text); ok && (p.marking != "" || p.number == last+1) {
				last = p.number
			}
			at := -1
			if len(text) >= shortest {
				at = flatNumber(text, last+1)
			}
			if at < 0 {
				at = gluedNumber(text, last+1)
			}
			if at < 0 {
				break
			}
			if out == nil {
				out = append(make([]item, 0, 2*len(t.items)), t.items[:i]...)
			}
			head, tail := t.doc.split(line{raw: it.raw, span: it.span}, at)
			it.raw, it.span = head.raw, head.span
			out = append(out, it)
			it = item{raw: tail.raw, span: tail.span, gap: true}
		}
		if out != nil {
			out = append(out, it)
		}
	}
	if out != nil {
		t.items = out
	}
}

// gluedNumber returns where paragraph n begins right behind the words that end a summary or comment, with no
// blank between: "END SUMMARY.1. THE HARBOUR"; -1 where none does.
func gluedNumber(s string, n int) int {
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '.')
		if at += i + 1; i < 0 || at == len(s) {
			return -1
		}
		if !isDigit(s[at]) {
			continue
		}
		if p, ok := readNumber(s[at:]); !ok || p.number != n || p.lead+1 >= len(s)-at || s[at+p.lead] != ' ' {
			continue
		}
		head := s[:at-1]
		blank := strings.LastIndexByte(head, ' ')
		if blank > 0 && isSummaryWord(head[blank+1:]) && endsInEnd(head[:blank]) {
			return at
		}
	}
}

// flatNumber returns where paragraph n begins inside s, or -1.
func flatNumber(s string, n int) int {
	for stop := 0; ; stop++ {
		if stop = nextByte(s, stop, '.'); stop == len(s) {
			return -1
		}
		at := scanDigitsBack(s, stop)
		if at == stop || stop-at > 3 || at == 0 || s[at-1] != ' ' {
			continue
		}
		p, ok := readNumber(s[at:min(len(s), stop+60)])
		if ok && p.number == n && p.marking != "" && endsSentence(s[:at]) {
			return at
		}
	}
}
