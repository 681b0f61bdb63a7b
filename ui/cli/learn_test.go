package cli

import (
	"os/exec"
	"strings"
	"testing"

	"reftel/keymap"
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
