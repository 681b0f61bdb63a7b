package excerpt

import (
	"strings"
	"testing"
	"unicode/utf8"

	"reftel/model"
)

func TestFirstWords(t *testing.T) {
	tests := []struct {
		name, text string
		most       int
		want       string
	}{
		{"a short text stays", "The lamp is lit.", 20, "The lamp is lit."},
		{"it is on one line", " The\n lamp \t is lit.\n", 20, "The lamp is lit."},
		{"exactly enough", "The lamp", 8, "The lamp"},
		{"cut between words", "The lamp is lit.", 10, "The lamp …"},
		{"a cut that falls on a blank keeps the word", "The lamp is lit.", 8, "The lamp …"},
		{"a first word is left whole", "Lighthouse keepers", 5, "Lighthouse …"},
		{"a word beyond all limits", strings.Repeat("X", 99), 5, strings.Repeat("X", 20)},
		{"no character is cut through", "ééééé ééééé", 10, "ééééé …"},
		{"nothing", " \n", 5, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := FirstWords(tt.text, tt.most); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAround(t *testing.T) {
	const text = "The keeper of the lamp\nleft the island by night."
	tests := []struct {
		name   string
		needle string
		room   int
		want   string
	}{
		{"room for everything", "lamp", 100, text},
		{"cut between words", "lamp", 9, "of the lamp\nleft the"},
		{"at the beginning", "The", 12, "The keeper of"},
		{"at the end", "night.", 12, "island by night."},
		{"no room", "lamp", 0, "lamp"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			at := strings.Index(text, tt.needle)
			got := Around(text, model.Span{Start: at, End: at + len(tt.needle)}, tt.room, tt.room).In(text)
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAroundNeedsNoBlanksAndNoSense(t *testing.T) {
	text := strings.Repeat("é", 50)
	for _, s := range []model.Span{{Start: 50, End: 52}, {Start: -3, End: 1000}, {Start: 90, End: 10}, {Start: 200, End: 300}} {
		for room := range 6 {
			got := Around(text, s, room, room)
			if got.Start < 0 || got.End > len(text) || got.Start > got.End {
				t.Errorf("%v, room %d: %v is not in the text", s, room, got)
			} else if s.Start%2 == 0 && !utf8.ValidString(got.In(text)) {
				t.Errorf("%v, room %d: %v cuts a character", s, room, got)
			}
		}
	}
}
