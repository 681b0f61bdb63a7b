package cli

import (
	"slices"
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	tests := []struct {
		name, text  string
		width, hang int
		want        []string
	}{
		{"nothing", "", 10, 0, []string{""}},
		{"fits", "one two", 7, 0, []string{"one two"}},
		{"wraps", "one two three", 7, 0, []string{"one two", "three"}},
		{"hangs", "one two three four", 10, 4, []string{"one two", "three", "four"}},
		{"a long word stays whole", "a XXXXXXXXXXXXXXXX b", 5, 0, []string{"a", "XXXXXXXXXXXXXXXX", "b"}},
		{"line ends count", "one\n\ntwo three", 5, 0, []string{"one", "", "two", "three"}},
		{"blanks inside stay", "a   b", 10, 0, []string{"a   b"}},
		{"wide characters take two cells", "日本 日本 日本", 9, 0, []string{"日本 日本", "日本"}},
		{"blanks at the end", "one two   ", 7, 0, []string{"one two   "}},
	}
	for _, tt := range tests {
		var got []string
		for _, s := range wrap(tt.text, tt.width, tt.hang) {
			got = append(got, s.In(tt.text))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestWrapIsLinear(t *testing.T) {
	if n := len(wrap(strings.Repeat("word ", 200_000), 80, 4)); n < 10_000 {
		t.Errorf("%d lines", n)
	}
}
