package cli

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"reftel/model"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// cableText sets a cable as text. The lines above the rule are reftel's: id, classification, date,
// origin, subject, file. Below it stands the cable, every block of it in the order and the words of
// the source, and what reftel adds is in double brackets (see note): what TAGS stand for, where
// references lead, where a page ended, where the copy lost words.
type cableText struct {
	look
	cable *model.Cable // with its states set
	width int
	marks map[int][]model.Mark // by block, in reading order
	out   []string
}

// textOf returns the lines of a cable.
func textOf(c *model.Cable, width int, l look) []string {
	t := newCableText(c, width, l)
	t.card()
	for i := range c.Blocks {
		t.gap(i)
		t.block(i)
	}
	return t.out
}

func newCableText(c *model.Cable, width int, l look) *cableText {
	t := &cableText{look: l, cable: c, width: width, marks: map[int][]model.Mark{}}
	for _, m := range c.Marks {
		t.marks[m.Block] = append(t.marks[m.Block], m)
	}
	for _, marks := range t.marks {
		slices.SortStableFunc(marks, func(a, b model.Mark) int { return a.Span.Start - b.Span.Start })
	}
	return t
}

// line writes one line of the card.
func (t *cableText) line(s string, style lipgloss.Style) {
	var p passage
	p.addIn(s, style)
	t.out = append(t.out, p.lines(t.look, t.width, 0, 4)...)
}

// card writes what a reader wants to know first.
func (t *cableText) card() {
	c := t.cable
	t.line(words.Join("  ", quoteLine(id(c)), quoteLine(words.Classification(c))), t.theme.Title)
	if title := title(c); title != "" {
		t.line(quoteLine(title), t.theme.Title)
	}
	t.line(quoteLine(words.About(c)), t.theme.Dim)
	t.line(visible.Line(c.Source.File), t.theme.Faint)
	t.line(strings.Repeat("─", t.width), t.theme.CardBorder)
}

// gap sets blocks apart: header lines stand close, the rest has a blank line above, but for the
// underline of a heading and short entries of a list.
func (t *cableText) gap(i int) {
	if i == 0 {
		return
	}
	b, before := &t.cable.Blocks[i], &t.cable.Blocks[i-1]
	const short = 90
	switch {
	case b.Kind == model.Header && before.Kind == model.Header,
		b.Kind == model.Note && before.Kind == model.Note,
		b.Kind == model.Rule && before.Kind == model.Heading,
		b.Kind == model.SubParagraph && before.Kind == b.Kind && len(b.Text) < short && len(before.Text) < short:
	default:
		t.out = append(t.out, "")
	}
}

// block writes one block, with the notes that belong under it.
func (t *cableText) block(i int) {
	b := &t.cable.Blocks[i]
	p := t.passage(i)
	width, indent, hang := t.width, 0, 0
	switch b.Kind {
	case model.Header:
		hang = 4
	case model.SubParagraph:
		indent, hang = 4, 3
	case model.Preformatted, model.Rule:
		width = 0
	}
	t.out = append(t.out, p.lines(t.look, width, indent, hang)...)
	if b.Kind != model.Header {
		return
	}
	switch b.Role {
	case model.TagsRole:
		t.under(tagMeanings(t.cable))
		t.under(quoteLine(words.Indexed(t.cable)))
	case model.ReferencesRole:
		for _, r := range t.cable.References {
			if r.Block == i {
				t.under(leadsTo(&r))
			}
		}
	}
}

// under writes a note under a header line.
func (t *cableText) under(words string) {
	if words == "" {
		return
	}
	var p passage
	p.addIn(note(words), t.theme.Dim)
	t.out = append(t.out, p.lines(t.look, t.width, 4, 1)...)
}

// passage puts a block together: what stands before its text, the text, signs where pages ended
// and words were lost.
func (t *cableText) passage(i int) *passage {
	b := &t.cable.Blocks[i]
	var p passage
	t.lead(&p, b)
	done, lost := 0, false
	for _, m := range t.marks[i] {
		if m.Span.Start < done || m.Span.End > len(b.Text) {
			continue
		}
		t.text(&p, b, done, m.Span.Start)
		done = m.Span.End
		switch style, hasWords := t.theme.Mark(m.Kind, m.State); {
		case m.Kind == model.PageBreak, m.Kind == model.Stamp, m.Kind == model.NoteSign && m.Span.Empty():
			p.addIn(note(quoteLine(words.Sign(m))), t.theme.PageSign)
			if !endsWord(b.Text[:done]) && beginsWord(b.Text[done:]) {
				p.add(" ") // but none inside a word that was cut by the end of the page
			}
		case m.Kind == model.Loss:
			t.text(&p, b, m.Span.Start, done)
			p.addIn(spaced(&p, note(words.Lost(m.Why))), t.theme.Loss)
			lost = lost || done == len(b.Text)
		case hasWords:
			p.addIn(quoted(b, m.Span.Start, done), style)
		default:
			t.text(&p, b, m.Span.Start, done)
		}
	}
	t.text(&p, b, done, len(b.Text))
	if b.EndLost && !lost {
		p.addIn(spaced(&p, note(words.Lost(""))), t.theme.Loss)
	}
	return &p
}

// lead adds what stands before the text of a block.
func (t *cableText) lead(p *passage, b *model.Block) {
	if b.Lead == "" {
		return
	}
	style := t.theme.HeaderLabel
	if b.Kind != model.Header {
		style = t.theme.Marking[b.Marking.Level()]
	}
	p.addIn(quoteLine(b.Lead), style)
	if b.Text != "" {
		p.add(" ")
	}
}

// text adds words of a block that no mark stands on.
func (t *cableText) text(p *passage, b *model.Block, from, to int) {
	if b.Kind == model.Heading {
		p.addIn(quoted(b, from, to), t.theme.Heading)
	} else {
		p.add(quoted(b, from, to))
	}
}

// quoted returns a part of a block's text for the eye; tabs are columns in preformatted text alone.
func quoted(b *model.Block, from, to int) string {
	s := quote(model.Span{Start: from, End: to}.In(b.Text))
	if b.Kind != model.Preformatted {
		s = strings.ReplaceAll(s, "\t", " ")
	}
	return s
}

// beginsWord reports whether a text begins with something else than white space.
func beginsWord(s string) bool { return s != "" && s[0] != ' ' && s[0] != '\n' }

// endsWord reports whether a text ends with something else than white space.
func endsWord(s string) bool { return s != "" && beginsWord(s[len(s)-1:]) }

// spaced puts a blank before a sign that follows a word.
func spaced(p *passage, sign string) string {
	if text := p.text.String(); text != "" && !strings.HasSuffix(text, " ") {
		return " " + sign
	}
	return sign
}
