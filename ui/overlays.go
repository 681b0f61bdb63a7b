package ui

import (
	"context"
	"fmt"
	"image"
	"slices"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model"
	"reftel/model/excerpt"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/model/names"
	"reftel/model/notebook"
	"reftel/ui/help"
	"reftel/ui/layout"
	"reftel/ui/list"
	"reftel/ui/palette"
	"reftel/ui/reader"
)

// overlayBox is where an overlay lies, its border included.
func (a *App) overlayBox(o overlay) image.Rectangle {
	if a.options.Plain {
		return image.Rect(0, 0, a.width, max(0, a.height-1))
	}
	low := func(rows int) int {
		if !a.low {
			return a.height
		}
		return min(a.height, rows)
	}
	switch o {
	case helpOverlay:
		return layout.Help(a.width, low(lowHelp))
	case noteOverlay:
		return layout.Note(a.width, a.height)
	case overviewOverlay:
		return layout.Overview(a.width, low(lowOverview))
	case copiesOverlay:
		return layout.Overview(a.width, a.height)
	}
	return layout.Palette(a.width, low(lowPalette))
}

// openHelp shows the keys of the pane that has the focus, or of what lies over it.
func (a *App) openHelp() {
	scope := a.scope()
	rows := a.keys.Bindings(keymap.Chain(scope)...)
	if scopeOver(a.overlay) != "" {
		rows = append(rows, slices.DeleteFunc(a.keys.Bindings(keymap.Foot), func(b keymap.Binding) bool {
			return len(a.keys.Keys(b.Action, scope)) > 0 // which it has by itself
		})...)
	}
	slices.SortStableFunc(rows, func(x, y keymap.Binding) int { return a.moveOrder(x) - a.moveOrder(y) })
	a.help.Open("Keys in the "+scope.Title(), rows, a.signs())
	a.overlay, a.beneath = helpOverlay, a.overlay
	a.arrange()
}

// moveOrder is where a movement stands in the table, whatever its scope: by lines, by pages, by half pages. All else stays in
// front, what is of the pane alone first.
func (a *App) moveOrder(b keymap.Binding) int {
	if b.Group != keymap.Move {
		return 0
	}
	return 1 + slices.IndexFunc(a.keys.Bindings(), func(other keymap.Binding) bool { return other.Action == b.Action })
}

// signs explains what reftel draws beside the words of a cable.
func (a *App) signs() []help.Sign {
	out := []help.Sign{
		{Sign: list.UnreadSign, Meaning: "in the list: not read yet"},
		{Sign: list.NotedSign, Meaning: "in the list: you have written notes on it"},
		{Sign: list.RedactedSign, Meaning: "in the list: words are redacted"},
		{Sign: list.LostSign, Meaning: "in the list: the end of a paragraph is lost"},
		{Sign: list.MissingSign, Meaning: "in the list: its file is gone, it can't be opened"},
		{Sign: list.SavedSign, Meaning: "above the list: the filter is saved"},
		{Sign: strings.TrimSpace(list.FallbackSign), Meaning: "in the list: no subject; a headline or the first words"},
		{Sign: reader.NotedSign, Meaning: "beside the text: you have written a note here"},
		{Sign: reader.MarkSign, Meaning: "beside the text: a mark stands here"},
		{Sign: strings.TrimSpace(reader.LostSign), Meaning: "in the text: this copy has lost what followed"},
		{Sign: "p.2/5", Meaning: "in the margin: section 2 of 5 began here"},
		{Sign: "U SBU C S TS", Meaning: "classification: unclassified, sensitive but unclassified, confidential, secret, top secret"},
	}
	if a.mouse {
		out = append(out, help.Sign{Sign: selecting, Meaning: "selects text while reftel has the mouse; on a Mac it may be option or fn"})
	}
	return out
}

// openPalette opens the palette, narrowed to a kind.
func (a *App) openPalette(kind palette.Kind) tea.Cmd {
	a.gather()
	a.palette.Open(kind)
	a.overlay = paletteOverlay
	a.arrange()
	return tea.Batch(a.find(false), a.rereadRules())
}

// gather has the palette look in the library and the cable as they are now.
func (a *App) gather() {
	source := palette.Source{Names: a.shelf.Names(), Searches: a.searches.All(), Actions: a.offered()}
	if a.at != nil {
		a.places = a.at.Number
		c := a.at.Cable
		source.Targets = library.Targets(a.at.Known)
		source.Texts = func(block int) string { return c.Blocks[block].Text }
	}
	ctx, book := a.context, a.book
	from, listed := a.shelf, []shelf.Number(nil)
	if from.Listed() {
		listed = a.list.Shown()
	} else {
		source.Titled = titled(from)
	}
	a.finder = sync.OnceValue(func() *palette.Finder {
		source.Cables = cablesOf(from, listed)
		source.Kept = a.keptRows(ctx, book)
		return palette.NewFinder(source)
	})
}

