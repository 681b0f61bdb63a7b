package synthetic

import (
	"io"
	"strconv"
	"strings"
)

// escaped are the characters with a backslash in front.
const escaped = `"'\`

// AppendCSV appends the cable as a row of cables.csv.
func (c Cable) AppendCSV(out []byte) []byte {
	fields := c.columns("1/2/2006 15:04", "\n")
	for i, f := range fields {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, '"')
		for at := strings.IndexAny(f, escaped); at >= 0; at = strings.IndexAny(f, escaped) {
			out = append(append(append(out, f[:at]...), '\\'), f[at])
			f = f[at+1:]
		}
		out = append(out, f...)
		out = append(out, '"')
	}
	return append(out, '\n')
}

// AppendTSV appends the cable as a row cut by tabs, a backslash at the end of each line but the last.
func (c Cable) AppendTSV(out []byte) []byte {
	for i, f := range c.columns("2006-01-02 15:04:05", "\\\n") {
		if i > 0 {
			out = append(out, '\t')
		}
		if f == "" {
			f = `\N`
		}
		out = append(out, f...)
	}
	return append(out, '\n')
}

func (c Cable) columns(stamp, lineEnd string) []string {
	return []string{strconv.Itoa(c.Number), c.Date.Format(stamp), c.ID, c.Origin, c.Level, strings.Join(c.References, "|"),
		strings.Join(c.Header, lineEnd), strings.Join(c.Body, lineEnd)}
}

// CSV returns a reader of about size bytes of cables.csv, whole rows.
func (g *Generator) CSV(size int) io.Reader {
	return &csvReader{g: g, more: func(row int) bool {
		size -= row
		return size > 0
	}}
}

// Rows returns a reader of so many rows of cables.csv.
func (g *Generator) Rows(count int) io.Reader {
	return &csvReader{g: g, more: func(int) bool {
		count--
		return count >= 0
	}}
}

// csvReader makes rows as they are read: one is in memory at a time.
type csvReader struct {
	g         *Generator
	more      func(row int) bool // whether another row follows one of so many bytes
	row, rest []byte
}

func (r *csvReader) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if len(r.rest) == 0 {
			if !r.more(len(r.row)) {
				break
			}
			r.row = r.g.Next().AppendCSV(r.row[:0])
			r.rest = r.row
		}
		copied := copy(p[n:], r.rest)
		n, r.rest = n+copied, r.rest[copied:]
	}
	if n == 0 && len(p) > 0 {
		return 0, io.EOF
	}
	return n, nil
}
