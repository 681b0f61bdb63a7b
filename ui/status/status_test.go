package status_test

import (
	"strings"
	"testing"

	"reftel/internal/screen"
	"reftel/keymap"
	"reftel/ui/status"
	"reftel/ui/theme"
)

func TestStatusLine(t *testing.T) {
	th, _ := theme.New(theme.Mono, true)
	hints := []keymap.Binding{{Keys: []string{"enter"}, Hint: "read"}, {Keys: []string{"] r"}, Help: "Jump to the next reference"}}
	tests := []struct {
		line status.Line
		want []string
	}{
		{status.Line{Hints: hints}, []string{"enter read", "]r Jump to the next reference"}},
		{status.Line{Message: "3 hits"}, []string{"3 hits"}},
		{status.Line{Loading: true, StopKey: "Esc", Done: 0.5, Count: "40 cables"}, []string{"━━━━━━━━╌╌╌╌╌╌╌╌", "40 cables · Esc stops"}},
		{status.Line{Pending: "]…"}, []string{"]…"}},
		{status.Line{Message: screen.Hostile, Error: true}, []string{"␛]52"}},
	}
	for _, tt := range tests {
		plain := screen.Plain(tt.line.View(&th, 90))
		for _, want := range tt.want {
			if !strings.Contains(plain, want) {
				t.Errorf("%+v: %q is missing in %q", tt.line, want, plain)
			}
		}
		for w := 1; w < 120; w++ {
			screen.Exact(t, tt.line.View(&th, w), w, 1)
			screen.Safe(t, tt.line.View(&th, w))
		}
	}
}
