package parser

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"reftel/model"
)

// wide codes a text as UTF-16, with a byte order mark or without.
func wide(text string, order binary.AppendByteOrder, mark bool) []byte {
	var out []byte
	if mark {
		out = order.AppendUint16(out, 0xfeff)
	}
	for _, unit := range utf16.Encode([]rune(text)) {
		out = order.AppendUint16(out, unit)
	}
	return out
}

// A file of UTF-16 gives the cables of the same file in UTF-8, whatever its format.
func TestWideFiles(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("testdata", "*.*"))
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		name := filepath.Base(path)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(data) { // what its bytes mean is a guess
			continue
		}
		want := Parse(name, data, Options{})
		for what, coded := range map[string][]byte{
			"little endian": wide(string(data), binary.LittleEndian, true),
			"big endian":    wide(string(data), binary.BigEndian, true),
			"no mark":       wide(string(data), binary.LittleEndian, false),
		} {
			r := Parse(name, coded, Options{})
			for _, broken := range evidence(name, coded, r) {
				t.Errorf("%s, %s: %s", name, what, broken)
			}
			if r.Format != want.Format || len(r.Cables) != len(want.Cables) {
				t.Errorf("%s, %s: %d cables, format %q", name, what, len(r.Cables), r.Format)
				continue
			}
			for i, c := range r.Cables {
				var other []model.Warning
				for _, w := range c.Warnings {
					if w.Kind != WarnEncoding {
						other = append(other, w)
					}
				}
				guessed := len(other) < len(c.Warnings)
				c.Warnings = other
				if guessed != (what == "no mark" && i == 0) {
					t.Errorf("%s, %s: cable %d says that its characters were guessed: %v", name, what, i, guessed)
				}
				if got := withoutSource(t, c); got != withoutSource(t, want.Cables[i]) {
					t.Errorf("%s, %s: cable %d is read as %s", name, what, i, got)
				}
			}
		}
	}
}

// Signs beyond the first plane, entities and half characters at the end of the file keep their places.
func TestWidePageOfOddSigns(t *testing.T) {
	text := "<html><body><pre>O 041200Z MAR 09\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC\nC O N F I D E N T I A L ROME 000012\nSUBJECT: X\n\n" +
		"1. (C) A caf\u00e9 \U0001f600 &eacute;&amp; \u00a0&nbsp; end.\n</pre></body></html>"
	data := append(wide(text, binary.LittleEndian, true), 0x41)
	r := Parse("odd.html", data, Options{})
	for _, broken := range evidence("odd.html", data, r) {
		t.Error(broken)
	}
	if len(r.Cables) != 1 {
		t.Fatalf("%d cables", len(r.Cables))
	}
	c := r.Cables[0]
	at, ok := c.Paragraph(1)
	if !ok || c.Blocks[at].Kind != model.Paragraph || c.Blocks[at].Text != "A caf\u00e9 \U0001f600 \u00e9&    end." {
		t.Errorf("blocks %+v", c.Blocks)
	}
}