// findName opens the palette of names, with the one that the cursor of the sidebar or the reader stands on.
func (a *App) findName() tea.Cmd {
	cmd := a.openPalette(palette.Names)
	word := a.wordHere()
	if word == "" {
		return cmd
	}
	a.palette.Offer(palette.Names, word)
	return tea.Batch(cmd, a.find(false))
}

// mostWord is how many bytes a text has at most that is looked up as a name.
const mostWord = 80

// wordHere is the name under the cursor of the sidebar, the place that was jumped to in the reader, or the name that is lit;
// "" when there is none.
func (a *App) wordHere() string {
	if e, ok := a.sidebar.Selected(); ok && a.focus == layout.Sidebar {
		if e.Name != nil {
			return e.Name.Name
		}
		return ""
	}
	if a.focus != layout.Reader || a.reader.Cable() == nil {
		return ""
	}
	if f := a.reader.Focus(); f != nil && f.Mark == nil && !f.Span.Empty() && f.Span.Len() <= mostWord {
		return excerpt.OneLine(f.Span.In(a.reader.Cable().Blocks[f.Block].Text))
	}
	if n := a.reader.Chosen(); n != nil {
		return n.Name
	}
	return ""
}

// keptRows lists the marks and notes of the notebook. One that can't be read has none: that is said when something is
// written into it.
func (a *App) keptRows(ctx context.Context, book *notebook.Notebook) (rows []palette.Row) {
	add := func(row palette.Row, place notebook.Anchor) {
		row.Do = func() tea.Cmd { return a.toKept(place) }
		rows = append(rows, row)
	}
	marks, _ := book.Marks(ctx)
	for _, m := range marks {
		add(palette.MarkRow(m), m.Anchor)
	}
	notes, _ := book.Notes(ctx)
	for _, n := range notes {
		add(palette.NoteRow(n), n.Anchor)
	}
	return rows
}

// titled finds cables for the palette. When the index can't be asked, it finds none: the list says what is wrong.
func titled(s shelf.Shelf) func(context.Context, string, int) []palette.Cable {
	return func(ctx context.Context, typed string, limit int) []palette.Cable {
		numbers, err := s.Titled(ctx, typed, limit)
		if err == nil {
			err = s.Fetch(ctx, numbers)
		}
		if err != nil {
			return nil
		}
		return cablesOf(s, numbers)
	}
}

// cablesOf returns those of the cables whose rows are at hand.
func cablesOf(s shelf.Shelf, numbers []shelf.Number) []palette.Cable {
	out := make([]palette.Cable, 0, len(numbers))
	for _, n := range numbers {
		if r, ok := s.Row(n); ok && r.Cable != nil {
			out = append(out, palette.Cable{Number: n, Cable: r.Cable})
		}
	}
	return out
}

// offered lists what the palette can do: every action of the pane that has the focus, then those of the others but for what
// Enter does there, each once; those that only move come last.
func (a *App) offered() []keymap.Binding {
	var out, moves []keymap.Binding
	seen := map[keymap.Action]bool{}
	here := keymap.Chain(scopeOf(a.focus))
	scopes := here
	for _, p := range layout.Panes() {
		if p != a.focus {
			scopes = append(scopes, scopeOf(p))
		}
	}
	for _, b := range a.keys.Bindings(scopes...) {
		switch {
		case seen[b.Action], !slices.Contains(here, b.Scope) && slices.Contains(b.Keys, "enter"):
		case b.Group == keymap.Move:
			moves = append(moves, b)
		default:
			out = append(out, b)
		}
		seen[b.Action] = true
	}
	return append(out, moves...)
}

// perform does an action that the palette offered, one of another pane in that pane.
func (a *App) perform(action keymap.Action) tea.Cmd {
	alive := func(p layout.Pane) bool {
		return slices.ContainsFunc(a.keys.Bindings(keymap.Chain(scopeOf(p))...), func(b keymap.Binding) bool { return b.Action == action })
	}
	if !alive(a.focus) {
		for _, p := range layout.Panes() {
			if alive(p) {
				return tea.Batch(a.goToPane(p), a.actions[action](a))
			}
		}
	}
	return a.actions[action](a)
}

