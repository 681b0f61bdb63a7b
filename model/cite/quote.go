package cite

import (
	"strings"

	"reftel/model"
)

// EndLost is what a quotation has where the copy lost the end of a block.
const EndLost = "end lost in this copy"

// Part is a stretch of a quotation.
type Part struct {
	Text string
	Own  bool // it is not of the source
}

// Quote quotes a paragraph verbatim: number and portion marking, text, sub-paragraphs and tables, parted by empty lines.
// Typing errors, redactions with their signs, omissions, garbles and requests to protect somebody are words of the source and
// stay as they stand there. Page markers and the stamps of those who released the paper are taken out, as the
// parser has taken them out of the text: they interrupt sentences that they are no part of. Where the end of a block was lost, a
// part of its own says so. It is not of the source, and Own marks it, so that whoever prints it can set it in brackets that
// the source can't have: reftel uses ⟦ ⟧. Square brackets would not do, because editions write their redactions with them.
func Quote(c *model.Cable, p Passage) []Part {
	lost := c.Runs(model.Loss)
	var out []Part
	add := func(text string, own bool) {
		if n := len(out) - 1; n >= 0 && out[n].Own == own && !own {
			out[n].Text += text
		} else if text != "" {
			out = append(out, Part{text, own})
		}
	}
	for i := max(p.First, 0); i < min(p.End, len(c.Blocks)); i++ {
		b := &c.Blocks[i]
		if len(out) > 0 {
			add("\n\n", false)
		}
		text := b.Lead
		if text != "" && b.Text != "" {
			text += " "
		}
		add(text, false)
		for _, r := range lost[i] {
			if r.Mark.Kind != model.Loss {
				add(r.Span.In(b.Text), false)
				continue
			}
			if before := r.Span.Start; before > 0 && !strings.HasSuffix(b.Text[:before], " ") {
				add(" ", false)
			}
			add(EndLost, true)
		}
	}
	return out
}
