package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"reftel/model"
	"reftel/ui/visible"
	"reftel/ui/words"
)

func (t *tool) show() *cobra.Command {
	c := &cobra.Command{
		Use:     "show ID|ID#PARA",
		Short:   "A cable as text, or one paragraph of it",
		GroupID: groupPrint,
		Long: `Print the cable with that id, or one paragraph with a line that cites it.

The id is found however it is written: 10MEXICO83, 10 mexico 083,
2010MEXICO000083. Of several copies of a cable all are shown.

Above the rule stands what reftel says about the cable, below it the cable,
every line of it in the words of the source; redactions are what the source
has in their place. What reftel adds there stands in double brackets, which
are used for nothing else:

  ⟦p2/5⟧                      page 2 of 5 begins here
  ⟦lost in this copy: ...⟧    words are missing, and why that is thought
  ⟦A: 09MEXICO3195, ...⟧      what an entry of the REF list leads to` + aboutLibrary,
		Example: `# a cable of the built-in sample
reftel show 09LISBON97

# its paragraph 4, to quote it
reftel show '09LISBON97#4'

# a cable of your own
reftel show --library cables/ 10 mexico 83`,
		RunE: func(c *cobra.Command, args []string) error { return t.runShow(c.Context(), args) },
	}
	t.libraryFlag(c)
	t.formatFlag(c)
	t.themeFlag(c)
	t.jsonFlag(c)
	c.ValidArgsFunction = cobra.NoFileCompletions
	return c
}

// runShow prints the copies of a cable, or a paragraph of each.
func (t *tool) runShow(ctx context.Context, args []string) error {
	a, err := askedFor("show", args)
	if err != nil {
		return err
	}
	l, err := t.look()
	if err != nil {
		return err
	}
	f, err := t.copiesOf(ctx, a.written)
	if err != nil {
		return err
	}
	defer f.close()
	p := t.printer()
	shown := false
	for i, c := range f.copies {
		c = f.SetStates(c)
		if a.paragraph > 0 {
			shown = t.printParagraph(p, c, a.paragraph, l) || shown
			continue
		}
		shown = true
		if t.flags.json {
			p.json(c)
			continue
		}
		if i > 0 {
			p.line("")
		}
		for _, line := range textOf(c, t.textWidth(), l) {
			p.raw(line + "\n")
		}
	}
	if len(f.copies) > 1 && shown && !t.flags.json {
		t.total(p, l, fmt.Sprintf("%d copies: reftel diff %s says how they differ", len(f.copies), quoteLine(f.id.String())))
	}
	if err = p.close(); err == nil && !shown {
		err = f.noSuchParagraph(a.paragraph)
	}
	return t.settle(f.Problems(), err)
}

// noSuchCable says that a cable is not there, and which are near.
func (t *tool) noSuchCable(lib *holdings, written string, isID bool) error {
	hint := ""
	if near := nearIDs(lib.near(written), written); len(near) > 0 {
		hint = "; near it are " + strings.Join(near, ", ")
	} else {
		hint = t.pathHint([]string{written})
	}
	if !isID {
		return usage("%q is no cable id: write year, station and serial, such as 10MEXICO83%s", written, hint)
	}
	id, _ := model.ParseID(written)
	if n := len(lib.CitedBy(id)); n > 0 {
		hint = fmt.Sprintf(", though it is cited by %s%s", words.Count(n, "cable"), hint)
	}
	return notFound("%s is not in %s%s", visible.Line(id.String()), lib.name(), hint)
}

// numbersOf says which paragraphs a cable has.
func numbersOf(c *model.Cable) string {
	first, last, all := 0, 0, 0
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if b.Kind == model.Paragraph {
			all++
		}
		if n := b.Number; n > 0 {
			if first == 0 {
				first = n
			}
			last = max(last, n)
		}
	}
	switch {
	case last > 0:
		return fmt.Sprintf("its numbers go from %d to %d", first, last)
	case all > 0:
		return fmt.Sprintf("they have no numbers, and there are %d to count", all)
	}
	return "it has no text"
}
