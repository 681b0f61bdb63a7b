package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"reftel/internal/attacks"
	"reftel/model"
	"reftel/parser"
	"reftel/ui/export"
)

// commandLines says how each command is called on hostile documents, by its name; LIBRARY, FILE and OTHER stand for paths,
// ID for a cable. A command that isn't here fails TestAttackEveryCommand.
var commandLines = map[string][]string{
	"list":       {"list --library LIBRARY", "list --json --library LIBRARY", "list --library LIBRARY b"},
	"find":       {"find --library LIBRARY b", "find --json --library LIBRARY b", "find --library LIBRARY class:>=u", "find --library LIBRARY name:pell"},
	"show":       {"show --library FILE ID", "show --json --library FILE ID", "show --library FILE ID#1", "show --library FILE ID#2", "show --library LIBRARY 09LISBON0"},
	"names":      {"names --library LIBRARY", "names --json --library LIBRARY", "names --library LIBRARY Pell", "names --json --library LIBRARY Pell", "names --library LIBRARY --list NAMES", "names --library LIBRARY --json --list NAMES"},
	"rules":      {"names rules", "names rules --import NAMES"},
	"refs":       {"refs --library LIBRARY ID", "refs --json --library LIBRARY ID", "refs --depth 2 --library LIBRARY 08LISBON97"},
	"redactions": {"redactions --library LIBRARY", "redactions --json --library LIBRARY", "redactions --overview --library LIBRARY", "redactions --overview --json --library LIBRARY"},
	"diff":       {"diff --library FILE --library OTHER ID", "diff --json --library FILE --library OTHER ID", "diff --all --inline --library OTHER --library FILE ID", "diff FILE OTHER"},
	"notes":      {"notes", "notes --json", "notes ID"},
	"cite":       {"cite --library FILE ID", "cite --format bibtex --library FILE ID", "cite --format ris --library FILE ID", "cite --format csl-json --library FILE ID", "cite --quote --library FILE ID#1"},
	"export":     {"export --to md --library LIBRARY", "export --to html --library LIBRARY", "export --to jsonl --library LIBRARY", "export --to csv --library LIBRARY"},
	"parse":      {"parse LIBRARY"},
	"index":      {"index LIBRARY", "index --json LIBRARY"},
	"serve":      {"serve --authorized-keys NAMES LIBRARY"}, // what is said to a reader and in the log is tested in ui/serve
	"doctor":     {"doctor", "doctor --library LIBRARY", "doctor --json"},
	"config":     {"config", "config --check"},
	"keys":       {"keys"},
	"completion": {"completion bash", "completion zsh", "completion fish"},
	"man":        {"man"},
	"help":       {"help list"},
}

