package parser

import "testing"

// The archive's list of references is put together again where its columns were joined.
func TestRejoinColumns(t *testing.T) {
	for _, c := range [][2]string{
		{"A) STATE 12345; B) LISBON 478; C) ST, ATE 13877; D)", "A) STATE 12345; B) LISBON 478; C) STATE 13877; D)"},
		{"(A) LISBON 73: (B) STATE 56142; (C), STATE 59192", "(A) LISBON 73: (B) STATE 56142; (C) STATE 59192"},
		{"79 STATE 77582, 78 LONDON 16790, 78 LISBON 6309", "79 STATE 77582, 78 LONDON 16790, 78 LISBON 6309"},
		{"LISBON 11, STATE 2", "LISBON 11, STATE 2"},
		{"", ""},
	} {
		whole, places := rejoinColumns(c[0])
		if whole != c[1] || len(places) != len(whole) {
			t.Errorf("%q: %q, %d places", c[0], whole, len(places))
			continue
		}
		for i, at := range places {
			if whole[i] != c[0][at] && whole[i] != ' ' {
				t.Errorf("%q: byte %d of the whole is at %d", c[0], i, at)
			}
		}
	}
}