// find answers the palette's query beside the screen; letter says that it was typed just now.
func (a *App) find(letter bool) tea.Cmd {
	ctx, generation := a.finding.next(a.context)
	finder, typed, wanted := a.finder, a.palette.Typed(), a.lull(letter)
	all := a.shelf.Names()
	if kind, _ := palette.Parse(typed); kind == palette.Names && !a.palette.Own() && !all.Ready() && all.Err() == nil {
		a.palette.Wait("Reading all names, which takes a while the first time …")
	}
	return func() tea.Msg {
		if !wanted(ctx) {
			return nil
		}
		rows, total := finder().Find(ctx, typed)
		if ctx.Err() != nil {
			return nil
		}
		return foundMsg{generation, typed, rows, total}
	}
}

func (a *App) found(msg foundMsg) tea.Cmd {
	if !a.finding.current(msg.generation) || a.overlay != paletteOverlay {
		return nil
	}
	if a.mentions != nil {
		return a.foundMentions(msg)
	}
	a.palette.Show(msg.rows, msg.total)
	if kind, _ := palette.Parse(a.palette.Typed()); kind == palette.Names && len(msg.rows) == 0 {
		if err := a.shelf.Names().Err(); err != nil {
			a.complain(err.Error())
		} else if r, ok := a.hiddenBy(strings.TrimSpace(a.palette.Typed()[1:])); ok {
			a.say(fmt.Sprintf("A rule of yours hides it: %s. %s takes rules back.", r, a.keyFor(keymap.NameRules)))
		}
	}
	return a.dateNames()
}

// dateNames asks in which years the names on the screen stand.
func (a *App) dateNames() tea.Cmd {
	dateless := a.palette.Dateless()
	if len(dateless) == 0 {
		return nil
	}
	ctx, generation := a.dating.next(a.context)
	from := a.shelf.Names()
	return func() tea.Msg {
		years := make([][]names.Year, len(dateless))
		for i, e := range dateless {
			var err error
			if years[i], err = from.Years(ctx, e); err != nil {
				return nil // the name is found again when the library can be read, and asked about again
			}
		}
		return datedMsg{generation, dateless, years}
	}
}

func (a *App) dated(msg datedMsg) {
	if a.dating.current(msg.generation) && a.overlay == paletteOverlay {
		a.palette.SetYears(msg.names, msg.years)
	}
}

// closeOverlay takes the overlay away; what the help lies over is there again.
func (a *App) closeOverlay() {
	a.finding.stop()
	a.dating.stop()
	if a.mentions != nil {
		a.mentions.stop()
	}
	if a.overlay == copiesOverlay {
		a.comparing.stop()
	}
	if a.overlay == overviewOverlay {
		a.hiding.stop()
	}
	a.foot.Leave()
	a.overlay, a.beneath, a.finder, a.merging, a.mentions = a.beneath, noOverlay, nil, nil, nil
	a.arrange()
}

// jump goes to what is selected in the palette.
func (a *App) jump() tea.Cmd {
	row, ok := a.palette.Selected()
	merging := a.merging
	if ok && row.Name != nil && merging == nil {
		return a.listMentions(*row.Name)
	}
	a.closeOverlay()
	if !ok {
		return nil
	}
	switch {
	case row.Do != nil:
		return row.Do()
	case merging != nil && row.Name != nil:
		return a.mergeInto(*merging, named{row.Name.Kind, row.Name.Name, row.Name.Forms})
	case merging != nil:
		a.say("Nothing was merged: that is no name.")
		return nil
	case row.Action != "":
		return a.perform(row.Action)
	case row.Search != "":
		a.setFocus(layout.List)
		return tea.Batch(a.setFilter(row.Search), a.noteSearch())
	case row.Cable != nil:
		return a.read(row.Cable.Number)
	case row.Target != nil && a.isRead(a.places):
		a.jumpToTarget(*row.Target)
	case row.Target != nil: // the reader has followed the list meanwhile
		return a.open(a.places, func() tea.Cmd { a.jumpToTarget(*row.Target); return nil })
	}
	return nil
}

// jumpToTarget goes to a place of the cable that is read.
func (a *App) jumpToTarget(t library.Target) {
	c := a.reader.Cable()
	a.leave()
	f := reader.Focus{Block: t.Block, Span: t.Span}
	switch t.Kind {
	case library.TargetParagraph, library.TargetHeading:
		if t.Span == (model.Span{End: len(c.Blocks[t.Block].Text)}) {
			f.Span = model.Span{} // the paragraph as a whole: the bar in the margin is enough
		}
	default:
		for i := range c.Marks {
			if m := &c.Marks[i]; m.Block == t.Block && m.Span == t.Span {
				f.Mark = m
			}
		}
	}
	a.reader.Jump(f)
	a.setFocus(layout.Reader)
	if f.Mark != nil {
		a.say(a.explain(*f.Mark))
	}
}
