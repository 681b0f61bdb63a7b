package query

import (
	"slices"
	"strconv"

	"reftel/model"
)

// Query is a question about cables. The zero Query asks nothing: every cable answers it. A Query
// is never changed once made, so any number of goroutines may use it.
type Query struct {
	terms []term // those that must hold before those that must not: they decide sooner
}

// IsZero reports whether the query asks nothing.
func (q Query) IsZero() bool { return len(q.terms) == 0 }

// Matches reports whether the cable answers the query. Searched are what a list shows of it (id,
// station, origin, headline and its notes, subject, codes of the TAGS) and its text: headings,
// paragraphs, tables, signature and trailer. The addressees and the other lines above the text are
// no part of it: nearly every cable goes to the same posts. A term that reads as a cable's id finds
// that cable however its serial is padded.
func (q Query) Matches(c *model.Cable) bool {
	for i := range q.terms {
		t := &q.terms[i]
		if t.inCable(c) == t.not {
			return false
		}
	}
	return true
}

// Spans returns the places of the query's words and phrases in a text, in order; none overlap.
func (q Query) Spans(text string) []model.Span {
	var all []model.Span
	for i := range q.terms {
		t := &q.terms[i]
		if t.not {
			continue
		}
		if t.ascii {
			scan := scanLetter(text, t.lower, t.upper)
			for s, ok := t.nextPlain(&scan, 0); ok; s, ok = t.nextPlain(&scan, s.End) {
				all = append(all, s)
			}
		}
		for s, ok := t.nextMarked(text, 0); ok; s, ok = t.nextMarked(text, s.End) {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b model.Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	end := 0
	return slices.DeleteFunc(all, func(s model.Span) bool {
		if s.Start < end {
			return true
		}
		end = s.End
		return false
	})
}

// inCable reports whether the term stands in one of the searched texts of the cable.
func (t *term) inCable(c *model.Cable) bool {
	if !t.id.IsZero() && t.id == c.ID {
		return true
	}
	var buf [48]byte
	if t.in(string(appendID(buf[:0], c.ID))) || t.in(c.Station) || t.in(c.Subject) || t.in(c.Headline) ||
		t.in(c.Origin) {
		return true
	}
	for _, note := range c.HeadlineNotes {
		if t.in(note) {
			return true
		}
	}
	for i := range c.Tags {
		if t.in(c.Tags[i].Code) {
			return true
		}
	}
	for i := range c.Blocks {
		if b := &c.Blocks[i]; b.Kind != model.Header && b.Kind != model.Rule && t.in(b.Text) {
			return true
		}
	}
	return false
}

// appendID writes an id as [model.ID.String] does, into a buffer of the caller's: a filter looks
// at every cable of the library, once for each key pressed.
func appendID(dst []byte, id model.ID) []byte {
	if id.IsZero() {
		return dst
	}
	year := id.Year % 100
	dst = append(dst, byte('0'+year/10), byte('0'+year%10))
	dst = append(dst, id.Station...)
	return strconv.AppendInt(dst, int64(id.Serial), 10)
}
