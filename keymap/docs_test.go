package keymap

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLabel(t *testing.T) {
	for in, want := range map[string]string{
		"j": "j", "pgdown": "pgdn", "down": "↓", "left": "←", "] r": "]r", "ctrl+p": "ctrl+p", "g enter": "g enter", "space": "space",
	} {
		if got := Label(in); got != want {
			t.Errorf("Label(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestEveryKeyStandsInAllDocumentation(t *testing.T) {
	for name, doc := range map[string]string{"Markdown": Markdown(), "Text": Text(Defaults(), 100), "Text, narrow": Text(Defaults(), 30)} {
		for _, b := range Defaults() {
			if !strings.Contains(doc, b.Help) {
				t.Errorf("%s lacks %q", name, b.Help)
			}
			for _, key := range b.Keys {
				if !strings.Contains(doc, Label(key)) {
					t.Errorf("%s lacks the key %q", name, Label(key))
				}
			}
		}
	}
}

func TestTextFitsItsWidth(t *testing.T) {
	for _, width := range []int{46, 60, 80, 100, 200} {
		for line := range strings.Lines(Text(Defaults(), width)) {
			if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > width {
				t.Errorf("at width %d the line %q has %d cells", width, line, n)
			}
			if strings.TrimRight(line, " \n") != strings.TrimRight(line, "\n") {
				t.Errorf("at width %d the line %q ends in blanks", width, line)
			}
		}
	}
}

func TestSplice(t *testing.T) {
	readme := "# reftel\n\n" + begin + "\nold\n" + end + "\n\nMore.\n"
	fresh, ok := Splice(readme)
	if !ok || strings.Contains(fresh, "old") || !strings.HasPrefix(fresh, "# reftel\n") || !strings.HasSuffix(fresh, end+"\n\nMore.\n") {
		t.Errorf("Splice gives %v\n%s", ok, fresh)
	}
	if again, _ := Splice(fresh); again != fresh {
		t.Error("a fresh README changes when the table is put in again")
	}
	for _, bad := range []string{"", "# reftel\n", begin, end, end + begin} {
		if got, ok := Splice(bad); ok || got != bad {
			t.Errorf("Splice(%q) = %q, %v", bad, got, ok)
		}
	}
}
