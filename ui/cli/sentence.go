package cli

import (
	"reftel/model"
	"reftel/model/excerpt"
)

// sentenceRoom is how many bytes of a sentence are shown before what was found in it, and behind.
const sentenceRoom = 300

// sentenceSpan returns the span of the sentence around a place.
func sentenceSpan(text string, at model.Span) model.Span {
	return excerpt.Sentence(text, at, sentenceRoom, sentenceRoom)
}

// sentenceAt returns the sentence around a place of a cable, on one line.
func sentenceAt(c *model.Cable, block int, at model.Span) string {
	text := c.Blocks[block].Text
	return excerpt.OneLine(sentenceSpan(text, at).In(text))
}

// noted returns words of reftel's own that stand in the place of a sentence.
func noted(words string, l look) *passage {
	var p passage
	p.addIn(note(words), l.theme.Dim)
	return &p
}
