package model

import (
	"slices"
)

// Run is a stretch of a block's text: plain words, or the words of one mark.
type Run struct {
	Span Span // in Block.Text; empty where a mark has no words there: a loss, a page marker, a stamp
	Mark Mark // its Kind is "" for plain words
}

// Runs parts the text of every block at its marks of the kinds that are asked for: for each block the runs in
// order, which together are its text. A mark that begins inside an earlier one, or does not lie in the text, is
// passed over. With [Loss] among the kinds, a block whose end is lost ends with a loss, be there a mark of it or not.
func (c *Cable) Runs(kinds ...MarkKind) [][]Run {
	marks := make([][]Mark, len(c.Blocks))
	for _, m := range c.Marks {
		if m.Block >= 0 && m.Block < len(marks) && slices.Contains(kinds, m.Kind) {
			marks[m.Block] = append(marks[m.Block], m)
		}
	}
	out := make([][]Run, len(c.Blocks))
	for i := range c.Blocks {
		b := &c.Blocks[i]
		slices.SortStableFunc(marks[i], func(a, b Mark) int { return a.Span.Start - b.Span.Start })
		out[i] = runs(b.Text, marks[i])
		if b.EndLost && slices.Contains(kinds, Loss) && !endsInLoss(out[i], len(b.Text)) {
			at := Span{len(b.Text), len(b.Text)}
			out[i] = append(out[i], Run{at, Mark{Kind: Loss, Block: i, Span: at}})
		}
	}
	return out
}

// runs parts one text at its marks.
func runs(text string, marks []Mark) []Run {
	var out []Run
	done := 0
	for _, m := range marks {
		if m.Span.Start < done || m.Span.End < m.Span.Start || m.Span.End > len(text) {
			continue
		}
		if m.Span.Start > done {
			out = append(out, Run{Span: Span{done, m.Span.Start}})
		}
		out = append(out, Run{m.Span, m})
		done = m.Span.End
	}
	if done < len(text) {
		out = append(out, Run{Span: Span{done, len(text)}})
	}
	return out
}

// endsInLoss reports whether the last run is a loss at the end of the text.
func endsInLoss(runs []Run, end int) bool {
	return len(runs) > 0 && runs[len(runs)-1].Mark.Kind == Loss && runs[len(runs)-1].Span.Start == end
}
