package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reftel/model"
	"reftel/model/cite"
	"reftel/ui/export"
	"reftel/ui/visible"
)

// citeFormats names the formats of citations.
func citeFormats() (out []string) {
	for _, f := range cite.Formats() {
		out = append(out, string(f))
	}
	return out
}

func (t *tool) cite() *cobra.Command {
	c := &cobra.Command{
		Use:     "cite ID|ID#PARA",
		Short:   "A citation of a cable or paragraph",
		GroupID: groupPrint,
		Long: `Print a citation of the cable with that id, or of one paragraph, found however
the id is written. Of several copies each has its own, with the file that it
was read from. Where paragraphs have no numbers, #3 counts them.

As text it is what a note in a work of history has: post, number and
addressee, the subject verbatim with its typing errors, the day,
classification, paragraph and its portion marking, the id, the file. What the
source does not have is left out, and what was inferred stands in square
brackets: a date that is the publisher's or only known from the id, the count
of a paragraph, a volume that the name of the file tells. Documents of
editions are cited by volume and document, records of the National Archives by
their document number. The other formats are for programs that keep
references, and say in a note which bytes of the file were read, and their
hash.

--quote prints the paragraph above its citation, verbatim: redactions as they
stand, page markers out. Where the copy lost the end, the quotation says

  ⟦end lost in this copy⟧

in brackets that are used for nothing else.` + aboutLibrary,
		Example: `# for a footnote
reftel cite '09LISBON97#2'

# paragraph and citation
reftel cite --quote '09LISBON97#2'

# for a bibliography
reftel cite --format bibtex 09LISBON97 >> references.bib`,
		RunE: func(c *cobra.Command, args []string) error { return t.runCite(c.Context(), args) },
	}
	t.libraryFlag(c)
	c.Flags().StringVar(&t.flags.citation, "format", "", "how it is written: "+strings.Join(citeFormats(), ", ")+";\nwithout it as your settings say")
	complete(c, "format", citeFormats())
	c.Flags().BoolVar(&t.flags.quote, "quote", false, "print the paragraph above it")
	c.ValidArgsFunction = cobra.NoFileCompletions
	return c
}

// runCite prints a citation of each copy of a cable, or of a paragraph of each.
func (t *tool) runCite(ctx context.Context, args []string) error {
	a, err := askedFor("cite", args)
	if t.flags.citation == "" {
		settings, _ := t.settings()
		t.flags.citation = string(settings.Citation)
		if t.flags.quote {
			t.flags.citation = string(cite.AsText)
		}
	}
	switch {
	case err != nil:
		return err
	case !slices.Contains(citeFormats(), t.flags.citation):
		return usage("there is no format %q for citations; the formats are %s", t.flags.citation, strings.Join(citeFormats(), ", "))
	case t.flags.quote && t.flags.citation != string(cite.AsText):
		return usage("--quote goes with a citation as text: leave out --format %s", t.flags.citation)
	case t.flags.quote && a.paragraph == 0:
		return usage("--quote needs a paragraph: write its number behind a #, as in 10MEXICO83#5")
	}
	f, err := t.copiesOf(ctx, a.written)
	if err != nil {
		return err
	}
	defer f.close()
	var places []cited
	for _, c := range f.copies {
		if a.paragraph == 0 {
			places = append(places, cited{c, cite.Passage{}, cite.Of(c)})
		}
		for _, at := range cite.Passages(c, a.paragraph) {
			places = append(places, cited{c, at, cite.OfBlock(c, at.First)})
		}
	}
	p := t.printer()
	t.printCitations(p, places)
	if err = p.close(); err == nil && len(places) == 0 {
		err = f.noSuchParagraph(a.paragraph)
	}
	return t.settle(f.Problems(), err)
}

// cited is a cable or a paragraph, and its citation.
type cited struct {
	cable    *model.Cable
	at       cite.Passage // none for a whole cable
	citation cite.Citation
}

// printCitations prints citations in the format that is asked for.
func (t *tool) printCitations(p *printer, places []cited) {
	var keys cite.Keys
	var items []cite.Item
	for i, c := range places {
		switch cite.Format(t.flags.citation) {
		case cite.AsBibTeX:
			p.raw(visible.Text(c.citation.BibTeX(keys.Of(c.citation))))
		case cite.AsRIS:
			p.raw(visible.Text(c.citation.RIS(keys.Of(c.citation))))
		case cite.AsCSL:
			items = append(items, c.citation.CSL(keys.Of(c.citation)))
		default:
			if !t.flags.quote {
				p.raw(export.Citation(c.citation) + "\n")
				continue
			}
			if i > 0 {
				p.raw("\n\n")
			}
			p.raw(export.Quotation(c.cable, c.at) + "\n")
		}
	}
	if items != nil {
		p.json(items)
	}
}
