package parser

import (
	"fmt"
	"testing"

	"reftel/model"
)

// No JSON makes the parser panic or lose a byte, however untrue it is.
func FuzzJSONLines(f *testing.F) {
	addSeeds(f, "*.jsonl")
	f.Add([]byte(ownRecord + "\r\n\n" + ownRecord))
	f.Add([]byte("\ufeff[" + ownRecord + ",\n" + ownRecord + "]"))
	f.Add([]byte(fmt.Sprintf(goodRecord, `{"kind":"page","block":2,"span":[3,3],"form":"PAGE 02"}`,
		`{"name":"Ann Doe","kind":"person","forms":["Ann Doe"],"origin":"markup","mentions":[{"block":2,"span":[0,7]}]}`)))
	f.Add([]byte(`{"body":"S E C R E T ROME 5\n\nSUBJECT: X\n1. (S) \u00e9\ud83d\ude00","header":"O 041200Z MAR 09\nFM ROME\nleft over","paragraphs":["2. (C) One."],"x":[1]}`))
	f.Add([]byte(`{"body":"  E C R E T ROME1","header":"A","paragraphs":["0"]}`)) // words of the header between those of the text
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, broken := range evidence("fuzz.jsonl", data, Parse("fuzz.jsonl", data, Options{Format: model.JSONLines})) {
			t.Error(broken)
		}
	})
}
