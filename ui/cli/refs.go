package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"reftel/model"
	"reftel/ui/words"
)

func (t *tool) refs() *cobra.Command {
	c := &cobra.Command{
		Use:     "refs ID",
		Short:   "What a cable cites, and what cites it",
		GroupID: groupPrint,
		Long: `Print what the cable with that id cites, which cables cite it, and which of
the cited ones are missing from the library, with who else cites those. The
id is found however it is written; that of a cable which is not in the
library shows what cites it. Of several copies the references of all are
taken, each once.

A line begins with where the reference stands, in the citing cable: the
letter of its REF list, or else the paragraph, as in #4. Then come id, date
and subject of the cable at the other end, and in double brackets what reftel
says of it:

  not in library       the library has no cable with that id
  year inferred        the reference has no year: it is the citing cable's,
                       or the one before where only that one is there
  and earlier ones     the cable cites those before, too, without their ids
  email, report ...    it is no cable; the words are those of the REF list
  letter without list  the REF list has no such letter
  unnamed              another telegram, of which no id is given

With --depth the cables that are cited are followed in turn, indented. Each
is followed once, where it is nearest: elsewhere it is only named, with
"again", or with "circle" where it leads back to one it is cited from.` + aboutLibrary,
		Example: `# the references of a cable of the sample
reftel refs 09LISBON402

# the whole chain behind it
reftel refs --depth 0 09LISBON402

# the ids that it cites and that are not here
reftel refs --json 09LISBON97 |
  jq -r 'select(.state == "not in library") | .to'`,
		RunE: func(c *cobra.Command, args []string) error { return t.runRefs(c.Context(), args) },
	}
	t.queryFlags(c)
	c.Flags().IntVar(&t.flags.depth, "depth", 1, "how many steps to follow what is cited, 0 for all")
	return c
}

// runRefs prints the references from a cable and to it.
func (t *tool) runRefs(ctx context.Context, args []string) error {
	written, para, hasPara := strings.Cut(strings.Join(args, " "), "#")
	written = strings.TrimSpace(written)
	switch {
	case written == "":
		return usage("reftel refs needs the id of a cable: year, station and serial, such as 10MEXICO83")
	case hasPara:
		return usage("reftel refs takes a whole cable: leave out #%s", para)
	case t.flags.depth < 0:
		return usage("--depth %d is no number of steps: write 1 or more, or 0 to follow to the end", t.flags.depth)
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
	if err := lib.around(ctx, wanted, t.flags.depth); err != nil {
		return err
	}
	if !isID {
		return t.settle(lib.Problems(), t.noSuchCable(lib, written, isID))
	}
	r := newRefs(lib, wanted, t.flags.depth)
	if len(r.copies) == 0 && len(r.citedBy) == 0 {
		return t.settle(lib.Problems(), t.noSuchCable(lib, written, isID))
	}
	p := t.printer()
	switch {
	case t.flags.json:
		for _, record := range r.records() {
			p.json(record)
		}
	case !r.none():
		t.printRefs(p, r, l)
	}
	if err = p.close(); err == nil && r.none() {
		err = notFound("%s cites nothing, and no cable in %s cites it", wanted, lib.name())
	}
	return t.settle(lib.Problems(), err)
}

// printRefs prints references in three groups below the line of the cable.
func (t *tool) printRefs(p *printer, r *refs, l look) {
	for _, head := range t.heads(r.copies, l) {
		p.raw(head + "\n")
	}
	if len(r.copies) == 0 {
		p.raw(l.render(r.id.String(), l.theme.Title) + "  " + note(string(model.NotInLibrary)) + "\n")
	} else {
		t.refGroup(p, "cites", "cites nothing", treeLines(r.cites, l), l)
	}
	t.refGroup(p, "cited by", "cited by no cable here", treeLines(r.citedBy, l), l)
	if missing := r.missing(); len(missing) > 0 {
		t.refGroup(p, "missing", "", missingLines(missing, l), l)
	}
}

// refGroup prints one group of references.
func (t *tool) refGroup(p *printer, title, empty string, entries []labelled, l look) {
	if len(entries) == 0 {
		title = empty
	}
	p.raw("  " + l.render(title, l.theme.Heading) + "\n")
	for _, line := range setLabelled(entries, t.runningWidth(), l) {
		p.raw(line + "\n")
	}
}

// treeLines returns a line for each reference, with those that follow from it below, indented.
func treeLines(refs []*ref, l look) []labelled {
	wide := 0
	each(refs, func(r *ref) { wide = max(wide, len(r.id.String())) })
	var out []labelled
	each(refs, func(r *ref) {
		out = append(out, labelled{strings.Repeat("  ", r.depth-1) + r.where, l.theme.Dim, r.line(wide, l)})
	})
	return out
}

// line returns what is said of a reference; ids are as wide as the widest.
func (r *ref) line(wide int, l look) *passage {
	var p passage
	shown := r.id.String()
	if shown == "" {
		shown = quoteLine(r.form)
	}
	style, _ := l.theme.Mark(model.Citation, r.state)
	p.addIn(shown, style)
	if r.cable != nil {
		p.add(strings.Repeat(" ", max(0, wide-len(shown))))
		p.add("  " + words.Day(r.cable))
		if title := quoteLine(title(r.cable)); title != "" {
			p.add("  " + title)
		}
	}
	if said := r.said(); said != "" {
		p.addIn(spaced(&p, note(said)), l.theme.Dim)
	}
	return &p
}

// said is what reftel has to say of a reference; that one can be followed goes without saying.
func (r *ref) said() string {
	inferred, previous, seen, state := "", "", "", string(r.state)
	if r.inferred {
		inferred = "year inferred"
	}
	if r.previous {
		previous = "and earlier ones"
	}
	switch {
	case r.circle:
		seen = "circle"
	case r.again:
		seen = "again"
	}
	if r.state == model.Resolved {
		state = ""
	}
	return words.Join(", ", r.kind, state, inferred, previous, seen)
}

// missingLines returns a line for each id that is cited and not there.
func missingLines(missing []gap, l look) []labelled {
	var out []labelled
	for _, g := range missing {
		var p passage
		switch {
		case len(g.others) == 0:
			p.add("cited by no other cable here")
		case g.direct:
			p.add("also cited by " + strings.Join(g.others, ", "))
		default:
			p.add("cited by " + strings.Join(g.others, ", "))
		}
		out = append(out, labelled{g.id.String(), l.theme.ReferenceMissing, &p})
	}
	return out
}
