package words

import (
	"strconv"

	"reftel/model"
	"reftel/model/cite"
)

// Spot says where in a cable a block stands, as a reader would look it up.
type Spot struct {
	Paragraph int           // with which `reftel show ID#PARA` prints it; 0: none
	Marking   model.Marking // its own, else that of the paragraph it is part of
	Name      string        // of a block that is in no numbered paragraph: heading, subject
}

// Spots returns the spots of all blocks of a cable.
func Spots(c *model.Cable) []Spot {
	out := make([]Spot, len(c.Blocks))
	end := 0 // of the numbered paragraph that i may be part of
	var in *model.Block
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if b.Kind == model.Paragraph && b.Number > 0 {
			in, end = b, cite.PassageAt(c, i).End
		}
		out[i].Marking = b.Marking
		if i >= end {
			out[i].Name = BlockName(b)
			continue
		}
		out[i].Paragraph = in.Number
		if b.Marking == "" {
			out[i].Marking = in.Marking
		}
	}
	return out
}

// BlockName names a block that has no number.
func BlockName(b *model.Block) string {
	switch {
	case b.Kind == model.Note && b.Role == model.SourceNoteRole:
		return string(b.Role)
	case b.Kind == model.Note:
		return Join(" ", "note", b.Letter)
	case b.Kind == model.Header && b.Role != "":
		return string(b.Role)
	case b.Kind == model.SubParagraph:
		return string(model.Paragraph)
	case b.Kind == model.Preformatted:
		return "table"
	}
	return string(b.Kind)
}

// Place names the spot: #4, heading.
func (s Spot) Place() string {
	if s.Paragraph > 0 {
		return "#" + strconv.Itoa(s.Paragraph)
	}
	return s.Name
}

// Label is Place with the portion marking: #4 (C).
func (s Spot) Label() string {
	if s.Marking == "" {
		return s.Place()
	}
	return s.Place() + " (" + string(s.Marking) + ")"
}
