package cli

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// What the README says to type, a newcomer with nothing but the sample can type, and finds something. Commands on folders
// of one's own and those with a word in capitals for what is to be put in are left out.
func TestTheCommandsOfTheReadme(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	lines := regexp.MustCompile(`(?m)^reftel ([^ #][^#\n]*)  +#.*$`).FindAllStringSubmatch(string(text), -1)
	inText := regexp.MustCompile("`reftel ([^`]+)`").FindAllStringSubmatch(string(text), -1)
	ownFiles, putIn := regexp.MustCompile(`~/|\.html`), regexp.MustCompile(`\b(QUERY|ID|NAME|PARA|PATH|FILE|FORM|COMMAND)\b`)
	need := map[string]bool{"find": true, "show": true, "refs": true, "cite": true, "diff": true, "export": true, "parse": true, "index": true, "doctor": true, "serve": true}
	// of which there is none before something is written
	empty := map[string]bool{"notes": true}
	tried := 0
	for _, found := range append(lines, inText...) {
		command := strings.TrimSpace(found[1])
		args := typed(command)
		if ownFiles.MatchString(command) || putIn.MatchString(command) || len(args) == 1 && (need[args[0]] || empty[args[0]]) {
			continue
		}
		tried++
		if r := run(t, nil, args...); r.status != 0 || r.out == "" {
			t.Errorf("reftel %s: status %d\n%s", command, r.status, r.err)
		}
	}
	if tried < 12 {
		t.Errorf("only %d commands were found in the README", tried)
	}
}

// typed parts a command line as a shell does that knows only single quotes.
func typed(command string) (out []string) {
	for i, part := range strings.Split(command, "'") {
		if i%2 == 1 {
			out = append(out, part)
		} else {
			out = append(out, strings.Fields(part)...)
		}
	}
	return out
}
