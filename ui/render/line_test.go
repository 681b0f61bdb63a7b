package render

import (
	"strings"
	"testing"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"reftel/model"
)

var (
	plain     = lipgloss.NewStyle()
	underline = lipgloss.NewStyle().Underline(true)
	reverse   = lipgloss.NewStyle().Reverse(true)
	bold      = lipgloss.NewStyle().Bold(true)
)

// looks draws the line as letters: what of bold, underline and reverse lies on each cell.
func looks(s string) string {
	var out strings.Builder
	look := "."
	for len(s) > 0 {
		if strings.HasPrefix(s, "\x1b[") {
			end := strings.IndexByte(s, 'm')
			look = ""
			for _, p := range strings.Split(s[2:end], ";") {
				look += map[string]string{"1": "b", "4": "u", "7": "r"}[p]
			}
			if look == "" {
				look = "."
			}
			s = s[end+1:]
			continue
		}
		size, _ := cluster(s)
		out.WriteString(look)
		s = s[size:]
	}
	return out.String()
}

func TestStyled(t *testing.T) {
	span := func(start, end int) model.Span { return model.Span{Start: start, End: end} }
	tests := []struct {
		name, text string
		base       lipgloss.Style
		d          []Decoration
		want       string
	}{
		{"nothing", "see ref A", plain, nil, "........."},
		{"base", "see", bold, nil, "bbb"},
		{"a reference", "see ref A now", plain, []Decoration{{span(4, 9), underline}}, "....uuuuu...."},
		{"a match inside it", "see ref A now", plain, []Decoration{{span(4, 9), underline}, {span(8, 13), reverse}}, "....uuuuurrrrr"},
		{"half a letter", "de\u0301a", plain, []Decoration{{span(1, 2), reverse}}, ".r."},
		{"a picture", "a\x1bb", plain, []Decoration{{span(1, 2), reverse}}, ".r."},
		{"half a picture", "a\u202eb", plain, []Decoration{{span(3, 4), reverse}}, ".rrrrrrrr."},
		{"outside", "abc", plain, []Decoration{{span(3, 9), reverse}, {span(1, 1), reverse}}, "..."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			line := New().Lay(tt.text, 80, false)[0]
			got := line.Styled(tt.base, tt.d)
			if ansi.Strip(got) != line.String() {
				t.Errorf("drew %q instead of %q", ansi.Strip(got), line)
			}
			if looks(got) != tt.want {
				t.Errorf("got %s, want %s (%q)", looks(got), tt.want, got)
			}
		})
	}
}

func TestDecorationLightsEveryLineItTouches(t *testing.T) {
	text := "one two three four"
	lines := New().Lay(text, 9, false)
	d := []Decoration{{model.Span{Start: 4, End: 13}, reverse}}
	var got []string
	for _, l := range lines {
		got = append(got, l.String()+" "+looks(l.Styled(plain, d)))
	}
	want := "one two ....rrr\nthree rrrrr\nfour ...."
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}

func TestTruncateAndPad(t *testing.T) {
	for _, tt := range []struct {
		s             string
		width         int
		cut, wantedTo string
	}{
		{"Scenesetter", 20, "Scenesetter", "Scenesetter         "},
		{"Scenesetter", 6, "Scene…", "Scene…"},
		{"外交部", 4, "外…", "外… "},
		{"外", 1, "…", "…"},
		{"a", 0, "", ""},
		{"a", -1, "", ""},
		{"", 2, "", "  "},
	} {
		if got := Truncate(tt.s, tt.width); got != tt.cut {
			t.Errorf("Truncate(%q, %d) = %q, want %q", tt.s, tt.width, got, tt.cut)
		}
		if got := Pad(tt.s, tt.width); got != tt.wantedTo {
			t.Errorf("Pad(%q, %d) = %q, want %q", tt.s, tt.width, got, tt.wantedTo)
		}
	}
}

func FuzzStyled(f *testing.F) {
	for i, s := range scraps {
		f.Add("x "+s+s+" y", 7, i%5, i%5+3, false)
	}
	r := New()
	f.Fuzz(func(t *testing.T, text string, width, start, end int, pre bool) {
		if !utf8.ValidString(text) {
			return
		}
		width = max(1, min(width, 100))
		for _, l := range r.Lay(text, width, pre) {
			got := l.Styled(bold, []Decoration{{model.Span{Start: start, End: end}, reverse}})
			if drawn := strings.TrimRight(ansi.Strip(got), " "); drawn != strings.TrimRight(l.String(), " ") {
				t.Fatalf("drew %q instead of %q", drawn, l)
			}
		}
	})
}
