package visible

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestText(t *testing.T) {
	for _, c := range []struct{ what, in, want string }{
		{"plain text", "1. (C) Summary: all quiet.", "1. (C) Summary: all quiet."},
		{"letters of any script", "Peña, Ж, 中文, שלום, é, ½ ¶ § ﬁ", "Peña, Ж, 中文, שלום, é, ½ ¶ § ﬁ"},
		{"no-break space", "a\u00a0b", "a\u00a0b"},
		{"newline and tab", "a\n\tb", "a\n\tb"},
		{"carriage return", "a\r\nb", "a␍\nb"},
		{"NUL, bell, backspace", "a\x00b\x07c\x08", "a␀b␇c␈"},
		{"delete", "a\x7f", "a␡"},
		{"clipboard write", "\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"},
		{"clear screen", "\x1b[2J", "␛[2J"},
		{"unterminated string", "\x1bPq", "␛Pq"},
		{"C1 as UTF-8", "\u009b2J", "⟨U+009B⟩2J"},
		{"C1 next line", "a\u0085b", "a⟨U+0085⟩b"},
		{"C1 as a byte", "\x9b2J", "⟨0x9B⟩2J"},
		{"Latin-1 byte", "Pe\xf1a", "Pe⟨0xF1⟩a"},
		{"cut off UTF-8", "Pe\xc3", "Pe⟨0xC3⟩"},
		{"encoded surrogate", "\xed\xa0\x80", "⟨0xED⟩⟨0xA0⟩⟨0x80⟩"},
		{"replacement character that was there", "a\ufffdb", "a\ufffdb"},
		{"right-to-left override", "a\u202egnp.exe", "a⟨U+202E⟩gnp.exe"},
		{"isolates", "\u2066a\u2069", "⟨U+2066⟩a⟨U+2069⟩"},
		{"direction marks", "\u200ea\u200f\u061c", "⟨U+200E⟩a⟨U+200F⟩⟨U+061C⟩"},
		{"zero width", "NO\u200bFORN\u200c\u200d\u2060\ufeff", "NO⟨U+200B⟩FORN⟨U+200C⟩⟨U+200D⟩⟨U+2060⟩⟨U+FEFF⟩"},
		{"soft hyphen", "em\u00adbassy", "em⟨U+00AD⟩bassy"},
		{"line and paragraph separator", "a\u2028b\u2029", "a⟨U+2028⟩b⟨U+2029⟩"},
		{"tag characters", "a\U000e0041\U000e007f", "a⟨U+E0041⟩⟨U+E007F⟩"},
		{"variation selectors", "\u2764\ufe0f\U000e0100", "\u2764⟨U+FE0F⟩⟨U+E0100⟩"},
		{"blank letters", "\u115f\u3164\uffa0", "⟨U+115F⟩⟨U+3164⟩⟨U+FFA0⟩"},
		{"Arabic number sign is seen", "\u0600\u0661", "\u0600\u0661"},
		{"noncharacter", "a\uffff", "a⟨U+FFFF⟩"},
		{"accent of its own", "Pen\u0303a", "Pen\u0303a"},
		{"tower of accents", "a" + strings.Repeat("\u0301", 10) + "b", "a" + strings.Repeat("\u0301", 8) + "⟨U+0301⟩⟨U+0301⟩b"},
		{"two small towers", "a" + strings.Repeat("\u0301", 8) + "b" + strings.Repeat("\u0301", 8), "a" + strings.Repeat("\u0301", 8) + "b" + strings.Repeat("\u0301", 8)},
		{"a picture that was there", "␛ ⟨U+202E⟩", "␛ ⟨U+202E⟩"},
		{"empty", "", ""},
		{"at the very end", "abc\x1b", "abc␛"},
	} {
		if got := Text(c.in); got != c.want {
			t.Errorf("%s: Text(%q) = %q, want %q", c.what, c.in, got, c.want)
		}
	}
}

func TestLineStaysOnOneLine(t *testing.T) {
	if got, want := Line("a\n\tb\r\x1b[0m"), "a␊␉b␍␛[0m"; got != want {
		t.Errorf("Line = %q, want %q", got, want)
	}
	if got, want := Line("CORRUPTION ON THE RISE"), "CORRUPTION ON THE RISE"; got != want {
		t.Errorf("Line = %q, want %q", got, want)
	}
}

func TestRuneAgreesWithText(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		want, found := Rune(r)
		if !found {
			want = string(r)
		}
		if got := Text(string(r)); got != want {
			t.Fatalf("Text shows U+%04X as %q, Rune as %q", r, got, want)
		}
	}
}

func TestRuneOfNoCharacterIsShown(t *testing.T) {
	for _, r := range []rune{-1, 0xd800, unicode.MaxRune + 1} {
		if sign, found := Rune(r); !found || !utf8.ValidString(sign) {
			t.Errorf("Rune(%#x) = %q, %v; want a sign", r, sign, found)
		}
	}
}

func TestCleanTextCostsNothing(t *testing.T) {
	for _, s := range []string{
		strings.Repeat("The Ambassador met the Minister on January 5.\n", 50),
		strings.Repeat("Señor Peña lamentó la situación.\n", 50),
	} {
		if n := testing.AllocsPerRun(100, func() { Text(s) }); n != 0 {
			t.Errorf("Text allocates %.0f times on clean text, want 0", n)
		}
	}
}

// What is typed loses what Text would show, and nothing else.
func TestPlain(t *testing.T) {
	for typed, want := range map[string]string{
		"Peña\n\tx": "Peña\n\tx", "a\x1b]52;c;eA==\x07b": "a]52;c;eA==b", "a\u202eb\u200bc": "abc", "a\xffb": "a\ufffdb",
		"a" + strings.Repeat("\u0301", 20): "a" + strings.Repeat("\u0301", maxMarks), "a" + strings.Repeat("\u0301\u200d", 20): "a" + strings.Repeat("\u0301", maxMarks),
	} {
		if got := Plain(typed); got != want || Text(got) != got {
			t.Errorf("%q becomes %q, want %q", typed, got, want)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"plain", "\x1b]52;c;\x07", "\u009b2J", "\x9b", "a\u202eb", "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "\xf0\x9f", "\U000e0041"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, show := range []func(string) string{Text, Line} {
			got := show(s)
			if !utf8.ValidString(got) {
				t.Fatalf("%q is shown as %q, which is no UTF-8", s, got)
			}
			if again := show(got); again != got {
				t.Fatalf("%q is shown as %q, and that as %q", s, got, again)
			}
			for _, r := range got {
				if r == '\n' || r == '\t' {
					continue
				}
				if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) {
					t.Fatalf("%q is shown as %q, which still holds U+%04X", s, got, r)
				}
			}
		}
		if strings.ContainsAny(Line(s), "\n\t") {
			t.Fatalf("Line(%q) = %q is not one line", s, Line(s))
		}
	})
}

func BenchmarkText(b *testing.B) {
	for name, s := range map[string]string{
		"ascii":   strings.Repeat("The Ambassador met the Minister on January 5.\n", 200),
		"accents": strings.Repeat("Señor Peña lamentó la situación en México.\n", 200),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Text(s)
			}
		})
	}
}
