package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/index"
	"reftel/model/match"
	"reftel/model/names"
	"reftel/model/names/rules"
	"reftel/ui/words"
)

func (t *tool) names() *cobra.Command {
	var kind, list string
	c := &cobra.Command{
		Use:     "names [NAME]",
		Short:   "The names, or where one stands",
		GroupID: groupPrint,
		Long: `List the people, organizations and places that the cables name, the most
mentioned first: how often and in how many cables, in which years, what it
is, and the other forms in which it is written.

With a NAME, print where it stands, cable by cable, the oldest first, with
the sentence. Any form of it will do, in any case, with or without accents,
the surname first or last. When no name is written so, those that come
closest are listed.

With --list, take the names from a file, one a line, and print where each
stands, be it as it is written there or, where the cables show it to be the
same name, in another form. What is found is a line of comma-separated
values, or with --json of JSON: line and name in the list, how it was found,
name and kind, cable, paragraph, portion marking, the words and the sentence.
A name that is nowhere has a line with "not found".

Names are found by rules. They can be wrong or missing, and one of them may
be two people of the same name: what you merge, split, rename and hide in the
reader holds here too, and reftel names rules prints it to be shared.` + aboutLibrary,
		Example: `# who is named most often in the sample
reftel names --kind person | head

# every sentence about one of them
reftel names --library cables/ 'quill, ada'

# a list of persons of interest, for a spreadsheet
reftel names --library cables/ --list persons.txt > found.csv`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			only, err := nameKind(kind)
			if err != nil {
				return err
			}
			typed := strings.TrimSpace(strings.Join(args, " "))
			switch {
			case list != "" && typed != "":
				return usage("reftel names takes a NAME or a --list of them, not both")
			case list != "":
				return t.runNameList(c.Context(), list, only)
			case typed != "":
				return t.runName(c.Context(), typed, only)
			}
			return t.runNames(c.Context(), only)
		},
	}
	t.libraryFlag(c)
	t.formatFlag(c)
	t.themeFlag(c)
	t.jsonFlag(c)
	c.Flags().StringVar(&kind, "kind", "", "only these: "+strings.Join(nameKinds(), ", "))
	c.Flags().StringVar(&list, "list", "", "file with a name a line, - for standard input")
	complete(c, "kind", nameKinds())
	c.ValidArgsFunction = cobra.NoFileCompletions
	c.AddCommand(t.nameRules())
	return c
}

func nameKinds() []string {
	return []string{string(model.Person), string(model.Organization), string(model.Place), string(model.Term)}
}

// nameKind reads the kind that is asked for; "" for all.
func nameKind(s string) (model.NameKind, error) {
	if s != "" && !slices.Contains(nameKinds(), s) {
		return "", usage("there is no kind of names %q; the kinds are %s", s, strings.Join(nameKinds(), ", "))
	}
	return model.NameKind(s), nil
}

// nameStock is the names of a library, and the cables that have them.
type nameStock struct {
	*holdings
	*names.Table
	indexed *index.Names // nil: in memory
	rules   *rules.Set
}

// nameStock opens the library and reads its names.
func (t *tool) nameStock(ctx context.Context) (*nameStock, error) {
	h, err := t.holdings(ctx)
	if err != nil {
		return nil, err
	}
	set, err := t.nameSet()
	if err != nil {
		h.close()
		return nil, err
	}
	if h.index == nil {
		h.Names().SetRules(set)
		return &nameStock{holdings: h, Table: h.Names().Table(), rules: set}, nil
	}
	n, err := h.index.Names(ctx)
	if err == nil {
		n, err = n.With(ctx, set)
	}
	if err != nil {
		h.close()
		return nil, ending{Usage, err.Error()}
	}
	return &nameStock{h, n.Table, n, set}, nil
}

// having returns the cables that have a name, the oldest first.
func (s *nameStock) having(ctx context.Context, e names.Entry) (*answer, error) {
	a := &answer{holdings: s.holdings}
	if s.indexed == nil {
		a.cables = s.Names().Cables(e)
		return a, nil
	}
	found, err := s.indexed.Cables(ctx, e)
	if err != nil {
		return nil, err
	}
	return a, a.fill(found)
}

