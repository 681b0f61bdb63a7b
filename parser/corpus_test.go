package parser

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reftel/internal/shared"
	"reftel/model"
)

// corpusFiles returns the files below a folder of the shared corpus, sorted.
func corpusFiles(t testing.TB, folder string) []string {
	t.Helper()
	var files []string
	root := filepath.Join(shared.Dir(t), "corpus", folder)
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	return files
}

func parseFile(t testing.TB, path string) (Result, []byte) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return Parse(filepath.Base(path), data, Options{}), data
}

// Every published page of the site gives one cable under the publisher's id, and its evidence holds.
func TestSitePages(t *testing.T) {
	files := corpusFiles(t, "cablegate-html")
	paragraphs, signed := 0, 0
	for _, path := range files {
		r, data := parseFile(t, path)
		name := filepath.Base(path)
		for _, broken := range evidence(name, data, r) {
			t.Errorf("%s: %s", name, broken)
		}
		if r.Format != model.CablegatePage || len(r.Cables) != 1 {
			t.Errorf("%s: %d cables, format %q", name, len(r.Cables), r.Format)
			continue
		}
		c := r.Cables[0]
		if want := strings.TrimSuffix(name, ".html"); c.ID.String() != want {
			t.Errorf("%s: id %s", name, c.ID)
		}
		if c.Date.IsZero() || c.Classification.IsZero() {
			t.Errorf("%s: date %v, classification %v", name, c.Date, c.Classification)
		}
		for i := range c.Blocks {
			if c.Blocks[i].Number > 0 {
				paragraphs++
			}
		}
		signed += min(1, len(c.SignedBy))
	}
	t.Logf("%d pages, %d numbered paragraphs, %d signed", len(files), paragraphs, signed)
}

// The newspaper's page holds two cables with headlines in Spanish; nothing in them is redacted.
func TestNewspaperPage(t *testing.T) {
	path := filepath.Join(shared.Dir(t), "corpus", "newspaper-page", "mexico-blog-page.txt")
	r, data := parseFile(t, path)
	for _, broken := range evidence(filepath.Base(path), data, r) {
		t.Error(broken)
	}
	if r.Format != model.NewspaperPage || len(r.Cables) != 2 {
		t.Fatalf("%d cables, format %q", len(r.Cables), r.Format)
	}
	for i, want := range []struct {
		id         string
		paragraphs int
		dtg        string
	}{{"10MEXICO83", 17, "292049Z JAN 10"}, {"09MEXICO3573", 8, "172042Z DEC 09"}} {
		c := r.Cables[i]
		if got := numbers(c); c.ID.String() != want.id || len(got) != want.paragraphs || c.DTG != want.dtg {
			t.Errorf("cable %d: %s, %v, %s", i, c.ID, got, c.DTG)
		}
		if !strings.HasPrefix(c.Headline, "Cable sobre") || len(c.HeadlineNotes) != 1 || c.Origin != "Embassy Mexico" {
			t.Errorf("cable %d: headline %q, notes %q, origin %q", i, c.Headline, c.HeadlineNotes, c.Origin)
		}
		if n := len(c.MarksOf(model.Redaction)); n > 0 {
			t.Errorf("cable %d: %d redactions where there are none", i, n)
		}
	}
}

// Two publishers' copies of the same cables: paragraphs, markings, date and id agree. The blog lost
// all lines of one word and most header lines in capitals; the site shows minutes that are none.
func TestTwoPublishersOfOneCable(t *testing.T) {
	dir := shared.Dir(t)
	blog, _ := parseFile(t, filepath.Join(dir, "corpus", "newspaper-page", "mexico-blog-page.txt"))
	for _, c := range blog.Cables {
		paths, err := filepath.Glob(filepath.Join(dir, "corpus", "cablegate-html", "cable", "*", "*", c.ID.String()+".html"))
		if err != nil || len(paths) != 1 {
			t.Logf("no site page of %s here", c.ID)
			continue
		}
		r, _ := parseFile(t, paths[0])
		site := r.Cables[0]
		if site.ID != c.ID || !site.Date.Equal(c.Date) || site.DTG != c.DTG || site.Classification != c.Classification {
			t.Errorf("%s: site has %s, %v, %s, %v", c.ID, site.ID, site.Date, site.DTG, site.Classification)
		}
		if !slices.Equal(numbers(c), numbers(site)) || !slices.Equal(markings(c), markings(site)) {
			t.Errorf("%s: blog %v %v, site %v %v", c.ID, numbers(c), markings(c), numbers(site), markings(site))
		}
		if len(c.Tags) != 0 || len(site.Tags) == 0 {
			t.Errorf("%s: TAGS: blog %d, site %d: only the site kept them", c.ID, len(c.Tags), len(site.Tags))
		}
		if len(c.SignedBy) != 0 || len(site.SignedBy) == 0 {
			t.Errorf("%s: signers: blog %v, site %v: only the site kept them", c.ID, c.SignedBy, site.SignedBy)
		}
		if len(c.MarksOf(model.PageBreak)) != len(site.MarksOf(model.PageBreak)) {
			t.Errorf("%s: page markers differ", c.ID)
		}
	}
}

func numbers(c *model.Cable) []int {
	var out []int
	for i := range c.Blocks {
		if c.Blocks[i].Number > 0 {
			out = append(out, c.Blocks[i].Number)
		}
	}
	return out
}

func markings(c *model.Cable) []model.Marking {
	var out []model.Marking
	for i := range c.Blocks {
		if c.Blocks[i].Number > 0 {
			out = append(out, c.Blocks[i].Marking)
		}
	}
	return out
}
