package parser

import (
	"sort"

	"reftel/model"
)

// decodeWidePage reads an HTML file of UTF-16 or UTF-32: first its characters, then its tags.
func decodeWidePage(file string, data []byte) *page {
	text := decodePlain(file, data)
	p := readPage(file, []byte(text.text))
	p.standOn(text)
	return p
}

// standOn makes the places of d, which was read from the text of another document, places of that
// document's file.
func (d *document) standOn(under *document) {
	above := d.runs
	d.runs = make([]run, 0, max(len(above), len(under.runs)))
	for _, r := range above {
		span := model.Span{Start: r.file, End: r.file + r.fileLen}
		if r.kind == decoded {
			file := under.fileSpan(span)
			d.addRun(run{text: r.text, textLen: r.textLen, file: file.Start, fileLen: file.Len(), kind: decoded, units: r.units})
			continue
		}
		first := sort.Search(len(under.runs), func(i int) bool { return under.runs[i].text+under.runs[i].textLen > span.Start })
		for _, u := range under.runs[first:] {
			if u.text >= span.End {
				break
			}
			part := u.part(span.Start, span.End)
			part.text += r.text - r.file
			d.addRun(part)
		}
	}
	for i, s := range d.markup {
		d.markup[i] = under.fileSpan(s)
	}
	d.markup = append(d.markup, under.markup...)
	d.warnings = append(under.warnings, d.warnings...)
	d.data = under.data
}
