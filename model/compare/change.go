package compare

import (
	"slices"
	"strings"

	"reftel/model"
)

// span is a range of tokens.
type span struct{ from, to int }

func (s span) empty() bool { return s.from == s.to }

// changes says what hunks are, and what differs in form alone between them.
func (t *texts) changes(hunks []hunk) []Change {
	var out []Change
	a, b := 0, 0
	for _, h := range hunks {
		out = t.forms(out, a, b, h.a0-a)
		out = t.divide(out, span{h.a0, h.a1}, span{h.b0, h.b1})
		a, b = h.a1, h.b1
	}
	return t.forms(out, a, b, len(t.a.tokens)-a)
}

// divide adds the changes of one hunk: block by block, because one may break off and the next be missing.
func (t *texts) divide(out []Change, a, b span) []Change {
	pa, pb := t.a.byBlock(a), t.b.byBlock(b)
	if len(pa) <= 1 && len(pb) <= 1 || t.covers(a, b, pa, pb) {
		return t.apart(out, a, b)
	}
	if len(pa) > 0 && len(pb) > 0 && !t.a.beginsBlock(a.from) && !t.b.beginsBlock(b.from) {
		out = t.apart(out, pa[0], pb[0])
		pa, pb = pa[1:], pb[1:]
	}
	var last []span // of each
	if na, nb := len(pa), len(pb); na > 0 && nb > 0 && !t.a.beginsBlock(a.to) && !t.b.beginsBlock(b.to) {
		last = []span{pa[na-1], pb[nb-1]}
		pa, pb = pa[:na-1], pb[:nb-1]
	}
	if len(pa) == len(pb) {
		for i := range pa {
			out = t.apart(out, pa[i], pb[i])
		}
	} else { // first what the one has, then what the other has
		endA, atB := a.to, b.to
		if last != nil {
			endA, atB = last[0].from, last[1].from
		}
		if len(pb) > 0 {
			atB = pb[0].from
		}
		for _, p := range pa {
			out = t.apart(out, p, span{atB, atB})
		}
		for _, p := range pb {
			out = t.apart(out, span{endA, endA}, p)
		}
	}
	if last != nil {
		out = t.apart(out, last[0], last[1])
	}
	return out
}

// covers reports whether one copy hides or leaves out in one block what the other has in several.
func (t *texts) covers(a, b span, pa, pb []span) bool {
	hidesA, omitsA := t.a.signs(a)
	hidesB, omitsB := t.b.signs(b)
	return len(pa) == 1 && (hidesA || omitsA) || len(pb) == 1 && (hidesB || omitsB)
}

// byBlock divides tokens by the blocks that they stand in.
func (t *text) byBlock(s span) []span {
	var out []span
	for i := s.from; i < s.to; i++ {
		if n := len(out); n > 0 && t.tokens[i].place.Block == t.tokens[i-1].place.Block {
			out[n-1].to = i + 1
		} else {
			out = append(out, span{i, i + 1})
		}
	}
	return out
}

// apart adds one change, or two where number and portion marking of a paragraph differ as well as its first words.
func (t *texts) apart(out []Change, a, b span) []Change {
	if leadA, leadB := t.a.leadEnd(a), t.b.leadEnd(b); leadA > a.from && leadA < a.to && leadB > b.from && leadB < b.to {
		out = append(out, t.change(span{a.from, leadA}, span{b.from, leadB}))
		a.from, b.from = leadA, leadB
	}
	return append(out, t.change(a, b))
}

// leadEnd returns where the tokens of a range that stand before the text of its first block end.
func (t *text) leadEnd(s span) int {
	i := s.from
	for i < s.to && t.tokens[i].place.Lead && t.tokens[i].place.Block == t.tokens[s.from].place.Block {
		i++
	}
	return i
}

// change makes a change of what stands in two ranges, of which one may be empty.
func (t *texts) change(a, b span) Change {
	c := Change{A: t.a.part(a, t.b.goesOn(b)), B: t.b.part(b, t.a.goesOn(a))}
	c.Kind, c.Lacks = t.sign(a, b)
	if c.Kind != "" {
		return c
	}
	lettersA, lettersB := t.a.letters(a), t.b.letters(b)
	switch {
	case lettersA == lettersB:
		c.Kind, c.How = Form, BySpacing
		if lettersA == "" {
			c.How = ByPunctuation
		}
	case t.a.leadEnd(a) == a.to && t.b.leadEnd(b) == b.to:
		c.Kind = Marking
	case a.empty():
		c.Kind, c.Lacks = Only, SideA
	case b.empty():
		c.Kind, c.Lacks = Only, SideB
	case isSlip(lettersA, lettersB):
		c.Kind = Spelling
	default:
		c.Kind = Words
	}
	return c
}

