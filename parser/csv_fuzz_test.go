package parser

import (
	"bytes"
	"testing"

	"reftel/model"
)

// No table makes the parser panic or lose a byte, and cutting it changes no cable.
func FuzzCSV(f *testing.F) {
	addSeeds(f, "cables.*")
	f.Add([]byte("\"1\",\"1/2/2003 4:05\",\"03OSLO1\",\"\",\"\",\"\",\"a \"b\" \\\" c\",\"1. (C) x\n\"2\",\"1/2/2003 4:06\",\"03OSLO2\""))
	f.Add([]byte("1\t2003-01-02 04:05:00\t03OSLO1\t\\N\t\\n\\\nx\n2\t2003-01-02 04:05\t03OSLO2\\\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		whole := Parse("fuzz", data, Options{Format: model.CablesCSV})
		for _, broken := range evidence("fuzz", data, whole) {
			t.Error(broken)
		}
		if _, _, ok := findForm(data); !ok {
			return // read whole, as what it is
		}
		if got, want := everything(t, readInChunks(t, bytes.NewReader(data), model.CablesCSV, 7)), everything(t, whole.Cables); got != want {
			t.Errorf("in chunks:\n%s\nwhole:\n%s", got, want)
		}
	})
}
