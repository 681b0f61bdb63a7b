package ui

import (
	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model/library/shelf"
	"reftel/model/query"
	"reftel/ui/overview"
)

// counting counts what the list shows, for the overview.
type counting struct {
	latest
	running bool // an answer is on its way
	stale   bool // more has been read since it was asked for
	typed   string
	name    *shelf.Naming
	bars    int
}

// narrowing is a filter that the overview has changed.
type narrowing struct{ before, after string }

// openOverview shows how the cables of the list are spread.
func (a *App) openOverview() tea.Cmd {
	a.overview.Open()
	a.overlay = overviewOverlay
	a.arrange()
	return a.recount()
}

// overviewShown reports whether the overview is on the screen, be it below the help.
func (a *App) overviewShown() bool {
	return a.overlay == overviewOverlay || a.beneath == overviewOverlay
}

// recount counts what the list shows now. While files are read, cables come faster than many are counted, so an answer
// on its way is waited for, if it is to the same question.
func (a *App) recount() tea.Cmd {
	if !a.overviewShown() {
		return nil
	}
	c, bars := &a.counting, a.overview.Bars()
	if c.running && c.typed == a.filter.typed && c.name == a.filter.name && c.bars == bars {
		c.stale = true
		return nil
	}
	ctx, generation := c.next(a.context)
	c.running, c.stale, c.typed, c.name, c.bars = true, false, a.filter.typed, a.filter.name, bars
	from, asked := a.shelf, shelf.Question{Query: a.filter.query, Name: a.filter.name}
	shown := overview.Content{Total: len(from.All()), Filter: c.typed}
	if c.name != nil {
		shown.Name = c.name.Name.Name
	}
	return func() tea.Msg {
		var err error
		shown.Facets, err = from.Facets(ctx, asked, overview.Most, bars)
		if ctx.Err() != nil {
			return nil
		}
		return countedMsg{generation, shown, err}
	}
}

// resized counts anew where more or fewer bars fit.
func (a *App) resized() tea.Cmd {
	if a.counting.bars == a.overview.Bars() {
		return nil
	}
	return a.recount()
}

// counted shows what was counted.
func (a *App) counted(msg countedMsg) tea.Cmd {
	c := &a.counting
	if !c.current(msg.generation) {
		return nil
	}
	c.running = false
	if msg.err != nil {
		a.complain(msg.err.Error())
		return nil
	}
	msg.content.Total = max(msg.content.Total, msg.content.Facets.Cables)
	a.overview.Show(msg.content)
	if c.stale {
		return tea.Batch(a.recountHidden(), a.recount())
	}
	return a.recountHidden()
}

// narrow narrows the list to what is selected in the overview.
func (a *App) narrow() tea.Cmd {
	condition, ok := a.overview.Selected()
	if !ok {
		a.say("There is no cable to narrow the list to.")
		return nil
	}
	before := a.filter.typed
	after := query.With(before, condition)
	if after == before {
		a.say("The list is narrowed to that already.")
		return nil
	}
	cmd := a.setFilter(after)
	if a.filter.typed == after { // it could be read
		a.narrowed = append(a.narrowed, narrowing{before, after})
	}
	return cmd
}

// canWiden reports whether there is a narrowing to take back.
func (a *App) canWiden() bool {
	last := len(a.narrowed) - 1
	return last >= 0 && a.narrowed[last].after == a.filter.typed
}

// widen takes the last narrowing back, unless the filter was changed otherwise since.
func (a *App) widen() tea.Cmd {
	if !a.canWiden() {
		a.narrowed = nil
		a.say("There is no narrowing to take back; " + a.keyWord(keymap.Overview, keymap.FilterList) + " changes the filter.")
		return nil
	}
	last := len(a.narrowed) - 1
	before := a.narrowed[last].before
	a.narrowed = a.narrowed[:last]
	return a.setFilter(before)
}
