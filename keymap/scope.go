package keymap

import "strings"

// Scope says where a binding is alive.
type Scope string

// The scopes. A key press is looked up in a chain of them, innermost first: see Chain.
const (
	List     Scope = "list"     // the list of cables has the focus
	Reader   Scope = "reader"   // the reader has the focus
	Sidebar  Scope = "sidebar"  // the sidebar has the focus
	Palette  Scope = "palette"  // the palette is open: what is typed is its query
	Overview Scope = "overview" // the overview is open
	Copies   Scope = "copies"   // copies of a cable are compared
	Help     Scope = "help"     // the help is open
	Prompt   Scope = "prompt"   // a line is being typed: a filter, a search
	Note     Scope = "note"     // a note is being written
	Foot     Scope = "foot"     // one stands among the actions in the lower edge of an overlay
	Global   Scope = "global"   // any of the three panes has the focus
	Always   Scope = "always"   // everywhere, even over an overlay and while typing
)

// Scopes lists every scope in the order in which documentation shows them.
func Scopes() []Scope {
	return []Scope{Global, List, Reader, Sidebar, Palette, Overview, Copies, Note, Help, Foot, Prompt, Always}
}

// Chain returns the scopes in which a key is looked up while the focus is in the given one,
// innermost first. A pane lets through to Global; an overlay and a text input do not, so that a
// letter typed there never moves the screen behind it.
func Chain(focus Scope) []Scope {
	switch focus {
	case List, Reader, Sidebar:
		return []Scope{focus, Global, Always}
	case Palette, Overview, Copies, Note, Help, Foot, Prompt, Global:
		return []Scope{focus, Always}
	}
	return []Scope{Always}
}

// Title returns the words that a reader of the help knows the scope by.
func (s Scope) Title() string {
	switch s {
	case Global:
		return "any pane"
	case Always:
		return "anywhere"
	case Prompt:
		return "while typing"
	case Copies:
		return "comparison of copies"
	case Foot:
		return "among the actions of an overlay"
	case Note:
		return "while writing a note"
	}
	return string(s)
}

// known reports whether s is one of Scopes.
func (s Scope) known() bool {
	for _, one := range Scopes() {
		if s == one {
			return true
		}
	}
	return false
}

// Typing reports whether printable keys are text there, or in a scope that lets through to it, and so can't be bound.
func (s Scope) Typing() bool { return s == Palette || s == Prompt || s == Note || s == Always }

// scopeList joins the names of all scopes for an error sentence.
func scopeList() string {
	var names []string
	for _, s := range Scopes() {
		names = append(names, string(s))
	}
	return strings.Join(names, ", ")
}
