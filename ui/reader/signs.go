package reader

import (
	"fmt"
	"slices"
	"strings"

	"reftel/model"
	"reftel/ui/render"
	"reftel/ui/theme"
	"reftel/ui/visible"
)

// lines lays out the text of a block, or the part of it that begins at byte start, with the signs of its
// footnotes raised as an edition prints them. None of the lines is wider than width.
func (d *doc) lines(block int, text string, start, width int, pre bool) []render.Line {
	width = max(1, width)
	signs := d.noteSigns(block, start, start+len(text), pre)
	const tries = 4 // a sign is a cell or two
	for narrower := 0; ; narrower++ {
		lines := slices.Clone(d.render.Lay(text, max(1, width-narrower), pre))
		for i := range lines {
			lines[i] = shifted(lines[i], start)
		}
		if len(signs) == 0 || d.raise(lines, signs, width) {
			return lines
		}
		if narrower == tries || width-narrower <= 1 {
			return d.apart(lines, signs, width)
		}
	}
}

// noteSigns returns the signs of footnotes in a part of a block, in the order of the text. In a table
// they would move the columns: those that are no part of its text stand in the margin (see [doc.sign]).
func (d *doc) noteSigns(block, from, to int, pre bool) []model.Mark {
	var out []model.Mark
	for _, m := range d.marksOf(block) {
		if m.Kind == model.NoteSign && from <= m.Span.Start && m.Span.End <= to && !(pre && m.Span.Empty()) {
			out = append(out, m)
		}
	}
	return out
}

// marksOf returns the marks of a block.
func (d *doc) marksOf(block int) []model.Mark {
	if d.marks == nil {
		d.marks = map[int][]model.Mark{}
		for _, m := range d.cable.Marks {
			d.marks[m.Block] = append(d.marks[m.Block], m)
		}
	}
	return d.marks[block]
}

// raise puts the signs into the lines; false when a line would be wider than width.
func (d *doc) raise(lines []render.Line, signs []model.Mark, width int) bool {
	var last model.Mark
	for _, m := range signs {
		text, ok := d.raised(m)
		if !ok {
			continue
		}
		if m.Span.Empty() && m.Span == last.Span && last.Kind != "" {
			text = " " + text // two signs at one place are not one number
		}
		last = m
		i := lineAt(lines, m)
		lines[i] = lines[i].Splice(m.Span, text)
		if lines[i].Width() > width {
			return false
		}
	}
	return true
}

// apart is for panes in which not even a sign fits beside a word: each has a line of its own.
func (d *doc) apart(lines []render.Line, signs []model.Mark, width int) []render.Line {
	for _, m := range slices.Backward(signs) {
		text, _ := d.raised(m)
		i := lineAt(lines, m)
		if !m.Span.Empty() {
			if l := lines[i].Splice(m.Span, text); l.Width() <= width {
				lines[i] = l
			}
			continue
		}
		for k, part := range breakWord(text, width) {
			own := render.Line{Runs: []render.Run{{Text: part, At: m.Span}}}
			lines = slices.Insert(lines, i+1+k, own)
		}
	}
	return lines
}

// lineAt returns the index of the line that shows the byte before a sign, or the sign itself.
func lineAt(lines []render.Line, m model.Mark) int {
	at := m.Span.Start
	if m.Span.Empty() {
		at--
	}
	last := 0
	for i, l := range lines {
		for _, run := range l.Runs {
			if run.At.Empty() {
				continue
			}
			last = i
			if at < run.At.End {
				return i
			}
		}
	}
	return last
}

// raised is how the sign of a footnote is drawn: digits as an edition prints them, what is no part of
// the text and no number in brackets. ok is false for signs that stand as they are: [3], Source.
func (d *doc) raised(m model.Mark) (sign string, ok bool) {
	digits := strings.Trim(m.Form, "0123456789") == "" && m.Form != ""
	if m.Span.Empty() {
		digits = strings.Trim(m.Target, "0123456789") == "" && m.Target != ""
	}
	switch {
	case digits && m.Span.Empty():
		return d.number(m.Target), true
	case digits:
		return d.number(m.Form), true
	case !m.Span.Empty():
		return "", false
	case m.Target == "*" || m.Target == "†":
		return m.Target, true
	}
	return "[" + visible.Line(m.Target) + "]", true
}

