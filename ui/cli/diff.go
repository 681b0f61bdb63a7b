package cli

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"reftel/model"
	"reftel/model/compare"
	"reftel/ui/words"
)

func (t *tool) diff() *cobra.Command {
	c := &cobra.Command{
		Use:     "diff ID|FILE FILE",
		Short:   "How the copies of a cable differ",
		GroupID: groupPrint,
		Long: `Compare the copies of the cable with that id, however it is written, word by
word: what one hides, leaves out or lost and the other has, what is spelled
otherwise, what only one has. Of more than two copies each is compared with
the first. Two files in place of an id are compared cable by cable: those
whose id is in both, or the one cable of each if one is without an id.

Sentences sum it up, and say how often only the form differs (quotation
marks, accents, case, spacing). Then come the fields of the header that
differ, and the words that do, with some words around them. Line ends, page
markers, underlines and what the publisher put around the text are no
difference.

In a terminal of 100 columns or more the copies stand side by side, and what
the other has not is lit, or stands between ⟪ ⟫ where there are no styles.
Elsewhere, and with --inline, they are one text:

  #2 (C)   keeper, ⟪-XXXXXXXX⟫⟪+Jonas Quill⟫, saw ⟦…⟧ ⟦redacted⟧
  #5 (S)   ⟦…⟧ hearts and ⟪+minds.⟫ ⟦lost⟧

with the first copy's words behind ⟪- and the second copy's behind ⟪+. What
stands in double brackets is reftel's. --all prints the whole text, and marks
differences of form in it, too.

Exit status: 0 the copies differ, 1 they don't, or there is only one.` + aboutLibrary,
		Example: `# what a newspaper lost and another page has
reftel diff --library page.html --library site/ 10MEXICO83

# a redacted release against the full text, all of it
reftel diff --all release.txt full.txt

# what one copy hides, as the other has it
reftel diff --json --library cables/ 10MEXICO83 |
  jq -r '.differences[] | select(.kind == "redacted").b.text'`,
		RunE: func(c *cobra.Command, args []string) error { return t.runDiff(c.Context(), args) },
	}
	t.queryFlags(c)
	c.Flags().BoolVar(&t.flags.all, "all", false, "the whole text, not only what differs")
	c.Flags().BoolVar(&t.flags.inline, "inline", false, "both copies as one text, also in a wide terminal")
	c.ValidArgsFunction = nil // files may be meant
	return c
}

// runDiff compares the copies of a cable, or the cables of two files.
func (t *tool) runDiff(ctx context.Context, args []string) error {
	written := strings.TrimSpace(strings.Join(args, " "))
	if written == "" {
		return usage("reftel diff needs the id of a cable, such as 10MEXICO83, or two files to compare")
	}
	l, err := t.look()
	if err != nil {
		return err
	}
	if len(args) == 2 && isThere(args[0]) && isThere(args[1]) {
		return t.diffFiles(ctx, args[0], args[1], l)
	}
	if id, para, hasPara := strings.Cut(written, "#"); hasPara {
		return usage("reftel diff takes a whole cable: write %s without #%s", strings.TrimSpace(id), para)
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
	switch {
	case !isID || len(copies) == 0:
		return t.settle(lib.Problems(), t.noSuchCable(lib, written, isID))
	case len(copies) == 1:
		return t.settle(lib.Problems(), notFound("there is one copy of %s in %s: in %s; comparing takes two", wanted, lib.name(), copies[0].Source.File))
	}
	p := t.printer()
	names := words.CopyNames(copies)
	differ := 0
	for i := range copies[1:] {
		c := compare.Cables(copies[0], copies[i+1])
		if c.IsZero() {
			continue
		}
		if differ++; differ > 1 && !t.flags.json {
			p.line("")
		}
		t.printDiff(p, &c, names[0], names[i+1], l)
	}
	if err = p.close(); err == nil && differ == 0 {
		err = notFound("the %s copies of %s in %s have the same words", words.Number(len(copies)), wanted, lib.name())
	}
	return t.settle(lib.Problems(), err)
}

// isThere reports whether a path leads to a file.
func isThere(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

// diffFiles compares the cables of two files whose ids are in both, or the one cable of each.
func (t *tool) diffFiles(ctx context.Context, fileA, fileB string, l look) error {
	a, err := t.read(ctx, []string{fileA})
	if err != nil {
		return err
	}
	b, err := t.read(ctx, []string{fileB})
	if err != nil {
		return err
	}
	problems := append(a.Problems(), b.Problems()...)
	both := 0
	p := t.printer()
	differ := 0
	show := func(one, other *model.Cable) {
		both++
		c := compare.Cables(one, other)
		if c.IsZero() {
			return
		}
		if differ++; differ > 1 && !t.flags.json {
			p.line("")
		}
		names := words.CopyNames([]*model.Cable{one, other})
		t.printDiff(p, &c, names[0], names[1], l)
	}
	if a.Len() == 1 && b.Len() == 1 && (a.Cables()[0].ID.IsZero() || b.Cables()[0].ID.IsZero()) {
		show(a.Cables()[0], b.Cables()[0])
	}
	for _, c := range a.InFileOrder() {
		if c.ID.IsZero() || a.ByID(c.ID)[0] != c {
			continue
		}
		others := b.ByID(c.ID)
		if number := c.Number(); len(others) == 0 && c.ID.IsDocument() && !number.IsZero() {
			others = b.ByID(number)
		}
		if len(others) > 0 {
			show(c, others[0])
		}
	}
	if err = p.close(); err != nil {
		return t.settle(problems, err)
	}
	switch {
	case both == 0:
		err = notFound("no cable is in both files: %s has %s, %s has %s", fileA, words.Count(a.Len(), "cable"), fileB, words.Count(b.Len(), "cable"))
	case differ == 0:
		err = notFound("%s in both files, with the same words", isAre(both))
	default:
		t.total(p, l, fmt.Sprintf("%s in both files; %s", isAre(both), differs(differ)))
		err = p.close()
	}
	return t.settle(problems, err)
}

func isAre(n int) string {
	if n == 1 {
		return "1 cable is"
	}
	return words.Count(n, "cable") + " are"
}

func differs(n int) string {
	if n == 1 {
		return "1 differs"
	}
	return words.Number(n) + " differ"
}
