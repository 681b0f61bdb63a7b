package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model/query"
	"reftel/ui/render"
	"reftel/ui/visible"
)

// offers are ways in which the filter that is typed may go on.
type offers struct {
	all   []query.Completion
	taken int // how many times the key was pressed: the last one that was taken, counted from 1
}

// complete puts the next offer into the line; pressed again, the one after that.
func (a *App) complete() tea.Cmd {
	o := a.offers
	if a.prompt.kind != filterPrompt || len(o.all) == 0 {
		return nil
	}
	taken := o.all[o.taken%len(o.all)].Query
	a.line.Set(taken)
	cmd := a.setFilter(taken)
	a.offers = offers{o.all, o.taken + 1}
	if len(o.all) == 1 { // nothing else to choose from: what may come behind it is offered next
		a.offers = offers{all: query.Complete(taken, a.values)}
	}
	return cmd
}

// values are what a field of the filter may ask for: of a label those in the notebook, else what the cables have.
func (a *App) values(f query.Field) []string {
	if f == query.Label {
		return a.labels
	}
	return a.shelf.Values(f)
}

// completions draws what the filter may go on with, in at most width cells: "tab tag:PREL tag:PGOV".
func (a *App) completions(width int) string {
	if a.prompt.kind != filterPrompt || len(a.offers.all) == 0 {
		return ""
	}
	key := a.keyFor(keymap.PromptComplete)
	room := width - 2 - render.Width(key)
	var b strings.Builder
	for i := range a.offers.all {
		word := visible.Line(a.offers.all[(a.offers.taken+i)%len(a.offers.all)].Word)
		if room -= render.Width(word) + 1; room < 0 {
			break
		}
		b.WriteString(" " + a.theme.Status.Render(word))
	}
	if b.Len() == 0 {
		return ""
	}
	return "  " + a.theme.Key.Render(key) + b.String()
}
