package export_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"reftel/model"
)

// pieces are what dialects of Markdown and HTML act on, alone or together.
var pieces = strings.Split("a b 1 2. 3) # ## - -- --- + ++ = == === * ** _ __ ~ ~~ ~~~ ` `` ``` > | |- : :: :a: :// http://e.example www.e.example a@e.example "+
	"mailto:a@e.example [ ] ( ) ![ ](x) [^1] [^1]: [a]: ^ $ $$ { } {.x} < </ <b> <!-- --> <? <![CDATA[ & &amp; &#60; \\ \\\\ \" ' ! % %% @ ... . , ; / é 中 ⟦ ⟧ \x1b \u202e \x00 </style> </pre> </div>", " ")

// Texts made of such pieces, in any kind of block, are shown as they are in both forms.
func TestTextsOfSignsAreShownAsTheyAre(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	kinds := []model.BlockKind{model.Header, model.Heading, model.Paragraph, model.SubParagraph, model.Preformatted, model.Rule, model.Note}
	for range 1500 {
		c := &model.Cable{}
		for range 1 + random.IntN(4) {
			c.Blocks = append(c.Blocks, model.Block{Kind: kinds[random.IntN(len(kinds))], Lead: sentence(random, 2), Text: sentence(random, 12)})
		}
		source, root := rendered(t, selection("", c))
		if got := markdownText(t, root); got != wanted(c) {
			t.Fatalf("%q, want %q of\n%s", got, wanted(c), source)
		}
		source, root = page(t, selection("", c))
		if got := squeezed(text(all(root, "div", "text")[0], "own")); got != wanted(c) {
			t.Fatalf("%q, want %q of\n%s", got, wanted(c), source)
		}
	}
}

// sentence returns some pieces, close together, apart, or on lines of their own.
func sentence(random *rand.Rand, most int) string {
	var out strings.Builder
	for range random.IntN(most + 1) {
		out.WriteString(pieces[random.IntN(len(pieces))])
		out.WriteString([]string{"", "", " ", "  ", "\n", "\n\n", "\t"}[random.IntN(7)])
	}
	return out.String()
}
