package cli

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"reftel/model"
	"reftel/ui/visible"
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
	id := c.ID.String()
	if id == "" {
		id = "no id"
	}
	t.line(joined("  ", visible.Line(id), quoteLine(classified(c))), t.theme.Title)
	if title, fallback := c.Title(); title != "" {
		if fallback { // as the list marks it: no subject, but the headline or the first words
			title = "~ " + firstWords(title)
		}
		t.line(quoteLine(title), t.theme.Title)
	}
	t.line(joined(" · ", when(c), quoteLine(origin(c)), sections(c), counted(c)), t.theme.Dim)
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
	if b.Lead != "" {
		style := t.theme.HeaderLabel
		if b.Kind != model.Header {
			style = t.theme.Marking[b.Marking.Level()]
		}
		p.addIn(quoteLine(b.Lead), style)
		if b.Text != "" {
			p.add(" ")
		}
	}
	words := func(from, to int) string {
		s := quote(model.Span{Start: from, End: to}.In(b.Text))
		if b.Kind != model.Preformatted {
			s = strings.ReplaceAll(s, "\t", " ")
		}
		return s
	}
	base, plain := lipgloss.Style{}, true
	if b.Kind == model.Heading {
		base, plain = t.theme.Heading, false
	}
	add := func(from, to int) {
		if plain {
			p.add(words(from, to))
		} else {
			p.addIn(words(from, to), base)
		}
	}
	done, lost := 0, false
	for _, m := range t.marks[i] {
		if m.Span.Start < done || m.Span.End > len(b.Text) {
			continue
		}
		switch m.Kind {
		case model.PageBreak:
			add(done, m.Span.Start)
			before, behind := b.Text[:m.Span.Start], b.Text[m.Span.Start:]
			p.addIn(note(pageSign(m)), t.theme.PageSign)
			if beginsWord(behind) && (before == "" || !beginsWord(before[len(before)-1:])) {
				p.add(" ") // but none inside a word that was cut by the end of the page
			}
			done = m.Span.Start
		case model.Loss:
			add(done, m.Span.End)
			p.addIn(spaced(&p, note(lossSign(m.Why))), t.theme.Loss)
			done, lost = m.Span.End, lost || m.Span.End == len(b.Text)
		default:
			if style, ok := t.styleOf(m); ok && !m.Span.Empty() {
				add(done, m.Span.Start)
				p.addIn(words(m.Span.Start, m.Span.End), style)
				done = m.Span.End
			}
		}
	}
	add(done, len(b.Text))
	if b.EndLost && !lost {
		p.addIn(spaced(&p, note(lossSign(""))), t.theme.Loss)
	}
	return &p
}

// beginsWord reports whether a text begins with something else than white space.
func beginsWord(s string) bool { return s != "" && s[0] != ' ' && s[0] != '\n' }

// spaced puts a blank before a sign that follows a word.
func spaced(p *passage, sign string) string {
	if text := p.text.String(); text != "" && !strings.HasSuffix(text, " ") {
		return " " + sign
	}
	return sign
}

// styleOf returns the style of a mark that has words.
func (t *cableText) styleOf(m model.Mark) (lipgloss.Style, bool) {
	switch m.Kind {
	case model.Redaction:
		return t.theme.Redaction, true
	case model.Omission:
		return t.theme.Omission, true
	case model.Garble:
		return t.theme.Garble, true
	case model.Citation:
		switch m.State {
		case model.Resolved, model.ParagraphHere:
			return t.theme.Reference, true
		case model.NotInLibrary, model.Unnamed, model.NoCable:
			return t.theme.ReferenceMissing, true
		}
		return t.theme.ReferenceBroken, true
	}
	return lipgloss.Style{}, false
}

// pageSign says which page begins: p2/5.
func pageSign(m model.Mark) string {
	switch {
	case m.Page == 0:
		return "page"
	case m.Pages == 0:
		return fmt.Sprintf("p%d", m.Page)
	}
	return fmt.Sprintf("p%d/%d", m.Page, m.Pages)
}

func lossSign(why string) string {
	if why == "" {
		return "lost in this copy"
	}
	return "lost in this copy: " + why
}
