package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// caching gives the command line a folder for caches.
func caching(dir string) func(*System) { return func(s *System) { s.CacheDir = dir } }

// With an index a command prints what it prints without one.
func TestCommandsPrintTheSameFromAnIndex(t *testing.T) {
	cache := t.TempDir()
	wanted := write(t, t.TempDir(), "wanted.txt", "Porto Cinza\nkeeper\nTrane, Ellis\nnobody at all\nSilva\n")
	for _, folder := range []string{cables, copies, "../../sample/cables", "../../parser/testdata"} {
		library := filesOf(t, folder)
		built := run(t, caching(cache), "index", library)
		if built.status != Found && built.status != PartlyRead || !strings.Contains(built.out, "cables in ") {
			t.Fatalf("index: status %d, %q, %q", built.status, built.out, built.err)
		}
		for _, args := range [][]string{
			{"list"}, {"list", "--json"}, {"list", "the class:>=confidential"}, {"list", "giraffe"}, {"list", `"open`},
			{"find", "the"}, {"find", "from:embassy"}, {"find", "--json", "keeper* OR clock*"}, {"find", "date:1066"},
			{"redactions"}, {"redactions", "--json"}, {"redactions", "--overview"}, {"redactions", "--overview", "--json"}, {"redactions", "giraffe"}, {"redactions", "-has:redaction"},
			{"names"}, {"names", "--json", "--kind", "place"}, {"names", "porto cinza"}, {"names", "--json", "cinza, porto"}, {"names", "qintanila"}, {"names", "giraffe"},
			{"names", "--list", wanted}, {"names", "--json", "--list", wanted}, {"names", "--kind", "person", "--list", wanted},
			{"show", "09LISBON97"}, {"show", "--json", "09LISBON97"}, {"show", "09LISBON97#4"}, {"show", "09VIENNA77"}, {"show", "09LISBON99999"}, {"show", "lisbon"},
			{"refs", "09LISBON97"}, {"refs", "--json", "09LISBON402"}, {"refs", "--depth", "0", "09LISBON402"}, {"refs", "09LISBON88"}, {"refs", "09VIENNA77"},
			{"diff", "09VIENNA77"}, {"diff", "09PONTADELGADA11"}, {"diff", "--json", "09PONTADELGADA11"}, {"diff", "09LISBON97"}, {"cite", "09LISBON97#2"},
			{"export", "--to", "md"}, {"export", "--to", "html"}, {"export", "--to", "html", "the class:>=confidential"}, {"export", "--to", "jsonl"}, {"export", "--to", "csv"}, {"export", "--to", "csv", "giraffe"},
		} {
			args = append([]string{args[0], "--library", library}, args[1:]...)
			want, got := run(t, nil, args...), run(t, caching(cache), args...)
			if got.status != want.status || got.out != want.out || sortedLines(got.err) != sortedLines(want.err) {
				t.Errorf("%q from an index: status %d, %.300q\n%.2000s\nwant %d, %.300q\n%.2000s", args, got.status, got.err, got.out, want.status, want.err, want.out)
			}
		}
	}
}

// filesOf copies the files of a folder, but not what is in folders there, into a folder of its own.
func filesOf(t *testing.T, folder string) string {
	t.Helper()
	copied := t.TempDir()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		write(t, copied, e.Name(), string(data))
	}
	return copied
}

// sortedLines puts lines into an order: files are read at once, and complained of as they come.
func sortedLines(s string) string { return strings.Join(slices.Sorted(strings.Lines(s)), "") }

func TestTheIndexFollowsTheFiles(t *testing.T) {
	cache, library := t.TempDir(), t.TempDir()
	write(t, library, "one.txt", telegram("CLOCKS", "The clock is slow."))
	run(t, caching(cache), "index", library).want(t, Found, "")
	second := write(t, library, "two.txt", telegram("BELLS", "The bell is loud."))
	r := run(t, caching(cache), "find", "--library", library, "bell")
	r.want(t, Found, "")
	if !strings.Contains(r.out, "⟪bell⟫") {
		t.Errorf("a file that is new isn't found: %s", r.out)
	}
	if err := os.Remove(second); err != nil {
		t.Fatal(err)
	}
	r = run(t, caching(cache), "list", "--library", library, "bell")
	r.want(t, PartlyRead, "gone since it was indexed")
	if strings.Count(r.out, "\n") != 1 {
		t.Errorf("the cable of a file that is gone is listed as %q", r.out)
	}
	run(t, caching(cache), "find", "--library", library, "bell").want(t, PartlyRead, "two.txt")
}

