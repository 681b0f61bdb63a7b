package watchlist_test

import (
	"fmt"
	"strings"
	"testing"

	"reftel/model/watchlist"
)

func TestRead(t *testing.T) {
	utf16 := func(s string, big, mark bool) string {
		var b strings.Builder
		if mark {
			s = "\ufeff" + s
		}
		for _, r := range s {
			if big {
				b.Write([]byte{byte(r >> 8), byte(r)})
			} else {
				b.Write([]byte{byte(r), byte(r >> 8)})
			}
		}
		return b.String()
	}
	const plain = "Ada Quill\nPeña\n"
	want := "[{1 Ada Quill} {2 Peña}]"
	tests := []struct{ what, file, want string }{
		{"UTF-8", plain, want},
		{"with a mark", "\ufeff" + plain, want},
		{"UTF-16", utf16(plain, false, true), want},
		{"UTF-16, big end first", utf16(plain, true, true), want},
		{"UTF-16 without a mark", utf16(plain, false, false), want},
		{"UTF-16 without a mark, big end first", utf16(plain, true, false), want},
		{"Windows-1252", "Ada Quill\nPe\xf1a\n", want},
		{"line ends of Windows", "Ada Quill\r\nPeña\r\n", want},
		{"line ends of old", "Ada Quill\rPeña", want},
		{"comments, blanks, twice", "# mine\n\n  Ada Quill \nADA  QUILL\n", "[{3 Ada Quill}]"},
		{"no name", "\n# nothing\n", "there is no name in it"},
		{"empty", "", "there is no name in it"},
		{"signs", "Ada Quill\n---\n", "line 2 has neither a letter nor a digit"},
		{"a text", strings.Repeat("word ", 40), "line 1 has 40 words"},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "NUL bytes"},
	}
	for _, test := range tests {
		l, err := watchlist.Read(strings.NewReader(test.file))
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = fmt.Sprint(l.Entries)
		}
		if !strings.Contains(got, test.want) {
			t.Errorf("%s: %s, want %s", test.what, got, test.want)
		}
	}
}

func TestIn(t *testing.T) {
	l, err := watchlist.Read(strings.NewReader("Quill, Ada\nQuill\nPort Authority\n"))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ text, want string }{
		{"ADA QUILL spoke", "0:ADA QUILL 1:QUILL"},
		{"QUILL, ADA (b. 1950)", "1:QUILL 0:QUILL, ADA"},
		{"Ada Quill, Ada", "0:Ada Quill 1:Quill"},
		{"the port authority", "2:port authority"},
		{"nobody", ""},
	}
	for _, test := range tests {
		var got []string
		for _, at := range l.In(test.text) {
			got = append(got, fmt.Sprintf("%d:%s", at.Entry, at.Span.In(test.text)))
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("in %q are %q, want %q", test.text, s, test.want)
		}
	}
}
