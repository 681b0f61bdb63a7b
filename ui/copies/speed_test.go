package copies_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"reftel/model"
	"reftel/ui/theme"
)

// long makes two copies of a cable of half a megabyte, in so many paragraphs, which differ in every hundredth word.
func long(paragraphs int) (a, b *model.Cable) {
	const words = 80_000
	r := rand.New(rand.NewPCG(5, 6))
	a, b = &model.Cable{}, &model.Cable{}
	for p := range paragraphs {
		var one, other strings.Builder
		for i := range words / paragraphs {
			word := fmt.Sprintf("w%d ", r.IntN(5000))
			one.WriteString(word)
			if i%100 == 7 {
				word = "otherwise "
			}
			other.WriteString(word)
		}
		a.Blocks = append(a.Blocks, model.Block{Kind: model.Paragraph, Number: p + 1, Text: one.String()})
		b.Blocks = append(b.Blocks, model.Block{Kind: model.Paragraph, Number: p + 1, Text: other.String()})
	}
	return a, b
}

// BenchmarkLongCable measures what is done between a key and its frame; preparing is done beside the screen.
func BenchmarkLongCable(b *testing.B) {
	for name, paragraphs := range map[string]int{"400 paragraphs": 400, "one paragraph": 1} {
		in := content(long(paragraphs))
		c := start(b, theme.Dark, 192, 47)
		c.Show(in)
		c.View()
		keys := []struct {
			name  string
			press func()
		}{
			{"whole text", c.Whole}, {"bottom", c.Bottom}, {"line", func() { c.Move(-1) }}, {"page", func() { c.Page(-1) }}, {"next", func() { c.Step(1) }},
		}
		b.Run(name+"/prepare", func(b *testing.B) {
			for range b.N {
				content(in.Comparison.A, in.Comparison.B)
			}
		})
		for _, key := range keys {
			b.Run(name+"/"+key.name, func(b *testing.B) {
				for range b.N {
					key.press()
					c.View()
				}
			})
		}
	}
}
