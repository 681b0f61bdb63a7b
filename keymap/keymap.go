// Package keymap holds every key of the program as data: action, scope, keys, help.
//
// One table (Defaults) feeds dispatch, the hints of the status line, the help overlay, the README,
// the man page and `reftel keys`, so none of them can tell a different story. The road of a key:
//
//	key press -> Map.Resolve(Chain(focus), pending, key) -> Action -> what the program does
//
// A key may begin a sequence ("] r"): Resolve then hands back what was pressed so far, the caller
// keeps it, shows Map.Continuations beside it, and hands it in again with the next key.
package keymap

import "slices"

// Map answers what a key means. It does not change after New and may be shared.
type Map struct {
	bindings []Binding
}

// New checks the table and returns the map made of it. The error names everything that is wrong,
// one sentence a line: an unknown action or scope, a key that no terminal sends, a key that types
// text in its scope, a key that stands for two actions in one scope chain or begins a sequence
// there, help that is missing.
func New(bindings []Binding) (*Map, error) {
	if err := check(bindings); err != nil {
		return nil, err
	}
	return &Map{bindings: slices.Clone(bindings)}, nil
}

// Resolve looks a key up. Scopes come innermost first (see Chain), pending holds the keys of a
// sequence that has begun (nil: none), key is the press as Bubble Tea spells it. There are three
// outcomes: an action (found); a sequence that has begun or goes on (still holds its keys, to be
// handed in as pending with the next press); nothing, which ends a sequence as well.
func (m *Map) Resolve(scopes []Scope, pending []string, key string) (a Action, still []string, found bool) {
	pressed := append(slices.Clone(pending), key)
	for _, scope := range scopes {
		for _, b := range m.bindings {
			if b.Scope != scope {
				continue
			}
			for _, keys := range b.Keys {
				sequence := split(keys)
				if slices.Equal(sequence, pressed) {
					return b.Action, nil, true
				}
				if startsWith(sequence, pressed) {
					still = pressed
				}
			}
		}
	}
	return "", still, false
}

// Bindings returns the rows alive in the given scopes, the first scope's first, each scope's in the
// order of the table. No scope means all of them.
func (m *Map) Bindings(scopes ...Scope) []Binding {
	if len(scopes) == 0 {
		return slices.Clone(m.bindings)
	}
	var out []Binding
	for _, scope := range scopes {
		for _, b := range m.bindings {
			if b.Scope == scope {
				out = append(out, b)
			}
		}
	}
	return out
}

// Hints returns the rows of Bindings that ask to stand in the status line. Sequences stand there once they have begun: see
// [Map.Continuations].
func (m *Map) Hints(scopes ...Scope) []Binding {
	return slices.DeleteFunc(m.Bindings(scopes...), func(b Binding) bool {
		return b.Hint == "" || !slices.ContainsFunc(b.Keys, func(key string) bool { return len(split(key)) == 1 })
	})
}

// Keys returns the keys of an action in the given scopes (none: all of them), each once, as they
// stand in the table; Label makes them readable.
func (m *Map) Keys(a Action, scopes ...Scope) []string {
	var out []string
	for _, b := range m.Bindings(scopes...) {
		if b.Action != a {
			continue
		}
		for _, key := range b.Keys {
			if !slices.Contains(out, key) {
				out = append(out, key)
			}
		}
	}
	return out
}

// Continuations returns the rows that a begun sequence can still lead to. Their Keys hold only what
// is left to press, and only of the sequences that begin with pending.
func (m *Map) Continuations(scopes []Scope, pending []string) []Binding {
	var out []Binding
	for _, b := range m.Bindings(scopes...) {
		var rest []string
		for _, keys := range b.Keys {
			if sequence := split(keys); startsWith(sequence, pending) {
				rest = append(rest, join(sequence[len(pending):]))
			}
		}
		if len(rest) > 0 {
			b.Keys = rest
			out = append(out, b)
		}
	}
	return out
}

// startsWith reports whether the sequence is longer than the keys pressed and begins with them.
func startsWith(sequence, pressed []string) bool {
	return len(sequence) > len(pressed) && slices.Equal(sequence[:len(pressed)], pressed)
}