func TestIndexSaysWhatItDoes(t *testing.T) {
	cache := t.TempDir()
	r := run(t, caching(cache), "index", cables)
	r.want(t, Found, "")
	for _, says := range []string{"3 cables in 3 files", "the index takes", "a second"} {
		if !strings.Contains(r.out, says) {
			t.Errorf("index says %q, without %q", r.out, says)
		}
	}
	r = run(t, caching(cache), "index", "--json", cables)
	r.want(t, Found, "")
	var last progressRecord
	for line := range strings.Lines(r.out) {
		if err := json.Unmarshal([]byte(line), &last); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
	}
	if !last.Done || last.Committed != 3 {
		t.Errorf("the last line of --json is %+v", last)
	}
	run(t, caching(cache), "index").want(t, Usage, "files or folders")
	run(t, nil, "index", cables).want(t, Usage, "XDG_CACHE_HOME")
	run(t, caching(cache), "index", "-").want(t, Usage, "standard input")
	run(t, caching(cache), "index", filepath.Join(cables, "absent")).want(t, PartlyRead, "no such file")
	empty := t.TempDir()
	run(t, caching(cache), "index", empty).want(t, PartlyRead, "holds no files")
}

func TestDoctor(t *testing.T) {
	cache := t.TempDir()
	run(t, caching(cache), "doctor").want(t, Usage, "--library")
	run(t, caching(cache), "doctor", "--library", cables).want(t, NotFound, "reftel index builds one")
	run(t, caching(cache), "index", cables).want(t, Found, "")
	r := run(t, caching(cache), "doctor", "--library", cables)
	r.want(t, Found, "")
	for _, says := range []string{"3 cables", "3 files", "condition  sound", cache} {
		if !strings.Contains(r.out, says) {
			t.Errorf("doctor says\n%s\nwithout %q", r.out, says)
		}
	}
	segments, err := filepath.Glob(filepath.Join(cache, "reftel", "*", "*.words"))
	if err != nil || len(segments) == 0 {
		t.Fatal(err, segments)
	}
	data, err := os.ReadFile(segments[0])
	if err != nil {
		t.Fatal(err)
	}
	data[10] ^= 1
	if err := os.WriteFile(segments[0], data, 0o600); err != nil {
		t.Fatal(err)
	}
	r = run(t, caching(cache), "doctor", "--json", "--library", cables)
	r.want(t, Usage, "damaged")
	var said report
	if err := json.Unmarshal([]byte(r.out), &said); err != nil || len(said.Wrong) != 1 || said.Cables != 3 {
		t.Errorf("doctor --json says %s: %v", r.out, err)
	}
	run(t, caching(cache), "list", "--library", cables).want(t, Found, "") // from the files
	run(t, caching(cache), "index", cables).want(t, Found, "")
	run(t, caching(cache), "doctor", "--library", cables).want(t, Found, "")
}

// An index that can't be brought up to date is asked as it is, and that is said.
func TestAnIndexThatCantBeWrittenIsUsedAsItWas(t *testing.T) {
	cache := t.TempDir()
	run(t, caching(cache), "index", cables).want(t, Found, "")
	locks, err := filepath.Glob(filepath.Join(cache, "reftel", "*", "writer.lock"))
	if err != nil || len(locks) != 1 {
		t.Fatal(err, locks)
	}
	if err := os.Remove(locks[0]); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(locks[0], 0o700); err != nil { // no file can be written there
		t.Fatal(err)
	}
	r := run(t, caching(cache), "list", "--library", cables)
	r.want(t, PartlyRead, "used as it was")
	if strings.Count(r.out, "\n") != 3 {
		t.Errorf("it lists %q", r.out)
	}
	run(t, caching(cache), "index", cables).want(t, Usage, "XDG_CACHE_HOME")
}
