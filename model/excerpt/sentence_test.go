package excerpt_test

import (
	"strings"
	"testing"

	"reftel/model"
	"reftel/model/excerpt"
)

func TestSentence(t *testing.T) {
	tests := []struct{ text, what, want string }{
		{"One came. Ada Quill spoke. Nobody heard.", "Quill", "Ada Quill spoke."},
		{"One came. Gen. A. B. Quill spoke to Mr. Pell. Nobody heard.", "Quill", "Gen. A. B. Quill spoke to Mr. Pell."},
		{"Who came? \"Quill!\" Nobody heard.", "Quill", "\"Quill!\""},
		{"It cost 3.5 m for Quill at port.gov no. 7 only.", "Quill", "It cost 3.5 m for Quill at port.gov no. 7 only."},
		{"HEADING\n\nQuill went\nhome", "Quill", "Quill went\nhome"},
		{"Quill", "Quill", "Quill"},
		{strings.Repeat("long ", 30) + "Quill" + strings.Repeat(" words", 30), "Quill", "long long long long Quill words words words"},
	}
	for _, test := range tests {
		at := strings.Index(test.text, test.what)
		got := excerpt.Sentence(test.text, model.Span{Start: at, End: at + len(test.what)}, 20, 20)
		if test.text[0] != 'l' {
			got = excerpt.Sentence(test.text, model.Span{Start: at, End: at + len(test.what)}, 200, 200)
		}
		if s := got.In(test.text); s != test.want {
			t.Errorf("in %q: %q, want %q", test.text, s, test.want)
		}
	}
}

func FuzzSentence(f *testing.F) {
	f.Add("One came. Gen. Quill spoke? Yes.", 3, 9, 10)
	f.Add("…\xff.\n\n”. A", 2, 3, 1)
	f.Fuzz(func(t *testing.T, text string, start, end, room int) {
		room = max(0, min(room, 1000))
		start = max(0, min(start, len(text)))
		end = max(start, min(end, len(text)))
		got := excerpt.Sentence(text, model.Span{Start: start, End: end}, room, room)
		if got.Start > start || got.End < end || got.Start < 0 || got.End > len(text) {
			t.Errorf("%v of %q does not hold %d to %d", got, text, start, end)
		}
	})
}
