package cli

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"reftel/model"
	"reftel/model/excerpt"
	"reftel/model/notebook"
	"reftel/ui/visible"
	"reftel/ui/words"
)

func (t *tool) notes() *cobra.Command {
	var from string
	c := &cobra.Command{
		Use:     "notes [ID]",
		Short:   "What you wrote about cables",
		GroupID: groupPrint,
		Long: `Print your notes as Markdown, cable by cable in the order of their ids: where
each stands, the words there, what you wrote, and when. With an id print those
on one cable, however it is written: 10MEXICO83, 10 mexico 083. The cables
themselves are not needed for that.

With --json print a note a line. With --import add such lines to your notes:
of a note that you have already, the version that was changed last is kept,
so that it does no harm to take in a file twice, or one from another machine.
A line that can't be read is named; the others are taken in.

Notes are kept in reftel/notebook.db in your folder for data, which reftel
never deletes.

Exit status: 0 there are notes or they were taken in, 1 there are none, 2 the
notebook can't be used, 3 some lines could not be read.`,
		Example: `# all of them, as a document
reftel notes > notes.md

# those on one cable
reftel notes 09LISBON97

# from one machine to another
reftel notes --json > notes.jsonl
reftel notes --import notes.jsonl`,
		RunE: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("import") {
				return t.importNotes(c.Context(), from, args)
			}
			return t.printNotes(c.Context(), args)
		},
	}
	t.jsonFlag(c)
	c.Flags().StringVar(&from, "import", "", "file of notes to take in, - for standard input")
	c.ValidArgsFunction = cobra.NoFileCompletions
	return c
}

// printNotes prints the notes, or those on one cable.
func (t *tool) printNotes(ctx context.Context, args []string) error {
	written := strings.TrimPrefix(strings.TrimSpace(strings.Join(args, " ")), "id:")
	key, isKey := model.ParseKey(strings.Trim(written, `"`))
	if written != "" && !isKey {
		return usage("%q is no cable id: write year, station and serial, such as 10MEXICO83", written)
	}
	b := t.notebook()
	defer b.Close()
	all, err := b.Notes(ctx)
	if err != nil {
		return ending{Usage, err.Error()}
	}
	p := t.printer()
	var before model.Key
	printed := 0
	for _, n := range all {
		if written != "" && n.Key() != key {
			continue
		}
		if t.flags.json {
			p.json(n)
		} else {
			if printed == 0 {
				p.raw("# Notes\n")
			}
			if n.Key() != before {
				p.raw("\n## " + noteHeading(n) + "\n")
			}
			p.raw(noteMarkdown(n))
		}
		before = n.Key()
		printed++
	}
	if err := p.close(); err != nil {
		return err
	}
	switch {
	case printed > 0:
		return nil
	case written != "":
		return notFound("there is no note on %s", key)
	}
	return notFound("there are no notes")
}

// noteHeading is the heading above the notes on a cable.
func noteHeading(n notebook.Note) string {
	name := n.ID.String()
	if n.ID.IsZero() {
		name = "A cable without an id"
	}
	return words.Join(": ", name, markdown(visible.Line(n.Title)))
}

// mostQuoted is how many bytes of the words at a note are printed.
const mostQuoted = 300

// noteMarkdown writes a note: where it stands and when it was written, the words there, and what it says. That is the
// reader's, who may have written Markdown; the words of the cable are escaped.
func noteMarkdown(n notebook.Note) string {
	var b strings.Builder
	when := dayOf(n.Created)
	if changed := dayOf(n.Changed); changed != when {
		when += ", changed " + changed
	}
	b.WriteString("\n**" + notePlace(n) + "**, " + when + "\n")
	if n.Quote != "" {
		part := excerpt.Around(n.Quote, model.Span{}, 0, mostQuoted)
		quoted := markdown(visible.Line(part.In(n.Quote)))
		if part.Len() < len(n.Quote) {
			quoted += " ⟦…⟧"
		}
		b.WriteString("\n> " + quoted + "\n")
	}
	b.WriteString("\n" + visible.Text(n.Text) + "\n")
	return b.String()
}

func dayOf(t time.Time) string { return t.UTC().Format("2 January 2006") }

// notePlace says where in its cable a note stands.
func notePlace(n notebook.Note) string {
	switch {
	case n.Paragraph > 0:
		return "Paragraph " + strconv.Itoa(n.Paragraph)
	case n.Kind == "":
		return "The cable"
	case n.Kind == model.Note:
		return "Footnote"
	}
	name := words.BlockName(&model.Block{Kind: n.Kind})
	return strings.ToUpper(name[:1]) + name[1:]
}
