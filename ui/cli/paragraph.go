package cli

import (
	"strconv"

	"reftel/model"
	"reftel/model/excerpt"
	"reftel/ui/words"
)

// printParagraph prints every paragraph of a cable that has the number, each with a line that cites
// it, and reports whether there is one. A number stands twice where a text is enclosed.
func (t *tool) printParagraph(p *printer, c *model.Cable, number int, l look) bool {
	found := false
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if b.Kind != model.Paragraph || b.Number != number {
			continue
		}
		end := paragraphEnd(c, i)
		if t.flags.json {
			p.json(newParagraphRecord(c, i, end))
			found = true
			continue
		}
		text := newCableText(c, t.textWidth(), l)
		for k := i; k < end; k++ {
			if k > i {
				text.gap(k)
			}
			text.block(k)
		}
		text.out = append(text.out, "")
		text.line("— "+quoteLine(citation(c, b)), text.theme.Dim)
		if found {
			p.line("")
		}
		for _, line := range text.out {
			p.raw(line + "\n")
		}
		found = true
	}
	return found
}

// paragraphEnd returns the index of the first block behind a numbered paragraph that is not part of
// it: sub-paragraphs, tables and further lines without a number are, footnotes are not.
func paragraphEnd(c *model.Cable, start int) int {
	end := start + 1
	for end < len(c.Blocks) && c.Blocks[end].Kind.IsText() && c.Blocks[end].Kind != model.Note && c.Blocks[end].Number == 0 {
		end++
	}
	return end
}

// citation says in one line where a paragraph stands: id, paragraph, its marking, post, date,
// classification of the cable, subject, file.
func citation(c *model.Cable, b *model.Block) string {
	para := "paragraph " + strconv.Itoa(b.Number)
	if b.Marking != "" {
		para += " (" + string(b.Marking) + ")"
	}
	date := ""
	if !c.Date.IsZero() {
		date = c.Date.UTC().Format("2 January 2006")
	}
	subject, _ := c.Title()
	return words.Join(", ", c.ID.String(), para, words.Post(c), date, words.Classification(c)) +
		": " + words.Join(" · ", excerpt.OneLine(subject), c.Source.File)
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

func newParagraphRecord(c *model.Cable, start, end int) paragraphRecord {
	r := paragraphRecord{ID: c.ID, Number: c.Blocks[start].Number, Citation: citation(c, &c.Blocks[start]),
		Blocks: c.Blocks[start:end], Source: c.Source}
	for _, m := range c.Marks {
		if start <= m.Block && m.Block < end {
			m.Block -= start
			r.Marks = append(r.Marks, m)
		}
	}
	return r
}
