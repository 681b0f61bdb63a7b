package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"reftel/model/library"
)

// Terminal is one at the other end of a connection.
type Terminal struct {
	In            io.Reader
	Out           io.Writer
	Name          string // as in TERM
	Width, Height int
	Sizes         <-chan [2]int // width and height when they change; closed when the terminal is gone
	Said          <-chan string // sentences for the status line
}

// Fault says that the program itself has failed. It has the stack, but not what was said of the failure: that may be words
// of a cable.
type Fault struct{ Stack []byte }

func (f Fault) Error() string { return "reftel has failed" }

// RunOn shows the program on a terminal that isn't this process's own until it is left or ctx ends, as [Run] does. Either
// way the terminal is restored; it must be read, or be closed. Where the program itself fails, the error is a [Fault].
func RunOn(ctx context.Context, o Options, t Terminal) (problems []library.Problem, err error) {
	a, err := New(o)
	if err != nil {
		return nil, err
	}
	defer a.stop()
	g := &guarded{App: a}
	environment := []string{"TERM=" + t.Name, "SSH_TTY=/dev/tty"}
	p := tea.NewProgram(g, tea.WithInput(t.In), tea.WithOutput(t.Out), tea.WithEnvironment(environment), tea.WithColorProfile(colorprofile.Env(environment)),
		tea.WithWindowSize(t.Width, t.Height), tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler())
	g.end = func() { go p.Quit() }
	ended := make(chan struct{})
	go func() {
		for {
			select {
			case size, ok := <-t.Sizes:
				if !ok {
					p.Quit()
					return
				}
				p.Send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			case what := <-t.Said:
				p.Send(saidMsg{what})
			case <-ctx.Done():
				p.Quit()
				return
			case <-ended:
				return
			}
		}
	}()
	_, err = p.Run()
	close(ended)
	if g.fault.Stack != nil {
		return nil, g.fault
	}
	defer func() { // what was to be kept may be what has failed
		if recover() != nil {
			err = Fault{debug.Stack()}
		}
	}()
	a.Close(farewell)
	if err != nil && ctx.Err() == nil && !errors.Is(err, tea.ErrInterrupted) {
		return a.shelf.Problems(), fmt.Errorf("the screen could not be run: %w", err)
	}
	return a.shelf.Problems(), nil
}

// guarded is the program on a server: when it fails, it ends, and nothing beside it.
type guarded struct {
	*App
	fault Fault
	end   func() // the program, as soon as it can
}

// faultMsg says that a command has failed.
type faultMsg struct{ stack []byte }

func (g *guarded) Init() (cmd tea.Cmd) {
	defer g.recovered(&cmd)
	return guard(g.App.Init())
}

func (g *guarded) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	m = g // also when it fails
	defer g.recovered(&cmd)
	if f, ok := msg.(faultMsg); ok {
		g.fault = Fault{f.stack}
		return g, tea.Quit
	}
	_, cmd = g.App.Update(msg)
	return g, guard(cmd)
}

func (g *guarded) View() (v tea.View) {
	defer func() {
		if recover() != nil && g.fault.Stack == nil {
			g.fault = Fault{debug.Stack()}
			g.end()
		}
	}()
	if g.fault.Stack != nil {
		return tea.View{}
	}
	return g.App.View()
}

// recovered ends the program if it has failed.
func (g *guarded) recovered(cmd *tea.Cmd) {
	if recover() != nil {
		g.fault = Fault{debug.Stack()}
		*cmd = tea.Quit
	}
}

// guard has a command that fails say so.
func guard(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if recover() != nil {
				msg = faultMsg{debug.Stack()}
			}
		}()
		msg = cmd()
		if all, ok := msg.(tea.BatchMsg); ok {
			for i := range all {
				all[i] = guard(all[i])
			}
		}
		return msg
	}
}
