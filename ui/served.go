package ui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"reftel/internal/crash"
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

// RunOn shows the program on a terminal that isn't this process's own until it is left or ctx ends, as [Run] does. Either
// way the terminal is restored; it must be read, or be closed. Where the program itself fails, the error is a
// [crash.Crash].
func RunOn(ctx context.Context, o Options, t Terminal) (err error) {
	paced, opts := onLink(&o, t.Out)
	a, err := New(o)
	if err != nil {
		return err
	}
	defer a.stop()
	g := &guarded{App: a}
	environment := []string{"TERM=" + t.Name, "SSH_TTY=/dev/tty"}
	p := tea.NewProgram(paced(g), append(opts, tea.WithInput(t.In), tea.WithEnvironment(environment), tea.WithColorProfile(colorprofile.Env(environment)),
		tea.WithWindowSize(t.Width, t.Height), tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler())...)
	g.end = p.Quit
	ended := make(chan struct{})
	go crash.Caught(func() { t.tell(ctx, p, ended) })()
	_, err = p.Run()
	close(ended)
	defer func() { // what was to be kept may be what has failed
		if v := recover(); v != nil {
			err = cmp.Or(g.failed.Load(), crash.Of(v))
		}
	}()
	a.Close(farewell)
	if failed := g.failed.Load(); failed != nil {
		return failed
	}
	if err != nil && ctx.Err() == nil && !errors.Is(err, tea.ErrInterrupted) {
		return fmt.Errorf("the screen could not be run: %w", err)
	}
	return nil
}

// tell tells a program what becomes of its terminal, until it has ended.
func (t *Terminal) tell(ctx context.Context, p *tea.Program, ended <-chan struct{}) {
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
}

// guarded is the program on a server: when it fails, it ends, and nothing beside it.
type guarded struct {
	*App
	failed atomic.Pointer[crash.Crash]
	end    func() // the program, as soon as it can
}

// Init begins as [App.Init] does.
func (g *guarded) Init() (cmd tea.Cmd) {
	defer g.recovered(&cmd)
	return watch(g.App.Init(), g.fell)
}

// Update does as [App.Update].
func (g *guarded) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	m = g // also when it fails
	defer g.recovered(&cmd)
	_, cmd = g.App.Update(msg)
	return g, watch(cmd, g.fell)
}

// View draws what [App.View] does, and nothing after a failure.
func (g *guarded) View() (v tea.View) {
	var quit tea.Cmd
	defer func() {
		if quit != nil { // Bubble Tea waits for the view: it can't be told now
			go crash.Caught(g.end)()
		}
	}()
	defer g.recovered(&quit)
	if g.failed.Load() != nil {
		return tea.View{}
	}
	return g.App.View()
}

// recovered ends the program if it has failed.
func (g *guarded) recovered(cmd *tea.Cmd) {
	if v := recover(); v != nil {
		g.failed.CompareAndSwap(nil, crash.Of(v))
		*cmd = tea.Quit
	}
}

// fell ends the program because a command has failed.
func (g *guarded) fell(c *crash.Crash) tea.Msg {
	g.failed.CompareAndSwap(nil, c)
	return tea.Quit()
}
