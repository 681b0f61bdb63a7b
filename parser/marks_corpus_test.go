package parser

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"reftel/internal/shared"
	"reftel/model"
)

// TestMarksOfSitePages holds the promises of marks on every real page, and that the redactions are
// exactly the runs of X that a plain search finds, and the bracketed words of newspapers.
func TestMarksOfSitePages(t *testing.T) {
	plain := regexp.MustCompile(`(?i)x{4,}|\[[a-z]+ removed\]`)
	root := filepath.Join(shared.Dir(t), "corpus", "cablegate-html")
	pages, short := 0, 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".html" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		pages++
		for _, c := range Parse(path, data, Options{}).Cables {
			checkMarks(t, c)
			want := 0
			for i := range c.Blocks {
				if c.Blocks[i].Role != model.TransmissionRole {
					want += len(plain.FindAllString(c.Blocks[i].Text, -1))
				}
			}
			got := 0
			for _, m := range c.MarksOf(model.Redaction) {
				if len(m.Form) < sureRun {
					short++
					continue
				}
				got++
			}
			if got != want {
				t.Errorf("%s: %d redactions, a plain search finds %d", filepath.Base(path), got, want)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if pages > 0 && short > pages/100 {
		t.Errorf("%d runs of two or three X are called redactions: too many to be true", short)
	}
}

// TestMarksOfNewspaperPage: the page lost the ends of six paragraphs and hides nothing; its one
// reference points to a list that the newspaper cut.
func TestMarksOfNewspaperPage(t *testing.T) {
	path := filepath.Join(shared.Dir(t), "corpus", "newspaper-page", "mexico-blog-page.txt")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Skip("skip: the newspaper page is not here")
	}
	lost, want := map[string][]int{}, map[string][]int{"10MEXICO83": {10, 12, 13, 17}, "09MEXICO3573": {3, 8}}
	for _, c := range Parse(path, data, Options{}).Cables {
		checkMarks(t, c)
		for _, m := range c.Marks {
			switch m.Kind {
			case model.Loss:
				lost[c.ID.String()] = append(lost[c.ID.String()], c.Blocks[m.Block].Number)
			case model.PageBreak:
			case model.Citation:
				if m.Target != "A" || m.State != model.LetterWithoutList {
					t.Errorf("%s: reference %+v", c.ID, m)
				}
			default:
				t.Errorf("%s: invented %+v", c.ID, m)
			}
		}
	}
	for id, paragraphs := range want {
		if len(lost[id]) != len(paragraphs) {
			t.Errorf("%s: ends of paragraphs %v are lost, want %v", id, lost[id], paragraphs)
			continue
		}
		for i := range paragraphs {
			if lost[id][i] != paragraphs[i] {
				t.Errorf("%s: ends of paragraphs %v are lost, want %v", id, lost[id], paragraphs)
				break
			}
		}
	}
}
