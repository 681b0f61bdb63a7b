package cli

import (
	"context"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reftel/model"
	"reftel/ui/export"
)

// The forms of an export.
const (
	toMarkdown = "md"
	toHTML     = "html"
	toJSON     = "jsonl"
	toCSV      = "csv"
)

var exportForms = []string{toMarkdown, toHTML, toJSON, toCSV}

func (t *tool) export() *cobra.Command {
	c := &cobra.Command{
		Use:     "export [QUERY]",
		Short:   "Cables as a document, table or records",
		GroupID: groupPrint,
		Long: `Write the cables that answer a query, the oldest first:

  md     Markdown: each cable as text, with a citation
  html   one page that a browser opens without a network: light or dark as
         the system is, a table of contents, redactions as bars with their
         signs, a cable a sheet in print; no script, no link that leads out
  jsonl  the records that reftel parse prints
  csv    a table for a spreadsheet: a row a cable, without its text

In Markdown and HTML every word of a cable is there, and what reftel adds
stands in double brackets, as show has it.

--output writes to a file, and never over one: where the name is taken,
nothing is written. Until all is written the file is called FILE.part.

Cables come from an index one by one, if there is one: reftel index makes it
for what is large. Without it all are read into memory first.` + aboutQueries() + aboutLibrary,
		Example: `# what the sample says of the keeper, to read in a browser
reftel export --to html --output keeper.html keeper

# secret cables as a table
reftel export --to csv --library cables/ class:secret > table.csv`,
		RunE: func(c *cobra.Command, args []string) error { return t.runExport(c.Context(), args) },
	}
	t.libraryFlag(c)
	t.formatFlag(c)
	c.Flags().StringVar(&t.flags.to, "to", "", "what to write: "+strings.Join(exportForms, ", "))
	complete(c, "to", exportForms)
	c.Flags().StringVar(&t.flags.output, "output", "", "file to write, which must not be there yet")
	c.ValidArgsFunction = cobra.NoFileCompletions
	return c
}

// runExport writes the cables that answer a query.
func (t *tool) runExport(ctx context.Context, args []string) error {
	switch {
	case t.flags.to == "":
		return usage("reftel export needs to know what to write: --to %s", strings.Join(exportForms, ", --to "))
	case !slices.Contains(exportForms, t.flags.to):
		return usage("there is no form %q for an export; the forms are %s", t.flags.to, strings.Join(exportForms, ", "))
	}
	if t.flags.output != "" {
		if err := free(t.flags.output); err != nil {
			return err
		}
	}
	s, err := t.toExport(ctx, args)
	if err != nil {
		return err
	}
	defer s.close()
	if s.count == 0 {
		return t.settle(s.Problems(), t.noCable(s.answer, args))
	}
	write := func(p *printer) error { return s.write(ctx, p, t.flags.to) }
	if t.flags.output != "" {
		err = intoFile(t.flags.output, write)
	} else {
		p := t.printer()
		err = write(p)
		if closed := p.close(); err == nil {
			err = closed
		}
	}
	return t.settle(s.Problems(), err) // which may have come while writing
}

// exported is the answer to a query whose cables are fetched one by one.
type exported struct {
	*answer
	count int
}

// toExport asks for the cables of an export. From an index come their numbers alone.
func (t *tool) toExport(ctx context.Context, args []string) (*exported, error) {
	a, err := t.question(ctx, args)
	if err != nil {
		return nil, err
	}
	if a.index == nil {
		a.fromMemory()
		return &exported{a, len(a.cables)}, nil
	}
	found, err := a.index.Search(ctx, a.query)
	if err != nil {
		a.close()
		return nil, err
	}
	for number := range found.OldestFirst() {
		a.numbers = append(a.numbers, number)
	}
	return &exported{a, len(a.numbers)}, nil
}

// fetched is a cable, or why it can't be read.
type fetched struct {
	cable *model.Cable
	err   error
}

// each gives the cables as get returns them, until the context ends; nil for one that can't be read, which is noted.
func (s *exported) each(ctx context.Context, get func(i int) fetched) iter.Seq[*model.Cable] {
	return func(yield func(*model.Cable) bool) {
		for f := range ahead(ctx, s.count, get) {
			if f.err != nil {
				s.note(f.err)
			}
			if !yield(f.cable) {
				return
			}
		}
	}
}

// text returns a cable with its text.
func (s *exported) text(i int) fetched {
	if s.index == nil {
		return fetched{cable: s.cables[i]}
	}
	c, err := s.index.Cable(s.numbers[i])
	return fetched{c, err}
}

// record returns a cable with its text; from an index also with the states of its references.
func (s *exported) record(ctx context.Context, i int) fetched {
	f := s.text(i)
	if s.index == nil || f.err != nil {
		return f
	}
	part, _, err := s.index.Part(ctx, s.numbers[i])
	if err != nil {
		return fetched{f.cable, err}
	}
	return fetched{cable: part.SetStates(f.cable)}
}

// row returns what a list shows of a cable.
func (s *exported) row(i int) fetched {
	if s.index == nil {
		return fetched{cable: s.cables[i]}
	}
	row, err := s.index.Row(s.numbers[i])
	if err != nil { // it went between the answer and now, which is told when its text is fetched
		return fetched{cable: &model.Cable{}}
	}
	return fetched{cable: row.Cable}
}

// write writes the cables in a form. The error is that of the context; the printer keeps its own.
func (s *exported) write(ctx context.Context, p *printer, form string) error {
	document := export.Selection{Title: s.asked, Count: s.count, Contents: s.each(ctx, s.row), Cables: s.each(ctx, s.text)}
	switch form {
	case toMarkdown:
		p.document(export.Markdown, document)
	case toHTML:
		p.document(export.HTML, document)
	case toJSON:
		for c := range s.each(ctx, func(i int) fetched { return s.record(ctx, i) }) {
			if c != nil && s.index == nil {
				c = s.SetStates(c) // which is for one goroutine
			}
			if c != nil {
				p.json(c)
			}
			if p.err != nil {
				break
			}
		}
	case toCSV:
		p.csv(tableHead)
		for c := range s.each(ctx, s.text) {
			if c != nil {
				p.csv(tableRow(c))
			}
			if p.err != nil {
				break
			}
		}
	}
	return ctx.Err()
}

// document writes a document that is harmless by itself.
func (p *printer) document(write func(io.Writer, export.Selection) error, s export.Selection) {
	if p.err == nil {
		p.err = write(p.out, s)
	}
}
