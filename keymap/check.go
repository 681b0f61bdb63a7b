package keymap

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// check returns everything that is wrong with a table, nil if nothing is.
func check(bindings []Binding) error {
	known := make(map[Action]bool)
	for _, b := range Defaults() {
		known[b.Action] = true
	}
	var wrong []error
	for _, b := range bindings {
		wrong = append(wrong, checkRow(b, known)...)
	}
	for _, focus := range Scopes() {
		wrong = append(wrong, checkChain(bindings, Chain(focus))...)
	}
	return errors.Join(unique(wrong)...)
}

// checkRow looks at one row by itself.
func checkRow(b Binding, known map[Action]bool) (wrong []error) {
	add := func(format string, args ...any) { wrong = append(wrong, fmt.Errorf(format, args...)) }
	if !known[b.Action] {
		add("there is no action %q; `reftel keys` lists the actions", b.Action)
	}
	if !b.Scope.known() {
		add("%s: there is no scope %q; the scopes are %s", b.Action, b.Scope, scopeList())
	}
	if !slices.Contains(Groups(), b.Group) {
		add("%s: there is no group %q in the help", b.Action, b.Group)
	}
	if strings.TrimSpace(b.Help) == "" {
		add("%s: the help is missing; say in a few words what the action does", b.Action)
	}
	if len(b.Keys) == 0 {
		add("%s: it has no key in scope %s; leave the row out instead", b.Action, b.Scope)
	}
	for _, keys := range b.Keys {
		presses := split(keys)
		if len(presses) == 0 {
			add("%s: a key is empty; the space bar is written space", b.Action)
			continue
		}
		for _, press := range presses {
			if why := unsent(press); why != "" {
				add("%s: the key %q can't be used: %s", b.Action, keys, why)
				break
			}
		}
		if b.Scope.Typing() && printable(presses[0]) {
			add("%s: the key %q can't be used in scope %s, where it types a character", b.Action, keys, b.Scope)
		}
	}
	return wrong
}

// checkChain looks for keys that a chain of scopes would understand in two ways. An inner scope does
// not silently shadow an outer one: that is how one key gets two meanings in the help.
func checkChain(bindings []Binding, chain []Scope) (wrong []error) {
	for _, c := range clashes(bindings, chain) {
		wrong = append(wrong, errors.New(c.String()))
	}
	return wrong
}

// clash is a key of two rows that are alive together: the same, or one that begins the other.
type clash struct{ one, two use }

// use is one of the keys of a row.
type use struct {
	keys    string // as join writes them
	binding Binding
}

// String says which two actions want the key, and what to do.
func (c clash) String() string {
	one, two := c.one.binding, c.two.binding
	and := "and for"
	if c.one.keys != c.two.keys {
		and = fmt.Sprintf("and begins %q, which stands for", c.two.keys)
	}
	return fmt.Sprintf("the key %q stands for %s (scope %s) %s %s (scope %s); give one of them another key",
		c.one.keys, one.Action, one.Scope, and, two.Action, two.Scope)
}

// clashes returns the keys that a chain of scopes would understand in two ways, in the order of the rows.
func clashes(bindings []Binding, chain []Scope) (out []clash) {
	var uses []use
	first := map[string]use{}
	for _, b := range bindings {
		if !slices.Contains(chain, b.Scope) {
			continue
		}
		for _, keys := range b.Keys {
			u := use{join(split(keys)), b}
			uses = append(uses, u)
			if before, taken := first[u.keys]; !taken {
				first[u.keys] = u
			} else if before.binding.Action != b.Action {
				out = append(out, clash{before, u})
			}
		}
	}
	for _, u := range uses {
		presses := split(u.keys)
		for n := 1; n < len(presses); n++ {
			if begin, taken := first[join(presses[:n])]; taken {
				out = append(out, clash{begin, u})
			}
		}
	}
	return out
}

// unique drops the errors that say the same again: a clash in Global shows in every pane's chain.
func unique(errs []error) []error {
	seen := make(map[string]bool)
	return slices.DeleteFunc(errs, func(err error) bool {
		again := seen[err.Error()]
		seen[err.Error()] = true
		return again
	})
}
