package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reftel/keymap"
	"reftel/ui/config"
)

func TestKeysListsEveryKey(t *testing.T) {
	r := run(t, nil, "keys")
	r.want(t, Found, "")
	for _, b := range keymap.Defaults() {
		if !strings.Contains(r.out, b.Help) {
			t.Errorf("%q is missing", b.Help)
		}
	}
}

func TestCompletions(t *testing.T) {
	for _, shell := range shells() {
		r := run(t, nil, "completion", shell)
		r.want(t, Found, "")
		if !strings.Contains(r.out, "reftel") {
			t.Errorf("%s: %.100q", shell, r.out)
		}
		if path, err := exec.LookPath(shell); err == nil {
			check := exec.Command(path, "-n")
			check.Stdin = strings.NewReader(r.out)
			if out, err := check.CombinedOutput(); err != nil {
				t.Errorf("%s does not accept the script: %v %s", shell, err, out)
			}
		}
	}
	run(t, nil, "completion", "tcsh").want(t, Usage, "only for bash, zsh and fish")
	run(t, nil, "completion").want(t, Usage, "needs the name of a shell")
}

func TestCompletionsKnowTheValues(t *testing.T) {
	for args, want := range map[string]string{
		"--theme ":       "mono",
		"list --format ": "cablegate-page",
		"completion ":    "zsh",
		"":               "parse",
	} {
		r := run(t, nil, append([]string{"__complete"}, strings.Split(args, " ")...)...)
		if !strings.Contains(r.out, want) {
			t.Errorf("reftel %s<tab> offers %q, want %q among it", args, r.out, want)
		}
	}
}

func TestManualPage(t *testing.T) {
	r := run(t, nil, "man")
	r.want(t, Found, "")
	for _, words := range []string{".TH REFTEL 1", ".SH EXIT STATUS", ".SH KEYS", ".SH QUERIES", "citedby:", "REFTEL_LIBRARY", "reftel show", "NO_COLOR"} {
		if !strings.Contains(strings.ReplaceAll(r.out, `\-`, "-"), words) {
			t.Errorf("%q is not in the manual page", words)
		}
	}
	for _, b := range keymap.Defaults() {
		if !strings.Contains(r.out, roff(b.Labels(", "))+"\n"+roff(b.Help)+"\n") {
			t.Errorf("the key %s is not in the manual page", b.Labels(", "))
		}
	}
	for line := range strings.Lines(r.out) {
		if strings.HasPrefix(line, "'") || strings.Contains(line, "\t") {
			t.Errorf("man would read %q as an instruction", line)
		}
	}
	groff, err := exec.LookPath("groff")
	if err != nil {
		return
	}
	cmd := exec.Command(groff, "-man", "-Tutf8", "-ww", "-z")
	cmd.Stdin = strings.NewReader(r.out)
	if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("groff complains: %v\n%s", err, out)
	}
}

// every calls do with the root and each command that help shows.
func every(do func(c *cobra.Command)) {
	root := (&tool{}).root()
	root.InitDefaultHelpFlag()
	do(root)
	for _, c := range commandsOf(root) {
		do(c)
	}
}

func TestTheManualPageHasEveryCommandFlagKeyAndSetting(t *testing.T) {
	r := run(t, nil, "man")
	page := strings.ReplaceAll(r.out, `\-`, "-")
	has := func(what, words string) {
		t.Helper()
		if !strings.Contains(page, words) {
			t.Errorf("%s: %q is not in the manual page", what, words)
		}
	}
	commands, flags := 0, 0
	every(func(c *cobra.Command) {
		section := page
		if c.HasParent() {
			commands++
			has(c.Name(), "\n.SS \"reftel "+c.Use)
			_, section, _ = strings.Cut(page, "\n.SS \"reftel "+c.Name())
			section, _, _ = strings.Cut(section, "\n.SS")
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			flags++
			if f.Name != "help" && f.Name != "version" && !strings.Contains(section, "--"+f.Name) {
				t.Errorf("reftel %s --%s is not in its section of the manual page", c.Name(), f.Name)
			}
		})
	})
	if commands < 12 || flags < 30 {
		t.Errorf("only %d commands and %d flags were looked for", commands, flags)
	}
	for _, s := range keymap.Sections(keymap.Defaults()) {
		has("keys", ".SS \""+s.Title)
	}
	for _, s := range config.Settings() {
		has("settings", "\n.B "+s.Name+" = ")
	}
	for _, name := range []string{libraryVariable, configVariable, "NO_COLOR", "SSH_CONNECTION"} {
		has("environment", "\n.B "+name)
	}
}

// offered returns what reftel offers at the end of a command line.
func offered(t *testing.T, args ...string) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for line := range strings.Lines(run(t, nil, append([]string{"__complete"}, args...)...).out) {
		word, _, _ := strings.Cut(strings.TrimSpace(line), "\t")
		out[word] = true
	}
	return out
}

func TestCompletionsOfferEveryCommandAndFlag(t *testing.T) {
	commands := offered(t, "")
	every(func(c *cobra.Command) {
		if c.HasParent() && !commands[c.Name()] {
			t.Errorf("the command %s is not offered", c.Name())
		}
		line := []string{"--"}
		if c.HasParent() {
			line = []string{c.Name(), "--"}
		}
		flags := offered(t, line...)
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if !f.Hidden && !flags["--"+f.Name] && f.Name != "version" {
				t.Errorf("reftel %s: --%s is not offered among %v", c.Name(), f.Name, flags)
			}
		})
		if !flags["--config"] {
			t.Errorf("reftel %s: --config is not offered", c.Name())
		}
	})
}

func TestCompletionsOfferTheUsersThemes(t *testing.T) {
	r := run(t, settingsIn(t, "[themes.night]\nbase = \"dark\"\n"), "__complete", "--theme", "")
	if !strings.Contains(r.out, "night\n") || !strings.Contains(r.out, "high-contrast\n") {
		t.Errorf("offered: %q", r.out)
	}
}

// The scripts do what they are for; that of bash without the package bash-completion too.
func TestShellsComplete(t *testing.T) {
	if testing.Short() {
		t.Skip("skip: builds the program")
	}
	dir := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", filepath.Join(dir, "reftel"), "reftel").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	shells := map[string][]string{
		"bash": {"--norc", "-c", `source <(reftel completion bash)
COMP_LINE=$1; COMP_POINT=${#1}; COMP_WORDS=($1); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); COMP_TYPE=9
__start_reftel 2>/dev/null; printf '%s\n' "${COMPREPLY[@]}"`, "bash"},
		"fish": {"--no-config", "-c", `reftel completion fish | source; complete -C $argv[1] | string replace -r '\t.*' ''`},
	}
	for shell, args := range shells {
		program, err := exec.LookPath(shell)
		if err != nil {
			t.Logf("skip: there is no %s here", shell)
			continue
		}
		for line, want := range map[string]string{
			"reftel redac": "redactions", "reftel config --che": "--check", "reftel --theme hi": "high-contrast", "reftel completion f": "fish",
		} {
			cmd := exec.Command(program, append(slices.Clone(args), line)...)
			cmd.Env = append(os.Environ(), "PATH="+dir+string(os.PathListSeparator)+os.Getenv("PATH"), "XDG_CONFIG_HOME="+dir)
			if out, _ := cmd.Output(); strings.TrimSpace(string(out)) != want { // what the last part of the line ends with says nothing
				t.Errorf("%s: %s<tab> gives %q, want %q", shell, line, out, want)
			}
		}
	}
}
