package ui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"reftel/model/library/shelf"
	"reftel/model/query"
	"reftel/ui/layout"
	"reftel/ui/list"
)

// filter is what narrows the list.
type filter struct {
	latest
	running bool // an answer is on its way
	stale   bool // more has been read since it was asked for
	changed bool // other words were typed since the last answer
	typed   string
	query   query.Query
	name    *shelf.Naming
	took    time.Duration // by the last answer
	whole   tea.Cmd       // finds all there is, once the newest are found
}

func (f *filter) on() bool { return f.typed != "" || f.name != nil }

// setFilter narrows the list as the words are typed. A query that can't be read leaves the list as
// it is and says what is wrong.
func (a *App) setFilter(typed string) tea.Cmd {
	q, err := query.ParseTyped(typed)
	if err != nil {
		a.complain(err.Error())
		return nil
	}
	a.message = ""
	a.filter.typed, a.filter.query, a.filter.changed = typed, q, true
	a.lightFilter()
	return a.refilter()
}

// clearFilter shows the whole library again.
func (a *App) clearFilter() tea.Cmd {
	if !a.filter.on() {
		a.say("There is no filter to clear.")
		return nil
	}
	a.filter.typed, a.filter.query, a.filter.name = "", query.Query{}, nil
	a.lightFilter()
	return a.refilter()
}

// lightFilter lights the words of the filter in the cable that is read.
func (a *App) lightFilter() {
	if a.filter.query.IsZero() {
		a.reader.Light(nil)
		return
	}
	a.reader.Light(a.filter.query.Spans)
}

// refilter applies the filter to the library as it is now. Without a filter that is done at once.
func (a *App) refilter() tea.Cmd {
	if !a.filter.on() {
		a.filter.stop()
		a.filter.running, a.filter.stale = false, false
		return a.showList(a.shelf.All())
	}
	ctx, generation := a.filter.next(a.context)
	a.filter.running, a.filter.stale = true, false
	from, asked, now := a.shelf, shelf.Question{Query: a.filter.query, Name: a.filter.name}, a.now
	wanted := a.lull(a.filter.changed)
	whole := func() tea.Msg {
		began := now()
		numbers, err := from.Find(ctx, asked)
		if ctx.Err() != nil {
			return nil
		}
		return filteredMsg{generation, numbers, now().Sub(began), err}
	}
	if a.reversed { // the newest are not those that the list begins with
		return func() tea.Msg {
			if !wanted(ctx) {
				return nil
			}
			return whole()
		}
	}
	a.filter.whole = whole
	return func() tea.Msg {
		if !wanted(ctx) {
			return nil
		}
		numbers, _ := from.Newest(ctx, asked) // the whole answer says what is wrong
		if ctx.Err() != nil {
			return nil
		}
		return newestMsg{generation, numbers}
	}
}

// newest shows what is found among the newest cables, and has the others looked at.
func (a *App) newest(msg newestMsg) tea.Cmd {
	if !a.filter.current(msg.generation) {
		return nil
	}
	if len(msg.numbers) == 0 {
		return a.filter.whole
	}
	return tea.Batch(a.showList(msg.numbers), a.filter.whole)
}

// grown applies the filter to a library that has grown. An answer on its way is waited for: while
// files are read, cables come faster than a long list is filtered.
func (a *App) grown() tea.Cmd {
	if a.filter.running && a.filter.on() {
		a.filter.stale = true
		return nil
	}
	return a.refilter()
}

// filtered shows the answer of the filter.
func (a *App) filtered(msg filteredMsg) tea.Cmd {
	if !a.filter.current(msg.generation) {
		return nil
	}
	a.filter.running, a.filter.took = false, msg.took
	if msg.err != nil {
		a.complain(msg.err.Error())
		return nil
	}
	cmd := a.showList(msg.numbers)
	if a.filter.changed && a.focus == layout.List && a.at != nil {
		a.toFirstHit(a.at) // the cable that stays on the screen was opened before the words were typed
	}
	a.filter.changed = false
	if a.filter.stale {
		return tea.Batch(cmd, a.refilter())
	}
	return cmd
}

// showList fills the list. The cable that is read stays selected.
func (a *App) showList(numbers []shelf.Number) tea.Cmd {
	c := list.Content{Numbers: numbers, Row: a.shelf.Row, Total: len(a.shelf.All()), Filter: strings.TrimSpace(a.filter.typed),
		More: a.filter.running, Saved: a.searches.Saved(a.filter.typed), Reversed: a.reversed, Loading: a.loading.active, Known: a.known}
	if a.filter.on() {
		c.Took = a.filter.took
	}
	if a.filter.name != nil {
		c.Name = a.filter.name.Name.Name
	}
	a.list.Show(c)
	a.fetching.failed = false
	if a.reading() {
		a.list.Select(a.at.Number)
		return a.recount()
	}
	return tea.Batch(a.follow(), a.recount())
}
