package ui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"reftel/internal/crash"
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

// Fault says that the program itself has failed: it has panicked.
type Fault struct{ *crash.Crash }

func (f Fault) Error() string { return "reftel has failed: " + f.Crash.Error() }

// RunOn shows the program on a terminal that isn't this process's own until it is left or ctx ends, as [Run] does. Either
// way the terminal is restored; it must be read, or be closed. Where the program itself fails, the error is a [Fault].
func RunOn(ctx context.Context, o Options, t Terminal) (problems []library.Problem, err error) {
	paced, opts := onLink(&o, t.Out)
	a, err := New(o)
	if err != nil {
		return nil, err
	}
	defer a.stop()
	g := &guarded{Model: paced(a)}
	environment := []string{"TERM=" + t.Name, "SSH_TTY=/dev/tty"}
	p := tea.NewProgram(g, append(opts, tea.WithInput(t.In), tea.WithEnvironment(environment), tea.WithColorProfile(colorprofile.Env(environment)),
		tea.WithWindowSize(t.Width, t.Height), tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler())...)
	g.end = func() { go crash.Caught(p.Quit)() }
	ended := make(chan struct{})
	go crash.Caught(func() {
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
	})()
	_, err = p.Run()
	close(ended)
	defer func() { // what was to be kept may be what has failed
		if v := recover(); v != nil {
			err = Fault{cmp.Or(g.fell, crash.Of(v))}
		}
	}()
	a.Close(farewell)
	if g.fell != nil {
		return nil, Fault{g.fell}
	}
	if err != nil && ctx.Err() == nil && !errors.Is(err, tea.ErrInterrupted) {
		return a.shelf.Problems(), fmt.Errorf("the screen could not be run: %w", err)
	}
	return a.shelf.Problems(), nil
}

// guarded is the program on a server: when it fails, it ends, and nothing beside it.
type guarded struct {
	tea.Model
	fell *crash.Crash
	end  func() // the program, as soon as it can
}

// fellMsg says that a command has failed.
type fellMsg struct{ crash *crash.Crash }

func fell(c *crash.Crash) tea.Msg { return fellMsg{c} }

func (g *guarded) Init() (cmd tea.Cmd) {
	defer g.recovered(&cmd)
	return watch(g.Model.Init(), fell)
}

func (g *guarded) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	defer g.recovered(&cmd)
	if f, ok := msg.(fellMsg); ok {
		g.fell = f.crash
		return g, tea.Quit
	}
	_, cmd = g.Model.Update(msg)
	return g, watch(cmd, fell)
}

func (g *guarded) View() (v tea.View) {
	defer func() {
		if v := recover(); v != nil && g.fell == nil {
			g.fell = crash.Of(v)
			g.end()
		}
	}()
	if g.fell != nil {
		return tea.View{}
	}
	return g.Model.View()
}

// recovered ends the program if it has failed.
func (g *guarded) recovered(cmd *tea.Cmd) {
	if v := recover(); v != nil {
		g.fell = crash.Of(v)
		*cmd = tea.Quit
	}
}
