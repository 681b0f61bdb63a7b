package names

import (
	"reftel/model"
	"reftel/model/excerpt"
)

// Sentence is a sentence of a cable in which a name stands, once or several times.
type Sentence struct {
	Block  int
	Span   model.Span   // of the block's text
	Places []model.Span // of the mentions in it, in reading order
}

// Sentences returns the sentences of a cable in which a name stands, in reading order. n has its mentions in that order too,
// as [Within] returns it; room is how many bytes of a sentence are taken before a mention, and behind.
func Sentences(c *model.Cable, n model.Name, room int) []Sentence {
	var out []Sentence
	for rest := n.Mentions; len(rest) > 0; {
		s := Sentence{Block: rest[0].Block}
		s.Span = excerpt.Sentence(c.Blocks[s.Block].Text, rest[0].Span, room, room)
		for len(rest) > 0 && rest[0].Block == s.Block && rest[0].Span.Start < s.Span.End {
			s.Places = append(s.Places, rest[0].Span)
			s.Span.End = max(s.Span.End, rest[0].Span.End)
			rest = rest[1:]
		}
		out = append(out, s)
	}
	return out
}
