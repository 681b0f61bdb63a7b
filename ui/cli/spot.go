package cli

import (
	"strconv"

	"reftel/model"
	"reftel/model/cite"
	"reftel/ui/words"
)

// spot says where in a cable a block stands, as a reader would look it up.
type spot struct {
	paragraph int           // with which `reftel show ID#PARA` prints it; 0: none
	marking   model.Marking // its own, else that of the paragraph it is part of
	name      string        // of a block that is in no numbered paragraph: heading, subject
}

// spotsOf returns the spots of all blocks of a cable.
func spotsOf(c *model.Cable) []spot {
	out := make([]spot, len(c.Blocks))
	end := 0 // of the numbered paragraph that i may be part of
	var in *model.Block
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if b.Kind == model.Paragraph && b.Number > 0 {
			in, end = b, cite.PassageAt(c, i).End
		}
		out[i].marking = b.Marking
		if i >= end {
			out[i].name = blockName(b)
			continue
		}
		out[i].paragraph = in.Number
		if b.Marking == "" {
			out[i].marking = in.Marking
		}
	}
	return out
}

// blockName names a block that has no number.
func blockName(b *model.Block) string {
	switch {
	case b.Kind == model.Note && b.Role == model.SourceNoteRole:
		return string(b.Role)
	case b.Kind == model.Note:
		return words.Join(" ", "note", b.Letter)
	case b.Kind == model.Header && b.Role != "":
		return string(b.Role)
	case b.Kind == model.SubParagraph:
		return string(model.Paragraph)
	case b.Kind == model.Preformatted:
		return "table"
	}
	return string(b.Kind)
}

// place names the spot: #4, heading.
func (s spot) place() string {
	if s.paragraph > 0 {
		return "#" + strconv.Itoa(s.paragraph)
	}
	return quoteLine(s.name)
}

// label is place with the portion marking: #4 (C).
func (s spot) label() string {
	if s.marking == "" {
		return s.place()
	}
	return s.place() + " (" + quoteLine(string(s.marking)) + ")"
}
