package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Rules that are printed are those that were imported, whatever the file looks like; what contradicts them is not taken in,
// nor is anything that stands beside it.
func TestNameRules(t *testing.T) {
	data, dir := t.TempDir(), t.TempDir()
	home := func(s *System) { s.DataDir = data }
	run(t, home, "names", "rules").want(t, NotFound, "there are no rules")
	mine := write(t, dir, "mine.txt", "\xef\xbb\xbf# of mine\r\nrename person \"Ada Quill\" -> \"Zebulon Umbrage\"\r\nhide place Post\r\n")
	run(t, home, "names", "rules", "--import", mine).want(t, Found, "2 rules added, 0 were there already")
	const want = "rename person \"Ada Quill\" -> \"Zebulon Umbrage\"\nhide place \"Post\"\n"
	if r := run(t, home, "names", "rules"); r.out != want || r.status != Found {
		t.Errorf("printed are\n%s%s", r.out, r.err)
	}
	run(t, home, "names", "rules", "--import", write(t, dir, "same.txt", want)).want(t, Found, "0 rules added, 2 were there already")

	kept := filepath.Join(data, "reftel", "names.txt")
	before, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		about, text string
		says        []string
	}{
		{"against mine", "hide place Elsewhere\nhide person \"Ada Quill\"\n", []string{"theirs.txt, line 2", "line 1 ", "nothing of"}},
		{"against itself", "hide place A\nrename place A -> B\n", []string{"theirs.txt, line 2", "theirs.txt, line 1"}},
		{"no rules", "hide place A\nAda Quill\n\x1b[31mx\n", []string{"line 2", "line 3", "U+001B"}},
	} {
		r := run(t, home, "names", "rules", "--import", write(t, dir, "theirs.txt", tt.text))
		for _, says := range tt.says {
			r.want(t, Usage, says)
		}
		if strings.Contains(r.err, "\x1b") {
			t.Errorf("%s: what is said steers the terminal: %q", tt.about, r.err)
		}
		if after, err := os.ReadFile(kept); err != nil || string(after) != string(before) {
			t.Errorf("%s: a part was taken in: %q", tt.about, after)
		}
	}
	run(t, home, "names", "rules", "--import", filepath.Join(dir, "none.txt")).want(t, Usage, "can't be read")
	run(t, nil, "names", "rules", "--import", mine).want(t, Usage, "no folder")
}

// name: asks for a name by what the reader calls it, in a library in memory and in one that is indexed.
func TestQueriesFollowTheRules(t *testing.T) {
	data, cache := t.TempDir(), t.TempDir()
	home := func(s *System) { s.DataDir, s.CacheDir = data, cache }
	library := spoken(t)
	want := run(t, home, "list", "--library", library, "name:quill").out
	run(t, home, "list", "--library", library, "name:zebulon").want(t, NotFound, "no cable")
	text := write(t, t.TempDir(), "rules.txt", "rename person \"Ada Quill\" -> \"Zebulon Umbrage\"\n")
	run(t, home, "names", "rules", "--import", text).want(t, Found, "1 rule")
	for range 2 {
		if got := run(t, home, "list", "--library", library, `name:"zebulon umbrage"`).out; got != want || want == "" {
			t.Errorf("by the new name are listed\n%sand by the old one were\n%s", got, want)
		}
		run(t, home, "index", library)
	}
}

// Rules hold for the commands that print names.
func TestNamesFollowTheRules(t *testing.T) {
	data := t.TempDir()
	home := func(s *System) { s.DataDir = data }
	library := spoken(t)
	text := write(t, t.TempDir(), "rules.txt", "rename person \"Ada Quill\" -> \"Zebulon Umbrage\"\nhide person \"Tomas Pell\"\nsplit organization HBA from \"Harbor Authority\"\n")
	run(t, home, "names", "rules", "--import", text).want(t, Found, "3 rules")
	r := run(t, home, "names", "--library", library)
	for _, want := range []string{"Zebulon Umbrage · Ada Quill, Quill\n", "organization  Harbor Authority\n", "organization  HBA\n"} {
		if !strings.Contains(r.out, want) {
			t.Errorf("%q is missing in\n%s%s", want, r.out, r.err)
		}
	}
	if strings.Contains(r.out, "Tomas Pell") {
		t.Errorf("a hidden name is listed:\n%s", r.out)
	}
	if r = run(t, home, "names", "--library", library, "umbrage"); !strings.Contains(r.out, "⟪Quill⟫ thanked him") {
		t.Errorf("a renamed name has no sentences:\n%s%s", r.out, r.err)
	}
	if r = run(t, home, "names", "--library", library, "HBA"); !strings.Contains(r.out, "denied it") {
		t.Errorf("a form that was split off has no sentences:\n%s%s", r.out, r.err)
	}
}

// A list of names says what names belong to as the rules have them.
func TestListsOfNamesFollowTheRules(t *testing.T) {
	data := t.TempDir()
	home := func(s *System) { s.DataDir = data }
	library, dir := spoken(t), t.TempDir()
	list := write(t, dir, "list.txt", "Ada Quill\nTomas Pell\nHBA\n")
	text := write(t, dir, "rules.txt", "rename person \"Ada Quill\" -> \"Zebulon Umbrage\"\nhide person \"Tomas Pell\"\nsplit organization HBA from \"Harbor Authority\"\n")
	before := run(t, home, "names", "--library", library, "--list", list).out
	run(t, home, "names", "rules", "--import", text).want(t, Found, "3 rules")
	r := run(t, home, "names", "--library", library, "--list", list)
	for _, want := range []string{"Ada Quill,as written,Zebulon Umbrage,person", "Tomas Pell,as written,,", "HBA,as written,HBA,organization"} {
		if !strings.Contains(r.out, want) {
			t.Errorf("%q is not in\n%s\nand before the rules\n%s", want, r.out, before)
		}
	}
}
