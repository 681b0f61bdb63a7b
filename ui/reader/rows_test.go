package reader

import (
	"slices"
	"strings"
	"testing"
)

// A number must not be parted from what it counts where a dot is near.
func TestAtDots(t *testing.T) {
	const about = "27 January 2010 · Embassy Reykjavik · 2 sections · 12 paragraphs"
	tests := []struct {
		text  string
		width int
		want  []string
	}{
		{about, 80, []string{about}},
		{about, 48, []string{"27 January 2010 · Embassy Reykjavik ·", "2 sections · 12 paragraphs"}},
		{about, 39, []string{"27 January 2010 · Embassy Reykjavik ·", "2 sections · 12 paragraphs"}},
		{about, 12, []string{"27 January 2010 ·", "Embassy Reykjavik ·", "2 sections ·", "12 paragraphs"}}, // the words are broken later
		{"", 10, []string{""}},
	}
	for _, tt := range tests {
		got := atDots(tt.text, tt.width)
		if !slices.Equal(got, tt.want) {
			t.Errorf("in %d cells: %q, want %q", tt.width, got, tt.want)
		}
		if joined := strings.Join(got, " "); joined != tt.text {
			t.Errorf("in %d cells the text became %q", tt.width, joined)
		}
	}
}
