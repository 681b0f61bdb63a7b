package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"reftel/model/query"
	"reftel/ui/reader"
	"reftel/ui/words"
)

// promptKind says what a line that is being typed is for.
type promptKind uint8

const (
	noPrompt promptKind = iota
	filterPrompt
	searchPrompt
	sidebarPrompt
	helpPrompt
	renamePrompt
	labelPrompt
	pipePrompt
	exportPrompt
)

// prompt is a line being typed in the status row.
type prompt struct {
	kind   promptKind
	before string // what was in force before, for Esc
	from   reader.Anchor
}

// sign stands before the line.
func (p prompt) sign() string {
	switch p.kind {
	case filterPrompt:
		return "filter: "
	case searchPrompt:
		return "search: "
	case sidebarPrompt:
		return "sidebar: "
	case helpPrompt:
		return "keys: "
	case renamePrompt:
		return "call it: "
	case labelPrompt:
		return "label: "
	case pipePrompt:
		return "pipe to: "
	case exportPrompt:
		return "write: "
	}
	return ""
}

// ask begins a prompt with what is in force.
func (a *App) ask(kind promptKind, value string) {
	a.prompt = prompt{kind: kind, before: value, from: a.reader.Anchor()}
	a.offers = offers{}
	a.line.Set(value)
	if kind == searchPrompt { // a new search begins empty, as in less
		a.line.Set("")
	}
}

// promptChanged applies what was typed at once.
func (a *App) promptChanged(value string) tea.Cmd {
	switch a.prompt.kind {
	case filterPrompt:
		a.offers = offers{all: query.Complete(value, a.values)}
		return a.setFilter(value)
	case searchPrompt:
		a.reader.GoTo(a.prompt.from)
		n := a.reader.Search(value)
		a.message = ""
		if value != "" {
			a.say(fmt.Sprintf("%s in this cable", words.Count(n, "hit")))
		}
	case sidebarPrompt:
		a.sidebar.SetFilter(value)
	case helpPrompt:
		a.help.SetFilter(value)
	}
	return nil
}

// accept keeps what was typed.
func (a *App) accept() tea.Cmd {
	kind, value := a.prompt.kind, a.line.Value()
	a.prompt = prompt{}
	switch kind {
	case filterPrompt:
		return a.noteSearch()
	case renamePrompt:
		return a.renameTo(value)
	case pipePrompt:
		return a.pipe(strings.TrimSpace(value))
	case exportPrompt:
		return a.exportTo(strings.TrimSpace(value))
	case labelPrompt:
		return a.labelTyped(strings.TrimSpace(value))
	case searchPrompt:
	default:
		return nil
	}
	if value == "" { // an empty search is the last one again
		return nil
	}
	if _, of := a.reader.Hit(); of == 0 {
		return a.nextHit(1)
	}
	a.tellHit()
	return nil
}

// cancel drops what was typed and restores what was in force.
func (a *App) cancel() tea.Cmd {
	p := a.prompt
	a.prompt = prompt{}
	a.message = ""
	switch p.kind {
	case filterPrompt:
		return a.setFilter(p.before)
	case searchPrompt:
		a.reader.Search(p.before)
		a.reader.ClearFocus()
		a.reader.GoTo(p.from)
	case sidebarPrompt:
		a.sidebar.SetFilter(p.before)
	case helpPrompt:
		a.help.SetFilter(p.before)
	}
	return nil
}
