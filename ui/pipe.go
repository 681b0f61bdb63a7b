package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"reftel/model/cite"
	"reftel/ui/export"
)

// askPipe asks for a command that gets the paragraph that was jumped to, or the whole cable, on its standard input.
func (a *App) askPipe() tea.Cmd {
	if a.options.Served {
		a.say("No commands are run for readers over SSH.")
		return nil
	}
	if a.options.Pager == "" {
		a.say("No commands are run here.")
		return nil
	}
	a.ask(pipePrompt, "")
	_, called := a.pipedPassage()
	a.say(called + "; Enter alone: " + a.options.Pager)
	return nil
}

// pipedPassage is the paragraph that was jumped to, else the whole cable.
func (a *App) pipedPassage() (p cite.Passage, called string) {
	if a.reader.Focus() != nil {
		p, _, called = a.passageHere()
		return p, called
	}
	c := a.at.Cable
	return cite.Passage{End: len(c.Blocks)}, nameOf(c)
}

// pipe hands a text to a command. It has the terminal until it ends, and what it has written stays to be read.
func (a *App) pipe(command string) tea.Cmd {
	if a.at == nil {
		return nil
	}
	p, called := a.pipedPassage()
	text := export.Quotation(a.at.Cable, p) + "\n"
	run := command
	if run == "" {
		command, run = a.options.Pager, a.options.Pager
	} else {
		run += "\nstatus=$?; printf '\\nEnter leads back to reftel. '; read -r _ < /dev/tty; exit $status"
	}
	cmd := shell(run)
	cmd.Stdin = strings.NewReader(text)
	return a.lend(cmd, func(err error) tea.Msg { return pipedMsg{command, called, err} })
}

func (a *App) piped(msg pipedMsg) {
	if msg.err != nil {
		a.complain(fmt.Sprintf("%q failed: %v.", msg.command, msg.err))
		return
	}
	a.say(fmt.Sprintf("%s was handed to %q.", msg.what, msg.command))
}
