package export

import (
	"strings"

	"reftel/model"
	"reftel/model/cite"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// Quotation returns a paragraph verbatim and below it, behind an empty line, its citation: text to put into one's own. A
// line of it is as long as it is. See [cite.Quote]; what is not of the source stands in double brackets.
func Quotation(c *model.Cable, at cite.Passage) string {
	return Verbatim(c, at) + "\n\n" + Citation(cite.OfBlock(c, at.First))
}

// Verbatim returns blocks of a cable as they are: see [cite.Quote].
func Verbatim(c *model.Cable, at cite.Passage) string {
	var out strings.Builder
	for _, part := range cite.Quote(c, at) {
		if part.Own {
			out.WriteString(words.Note(part.Text))
		} else {
			out.WriteString(quote(part.Text))
		}
	}
	return out.String()
}

// Citation returns a citation as a sentence, harmless to look at.
func Citation(c cite.Citation) string { return words.Unbracketed(visible.Line(c.Text())) }
