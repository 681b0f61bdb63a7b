package parser

import (
	"reftel/model"
)

// Files of UTF-16 or UTF-32 in the formats whose readers take bytes for text: they are read as UTF-8, and what was
// read is then led back to the bytes of the file.

func readWideCSV(r *Result, file string, data []byte) {
	d := decodePlain(file, data)
	c := &csvReader{r: r, file: file, data: []byte(d.text), wide: d}
	c.read()
	r.leadBack(d)
}

func readWideJSONLines(r *Result, file string, data []byte) {
	d := decodePlain(file, data)
	text := readJSONLines(r, file, []byte(d.text))
	r.finish(text)
	r.leadBack(d)
}

// leadBack moves all places that were found in the text of d to those in the file.
func (r *Result) leadBack(d *document) {
	for _, k := range r.Cables {
		d.leadBack(k)
	}
	r.Furniture = d.fileSpans(nil, r.Furniture)
	r.markup = d.fileSpans(d.markup, r.markup)
	sortSpans(r.markup)
	d.warningsBack(r.Warnings)
	r.Warnings = append(r.Warnings, d.warnings...)
	r.tellEncoding(d)
}

// leadBack moves the places of a cable that was read from the text of d to those in the file.
func (d *document) leadBack(k *model.Cable) {
	for i := range k.Blocks {
		b := &k.Blocks[i]
		if !b.LeadAt.Empty() {
			b.LeadAt = d.fileSpan(b.LeadAt)
		}
		var pieces []model.Piece
		for _, p := range b.Pieces {
			if p.Verbatim() {
				pieces = d.appendPieces(pieces, p.File, p.Text.Start)
			} else {
				pieces = append(pieces, model.Piece{Text: p.Text, File: d.fileSpan(p.File)})
			}
		}
		b.Pieces = pieces
	}
	for i := range k.Marks {
		if m := &k.Marks[i]; !m.File.Empty() {
			m.File = d.fileSpan(m.File)
		}
	}
	d.warningsBack(k.Warnings)
	k.Source = d.source(d.fileSpan(k.Source.Span))
}

func (d *document) warningsBack(warnings []model.Warning) {
	for i := range warnings {
		if w := &warnings[i]; !w.At.Empty() {
			w.At = d.fileSpan(w.At)
		}
	}
}

// fileSpans appends the bytes of the file that spans of the text were read from, one span for each run.
func (d *document) fileSpans(out, spans []model.Span) []model.Span {
	for _, s := range spans {
		d.eachRun(s, func(_, file model.Span) { out = append(out, file) })
	}
	return out
}
