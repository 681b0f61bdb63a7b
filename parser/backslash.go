package parser

import "reftel/model"

// dropBackslashes takes the backslash off the end of each line where most lines have one: Geneva's
// and Bern's cables were published in a database's export form (HANDBOOK section 1, "Transmission
// damage"). It is markup then.
func (t *telegram) dropBackslashes(lines []line) []line {
	ends, text := 0, 0
	for _, l := range lines {
		if l.blank() {
			continue
		}
		text++
		if t.doc.text[l.span.End-1] == '\\' {
			ends++
		}
	}
	if ends*2 <= text || ends < 3 {
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
