package render

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/internal/shared"
)

// TestRealPages lays out pages of the real documents, markup and all: text that is full of what
// Markdown would eat.
func TestRealPages(t *testing.T) {
	var files []string
	for _, folder := range []string{"cablegate-html", "newspaper-page"} {
		err := filepath.WalkDir(filepath.Join(shared.Dir(t), "corpus", folder), func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				files = append(files, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	r, texts := New(), 0
	for i := 0; i < len(files); i += 25 {
		data, err := os.ReadFile(files[i])
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range strings.SplitAfter(string(data), "\n") {
			for _, width := range []int{20, 72} {
				check(t, text, width, false, r.Lay(text, width, false))
				check(t, text, width, true, r.Lay(text, width, true))
				texts++
			}
		}
	}
	t.Logf("%d of %d texts were laid out by the own wrapper", r.refused, texts)
}