// sign returns what one copy shows about the words that it lacks; "" if it shows nothing, or lacks none.
func (t *texts) sign(a, b span) (Kind, Side) {
	hidesA, omitsA := t.a.signs(a)
	hidesB, omitsB := t.b.signs(b)
	if a.empty() || b.empty() { // a sign among words of which the other copy has none
		hidesA, omitsA, hidesB, omitsB = false, false, false, false
	}
	fewer := SideA
	if t.a.words(a) > t.b.words(b) {
		fewer = SideB
	}
	side := func(inA, inB bool) Side {
		switch {
		case inA && !inB:
			return SideA
		case inB && !inA:
			return SideB
		}
		return fewer
	}
	lostA, lostB := t.a.breaksOff(a), t.b.breaksOff(b)
	switch beside := t.beside(a, b); {
	case hidesA || hidesB:
		return Redacted, side(hidesA, hidesB)
	case omitsA || omitsB:
		return Omitted, side(omitsA, omitsB)
	case beside == redaction:
		return Redacted, fewer
	case beside == omission:
		return Omitted, fewer
	case lostA && !lostB && !t.b.beginsBlock(b.from):
		return Lost, SideA
	case lostB && !lostA && !t.a.beginsBlock(a.from):
		return Lost, SideB
	}
	return "", ""
}

// signs reports whether something in a range is hidden, and whether an editor left something out.
func (t *text) signs(s span) (hides, omits bool) {
	for _, k := range t.tokens[s.from:s.to] {
		hides, omits = hides || k.sort == redaction, omits || k.sort == omission
	}
	return hides, omits
}

// beside returns the sort of the sign that both copies have beside words that one of them lacks: there it hides more.
func (t *texts) beside(a, b span) sort {
	if !a.empty() && !b.empty() {
		return word
	}
	for _, at := range [...]struct{ a, b int }{{a.from - 1, b.from - 1}, {a.to, b.to}} {
		if at.a < 0 || at.b < 0 || at.a >= len(t.a.tokens) || at.b >= len(t.b.tokens) {
			continue
		}
		if k := t.a.tokens[at.a].sort; k > punctuation && k == t.b.tokens[at.b].sort {
			return k
		}
	}
	return word
}

// breaksOff reports whether the copy is known to have lost words where a range ends.
func (t *text) breaksOff(s span) bool {
	if s.to == 0 {
		return false
	}
	last := t.tokens[s.to-1].place
	if last.Lead {
		last.Span = model.Span{}
	}
	b := &t.cable.Blocks[last.Block]
	end := len(b.Text)
	if !t.beginsBlock(s.to) {
		end = t.tokens[s.to].place.Span.Start
	} else if b.EndLost {
		return true
	}
	lost := t.lost[last.Block]
	at, _ := slices.BinarySearch(lost, last.Span.End)
	return at < len(lost) && lost[at] <= end
}

// words counts the words of a range.
func (t *text) words(s span) int {
	n := 0
	for _, k := range t.tokens[s.from:s.to] {
		if k.sort == word && !k.place.Lead {
			n++
		}
	}
	return n
}

// letters returns the letters of a range, whatever stands between them.
func (t *text) letters(s span) string {
	var out strings.Builder
	for i := s.from; i < s.to; i++ {
		if t.tokens[i].sort == word {
			out.WriteString(letters(t.raw(i)))
		}
	}
	return out.String()
}

// goesOn reports whether the block in which a range ends goes on behind it.
func (t *text) goesOn(s span) bool { return !s.empty() && !t.beginsBlock(s.to) }

// part says where a range stands. An empty one is a place before the next word where the other copy goes on in the same
// block, else behind the word before.
func (t *text) part(s span, otherGoesOn bool) Part {
	p := Part{Words: t.words(s)}
	for i := s.from; i < s.to; i++ {
		at := t.tokens[i].place
		if n := len(p.Places); n > 0 && p.Places[n-1].Block == at.Block && p.Places[n-1].Lead == at.Lead {
			p.Places[n-1].Span.End = at.Span.End
		} else {
			p.Places = append(p.Places, at)
		}
	}
	if len(p.Places) > 0 {
		return p
	}
	at := Place{Block: -1}
	switch next := s.from < len(t.tokens); {
	case next && (otherGoesOn || s.from == 0):
		at = t.tokens[s.from].place
		at.Span.End = at.Span.Start
	case s.from > 0:
		at = t.tokens[s.from-1].place
		at.Span.Start = at.Span.End
		if at.Lead && (!next || !t.tokens[s.from].place.Lead || t.tokens[s.from].place.Block != at.Block) {
			at.Lead, at.Span = false, model.Span{} // where the text begins
		}
	}
	p.Places = []Place{at}
	return p
}