// attackedFiles writes each place of each format into a file, with some of the texts there, so that each text stands in
// many places; the names of the files are hostile too, as far as the disk takes them.
func attackedFiles(t *testing.T, folder string, each int) (files []string, places []attacks.Place) {
	t.Helper()
	texts := attacks.Texts()
	for i, p := range attacks.Places() {
		var some []string
		for n := range each {
			some = append(some, texts[(i*each+n)%len(texts)].Text)
		}
		name := fmt.Sprintf("%03d-%s-%s", i, strings.Map(nameable, texts[i%len(texts)].Text[:min(20, len(texts[i%len(texts)].Text))]), p.File)
		file := filepath.Join(folder, name)
		data := p.Of(strings.Join(some, " "))
		if os.WriteFile(file, data, 0o600) != nil {
			file = filepath.Join(folder, fmt.Sprintf("%03d-%s", i, p.File))
			if err := os.WriteFile(file, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		files, places = append(files, file), append(places, p)
	}
	return files, places
}

// nameable drops what no name of a file may have.
func nameable(r rune) rune {
	if r == '/' || r == 0 {
		return -1
	}
	return r
}

// inRealm gives a command line folders of its own for what is kept.
func inRealm(t *testing.T) func(*System) {
	dir := t.TempDir()
	return func(s *System) { s.DataDir, s.CacheDir, s.ConfigDir, s.Folder = dir, dir, dir, dir }
}

// Nothing of the attacks reaches the output or the error stream of any command, in a pipe or on a terminal; lines of JSON
// are JSON, and no file changes but those of the program.
func TestAttackEveryCommand(t *testing.T) {
	library := t.TempDir()
	each := 4
	if testing.Short() {
		each = 1
	}
	files, places := attackedFiles(t, library, each)
	wanted := write(t, t.TempDir(), "wanted.txt", "Pell\n"+strings.ReplaceAll(together(), "\x00", ""))
	before := listing(t, library)
	var commands []string
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		for _, sub := range c.Commands() {
			commands = append(commands, sub.Name())
			walk(sub)
		}
	}
	walk((&tool{}).root())
	runs := 0
	for _, ground := range []struct {
		name   string
		change func(*System)
	}{{"pipe", nil}, {"terminal", both(terminal(80), environment("NO_COLOR", "1"))}} { // NO_COLOR: no sequence may come, not even reftel's own
		around := both(inRealm(t), orNothing(ground.change))
		check := func(line string, args []string) {
			r := run(t, around, args...)
			runs++
			if args[0] == "export" {
				r.out = strings.ReplaceAll(r.out, "\t", " ") // in tables of telegrams a tab is a tab
			}
			harmless(t, ground.name+": "+line+" (output)", r.out)
			harmless(t, ground.name+": "+line+" (error stream)", strings.ReplaceAll(r.err, "\r\x1b[K", "")) // the bar of indexing
			if slices.Contains(args, "--json") || args[0] == "parse" || slices.Contains(args, "jsonl") {
				wantJSONLines(t, line, r.out)
			}
		}
		for _, name := range commands {
			if len(commandLines[name]) == 0 {
				t.Errorf("no attack is made on reftel %s: add it to commandLines", name)
			}
			for _, line := range commandLines[name] {
				if !strings.Contains(line, "FILE") {
					check(line, arguments(line, library, "", "", wanted, "09VIENNA81"))
					continue
				}
				for i, file := range files {
					if places[i].ID == "" || i%attacks.Stride() != 0 {
						continue
					}
					check(line+" in "+places[i].Format+", "+places[i].Name, arguments(line, library, file, files[(i+1)%len(files)], wanted, places[i].ID))
				}
			}
		}
	}
	if after := listing(t, library); !slices.Equal(before, after) {
		t.Errorf("the folder of the cables has changed: %q", after)
	}
	t.Logf("attacks: %d texts in %d places, %d commands, %d runs", len(attacks.Texts()), len(places), len(commands), runs)
}

func orNothing(change func(*System)) func(*System) {
	if change == nil {
		return func(*System) {}
	}
	return change
}

// arguments fills in a line of commandLines.
func arguments(line, library, file, other, wanted, id string) []string {
	args := strings.Fields(line)
	for i, a := range args {
		switch a = strings.Replace(a, "ID", id, 1); a {
		case "LIBRARY":
			a = library
		case "FILE":
			a = file
		case "OTHER":
			a = other
		case "NAMES":
			a = wanted
		default:
			args[i] = a
			continue
		}
		args[i] = a
	}
	return args
}

// together is every hostile text on a line of its own.
func together() string {
	var b strings.Builder
	for _, a := range attacks.Texts() {
		b.WriteString(strings.ReplaceAll(a.Text, "\n", " ") + "\n")
	}
	return b.String()
}

// listing names the files of a folder with their sizes.
func listing(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, fmt.Sprintf("%q %d", e.Name(), info.Size()))
	}
	return out
}

func wantJSONLines(t *testing.T, what, out string) {
	t.Helper()
	for line := range strings.Lines(out) {
		if !json.Valid([]byte(line)) {
			t.Errorf("%s: this is no JSON: %.300q", what, line)
		}
	}
}

// Every text in every place: the record is JSON that gives back exactly the text that was read, and what is said of the
// cable in a line, in citations, in a table and in documents is harmless.
func TestAttackEveryPlace(t *testing.T) {
	texts, places := attacks.Texts(), attacks.Places()
	tried, stride := 0, attacks.Stride()
	for i, p := range places {
		for k := i % stride; k < len(texts); k += stride {
			tried++
			what := fmt.Sprintf("%s in %s, %s", texts[k].Name, p.Format, p.Name)
			for _, c := range parser.Parse("dir/"+p.File, p.Of(texts[k].Text), parser.Options{}).Cables {
				record, err := export.AppendJSON(nil, c)
				if err != nil {
					t.Fatalf("%s: %v", what, err)
				}
				harmless(t, what+" (record)", string(record))
				var back model.Cable
				if err := json.Unmarshal(record, &back); err != nil {
					t.Fatalf("%s: %v in %s", what, err, record)
				}
				for b := range c.Blocks {
					if back.Blocks[b].Text != c.Blocks[b].Text || back.Blocks[b].Lead != c.Blocks[b].Lead {
						t.Errorf("%s: block %d is %q and comes back as %q", what, b, c.Blocks[b].Text, back.Blocks[b].Text)
					}
				}
				if again, err := export.AppendJSON(nil, &back); err != nil || !bytes.Equal(record, again) {
					t.Errorf("%s: the record\n%s\ncomes back as\n%s", what, record, again)
				}
			}
		}
	}
	t.Logf("attacks: %d texts × %d places = %d records", len(texts), len(places), tried)
}
