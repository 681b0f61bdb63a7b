package ui

import (
	tea "charm.land/bubbletea/v2"

	"reftel/model"
	"reftel/model/query"
	"reftel/ui/list"
)

// filter is what narrows the list.
type filter struct {
	latest
	typed string
	query query.Query
	name  *nameFilter
}

// nameFilter narrows the list to the cables that name somebody.
type nameFilter struct {
	name   string
	cables map[*model.Cable]bool
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
	a.filter.typed, a.filter.query = typed, q
	return a.refilter()
}

// clearFilter shows the whole library again.
func (a *App) clearFilter() tea.Cmd {
	a.filter.typed, a.filter.query, a.filter.name = "", query.Query{}, nil
	return a.refilter()
}

// refilter applies the filter to the library as it is now. Without a filter that is done at once.
func (a *App) refilter() tea.Cmd {
	cables := a.library.Cables()
	if !a.filter.on() {
		a.filter.stop()
		return a.showList(cables)
	}
	ctx, generation := a.filter.next()
	q, name, typed := a.filter.query, a.filter.name, a.filter.typed
	return func() tea.Msg {
		var kept []*model.Cable
		for _, c := range cables {
			if ctx.Err() != nil {
				return nil
			}
			if name != nil && !name.cables[c] {
				continue
			}
			if typed == "" || q.Matches(c) {
				kept = append(kept, c)
			}
		}
		return filteredMsg{generation, kept}
	}
}

// filtered shows the answer of the filter.
func (a *App) filtered(msg filteredMsg) tea.Cmd {
	if !a.filter.current(msg.generation) {
		return nil
	}
	return a.showList(msg.cables)
}

// showList fills the list. The cable that is read stays selected.
func (a *App) showList(cables []*model.Cable) tea.Cmd {
	c := list.Content{Cables: cables, Total: len(a.library.Cables()), Filter: a.filter.typed,
		Reversed: a.reversed, Loading: a.loading.active}
	if a.filter.name != nil {
		c.Name = a.filter.name.name
	}
	a.list.Show(c)
	if a.reading() {
		a.list.Select(a.reader.Cable())
		return nil
	}
	return a.follow()
}
