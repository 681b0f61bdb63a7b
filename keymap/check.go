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
			add("%s: a key is empty", b.Action)
			continue
		}
		for _, press := range presses {
			if why := unsent(press); why != "" {
				add("%s: the key %q can't be used: %s", b.Action, keys, why)
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
	type use struct {
		sequence []string
		binding  Binding
	}
	var uses []use
	for _, b := range bindings {
		if !slices.Contains(chain, b.Scope) {
			continue
		}
		for _, keys := range b.Keys {
			uses = append(uses, use{split(keys), b})
		}
	}
	for i, a := range uses {
		for _, b := range uses[i+1:] {
			one, two := a, b
			if len(one.sequence) > len(two.sequence) {
				one, two = two, one
			}
			switch {
			case slices.Equal(one.sequence, two.sequence) && one.binding.Action != two.binding.Action:
				wrong = append(wrong, fmt.Errorf("the key %q stands for %s (scope %s) and for %s (scope %s); give one of them another key",
					join(one.sequence), one.binding.Action, one.binding.Scope, two.binding.Action, two.binding.Scope))
			case len(one.sequence) > 0 && startsWith(two.sequence, one.sequence):
				wrong = append(wrong, fmt.Errorf("the key %q stands for %s (scope %s) and begins %q, which stands for %s (scope %s); give one of them another key",
					join(one.sequence), one.binding.Action, one.binding.Scope, join(two.sequence), two.binding.Action, two.binding.Scope))
			}
		}
	}
	return wrong
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