// lookup returns the names of a kind that answer, the best first.
func (s *nameStock) lookup(ctx context.Context, typed string, kind model.NameKind, limit int) ([]names.Hit, error) {
	if kind != "" {
		limit = s.Len()
	}
	hits, _ := s.Lookup(ctx, typed, limit)
	if err := s.Table.Err(); err != nil {
		return nil, ending{Usage, err.Error()}
	}
	if kind == "" {
		return hits, nil
	}
	return slices.DeleteFunc(hits, func(h names.Hit) bool { return h.Kind != kind }), nil
}

// runNames lists all names.
func (t *tool) runNames(ctx context.Context, kind model.NameKind) error {
	s, err := t.nameStock(ctx)
	if err != nil {
		return err
	}
	defer s.close()
	l, err := t.look()
	if err != nil {
		return err
	}
	hits, err := s.lookup(ctx, "", kind, s.Len())
	if err != nil {
		return err
	}
	p := t.printer()
	t.printNames(p, hits, l)
	if err = p.close(); err == nil && len(hits) == 0 {
		err = notFound("no name was found in %s", s.name())
	}
	return t.settle(s.Problems(), err)
}

// nearest is how many names are listed when none is written as asked.
const nearest = 20

// runName prints where a name stands.
func (t *tool) runName(ctx context.Context, typed string, kind model.NameKind) error {
	l, err := t.look()
	if err != nil {
		return err
	}
	s, err := t.nameStock(ctx)
	if err != nil {
		return err
	}
	defer s.close()
	hits, err := s.lookup(ctx, typed, kind, nearest)
	if err != nil {
		return err
	}
	if meant := meant(hits, typed); meant != nil {
		hits = meant
	}
	p := t.printer()
	switch {
	case len(hits) == 0:
		return t.settle(s.Problems(), notFound("no name in %s is anything like %q%s", s.name(), typed, t.pathHint([]string{typed})))
	case len(hits) > 1 && !hasForm(hits[0], typed):
		t.printNames(p, hits, l)
		t.total(p, l, fmt.Sprintf("No name is written %q; these come closest. reftel names with one of them prints where it stands.", typed))
	default:
		for i, h := range hits {
			if i > 0 && !t.flags.json {
				p.line("")
			}
			if err := t.printName(ctx, p, s, h, l); err != nil {
				return err
			}
		}
	}
	return t.settle(s.Problems(), p.close())
}

// meant returns the hits that have the very form that was typed; nil if none has.
func meant(hits []names.Hit, typed string) (out []names.Hit) {
	for _, h := range hits {
		if hasForm(h, typed) {
			out = append(out, h)
		}
	}
	return out
}

// hasForm reports whether a name is written so, but for case, accents and the order of surname and given name.
func hasForm(h names.Hit, typed string) bool {
	asked := []string{match.Fold(typed)}
	if surname, given, ok := strings.Cut(typed, ","); ok {
		asked = append(asked, match.Fold(given+" "+surname))
	}
	return slices.ContainsFunc(h.Forms, func(form string) bool { return slices.Contains(asked, match.Fold(form)) })
}

// nameRecord is what --json gives of a name.
type nameRecord struct {
	Name     string         `json:"name"`
	Kind     model.NameKind `json:"kind"`
	Alone    bool           `json:"surname_alone,omitzero"` // it may be several people's
	Forms    []string       `json:"forms"`
	Cables   int            `json:"cables"`
	Mentions int            `json:"mentions"`
	First    int            `json:"first_year,omitzero"`
	Last     int            `json:"last_year,omitzero"`
	How      string         `json:"how,omitzero"` // it comes to be in the answer without having what was asked
}

