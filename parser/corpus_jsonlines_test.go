package parser

import (
	"path/filepath"
	"strings"
	"testing"

	"reftel/model"
)

// Telegrams with annotations, one JSON object a file: each opens under its own id, and every byte is
// accounted for. Some texts are longer than their annotations say, none is empty.
func TestAnnotatedTelegrams(t *testing.T) {
	for _, path := range corpusFiles(t, "historylab-entities") {
		r, data := parseFile(t, path)
		name := filepath.Base(path)
		for _, broken := range evidence(name, data, r) {
			t.Errorf("%s: %s", name, broken)
		}
		if len(r.Cables) != 1 || r.Format != model.JSONLines {
			t.Errorf("%s: %d cables, format %q", name, len(r.Cables), r.Format)
			continue
		}
		c := r.Cables[0]
		id, _ := model.ParseID(strings.TrimSuffix(name, ".json"))
		if c.ID.Year != id.Year || c.ID.Serial != id.Serial || c.Year == 0 {
			t.Errorf("%s: id %s", name, c.ID)
		}
	}
}
