package parser

import (
	"sort"
	"strings"
)

// What is particular to texts typed all in capitals: empty lines in mid-sentence, and tables of words and
// figures, whose rows may be numbered or lettered like paragraphs.

// closeGaps takes empty lines in mid-sentence for nothing: a typist's sheet ended there, or the copy lost what
// marked it. The line above is one of several, or a paragraph's first, and fills its width without ending a sentence.
func (t *telegram) closeGaps() {
	if !t.typed {
		return
	}
	for i := 1; i < len(t.items); i++ {
		it := &t.items[i]
		last, text := t.text(i-1), t.text(i)
		if !it.gap || t.items[i-1].gap && !beginsParagraph(last) || endsSentence(last) || len(last)*4 < t.width*3 || t.isRow(i-1) || t.isRow(i) || t.indent(i) > t.indent(i-1)+1 {
			continue
		}
		_, _, bullet := readBullet(text)
		if !beginsParagraph(text) && bullet == 0 && !isRule(text) && !isRule(last) && !isTrailer(text) && len(text) > t.width/2 {
			it.gap = false
		}
	}
}

func beginsParagraph(s string) bool {
	_, ok := readNumber(s)
	return ok
}

// opensAlike reports whether item i is one of several lines that begin with the same title: a list of persons.
func (t *telegram) opensAlike(i int) bool {
	title := func(k int) string {
		if k >= len(t.items) || k > i && t.items[k].gap {
			return ""
		}
		return t.text(k)[:firstWord(t.text(k))]
	}
	own := title(i)
	return len(own) > 2 && strings.HasSuffix(own, ".") && !isDigit(own[0]) && (own == title(i-1) || own == title(i+1))
}

// table is a run of items whose line ends and columns count.
type table struct{ start, end int }

// isOutlineTitle reports whether item i is a title with a Roman numeral, alone on its line: the text goes on below
// it without an empty line.
func (t *telegram) isOutlineTitle(i, next int) bool {
	text := t.text(i)
	numeral := strings.TrimLeft(text, "IVX")
	if !t.typed || i+1 >= next || !t.items[i].gap || len(numeral) == len(text) || !strings.HasPrefix(numeral, ". ") {
		return false
	}
	return !endsSentence(text) && t.lineBreak(i+1) != wrapped
}

// isRow reports whether an item has the gaps of columns.
func (t *telegram) isRow(i int) bool {
	const column, wide = 3, 4 // blanks between columns; one wide gap is enough
	s := t.text(i)
	gaps := 0
	for at := 0; at < len(s); {
		if s[at] == '\t' {
			return true
		}
		if s[at] != ' ' {
			at++
			continue
		}
		end := scanBlanks(s, at)
		switch {
		case end-at >= wide && s[at-1] != '.':
			return true
		case end-at >= column:
			gaps++
		}
		at = end
	}
	return gaps > 1
}

// isCell reports whether an item stands so far to the right that it can only be in a column, or below a column of
// the row or the cell above it.
func (t *telegram) isCell(i int) bool {
	const right, least, slip = 20, 12, 2
	at := t.indent(i)
	if at >= right || at < least || i == 0 || t.items[i].gap {
		return at >= right
	}
	above := t.doc.text[t.items[i-1].raw.Start:t.items[i-1].span.End]
	below := at < len(above) && above[at] != ' ' && strings.HasSuffix(above[:at], "  ")
	indent := t.indent(i - 1)
	return below || indent >= least && indent-slip <= at && at <= indent+slip
}

// isColumns reports whether all lines of a run are rows of a table or cells, if only one.
func (t *telegram) isColumns(i, next int) bool {
	if !t.typed || t.isBullet(i) {
		return false
	}
	for k := i; k < next; k++ {
		if !t.isRow(k) && !t.isCell(k) {
			return false
		}
	}
	return true
}

// findTables finds the runs of at least three rows; up to two short lines without columns may stand between
// rows, for the words of a row may take more than one line.
func (t *telegram) findTables(end int) {
	const fewest, between = 3, 2
	t.tables = nil
	if !t.typed {
		return
	}
	for i := 0; i < end; i++ {
		if !t.isRow(i) && !(t.isCell(i) && i+1 < end && t.isRow(i+1)) {
			continue
		}
		last, rows := i, 1
		for k := i + 1; k < end && k <= last+between+1 && !t.items[k].gap; k++ {
			if t.isRow(k) || t.isCell(k) {
				last = k
				rows++
			} else if t.items[k].span.Len()*5 > t.width*3 || isRule(t.text(k)) && k > last+1 {
				break
			}
		}
		if rows >= fewest {
			t.tables = append(t.tables, table{t.tableStart(i), last + 1})
		}
		i = last
	}
}

// tableStart takes the short line above the first row into the table, if it is all that stands there: the table's title,
// or the first half of what the first row is about.
func (t *telegram) tableStart(i int) int {
	if i == 0 || t.items[i].gap || !t.items[i-1].gap || t.items[i-1].span.Len()*2 > t.width {
		return i
	}
	above := t.text(i - 1)
	if _, _, bullet := readBullet(above); bullet > 0 || beginsParagraph(above) || isRule(above) || endsSentence(above) {
		return i
	}
	return i - 1
}

// tableFrom returns the first table that ends behind item i; ok is false when none does.
func (t *telegram) tableFrom(i int) (b table, ok bool) {
	n := sort.Search(len(t.tables), func(n int) bool { return t.tables[n].end > i })
	if n == len(t.tables) {
		return table{}, false
	}
	return t.tables[n], true
}

// inTable reports whether item i is part of a table.
func (t *telegram) inTable(i int) bool {
	b, ok := t.tableFrom(i)
	return ok && b.start <= i
}
