package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model"
	"reftel/model/library/shelf"
	"reftel/model/names/rules"
	"reftel/ui/palette"
)

// named is a name that the reader wants changed, as it is called now.
type named struct {
	kind  model.NameKind
	name  string
	forms []string
}

// change is a change of the rules that was made since the start.
type change struct {
	rule rules.Rule
	gone bool // it was taken back
}

// underCursor returns the name that the cursor of the palette or of the sidebar stands on.
func (a *App) underCursor() (n named, ok bool) {
	if a.overlay == paletteOverlay && a.mentions != nil {
		e := &a.mentions.entry
		return named{e.Kind, e.Name, e.Forms}, true
	}
	if a.overlay == paletteOverlay {
		row, ok := a.palette.Selected()
		if !ok || row.Name == nil {
			return n, false
		}
		return named{row.Name.Kind, row.Name.Name, row.Name.Forms}, true
	}
	e, ok := a.sidebar.Selected()
	if !ok || e.Name == nil {
		return n, false
	}
	return named{e.Name.Kind, e.Name.Name, e.Name.Forms}, true
}

// editName offers what can be done with the name under the cursor.
func (a *App) editName() tea.Cmd {
	n, ok := a.underCursor()
	if !ok {
		a.say(fmt.Sprintf("Only a name can be changed: choose one in the tab of names, or with %s.", a.keyFor(keymap.FindName)))
		return nil
	}
	choices := a.nameChoices(n)
	return a.offer(n.name, "what about it?", choices)
}

// offer shows a list of its own to choose from.
func (a *App) offer(title, about string, rows []palette.Row) tea.Cmd {
	if a.mentions != nil {
		a.closeMentions()
	}
	a.finder = sync.OnceValue(func() *palette.Finder { return palette.NewFinder(palette.Source{Choices: rows}) })
	a.palette.OpenList(title, about)
	a.overlay, a.merging = paletteOverlay, nil
	a.arrange()
	return a.find(false)
}

// nameRules offers the rules about names, to be taken back.
func (a *App) nameRules() tea.Cmd {
	all := a.set.Rules()
	if len(all) == 0 {
		a.say("There are no rules about names. " + a.keyFor(keymap.EditName) + " on a name makes one.")
		return nil
	}
	var rows []palette.Row
	for _, r := range slices.Backward(all) {
		rows = append(rows, palette.Row{Sign: "@", Text: r.String(), Do: func() tea.Cmd { return a.unrule(r) }})
	}
	return a.offer("Your rules about names", "Enter takes one back", rows)
}

// hiddenBy returns the rule that hides a name which has the words typed.
func (a *App) hiddenBy(typed string) (rules.Rule, bool) {
	for _, r := range a.set.Rules() {
		if r.Verb == rules.Hide && strings.Contains(rules.Key(r.Names[0]), rules.Key(typed)) {
			return r, true
		}
	}
	return rules.Rule{}, false
}

// nameChoices lists what can be done with a name.
func (a *App) nameChoices(n named) (rows []palette.Row) {
	add := func(text, note string, do func() tea.Cmd) {
		rows = append(rows, palette.Row{Sign: "@", Text: text, Note: note, Do: do})
	}
	add("Merge: another name is "+n.name, "choose it", func() tea.Cmd { return a.chooseSame(n) })
	add("Rename "+n.name, "type it", func() tea.Cmd {
		a.renaming = n
		a.ask(renamePrompt, n.name)
		return nil
	})
	for _, form := range n.forms {
		if rules.Key(form) != rules.Key(n.name) {
			add("Split: "+form+" is a name of its own", "", func() tea.Cmd { return a.splitForm(n, form) })
		}
	}
	for _, kind := range []model.NameKind{model.Person, model.Organization, model.Place} {
		if kind != n.kind {
			add("Retype: it is "+article(kind)+" "+string(kind), "", func() tea.Cmd {
				return a.rule(n.name+" is "+article(kind)+" "+string(kind)+" now.", rules.Rule{Verb: rules.Retype, Kind: n.kind, Names: []string{n.name}, To: kind})
			})
		}
	}
	add("Hide "+n.name, "", func() tea.Cmd {
		return a.rule(n.name+" is hidden.", rules.Rule{Verb: rules.Hide, Kind: n.kind, Names: []string{n.name}})
	})
	for _, r := range a.set.About(n.kind, n.name) {
		add("Undo: "+r.String(), "", func() tea.Cmd { return a.unrule(r) })
	}
	return rows
}

func article(kind model.NameKind) string {
	if kind == model.Organization {
		return "an"
	}
	return "a"
}

// chooseSame has the name chosen that is to be merged with one.
func (a *App) chooseSame(n named) tea.Cmd {
	cmd := a.openPalette(palette.Names)
	a.merging = &n
	a.say("Which " + string(n.kind) + " is " + n.name + " too? " + a.keyWord(keymap.Palette, keymap.PaletteJump) + " merges, " + a.keyWord(keymap.Palette, keymap.StepBack) + " gives up.")
	return cmd
}

// mergeInto makes another name one with the first.
func (a *App) mergeInto(n, other named) tea.Cmd {
	if n.kind != other.kind {
		a.complain(fmt.Sprintf("%s is %s %s, and %s %s %s: retype one of them first.", n.name, article(n.kind), n.kind, other.name, article(other.kind), other.kind))
		return nil
	}
	if rules.Key(n.name) == rules.Key(other.name) {
		a.say("That is the same name: nothing was merged.")
		return nil
	}
	for _, r := range a.set.Rules() { // what was split is put together again
		if r.Verb == rules.Split && r.Kind == n.kind && rules.Key(r.Names[0]) == rules.Key(other.name) && rules.Key(r.Names[1]) == rules.Key(n.name) {
			return a.unrule(r)
		}
	}
	return a.rule(other.name+" is "+n.name+" now.", rules.Rule{Verb: rules.Merge, Kind: n.kind, Names: []string{n.name, other.name}})
}

