package parser

import (
	"bytes"

	"reftel/model"
)

// The rows of cables.csv (FORMATS section 2) are found by a machine that reads each byte once and can stop
// anywhere, so that a file of 1.7 GB and a stretch of it are cut in the same places.

// csvForm is how the rows of a file are written: fields in quotes, cut by commas, or plain fields cut by
// tabs as PostgreSQL's COPY writes them. The zero form stands for a file that has no rows.
type csvForm struct {
	separator byte
	quoted    bool // fields may stand in double quotes; in the other form a backslash hides a line end
	strict    bool // all fields do
}

// maxRow is the size of a row beyond which it is skipped. The longest body that was published is
// below a megabyte.
const maxRow = 64 << 20

const (
	startReach = 64              // bytes that tell the start of a row
	blankReach = 256             // bytes of blank lines between two rows
	rowReach   = blankReach + 96 // bytes behind a place that tell what stands there: more than the sum of both
)

// csvField is one field of a row: its bytes in the data, without the quotes around it.
type csvField struct {
	at     model.Span
	quoted bool
}

// csvRow is a row as the cutter found it. All places are offsets into the data that it was given.
type csvRow struct {
	fields []csvField
	end    int  // behind the line end
	stray  int  // unescaped quotes in the middle of a field
	first  int  // where the first of them stands
	open   bool // it ends inside quotes
}

// rowCutter finds the end of one row and the fields of it.
type rowCutter struct {
	form csvForm
	row  csvRow

	pos    int
	next   [5]int // where the signs of plain stand next, or the end of what was searched
	begun  bool
	proper bool // the row begins like one: number and date
	inside bool // pos lies between quotes
	fresh  bool // pos is where the content of a field begins
	field  int  // where the content of the open field begins
}

func (c *rowCutter) reset() {
	*c = rowCutter{form: c.form, row: csvRow{fields: c.row.fields[:0]}}
}

func (c *rowCutter) length() int { return c.row.end }

// forget drops the fields found so far, too: a row that is left out needs none.
func (c *rowCutter) forget() int {
	n := c.pos
	c.row.fields, c.pos, c.field, c.next = c.row.fields[:0], 0, 0, [5]int{}
	return n
}

// cut goes on with the row that begins at data[0], where it stopped before; final says that nothing
// follows data. It reports whether the end was found: more data is needed otherwise.
func (c *rowCutter) cut(data []byte, final bool) bool {
	limit := len(data)
	if !final {
		limit -= rowReach
	}
	if c.pos >= limit && !final {
		return false
	}
	if !c.begun {
		c.begin(data)
	}
	for c.pos < limit {
		if c.plain(data, limit); c.pos == limit {
			break
		}
		if c.step(data) {
			return true
		}
	}
	if !final {
		return false
	}
	c.pos = len(data)
	end := len(data)
	if c.row.open = c.inside; c.inside {
		end -= lastLineEnd(data[c.field:])
	}
	return c.close(end, len(data))
}

func (c *rowCutter) begin(data []byte) {
	if bytes.HasPrefix(data, []byte(byteOrderMark)) {
		c.pos = len(byteOrderMark)
		c.field = c.pos
	}
	c.begun, c.fresh = true, true
	c.proper = c.form.starts(data[c.pos:], true)
}

// plain passes over bytes that mean nothing, though perhaps not over all. Each sign that means something is looked for by itself: that is far
// quicker than to ask every byte, as most are text.
func (c *rowCutter) plain(data []byte, limit int) {
	if c.fresh {
		return
	}
	const reach = 1 << 10 // of a search: the signs that a row lacks are not looked for far behind its end
	data = data[:min(limit, c.pos+reach)]
	pos := len(data)
	for i, sign := range [...]byte{'\n', '\r', '\\', '"', c.form.separator} {
		if sign == c.form.separator && c.inside {
			continue
		}
		if c.next[i] < c.pos {
			c.next[i] = nextByte(data, c.pos, sign)
		}
		pos = min(pos, c.next[i])
	}
	c.pos = pos
}

