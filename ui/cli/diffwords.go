package cli

import (
	"charm.land/lipgloss/v2"

	"reftel/model/compare"
	"reftel/ui/words"
)

// In one text of two copies the first copy's own words stand behind the one, the second copy's behind the other, up to
// closingHit.
const (
	openingFirst  = openingHit + "-"
	openingSecond = openingHit + "+"
)

// diffText sets what differs between two copies as text.
type diffText struct {
	look
	c     *compare.Comparison
	names [2]string // of the copies
	spots [2][]words.Spot
	all   bool // the whole text
}

func newDiffText(c *compare.Comparison, names [2]string, all bool, l look) *diffText {
	return &diffText{look: l, c: c, names: names, spots: [2][]words.Spot{words.Spots(c.A), words.Spots(c.B)}, all: all}
}

// rows returns the passages that are shown.
func (d *diffText) rows() []compare.Passage {
	if d.all {
		return d.c.Whole()
	}
	return d.c.Differing()
}

// label says where a passage stands, and what is the matter with it where that isn't seen from the words.
func (d *diffText) label(p *compare.Passage) (at words.Spot, kinds string) {
	if side, block := p.First(); block >= 0 {
		at = d.spots[side][block]
	}
	var told []string
	for _, kind := range p.Untold() {
		told = append(told, string(kind))
	}
	return at, words.Join(", ", told...)
}

// inline sets a passage as one text: that of the first copy, with the words of the second beside it where it differs.
func (d *diffText) inline(p *compare.Passage) *passage {
	return d.set(d.c.One(p, d.all), [2]string{openingFirst, openingSecond})
}

// beside sets a passage as one of two columns: what the other copy has not, or otherwise, is marked.
func (d *diffText) beside(p *compare.Passage, side int) *passage {
	if len(p.Blocks[side]) == 0 {
		return noted("not here", d.look)
	}
	return d.set(d.c.Beside(p, side, d.all), [2]string{openingHit, openingHit})
}

// set puts pieces together; words that a copy has alone stand behind its sign.
func (d *diffText) set(pieces []compare.Piece, signs [2]string) *passage {
	var p passage
	for _, piece := range pieces {
		switch piece.Sort {
		case compare.Common:
			p.add(quotedLine(piece.Text))
		case compare.Between:
			p.add(piece.Text)
		case compare.Cut:
			p.addIn(note(dots), d.theme.Faint)
		case compare.Own:
			said, sign := quotedLine(piece.Text), signs[piece.Side]
			if !d.on || sign != openingHit {
				said = sign + said + closingHit
			}
			p.addIn(said, d.styleOf(piece, sign))
		case compare.Nothing:
			if piece.Change.Kind == compare.Lost {
				p.addIn(note("lost"), d.theme.Loss)
			} else {
				p.addIn(note("not here"), d.theme.Dim)
			}
		}
	}
	return &p
}

// styleOf returns the style of words that one copy has alone.
func (d *diffText) styleOf(p compare.Piece, sign string) lipgloss.Style {
	lacks := p.Change.Lacks == compare.SideA && p.Side == 0 || p.Change.Lacks == compare.SideB && p.Side == 1
	switch {
	case lacks && p.Change.Kind == compare.Redacted:
		return d.theme.Redaction
	case lacks && p.Change.Kind == compare.Omitted:
		return d.theme.Omission
	case sign == openingFirst:
		return d.theme.Loss
	}
	return d.theme.Match
}
