package parser

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/internal/shared"
	"reftel/model"
)

// everyCorpusCable calls yield with every cable of the documents below a folder of the corpus.
func everyCorpusCable(t *testing.T, folder string, yield func(c *model.Cable)) {
	t.Helper()
	root := filepath.Join(shared.Dir(t), "corpus", folder)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, c := range Parse(path, data, Options{}).Cables {
			yield(c)
		}
		return nil
	})
	if err != nil {
		t.Skipf("skip: %s can't be read: %v", folder, err)
	}
}

// TestEditorsBracketsAreMarks: whatever stands in brackets in an edition and speaks of what is not
// declassified or was omitted is a mark of the kind it should be, and nothing else is a redaction.
func TestEditorsBracketsAreMarks(t *testing.T) {
	for _, folder := range []string{"frus-text", "frus-tei", "dfat-au"} {
		everyCorpusCable(t, folder, func(c *model.Cable) {
			checkMarks(t, c)
			type place struct{ block, start int }
			marked := make(map[place]model.MarkKind)
			for _, m := range c.Marks {
				if !m.Span.Empty() {
					marked[place{m.Block, m.Span.Start}] = m.Kind
				}
				if m.Kind == model.Redaction && !strings.Contains(m.Form, "declass") && !strings.Contains(m.Form, "expunged") {
					t.Errorf("%s: %q is no redaction of an edition", c.ID, m.Form)
				}
			}
			for i := range c.Blocks {
				text := c.Blocks[i].Text
				for at := strings.IndexByte(text, '['); at >= 0; {
					end := strings.IndexAny(text[at+1:], "[]")
					if end < 0 {
						break
					}
					content := strings.ToLower(text[at+1 : at+1+end])
					kind := marked[place{i, at}]
					if strings.Contains(content, "declass") && kind != model.Redaction {
						t.Errorf("%s: [%s] is %q", c.ID, content, kind)
					}
					if (strings.Contains(content, "omitted") || strings.HasPrefix(content, "here follow")) && kind != model.Omission {
						t.Errorf("%s: [%s] is %q", c.ID, content, kind)
					}
					next := strings.IndexByte(text[at+1:], '[')
					if next < 0 {
						break
					}
					at += 1 + next
				}
			}
		})
	}
}

// TestDocumentsOfAnEditionResolve: the documents that notes cite are documents of the volume.
func TestDocumentsOfAnEditionResolve(t *testing.T) {
	have := make(map[model.ID]bool)
	var cited []model.ID
	everyCorpusCable(t, "frus-text", func(c *model.Cable) {
		if !strings.HasPrefix(c.ID.Volume, "frus1961-63v05") {
			return // its telegrams once more, in files of their own
		}
		have[c.ID] = true
		for _, m := range c.Marks {
			if m.RefTo == model.ToDocument && m.IDs[0].Volume == c.ID.Volume {
				cited = append(cited, m.IDs...)
			}
		}
	})
	missing := 0
	for _, id := range cited {
		if !have[id] {
			missing++
			t.Logf("%s is cited and not there", id)
		}
	}
	if len(have) > 100 && (len(cited) < 137 || missing > 0) {
		t.Errorf("%d documents are cited, %d of them are not there", len(cited), missing)
	}
}
