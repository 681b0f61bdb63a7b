package letters

import (
	"strings"
	"testing"
	"unicode"
)

// Searches rely on it: they compare bytes of plain small letters.
func TestPlainIsPlain(t *testing.T) {
	found := 0
	for r := range rune(0x3000) {
		plain := Plain(r)
		if plain == "" {
			continue
		}
		found++
		if r < 0x80 || unicode.ToLower(r) != r {
			t.Errorf("%q is spelled out as %q, but is no small letter beyond ASCII", r, plain)
		}
		if strings.Trim(plain, "abcdefghijklmnopqrstuvwxyz") != "" {
			t.Errorf("%q is spelled out as %q", r, plain)
		}
	}
	if found == 0 {
		t.Error("no letter is spelled out")
	}
}

func TestIsApostrophe(t *testing.T) {
	for _, r := range "'’‘ʼ`´" {
		if !IsApostrophe(r) {
			t.Errorf("%q (%U) is an apostrophe", r, r)
		}
	}
	for _, r := range "\",.-a“”" {
		if IsApostrophe(r) {
			t.Errorf("%q (%U) is no apostrophe", r, r)
		}
	}
}
