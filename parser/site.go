package parser

import (
	"strings"

	"reftel/model"
)

// readSite reads the cables of a Cablegate site page: for each a table of five columns (four on
// newer pages) and one or two pre with header and text.
func readSite(r *Result, p *page) {
	at := 0 // text up to here is used
	elements := p.elements
	for i := 0; i < len(elements); {
		if elements[i].tag != "th" {
			i++
			continue
		}
		table := i
		for i < len(elements) && (elements[i].tag == "th" || elements[i].tag == "td") {
			i++
		}
		var pres []model.Span
		cells := elements[table:i]
		used := 0 // text up to here stands in the table or a pre
		for _, e := range cells {
			used = max(used, e.text.End)
		}
		for i < len(elements) && elements[i].tag != "th" {
			if elements[i].tag == "pre" && elements[i].text.Start >= used {
				used = elements[i].text.End
				pres = append(pres, elements[i].text)
			}
			i++
		}
		r.addFurniture(p.document, model.Span{Start: at, End: elements[table].text.Start})
		at = readSiteCable(r, p, cells, pres)
	}
	r.addFurniture(p.document, model.Span{Start: at, End: len(p.text)})
}

// readSiteCable reads one cable and returns where its text ends.
func readSiteCable(r *Result, p *page, table []element, pres []model.Span) (end int) {
	c := &model.Cable{Format: model.CablegatePage}
	t := &telegram{doc: p.document, cable: c}
	var heads, cells []model.Span
	start := table[0].text.Start
	end = start
	for _, e := range table {
		if e.text.Start < end {
			continue // a cell inside a cell: its words belong to the outer one
		}
		r.addFurniture(p.document, model.Span{Start: end, End: e.text.Start})
		s := p.trim(e.text)
		switch e.tag {
		case "th":
			heads = append(heads, s)
		case "td":
			cells = append(cells, s)
		}
		end = e.text.End
	}
	pub := publisherFields{site: true}
	for i, cell := range cells {
		b := newDraft(p.document, model.Header, model.PublisherRole)
		head := ""
		if i < len(heads) {
			b.lead(heads[i])
			head = p.text[heads[i].Start:heads[i].End]
		}
		b.join(cell, nil)
		b.finish(c)
		value := p.text[cell.Start:cell.End]
		switch strings.ToLower(head) {
		case "reference id":
			pub.id, pub.idAt = value, p.fileSpan(cell)
		case "created":
			pub.created, pub.dateAt = value, p.fileSpan(cell)
		case "classification":
			pub.level = value
		case "origin":
			c.Origin = value
		}
	}
	for i := len(cells); i < len(heads); i++ {
		r.markup = append(r.markup, p.fileSpan(heads[i]))
	}
	if id, ok := model.ParseID(pub.id); ok {
		t.station = id.Station
	}
	var lines []line
	for _, pre := range pres {
		if pre.Start > end {
			r.addFurniture(p.document, model.Span{Start: end, End: pre.Start})
		}
		lines = append(lines, p.lines(pre)...)
		if n := len(lines); n > 0 {
			lines = append(lines, line{raw: model.Span{Start: pre.End, End: pre.End}, span: model.Span{Start: pre.End, End: pre.End}})
		}
		end = pre.End
	}
	t.read(r, lines, pub, model.Span{Start: start, End: end})
	return end
}
