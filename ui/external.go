package ui

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
)

// Programs that the reader asks for are started here and nowhere else, with the terminal in their hands, and only on this
// machine.

// inEditor opens the note that is being written in the reader's editor.
func (a *App) inEditor() tea.Cmd {
	if a.options.Served {
		a.say("There is no editor for readers over SSH: the note can be written here.")
		return nil
	}
	if a.options.Editor == "" {
		a.say("No editor is named: set VISUAL or EDITOR. The note can be written here as well.")
		return nil
	}
	dir, err := os.MkdirTemp("", "reftel-note-")
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "note.md"), []byte(a.note.Value()+"\n"), 0o600)
	}
	if err != nil {
		a.complain(fmt.Sprintf("The note can't be handed to the editor: %v. It can be written here.", err))
		return nil
	}
	return a.lend(shell(a.options.Editor, filepath.Join(dir, "note.md")), func(err error) tea.Msg {
		defer os.RemoveAll(dir)
		text, unread := os.ReadFile(filepath.Join(dir, "note.md"))
		if err == nil {
			err = unread
		}
		return editedMsg{string(text), err}
	})
}

// edited takes over what the editor has written. When it failed the box has what it had before.
func (a *App) edited(msg editedMsg) {
	if a.overlay != noteOverlay {
		return
	}
	if msg.err != nil {
		a.complain(fmt.Sprintf("The editor failed (%v): the note is as it was before.", msg.err))
		return
	}
	a.note.Set(msg.text)
}

// guest is a program that has the terminal for a while.
type guest struct {
	*exec.Cmd
	lent *atomic.Bool
}

// lend gives the terminal to a program until it ends; then says what to tell of it.
func (a *App) lend(program *exec.Cmd, then func(error) tea.Msg) tea.Cmd {
	return tea.Exec(guest{program, &a.lent}, then)
}

// Run runs the program to its end.
func (g guest) Run() error {
	g.lent.Store(true)
	defer g.lent.Store(false)
	return g.Cmd.Run()
}

// SetStdin gives the terminal to a program that reads nothing else.
func (g guest) SetStdin(r io.Reader) {
	if k, ok := r.(keyboard); ok {
		r = k.File // the terminal itself, not a pipe from it
	}
	if g.Stdin == nil {
		g.Stdin = r
	}
}

// SetStdout has the program write to the terminal.
func (g guest) SetStdout(w io.Writer) { g.Stdout = w }

// SetStderr has the program complain to the terminal.
func (g guest) SetStderr(w io.Writer) { g.Stderr = w }

// shell runs a command of the reader's with further arguments. The command may have arguments and quotes of its own, so the
// shell reads it; the further arguments are handed on as they are.
func shell(command string, arguments ...string) *exec.Cmd {
	return exec.Command("/bin/sh", append([]string{"-c", command + ` "$@"`, command}, arguments...)...)
}
