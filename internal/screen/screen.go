// Package screen holds what tests of panes ask of a drawing.
package screen

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// Exact fails unless a drawing has exactly height rows of exactly width cells.
func Exact(t testing.TB, drawing string, width, height int) {
	t.Helper()
	rows := strings.Split(drawing, "\n")
	if len(rows) != height {
		t.Fatalf("%dx%d: %d rows", width, height, len(rows))
	}
	for i, row := range rows {
		if w := ansi.StringWidth(row); w != width {
			t.Fatalf("%dx%d: row %d has %d cells: %q", width, height, i, w, ansi.Strip(row))
		}
	}
}

// Safe fails when something in a drawing other than styles would act on a terminal.
func Safe(t testing.TB, drawing string) {
	t.Helper()
	for _, r := range ansi.Strip(drawing) {
		if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			t.Fatalf("%U reaches the screen: %q", r, drawing)
		}
	}
	for _, bad := range []string{"\x1b]", "\x1b[2J", "\x1bP", "\u009b"} {
		if strings.Contains(drawing, bad) {
			t.Fatalf("%q reaches the screen", bad)
		}
	}
}

// Hostile is a text that tries to act on the terminal in every way.
const Hostile = "a\x1b]52;c;eA==\a b\x1b[2J \u009b31m \u202egnorw \x00 \x7f e\u0301nd"

// Plain returns a drawing without styles, blanks at the ends of rows cut.
func Plain(drawing string) string {
	rows := strings.Split(ansi.Strip(drawing), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return strings.TrimRight(strings.Join(rows, "\n"), "\n") + "\n"
}
