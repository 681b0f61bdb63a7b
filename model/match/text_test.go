package match

import (
	"strings"
	"testing"
)

const paragraph = "Summary: The Harbour Minister told Emboffs that the Lanternfish trawlers had been seen off Cape Ostrander. " +
	"He said the Minister,s office would \"look into it\"; Señora Núñez laughed."

func TestText(t *testing.T) {
	for query, want := range map[string]string{
		"harbour minister":      "[Harbour Minister]",
		"minister":              "[Minister] [Minister]",
		"minister harbour":      "[Harbour] [Minister] [Minister]",
		"lant traw":             "[Lant] [traw]",
		"LANTERNFISH TRAWLERS":  "[Lanternfish trawlers]",
		"nunez":                 "[Núñez]",
		"senora nuñez":          "[Señora Núñez]",
		"cape ostrander he":     "[Cape Ostrander. He]",
		"look into it\"":        "[look into it]",
		"awlers":                "no",
		"hmt":                   "no",
		"harbour minister fish": "no",
		"":                      "",
		"  ":                    "",
	} {
		spans, ok := Text(query, paragraph)
		got := "no"
		if ok {
			var lit []string
			for _, s := range spans {
				lit = append(lit, "["+s.In(paragraph)+"]")
			}
			got = strings.Join(lit, " ")
		}
		if got != want {
			t.Errorf("%q lights %s, want %s", query, got, want)
		}
	}
}

func BenchmarkText(b *testing.B) {
	text := strings.Repeat(paragraph+" ", 5)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Text("trawler quay", text)
	}
}
