package palette

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model"
	"reftel/model/excerpt"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/model/match"
	"reftel/model/names"
	"reftel/model/notebook"
)

// Kind is the sort of thing that the palette is narrowed to: the sign typed in front of the query.
type Kind rune

// The kinds; All is no sign at all.
const (
	All        Kind = 0
	Paragraphs Kind = '#'
	References Kind = '&'
	Redactions Kind = '!'
	Names      Kind = '@'
	Marks      Kind = '\''
	Searches   Kind = '/'
	Actions    Kind = '>'
)

// kinds lists them in the order of Tab.
var kinds = []Kind{All, Paragraphs, References, Redactions, Names, Marks, Searches, Actions}

var kindWords = map[Kind]string{
	All: "everything", Paragraphs: "paragraphs", References: "references",
	Redactions: "redactions", Names: "names", Marks: "marks and notes", Searches: "searches", Actions: "actions",
}

// Row is one thing that the palette offers.
type Row struct {
	Sign  string       // what sort of thing it is
	Text  string       // what is shown
	Spans []model.Span // of Text, to light
	Note  string       // at the right
	Level model.Level

	Target *library.Target // a place in the cable that is read
	Cable  *Cable          // another cable
	Name   *names.Entry    // a name of the library
	Search string          // a filter of the list that was asked before
	Action keymap.Action   // something to do
	Do     func() tea.Cmd  // what it does itself

	// Of a sentence: the label in front of it, a shorter one for narrow screens, and the whole of it, of which Text shows a part.
	Lead, Brief, Whole string

	Years []names.Year // in which the name stands; nil: not known yet
}

// Cable is a cable of the library, as a list shows it.
type Cable struct {
	Number shelf.Number
	*model.Cable
}

// Source is what there is to find.
type Source struct {
	Targets []library.Target // of the cable that is read
	Texts   func(block int) string
	Cables  []Cable // of the list
	// Titled finds cables where there are too many to match them one by one.
	Titled   func(ctx context.Context, typed string, limit int) []Cable
	Names    shelf.Names
	Searches []notebook.Search // those saved first
	Actions  []keymap.Binding
	Kept     []Row // marks and notes
	Choices  []Row // instead of all else: what there is to choose from
	Listed   []Row // instead of all else: rows that keep their order
}

// Finder searches a source. It does not change, and may be used beside the screen.
type Finder struct {
	source Source
	rows   []Row
	kinds  []Kind
	set    *match.Set
}

// gap parts a label from the words behind it.
const gap = "  "

const (
	limit          = 200 // rows worth showing
	titledAmongAll = 50  // cables of a large library
	namesAmongAll  = 8   // names of the library, where everything is searched
	firstWordsOf   = 40  // bytes of a paragraph that count as its first words
	rowOf          = 160 // bytes of a text that a row can show
)

// NewFinder prepares a source for searching.
func NewFinder(s Source) *Finder {
	f := &Finder{source: s}
	var texts []string
	for _, row := range s.Choices {
		f.rows, f.kinds, texts = append(f.rows, row), append(f.kinds, All), append(texts, row.Text)
	}
	add := func(k Kind, short string, r Row) {
		f.rows, f.kinds, texts = append(f.rows, r), append(f.kinds, k), append(texts, short)
	}
	for i := range s.Targets {
		t := &s.Targets[i]
		row := targetRow(t)
		short := row.Text
		if t.Kind == library.TargetHeading { // "Heading" is a word of reftel's: not to be found
			row.Text = firstWords(t.Text)
			short = row.Text
		}
		if t.Kind == library.TargetParagraph { // further words are found as words: see texts
			short = t.Label + gap + excerpt.FirstWords(t.Text, firstWordsOf)
		}
		add(kindOf(t.Kind), short, row)
	}
	for i := range s.Cables {
		short, row := cableRow(&s.Cables[i])
		add(All, short, row)
	}
	for _, row := range s.Kept {
		add(Marks, row.Text, row)
	}
	for _, one := range s.Searches {
		note := ""
		if one.Saved {
			note = "saved"
		}
		add(Searches, one.Query, Row{Sign: "/", Text: one.Query, Note: note, Search: one.Query})
	}
	for _, b := range s.Actions {
		add(Actions, b.Help, Row{Sign: ">", Text: b.Help, Note: b.Labels(" "), Action: b.Action})
	}
	f.set = match.NewSet(texts)
	return f
}

// cableRow shows a cable; in the text to match, id and title are two fields.
func cableRow(c *Cable) (short string, row Row) {
	title, _ := c.Title()
	short = c.ID.String() + " \t" + firstWords(title) // as many bytes as are shown
	return short, Row{Sign: "▤", Text: strings.Replace(short, " \t", gap, 1), Level: c.Classification, Cable: c}
}

// kindOf sorts the places of a cable into the kinds of the palette.
func kindOf(k library.TargetKind) Kind {
	switch k {
	case library.TargetReference:
		return References
	case library.TargetRedaction, library.TargetOmission, library.TargetLoss:
		return Redactions
	}
	return Paragraphs
}

// targetRow shows a place: its label, and the beginning of its text.
func targetRow(t *library.Target) Row {
	return Row{Sign: string(kindOf(t.Kind)), Text: strings.TrimSpace(t.Label + gap + firstWords(t.Text)), Target: t}
}

// firstWords returns as much of a text as a row can show, on one line.
func firstWords(text string) string { return excerpt.FirstWords(text, rowOf) }

