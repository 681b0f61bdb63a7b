package words

import (
	"fmt"
	"strings"

	"reftel/model"
	"reftel/model/expand"
)

// Origin says where a meaning in a cable is from: "defined in this cable, paragraph 3", "table of TAGS".
func Origin(c *model.Cable, m expand.Meaning) string {
	says := "defined in "
	if m.Loose {
		says = "stands beside it in "
	}
	switch m.From {
	case expand.Here:
		return says + "this cable" + paragraphOf(c, m.Block)
	case expand.Edition:
		return "the edition's list of terms"
	case expand.Library:
		first := m.ID.String()
		if m.ID.IsZero() {
			first = "a cable without an id"
		}
		if m.Cables > 1 {
			return says + first + " and " + Count(m.Cables-1, "other")
		}
		return says + first
	case expand.ByPost:
		return "by the post"
	case expand.Possible:
		return "the post does not tell which"
	case expand.TagTable:
		return "table of TAGS"
	case expand.Marking:
		return "portion marking"
	case expand.Prosign:
		return "date-time group"
	}
	return "reftel's glossary"
}

// paragraphOf names the paragraph that a block is in, or its part of the header.
func paragraphOf(c *model.Cable, block int) string {
	for i := block; i >= 0 && i < len(c.Blocks); i-- {
		b := &c.Blocks[i]
		switch {
		case b.Number > 0:
			return fmt.Sprintf(", paragraph %d", b.Number)
		case b.Kind == model.Header && i == block:
			return ", " + string(b.Role)
		case b.Kind == model.Note && i == block:
			return ", note " + b.Letter
		}
	}
	return ""
}

// Meanings parts what a term stands for, as far as it is known: the best, which are several governments where the post does
// not tell, and where it is from; and the others.
func Meanings(c *model.Cable, t expand.Term) (best, origin string, others []expand.Meaning) {
	if len(t.Meanings) == 0 {
		return "", "", nil
	}
	first := t.Meanings[0]
	best, others = first.Words, t.Meanings[1:]
	for first.From == expand.Possible && len(others) > 0 && others[0].From == expand.Possible {
		best += " or " + strings.TrimPrefix(others[0].Words, "Government ")
		others = others[1:]
	}
	return best, Origin(c, first), others
}

// Term says in one line what a term stands for and where that is from: "SSP: Public Security Secretary, stands beside it in
// this cable, paragraph 3; or Secretaria de Seguridad Publica (Mexico), reftel's glossary".
func Term(c *model.Cable, t expand.Term) string {
	best, origin, others := Meanings(c, t)
	said := t.Word + ": " + best + ", " + origin
	for _, m := range others {
		said += "; or " + m.Words + ", " + Origin(c, m)
	}
	return said
}
