package palette

import (
	"context"
	"fmt"
	"path"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"reftel/model"
	"reftel/model/match"
	"reftel/model/names"
	"reftel/ui/words"
)

// listed returns the rows that have the words typed, in their order. Of a sentence that is longer than its row the part with
// the words is shown.
func (f *Finder) listed(ctx context.Context, typed string) (rows []Row, total int) {
	for _, row := range f.source.Listed {
		if ctx.Err() != nil {
			return nil, 0
		}
		if typed == "" {
			rows = append(rows, row)
			continue
		}
		text := row.Text
		if row.Whole != "" {
			text = row.Lead + row.Whole
		}
		spans, ok := match.Text(typed, text)
		if !ok {
			continue
		}
		if row.Whole != "" {
			row.show(spans)
		} else {
			row.Spans = spans
		}
		rows = append(rows, row)
	}
	return rows, len(rows)
}

// labelCells is how many cells a label takes: longer ones push their sentence to the right.
const labelCells = len("2010-01-29  10BRASILIA1234 ¶12 ")

// SentenceRow shows a sentence of a cable in which a name stands: day, id and paragraph, and the words around the name.
func SentenceRow(c *model.Cable, s names.Sentence) Row {
	place := c.ID.String()
	if c.ID.IsZero() {
		place = words.Join(" ", "no id", path.Base(c.Source.File))
	}
	if b := c.Blocks[s.Block]; b.Kind == model.Paragraph && b.Number > 0 {
		place += fmt.Sprintf(" ¶%d", b.Number)
	}
	lead := words.Join("  ", words.Day(c), place)
	lead += strings.Repeat(" ", max(0, labelCells-ansi.StringWidth(lead))) + gap
	row := Row{Sign: "@", Lead: lead, Brief: place + gap, Whole: s.Span.In(c.Blocks[s.Block].Text)}
	var places []model.Span
	for _, p := range s.Places {
		places = append(places, p.Shift(len(lead)-s.Span.Start))
	}
	row.show(places)
	return row
}

// show shows the part of the sentence around the first of some places behind the label; places are those of both together.
func (r *Row) show(places []model.Span) {
	var lit, within []model.Span
	for _, p := range places {
		if p.Start >= len(r.Lead) {
			within = append(within, p.Shift(-len(r.Lead)))
		} else if p.End <= len(r.Lead) {
			lit = append(lit, p)
		}
	}
	line, around := firstWords(r.Whole), []model.Span(nil)
	if len(within) > 0 {
		line, around = snippet(r.Whole, within)
	}
	r.Text = r.Lead + line
	r.Spans = lit
	for _, p := range around {
		r.Spans = append(r.Spans, p.Shift(len(r.Lead)))
	}
}

// briefBelow is the width below which a sentence is shown without its day.
const briefBelow = 64

// brief shows a sentence without its day.
func (r Row) brief() Row {
	line := r.Text[len(r.Lead):]
	out := r
	out.Text, out.Spans = r.Brief+line, nil
	for _, s := range r.Spans {
		if s.Start >= len(r.Lead) {
			out.Spans = append(out.Spans, s.Shift(len(r.Brief)-len(r.Lead)))
		}
	}
	return out
}

// NotedRow shows a cable of which a name is noted that isn't in its text.
func NotedRow(c *model.Cable) Row {
	title, _ := c.Title()
	return Row{Sign: "@", Text: words.Join("  ", words.Day(c), c.ID.String(), "noted of the cable: "+firstWords(title))}
}
