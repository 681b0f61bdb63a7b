package frame

import (
	"image"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// check fails unless s is exactly width by height cells.
func check(t *testing.T, s string, width, height int) {
	t.Helper()
	if height == 0 {
		if s != "" {
			t.Fatalf("a canvas without rows drew %q", s)
		}
		return
	}
	lines := strings.Split(s, "\n")
	if len(lines) != height {
		t.Fatalf("%d lines, want %d", len(lines), height)
	}
	for y, line := range lines {
		if got := ansi.StringWidth(line); got != width {
			t.Fatalf("line %d is %d cells wide, want %d: %q", y, got, width, line)
		}
	}
}

func TestPlace(t *testing.T) {
	tests := []struct {
		name, want string
		draw       func(c *Canvas)
	}{
		{"nothing", "      \n      \n      ", func(*Canvas) {}},
		{"side by side", "abc│xy\nd  │z \n   │  ", func(c *Canvas) {
			c.Place(image.Rect(0, 0, 3, 3), "abcd\nd")
			c.Place(image.Rect(3, 0, 4, 3), "│\n│\n│\n│")
			c.Place(image.Rect(4, 0, 6, 3), "xy\nz")
		}},
		{"right before left", "ab  yz\n      \n      ", func(c *Canvas) {
			c.Place(image.Rect(4, 0, 6, 1), "yz")
			c.Place(image.Rect(0, 0, 2, 1), "ab")
		}},
		{"over another", "abcdef\nab**ef\nabcdef", func(c *Canvas) {
			c.Place(image.Rect(0, 0, 6, 3), "abcdef\nabcdef\nabcdef")
			c.Place(image.Rect(2, 1, 4, 2), "***")
		}},
		{"over two others", "a****f\n      \n      ", func(c *Canvas) {
			c.Place(image.Rect(0, 0, 3, 1), "abc")
			c.Place(image.Rect(3, 0, 6, 1), "def")
			c.Place(image.Rect(1, 0, 5, 1), "****")
		}},
		{"all of another", "******\n      \n      ", func(c *Canvas) {
			c.Place(image.Rect(1, 0, 5, 1), "abcd")
			c.Place(image.Rect(0, 0, 6, 1), "******")
		}},
		{"wide characters cut by an overlay", " ** 電\n      \n      ", func(c *Canvas) {
			c.Place(image.Rect(0, 0, 6, 1), "外交電")
			c.Place(image.Rect(1, 0, 3, 1), "**")
		}},
		{"beyond every edge", "cdefgh\nbcdefg\nijklmn", func(c *Canvas) {
			c.Place(image.Rect(-2, -1, 12, 1), "lost\nabcdefghijkl")
			c.Place(image.Rect(-1, 1, 9, 2), "abcdefghijkl")
			c.Place(image.Rect(0, 2, 9, 9), "ijklmnop\nlost")
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := New(6, 3)
			tt.draw(c)
			check(t, c.String(), 6, 3)
			if got := ansi.Strip(c.String()); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestStylesEndWithTheirPiece(t *testing.T) {
	c := New(4, 1)
	c.Place(image.Rect(0, 0, 4, 1), "\x1b[31mabcdefgh\x1b[m")
	c.Place(image.Rect(1, 0, 2, 1), "\x1b[7mx")
	if got, want := c.String(), "\x1b[31ma\x1b[m\x1b[7mx\x1b[m\x1b[31mcd\x1b[m"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestContentIsCutAndFilledToItsRectangle(t *testing.T) {
	for _, tt := range []struct {
		content       string
		width, height int
		want          string
	}{
		{"ab\ncd", 3, 1, "ab "},
		{"ab", 1, 2, "a\n "},
		{"外交", 3, 1, "外 "},
		{"a\tb\rc", 5, 1, "a b c"},
		{"", 2, 1, "  "},
		{"ab", 0, 1, ""},
		{"ab", 2, 0, ""},
		{"ab", -3, -3, ""},
	} {
		c := New(tt.width, tt.height)
		c.Place(image.Rect(0, 0, tt.width, tt.height), tt.content)
		if got := c.String(); got != tt.want {
			t.Errorf("%q placed in %d by %d gives %q, want %q", tt.content, tt.width, tt.height, got, tt.want)
		}
	}
}

// scraps are what a hostile or careless pane may draw.
var scraps = []string{"a", "bc", " ", "\n", "外", "é", "e\u0301", "\u0301", "👩‍👩‍👧", "🇩🇪", "🇩", "️", "1️⃣", "\t", "\r", "\b", "\x00", "\x7f",
	"\u0085", "\u009b", "\x9b", "\xff", "\x1b[31m", "\x1b[m", "\x1b[0m", "\x1b[1;4;38;2;1;2;3m", "\x1b[", "\x1b", "\x1b]8;;http://x\a", "\x1b]8;;\x1b\\",
	"\x1b]52;c;", "\x1bP", "\x1b\\", "\a", "\u200d", "\u202e", "│", "─", "█", "؀", "ः", "한", "ᄒ", "ᅡ"}

func randomContent(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(40) {
		b.WriteString(scraps[r.IntN(len(scraps))])
	}
	return b.String()
}

func TestEveryFrameHasItsSize(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 4000 {
		width, height := r.IntN(30), r.IntN(5)
		c := New(width, height)
		for range r.IntN(5) {
			x, y := r.IntN(34)-4, r.IntN(8)-2
			c.Place(image.Rect(x, y, x+r.IntN(20), y+r.IntN(5)), randomContent(r))
		}
		check(t, c.String(), width, height)
	}
}

func FuzzPlace(f *testing.F) {
	for _, s := range scraps {
		f.Add(s+"x"+s, s, uint8(5))
	}
	f.Fuzz(func(t *testing.T, under, over string, width uint8) {
		c := New(int(width), 2)
		c.Place(image.Rect(0, 0, int(width), 2), under)
		c.Place(image.Rect(int(width)/3, 0, int(width)/2+1, 1), over)
		check(t, c.String(), int(width), 2)
	})
}

// TestMeasure holds the measure that is taken on the way to the library's.
func TestMeasure(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 4000 {
		line, _, _ := strings.Cut(randomContent(r), "\n")
		text, width := sound(line)
		if want := ansi.StringWidth(text); width != want {
			t.Fatalf("%q measures %d, want %d", text, width, want)
		}
	}
}

func BenchmarkThreePanes(b *testing.B) {
	text := strings.TrimSuffix(strings.Repeat("\x1b[1mRoutine text\x1b[m of a pane that is – as panes are – as wide \x1b[4mas it\x1b[m\n", 60), "\n")
	line := strings.TrimSuffix(strings.Repeat("│\n", 60), "\n")
	b.ReportAllocs()
	for b.Loop() {
		c := New(200, 60)
		for x := 0; x < 200; x += 67 {
			c.Place(image.Rect(x, 0, x+66, 60), text)
			c.Place(image.Rect(x+66, 0, x+67, 60), line)
		}
		if len(c.String()) == 0 {
			b.Fatal("nothing drawn")
		}
	}
}

func BenchmarkOverlay(b *testing.B) {
	text := strings.TrimSuffix(strings.Repeat(strings.Repeat("Routine text. ", 14)+"end.\n", 60), "\n")
	b.ReportAllocs()
	for b.Loop() {
		c := New(200, 60)
		c.Place(image.Rect(0, 0, 200, 60), text)
		c.Place(image.Rect(40, 5, 160, 45), text)
		if len(c.String()) == 0 {
			b.Fatal("nothing drawn")
		}
	}
}
