package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"reftel/model"
	"reftel/ui/export"
)

func TestExportWritesWhatTheQueryAsksFor(t *testing.T) {
	for _, form := range exportForms {
		r := run(t, nil, "export", "--to", form, "--library", cables, "clockmaker")
		r.want(t, Found, "")
		if !strings.Contains(r.out, "09PRAGUE12") || strings.Contains(r.out, "09VIENNA77 (") || strings.Contains(r.out, "vienna.txt") {
			t.Errorf("%s: %.300q", form, r.out)
		}
	}
	run(t, nil, "export", "--to", "md", "--library", cables, "nosuchword").want(t, NotFound, `answers "nosuchword"`)
	run(t, nil, "export", "--to", "html", "--library", cables, "class:").want(t, Usage, "class:")
	run(t, nil, "export", "clock").want(t, Usage, "needs to know what to write: --to md, --to html, --to jsonl, --to csv")
	run(t, nil, "export", "--to", "pdf").want(t, Usage, `no form "pdf"`)
}

func TestExportedRecordsAreThoseOfParse(t *testing.T) {
	exported := strings.Split(run(t, nil, "export", "--to", "jsonl", "--library", cables).out, "\n")
	parsed := strings.Split(run(t, nil, "parse", cables).out, "\n")
	for _, line := range parsed {
		found := false
		for _, e := range exported {
			found = found || e == line
		}
		if !found {
			t.Errorf("not exported as it was parsed: %.200s", line)
		}
	}
	if len(exported) != len(parsed) || len(parsed) < 4 {
		t.Errorf("%d records exported, %d parsed", len(exported), len(parsed))
	}
}

func TestExportedTable(t *testing.T) {
	file := write(t, t.TempDir(), "formula.txt", telegram(`=HYPERLINK("http://e.example","x"), '`, "Text."))
	r := run(t, nil, "export", "--to", "csv", "--library", file)
	r.want(t, Found, "")
	rows, err := csv.NewReader(strings.NewReader(r.out)).ReadAll()
	if err != nil || len(rows) != 2 || len(rows[1]) != len(tableHead) {
		t.Fatalf("%v, %q", err, rows)
	}
	cell := map[string]string{}
	for i, name := range rows[0] {
		cell[name] = rows[1][i]
	}
	for name, want := range map[string]string{"id": "09VIENNA81", "date": "2009-02-05", "classification": "UNCLASSIFIED", "post": "AMEMBASSY VIENNA",
		"subject": `'=HYPERLINK("http://e.example","x"), '`, "tags": "PREL", "paragraphs": "2", "redactions": "0", "losses": "0", "headline": ""} {
		if cell[name] != want {
			t.Errorf("%s is %q, want %q", name, cell[name], want)
		}
	}
	wide := write(t, t.TempDir(), "wide.txt", telegram("＝1+1", "Text."))
	if r = run(t, nil, "export", "--to", "csv", "--library", wide); !strings.Contains(r.out, ",'＝1+1,") {
		t.Errorf("a formula of wide signs: %q", r.out)
	}
}

func TestExportNeverWritesOverAFile(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "out.md")
	r := run(t, nil, "export", "--to", "md", "--output", file, "--library", cables, "09PRAGUE12")
	r.want(t, Found, "")
	first, err := os.ReadFile(file)
	if err != nil || r.out != "" || string(first) != run(t, nil, "export", "--to", "md", "--library", cables, "09PRAGUE12").out {
		t.Fatalf("%v, %q prints %q", err, first, r.out)
	}
	run(t, nil, "export", "--to", "csv", "--output", file, "--library", cables).want(t, Usage, "is there already and is left as it is")
	if err := os.Symlink("nowhere", filepath.Join(dir, "link.md")); err == nil {
		run(t, nil, "export", "--to", "csv", "--output", filepath.Join(dir, "link.md"), "--library", cables).want(t, Usage, "is there already")
	}
	write(t, dir, "busy.md"+export.Partial, "half")
	run(t, nil, "export", "--to", "md", "--output", filepath.Join(dir, "busy.md"), "--library", cables).want(t, Usage, "busy.md.part is there already")
	run(t, nil, "export", "--to", "md", "--output", filepath.Join(dir, "none.md"), "--library", cables, "nosuchword").want(t, NotFound, "nosuchword")
	run(t, nil, "export", "--to", "md", "--output", filepath.Join(dir, "no/folder.md"), "--library", cables).want(t, Usage, "could not be written: no such file")
	left, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range left {
		names = append(names, e.Name())
	}
	if again, _ := os.ReadFile(file); string(again) != string(first) || strings.Join(names, " ") != "busy.md.part link.md out.md" {
		t.Errorf("left behind: %q; the file: %.100q", names, again)
	}
}

// What takes the name while the export is written keeps it.
func TestAnExportTakesNoNameThatWasTakenMeanwhile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "out.md")
	err := intoFile(file, func(p *printer) error {
		p.raw("mine")
		return os.WriteFile(file, []byte("theirs"), 0o600)
	})
	text, _ := os.ReadFile(file)
	if err == nil || string(text) != "theirs" {
		t.Errorf("%v; the file holds %q", err, text)
	}
	if _, err := os.Lstat(file + export.Partial); err == nil {
		t.Error("the part is left behind")
	}
}

