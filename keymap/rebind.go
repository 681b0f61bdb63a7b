package keymap

import (
	"fmt"
	"slices"
	"strings"
)

// Override gives an action other keys in a scope, in the place of those of the table.
type Override struct {
	Scope  Scope
	Action Action
	Keys   []string // as in Binding; none: the action has no key there
}

// Refusal says why an override does not hold.
type Refusal struct {
	Override int    // its index
	Why      string // what is wrong and what to do, without a full stop
}

// The most keys of an action in a scope, and the most presses of a sequence.
const (
	mostKeys    = 8
	mostPresses = 4
)

// quitKey always quits, whatever else does: nobody is ever left without a way out.
const quitKey = "ctrl+c"

// Rebind lays overrides over the table of keys and returns the map made of it. An override that is wrong by itself, or whose
// key another action has, is left out, and the action keeps its own keys; refused says which, and why, in the order of the
// overrides. Of two overrides that want the same key the earlier one holds.
func Rebind(overrides []Override) (m *Map, refused []Refusal) {
	defaults := Defaults()
	holds := make([]bool, len(overrides))
	for i, o := range overrides {
		why := o.wrong(defaults)
		if why == "" && slices.ContainsFunc(overrides[:i], o.isOf) {
			why = fmt.Sprintf("%s has keys in scope %s already; write all of them in one list", o.Action, o.Scope)
		}
		if why != "" {
			refused = append(refused, Refusal{i, why})
		}
		holds[i] = why == ""
	}
	for {
		table := lay(defaults, overrides, holds)
		at, why, found := firstClash(table, overrides, holds)
		if !found {
			slices.SortStableFunc(refused, func(a, b Refusal) int { return a.Override - b.Override })
			return &Map{bindings: table}, refused
		}
		holds[at] = false
		refused = append(refused, Refusal{at, why})
	}
}

// place is where a row stands.
type place struct {
	scope  Scope
	action Action
}

// isOf reports whether two overrides are of the same action in the same scope.
func (o Override) isOf(other Override) bool {
	return o.Scope == other.Scope && o.Action == other.Action
}

// row returns the row of the table that an override changes or, for a pane that gives an action of all panes keys of its
// own, the one it is made after. ok is false where the action has no meaning in the scope.
func (o Override) row(table []Binding) (b Binding, ok bool) {
	pane := slices.Contains(Chain(o.Scope), Global) && o.Scope != Always
	for _, d := range table {
		if d.Action == o.Action && (d.Scope == o.Scope || pane && d.Scope == Global) {
			d.Scope = o.Scope
			return d, true
		}
	}
	return Binding{}, false
}

// wrong says what is wrong with an override by itself, "" if nothing is.
func (o Override) wrong(table []Binding) string {
	if !o.Scope.known() {
		return fmt.Sprintf("there is no scope %q; the scopes are %s", o.Scope, scopeList())
	}
	b, ok := o.row(table)
	switch {
	case !ok:
		scopes := scopesOf(table, o.Action)
		if len(scopes) == 0 {
			return fmt.Sprintf("there is no action %q", o.Action)
		}
		return fmt.Sprintf("%s has no meaning in scope %s; give it keys in %s", o.Action, o.Scope, strings.Join(scopes, " or "))
	case len(o.Keys) == 0:
		return ""
	case len(o.Keys) > mostKeys:
		return fmt.Sprintf("%s has %d keys; give it at most %d", o.Action, len(o.Keys), mostKeys)
	}
	b.Keys = o.Keys
	for _, err := range checkRow(b, map[Action]bool{b.Action: true}) {
		return err.Error()
	}
	for _, keys := range o.Keys {
		presses := split(keys)
		if len(presses) > mostPresses {
			return fmt.Sprintf("%s: the sequence %q has %d presses; use at most %d", o.Action, keys, len(presses), mostPresses)
		}
		if slices.Contains(presses, quitKey) && (o.Action != Quit || len(presses) > 1) {
			return fmt.Sprintf("the key %q stands for %s and can't stand for %s too: it always quits; give %s another key", quitKey, Quit, o.Action, o.Action)
		}
	}
	return ""
}

// scopesOf names the scopes in which the table has an action.
func scopesOf(table []Binding, a Action) (out []string) {
	for _, s := range Scopes() {
		for _, b := range table {
			if b.Action == a && b.Scope == s && !slices.Contains(out, string(s)) {
				out = append(out, string(s))
			}
		}
	}
	return out
}

// lay returns the table with the overrides that hold: rows of the table in its order, then those that only overrides have.
func lay(table []Binding, overrides []Override, holds []bool) []Binding {
	held := map[place][]string{}
	for i, o := range overrides {
		if holds[i] {
			held[place{o.Scope, o.Action}] = o.Keys
		}
	}
	find := func(b Binding) (keys []string, ok bool) {
		keys, ok = held[place{b.Scope, b.Action}]
		return keys, ok
	}
	var out []Binding
	add := func(b Binding) {
		keys, changed := find(b)
		if changed {
			b.Keys = slices.Clone(keys)
		}
		if b.Action == Quit && !slices.Contains(b.Keys, quitKey) {
			b.Keys = append(b.Keys, quitKey)
		}
		if len(b.Keys) > 0 {
			out = append(out, b)
		}
	}
	own := map[place]bool{}
	for _, b := range table {
		own[place{b.Scope, b.Action}] = true
		add(b)
	}
	for _, scope := range Scopes() {
		for _, b := range table {
			if b.Scope != Global || own[place{scope, b.Action}] {
				continue
			}
			b.Scope, b.Hint = scope, ""
			if _, changed := find(b); changed {
				add(b)
			}
		}
	}
	return out
}

// firstClash returns the override to be left out because one of its keys is another's, and a sentence that says so.
func firstClash(table []Binding, overrides []Override, holds []bool) (at int, why string, found bool) {
	last := func(b Binding) int {
		for i := len(overrides) - 1; i >= 0; i-- {
			if holds[i] && overrides[i].Scope == b.Scope && overrides[i].Action == b.Action {
				return i
			}
		}
		return -1
	}
	for _, focus := range Scopes() {
		for _, c := range clashes(table, Chain(focus)) {
			if i := max(last(c.one.binding), last(c.two.binding)); i >= 0 {
				return i, c.String(), true
			}
		}
	}
	return 0, "", false
}
