package query

import (
	"math/rand/v2"
	"strings"
	"testing"

	"reftel/model"
)

// benchLibrary writes cables of about 10 KB with the letters of English; curly quotation marks and
// accents stand in every other one, as in the Cablegate pages.
func benchLibrary(n int) []*model.Cable {
	words := strings.Fields(`the of and to in that minister government embassy said for with was port verde harbour
		officials meeting ambassador noted his would not from this has party president security trade support`)
	r := rand.New(rand.NewPCG(1, 2))
	out := make([]*model.Cable, n)
	for i := range out {
		c := &model.Cable{ID: model.ID{Year: 2009, Station: "PORTVERDE", Serial: i + 1}, Subject: "HARBOUR"}
		for range 15 {
			var b strings.Builder
			for b.Len() < 680 {
				if i%2 == 0 && r.IntN(25) == 0 {
					b.WriteString("“Peña’s” ")
				}
				b.WriteString(words[r.IntN(len(words))])
				b.WriteByte(' ')
			}
			c.Blocks = append(c.Blocks, model.Block{Kind: model.Paragraph, Text: b.String()})
		}
		out[i] = c
	}
	return out
}

func BenchmarkMatches(b *testing.B) {
	cables := benchLibrary(650)
	for _, text := range []string{"zinc", "seaport", "ententes", `"the minister of zinc"`, "minister embassy zinc*", "niño"} {
		q, err := Parse(text)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, c := range cables {
					q.Matches(c)
				}
			}
		})
	}
}

func BenchmarkFind(b *testing.B) {
	cables := benchLibrary(650)
	for _, needle := range []string{"zinc", "ententes", "Minister Z"} {
		b.Run(needle, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, c := range cables {
					for i := range c.Blocks {
						Find(c.Blocks[i].Text, needle)
					}
				}
			}
		})
	}
}