// step reads the byte at pos, and reports whether the row ends there.
func (c *rowCutter) step(data []byte) bool {
	b, fresh := data[c.pos], c.fresh
	c.fresh = false
	switch {
	case c.form.quoted && b == '"':
		return c.quote(data, fresh)
	case b == '\\':
		c.pos++
		if c.pos < len(data) && lineEnd(data, c.pos) == 0 {
			c.pos++
		} else if !c.form.quoted && c.pos < len(data) {
			return c.hiddenEnd(data)
		}
	case lineEnd(data, c.pos) > 0:
		return c.lineEnds(data)
	case b == c.form.separator && !c.inside:
		c.endField(c.pos)
		c.pos++
		c.field, c.fresh = c.pos, true
	default:
		c.pos++
	}
	return false
}

// quote reads a quote: it opens a field, closes one, stands for itself when doubled, or is astray.
func (c *rowCutter) quote(data []byte, fresh bool) bool {
	at := c.pos
	c.pos++
	rest := data[c.pos:]
	switch {
	case !c.inside && fresh:
		c.inside, c.field, c.fresh = true, c.pos, true
		return false
	case !c.inside:
		c.astray(at)
		return false
	case c.closes(rest):
		c.inside = false
		c.endField(at)
		c.row.fields[len(c.row.fields)-1].quoted = true
		if len(rest) == 0 || rest[0] != c.form.separator {
			c.row.end = c.pos + lineEnd(data, c.pos)
			c.field = -1
			return true
		}
		c.pos++
		c.field, c.fresh = c.pos, true
		return false
	case len(rest) > 0 && rest[0] == '"':
		c.pos++
	default:
		c.astray(at)
	}
	return false
}

// closes reports whether a quote with rest behind it closes its field: a separator follows and, where
// all fields are in quotes, the next quote; or the line ends, and another row or nothing follows.
func (c *rowCutter) closes(rest []byte) bool {
	if len(rest) == 0 {
		return true
	}
	if rest[0] == c.form.separator {
		return !c.form.strict || len(rest) == 1 || rest[1] == '"'
	}
	n := lineEnd(rest, 0)
	return n > 0 && c.form.rowFollows(rest[n:])
}

func (c *rowCutter) astray(at int) {
	if c.row.stray == 0 {
		c.row.first = at
	}
	c.row.stray++
}

// lineEnds reads a line end. Between quotes it belongs to the field, unless the next line begins another
// row: then the closing quote was lost. Elsewhere it ends the row.
func (c *rowCutter) lineEnds(data []byte) bool {
	n := lineEnd(data, c.pos)
	next := data[c.pos+n:]
	switch {
	case c.inside && c.form.starts(next, true):
		c.row.open = true
	case c.inside:
		c.pos += n
		return false
	case !c.form.quoted && c.proper && !c.form.rowFollows(next):
		c.astray(c.pos)
		c.pos += n
		return false
	}
	return c.close(c.pos, c.pos+n)
}

// hiddenEnd reads a line end behind a backslash, in the form where that makes it a part of the field. The
// last line of a row may end so too.
func (c *rowCutter) hiddenEnd(data []byte) bool {
	n := lineEnd(data, c.pos)
	if next := data[c.pos+n:]; len(next) > 0 && !c.form.starts(next, true) {
		c.pos += n
		return false
	}
	return c.close(c.pos, c.pos+n)
}

// close ends the row with the field that is open.
func (c *rowCutter) close(at, end int) bool {
	if c.field >= 0 {
		c.endField(at)
	}
	c.row.end = end
	return true
}

func (c *rowCutter) endField(at int) {
	c.row.fields = append(c.row.fields, csvField{at: model.Span{Start: c.field, End: at}})
}

// rowFollows reports whether data, which begins with a line, is the next row or nothing but blank lines
// in front of one.
func (f csvForm) rowFollows(data []byte) bool {
	for i, b := range data {
		if i >= blankReach {
			return true
		}
		if b != '\n' && b != '\r' && b != ' ' && b != '\t' {
			return f.starts(data[i:], false)
		}
	}
	return true
}

