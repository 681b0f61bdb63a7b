package parser

import (
	"bytes"
	"strings"

	"reftel/model"
)

// decode makes the text of a row: that of its fields, a line end behind each. What stands between them
// and what hides their quotes is markup.
func (c *csvReader) decode(row *csvRow, fields []csvField) (d *document, columns []model.Span) {
	d = &document{file: c.file, data: c.data, runs: c.runs[:0], markup: c.markup[:0]}
	var b strings.Builder
	b.Grow(row.end)
	columns = c.columns[:0]
	at := c.at
	for _, f := range fields {
		s := f.at.Shift(c.at)
		d.addMarkup(at, s.Start)
		at = s.End
		from := b.Len()
		if c.cutter.form.quoted {
			d.appendQuoted(&b, s, f.quoted)
		} else {
			d.appendPlain(&b, s)
		}
		columns = append(columns, model.Span{Start: from, End: b.Len()})
		b.WriteByte('\n')
	}
	d.addMarkup(at, c.at+row.end)
	d.text = b.String()
	c.columns, c.runs, c.markup = columns, d.runs, d.markup
	return d, columns
}

func (d *document) addMarkup(start, end int) {
	if start < end {
		d.markup = append(d.markup, model.Span{Start: start, End: end})
	}
}

// appendQuoted appends the text of a field of the form with commas: a backslash stands in front of quotes,
// apostrophes and backslashes, or a quote is doubled. All other backslashes are text.
func (d *document) appendQuoted(b *strings.Builder, s model.Span, quoted bool) {
	from := s.Start      // start of what can be taken over as it is
	slash := s.Start - 1 // the next backslash
	for i := s.Start; i < s.End; {
		if slash < i {
			slash = nextByte(d.data[:s.End], i, '\\')
		}
		at := slash
		if quoted {
			at = nextByte(d.data[:slash], i, '"')
		}
		if i = at; i+1 >= s.End {
			break
		}
		first, second := d.data[i], d.data[i+1]
		hides := first == '\\' && (second == '"' || second == '\'' || second == '\\') || first == '"' && second == '"'
		switch {
		case hides:
			d.appendBytes(b, from, i)
			d.addMarkup(i, i+1)
			from = i + 1
			i += 2
		case first == '\\' && lineEnd(d.data, i+1) == 0:
			i += 2
		default:
			i++
		}
	}
	d.appendBytes(b, from, s.End)
}

// plainEscapes are those of PostgreSQL's COPY that stand for one control character.
var plainEscapes = [256]string{'b': "\b", 'f': "\f", 'n': "\n", 'r': "\r", 't': "\t", 'v': "\v"}

// appendPlain appends the text of a field of the form with tabs: a backslash hides a line end, a tab or
// itself, or spells one; \N is a field without value.
func (d *document) appendPlain(b *strings.Builder, s model.Span) {
	if string(d.data[s.Start:s.End]) == `\N` {
		d.addMarkup(s.Start, s.End)
		return
	}
	from := s.Start
	for i := s.Start; i < s.End; {
		n := bytes.IndexByte(d.data[i:s.End], '\\')
		if n < 0 {
			break
		}
		i += n
		second := byte('\n') // the last line of a row may have a backslash too
		if i+1 < s.End {
			second = d.data[i+1]
		}
		spelled := plainEscapes[second]
		if spelled == "" && second != '\\' && second != '\t' && second != '\n' && second != '\r' {
			i += 2
			continue
		}
		d.appendBytes(b, from, i)
		if spelled == "" {
			d.addMarkup(i, i+1)
			from = i + 1
		} else {
			d.addRun(run{text: b.Len(), file: i, textLen: 1, fileLen: 2, kind: decoded})
			b.WriteString(spelled)
			from = i + 2
		}
		i += 2
	}
	d.appendBytes(b, min(from, s.End), s.End)
}
