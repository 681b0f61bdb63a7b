package ui

import (
	"context"
	"errors"
	"fmt"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"reftel/model/library"
)

// framesPerSecond is how often the screen may be redrawn. With 120 the first frame is there after
// 18 ms instead of 26 (MEASURED), and nothing is sent while nothing changes.
const framesPerSecond = 120

// farewell is how long the program waits at its end for what was read to be kept.
const farewell = 2 * time.Second

// Run shows the program on the terminal until it is left. It returns what could not be read.
func Run(ctx context.Context, o Options, terminal ...tea.ProgramOption) ([]library.Problem, error) {
	a, err := New(o)
	if err != nil {
		return nil, err
	}
	defer a.stop()
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGHUP) // Bubble Tea itself takes SIGINT and SIGTERM
	defer stop()
	opts := append([]tea.ProgramOption{tea.WithContext(ctx), tea.WithFPS(framesPerSecond)}, terminal...)
	_, err = tea.NewProgram(a, opts...).Run()
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
