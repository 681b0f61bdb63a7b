package parser

import (
	"strings"
	"testing"

	"reftel/model"
)

// A file of nothing but characters that were decoded has one run for all of them, and each leads to its own bytes.
func TestRunOfDecodedCharacters(t *testing.T) {
	const n = 1000
	for _, c := range []struct {
		name, file string
		text, data int // bytes of a character in the text and in the file
	}{
		{"Windows-1252", strings.Repeat("\xe9", n), 2, 1},
		{"no-break spaces", strings.Repeat("\u00a0", n), 1, 2},
		{"UTF-16", "\xff\xfe" + strings.Repeat("\x16\x04", n), 2, 2},
		{"UTF-32", "\xff\xfe\x00\x00" + strings.Repeat("\x16\x04\x00\x00", n), 2, 4},
	} {
		d := decodePlain("", []byte(c.file))
		if len(d.text) != n*c.text || len(d.runs) != 1 {
			t.Errorf("%s: %d bytes of text in %d runs", c.name, len(d.text), len(d.runs))
			continue
		}
		start := len(c.file) - n*c.data
		for _, at := range []int{0, 1, n / 2, n - 1} {
			span := model.Span{Start: at * c.text, End: (at + 1) * c.text}
			want := model.Span{Start: start + at*c.data, End: start + (at+1)*c.data}
			if got := d.fileSpan(span); got != want {
				t.Errorf("%s: character %d stands at %v of the file, want %v", c.name, at, got, want)
			}
		}
		half := model.Span{Start: c.text, End: 3*c.text - c.text/2} // which ends inside the third character
		if got, want := d.fileSpan(half), (model.Span{Start: start + c.data, End: start + 3*c.data}); c.text > 1 && got != want {
			t.Errorf("%s: half a character gives %v, want %v", c.name, got, want)
		}
	}
}

// White space that is spelled as entities is markup where it is not text, also among other entities of its length.
func TestSpelledWhiteSpaceInARun(t *testing.T) {
	page := "<html><body><pre>FM AMEMBASSY ZENDA&#x41;&#x20;&#x42;&#x20;&#x20;\n1. (C) Lamps.\n2. (C) Oil.</pre></body></html>"
	p := decodePage("", []byte(page))
	first := strings.Index(page, "&#x20;")
	var got []model.Span
	got = append(got, p.spelled()...)
	if len(got) != 3 || got[0] != (model.Span{Start: first, End: first + 6}) || got[2].End != strings.Index(page, "\n1.") {
		t.Errorf("spelled white space at %v", got)
	}
}

// Characters that were guessed are a doubt about the cable that they stand in.
func TestDoubtsAboutCharactersBelongToACable(t *testing.T) {
	cable := func(serial, word string) string {
		return "FM AMEMBASSY ZENDA\nTO SECSTATE WASHDC\nC O N F I D E N T I A L ZENDA 00008" + serial + "\nSUBJECT: LAMPS\n1. (C) The " + word + " burns.\n\n"
	}
	r := Parse("x.txt", []byte(cable("3", "lamp")+cable("4", "lanterne \xe9lev\xe9e")+cable("5", "wick")), Options{Format: model.Telegram})
	if len(r.Cables) != 3 {
		t.Fatalf("%d cables", len(r.Cables))
	}
	for i, want := range []int{0, 1, 0} {
		n := 0
		for _, w := range r.Cables[i].Warnings {
			if w.Kind == WarnEncoding {
				n++
			}
		}
		if n != want {
			t.Errorf("cable %d: %d doubts about its characters, want %d: %v", i, n, want, r.Cables[i].Warnings)
		}
	}
}
