package cli

import (
	"context"

	"github.com/spf13/cobra"
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
	lib, err := t.read(ctx, paths)
	if err != nil {
		return err
	}
	p := t.printer()
	for _, c := range lib.InFileOrder() {
		p.json(lib.SetStates(c))
	}
	err = p.close()
	if err == nil && lib.Len() == 0 && len(lib.Problems()) == 0 {
		err = notFound("there is no cable in %s", lib.name())
	}
	return t.settle(lib.Problems(), err)
}
