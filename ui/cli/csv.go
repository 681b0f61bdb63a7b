package cli

import (
	"strings"
	"unicode/utf8"
)

// formulaSigns are the signs that a formula begins with, and their full-width forms, which some spreadsheets take for them.
const formulaSigns = "=+-@＝＋－＠"

// csv writes a row of comma-separated values, every cell in one line and harmless. A cell that a spreadsheet would take for
// a formula is given an apostrophe in front, as spreadsheets themselves mark text.
func (p *printer) csv(cells []string) {
	var b strings.Builder
	for i, cell := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		cell = flat(cell)
		if first, _ := utf8.DecodeRuneInString(cell); cell != "" && strings.ContainsRune(formulaSigns, first) {
			cell = "'" + cell
		}
		if strings.ContainsAny(cell, ",\"") {
			cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		b.WriteString(cell)
	}
	p.raw(b.String() + "\n")
}
