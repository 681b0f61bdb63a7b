package parser

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"reftel/model"
)

// nbsp is the no-break space that publishers leave at line ends; it reads as a space.
const nbsp = "\u00a0"

// byteOrderMark stands in front of some files of UTF-8.
const byteOrderMark = "\ufeff"

// decodePlain reads a plain text file: UTF-8 or UTF-16 with or without byte order mark, UTF-32 with one.
// Bytes that are no UTF-8 are read as Windows-1252, and a warning says so. A file that is plain
// UTF-8 without no-break spaces keeps its bytes as they are.
func decodePlain(file string, data []byte) *document {
	d := &document{file: file, data: data}
	coding, wide := wideCoding(data)
	switch {
	case wide:
		d.decodeWide(coding)
	case isUnchanged(data) && !bytes.HasPrefix(data, []byte(byteOrderMark)):
		d.text = string(data)
	default:
		var b strings.Builder
		b.Grow(len(data))
		start := 0
		if bytes.HasPrefix(data, []byte(byteOrderMark)) {
			start = len(byteOrderMark)
			d.markup = append(d.markup, model.Span{Start: 0, End: start})
		}
		if n := changedStretches(data); n > 0 { // each has a run, and so has what stands before it
			d.runs = make([]run, 0, 2*n+1)
		}
		d.appendBytes(&b, start, len(data))
		d.text = b.String()
	}
	return d
}

// isUnchanged reports whether data is text as it is: UTF-8 without no-break spaces.
func isUnchanged(data []byte) bool { return utf8.Valid(data) && !bytes.Contains(data, []byte(nbsp)) }

// changedStretches counts the stretches of data that are no-break spaces or no UTF-8.
func changedStretches(data []byte) (n int) {
	var before rune // the changed character in front
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r != '\u00a0' && (r != utf8.RuneError || size > 1) {
			r = 0
		}
		if r != 0 && r != before {
			n++
		}
		before = r
		data = data[size:]
	}
	return n
}

// appendBytes decodes data[start:end], a run of text without markup, to b.
func (d *document) appendBytes(b *strings.Builder, start, end int) {
	from := start // start of what can be taken over as it is
	keep := func(to int) {
		d.addRun(run{text: b.Len(), file: from, textLen: to - from, fileLen: to - from, kind: sameBytes})
		b.Write(d.data[from:to])
	}
	if isUnchanged(d.data[start:end]) {
		keep(end)
		return
	}
	for i := start; i < end; {
		c := d.data[i]
		if c < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(d.data[i:end])
		text := ""
		switch {
		case r == utf8.RuneError && n == 1:
			text = string(charmap.Windows1252.DecodeByte(c))
			if text == "\ufffd" { // one of the five bytes that Windows-1252 leaves open
				text = string(rune(c))
			}
			if text == nbsp {
				text = " "
			}
			d.warnEncoding(model.Span{Start: i, End: i + 1})
		case r == '\u00a0':
			text = " "
		default:
			i += n
			continue
		}
		keep(i)
		d.addRun(run{text: b.Len(), file: i, textLen: len(text), fileLen: n, kind: decoded})
		b.WriteString(text)
		i += n
		from = i
	}
	keep(end)
}

// warnEncoding notes once for a file that its bytes are not all UTF-8.
func (d *document) warnEncoding(at model.Span) {
	for _, w := range d.warnings {
		if w.Kind == WarnEncoding {
			return
		}
	}
	d.warnings = append(d.warnings, model.Warning{Kind: WarnEncoding, At: at,
		Text: "some bytes are no UTF-8; they were read as Windows-1252"})
}

// coding is how a file of wide characters is coded.
type coding struct {
	order binary.ByteOrder
	width int // bytes of a unit: 2 in UTF-16, 4 in UTF-32
	mark  int // bytes of the byte order mark
}

// wideCoding tells UTF-16 and UTF-32 by their byte order marks; UTF-16 without one, by its many zeros.
func wideCoding(data []byte) (c coding, ok bool) {
	for _, sign := range []struct {
		mark string
		coding
	}{
		{"\xff\xfe\x00\x00", coding{binary.LittleEndian, 4, 4}},
		{"\x00\x00\xfe\xff", coding{binary.BigEndian, 4, 4}},
		{"\xff\xfe", coding{binary.LittleEndian, 2, 2}},
		{"\xfe\xff", coding{binary.BigEndian, 2, 2}},
	} {
		if bytes.HasPrefix(data, []byte(sign.mark)) {
			return sign.coding, true
		}
	}
	const fewest, sample = 16, 4096 // bytes that tell
	head := data[:min(len(data), sample)&^1]
	if len(head) < fewest || bytes.IndexByte(head, 0) < 0 {
		return c, false
	}
	for lane, order := range []binary.ByteOrder{binary.BigEndian, binary.LittleEndian} {
		zeros, odd := 0, 0 // of the high bytes; low bytes that no text has
		for i := 0; i < len(head); i += 2 {
			if head[i+lane] == 0 {
				zeros++
			}
			if low := head[i+1-lane]; low < ' ' && low != '\n' && low != '\r' && low != '\t' && low != '\f' {
				odd++
			}
		}
		if n := len(head) / 2; zeros*4 >= n*3 && odd*50 <= n {
			return coding{order: order, width: 2}, true
		}
	}
	return c, false
}

// decodeWide reads a file of UTF-16 or UTF-32.
func (d *document) decodeWide(c coding) {
	var b strings.Builder
	b.Grow(len(d.data) / c.width)
	d.runs = []run{}
	i := c.mark
	if i > 0 {
		d.markup = append(d.markup, model.Span{Start: 0, End: i})
	} else {
		d.warnings = append(d.warnings, model.Warning{Kind: WarnEncoding, At: model.Span{Start: 0, End: 2},
			Text: "every other byte is zero: the file was read as UTF-16, although it has no byte order mark"})
	}
	for i+c.width <= len(d.data) {
		r, n := c.rune(d.data[i:])
		if r < utf8.RuneSelf {
			d.addRun(run{text: b.Len(), file: i, textLen: 1, fileLen: n, kind: wideBytes})
			b.WriteByte(byte(r))
			i += n
			continue
		}
		text := string(r)
		if r == '\u00a0' {
			text = " "
		}
		d.addRun(run{text: b.Len(), file: i, textLen: len(text), fileLen: n, kind: decoded})
		b.WriteString(text)
		i += n
	}
	if i < len(d.data) {
		d.markup = append(d.markup, model.Span{Start: i, End: len(d.data)})
		d.warnings = append(d.warnings, model.Warning{Kind: WarnEncoding, At: model.Span{Start: i, End: len(d.data)},
			Text: fmt.Sprintf("the file ends in half a UTF-%d character", 8*c.width)})
	}
	d.text = b.String()
}

// rune reads the first character of data, which is at least one unit long, and says how many bytes it takes.
func (c coding) rune(data []byte) (r rune, n int) {
	if c.width == 4 {
		unit := c.order.Uint32(data)
		if unit > unicode.MaxRune {
			return utf8.RuneError, 4
		}
		return rune(unit), 4
	}
	r = rune(c.order.Uint16(data))
	if utf16.IsSurrogate(r) && len(data) >= 4 {
		if pair := utf16.DecodeRune(r, rune(c.order.Uint16(data[2:]))); pair != utf8.RuneError {
			return pair, 4
		}
	}
	return r, 2
}
