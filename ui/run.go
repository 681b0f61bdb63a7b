package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"reftel/model/library"
	"reftel/ui/pace"
)

// framesPerSecond is how often the screen may be redrawn. With 120 the first frame is there after
// 18 ms instead of 26 (MEASURED), and nothing is sent while nothing changes.
const framesPerSecond = 120

// farewell is how long the program waits at its end for what was read to be kept.
const farewell = 2 * time.Second

// Run shows the program on the terminal until it is left. It returns what could not be read. A terminal far away gets a
// frame when it has shown the one before, see [pace]; that of this process or what Options.Output names is written to, and
// no option may set another output or a filter.
func Run(ctx context.Context, o Options, terminal ...tea.ProgramOption) ([]library.Problem, error) {
	link, out := pace.New(time.Now), o.Output
	if out == nil {
		out = os.Stdout
	}
	if o.Remote {
		o.Slow, out = link.Slow, link.Writer(out)
	}
	a, err := New(o)
	if err != nil {
		return nil, err
	}
	defer a.stop()
	var model tea.Model = a
	if o.Remote {
		model = link.Model(a)
		terminal = append(terminal, tea.WithFilter(link.Filter))
	}
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGHUP) // Bubble Tea itself takes SIGINT and SIGTERM
	defer stop()
	opts := append([]tea.ProgramOption{tea.WithContext(ctx), tea.WithFPS(framesPerSecond), tea.WithOutput(out)}, terminal...)
	_, err = tea.NewProgram(model, opts...).Run()
	a.Close(farewell)
	if err != nil && ctx.Err() == nil && !errors.Is(err, tea.ErrInterrupted) {
		return a.shelf.Problems(), fmt.Errorf("the screen could not be run: %w", err)
	}
	return a.shelf.Problems(), nil
}

// Close ends what the program does beside the screen, and keeps what is to be kept, for as long as that may take.
func (a *App) Close(most time.Duration) {
	a.stop()
	a.flush(most)
	a.loading.wait(most)
}
