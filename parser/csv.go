package parser

import (
	"bytes"
	"fmt"

	"reftel/model"
)

// cables.csv (FORMATS section 2): csvrows.go cuts it into rows, csvfield.go turns the fields of one into
// text, csvcable.go makes a cable of that, and wide.go brings it all to files of UTF-16.

// The columns of a row.
const (
	numberColumn = iota
	dateColumn
	idColumn
	originColumn
	levelColumn
	referencesColumn
	headerColumn
	bodyColumn
	csvColumns // how many there are
)

// mostRowWarnings is how many damaged rows of a chunk are named; further ones are counted.
const mostRowWarnings = 100

// looksLikeCSV reports whether a line of data begins with the number, date and id of a cable. In its
// beginning other lines may stand: column heads, the rest of a row.
func looksLikeCSV(data []byte) bool {
	const reach = 256 << 10
	data = data[:min(len(data), reach)]
	for at := 0; at < len(data); {
		form, n, ok := findForm(data[at:])
		if !ok {
			return false
		}
		at += n
		if namesCable(data[at:], form) {
			return true
		}
		at++
	}
	return false
}

// namesCable reports whether the third field of the row that data begins with is the id of a cable.
func namesCable(data []byte, form csvForm) bool {
	const reach = 128
	fields := bytes.SplitN(data[:min(len(data), reach)], []byte{form.separator}, idColumn+2)
	if len(fields) <= idColumn+1 {
		return false
	}
	_, ok := model.ParseID(string(bytes.Trim(fields[idColumn], `"`)))
	return ok
}

// csvReader makes cables of rows.
type csvReader struct {
	r    *Result
	file string
	data []byte
	wide *document // leads from data to a file of UTF-16 or UTF-32; nil when data is the file's own

	cutter  rowCutter
	row     int // number of the row in the file
	at      int // where it begins in data
	warned  int
	strange strangeRows

	// Memory that is used again for every row.
	runs    []run
	markup  []model.Span
	columns []model.Span
	lines   []line
	items   []item
	drafts  drafts
}

// strangeRows is a run of rows that are no cables.
type strangeRows struct {
	first, last int
	at          model.Span
}

// readCSV reads a file of rows, or a chunk of one.
func readCSV(r *Result, file string, data []byte) {
	if _, wide := wideCoding(data); wide {
		readWideCSV(r, file, data)
		return
	}
	c := &csvReader{r: r, file: file, data: data}
	c.read()
}

// read reads all rows.
func (c *csvReader) read() {
	c.cutter.form = c.r.chunk.form
	if c.cutter.form.separator == 0 {
		c.cutter.form, _, _ = findForm(c.data)
	}
	c.row = c.r.chunk.rows
	for c.at < len(c.data) {
		c.cutter.reset()
		c.cutter.cut(c.data[c.at:], true)
		c.row++
		c.readRow(&c.cutter.row)
		c.at += c.cutter.row.end
	}
	c.endStrange()
	if c.warned > mostRowWarnings {
		c.r.Warnings = append(c.r.Warnings, model.Warning{Kind: WarnRow, Text: fmt.Sprintf("%d more rows are damaged", c.warned-mostRowWarnings)})
	}
	if len(c.r.Cables) == 0 && !c.r.chunk.part {
		c.r.Warnings = append(c.r.Warnings, model.Warning{Kind: WarnNoCable, Text: c.noCable()})
	}
}

func (c *csvReader) noCable() string {
	if len(bytes.TrimSpace(c.data)) == 0 {
		return "the file holds nothing but white space"
	}
	return "no cable found: no row begins with a number, a date and the id of a cable"
}

