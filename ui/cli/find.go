package cli

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"reftel/model"
	"reftel/model/excerpt"
	"reftel/model/library"
	"reftel/ui/words"
)

func (t *tool) find() *cobra.Command {
	c := &cobra.Command{
		Use:     "find QUERY",
		Short:   "Where the words of a query stand",
		GroupID: groupPrint,
		Long: `Print the places where the words of a query stand, cable by cable, the oldest
first. Below the line of a cable, which is that of reftel list, comes a line
for each paragraph that has some of the words: its number, its portion
marking, and the first of them among the words around:

  #4 (C)  ⟦…⟧ asked the ⟪keeper⟫ why the lamp ⟦…⟧

All but what stands in double brackets is the source's. The signs around the
words that were found are for pipes and NO_COLOR; elsewhere in a terminal the
words are lit. Neither the signs nor the brackets are used for anything else.
reftel show ID#PARA prints the whole paragraph.

A cable that answers without such a word, by its date or its post, shows the
first words of its text.` + aboutQueries() + aboutLibrary,
		Example: `# where the sample speaks of the keeper, or of keepers
reftel find 'keeper*'

# a phrase in secret cables of one year, whoever sent them
reftel find --library cables/ '"cold harbor" class:>=secret date:2009'

# every hit with the paragraph that it stands in
reftel find --json keeper | jq -r '[.id, .paragraph, .form] | @tsv'`,
		RunE: func(c *cobra.Command, args []string) error { return t.runFind(c.Context(), args) },
	}
	t.queryFlags(c)
	return c
}

// queryFlags gives a command the flags of those that take a query and print text.
func (t *tool) queryFlags(c *cobra.Command) {
	t.libraryFlag(c)
	t.formatFlag(c)
	t.themeFlag(c)
	t.jsonFlag(c)
	c.ValidArgsFunction = cobra.NoFileCompletions
}

// runFind prints the places of a query's words.
func (t *tool) runFind(ctx context.Context, args []string) error {
	if strings.TrimSpace(strings.Join(args, " ")) == "" {
		return usage("reftel find needs words to look for, or a field such as from:mexico; reftel list lists every cable")
	}
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
	if t.flags.json {
		for i := range a.cables {
			if c := a.whole(i); c != nil {
				for _, r := range hitRecords(c, library.Hits(c, a.query)) {
					p.json(r)
				}
			}
		}
	} else {
		t.printHits(p, a, l)
	}
	if err = p.close(); err == nil && len(a.cables) == 0 {
		err = t.noCable(a, args)
	}
	return t.settle(a.Problems(), err)
}

// printHits prints the cables of an answer, and below each the places of the words.
func (t *tool) printHits(p *printer, a *answer, l look) {
	sum := 0
	for i, head := range t.heads(a.cables, l) {
		var entries []labelled
		if c := a.whole(i); c != nil {
			hits := library.Hits(c, a.query)
			sum += len(hits)
			entries = hitLines(c, hits, l)
			if len(hits) == 0 {
				entries = firstLine(c, l)
			}
		}
		t.group(p, i, head, entries, l)
	}
	if sum > 0 {
		t.total(p, l, words.Count(sum, "hit")+" in "+words.Count(len(a.cables), "cable"))
	} else if len(a.cables) > 0 {
		t.total(p, l, words.Count(len(a.cables), "cable"))
	}
}

// group prints a cable with the lines that belong to it, a blank line before all but the first.
func (t *tool) group(p *printer, i int, head string, entries []labelled, l look) {
	if i > 0 {
		p.line("")
	}
	p.raw(head + "\n")
	for _, line := range setLabelled(entries, t.runningWidth(), l) {
		p.raw(line + "\n")
	}
}

// mostShown is how many bytes of a block a line of hits shows at most, but for the first of them.
const mostShown = 4 * around

