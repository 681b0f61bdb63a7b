package parser

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

// Every record of the archive gives one cable under the id that the file is named by, with nothing of the
// paper's stamps and sheets in its text, and its evidence holds.
func TestArchiveRecords(t *testing.T) {
	files := corpusFiles(t, "nara-aad")
	counts := map[string]int{}
	for _, path := range files {
		r, data := parseFile(t, path)
		name := filepath.Base(path)
		for _, broken := range evidence(name, data, r) {
			t.Errorf("%s: %s", name, broken)
		}
		if r.Format != model.NARARecord || len(r.Cables) != 1 || len(r.Furniture) > 0 {
			t.Errorf("%s: %d cables, format %q, furniture %v", name, len(r.Cables), r.Format, r.Furniture)
			continue
		}
		c := r.Cables[0]
		if want := archiveID(name); c.ID.String() != want {
			t.Errorf("%s: id %s, want %s", name, c.ID, want)
		}
		if c.Date.IsZero() || c.Classification.IsZero() || c.From == "" || len(c.To) == 0 {
			t.Errorf("%s: date %v, %v, from %q to %v", name, c.Date, c.Classification, c.From, c.To)
		}
		counts["with subject"] += min(1, len(c.Subject))
		counts["cables"]++
		counts["dated by telegram"] += min(1, len(c.DTG))
		counts["signed"] += min(1, len(c.SignedBy))
		counts["tags"] += len(c.Tags)
		counts["indexer tags"] += len(c.IndexerTags)
		counts["references"] += len(c.References)
		counts["attributes' references"] += attributeReferences(c)
		for _, n := range c.Names {
			counts["names"]++
			counts["mentions"] += len(n.Mentions)
			counts["names found"] += min(1, len(n.Mentions))
			for _, m := range n.Mentions {
				if form := m.Span.In(c.Blocks[m.Block].Text); !strings.Contains(form, strings.Fields(n.Forms[0])[0][:3]) {
					t.Errorf("%s: %s is not %q", name, n.Name, form)
				}
			}
		}
		for i := range c.Blocks {
			b := &c.Blocks[i]
			counts[string(b.Kind)]++
			if b.Number > 0 {
				counts["numbered"]++
			}
			if b.Role != model.PublisherRole {
				unclean(t, name, i, b.Lead+" "+b.Text)
			}
		}
		for _, m := range c.Marks {
			counts[string(m.Kind)+" marks"]++
			counts["stamps in markers"] += stampsIn(m)
			if m.Kind == model.PageBreak && m.Pages > 0 {
				counts["section heads"]++
			}
		}
		for _, w := range c.Warnings {
			counts["warning: "+string(w.Kind)]++
		}
		if c.Section == 1 && len(missingSections(c)) > 0 {
			t.Errorf("%s: no head of sections %v", name, missingSections(c))
		}
	}
	for what, want := range map[string]int{
		"cables":            171,
		"dated by telegram": 170, // one has no text
		"with subject":      165, // the telegram names none, and the archive says n/a
		"signed":            167,
		"numbered":          791,
		"stamp marks":       1224,
		"stamps in markers": 78, // between the lines of a sheet's or section's head; 1302 in all
		"page marks":        549,
		"section heads":     50,
		"tags":              440,
		"indexer tags":      255,
		"names":             74,
		"names found":       68, // the indexers wrote the others otherwise than the telegram
		"warning: no text":  1,
		"warning: numbers":  12, // numbers that the typists left out or struck twice
		"warning: sections": 1,  // a second section whose first is another record
		"warning: subject":  1,  // a telegram sent again under its right number
	} {
		if counts[what] != want {
			t.Errorf("%s: %d, want %d", what, counts[what], want)
		}
	}
	for _, line := range sortedCounts(counts) {
		t.Log(line)
	}
}

// archiveID is the id of a file of the archive: its post is cut at six letters.
func archiveID(name string) string {
	id, _ := model.ParseID(strings.TrimSuffix(name, ".txt"))
	if id.Station == "USUNN" {
		id.Station = "USUNNEWYORK"
	}
	return id.String()
}

func attributeReferences(c *model.Cable) int {
	n := 0
	for _, r := range c.References {
		if c.Blocks[r.Block].Role == model.PublisherRole {
			n++
		}
	}
	return n
}

// unclean complains of words of stamps and sheets in a text.
func unclean(t *testing.T, name string, block int, text string) {
	t.Helper()
	for _, word := range []string{"Declassified/Released", "Systematic Review", "Sheryl", "Message Attributes"} {
		if strings.Contains(text, word) {
			t.Errorf("%s: block %d has the words of a stamp: %q", name, block, text)
		}
	}
	for line := range strings.Lines(text) {
		if at := strings.Index(line, "PAGE "); at >= 0 && len(line) > at+6 && isDigit(line[at+5]) && isDigit(line[at+6]) {
			t.Errorf("%s: block %d has a sheet's line: %q", name, block, line)
		}
	}
}

func stampsIn(m model.Mark) int {
	if m.Kind != model.PageBreak {
		return 0
	}
	return strings.Count(m.Form, "Declassified/Released")
}

func missingSections(c *model.Cable) []int {
	seen := map[int]bool{1: true}
	for _, m := range c.Marks {
		if m.Kind == model.PageBreak && m.Pages > 0 {
			seen[m.Page] = true
		}
	}
	var out []int
	for n := 1; n <= c.Sections; n++ {
		if !seen[n] {
			out = append(out, n)
		}
	}
	return out
}

func sortedCounts(counts map[string]int) []string {
	var out []string
	for what, n := range counts {
		out = append(out, fmt.Sprintf("%-26s %6d", what, n))
	}
	slices.Sort(out)
	return out
}