// readRow reads the row at c.at.
func (c *csvReader) readRow(row *csvRow) {
	if c.at == 0 && row.end <= maxRow && !c.isCable(row) && bytes.HasPrefix(c.data, []byte(byteOrderMark)) { // a cable accounts for it
		c.r.markup = append(c.r.markup, model.Span{Start: 0, End: len(byteOrderMark)})
	}
	switch {
	case row.end > maxRow:
		c.endStrange()
		c.addFurniture(model.Span{Start: c.at, End: c.at + row.end})
		c.r.Warnings = append(c.r.Warnings, tooLong(c.row, c.place(model.Span{Start: c.at, End: c.at + row.end})))
	case len(bytes.TrimSpace(c.data[c.at:c.at+row.end])) == 0:
	case c.isEmpty(row):
		c.endStrange()
		c.r.markup = append(c.r.markup, c.trimmed(row))
		c.damaged(nil, "is empty")
	case c.isCable(row):
		c.endStrange()
		c.readCable(row)
	case c.row == 1 && len(row.fields) == csvColumns: // the heads of the columns
		c.r.markup = append(c.r.markup, c.trimmed(row))
	default:
		s := c.trimmed(row)
		c.addFurniture(s)
		if c.strange.first == 0 {
			c.strange = strangeRows{first: c.row, at: s}
		}
		c.strange.last, c.strange.at.End = c.row, s.End
	}
}

func (c *csvReader) isEmpty(row *csvRow) bool {
	for _, f := range row.fields {
		if !f.at.Empty() {
			return false
		}
	}
	return true
}

// isCable reports whether a row is one of cables: it has a date or an id in its place, or a text.
func (c *csvReader) isCable(row *csvRow) bool {
	const text = 64 // bytes; column heads are shorter
	if len(row.fields) <= dateColumn {
		return false
	}
	if date := c.bytes(row.fields[dateColumn]); len(date) > 0 && csvDateLength(date) == len(date) {
		return true
	}
	if len(row.fields) > idColumn {
		if id := c.bytes(row.fields[idColumn]); len(id) < text {
			if _, ok := model.ParseID(string(id)); ok {
				return true
			}
		}
	}
	return len(row.fields) > headerColumn && len(c.bytes(row.fields[len(row.fields)-1])) > text
}

func (c *csvReader) bytes(f csvField) []byte { return c.data[c.at+f.at.Start : c.at+f.at.End] }

// trimmed returns the bytes of the row without the blanks around it.
func (c *csvReader) trimmed(row *csvRow) model.Span {
	s := model.Span{Start: c.at, End: c.at + row.end}
	raw := c.data[s.Start:s.End]
	text := raw
	if c.at == 0 {
		text = bytes.TrimPrefix(raw, []byte(byteOrderMark)) // one is markup, a second one is what stands in the file
	}
	s.Start += len(raw) - len(bytes.TrimLeft(text, " \t\r\n"))
	s.End -= len(raw) - len(bytes.TrimRight(raw, " \t\r\n"))
	return s
}

func (c *csvReader) addFurniture(s model.Span) {
	if n := len(c.r.Furniture); n > 0 && c.strange.first > 0 {
		c.r.Furniture[n-1].End = s.End
		return
	}
	c.r.Furniture = append(c.r.Furniture, s)
}

// endStrange warns of the rows that were no cables.
func (c *csvReader) endStrange() {
	s := c.strange
	if s.first == 0 {
		return
	}
	c.strange = strangeRows{}
	at := c.place(s.at)
	text := fmt.Sprintf("row %d (byte %d) has neither the date nor the id of a cable: it was left out", s.first, at.Start)
	if s.last > s.first {
		text = fmt.Sprintf("rows %d to %d (byte %d) have neither the date nor the id of a cable: they were left out", s.first, s.last, at.Start)
	}
	c.warn(nil, model.Warning{Kind: WarnRow, At: s.at, Text: text})
}

// damaged warns that the row is not as it should be; k is the cable that was made of it.
func (c *csvReader) damaged(k *model.Cable, what string) {
	at := model.Span{Start: c.at, End: c.at + c.cutter.row.end}
	c.warn(k, model.Warning{Kind: WarnRow, At: at, Text: fmt.Sprintf("row %d (byte %d) %s", c.row, c.place(at).Start, what)})
}

func (c *csvReader) warn(k *model.Cable, w model.Warning) {
	if k != nil {
		k.Warnings = append(k.Warnings, w)
	}
	if c.warned++; c.warned <= mostRowWarnings {
		c.r.Warnings = append(c.r.Warnings, w)
	}
}

// place returns where bytes of data stand in the file.
func (c *csvReader) place(s model.Span) model.Span {
	if c.wide != nil {
		return c.wide.fileSpan(s)
	}
	return s.Shift(c.r.chunk.at)
}
