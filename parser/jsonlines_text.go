package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reftel/model"
)

// jsonText is the document that the strings of one record make: their characters, with the way back to
// the bytes of the JSON they were written as.
type jsonText struct {
	*document
	b      strings.Builder
	used   []model.Span // of the file: the insides of strings that became text
	blanks []model.Span // of the file: what stands for white space and is none by itself

	doubt   string // about the coding of a string; "" if there is none
	doubtAt model.Span
}

// newJSONText begins a document that will have about so many runs.
func newJSONText(file string, data []byte, runs int) *jsonText {
	return &jsonText{document: &document{file: file, data: data, runs: make([]run, 0, runs)}}
}

// add appends the string at s, which has its quotation marks, and returns where its text stands. Texts of
// publishers have no-break spaces for spaces; exact keeps them.
func (t *jsonText) add(s model.Span, exact bool) model.Span {
	inside := model.Span{Start: s.Start + 1, End: s.End - 1}
	start := t.b.Len()
	from := inside.Start
	keep := func(to int) {
		t.addRun(run{text: t.b.Len(), file: from, textLen: to - from, fileLen: to - from, kind: sameBytes})
		t.b.Write(t.data[from:to])
	}
	for i := inside.Start; i < inside.End; {
		c := t.data[i]
		if c != '\\' && c < utf8.RuneSelf {
			i++
			continue
		}
		if c == '\\' {
			r, n, lone := jsonEscape(t.data, i, inside.End)
			if n == 0 {
				t.doubts(i, "a string has an escape that JSON does not have: its backslash is read as one")
				i++
				continue
			}
			if lone {
				t.doubts(i, `a string has half a surrogate pair (\ud800): it is read as U+FFFD`)
			}
			keep(i)
			t.escape(i, n, r, exact)
			i += n
			from = i
			continue
		}
		r, n := utf8.DecodeRune(t.data[i:inside.End])
		broken := r == utf8.RuneError && n == 1
		if broken || r == '\u00a0' && !exact {
			keep(i)
			at := t.b.Len()
			t.appendBytes(&t.b, i, i+n)
			from = i + n
			if broken && isBlank(t.b.String()[at:]) {
				t.blank(i, n)
			}
		}
		if broken {
			t.doubts(i, "a string has bytes that are no UTF-8: they were read as Windows-1252")
		}
		i += n
	}
	keep(inside.End)
	return t.end(start, inside)
}

// raw appends a value that is no string as it is written.
func (t *jsonText) raw(s model.Span) model.Span {
	start := t.b.Len()
	t.appendBytes(&t.b, s.Start, s.End)
	return t.end(start, s)
}

// end parts the text that was added from the next with an empty line, which no byte of the file gave.
func (t *jsonText) end(start int, file model.Span) model.Span {
	t.used = append(t.used, file)
	s := model.Span{Start: start, End: t.b.Len()}
	t.b.WriteString("\n\n")
	return s
}

// escape appends the character that an escape of n bytes stands for. Escapes of two bytes in a row are one
// run: texts in one string have one at each line end.
func (t *jsonText) escape(at, n int, r rune, exact bool) {
	text := string(r)
	if r == '\u00a0' && !exact {
		text = " "
	}
	kind := decoded
	if n == 2 {
		kind = wideBytes
	}
	t.addRun(run{text: t.b.Len(), file: at, textLen: len(text), fileLen: n, kind: kind})
	t.b.WriteString(text)
	if unicode.IsSpace(r) {
		t.blank(at, n)
	}
}

// blank notes white space that n bytes of the file stand for.
func (t *jsonText) blank(at, n int) {
	if last := len(t.blanks) - 1; last >= 0 && t.blanks[last].End == at {
		t.blanks[last].End += n
	} else {
		t.blanks = append(t.blanks, model.Span{Start: at, End: at + n})
	}
}

func (t *jsonText) doubts(at int, what string) {
	if t.doubt == "" {
		t.doubt, t.doubtAt = what, model.Span{Start: at, End: at + 1}
	}
}

// finish makes what was added the text of the document.
func (t *jsonText) finish() { t.text = t.b.String() }

// around returns the bytes of a record that became no text: keys, numbers, brackets.
func (t *jsonText) around(record model.Span) []model.Span {
	slices.SortFunc(t.used, func(a, b model.Span) int { return a.Start - b.Start })
	out := make([]model.Span, 0, len(t.used)+1)
	at := record.Start
	for _, s := range append(t.used, model.Span{Start: record.End, End: record.End}) {
		if s.Start > at {
			out = append(out, model.Span{Start: at, End: s.Start})
		}
		at = max(at, s.End)
	}
	return out
}

// jsonString decodes a short string: a key, a name. What is no UTF-8 becomes U+FFFD.
func jsonString(data []byte, s model.Span) string {
	inside := data[s.Start+1 : s.End-1]
	if !slices.Contains(inside, '\\') {
		return strings.ToValidUTF8(string(inside), "\ufffd")
	}
	t := newJSONText("", data, 1)
	text := t.add(s, true)
	return t.b.String()[:text.End]
}