// number raises a number; in ASCII it stands in brackets.
func (d *doc) number(number string) string {
	if d.ascii {
		return "[" + number + "]"
	}
	return superscript.Replace(number)
}

// superscript raises digits.
var superscript = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// withSigns shows where pages ended and stamps stood: by thin signs in the margin, beside the row in which
// they stood, or in rows of their own where there is no margin.
func (d *doc) withSigns(rows []row, block int) []row {
	for _, m := range d.marksOf(block) {
		if !m.Span.Empty() {
			continue
		}
		sign := d.sign(m)
		if sign == "" {
			continue
		}
		i := rowAt(rows, block, m.Span.Start)
		if d.geo.inline() || rows[i].wide {
			rows = d.ownRow(rows, i, sign)
			continue
		}
		for i < len(rows) && !rows[i].margin.takes(sign, d.geo.margin-2) {
			i++
		}
		if i == len(rows) {
			rows = append(rows, row{})
		}
		rows[i].margin = rows[i].margin.with(sign)
	}
	return rows
}

// ownRow puts a sign into a row above row i, at its right end; the same sign twice is one.
func (d *doc) ownRow(rows []row, i int, sign string) []row {
	if i > 0 && rows[i-1].sign == sign {
		return rows
	}
	shown := d.cut(sign, d.geo.measure)
	own := row{sign: sign, indent: d.geo.measure - render.Width(shown), parts: []part{{block: -1, lead: shown}}}
	return slices.Insert(rows, i, own)
}

// takes reports whether the margin of a row has room for a sign: it is empty, or has the same sign, or
// other signs and room for one more.
func (m marginText) takes(sign string, room int) bool {
	switch {
	case m.empty(), m.shows(sign):
		return true
	case m.sign == "" || m.label:
		return false
	}
	return render.Width(m.sign+" "+sign) <= room
}

// with returns the margin with one more sign.
func (m marginText) with(sign string) marginText {
	switch {
	case m.shows(sign):
		return m
	case m.sign == "":
		return marginText{sign: sign}
	}
	return marginText{sign: m.sign + " " + sign}
}

// shows reports whether a sign stands in the margin already.
func (m marginText) shows(sign string) bool {
	return !m.label && (m.sign == sign || strings.HasSuffix(m.sign, " "+sign))
}

// cut cuts what stands in the margin.
func (d *doc) cut(s string, width int) string {
	if cut := render.Truncate(s, width); d.ascii && cut != s {
		return theme.ASCII(cut)
	}
	return render.Truncate(s, width)
}

// sign is what the margin shows for a mark that has no words in the text, "" for nothing.
func (d *doc) sign(m model.Mark) string {
	switch m.Kind {
	case model.PageBreak:
		return d.pageSign(m)
	case model.Stamp:
		return "stamp"
	case model.NoteSign:
		if m.Block < len(d.cable.Blocks) && inTable(&d.cable.Blocks[m.Block]) {
			return d.cut("note "+visible.Line(m.Target), max(1, d.geo.margin-2))
		}
	}
	return ""
}

// inTable reports whether the columns of a block count.
func inTable(b *model.Block) bool {
	return b.Kind == model.Rule || b.Kind == model.Trailer || b.Kind == model.Preformatted
}

// pageSign is what the margin shows for a page marker: its number, or the words themselves where it
// has none (a caption that a page break left in mid-sentence).
func (d *doc) pageSign(m model.Mark) string {
	room := d.geo.margin - 2
	if d.geo.inline() {
		room = d.geo.measure
	}
	if m.Page == 0 {
		return d.cut(visible.Line(m.Form), room)
	}
	letter := "p"
	if m.Head {
		letter = "s"
	}
	sign := fmt.Sprintf("%s.%d", letter, m.Page)
	if long := fmt.Sprintf("%s/%d", sign, m.Pages); m.Pages > 0 && len(long) <= room {
		return long
	}
	return sign
}
