package screenshots

import (
	"encoding/xml"
	"io"
	"os"
	"strings"
	"testing"
)

// parts returns the elements of a picture that stand for cells, one a line, without those of the
// window around them.
func parts(t *testing.T, svg string) string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("no XML: %v\n%s", err, svg)
		}
	}
	_, inner, found := strings.Cut(svg, "xml:space=\"preserve\">\n")
	if !found {
		t.Fatalf("no cells in\n%s", svg)
	}
	inner, _, _ = strings.Cut(inner, "</g>\n</g>\n</svg>")
	return strings.NewReplacer(crisp, "", "</g>\n", "").Replace(inner)
}

func TestSVG(t *testing.T) {
	text := func(x, cells, attributes, s string) string {
		return `<text x="` + x + `" y="15" textLength="` + cells + `" lengthAdjust="spacingAndGlyphs" ` + attributes + `>` + s + "</text>\n"
	}
	const fg, bg = "#d4d7dd", "#16181d"
	plain := `fill="` + fg + `"`
	tests := []struct{ name, frame, want string }{
		{"nothing", "", ""},
		{"text", "see ref A", text("0", "81", plain, "see ref A")},
		{"columns", "a   b", text("0", "9", plain, "a") + text("36", "9", plain, "b")},
		{"XML", `<"&'>`, text("0", "45", plain, "&lt;&#34;&amp;&#39;&gt;")},
		{"a wide character", "a外b", text("0", "9", plain, "a") + text("9", "18", plain, "外") + text("27", "9", plain, "b")},
		{"bold and italic", "a\x1b[1mb\x1b[3mc\x1b[m", text("0", "9", plain, "a") + text("9", "9", plain+` font-weight="bold"`, "b") +
			text("18", "9", plain+` font-weight="bold" font-style="italic"`, "c")},
		{"colours", "\x1b[31ma\x1b[38;5;196mb\x1b[38;2;1;2;3mc", text("0", "9", `fill="#e5646f"`, "a") + text("9", "9", `fill="#ff0000"`, "b") +
			text("18", "9", `fill="#010203"`, "c")},
		{"reverse", "\x1b[7mab\x1b[m", `<rect x="0" y="0" width="18" height="20" fill="` + fg + `"/>` + "\n" + text("0", "18", `fill="`+bg+`"`, "ab")},
		{"faint", "\x1b[2ma", text("0", "9", `fill="#888a90"`, "a")},
		{"a background of blanks", "\x1b[44m   \x1b[m", `<rect x="0" y="0" width="27" height="20" fill="#6ba3e8"/>` + "\n"},
		{"underline goes on below blanks", "\x1b[4ma b", text("0", "27", plain, "a b") + `<rect x="0" y="17" width="27" height="1" fill="` + fg + `"/>` + "\n"},
		{"a box", "┌─┐", `<rect x="4" y="10" width="19" height="1" fill="` + fg + `"/>` + "\n" +
			`<rect x="4" y="10" width="1" height="10" fill="` + fg + `"/>` + "\n" + `<rect x="22" y="10" width="1" height="10" fill="` + fg + `"/>` + "\n"},
		{"a line over two rows", "│\n│", `<rect x="4" y="0" width="1" height="40" fill="` + fg + `"/>` + "\n"},
		{"a full block", "█", `<rect x="0" y="0" width="9" height="20" fill="` + fg + `"/>` + "\n"},
		{"a bar", "███", `<rect x="0" y="0" width="27" height="20" fill="` + fg + `"/>` + "\n"},
		{"a shade", "▒", `<rect x="0" y="0" width="9" height="20" fill="` + fg + `" fill-opacity="0.5"/>` + "\n"},
		{"beyond the edge", "abcdefghijklmn\n\n\nx", text("0", "90", plain, "abcdefghij")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := parts(t, SVG(tt.frame, 10, 2, Options{})); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestPictureStandsAlone(t *testing.T) {
	for _, light := range []bool{false, true} {
		svg := SVG(sampleFrame, 80, 24, Options{Title: `reftel <"folder">`, Light: light})
		parts(t, svg)
		for _, word := range []string{"<script", "@font-face", "url(", "<style", "<image", "http://www.w3.org/1999/xlink"} {
			if strings.Contains(svg, word) {
				t.Errorf("the picture holds %s", word)
			}
		}
		if !strings.Contains(svg, "<title>reftel &lt;&#34;folder&#34;&gt;</title>") {
			t.Error("the title is missing")
		}
		if again := SVG(sampleFrame, 80, 24, Options{Title: `reftel <"folder">`, Light: light}); again != svg {
			t.Error("the same frame gives another picture")
		}
	}
}

func TestHostileFrame(t *testing.T) {
	for _, frame := range []string{"\x00\x01\x1b[", "\x1b]52;c;x\a", "\xff\xfe", "\x1b_a\x1b\\b", "\uffff", "a\u0301\u202e"} {
		parts(t, SVG(frame, 4, 1, Options{Title: frame}))
		parts(t, SVG(frame, -1, 0, Options{}))
	}
}

func TestText(t *testing.T) {
	if got, want := Text("\x1b[1mab\x1b[m  \n\n c"), "ab\n\n c\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// sampleFrame shows every way of drawing there is.
const sampleFrame = "\x1b[1m reftel\x1b[m  \x1b[2mfictional cables\x1b[m                        \x1b[36m3 of 12\x1b[m\n" +
	"╭──────────────────────────╮┌───────┬───────┐┏━━━━━━━┳━━━━━━━┓\n" +
	"│ \x1b[7m 10KARTANI83   S/NF    \x1b[m  ││ left  │ right │┃ heavy ┃ cross ┃\n" +
	"│  \x1b[32m09KARTANI12\x1b[m   \x1b[33mC\x1b[m         ││ \x1b[4mref A\x1b[m │       │┃\x1b[9mstruck\x1b[m ┃       ┃\n" +
	"╰──────────────────────────╯└───────┴───────┘┗━━━━━━━┻━━━━━━━┛\n" +
	"\x1b[31m████████\x1b[m ▏▎▍▌▋▊▉█ ▁▂▃▄▅▆▇█ ░▒▓█ ▀▄ ▖▗▘▙▚▛▜▝▞▟ ╌╌╌╌ ┄┄┄ ╍╍\n" +
	"\x1b[38;5;208mindexed\x1b[m \x1b[38;2;120;200;80mtrue\x1b[m \x1b[1;3;35mbold italic\x1b[m \x1b[4:3munder curl\x1b[m \x1b[48;5;24m on blue \x1b[m \x1b[2;7m faint reverse \x1b[m\n" +
	"外交部 電報 é ü ß Ω Ж ␛ ⟨U+202E⟩ ↪ → • … › ● ○ ▸ ✓ ¶ 🇩🇪\n"

// TestLook writes the sample to the file LOOK names, for looking at it after a change.
func TestLook(t *testing.T) {
	name := os.Getenv("LOOK")
	if name == "" {
		t.Skip("skip: LOOK names no file to write the sample picture to")
	}
	if err := os.WriteFile(name, []byte(SVG(sampleFrame, 80, 10, Options{Title: "reftel", Light: os.Getenv("LIGHT") != ""})), 0o644); err != nil {
		t.Fatal(err)
	}
}
