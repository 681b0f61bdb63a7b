package cli

import (
	"context"

	"github.com/spf13/cobra"

	"reftel/model/library"
)

func (t *tool) parse() *cobra.Command {
	c := &cobra.Command{
		Use:     "parse PATH...",
		Short:   "Everything that was read, as JSON Lines",
		GroupID: groupPrint,
		Long: `Print each cable as one line of JSON, in the order of the files: header
fields, blocks of text, redactions, losses and references with their places,
names, warnings. A field that the source does not have is absent. Spans are
[start, end) in bytes of the text of their block.

References lead to the cables of the given paths: what is not among them is
"not in library".`,
		Example: `# every name, with the number of cables that have it
reftel parse cables/ | jq -r '.names[]?.name' | sort | uniq -c

# what the reader of the files had doubts about
reftel parse cables/ | jq -c 'select(.warnings) | [.id, .warnings]'`,
		RunE: func(c *cobra.Command, paths []string) error { return t.runParse(c.Context(), paths) },
	}
	t.formatFlag(c)
	return c
}

// runParse prints the records of the cables in the paths.
func (t *tool) runParse(ctx context.Context, paths []string) error {
	if len(paths) == 0 {
		return usage("reftel parse needs a file or folder, or - for standard input")
	}
	if t.flowing(paths) {
		return t.parseOnce(ctx, paths)
	}
	return t.parseTwice(ctx, paths)
}

// flowing reports whether something among the paths can only be read once.
func (t *tool) flowing(paths []string) bool {
	for in, err := range t.inputs(paths) {
		if err == nil && in.Size < 0 {
			return true
		}
	}
	return false
}

// parseOnce reads everything into memory before it prints.
func (t *tool) parseOnce(ctx context.Context, paths []string) error {
	lib, err := t.read(ctx, paths)
	if err != nil {
		return err
	}
	p := t.printer()
	for _, c := range lib.InFileOrder() {
		p.json(lib.SetStates(c))
	}
	return t.parsed(p, lib.Len(), lib.Problems(), paths)
}

// parseTwice reads once to know which cables there are, so that references can say where they lead, and again to print,
// keeping none: in little memory, whatever there is.
func (t *tool) parseTwice(ctx context.Context, paths []string) error {
	format, err := t.format()
	if err != nil {
		return err
	}
	o := library.LoadOptions{Format: format}
	here := library.NewDirectory()
	o.Unnamed = true
	library.Load(ctx, t.inputs(paths), o, here.Add)
	o.Unnamed = false
	p := t.printer()
	printed := 0
	var problems []library.Problem
	printing, stop := context.WithCancel(ctx)
	defer stop()
	library.LoadInOrder(printing, t.inputs(paths), o, func(b library.Batch) {
		problems = append(problems, b.Problems...)
		for _, c := range b.Cables {
			p.json(here.SetStates(c))
			printed++
		}
		if p.err != nil {
			stop() // nobody reads what is printed
		}
	})
	if err := ctx.Err(); err != nil {
		return err
	}
	return t.parsed(p, printed, problems, paths)
}

// parsed ends the printing of records.
func (t *tool) parsed(p *printer, printed int, problems []library.Problem, paths []string) error {
	err := p.close()
	if err == nil && printed == 0 && len(problems) == 0 {
		err = notFound("there is no cable in %s", collection{paths: paths}.name())
	}
	return t.settle(problems, err)
}
