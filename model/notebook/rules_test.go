package notebook_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"reftel/model/names/rules"
	"reftel/model/notebook"
)

func openRules(t *testing.T, path string) *notebook.Rules {
	t.Helper()
	r, err := notebook.OpenRules(path)
	must(t, err)
	return r
}

func parsedRules(t *testing.T, text string) []rules.Rule {
	t.Helper()
	all, err := rules.Parse([]byte(text))
	must(t, err)
	return all
}

// kept writes the rules that hold.
func kept(t *testing.T, r *notebook.Rules) string {
	t.Helper()
	set, _, err := r.Set()
	must(t, err)
	return rules.Format(set.Rules())
}

func TestRulesAreKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "names.txt")
	r := openRules(t, path)
	text := "merge person \"A\" = \"B\"\nhide place \"Post\"\n"
	if added, err := r.Add(append(parsedRules(t, text), parsedRules(t, text)...)...); added != 2 || err != nil {
		t.Errorf("%d of two rules were added: %v", added, err)
	}
	if added, err := r.Add(parsedRules(t, text)...); added != 0 || err != nil {
		t.Errorf("%d of two rules that are there were added: %v", added, err)
	}
	if kept(t, r) != text || kept(t, openRules(t, path)) != text {
		t.Errorf("kept are\n%s", kept(t, openRules(t, path)))
	}
	other := openRules(t, path)
	must(t, other.Undo(parsedRules(t, "hide place Post\nhide place Nowhere")...))
	if want := "merge person \"A\" = \"B\"\n"; kept(t, r) != want || kept(t, openRules(t, path)) != want {
		t.Errorf("after another program has taken a rule back, kept are\n%s", kept(t, r))
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read the rules: %v %v", info.Mode(), err)
	}
}

func TestRulesThatContradictAreNotAdded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "names.txt")
	r := openRules(t, path)
	_, err := r.Add(parsedRules(t, "rename person A -> B")...)
	must(t, err)
	before, err := os.ReadFile(path)
	must(t, err)
	added, err := r.Add(parsedRules(t, "hide place Post\nrename person B -> A")...)
	if added != 0 || err == nil || !strings.Contains(err.Error(), "line 2") || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("%d rules were added, and said is %v", added, err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("a part was added: %q %v", after, err)
	}
}

func TestWithoutAFileRulesLastAsLongAsTheProgram(t *testing.T) {
	r := openRules(t, "")
	_, err := r.Add(parsedRules(t, "hide place A\nhide place B")...)
	must(t, err)
	must(t, r.Undo(parsedRules(t, "hide place A")...))
	if kept(t, r) != "hide place \"B\"\n" {
		t.Errorf("kept are %q", kept(t, r))
	}
}

func TestTwoProgramsAddRulesAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "names.txt")
	var running sync.WaitGroup
	for i := range 6 {
		running.Go(func() {
			r, err := notebook.OpenRules(path)
			if err != nil {
				t.Error(err)
				return
			}
			for k := range 15 {
				one := rules.Rule{Verb: rules.Hide, Kind: "place", Names: []string{fmt.Sprintf("P %d of %d", k, i)}}
				if _, err := r.Add(one); err != nil {
					t.Error(err)
				}
				if k%3 == 0 {
					if err := r.Undo(one); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	running.Wait()
	if n := strings.Count(kept(t, openRules(t, path)), "\n"); n != 60 {
		t.Errorf("%d of 60 rules are left", n)
	}
}

// Wherever a crash cuts the last line, all rules before it hold, and what is added next is a line of its own.
func TestRulesThatACrashHasCut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "names.txt")
	first, last := "hide place \"A\"\n", "merge person \"B\" = \"C D\" = \"E\"\n"
	for cut := range len(last) {
		must(t, os.WriteFile(path, []byte(first+last[:cut]), 0o600))
		r := openRules(t, path)
		if got := kept(t, r); !strings.HasPrefix(got, first) {
			t.Fatalf("cut to %q, kept are %q", last[:cut], got)
		}
		_, err := r.Add(parsedRules(t, "hide place Z")...)
		must(t, err)
		if got := kept(t, openRules(t, path)); !strings.HasPrefix(got, first) || !strings.HasSuffix(got, "hide place \"Z\"\n") {
			t.Fatalf("cut to %q and added to, kept are %q", last[:cut], got)
		}
	}
}

// Of rules that two programs wrote at the same moment and that contradict each other the first holds, and it is said.
func TestRulesThatContradictInTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "names.txt")
	must(t, os.WriteFile(path, []byte("merge person A = B\nmerge person C = B\nnonsense\nhide place Post\n"), 0o600))
	set, wrong, err := openRules(t, path).Set()
	must(t, err)
	if set.Len() != 2 || set.Of("person", "B").Called != "A" || len(wrong) != 2 {
		t.Errorf("%d rules hold, and said is %v", set.Len(), wrong)
	}
}
