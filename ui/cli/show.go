package cli

import (
	"context"
	"fmt"
	"strconv"
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
	written, para, wantsPara := strings.Cut(strings.Join(args, " "), "#")
	written = strings.TrimSpace(written)
	if written == "" {
		return usage("reftel show needs the id of a cable: year, station and serial, such as 10MEXICO83")
	}
	number, err := paragraphNumber(para)
	if wantsPara && err != nil {
		return err
	}
	l, err := t.look()
	if err != nil {
		return err
	}
	lib, err := t.holdings(ctx)
	if err != nil {
		return err
	}
	defer lib.close()
	wanted, isID := model.ParseID(written)
	if err := lib.around(ctx, wanted, 1); err != nil {
		return err
	}
	copies := lib.ByID(wanted)
	if !isID || len(copies) == 0 {
		return t.settle(lib.Problems(), t.noSuchCable(lib, written, isID))
	}
	p := t.printer()
	shown := false
	for i, c := range copies {
		c = lib.SetStates(c)
		if wantsPara {
			shown = t.printParagraph(p, c, number, l) || shown
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
	if len(copies) > 1 && shown && !t.flags.json {
		t.total(p, l, fmt.Sprintf("%d copies: reftel diff %s says how they differ", len(copies), quoteLine(wanted.String())))
	}
	if err = p.close(); err == nil && !shown {
		err = notFound("%s has no paragraph %d: %s", wanted, number, numbersOf(copies[0]))
	}
	return t.settle(lib.Problems(), err)
}

// paragraphNumber reads what stands behind the # of an argument: 5, ¶5.
func paragraphNumber(s string) (int, error) {
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(s), "¶"))
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return 0, usage("%q is no number of a paragraph: write the number behind the #, as in 10MEXICO83#5", s)
	}
	return n, nil
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
	first, last := 0, 0
	for i := range c.Blocks {
		if n := c.Blocks[i].Number; n > 0 {
			if first == 0 {
				first = n
			}
			last = max(last, n)
		}
	}
	if last == 0 {
		return "its paragraphs have no numbers"
	}
	return fmt.Sprintf("its numbers go from %d to %d", first, last)
}