// printNames prints a line for each name.
func (t *tool) printNames(p *printer, hits []names.Hit, l look) {
	if t.flags.json {
		for _, h := range hits {
			r := nameRecord{h.Name, h.Kind, h.Alone, h.Forms, h.Entry.Cables, h.Mentions, h.Years.First, h.Years.Last, ""}
			if h.How.Inferred() {
				r.How = h.How.String()
			}
			p.json(r)
		}
		return
	}
	const columns = 4
	cells := make([][columns]string, len(hits))
	var wide [columns]int
	for i, h := range hits {
		cells[i] = [columns]string{words.Number(h.Mentions), words.Count(h.Entry.Cables, "cable"), words.Years(h.Years.First, h.Years.Last), words.NameKind(h.Kind, h.Alone)}
		for k, cell := range cells[i] {
			wide[k] = max(wide[k], ansi.StringWidth(cell))
		}
	}
	for i, h := range hits {
		c := &cells[i]
		head := fmt.Sprintf("%s× in %s%s  %s%s  %s%s  ", leftOf(c[0], wide[0]), c[1], blanks(c[1], wide[1]), c[2], blanks(c[2], wide[2]), c[3], blanks(c[3], wide[3]))
		name, forms := flat(h.Name), ""
		if len(h.Forms) > 1 {
			forms = " · " + flat(strings.Join(h.Forms[1:], ", "))
		}
		if h.How.Inferred() {
			forms += " · " + h.How.String()
		}
		row := l.render(head, l.theme.Dim) + l.render(name, l.theme.Title) + l.render(forms, l.theme.Dim)
		if t.Width > 0 {
			row = ansi.Truncate(row, t.Width, "…")
		}
		p.raw(row + "\n")
	}
}

func blanks(cell string, wide int) string { return strings.Repeat(" ", wide-ansi.StringWidth(cell)) }
func leftOf(cell string, wide int) string { return blanks(cell, wide) + cell }

// printName prints a name and the sentences in which it stands.
func (t *tool) printName(ctx context.Context, p *printer, s *nameStock, h names.Hit, l look) error {
	a, err := s.having(ctx, h.Entry)
	if err != nil {
		return err
	}
	keys := s.Keys(h.Entry)
	if !t.flags.json {
		t.printNames(p, []names.Hit{h}, l)
		p.line("")
	}
	for i, head := range t.heads(a.cables, l) {
		c := a.whole(i)
		if c == nil {
			continue
		}
		n, _ := names.Within(c, keys)
		if t.flags.json {
			for _, r := range mentionRecords(c, h.Name, n) {
				p.json(r)
			}
			continue
		}
		t.group(p, i, head, mentionLines(c, n, l), l)
	}
	return nil
}

// mentionRecord is what --json gives of a mention.
type mentionRecord struct {
	Name string         `json:"name"`
	Kind model.NameKind `json:"kind"`
	foundRecord
	Sentence string `json:"sentence,omitzero"`
}

// mentionRecords returns a record for each mention of a name in a cable, or one for the cable when the name is noted of it
// and not in its text.
func mentionRecords(c *model.Cable, name string, n model.Name) []mentionRecord {
	if len(n.Mentions) == 0 {
		return []mentionRecord{{Name: name, Kind: n.Kind, foundRecord: foundRecord{ID: c.ID, Date: c.Date, Source: c.Source}}}
	}
	spots := words.Spots(c)
	var out []mentionRecord
	for _, m := range n.Mentions {
		out = append(out, mentionRecord{name, n.Kind, recordOf(c, spots, library.Place{Block: m.Block, Span: m.Span}), sentenceAt(c, m.Block, m.Span)})
	}
	return out
}

// mentionLines returns a line for each sentence in which a name stands.
func mentionLines(c *model.Cable, n model.Name, l look) []labelled {
	if len(n.Mentions) == 0 {
		return []labelled{{"noted", l.theme.Dim, noted(words.Named(n), l)}}
	}
	spots := words.Spots(c)
	var out []labelled
	for _, in := range names.Sentences(c, n, sentenceRoom) {
		s := snippet{look: l, block: &c.Blocks[in.Block], hit: l.theme.Match}
		s.show(in.Span, in.Places)
		out = append(out, s.labelled(spots[in.Block]))
	}
	return out
}
