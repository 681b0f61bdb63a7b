package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"reftel/keymap"
	"reftel/model/query"
	"reftel/ui/config"
)

var update = flag.Bool("update", false, "write the tables in README.md anew")

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestReadmeHasTheKeysAsTheyAre(t *testing.T) {
	freshTable(t, "keys", keymap.Splice)
}

func TestReadmeHasTheFieldsAsTheyAre(t *testing.T) {
	freshTable(t, "fields", func(readme string) (string, bool) {
		const begin, end = "<!-- fields: begin, made from model/query/field.go -->", "<!-- fields: end -->"
		head, rest, found := strings.Cut(readme, begin)
		_, tail, closed := strings.Cut(rest, end)
		return head + begin + "\n\n" + fieldTable() + "\n" + end + tail, found && closed
	})
}

func TestReadmeHasTheSettingsAsTheyAre(t *testing.T) {
	freshTable(t, "settings", func(readme string) (string, bool) {
		const begin, end = "<!-- settings: begin, made from ui/config/settings.go -->", "<!-- settings: end -->"
		head, rest, found := strings.Cut(readme, begin)
		_, tail, closed := strings.Cut(rest, end)
		var b strings.Builder
		b.WriteString("| setting | default | what it is |\n|---|---|---|\n")
		for _, s := range config.Settings() {
			fmt.Fprintf(&b, "| `%s` | `%s` | %s |\n", s.Name, s.Default, s.About)
		}
		return head + begin + "\n\n" + b.String() + "\n" + end + tail, found && closed
	})
}

// The settings that the README shows are right, but for the key that it says must be free.
func TestTheExampleOfSettingsIsRight(t *testing.T) {
	_, rest, _ := strings.Cut(read(t, "README.md"), "```toml\n")
	example, _, found := strings.Cut(rest, "```")
	if !found {
		t.Fatal("README.md has no example of settings")
	}
	if _, wrong := config.Read([]byte(example)); len(wrong) > 0 {
		t.Errorf("mistakes: %v", wrong)
	}
}

// freshTable compares a table of the README with what splice puts in its place.
func freshTable(t *testing.T, what string, splice func(readme string) (fresh string, ok bool)) {
	t.Helper()
	readme := read(t, "README.md")
	fresh, ok := splice(readme)
	switch {
	case !ok:
		t.Fatalf("README.md has no comments that mark the place of the %s", what)
	case fresh == readme:
	case *update:
		if err := os.WriteFile("README.md", []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the table of %s in README.md is stale: go test . -update writes it anew", what)
	}
}

// fieldTable explains the fields of queries as a table in Markdown.
func fieldTable() string {
	var b strings.Builder
	b.WriteString("| field | asks for | written |\n|---|---|---|\n")
	for _, f := range query.Fields() {
		fmt.Fprintf(&b, "| `%s:` | %s | `%s` |\n", f, f.About(), strings.Join(f.Examples(), "` `"))
	}
	return b.String()
}

var (
	linkPattern = regexp.MustCompile(`\]\(([^)#]+)\)`)
	pathPattern = regexp.MustCompile("`([a-z]+(?:/[a-z_.-]+)*)/?`")
)

func TestDocumentsLinkToWhatIsThere(t *testing.T) {
	for _, name := range documents(t) {
		for _, m := range linkPattern.FindAllStringSubmatch(read(t, name), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), filepath.FromSlash(m[1]))); err != nil {
				t.Errorf("%s links to %s: %v", name, m[1], err)
			}
		}
	}
}

// documents are the pages for people, those in docs by their paths.
func documents(t *testing.T) []string {
	t.Helper()
	docs, err := filepath.Glob("docs/*.md")
	if err != nil || len(docs) == 0 {
		t.Fatal("there are no documents", err)
	}
	return append(docs, "README.md", "ARCHITECTURE.md", "SECURITY.md")
}

var testCommand = regexp.MustCompile(`go test ((?:\./[a-z/]+ |\. )+)-run '?([A-Za-z|\\]+)`)

// What a document says is shown by a test has to be: each part of the pattern names a test of one of the packages.
func TestDocumentsNameTestsThatAreThere(t *testing.T) {
	seen := 0
	for _, name := range documents(t) {
		for _, m := range testCommand.FindAllStringSubmatch(read(t, name), -1) {
			seen++
			var tests strings.Builder
			for _, pkg := range strings.Fields(m[1]) {
				files, _ := filepath.Glob(filepath.Join(pkg, "*_test.go"))
				for _, file := range files {
					tests.WriteString(read(t, file))
				}
			}
			for part := range strings.SplitSeq(strings.ReplaceAll(m[2], "\\|", "|"), "|") {
				if found, _ := regexp.MatchString(`(?m)^func (Test|Fuzz)\w*`+part, tests.String()); !found {
					t.Errorf("%s: no test in %s has %q in its name", name, m[1], part)
				}
			}
		}
	}
	if seen < 15 {
		t.Errorf("only %d commands were found", seen)
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
