package parser

import (
	"os"
	"path/filepath"
	"testing"

	"reftel/model"
)

// addSeeds gives a fuzz target our own fictional documents.
func addSeeds(f *testing.F, pattern string) {
	f.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", pattern))
	if err != nil || len(paths) == 0 {
		f.Fatalf("no seeds testdata/%s: %v", pattern, err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
}

// No text makes the parser panic or lose a byte, whatever the format it is read as.
func FuzzParse(f *testing.F) {
	addSeeds(f, "*.txt")
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, format := range []model.Format{"", model.Telegram, model.NewspaperPage} {
			for _, broken := range evidence("fuzz", data, Parse("fuzz", data, Options{Format: format})) {
				t.Errorf("as %q: %s", format, broken)
			}
		}
	})
}

// No web page does either.
func FuzzParsePage(f *testing.F) {
	addSeeds(f, "*.html")
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, format := range []model.Format{"", model.CablegatePage, model.NewspaperPage} {
			for _, broken := range evidence("fuzz", data, Parse("fuzz", data, Options{Format: format})) {
				t.Errorf("as %q: %s", format, broken)
			}
		}
	})
}
