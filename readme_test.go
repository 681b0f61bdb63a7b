package main

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"reftel/keymap"
)

var update = flag.Bool("update", false, "write the table of keys in README.md anew")

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestReadmeHasTheKeysAsTheyAre(t *testing.T) {
	readme := read(t, "README.md")
	fresh, ok := keymap.Splice(readme)
	if !ok {
		t.Fatal("README.md has no comments that mark the place of the keys")
	}
	if *update && fresh != readme {
		if err := os.WriteFile("README.md", []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if fresh != readme {
		t.Error("the table of keys in README.md is stale: go test . -update writes it anew")
	}
}

var (
	linkPattern = regexp.MustCompile(`\]\(([^)#]+)\)`)
	pathPattern = regexp.MustCompile("`([a-z]+(?:/[a-z_.-]+)*)/?`")
)

func TestDocumentsLinkToWhatIsThere(t *testing.T) {
	for _, name := range []string{"README.md", "ARCHITECTURE.md"} {
		for _, m := range linkPattern.FindAllStringSubmatch(read(t, name), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			if _, err := os.Stat(filepath.FromSlash(m[1])); err != nil {
				t.Errorf("%s links to %s: %v", name, m[1], err)
			}
		}
	}
}

// What ARCHITECTURE.md names as a path must be one.
func TestArchitectureNamesWhatIsThere(t *testing.T) {
	for _, m := range pathPattern.FindAllStringSubmatch(read(t, "ARCHITECTURE.md"), -1) {
		if !strings.Contains(m[1], "/") {
			continue
		}
		if _, err := os.Stat(filepath.FromSlash(m[1])); err != nil {
			t.Errorf("ARCHITECTURE.md names %s: %v", m[1], err)
		}
	}
}

func TestEveryPackageIsInTheDrawing(t *testing.T) {
	architecture := read(t, "ARCHITECTURE.md")
	for pkg := range arrows {
		if !strings.Contains(pkg, "*") && pkg != "." && !strings.Contains(architecture, filepath.Base(pkg)) {
			t.Errorf("ARCHITECTURE.md does not mention %s", pkg)
		}
	}
}
