package cli

import (
	"reftel/model"
	"reftel/model/cite"
)

// printParagraph prints every paragraph of a cable that has the number, each with a line that cites
// it, and reports whether there is one. A number stands twice where a text is enclosed.
func (t *tool) printParagraph(p *printer, c *model.Cable, number int, l look) bool {
	passages := cite.Passages(c, number)
	for i, at := range passages {
		if t.flags.json {
			p.json(newParagraphRecord(c, number, at))
			continue
		}
		text := newCableText(c, t.textWidth(), l)
		for k := at.First; k < at.End; k++ {
			if k > at.First {
				text.gap(k)
			}
			text.block(k)
		}
		text.out = append(text.out, "")
		text.line("— "+quoteLine(cite.OfBlock(c, at.First).Text()), text.theme.Dim)
		if i > 0 {
			p.line("")
		}
		for _, line := range text.out {
			p.raw(line + "\n")
		}
	}
	return len(passages) > 0
}

// paragraphRecord is what --json gives for one paragraph. The blocks are the paragraph with its
// sub-paragraphs; marks count blocks from the first of these.
type paragraphRecord struct {
	ID       model.ID      `json:"id"`
	Number   int           `json:"number"`
	Citation string        `json:"citation"`
	Blocks   []model.Block `json:"blocks"`
	Marks    []model.Mark  `json:"marks,omitzero"`
	Source   model.Source  `json:"source"`
}

func newParagraphRecord(c *model.Cable, number int, at cite.Passage) paragraphRecord {
	r := paragraphRecord{ID: c.ID, Number: number, Citation: cite.OfBlock(c, at.First).Text(), Blocks: c.Blocks[at.First:at.End], Source: c.Source}
	for _, m := range c.Marks {
		if at.First <= m.Block && m.Block < at.End {
			m.Block -= at.First
			r.Marks = append(r.Marks, m)
		}
	}
	return r
}
