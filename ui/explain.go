package ui

import (
	"fmt"
	"strings"

	"reftel/keymap"
	"reftel/model"
	"reftel/model/excerpt"
	"reftel/ui/words"
)

// explain says in a sentence what a mark is and, for a reference, where it leads.
func (a *App) explain(m model.Mark) string {
	switch m.Kind {
	case model.Redaction:
		words := m.Form
		if m.Extent != "" {
			words += " (" + m.Extent + ")"
		}
		if m.Code != "" {
			words += " · exemption " + m.Code
			if m.Why != "" {
				words += ": " + m.Why
			}
		}
		return words
	case model.Omission:
		return "left out by an editor: " + m.Form
	case model.Loss:
		return "the text " + m.Why + "; this copy has no more"
	case model.Garble:
		return "garbled: " + m.Form
	case model.Protect:
		return m.Form
	case model.PageBreak, model.Stamp:
		return words.PageMark(m)
	case model.NoteSign:
		return a.explainNote(a.reader.Cable(), m.Target)
	case model.Citation:
		return a.explainReference(m)
	}
	return ""
}

// explainNote says what a footnote says, so that it needn't be gone to.
func (a *App) explainNote(c *model.Cable, sign string) string {
	if block, ok := c.Note(sign); ok {
		return "note " + sign + ": " + excerpt.OneLine(c.Blocks[block].Text)
	}
	return "note " + sign + ", which is not in this copy"
}

func (a *App) explainReference(m model.Mark) string {
	ids, state := a.at.Leads(m)
	leads := make([]string, len(ids))
	for i, id := range ids {
		leads[i] = id.String()
	}
	where := strings.Join(leads, ", ")
	switch {
	case m.Note != "":
		where += ", note " + m.Note
	case m.RefTo == model.ToPage && state == model.NotInLibrary:
		return fmt.Sprintf("%q leads to a page of which no document is in this library.", m.Form)
	case m.RefTo == model.ToPage:
		where += ", page " + m.Target
	case m.RefTo == model.ToNote && state == model.NoSuchParagraph:
		return fmt.Sprintf("%q can't be followed: this document has no such note.", m.Form)
	case m.RefTo == model.ToNote:
		return a.explainNote(a.reader.Cable(), m.Target)
	}
	switch state {
	case model.Resolved:
		return fmt.Sprintf("%q leads to %s. %s follows.", m.Form, where, a.keyFor(keymap.FollowReference))
	case model.NotInLibrary:
		others := ""
		if len(ids) == 1 {
			if n := a.at.Others[ids[0]]; n > 0 {
				others = "; it is also cited by " + words.Count(n, "other cable")
			}
		}
		return fmt.Sprintf("%q is %s, which is not in this library%s.", m.Form, where, others)
	case model.LetterWithoutList:
		if len(a.reader.Cable().References) == 0 {
			return fmt.Sprintf("%q can't be followed: this cable's REF list is missing.", m.Form)
		}
		return fmt.Sprintf("%q can't be followed: this cable's REF list has no such letter.", m.Form)
	case model.ParagraphHere:
		return fmt.Sprintf("%q is paragraph %s of this cable. %s goes there.", m.Form, m.Target, a.keyFor(keymap.FollowReference))
	case model.NoSuchParagraph:
		return fmt.Sprintf("%q can't be followed: this cable has no paragraph %s.", m.Form, m.Target)
	case model.Unnamed:
		return fmt.Sprintf("%q is another telegram, which the cable does not name.", m.Form)
	case model.NoCable:
		return fmt.Sprintf("%q is no cable: nothing to open.", m.Form)
	}
	return m.Form
}

// keyFor names the first key of an action as help shows it.
func (a *App) keyFor(action keymap.Action) string { return a.keyIn(action) }

// keyWord names the first key that an action has in a scope as a sentence does: Esc, /.
func (a *App) keyWord(scope keymap.Scope, action keymap.Action) string {
	key := a.keyIn(action, keymap.Chain(scope)...)
	if len(key) > 1 && key[0] >= 'a' && key[0] <= 'z' && !strings.Contains(key, "+") {
		return strings.ToUpper(key[:1]) + key[1:]
	}
	return key
}

func (a *App) keyIn(action keymap.Action, scopes ...keymap.Scope) string {
	if keys := a.keys.Keys(action, scopes...); len(keys) > 0 {
		return a.theme.Label(keymap.Label(keys[0]))
	}
	return "(no key)"
}

// tellKeys says to the panes which keys they name.
func (a *App) tellKeys() {
	a.list.SetBackKey(a.keyWord(keymap.List, keymap.StepBack))
	a.palette.SetKindKey(a.keyWord(keymap.Palette, keymap.PaletteNext))
	a.overview.SetKeys(a.keyWord(keymap.Overview, keymap.OverviewWiden), a.keyWord(keymap.Overview, keymap.FilterList))
	a.help.SetKeys(a.keyWord(keymap.Help, keymap.StepBack), a.keyWord(keymap.Help, keymap.FilterHelp))
}
