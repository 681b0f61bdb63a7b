package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"reftel/internal/attacks"
)

func TestFileName(t *testing.T) {
	for id, want := range map[string]string{
		"09LISBON97":             "09LISBON97",
		"09 LISBON/97":           "09-LISBON-97",
		"../../etc/passwd":       "etc-passwd",
		"-rf":                    "rf",
		"":                       "cable",
		"///":                    "cable",
		"nul":                    "cable-nul",
		"COM7":                   "cable-COM7",
		strings.Repeat("A", 300): strings.Repeat("A", mostName),
	} {
		if got := fileName(id); got != want {
			t.Errorf("the file of %q is %q, want %q", id, got, want)
		}
	}
}

// Whatever a document says its id is, the file of it stands in the folder that is meant, under a name of plain letters.
func TestAttackFileName(t *testing.T) {
	for _, a := range attacks.Texts() {
		name := fileName(a.Text)
		if name == "" || len(name) > mostName+len("cable-") || filepath.Base(name) != name || strings.HasPrefix(name, "-") || strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("%s: the file is called %q", a.Name, name)
		}
	}
}
