package ui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model"
	"reftel/model/expand"
	"reftel/model/library/shelf"
	"reftel/ui/layout"
	"reftel/ui/reader"
	"reftel/ui/sidebar"
	"reftel/ui/words"
)

// expand asks what other cables say that the acronyms of the one that is read stand for. It is read meanwhile: what it says
// itself, and the tables say, is there already.
func (a *App) expand() tea.Cmd {
	ctx, generation := a.relating.next(a.context)
	from, o := a.shelf, a.at
	return func() tea.Msg {
		now, err := from.Expand(ctx, o)
		var copies []shelf.Number
		if err == nil {
			copies, err = copiesOf(ctx, from, o.Cable)
		}
		if err != nil { // what was known before stays
			return nil
		}
		return relatedMsg{generation, now, copies}
	}
}

// places are where the terms stand that are known; markings stand in the margin.
func places(terms []expand.Term) (out []model.Mention) {
	for _, t := range terms {
		if len(t.Meanings) == 0 {
			continue
		}
		for _, p := range t.Places {
			if !p.Span.Empty() {
				out = append(out, p)
			}
		}
	}
	return out
}

// termAt returns the term at a place of the cable that is read, nil for none.
func (a *App) termAt(f reader.Focus) *expand.Term {
	for i := range a.at.Terms {
		t := &a.at.Terms[i]
		if len(t.Meanings) > 0 && slices.Contains(t.Places, model.Mention{Block: f.Block, Span: f.Span}) {
			return t
		}
	}
	return nil
}

// stepTerm goes to the next word that stands for something and says what.
func (a *App) stepTerm(dir int) tea.Cmd {
	at, of, ok := a.reader.Step(reader.Terms, dir)
	switch {
	case of == 0:
		a.say("Nothing in this cable is known to stand for something.")
	case !ok:
		a.say(fmt.Sprintf("No further abbreviation in this cable. %s reads the next cable.", a.keyFor(keymap.NextCable)))
	default:
		a.tellTerm(at, of)
	}
	return nil
}

// tellTerm says what the word that was jumped to stands for.
func (a *App) tellTerm(at, of int) {
	if t := a.termAt(*a.reader.Focus()); t != nil {
		a.say(fmt.Sprintf("%s (%d of %d)", words.Term(a.at.Cable, *t), at, of))
	}
}

// standsFor says what the word that was jumped to stands for, in parentheses; "" where that isn't known.
func (a *App) standsFor() string {
	if f := a.reader.Focus(); f != nil {
		if t := a.termAt(*f); t != nil {
			best, origin, _ := words.Meanings(a.at.Cable, *t)
			return " (" + best + ", " + origin + ")"
		}
	}
	return ""
}

// explainTerms shows what the abbreviations of the cable stand for, with the cursor on the one that was jumped to or the next
// that is read; at the head of a cable, on the first of all.
func (a *App) explainTerms() tea.Cmd {
	a.sidebar.Open(sidebar.Abbreviations)
	if f, ok := a.reader.Ahead(reader.Terms); ok {
		if t := a.termAt(f); t != nil && (a.reader.Focus() != nil || t.Group != expand.Handling) {
			a.sidebar.SelectTerm(t)
		}
	}
	a.sidebarOpen = true
	return a.goToPane(layout.Sidebar)
}

// chooseTerm goes to where the cable defines a term, else to its first place.
func (a *App) chooseTerm(t *expand.Term) {
	f := reader.Focus{Block: t.Places[0].Block, Span: t.Places[0].Span}
	if m := t.Meanings[0]; m.From == expand.Here {
		f = reader.Focus{Block: m.Block, Span: m.Span}
	}
	a.leave()
	a.reader.Jump(f)
	a.setFocus(layout.Reader)
	a.say(words.Term(a.at.Cable, *t))
}
