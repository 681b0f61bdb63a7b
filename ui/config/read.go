package config

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"reftel/keymap"
)

// Read reads the settings of a file and returns what is wrong in it, in the order of its lines. What is wrong keeps its
// default.
func Read(text []byte) (Config, []Mistake) {
	r := reading{config: Default(), settings: settings(), actions: actions(), said: map[string]bool{}}
	all, broken := entries(text)
	if broken != nil {
		return r.config, []Mistake{*broken}
	}
	all = r.known(all)
	r.themes(all) // before the setting that names one
	for _, e := range all {
		if e.path[0] != "keys" && e.path[0] != "themes" {
			r.set(e)
		}
	}
	r.keys(all)
	sort.SliceStable(r.mistakes, func(i, j int) bool { return r.mistakes[i].Line < r.mistakes[j].Line })
	return r.config, r.mistakes
}

// reading is a file being read.
type reading struct {
	config   Config
	mistakes []Mistake
	settings []setting
	actions  []keymap.Action
	said     map[string]bool // of which tables it was said that there aren't any
	refused  []string        // themes
}

func (r *reading) wrong(line int, format string, args ...any) {
	r.mistakes = append(r.mistakes, Mistake{line, fmt.Sprintf(format, args...)})
}

// once is wrong, but of one table only the first time.
func (r *reading) once(path []string, line int, format string, args ...any) {
	if name := strings.Join(path, "\x00"); !r.said[name] {
		r.said[name] = true
		r.wrong(line, format, args...)
	}
}

// known drops the heads of the tables that there are, and the entries of those that there aren't.
func (r *reading) known(all []entry) (out []entry) {
	for _, e := range all {
		root, isTable := e.path[0], slices.Contains(tables(), e.path[0])
		switch {
		case isTable && len(e.path) == 1:
			if !e.isHead() {
				r.wrong(e.line, "%s is a table and has %s; write [%s] and what belongs to it below", root, kindOf(e.value), root)
			}
		case isTable || len(e.path) == 1 && !e.isHead():
			out = append(out, e)
		case root == "theme":
			r.once(e.path[:1], e.line, "theme is the name of a theme; write your own below [themes.NAME]")
		default:
			r.once(e.path[:1], e.line, "there is no table [%s]%s; the tables are %s", root, didYouMean(root, tables()), join(tables()))
		}
	}
	return out
}

// isHead reports whether an entry is the head of a table.
func (e entry) isHead() bool {
	_, head := e.value.(table)
	return head
}

// set takes one setting.
func (r *reading) set(e entry) {
	var names []string
	for _, s := range r.settings {
		if s.name == e.name() {
			if v, isText := e.value.(string); isText && s.name == "theme" && slices.Contains(r.refused, v) {
				return // why was said
			}
			if err := s.read(&r.config, e.value); err != nil {
				r.wrong(e.line, "%s %s", s.name, err)
			}
			return
		}
		names = append(names, s.name)
	}
	r.wrong(e.line, "there is no setting %s%s; reftel config prints all settings", show(e.name()), didYouMean(e.name(), names))
}

// keys takes the keys of all scopes.
func (r *reading) keys(all []entry) {
	var overrides []keymap.Override
	var lines []int
	for i, e := range all {
		if e.path[0] == "keys" {
			if o, ok := r.override(e, all[i+1:]); ok {
				overrides, lines = append(overrides, o), append(lines, e.line)
			}
		}
	}
	var refused []keymap.Refusal
	r.config.Keys, refused = keymap.Rebind(overrides)
	for _, f := range refused {
		r.wrong(lines[f.Override], "%s", f.Why)
	}
}

// override takes the keys of an action; after are the entries behind it.
func (r *reading) override(e entry, after []entry) (o keymap.Override, ok bool) {
	scope := e.path[1]
	switch {
	case !slices.Contains(keymap.Scopes(), keymap.Scope(scope)):
		r.once(e.path[:2], e.line, "there is no scope %s%s; the scopes are %s", show(scope), didYouMean(scope, keymap.Scopes()), join(keymap.Scopes()))
		return o, false
	case len(e.path) == 2:
		if !e.isHead() {
			r.wrong(e.line, "keys.%s is a table and has %s; write [keys.%s], and below it: action = \"key\"", scope, kindOf(e.value), scope)
		}
		return o, false
	case e.isHead() && len(after) > 0 && len(after[0].path) > len(e.path) && slices.Equal(after[0].path[:len(e.path)], e.path):
		return o, false // the first part of an action without quotes: its other part follows
	}
	action := strings.Join(e.path[2:], ".") // in quotes or not
	if !slices.Contains(r.actions, keymap.Action(action)) {
		r.wrong(e.line, "there is no action %s%s; reftel keys lists the actions", show(action), didYouMean(action, r.actions))
		return o, false
	}
	keys, ok := textsOf(e.value)
	if one, isText := e.value.(string); isText {
		keys, ok = []string{one}, true
	}
	if !ok {
		r.wrong(e.line, "%s wants a key or a list of keys and has %s; write %s", action, kindOf(e.value), `"j" or ["j", "down"]`)
	}
	return keymap.Override{Scope: keymap.Scope(scope), Action: keymap.Action(action), Keys: keys}, ok
}

// actions lists all actions.
func actions() (out []keymap.Action) {
	for _, b := range keymap.Defaults() {
		if !slices.Contains(out, b.Action) {
			out = append(out, b.Action)
		}
	}
	return out
}
