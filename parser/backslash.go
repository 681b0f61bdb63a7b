package parser

import "reftel/model"

// dropBackslashes takes the backslash off the end of each line where most lines have one, or where one
// stands in place of an empty line: Geneva's and Bern's cables were published in a database's export
// form (HANDBOOK section 1, "Transmission damage"). It is markup then; all other backslashes are text.
func (t *telegram) dropBackslashes(lines []line) []line {
	ends, alone, text := 0, 0, 0
	for _, l := range lines {
		if l.blank() {
			continue
		}
		text++
		if t.doc.text[l.span.End-1] == '\\' {
			ends++
			if l.span.Len() == 1 {
				alone++
			}
		}
	}
	if most := ends*2 > text && ends > 2; !most && (alone == 0 || ends < 2 || ends*4 < text) {
		return lines
	}
	for i, l := range lines {
		if l.blank() || t.doc.text[l.span.End-1] != '\\' {
			continue
		}
		t.stops = append(t.stops, t.doc.fileSpan(model.Span{Start: l.span.End - 1, End: l.span.End}))
		lines[i].raw.End = l.span.End - 1
		lines[i].span = t.doc.trim(lines[i].raw)
	}
	return lines
}