// splitForm makes a name of a form. Where the form is a name that the reader had merged, that is taken back instead.
func (a *App) splitForm(n named, form string) tea.Cmd {
	for _, r := range a.set.About(n.kind, form) {
		if r.Verb == rules.Merge && len(r.Names) == 2 && rules.Key(r.Names[1]) == rules.Key(form) {
			return a.unrule(r)
		}
	}
	return a.rule(form+" is a name of its own now.", rules.Rule{Verb: rules.Split, Kind: n.kind, Names: []string{form, n.name}})
}

// renameTo calls a name what was typed.
func (a *App) renameTo(typed string) tea.Cmd {
	n, name := a.renaming, rules.Clean(typed)
	if name == "" || name == n.name {
		a.say("Nothing was renamed.")
		return nil
	}
	return a.rule(n.name+" is called "+name+" now.", rules.Rule{Verb: rules.Rename, Kind: n.kind, Names: []string{n.name, name}})
}

// rule adds a rule and has it laid over the names, beside the screen.
func (a *App) rule(said string, r rules.Rule) tea.Cmd {
	r.Names = slices.Clone(r.Names)
	for i, name := range r.Names {
		r.Names[i] = rules.Clean(name)
	}
	said += fmt.Sprintf(" %s takes it back.", a.keyFor(keymap.UndoName))
	return a.changeRules(said, &change{r, false}, func() error {
		_, err := a.rules.Add(r)
		return err
	})
}

// unrule takes a rule back.
func (a *App) unrule(r rules.Rule) tea.Cmd {
	said := fmt.Sprintf("Taken back: %s. %s makes it again.", r, a.keyFor(keymap.UndoName))
	return a.changeRules(said, &change{r, true}, func() error { return a.rules.Undo(r) })
}

// undoName takes back the last change of names that was made since the start, else the last one of all.
func (a *App) undoName() tea.Cmd {
	if n := len(a.changes); n > 0 {
		last := a.changes[n-1]
		a.changes = a.changes[:n-1]
		if last.gone {
			return a.changeRules("Again: "+last.rule.String(), nil, func() error {
				_, err := a.rules.Add(last.rule)
				return err
			})
		}
		return a.changeRules("Taken back: "+last.rule.String(), nil, func() error { return a.rules.Undo(last.rule) })
	}
	all := a.set.Rules()
	if len(all) == 0 {
		a.say("No name was changed.")
		return nil
	}
	return a.changeRules("Taken back: "+all[len(all)-1].String(), nil, func() error { return a.rules.Undo(all[len(all)-1]) })
}

// changeRules changes the rules, and has them laid over the names.
func (a *App) changeRules(said string, made *change, do func() error) tea.Cmd {
	from, kept, ctx := a.shelf, a.rules, a.context
	return func() tea.Msg {
		if err := do(); err != nil {
			return ruledMsg{err: err}
		}
		set, _, err := kept.Set()
		if err == nil {
			err = layOver(ctx, from, set)
		}
		return ruledMsg{set, made, said, err}
	}
}

func layOver(ctx context.Context, s shelf.Shelf, set *rules.Set) error { return s.SetRules(ctx, set) }

// rereadRules takes in what other programs have written of names.
func (a *App) rereadRules() tea.Cmd {
	from, kept, ctx, before := a.shelf, a.rules, a.context, a.set
	return func() tea.Msg {
		set, wrong, err := kept.Set()
		if set == before && err == nil {
			return nil
		}
		if err == nil {
			err = layOver(ctx, from, set)
		}
		if err == nil && len(wrong) > 0 {
			err = fmt.Errorf("one of the rules about names does not hold: %w", wrong[0])
		}
		return ruledMsg{set: set, err: err}
	}
}

// renameFilter has the name that the list is narrowed to be called as it is now. Where it was called so by a rule that was
// taken back, the list is narrowed no longer.
func (a *App) renameFilter(before, now *rules.Set) {
	f := a.filter.name
	if f == nil {
		return
	}
	kind, name := f.Name.Kind, f.Name.Name
	if f.Entry != nil {
		kind, name = f.Entry.Kind, f.Entry.Name
	}
	was, is := before.Of(kind, name), now.Of(kind, name)
	switch {
	case is.Ruled:
		renamed := *f
		renamed.Name.Kind, renamed.Name.Name = is.Kind, is.Called
		if f.Entry != nil {
			e := *f.Entry
			e.Kind, e.Name = is.Kind, is.Called
			renamed.Entry = &e
		}
		a.filter.name = &renamed
	case was.Ruled:
		a.filter.name = nil
	}
}

// ruled shows the names as they are now.
func (a *App) ruled(msg ruledMsg) tea.Cmd {
	if msg.err != nil {
		a.complain(msg.err.Error())
	} else if msg.said != "" {
		a.say(msg.said)
	}
	if msg.set == a.set || msg.set == nil && msg.err != nil {
		return nil
	}
	narrowed := a.filter.on()
	a.renameFilter(a.set, msg.set)
	a.set = msg.set
	if msg.made != nil {
		a.changes = append(a.changes, *msg.made)
	}
	cmds := []tea.Cmd{a.relate()}
	if narrowed || a.filter.on() {
		cmds = append(cmds, a.refilter())
	}
	if a.overlay == paletteOverlay {
		cmds = append(cmds, a.find(false))
	}
	return tea.Batch(cmds...)
}
