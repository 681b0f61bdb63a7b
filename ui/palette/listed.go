package palette

import (
	"context"
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"reftel/model"
	"reftel/model/match"
	"reftel/model/names"
	"reftel/ui/words"
)

// listed returns the rows that have the words typed, in their order.
func (f *Finder) listed(ctx context.Context, typed string) (rows []Row, total int) {
	for _, row := range f.source.Listed {
		if ctx.Err() != nil {
			return nil, 0
		}
		spans, ok := match.Text(typed, row.Text)
		if !ok {
			continue
		}
		if len(spans) > 0 {
			row.Spans = spans
		}
		rows = append(rows, row)
	}
	return rows, len(rows)
}

// labelCells is how many cells a label takes: longer ones push their sentence to the right.
const labelCells = len("2010-01-29  10BRASILIA1234 ¶12")

// SentenceRow shows a sentence of a cable in which a name stands: day, id and paragraph, and the words around the name.
func SentenceRow(c *model.Cable, s names.Sentence) Row {
	label := words.Join("  ", words.Day(c), c.ID.String())
	if b := c.Blocks[s.Block]; b.Kind == model.Paragraph && b.Number > 0 {
		label += fmt.Sprintf(" ¶%d", b.Number)
	}
	label += strings.Repeat(" ", max(0, labelCells-ansi.StringWidth(label))) + gap
	var places []model.Span
	for _, p := range s.Places {
		places = append(places, p.Shift(-s.Span.Start))
	}
	line, lit := snippet(s.Span.In(c.Blocks[s.Block].Text), places)
	row := Row{Sign: "@", Text: label + line}
	for _, l := range lit {
		row.Spans = append(row.Spans, l.Shift(len(label)))
	}
	return row
}

// NotedRow shows a cable of which a name is noted that isn't in its text.
func NotedRow(c *model.Cable) Row {
	title, _ := c.Title()
	return Row{Sign: "@", Text: words.Join("  ", words.Day(c), c.ID.String(), "noted of the cable: "+firstWords(title))}
}
