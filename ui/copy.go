package ui

import (
	"fmt"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"reftel/model/cite"
	"reftel/ui/export"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// passageHere is the passage that is read, and how it is called; the whole cable when no paragraph is.
func (a *App) passageHere() (p cite.Passage, of cite.Citation, called string) {
	c, block := a.at.Cable, a.reader.Paragraph()
	of, called = cite.Of(c), nameOf(c)
	p = cite.Passage{First: 0, End: len(c.Blocks)}
	for i := block; i >= 0; i-- {
		if n := c.Blocks[i].Number; n > 0 {
			return cite.PassageAt(c, i), cite.OfBlock(c, i), fmt.Sprintf("%s ¶%d", called, n)
		}
	}
	if block >= 0 {
		p = cite.Passage{First: block, End: block + 1}
	}
	return p, of, called
}

// copyPassage copies the paragraph that is read, with its citation.
func (a *App) copyPassage() tea.Cmd {
	p, _, called := a.passageHere()
	return a.copy(called+" with its citation", export.Quotation(a.at.Cable, p))
}

// copyCitation copies the citation of the paragraph that is read.
func (a *App) copyCitation() tea.Cmd {
	_, of, called := a.passageHere()
	return a.copy("the citation of "+called, a.citation(of))
}

// citation writes a citation in the format of the settings.
func (a *App) citation(of cite.Citation) string {
	var keys cite.Keys
	switch a.options.Citation {
	case cite.AsBibTeX:
		return visible.Text(of.BibTeX(keys.Of(of)))
	case cite.AsRIS:
		return visible.Text(of.RIS(keys.Of(of)))
	case cite.AsCSL:
		if file, err := export.AppendJSON(nil, []cite.Item{of.CSL(keys.Of(of))}); err == nil {
			return string(file)
		}
	}
	return export.Citation(of)
}

// copyID copies the id of the cable.
func (a *App) copyID() tea.Cmd {
	if a.at.Cable.ID.IsZero() {
		a.say("This cable has no id to copy.")
		return nil
	}
	return a.copy("the id "+nameOf(a.at.Cable), visible.Line(a.at.Cable.ID.String()))
}

// copyText copies the text of the whole cable.
func (a *App) copyText() tea.Cmd {
	c := a.at.Cable
	return a.copy("the text of "+nameOf(c), export.Verbatim(c, cite.Passage{End: len(c.Blocks)}))
}

// mostOverTerminal is how many bytes of text most terminals take by way of OSC 52.
const mostOverTerminal = 74_000

// copy puts a text on the clipboard: that of this machine, or where there is none, or at the other end of an SSH link, that
// of the terminal.
func (a *App) copy(what, text string) tea.Cmd {
	if a.options.Clipboard == nil {
		return a.overTerminal(what, text, "")
	}
	put := a.options.Clipboard
	return func() tea.Msg { return copiedMsg{what, text, put(text)} }
}

// copied says what is on the clipboard; when that was refused, the terminal is asked.
func (a *App) copied(msg copiedMsg) tea.Cmd {
	if msg.err != nil {
		return a.overTerminal(msg.what, msg.text, "The clipboard refused. ")
	}
	a.say(fmt.Sprintf("Copied: %s, %s.", msg.what, lengthOf(msg.text)))
	return nil
}

func (a *App) overTerminal(what, text, why string) tea.Cmd {
	a.say(fmt.Sprintf("%sCopied through the terminal (OSC 52): %s, %s.", why, what, lengthOf(text)))
	if len(text) > mostOverTerminal {
		a.say(fmt.Sprintf("%sSent to the terminal (OSC 52), which may refuse so much: %s, %s.", why, what, lengthOf(text)))
	}
	return tea.SetClipboard(text)
}

func lengthOf(text string) string { return words.Count(utf8.RuneCountInString(text), "character") }
