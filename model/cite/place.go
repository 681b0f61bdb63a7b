package cite

import (
	"fmt"
	"strings"
	"unicode"

	"reftel/model"
)

// Passage is a paragraph with all that belongs to it: the blocks [First, End) of a cable.
type Passage struct{ First, End int }

// Passages returns the paragraphs that have a number: several where a text is enclosed that is numbered anew. Where
// no paragraph of the cable has a number, they are counted from 1. A document of an edition that begins to number with 2 has
// its first paragraph before that.
func Passages(c *model.Cable, number int) []Passage {
	var out []Passage
	counted, count := !numbered(c), 0
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if b.Kind != model.Paragraph {
			continue
		}
		count++
		if b.Number == number && number > 0 || counted && count == number {
			out = append(out, Passage{i, end(c, i, counted)})
		}
	}
	if len(out) == 0 && number == 1 {
		if first, ok := c.Paragraph(number); ok {
			out = append(out, PassageAt(c, first))
		}
	}
	return out
}

// PassageAt returns the passage of a numbered paragraph, which is the block first.
func PassageAt(c *model.Cable, first int) Passage { return Passage{first, end(c, first, false)} }

// numbered reports whether any paragraph of a cable has a number.
func numbered(c *model.Cable) bool {
	for i := range c.Blocks {
		if c.Blocks[i].Kind == model.Paragraph && c.Blocks[i].Number > 0 {
			return true
		}
	}
	return false
}

// end returns the index of the first block behind a paragraph that is not part of it: sub-paragraphs, tables and further
// lines without a number are, unless paragraphs are counted; footnotes are not.
func end(c *model.Cable, first int, counted bool) int {
	end := first + 1
	for end < len(c.Blocks) {
		b := &c.Blocks[end]
		if !b.Kind.IsText() || b.Kind == model.Note || b.Number > 0 || counted && b.Kind == model.Paragraph {
			break
		}
		end++
	}
	return end
}

// place names where a block stands: paragraph 5 (SBU), paragraph 5(a), paragraph [2], note 3. "" where that isn't known.
func place(c *model.Cable, block int) string {
	if block < 0 || block >= len(c.Blocks) {
		return ""
	}
	b := &c.Blocks[block]
	if b.Kind == model.Note {
		return strings.TrimSpace("note " + line(b.Letter))
	}
	first := block // of its paragraph
	for counted := !numbered(c); ; first-- {
		if first < 0 || !c.Blocks[first].Kind.IsText() || c.Blocks[first].Kind == model.Note {
			return beforeNumbers(c, block)
		}
		if p := &c.Blocks[first]; p.Kind == model.Paragraph && (p.Number > 0 || counted) {
			break
		}
	}
	p := &c.Blocks[first]
	out := fmt.Sprintf("paragraph %d", p.Number)
	if p.Number == 0 {
		out = fmt.Sprintf("paragraph [%d]", ordinal(c, first))
	}
	if b.Kind == model.SubParagraph && isLetter(b.Letter) {
		out += "(" + b.Letter + ")"
	} else {
		b = p
	}
	if b.Marking != "" {
		out += " (" + line(string(b.Marking)) + ")"
	}
	return out
}

// beforeNumbers names the place of a block that no numbered paragraph stands before: the first paragraph of a document
// whose numbers begin with 2.
func beforeNumbers(c *model.Cable, block int) string {
	for _, p := range Passages(c, 1) {
		if p.First <= block && block < p.End && c.Blocks[p.First].Number == 0 {
			return "paragraph [1]"
		}
	}
	return ""
}

// ordinal counts the paragraphs up to one.
func ordinal(c *model.Cable, block int) int {
	n := 0
	for i := 0; i <= block; i++ {
		if c.Blocks[i].Kind == model.Paragraph {
			n++
		}
	}
	return n
}

// isLetter reports whether a sub-paragraph has a letter or number, and no mere bullet.
func isLetter(letter string) bool {
	return letter != "" && letter != "o" && strings.IndexFunc(letter, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) < 0
}
