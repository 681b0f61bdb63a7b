package cli

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"reftel/model"
	"reftel/model/excerpt"
	"reftel/model/notebook"
	"reftel/ui/export"
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

With --to write them in another form: html is one page that a browser opens
without a network, csv a table for a spreadsheet, jsonl a note a line, which
--json gives as well. --output writes to a file, and never over one.

With --import add lines of jsonl to your notes: of a note that you have already, the version that was changed last is kept,
so that it does no harm to take in a file twice, or one from another machine.
A line that can't be read is named; the others are taken in.

Notes are kept in reftel/notebook.db in your folder for data, which reftel
never deletes.

Exit status: 0 there are notes or they were taken in, 1 there are none, 2 the
notebook can't be used, 3 some lines could not be read.`,
		Example: `# all of them, as a document
reftel notes > notes.md

# as a page for a browser
reftel notes --to html --output notes.html

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
	c.Flags().StringVar(&t.flags.to, "to", "", "what to write: "+strings.Join(exportForms, ", "))
	complete(c, "to", exportForms)
	c.Flags().StringVar(&t.flags.output, "output", "", "file to write, which must not be there yet")
	c.Flags().StringVar(&from, "import", "", "file of notes to take in, - for standard input")
	c.ValidArgsFunction = cobra.NoFileCompletions
	return c
}

// printNotes prints the notes, or those on one cable.
func (t *tool) printNotes(ctx context.Context, args []string) error {
	form, err := t.noteForm()
	if err != nil {
		return err
	}
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
	all = slices.DeleteFunc(all, func(n notebook.Note) bool { return written != "" && n.Key() != key })
	switch {
	case len(all) == 0 && written != "":
		return notFound("there is no note on %s", key)
	case len(all) == 0:
		return notFound("there are no notes")
	case t.flags.output != "":
		return intoFile(t.flags.output, func(p *printer) error { p.notes(all, form); return nil })
	}
	p := t.printer()
	p.notes(all, form)
	return p.close()
}

// noteForm returns the form in which notes are asked for.
func (t *tool) noteForm() (form string, err error) {
	switch form = cmp.Or(t.flags.to, toMarkdown); {
	case t.flags.json && t.flags.to != "" && form != toJSON:
		return "", usage("--json and --to %s ask for two forms: leave one out", form)
	case t.flags.json:
		form = toJSON
	case !slices.Contains(exportForms, form):
		return "", usage("there is no form %q for notes; the forms are %s", form, strings.Join(exportForms, ", "))
	}
	if t.flags.output != "" {
		err = free(t.flags.output)
	}
	return form, err
}

// notes writes notes in a form.
func (p *printer) notes(all []notebook.Note, form string) {
	switch form {
	case toHTML:
		if p.err == nil {
			p.err = export.Notes(p.out, inWords(all))
		}
	case toJSON:
		for _, n := range all {
			p.json(n)
		}
	case toCSV:
		p.csv([]string{"id", "title", "place", "quote", "note", "created", "changed", "sha256"})
		for _, n := range all {
			p.csv([]string{n.ID.String(), n.Title, notePlace(n), n.Quote, n.Text, stampOf(n.Created), stampOf(n.Changed), n.SHA256})
		}
	default:
		p.raw("# Notes\n")
		for i, n := range all {
			if i == 0 || n.Key() != all[i-1].Key() {
				p.raw("\n## " + noteHeading(n) + "\n")
			}
			p.raw(noteMarkdown(n))
		}
	}
}

// inWords says of notes what a page shows.
func inWords(all []notebook.Note) []export.Note {
	out := make([]export.Note, len(all))
	for i, n := range all {
		part := excerpt.Around(n.Quote, model.Span{}, 0, mostQuoted)
		out[i] = export.Note{Of: words.Join(": ", noteCable(n), n.Title), Place: notePlace(n), When: noteDays(n), Quote: part.In(n.Quote), Cut: part.Len() < len(n.Quote), Text: n.Text}
	}
	return out
}

func stampOf(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// noteCable names the cable of a note.
func noteCable(n notebook.Note) string {
	if n.ID.IsZero() {
		return "A cable without an id"
	}
	return n.ID.String()
}

// noteDays says when a note was written.
func noteDays(n notebook.Note) string {
	when := dayOf(n.Created)
	if changed := dayOf(n.Changed); changed != when {
		when += ", changed " + changed
	}
	return when
}

// noteHeading is the heading above the notes on a cable.
func noteHeading(n notebook.Note) string {
	return words.Join(": ", noteCable(n), markdown(visible.Line(n.Title)))
}

// mostQuoted is how many bytes of the words at a note are printed.
const mostQuoted = 300

// noteMarkdown writes a note: where it stands and when it was written, the words there, and what it says. That is the
// reader's, who may have written Markdown; the words of the cable are escaped.
func noteMarkdown(n notebook.Note) string {
	var b strings.Builder
	b.WriteString("\n**" + notePlace(n) + "**, " + noteDays(n) + "\n")
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
