package parser

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"reftel/model"
)

// nbsp is the no-break space that publishers leave at line ends; it reads as a space.
const nbsp = "\u00a0"

// decodePlain reads a plain text file: UTF-8 with or without byte order mark, UTF-16 with one.
// Bytes that are no UTF-8 are read as Windows-1252, and a warning says so. A file that is plain
// UTF-8 without no-break spaces keeps its bytes as they are.
func decodePlain(file string, data []byte) *document {
	d := &document{file: file, data: data}
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		d.decodeUTF16(binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		d.decodeUTF16(binary.BigEndian)
	case utf8.Valid(data) && !bytes.Contains(data, []byte(nbsp)) && !bytes.HasPrefix(data, []byte("\ufeff")):
		d.text = string(data)
	default:
		var b strings.Builder
		b.Grow(len(data))
		start := 0
		if bytes.HasPrefix(data, []byte("\ufeff")) {
			start = len("\ufeff")
			d.markup = append(d.markup, model.Span{Start: 0, End: start})
		}
		d.appendBytes(&b, start, len(data))
		d.text = b.String()
	}
	return d
}

// appendBytes decodes data[start:end], a run of text without markup, to b.
func (d *document) appendBytes(b *strings.Builder, start, end int) {
	from := start // start of what can be taken over as it is
	keep := func(to int) {
		d.addRun(run{text: b.Len(), file: from, textLen: to - from, fileLen: to - from, kind: sameBytes})
		b.Write(d.data[from:to])
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

// decodeUTF16 reads a file that begins with the byte order mark of UTF-16.
func (d *document) decodeUTF16(order binary.ByteOrder) {
	var b strings.Builder
	b.Grow(len(d.data) / 2)
	d.markup = append(d.markup, model.Span{Start: 0, End: 2})
	d.runs = []run{}
	i := 2
	for i+1 < len(d.data) {
		unit := order.Uint16(d.data[i:])
		if unit < utf8.RuneSelf {
			d.addRun(run{text: b.Len(), file: i, textLen: 1, fileLen: 2, kind: wideBytes})
			b.WriteByte(byte(unit))
			i += 2
			continue
		}
		r, n := rune(unit), 2
		if utf16.IsSurrogate(r) {
			second := rune(0)
			if i+3 < len(d.data) {
				second = rune(order.Uint16(d.data[i+2:]))
			}
			if r = utf16.DecodeRune(r, second); r != utf8.RuneError {
				n = 4
			}
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
			Text: "the file ends in half a UTF-16 character"})
	}
	d.text = b.String()
}