// hitLines returns a line for each block with hits: the first of them, and how many more there are.
func hitLines(c *model.Cable, hits []library.Place, l look) []labelled {
	var out []labelled
	spots := words.Spots(c)
	for rest := hits; len(rest) > 0; {
		i := rest[0].Block
		var places []model.Span
		for len(rest) > 0 && rest[0].Block == i {
			places = append(places, rest[0].Span)
			rest = rest[1:]
		}
		s := snippet{look: l, block: &c.Blocks[i], hit: l.theme.Match}
		shown := 0
		for _, w := range firstWindows(s.block.Text, places) {
			s.show(w.span, places[w.first:w.end])
			shown = w.end
		}
		if more := len(places) - shown; more > 0 {
			s.note(words.Count(more, "more hit"))
		}
		out = append(out, s.labelled(spots[i]))
	}
	return out
}

// firstWindows returns windows for the first of the places: as many as a line has room for.
func firstWindows(text string, places []model.Span) []window {
	for n := range places {
		shown := 0
		for _, w := range windows(text, places[:n+1]) {
			shown += w.span.Len()
		}
		if n > 0 && shown > mostShown {
			return windows(text, places[:n])
		}
	}
	return windows(text, places)
}

// firstLine returns the first words of a cable's text, none if it has no text.
func firstLine(c *model.Cable, l look) []labelled {
	i, part, ok := firstWords(c)
	if !ok {
		return nil
	}
	s := snippet{look: l, block: &c.Blocks[i]}
	s.show(part, nil)
	return []labelled{s.labelled(words.Spots(c)[i])}
}

// firstWords returns where the text of a cable begins, and how much of it a line shows.
func firstWords(c *model.Cable) (block int, part model.Span, ok bool) {
	for i := range c.Blocks {
		if b := &c.Blocks[i]; b.Kind.IsText() && b.Text != "" {
			return i, excerpt.Around(b.Text, model.Span{}, 0, 2*around), true
		}
	}
	return 0, model.Span{}, false
}

// foundRecord is what --json gives of a place in a cable. Snippet is the source's text at
// SnippetSpan of the block.
type foundRecord struct {
	ID          model.ID      `json:"id,omitzero"`
	Date        time.Time     `json:"date,omitzero"`
	Block       *int          `json:"block,omitempty"` // nil: the cable has no text
	Place       string        `json:"place,omitzero"`  // of a block that is in no numbered paragraph
	Paragraph   int           `json:"paragraph,omitzero"`
	Marking     model.Marking `json:"marking,omitzero"`
	Span        *model.Span   `json:"span,omitempty"` // nil: the cable answers without a place
	Form        string        `json:"form,omitzero"`  // the words there
	Snippet     string        `json:"snippet,omitzero"`
	SnippetSpan *model.Span   `json:"snippet_span,omitempty"`
	Source      model.Source  `json:"source"`
}

// recordAt returns the record of a part of a block.
func recordAt(c *model.Cable, block int, at words.Spot, part model.Span) foundRecord {
	return foundRecord{ID: c.ID, Date: c.Date, Block: &block, Place: at.Name, Paragraph: at.Paragraph, Marking: at.Marking,
		Snippet: part.In(c.Blocks[block].Text), SnippetSpan: &part, Source: c.Source}
}

// recordOf returns the record of a place.
func recordOf(c *model.Cable, spots []words.Spot, at library.Place) foundRecord {
	text := c.Blocks[at.Block].Text
	r := recordAt(c, at.Block, spots[at.Block], excerpt.Around(text, at.Span, around, around))
	r.Span, r.Form = &at.Span, at.Span.In(text)
	return r
}

// hitRecords returns a record for each hit, or one with the cable's first words.
func hitRecords(c *model.Cable, hits []library.Place) []foundRecord {
	spots := words.Spots(c)
	if len(hits) == 0 {
		i, part, ok := firstWords(c)
		if !ok {
			return []foundRecord{{ID: c.ID, Date: c.Date, Source: c.Source}}
		}
		return []foundRecord{recordAt(c, i, spots[i], part)}
	}
	var out []foundRecord
	for _, h := range hits {
		out = append(out, recordOf(c, spots, h))
	}
	return out
}