// starts reports whether data begins like a row: with a number and, if dated, a date. In a text that is
// written as the form wants it, no line can begin so: its quotes are escaped.
func (f csvForm) starts(data []byte, dated bool) bool {
	if len(data) == 0 || data[0] != '"' && !isDigit(data[0]) {
		return false
	}
	got, ok := rowStart(data[:min(len(data), startReach)], dated)
	return ok && got.separator == f.separator && (got.strict || !f.strict) && (f.quoted || !got.quoted)
}

// rowStart reads the start of a row and tells its form.
func rowStart(data []byte, dated bool) (f csvForm, ok bool) {
	i, quotes := cutDigits(data, 0)
	if i < 0 || i == len(data) {
		return f, false
	}
	f = csvForm{separator: data[i], quoted: data[i] != '\t' || quotes, strict: quotes}
	if f.separator != ',' && f.separator != ';' && f.separator != '\t' || i == 0 {
		return f, false
	}
	if !dated {
		return f, true
	}
	i++
	if i < len(data) && data[i] == '"' {
		i++
	}
	n := csvDateLength(data[i:])
	if n == 0 {
		return f, false
	}
	i += n
	if i < len(data) && data[i] == '"' {
		i++
	}
	return f, i < len(data) && data[i] == f.separator
}

// cutDigits passes over a number of at most nine digits, in quotes or not; -1 means that there is none.
// Nothing in quotes is a number too: that of an empty row.
func cutDigits(data []byte, i int) (end int, quotes bool) {
	const most = 9
	quotes = i < len(data) && data[i] == '"'
	if quotes {
		i++
	}
	from := i
	for i < len(data) && isDigit(data[i]) && i-from <= most {
		i++
	}
	switch {
	case i-from > most, !quotes && i == from:
		return -1, false
	case !quotes:
		return i, false
	case i < len(data) && data[i] == '"':
		return i + 1, true
	}
	return -1, false
}

// csvDateLength returns the length of a date with a time in front of data, 0 if there is none:
// 12/28/1966 18:48, 2007-09-11 09:44:00.
func csvDateLength(data []byte) int {
	i, groups := 0, 0
	for _, after := range []string{"/-", "/-", " T", ":", ""} {
		from := i
		for i < len(data) && i-from < 4 && isDigit(data[i]) {
			i++
		}
		if i == from {
			return 0
		}
		groups++
		if after == "" {
			break
		}
		if i == len(data) || data[i] != after[0] && data[i] != after[len(after)-1] {
			return 0
		}
		i++
	}
	if i+2 < len(data) && data[i] == ':' && isDigit(data[i+1]) && isDigit(data[i+2]) {
		i += 3
	}
	return i
}

// lineEnd returns the length of the line end at data[i], 0 if there is none.
func lineEnd(data []byte, i int) int {
	switch {
	case i >= len(data):
		return 0
	case data[i] == '\n':
		return 1
	case data[i] != '\r':
		return 0
	case i+1 < len(data) && data[i+1] == '\n':
		return 2
	}
	return 1
}

// lastLineEnd returns the length of the line end that data ends in.
func lastLineEnd(data []byte) int {
	switch {
	case bytes.HasSuffix(data, []byte("\r\n")):
		return 2
	case bytes.HasSuffix(data, []byte{'\n'}), bytes.HasSuffix(data, []byte{'\r'}):
		return 1
	}
	return 0
}

// findForm returns the form of the first row in data and where it begins: at the start of a line. ok is
// false when no line begins a row.
func findForm(data []byte) (f csvForm, at int, ok bool) {
	for i := len(data) - len(bytes.TrimPrefix(data, []byte(byteOrderMark))); i < len(data); {
		if data[i] == '"' || isDigit(data[i]) {
			if f, ok := rowStart(data[i:min(len(data), i+startReach)], true); ok {
				return f, i, true
			}
		}
		for i < len(data) && data[i] != '\n' && data[i] != '\r' {
			i++
		}
		i += max(1, lineEnd(data, i))
	}
	return f, 0, false
}
