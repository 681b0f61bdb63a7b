package cli

import (
	"strings"

	"charm.land/lipgloss/v2"

	"reftel/model"
	"reftel/model/excerpt"
	"reftel/ui/words"
)

// The words that were looked for stand between these signs where they can't be dressed.
const (
	openingHit = words.OpeningHit
	closingHit = words.ClosingHit
)

// around is how many bytes of the text a snippet shows before and behind what was found.
const around = 80

// window is a part of a text that is shown, and the places in it: those with the indexes from
// first up to end.
type window struct {
	span       model.Span
	first, end int
}

// windows returns the parts of a text to show, so that all places in it, which are in order, are
// seen with some words around them. Parts that touch are one.
func windows(text string, places []model.Span) []window {
	var out []window
	for i, place := range places {
		s := excerpt.Around(text, place, around, around)
		if last := len(out) - 1; last >= 0 && s.Start <= out[last].span.End+1 {
			out[last].span.End, out[last].end = max(out[last].span.End, s.End), i+1
			continue
		}
		out = append(out, window{s, i, i + 1})
	}
	return out
}

// snippet is a line that shows where something was found: a label, and words of one block.
type snippet struct {
	look
	block *model.Block
	hit   lipgloss.Style // of the places
	text  passage
}

// show adds a part of the block's text on one line, with places in it marked and signs where words
// are left out.
func (s *snippet) show(part model.Span, places []model.Span) {
	text := s.block.Text
	switch {
	case part.Start == 0:
	case strings.HasSuffix(s.text.text.String(), note(dots)): // of the part before
		s.text.add(" ")
	default:
		s.cut()
		s.text.add(" ")
	}
	done := part.Start
	for _, place := range places {
		if place.Start < done { // a record of somebody's may have one inside another
			continue
		}
		s.text.add(quotedLine(text[done:place.Start]))
		s.mark(quotedLine(place.In(text)))
		done = place.End
	}
	s.text.add(quotedLine(text[done:part.End]))
	switch {
	case part.End < len(text):
		s.text.add(" ")
		s.cut()
	case s.block.EndLost:
		s.note(words.Lost(""))
	}
}

// mark adds words that were looked for.
func (s *snippet) mark(words string) {
	if s.on {
		s.text.addIn(words, s.hit)
	} else {
		s.text.add(openingHit + words + closingHit)
	}
}

// dots stand for words of the source that a snippet leaves out.
const dots = "…"

// cut adds the sign of words that are left out.
func (s *snippet) cut() { s.text.addIn(note(dots), s.theme.Faint) }

// note adds words of reftel's own behind the others.
func (s *snippet) note(words string) {
	s.text.addIn(spaced(&s.text, note(words)), s.theme.Dim)
}

// quotedLine makes words of a source harmless, white space of any length being one blank: unlike
// quoteLine it keeps those at the ends, where more words follow.
func quotedLine(s string) string { return quote(excerpt.OneBlank(s)) }

// labelled returns the line with the label of the block's spot.
func (s *snippet) labelled(at words.Spot) labelled {
	return labelled{quoteLine(at.Label()), s.theme.Marking[at.Marking.Level()], &s.text}
}
