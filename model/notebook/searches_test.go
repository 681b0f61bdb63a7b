package notebook_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"reftel/model/notebook"
)

var noon = time.Date(2020, 5, 1, 12, 0, 0, 0, time.UTC)

func open(t *testing.T, path string) *notebook.Searches {
	t.Helper()
	s, err := notebook.OpenSearches(path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// show writes searches in a line, the saved ones with a star.
func show(s *notebook.Searches) string {
	var out []string
	for _, one := range s.All() {
		star := ""
		if one.Saved {
			star = "*"
		}
		out = append(out, star+one.Query)
	}
	return strings.Join(out, " | ")
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestSearchesAreKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "searches")
	s := open(t, path)
	for _, q := range []string{"harbor", "from:lisbon", "  harbor", "", " ", "tag:PREL ", "tag:PREL  "} {
		s.Ask(q, noon)
	}
	s.Save("from:lisbon", true, noon)
	s.Save("new", true, noon)
	s.Ask("harbor", noon)
	must(t, s.Write())
	const want = "*new | *from:lisbon | harbor | tag:PREL "
	if show(s) != want || show(open(t, path)) != want {
		t.Errorf("kept are %q, read again %q, want %q", show(s), show(open(t, path)), want)
	}
	s.Save("new", false, noon)
	if s.Saved("new") || !s.Saved("from:lisbon") || s.Saved("nothing") {
		t.Errorf("saved is what should not be: %s", show(s))
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read what was searched for: %v %v", info.Mode(), err)
	}
}

func TestWithoutAFileSearchesLastAsLongAsTheProgram(t *testing.T) {
	s := open(t, "")
	s.Save("harbor", true, noon)
	if show(s) != "*harbor" {
		t.Errorf("kept are %q", show(s))
	}
}

// What a crash, another program or a later version wrote is passed over and stays.
func TestDamagedLines(t *testing.T) {
	path := filepath.Join(t.TempDir(), "searches")
	damaged := `{"query":"one","at":"2020-01-01T00:00:00Z","later":7}` + "\n\xff\x00\n[]\n{\"query\":\"" + strings.Repeat("x", 1<<20) + "\"}\n" + `{"query":"cut`
	must(t, os.WriteFile(path, []byte(damaged), 0o600))
	s := open(t, path)
	s.Ask("two", noon)
	must(t, s.Write())
	if got := show(open(t, path)); got != "two | one" {
		t.Errorf("read are %q", got)
	}
	if data, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(data), damaged+"\n") {
		t.Error("what could not be read is gone")
	}
}

func TestTwoProgramsAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "searches")
	var running sync.WaitGroup
	for i := range 8 {
		running.Go(func() {
			s, err := notebook.OpenSearches(path)
			if err != nil {
				t.Error(err)
			}
			for k := range 20 {
				s.Save(fmt.Sprintf("search %d of %d", k, i), true, noon)
				if err := s.Write(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	running.Wait()
	if n := len(open(t, path).All()); n != 160 {
		t.Errorf("%d of 160 searches are left", n)
	}
}

func TestOldSearchesAreForgottenAndSavedOnesAreNot(t *testing.T) {
	s := open(t, "")
	s.Save("the first", true, noon)
	for i := range 5000 {
		s.Ask(fmt.Sprintf("search %d", i), noon)
	}
	all := s.All()
	if len(all) > 2001 || all[0].Query != "the first" || all[1].Query != "search 4999" {
		t.Errorf("%d are kept: %v first", len(all), all[:2])
	}
}

func TestWhatCanNotBeWrittenIsSaid(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(file, nil, 0o600))
	s, err := notebook.OpenSearches(filepath.Join(file, "searches"))
	if err == nil {
		s.Ask("harbor", noon)
		err = s.Write()
	}
	if err == nil || !strings.Contains(err.Error(), "search") {
		t.Errorf("a folder that is a file: %v", err)
	}
}
