package cli

import (
	"context"
	"os"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"reftel/model"
	"reftel/ui/words"
)

func (t *tool) list() *cobra.Command {
	c := &cobra.Command{
		Use:     "list [QUERY]",
		Short:   "One line for each cable",
		GroupID: groupPrint,
		Long: `List the cables, the oldest first: date, id, classification, post, subject.

A tilde marks a title that is no subject: the publisher's headline, or the
first words of the text.

In a terminal the lines are cut to its width, in a pipe they are whole.` + aboutQueries() + aboutLibrary,
		Example: `# every cable of a folder
reftel list --library cables/

# cables that hold both words and not the third
reftel list --library cables/ 'lighthouse keeper -ship'

# secret cables of a winter in which something is hidden
reftel list 'class:>=secret date:2009-12..2010-02 has:redaction'

# what the cable itself says, for other programs
reftel list --json | jq -r '[.id, .date] | @tsv'`,
		RunE: func(c *cobra.Command, args []string) error { return t.runList(c.Context(), args) },
	}
	t.libraryFlag(c)
	t.formatFlag(c)
	t.jsonFlag(c)
	c.ValidArgsFunction = cobra.NoFileCompletions
	return c
}

// runList prints the cables that answer a query.
func (t *tool) runList(ctx context.Context, args []string) error {
	a, err := t.ask(ctx, args)
	if err != nil {
		return err
	}
	defer a.close()
	p := t.printer()
	if t.flags.json {
		for i := range a.cables {
			if c := a.stated(ctx, i); c != nil {
				p.json(outline(c))
			}
		}
	} else {
		for _, row := range rows(a.cables, t.Width) {
			p.line(row)
		}
	}
	if err = p.close(); err == nil && len(a.cables) == 0 {
		err = t.noCable(a, args)
	}
	return t.settle(a.Problems(), err)
}

// pathHint helps whoever gave a path where a query or an id is wanted.
func (t *tool) pathHint(args []string) string {
	if len(args) != 1 {
		return ""
	}
	if _, err := os.Stat(args[0]); err != nil {
		return ""
	}
	return "; to look in that file or folder, write --library " + args[0]
}

// outline is the record of a cable without its text and what was found in it.
func outline(c *model.Cable) *model.Cable {
	out := *c
	out.Summary, out.Blocks, out.Marks, out.Names = "", nil, nil, nil
	return &out
}

// rows sets the cables in columns. A width of 0 leaves the lines as long as they are.
func rows(cables []*model.Cable, width int) []string {
	const columns, longest = 4, 24
	cells := make([][columns]string, len(cables))
	var wide [columns]int
	for i, c := range cables {
		cells[i] = [columns]string{words.Day(c), flat(id(c)), c.Classification.Letter(), ansi.Truncate(flat(words.Post(c)), longest, "…")}
		for k, cell := range cells[i] {
			wide[k] = max(wide[k], ansi.StringWidth(cell))
		}
	}
	out := make([]string, len(cables))
	for i, c := range cables {
		var row strings.Builder
		for k, cell := range cells[i] {
			row.WriteString(cell)
			row.WriteString(strings.Repeat(" ", wide[k]-ansi.StringWidth(cell)+2))
		}
		row.WriteString(flat(title(c)))
		out[i] = strings.TrimRight(row.String(), " ")
		if width > 0 {
			out[i] = ansi.Truncate(out[i], width, "…")
		}
	}
	return out
}