func TestAnExportThatWasStoppedLeavesNoFile(t *testing.T) {
	dir := t.TempDir()
	err := intoFile(filepath.Join(dir, "out.md"), func(p *printer) error {
		p.raw("half")
		return context.Canceled
	})
	if left, _ := os.ReadDir(dir); err == nil || len(left) > 0 {
		t.Errorf("%v; left behind: %v", err, left)
	}
}

// From an index an export takes the memory of a few cables, however many there are.
func TestExportKeepsNoCables(t *testing.T) {
	if testing.Short() {
		t.Skip("skip: indexes and writes 4 MB, and collects garbage all the while")
	}
	const cables = 400
	dir := t.TempDir()
	var rows bytes.Buffer
	for n := range cables {
		line, err := json.Marshal(map[string]string{"id": fmt.Sprintf("09PORTVERDE%d", n+1), "date": "2009-03-04", "text": "1. (C) " + strings.Repeat("The harbour stays open. ", 400)})
		if err != nil {
			t.Fatal(err)
		}
		rows.Write(append(line, '\n'))
	}
	write(t, dir, "many.jsonl", rows.String())
	size := rows.Len()
	rows = bytes.Buffer{}
	cache := t.TempDir()
	run(t, caching(cache), "index", dir).want(t, Found, "")
	for _, form := range exportForms {
		watched := &peak{most: uint64(size / 4)}
		r := run(t, func(s *System) { s.CacheDir, s.Out = cache, watched }, "export", "--to", form, "--library", dir)
		r.want(t, Found, "")
		if watched.written < cables*50 || watched.over {
			t.Errorf("%s: %d bytes written, memory %d above what it was, more than %d", form, watched.written, watched.seen, watched.most)
		}
	}
}

// peak is an output that asks, now and then, how much memory is in use.
type peak struct {
	began   uint64
	most    uint64 // bytes that may be in use above those at the beginning
	seen    uint64
	written int
	asked   int
	over    bool
}

func (p *peak) Write(b []byte) (int, error) {
	const every = 2 << 20
	if p.written == 0 || p.written-p.asked > every {
		p.asked = p.written
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		if p.written == 0 {
			p.began = m.HeapAlloc
		}
		if m.HeapAlloc > p.began {
			p.seen = max(p.seen, m.HeapAlloc-p.began)
		}
		p.over = p.over || p.seen > p.most
	}
	p.written += len(b)
	return len(b), nil
}

// A cable whose file went away is missed in its place, and told of.
func TestExportSaysWhatItCouldNotRead(t *testing.T) {
	dir, cache := t.TempDir(), t.TempDir()
	write(t, dir, "one.txt", telegram("CLOCKS", "The clock is slow."))
	two := write(t, dir, "two.txt", strings.ReplaceAll(telegram("BELLS", "The bell is loud."), "81", "82"))
	run(t, caching(cache), "index", dir).want(t, Found, "")
	tool := &tool{System: System{CacheDir: cache, Getenv: func(string) string { return "" }}}
	tool.flags.library = []string{dir}
	s, err := tool.toExport(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	if err := os.Remove(two); err != nil {
		t.Fatal(err)
	}
	for form, want := range map[string]string{toMarkdown: "can't be read any more", toHTML: "can&#39;t be read any more", toCSV: "CLOCKS", toJSON: "CLOCKS"} {
		before := len(s.Problems())
		var out bytes.Buffer
		p := &printer{out: bufio.NewWriter(&out)}
		if err := errors.Join(s.write(t.Context(), p, form), p.close()); err != nil || !strings.Contains(out.String(), want) || !strings.Contains(out.String(), "CLOCKS") {
			t.Errorf("%s: %v, %.500q", form, err, out.String())
		}
		if len(s.Problems()) == before {
			t.Errorf("%s: nothing is told of what is missing", form)
		}
	}
}

// An id of a source is no name of a file and no place in a page.
func TestIdsOfASourceAreNoPaths(t *testing.T) {
	dir := t.TempDir()
	line, err := json.Marshal(model.Cable{Headline: "../../x", Blocks: []model.Block{{Kind: model.Paragraph, Text: "Text."}}, Source: model.Source{File: "../../../etc/passwd"}})
	if err != nil {
		t.Fatal(err)
	}
	file := write(t, dir, "hostile.jsonl", strings.Replace(string(line), `"headline"`, `"id":"../../09x/d1","headline"`, 1)+"\n")
	out := filepath.Join(dir, "out.html")
	r := run(t, nil, "export", "--to", "html", "--output", out, "--library", file)
	if r.status == Usage {
		t.Fatal(r.err)
	}
	text, err := os.ReadFile(out)
	if err != nil || !strings.Contains(string(text), `id="c1"`) || strings.Contains(string(text), "href") {
		t.Errorf("%v, %q", err, text)
	}
}
