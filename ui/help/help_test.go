package help_test

import (
	"strings"
	"testing"

	"reftel/internal/screen"
	"reftel/keymap"
	"reftel/ui/help"
	"reftel/ui/theme"
)

func TestHelpShowsEveryKeyOfThePane(t *testing.T) {
	th, _ := theme.New(theme.Mono, true)
	h := help.New(&th)
	keys, err := keymap.New(keymap.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	bindings := keys.Bindings(keymap.Chain(keymap.Reader)...)
	h.Open("Keys in the reader", bindings, []help.Sign{{Sign: "■", Meaning: "words are redacted"}})
	h.SetSize(80, 24)
	var seen strings.Builder
	for range 40 {
		seen.WriteString(screen.Plain(h.View()))
		h.Move(3)
	}
	for _, b := range bindings {
		if !strings.Contains(seen.String(), b.Help) {
			t.Errorf("the help does not show %q", b.Help)
		}
	}
	if !strings.Contains(seen.String(), "words are redacted") {
		t.Error("the help does not explain the signs")
	}
	h.Top()
	h.SetFilter("redaction")
	plain := screen.Plain(h.View())
	if !strings.Contains(plain, "next redaction") || strings.Contains(plain, "half a page") {
		t.Errorf("filtered by redaction:\n%s", plain)
	}
	h.SetFilter("]x") // a key as it is written
	if plain = screen.Plain(h.View()); !strings.Contains(plain, "next redaction") || strings.Contains(plain, "previous redaction") {
		t.Errorf("filtered by ]x:\n%s", plain)
	}
	h.SetFilter("note")
	if plain = screen.Plain(h.View()); !strings.Contains(plain, "Write a note") || strings.Contains(plain, "--list") {
		t.Errorf("filtered by note:\n%s", plain)
	}
	h.SetFilter("zzzz")
	if !strings.Contains(h.View(), "No key matches.") {
		t.Error("an empty answer does not say so")
	}
	for w := 1; w < 100; w += 7 {
		h.SetFilter("")
		h.SetSize(w, 12)
		screen.Exact(t, h.View(), w, 12)
	}
}
