package parser

import (
	"testing"

	"reftel/model"
)

// No text makes the readers of the editions panic or lose a byte.
func FuzzFRUSText(f *testing.F) {
	addSeeds(f, "frus.txt")
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, broken := range evidence("fuzz", data, Parse("fuzz", data, Options{Format: model.FRUSText})) {
			t.Error(broken)
		}
	})
}

func FuzzDFAT(f *testing.F) {
	addSeeds(f, "dfat-*.md")
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, broken := range evidence("fuzz", data, Parse("fuzz", data, Options{Format: model.DFAT})) {
			t.Error(broken)
		}
	})
}
