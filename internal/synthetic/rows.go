package synthetic

import (
	"io"
	"strconv"
	"strings"
)

// AppendCSV appends the cable as a row of cables.csv.
func (c Cable) AppendCSV(out []byte) []byte {
	fields := c.columns("1/2/2006 15:04", "\n")
	for i, f := range fields {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, '"')
		for k := range len(f) {
			if f[k] == '"' || f[k] == '\'' || f[k] == '\\' {
				out = append(out, '\\')
			}
			out = append(out, f[k])
		}
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
	g.left = size
	return g
}

// Read reads the file that [Generator.CSV] promised.
func (g *Generator) Read(p []byte) (n int, err error) {
	for len(g.rows) == 0 {
		if g.left <= 0 {
			return 0, io.EOF
		}
		g.rows = g.Next().AppendCSV(nil)
		g.left -= len(g.rows)
	}
	n = copy(p, g.rows)
	g.rows = g.rows[n:]
	return n, nil
}
