package parser

import "testing"

// What looks like a letter of a list, or like none, is told by the letters around it.
func TestListLetters(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"initials", "1. (C) The keeper met:\n\nR. Fennimore\nW. Ulmerton\nB. Holm\n\n2. (C) He left.\n",
			"1 The keeper met:|T R. Fennimore/W. Ulmerton/B. Holm|2 He left."},
		{"letters of a list", "1. (C) The keeper asked for:\n\nA. Oil.\n\nB. Wicks.\n\n2. (C) He left.\n", "1 The keeper asked for:|S Oil.|S Wicks.|2 He left."},
		{"a list that begins behind a number", "1. A. The keeper asked for oil.\n\nB. Wicks.\n\n2. He left.\n", "1 A. The keeper asked for oil.|S Wicks.|2 He left."},
		{"a letter that is a marking elsewhere", "1. The keeper asked for:\n\n(A) Oil.\n\n(B) Wicks.\n\n(C) A boat.\n\n2. He left.\n", "1 The keeper asked for:|S Oil.|S Wicks.|S A boat.|2 He left."},
		{"a marking", "1. The keeper asked for oil.\n\n(C) He asked for a boat.\n\n2. He left.\n", "1 The keeper asked for oil.|P He asked for a boat.|2 He left."},
		{"Roman numbers in brackets", "1. The keeper asked for:\n\n(I) Oil.\n\n(II) Wicks.\n\n(III) A boat.\n\n2. He left.\n", "1 The keeper asked for:|S Oil.|S Wicks.|S A boat.|2 He left."},
	} {
		if got := outline(parseTelegram(t, fictionalHead+c.text)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}