// Parse takes the sign of a kind off what was typed.
func Parse(typed string) (Kind, string) {
	r, size := utf8.DecodeRuneInString(typed)
	for _, k := range kinds[1:] {
		if r == rune(k) {
			return k, typed[size:]
		}
	}
	return All, typed
}

// Find returns the rows that match what was typed, best first, and how many there are in all.
//
// Labels, headings and first words are matched fuzzily; the text of paragraphs only by phrase,
// word and beginning of a word: letters scattered over a paragraph are no match, for they are
// found in nearly every one. Who types several words in a row has a phrase in mind: paragraphs that
// have it come first.
func (f *Finder) Find(ctx context.Context, typed string) (rows []Row, total int) {
	if f.source.Listed != nil {
		return f.listed(ctx, typed)
	}
	kind, query := Parse(typed)
	if kind == Names && f.source.Names != nil {
		return f.names(ctx, query, limit)
	}
	hits, _ := f.set.Find(ctx, query, f.set.Len())
	var phrases, words []textRow
	if query != "" && (kind == All || kind == Paragraphs) {
		phrases, words = f.texts(ctx, query)
	}
	if ctx.Err() != nil {
		return nil, 0
	}
	taken := map[int]bool{} // rows that stand in the answer already
	add := func(index int, row Row) {
		if !taken[index] && f.isAsked(index, kind) {
			taken[index] = true
			rows = append(rows, row)
		}
	}
	addTexts := func(texts []textRow) {
		for _, t := range texts {
			add(t.index, t.row)
		}
	}
	if strings.Contains(strings.TrimSpace(query), " ") {
		addTexts(phrases)
	}
	scattered := slices.IndexFunc(hits, match.Hit.Scattered)
	if scattered < 0 {
		scattered = len(hits)
	}
	for _, h := range hits[:scattered] {
		add(h.Index, f.row(h))
	}
	if kind == All {
		rows = append(rows, f.titled(ctx, query)...)
	}
	if query != "" && kind == All && f.source.Names != nil && f.source.Names.Ready() {
		found, _ := f.names(ctx, query, namesAmongAll)
		rows = append(rows, found...)
	}
	addTexts(phrases)
	addTexts(words)
	for _, h := range hits[scattered:] {
		add(h.Index, f.row(h))
	}
	total = len(rows)
	return rows[:min(len(rows), limit)], total
}

// isAsked reports whether a row is of the kind that the palette is narrowed to. Searches are many, and have the words of
// everything else: they are shown by themselves alone.
func (f *Finder) isAsked(index int, kind Kind) bool {
	return f.kinds[index] == kind || kind == All && f.kinds[index] != Searches
}

// titled finds cables of a library that is too large to match each.
func (f *Finder) titled(ctx context.Context, query string) (rows []Row) {
	if f.source.Titled == nil {
		return nil
	}
	found := f.source.Titled(ctx, query, titledAmongAll)
	for i := range found {
		_, row := cableRow(&found[i])
		row.Spans, _ = match.Text(query, row.Text)
		rows = append(rows, row)
	}
	return rows
}

// row is the row of a hit.
func (f *Finder) row(h match.Hit) Row {
	row := f.rows[h.Index]
	row.Spans = h.Spans
	return row
}

// textRow is a paragraph found by its text.
type textRow struct {
	index int // of its row in the finder
	row   Row
}

// texts finds the paragraphs whose text holds the query, and shows the line that holds it: those
// that have it as a phrase, and those that have its words.
func (f *Finder) texts(ctx context.Context, query string) (phrases, words []textRow) {
	folded := match.Fold(query)
	for i := range f.source.Targets {
		t := &f.source.Targets[i]
		if t.Kind != library.TargetParagraph || ctx.Err() != nil {
			continue
		}
		text := f.source.Texts(t.Block)
		spans, ok := match.Text(query, text)
		if !ok || len(spans) == 0 {
			continue
		}
		line, lit := snippet(text, spans)
		row := targetRow(t)
		row.Text = t.Label + gap + line
		for _, s := range lit {
			row.Spans = append(row.Spans, s.Shift(len(t.Label)+len(gap)))
		}
		found := *t
		found.Span = spans[0]
		row.Target = &found
		if match.Fold(spans[0].In(text)) == folded {
			phrases = append(phrases, textRow{i, row})
		} else {
			words = append(words, textRow{i, row})
		}
	}
	return phrases, words
}

// snippet cuts a text around the first of the spans.
func snippet(text string, spans []model.Span) (string, []model.Span) {
	const before, after = 24, 120
	around := excerpt.Around(text, spans[0], before, after)
	lead := ""
	if around.Start > 0 {
		lead = "…"
	}
	var lit []model.Span
	for _, s := range spans {
		if s.Start >= around.Start && s.End <= around.End {
			lit = append(lit, s.Shift(len(lead)-around.Start))
		}
	}
	return lead + strings.ReplaceAll(around.In(text), "\n", " "), lit
}

// names finds names of the whole library.
func (f *Finder) names(ctx context.Context, query string, most int) ([]Row, int) {
	hits, total := f.source.Names.Lookup(ctx, strings.TrimSpace(query), most)
	rows := make([]Row, 0, len(hits))
	for i := range hits {
		h := &hits[i]
		rows = append(rows, Row{
			Sign: nameSign(h), Text: h.Entry.Name + otherForms(h), Spans: h.Matched, Name: &h.Entry, Note: found(h),
		})
	}
	return rows, total
}

// found says how a name comes to be in the answer when it doesn't have what was typed.
func found(h *names.Hit) string {
	if !h.How.Inferred() {
		return ""
	}
	return h.How.String()
}
