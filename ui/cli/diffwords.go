package cli

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"reftel/model"
	"reftel/model/compare"
	"reftel/model/excerpt"
)

// In one text of two copies the first copy's own words stand behind the one, the second copy's behind the other, up to
// closingHit.
const (
	openingFirst  = openingHit + "-"
	openingSecond = openingHit + "+"
)

// diffAround is how many bytes of the text are shown before and behind what differs.
const diffAround = 48

// diffMark is a place of a block that is marked.
type diffMark struct {
	place  compare.Place
	change *compare.Change
	first  bool // of the part's places
}

// marksIn returns the places of changes that stand in a block, in order.
func (d *diffText) marksIn(r diffRow, side, block int) []diffMark {
	var out []diffMark
	for _, ch := range r.changes {
		p := partOf(ch, side)
		if p.Empty() && d.standsAlone(ch) {
			continue
		}
		i, _ := slices.BinarySearchFunc(p.Places, block, func(place compare.Place, block int) int { return cmp.Compare(place.Block, block) })
		for ; i < len(p.Places) && p.Places[i].Block == block; i++ {
			out = append(out, diffMark{p.Places[i], ch, i == 0})
		}
	}
	return out
}

// inline sets a passage as one text: that of the first copy, with the words of the second beside it where it differs.
func (d *diffText) inline(r diffRow) *passage {
	var p passage
	side := 0
	if len(r.blocks[0]) == 0 {
		side = 1
	}
	for i, block := range r.blocks[side] {
		if i > 0 {
			p.add("\n")
		}
		d.block(&p, side, block, d.marksIn(r, side, block), func(m diffMark) {
			if !partOf(m.change, side).Empty() {
				d.own(&p, side, m, [2]string{openingFirst, openingSecond}[side])
			}
			if side == 0 && m.first && !m.change.B.Empty() {
				for k, place := range m.change.B.Places {
					if k > 0 {
						p.add(" ")
					} else if m.change.A.Empty() && spaceBefore(d.c.B, place) && p.text.Len() > 0 && !strings.HasSuffix(p.text.String(), " ") {
						p.add(" ")
					}
					d.own(&p, 1, diffMark{place, m.change, k == 0}, openingSecond)
				}
			}
		})
	}
	return &p
}

// beside sets a passage as one of two columns: what the other copy has not, or otherwise, is marked.
func (d *diffText) beside(r diffRow, side int) *passage {
	var p passage
	if len(r.blocks[side]) == 0 {
		return noted("not here", d.look)
	}
	for i, block := range r.blocks[side] {
		if i > 0 {
			p.add("\n")
		}
		d.block(&p, side, block, d.marksIn(r, side, block), func(m diffMark) {
			switch lost := m.change.Kind == compare.Lost; {
			case !partOf(m.change, side).Empty():
				d.own(&p, side, m, openingHit)
			case lost:
				p.addIn(spaced(&p, note("lost")), d.theme.Loss)
			default:
				p.addIn(spaced(&p, note("not here")), d.theme.Dim)
			}
		})
	}
	return &p
}

// own adds the words of a place that one copy has alone.
func (d *diffText) own(p *passage, side int, m diffMark, sign string) {
	said := quotedLine(m.place.In(d.cable(side)))
	if d.on && sign == openingHit {
		p.addIn(said, d.styleOf(m.change, side, sign))
		return
	}
	p.addIn(sign+said+closingHit, d.styleOf(m.change, side, sign))
}

// styleOf returns the style of words that one copy has alone.
func (d *diffText) styleOf(ch *compare.Change, side int, sign string) lipgloss.Style {
	lacks := ch.Lacks == compare.SideA && side == 0 || ch.Lacks == compare.SideB && side == 1
	switch {
	case lacks && ch.Kind == compare.Redacted:
		return d.theme.Redaction
	case lacks && ch.Kind == compare.Omitted:
		return d.theme.Omission
	case sign == openingFirst:
		return d.theme.Loss
	}
	return d.theme.Match
}

// block adds a block of a copy, with what mark adds in the place of each mark.
func (d *diffText) block(p *passage, side, block int, marks []diffMark, mark func(diffMark)) {
	b := &d.cable(side).Blocks[block]
	text, shift := b.Text, 0
	if slices.ContainsFunc(marks, func(m diffMark) bool { return m.place.Lead }) {
		text, shift = b.Lead+" "+b.Text, len(b.Lead)+1
	}
	at := 0
	for i, m := range marks {
		span := m.place.Span
		if !m.place.Lead {
			span = span.Shift(shift)
		}
		d.between(p, text, model.Span{Start: at, End: span.Start}, i == 0, false)
		mark(m)
		if at = span.End; span.Empty() && at < len(text) && text[at] != ' ' && text[at] != '\n' {
			if other := partOf(m.change, 1-side).Places; spaceBehind(d.cable(1-side), other[len(other)-1]) {
				p.add(" ")
			}
		}
	}
	d.between(p, text, model.Span{Start: at, End: len(text)}, len(marks) == 0, true)
}

// between adds words that both copies have: all of them, or some beside the marks at its ends.
func (d *diffText) between(p *passage, text string, s model.Span, first, last bool) {
	head, tail := s.Start, s.End
	if !first {
		head = min(s.End, excerpt.Around(text, model.Span{Start: s.Start, End: s.Start}, 0, diffAround).End)
	}
	if !last {
		tail = max(s.Start, excerpt.Around(text, model.Span{Start: s.End, End: s.End}, diffAround, 0).Start)
	}
	if d.all || tail <= head+len(note(dots)) {
		p.add(quotedLine(s.In(text)))
		return
	}
	p.add(quotedLine(text[s.Start:head]))
	if !first {
		p.add(" ")
	}
	p.addIn(note(dots), d.theme.Faint)
	if !last {
		p.add(" ")
	}
	p.add(quotedLine(text[tail:s.End]))
}

// spaceBefore reports whether white space stands before a place of a cable, or nothing.
func spaceBefore(c *model.Cable, p compare.Place) bool {
	return p.Block >= 0 && (p.Span.Start == 0 || isBlankByte(textWith(c, p)[p.Span.Start-1]))
}

// spaceBehind reports whether white space stands behind a place of a cable, or nothing.
func spaceBehind(c *model.Cable, p compare.Place) bool {
	return p.Block >= 0 && (p.Span.End == len(textWith(c, p)) || isBlankByte(textWith(c, p)[p.Span.End]))
}

// textWith returns the text that a place is in.
func textWith(c *model.Cable, p compare.Place) string {
	if p.Lead {
		return c.Blocks[p.Block].Lead
	}
	return c.Blocks[p.Block].Text
}

func isBlankByte(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }
