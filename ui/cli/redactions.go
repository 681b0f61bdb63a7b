package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"reftel/model"
	"reftel/model/library"
	"reftel/ui/words"
)

func (t *tool) redactions() *cobra.Command {
	c := &cobra.Command{
		Use:     "redactions [QUERY]",
		Short:   "Every redacted passage",
		GroupID: groupPrint,
		Long: `Print every passage in which somebody hid words and left a sign, cable by
cable, the oldest first. Below the line of a cable, which is that of reftel
list, come the passages: number of the paragraph, portion marking, and the
sign as the source has it, among the words around:

  #4 (C)  The lawyer is ⟪xxxxxxxxxxxx⟫ (protect), who ⟦…⟧
  #5 (S)  ⟦…⟧ paid by ⟪[2 lines not declassified]⟫ in May ⟦2 lines⟧

What stands in double brackets is reftel's: words left out, the extent that
is stated, the exemption code and what it means. The signs around a redaction
are for pipes and NO_COLOR; elsewhere in a terminal it is lit. What an editor
left out and what a copy lost was not hidden and is not among these: see
has:omission and has:loss.

With --overview print instead how much is redacted: by post, by year, by what
is hidden and by exemption code, each with a bar. How long a sign is says
nothing of what it hides, so the share of the text is counted in paragraphs:
of those of the redacted cables, how many have something hidden.

With a query, of the cables that answer it.` + aboutQueries() + aboutLibrary,
		Example: `# everything that is hidden in the sample
reftel redactions

# in secret cables of one post
reftel redactions --library cables/ 'from:mexico class:secret'

# how much is hidden in the cables of a year, and for which reasons
reftel redactions --overview --library cables/ date:2009`,
		RunE: func(c *cobra.Command, args []string) error { return t.runRedactions(c.Context(), args) },
	}
	t.queryFlags(c)
	c.Flags().BoolVar(&t.flags.overview, "overview", false, "how much is redacted, by post, year, kind and code")
	return c
}

// runRedactions prints the redacted passages of the cables that answer a query.
func (t *tool) runRedactions(ctx context.Context, args []string) error {
	l, err := t.look()
	if err != nil {
		return err
	}
	a, err := t.ask(ctx, args)
	if err != nil {
		return err
	}
	defer a.close()
	p := t.printer()
	redacted := a.redactedOnes()
	switch {
	case t.flags.overview:
		if err := t.overview(ctx, p, a, redacted, l); err != nil {
			return err
		}
	case t.flags.json:
		for i := range redacted.cables {
			if c := redacted.whole(i); c != nil {
				for _, r := range redactionRecords(c) {
					p.json(r)
				}
			}
		}
	default:
		t.printRedactions(p, redacted, len(a.cables), l)
	}
	err = p.close()
	switch {
	case err != nil || len(redacted.cables) > 0:
	case len(a.cables) == 0:
		err = t.noCable(a, args)
	default:
		err = notFound("nothing is redacted in %s", whichOf(a))
	}
	return t.settle(a.Problems(), err)
}

// redactedOnes returns the answer without the cables in which nothing is redacted.
func (a *answer) redactedOnes() *answer {
	out := &answer{holdings: a.holdings, query: a.query, asked: a.asked}
	for i, c := range a.cables {
		if !a.redacted[i] {
			continue
		}
		out.cables = append(out.cables, c)
		if a.index != nil {
			out.numbers = append(out.numbers, a.numbers[i])
		}
	}
	return out
}

// whichOf names the cables that answered: "the 3 cables in x that answer "y"".
func whichOf(a *answer) string {
	n := words.Count(len(a.cables), "cable")
	switch {
	case a.query.IsZero():
		return fmt.Sprintf("the %s in %s", n, a.name())
	case len(a.cables) == 1:
		return fmt.Sprintf("the %s in %s that answers %q", n, a.name(), a.asked)
	}
	return fmt.Sprintf("the %s in %s that answer %q", n, a.name(), a.asked)
}

// printRedactions prints the cables with their redacted passages; of is how many cables were looked
// at.
func (t *tool) printRedactions(p *printer, redacted *answer, of int, l look) {
	sum := 0
	for i, head := range t.heads(redacted.cables, l) {
		var entries []labelled
		if c := redacted.whole(i); c != nil {
			marks := redactionsOf(c)
			sum += len(marks)
			entries = redactionLines(c, marks, l)
		}
		t.group(p, i, head, entries, l)
	}
	if sum > 0 {
		n := len(redacted.cables)
		t.total(p, l, fmt.Sprintf("%s in %d of %s (%s)", words.Count(sum, "redaction"), n, words.Count(of, "cable"), percent(n, of)))
	}
}

// percent writes a share: 35%, and <1% rather than none.
func percent(n, of int) string {
	if p := (200*n + of) / (2 * of); p > 0 {
		return fmt.Sprintf("%d%%", p)
	}
	return "<1%"
}

// redactionsOf returns the redactions of a cable in reading order.
func redactionsOf(c *model.Cable) []model.Mark {
	marks := c.MarksOf(model.Redaction)
	slices.SortStableFunc(marks, func(a, b model.Mark) int {
		return cmp.Or(a.Block-b.Block, a.Span.Start-b.Span.Start)
	})
	return marks
}

// redactionLines returns a line for each passage; redactions that stand close are in one.
func redactionLines(c *model.Cable, marks []model.Mark, l look) []labelled {
	var out []labelled
	spots := words.Spots(c)
	for rest := marks; len(rest) > 0; {
		i := rest[0].Block
		here := rest
		var places []model.Span
		for len(rest) > 0 && rest[0].Block == i {
			places = append(places, rest[0].Span)
			rest = rest[1:]
		}
		for _, w := range windows(c.Blocks[i].Text, places) {
			s := snippet{look: l, block: &c.Blocks[i], hit: l.theme.Redaction}
			s.show(w.span, places[w.first:w.end])
			for _, m := range here[w.first:w.end] {
				if about := aboutRedaction(&m); about != "" {
					s.note(about)
				}
			}
			out = append(out, s.labelled(spots[i]))
		}
	}
	return out
}

// aboutRedaction says how much a redaction hides and why, as far as that is stated: "2 lines,
// exemption B1: national defense or foreign policy".
func aboutRedaction(m *model.Mark) string {
	why := ""
	if m.Code != "" {
		why = "exemption " + words.Join(": ", quoteLine(m.Code), quoteLine(m.Why))
	}
	return words.Join(", ", quoteLine(m.Extent), why)
}

// redactionRecord is what --json gives of a redaction.
type redactionRecord struct {
	foundRecord
	Extent  string `json:"extent,omitzero"`
	Code    string `json:"code,omitzero"`
	Meaning string `json:"meaning,omitzero"` // of the code
}

func redactionRecords(c *model.Cable) []redactionRecord {
	var out []redactionRecord
	spots := words.Spots(c)
	for _, m := range redactionsOf(c) {
		r := redactionRecord{foundRecord: recordOf(c, spots, library.Place{Block: m.Block, Span: m.Span}), Extent: m.Extent, Code: m.Code}
		if m.Code != "" {
			r.Meaning = m.Why
		}
		out = append(out, r)
	}
	return out
}
