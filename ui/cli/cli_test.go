package cli

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/model/library"
	"reftel/sample"
	"reftel/ui"
)

var update = flag.Bool("update", false, "write the expected outputs in testdata anew")

// cables is the folder of fixtures: three files, three cables, two of them copies of one.
const cables = "testdata/cables"

// result is what a command line left behind.
type result struct {
	out, err string
	status   int
	screens  []ui.Options // the times the interactive program was shown
}

// run runs a command line in a pipe; change alters what it finds around it.
func run(t *testing.T, change func(*System), args ...string) result {
	t.Helper()
	var r result
	var out, errs bytes.Buffer
	s := System{
		Args: args, In: strings.NewReader(""), Out: &out, Err: &errs,
		Getenv: func(string) string { return "" },
		Sample: sample.FS(),
		Screen: func(ctx context.Context, o ui.Options) ([]library.Problem, error) {
			r.screens = append(r.screens, o)
			return nil, nil
		},
	}
	if change != nil {
		change(&s)
	}
	r.status = Execute(t.Context(), s)
	r.out, r.err = out.String(), errs.String()
	return r
}

// terminal makes the output a terminal of that width.
func terminal(width int) func(*System) {
	return func(s *System) { s.InTerminal, s.OutTerminal, s.Width = true, true, width }
}

// environment sets variables, given as name, value, name, value.
func environment(pairs ...string) func(*System) {
	return func(s *System) {
		s.Getenv = func(name string) string {
			for i := 0; i < len(pairs); i += 2 {
				if pairs[i] == name {
					return pairs[i+1]
				}
			}
			return ""
		}
	}
}

func both(changes ...func(*System)) func(*System) {
	return func(s *System) {
		for _, c := range changes {
			c(s)
		}
	}
}

// want checks status and error stream; says must stand in it, "" means that it is empty.
func (r result) want(t *testing.T, status int, says string) {
	t.Helper()
	if r.status != status {
		t.Errorf("exit status %d, want %d; error stream: %s", r.status, status, r.err)
	}
	if says == "" && r.err != "" || !strings.Contains(r.err, says) {
		t.Errorf("error stream %q, want %q", r.err, says)
	}
}

// golden compares with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("output differs from %s (go test ./ui/cli -update writes it anew). Got:\n%s", file, got)
	}
}

// write makes a file in a temporary folder.
func write(t *testing.T, folder, name, text string) string {
	t.Helper()
	file := filepath.Join(folder, name)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Skipf("skip: this file system takes no name such as %q: %v", name, err)
	}
	return file
}

// telegram returns a short telegram of which some words are given.
func telegram(subject, body string) string {
	return "R 050900Z FEB 09\nFM AMEMBASSY VIENNA\nTO SECSTATE WASHDC\nUNCLAS VIENNA 000081\n\n" +
		"E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: " + subject + "\n\n1. (U) " + body + "\n\n2. (U) The end.\n\nMORROW\n"
}

func TestVersionNamesTheBuild(t *testing.T) {
	r := run(t, nil, "--version")
	r.want(t, Found, "")
	if !strings.HasPrefix(r.out, "reftel ") || strings.Count(r.out, "\n") != 1 {
		t.Errorf("version %q", r.out)
	}
}

func TestHelpTeaches(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"help"}, {"-h"}} {
		r := run(t, nil, args...)
		r.want(t, Found, "")
		for _, word := range []string{"list", "find", "show", "refs", "redactions", "diff", "cite", "export", "parse", "keys", "completion", "man", "--theme", "--format", "jq", "built-in sample"} {
			if !strings.Contains(r.out, word) {
				t.Errorf("reftel %v does not mention %q", args, word)
			}
		}
		if strings.Contains(r.out, "\x1b") {
			t.Errorf("reftel %v writes escape sequences into a pipe", args)
		}
	}
	for _, command := range []string{"list", "find", "show", "refs", "redactions", "diff", "cite", "export", "parse", "keys", "completion", "man"} {
		long, short := run(t, nil, "help", command), run(t, nil, command, "--help")
		long.want(t, Found, "")
		if long.out != short.out || len(long.out) < 100 {
			t.Errorf("reftel help %s and reftel %s --help differ or say nothing", command, command)
		}
	}
	run(t, nil, "help", "nonsense").want(t, Usage, "no command")
}

func TestHelpFitsEightyColumns(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"list", "--help"}, {"show", "--help"}, {"parse", "--help"},
		{"find", "--help"}, {"refs", "--help"}, {"redactions", "--help"}, {"diff", "--help"}} {
		for line := range strings.Lines(run(t, nil, args...).out) {
			if line = strings.TrimRight(line, " \n"); len([]rune(line)) > 80 {
				t.Errorf("reftel %s: wider than 80 columns: %q", strings.Join(args, " "), line)
			}
		}
	}
}

// Fang cuts longer ones in a terminal of 80 columns.
func TestExamplesAreNotCut(t *testing.T) {
	root := (&tool{}).root()
	for _, c := range append(root.Commands(), root) {
		for line := range strings.Lines(c.Example) {
			if len(line) > 72 {
				t.Errorf("reftel %s: the example is too long: %s", c.Name(), line)
			}
		}
	}
}

func TestWrongFlagsAreUsage(t *testing.T) {
	run(t, nil, "--nonsense").want(t, Usage, "unknown flag: --nonsense. See reftel --help")
	run(t, nil, "list", "--library").want(t, Usage, "flag needs an argument")
	run(t, nil, "keys", "extra").want(t, Usage, "See reftel --help")
	run(t, nil, "list", "--format", "pdf").want(t, Usage, `no format "pdf"; the formats are newspaper-page, cablegate-page, cables-csv, telegram`)
	run(t, nil, "show", "--theme", "pink", "09LISBON97").want(t, Usage, "the themes are")
	run(t, nil, "parse").want(t, Usage, "needs a file or folder")
}
