package parser

import (
	"bytes"
	"fmt"
	"strings"

	"reftel/model"
)

// readCable makes a cable of the row.
func (c *csvReader) readCable(row *csvRow) {
	fields := row.fields
	if len(fields) > csvColumns { // quotes of the text that were not escaped have cut it
		last := fields[len(fields)-1].at.End
		fields = fields[:csvColumns]
		fields[bodyColumn].at.End = last
	}
	d, columns := c.decode(row, fields)
	k := &model.Cable{Format: model.CablesCSV}
	t := &telegram{doc: d, cable: k, drafts: &c.drafts}
	t.drafts.open(k, len(d.text), bytes.Count(c.data[c.at:c.at+row.end], []byte{'\n'})+len(columns))
	t.items = c.items[:0]
	pub := t.publisherColumns(columns[:min(len(columns), headerColumn)])
	c.lines = c.lines[:0]
	for i := headerColumn; i < len(columns); i++ {
		c.lines = d.appendLines(c.lines, columns[i])
		end := columns[i].End
		c.lines = append(c.lines, line{raw: model.Span{Start: end, End: end}, span: model.Span{Start: end, End: end}})
	}
	stops := len(c.r.markup)
	t.readFrom(c.r, c.lines, pub, c.trimmed(row))
	c.items = t.items
	if c.r.accounts {
		c.r.markup = append(c.r.markup[:stops], d.unused(c.r.markup[stops:], appendUsed(nil, k))...)
	}
	k.Warnings = append(k.Warnings, d.warnings...)
	c.check(k, len(row.fields))
}

// publisherColumns makes blocks of the columns in front of the telegram. The cited ids among them are the
// publisher's, who found them by a program: they are shown, and not taken for the cable's own REF list.
func (t *telegram) publisherColumns(columns []model.Span) publisherFields {
	d := t.doc
	var pub publisherFields
	for i, column := range columns {
		s := d.trim(column)
		if s.Empty() {
			continue
		}
		b := t.newDraft(model.Header, model.PublisherRole)
		b.join(s, nil)
		b.finish(t.cable)
		value := d.text[s.Start:s.End]
		switch i {
		case dateColumn:
			pub.created, pub.dateAt = isoStamp(value), d.fileSpan(s)
		case idColumn:
			pub.id, pub.idAt = strings.Clone(value), d.fileSpan(s)
		case originColumn:
			t.cable.Origin = strings.Clone(value)
		case levelColumn:
			pub.level = strings.Clone(value)
		}
	}
	if id, ok := model.ParseID(pub.id); ok {
		t.station = id.Station
	}
	return pub
}

// isoStamp writes the date 12/28/1966 18:48 as 1966-12-28 18:48. Others are left as they are.
func isoStamp(s string) string {
	date, clock, _ := strings.Cut(s, " ")
	month, rest, _ := strings.Cut(date, "/")
	day, year, ok := strings.Cut(rest, "/")
	if !ok {
		return s
	}
	two := func(digits string) string { return strings.Repeat("0", max(0, 2-len(digits))) + digits }
	hour, minutes, _ := strings.Cut(clock, ":")
	return year + "-" + two(month) + "-" + two(day) + " " + two(hour) + ":" + minutes
}

// check warns of damage to the row that a cable was made of.
func (c *csvReader) check(k *model.Cable, fields int) {
	row := &c.cutter.row
	if row.open {
		c.damaged(k, "ends inside a field: the rest of it is lost")
	}
	switch {
	case row.stray == 0:
	case c.cutter.form.quoted:
		c.damaged(k, fmt.Sprintf("has %d quotes in a text that nothing escapes, the first at byte %d: they were read as text", row.stray, c.place(model.Span{Start: c.at + row.first, End: c.at + row.first + 1}).Start))
	default:
		c.damaged(k, fmt.Sprintf("has %d line ends without a backslash, the first at byte %d: they were read as text", row.stray, c.place(model.Span{Start: c.at + row.first, End: c.at + row.first + 1}).Start))
	}
	switch {
	case fields > csvColumns:
		c.damaged(k, fmt.Sprintf("has %d fields instead of %d: those behind the %dth were read as its text", fields, csvColumns, csvColumns))
	case fields < csvColumns:
		c.damaged(k, fmt.Sprintf("has %d fields instead of %d: what should stand in the others is missing", fields, csvColumns))
	}
	if n := bytes.Count(c.data[c.at:c.at+row.end], []byte{0}); n > 0 {
		c.damaged(k, fmt.Sprintf("holds %d NUL characters", n))
	}
}
