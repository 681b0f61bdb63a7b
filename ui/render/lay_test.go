package render

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// check fails unless the lines show the text: all of it, in order, once, in rows that fit.
func check(t *testing.T, text string, width int, pre bool, lines []Line) {
	t.Helper()
	if len(lines) == 0 {
		t.Fatalf("no line for %q", text)
	}
	covered := make([]bool, len(text))
	last := Run{}
	for i, l := range lines {
		if w := l.Width(); w > max(width, 1) && !isOneCharacter(l.String()) {
			t.Fatalf("line %d of %q at width %d is %d wide: %q", i, text, width, w, l)
		}
		if len(l.Runs) == 0 {
			t.Fatalf("line %d of %q has no run", i, text)
		}
		for _, r := range l.Runs {
			if r.At.Start < 0 || r.At.End > len(text) || r.At.Start > r.At.End {
				t.Fatalf("run %q of %q is outside: %v", r.Text, text, r.At)
			}
			if r.At.Start < last.At.End && r.At != last.At && !r.At.Empty() {
				t.Fatalf("run %q of %q at %v goes back behind %v", r.Text, text, r.At, last.At)
			}
			if utf8.ValidString(text) && !(isBorder(text, r.At.Start) && isBorder(text, r.At.End)) {
				t.Fatalf("run %q of %q cuts a character: %v", r.Text, text, r.At)
			}
			if strings.ContainsFunc(r.Text, unicode.IsControl) || !utf8.ValidString(r.Text) {
				t.Fatalf("run %q of %q is not safe", r.Text, text)
			}
			if r.verbatim() && r.Text != r.At.In(text) {
				t.Fatalf("run %q stands for %q", r.Text, r.At.In(text))
			}
			for j := r.At.Start; j < r.At.End; j++ {
				if covered[j] && r.At != last.At {
					t.Fatalf("byte %d of %q is shown twice", j, text)
				}
				covered[j] = true
			}
			if !r.At.Empty() {
				last = r
			}
		}
	}
	for i, c := range text {
		if !covered[i] && !unicode.IsSpace(c) {
			t.Fatalf("byte %d (%q) of %q is not shown at width %d, pre %v:\n%s", i, c, text, width, pre, join(lines))
		}
	}
	want := letters(show(text, pre).text)
	got := strings.ReplaceAll(join(lines), "\n"+hangingMark, "")
	if letters(got) != want {
		t.Fatalf("got %q\nwant %q", letters(got), want)
	}
}

func isBorder(text string, at int) bool { return at == len(text) || utf8.RuneStart(text[at]) }

func isOneCharacter(s string) bool {
	if s == "" {
		return false
	}
	size, _ := cluster(s)
	return size == len(s)
}

// letters returns s without white space.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func join(lines []Line) string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l.String()
	}
	return strings.Join(out, "\n")
}

func TestLay(t *testing.T) {
	tests := []struct {
		name, text string
		width      int
		pre        bool
		want       string
	}{
		{"nothing", "", 10, false, ""},
		{"words", "The Ambassador called on the Minister.", 16, false, "The Ambassador\ncalled on the\nMinister."},
		{"hard line ends", "Classified by: DCM.\nReason: 1.4 (b)\n\nEnd", 30, false, "Classified by: DCM.\nReason: 1.4 (b)\n\nEnd"},
		{"two blanks after a full stop", "It is so.  It was so.", 40, false, "It is so.  It was so."},
		{"a word wider than the row", "see WXYZWXYZWXYZ now", 5, false, "see\nWXYZW\nXYZWX\nYZ\nnow"},
		{"hyphens", "a north-south-east road", 8, false, "a north-\nsouth-\neast\nroad"},
		{"Chinese", "外交部 said 否", 4, false, "外交\n部\nsaid\n否"},
		{"one cell", "a bc", 1, false, "a\nb\nc"},
		{"a wide character in one cell", "a外", 1, false, "a\n外"},
		{"accents stay with their letter", "e\u0301e\u0301e\u0301", 2, false, "e\u0301e\u0301\ne\u0301"},
		{"Markdown is text", "<SECRET> *NODIS* _X_ ~~x~~ &lt; <!-- no --> `code` # [a](b) ![i](j) | a | --- :-: 1. 2) + x", 200, false,
			"<SECRET> *NODIS* _X_ ~~x~~ &lt; <!-- no --> `code` # [a](b) ![i](j) | a | --- :-: 1. 2) + x"},
		{"lines that Markdown eats", "TITLE\n=====\n- a\n3. b\n[a]: http://x.example\n---\n> q\n~~~\n    code", 40, false,
			"TITLE\n=====\n- a\n3. b\n[a]: http://x.example\n---\n> q\n~~~\ncode"},
		{"addresses", "www.example.com http://example.com/a_b?c=d&e=f x@example.com", 80, false, "www.example.com http://example.com/a_b?c=d&e=f x@example.com"},
		{"control characters", "a\x1b]52;c\x07b\x00", 40, false, "a␛]52;c␇b␀"},
		{"columns", "NAME    VOTES\n  ALPHA     12", 20, true, "NAME    VOTES\n  ALPHA     12"},
		{"columns too wide", "NAME    VOTES    SHARE", 10, true, "NAME    VO\n↪ TES    S\n↪ HARE"},
		{"columns too wide for a mark", "ABCDEFG", 3, true, "ABC\nDEF\nG"},
		{"tabs in columns", "a\tb\n外\tc", 40, true, "a       b\n外      c"},
		{"tabs in words", "a\tb", 40, false, "a b"},
		{"blanks that end a column line", "ab          \ncd", 4, true, "ab\ncd"},
	}
	r := New()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lines := r.Lay(tt.text, tt.width, tt.pre)
			check(t, tt.text, tt.width, tt.pre, lines)
			if got := join(lines); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// scraps are put together to random texts: Markdown, control characters, wide and combining ones.
var scraps = []string{"a", "word", "-", "--", " ", "  ", "\n", "\t", ".", "外", "交", "é", "e\u0301", "\u0301", "🇩🇪", "🇩", "\u200d", "\ufe0f", "1️⃣",
	"\x00", "\x1b[2J", "\x1b", "\u009b", "\u0085", "\u202e", "\u2028", "\u00a0", "\u3000", "\x7f", "\r", "\v", "*", "_", "`", "~", "=", ":", "|", "&", "&lt;", "&copy", "\\", "<", ">",
	"<b>", "<!--", "-->", "[a]", "(b)", "!", "#", "+", "1.", "http://x.example", "a@b.example", "www.x.example", "XXXXXXXXXXXXXXXXXXXXXXX", "ः", "؀"}

func TestLayKeepsEverything(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	r := New()
	for range 3000 {
		var b strings.Builder
		for range rnd.IntN(30) {
			b.WriteString(scraps[rnd.IntN(len(scraps))])
		}
		text, width, pre := b.String(), rnd.IntN(40), rnd.IntN(4) == 0
		check(t, text, width, pre, r.Lay(text, width, pre))
		check(t, text, width, false, show(text, false).lines(wrapWords(show(text, false).text, max(width, 1))))
	}
	t.Logf("%d of 3000 laid out by the own wrapper", r.refused)
}

func FuzzLay(f *testing.F) {
	for _, s := range scraps {
		f.Add("x "+s+s+" y", 7, false)
	}
	r := New()
	f.Fuzz(func(t *testing.T, text string, width int, pre bool) {
		width = max(-1, min(width, 200))
		check(t, text, width, pre, r.Lay(text, width, pre))
	})
}
