package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"reftel/internal/crash"
	"reftel/model/library"
	"reftel/ui/pace"
)

// framesPerSecond is how often the screen may be redrawn. With 120 the first frame is there after
// 18 ms instead of 26 (MEASURED), and nothing is sent while nothing changes.
const framesPerSecond = 120

// keysOwn is how many threads more than there are processors may run. Who waits in the kernel for the next key holds on to
// the right to run, and where everybody else who has it is busy with a search or with names, what the key wakes waits up to
// 20 ms until the runtime takes it away. With one more it is taken over at once.
const keysOwn = 1

// farewell is how long the program waits at its end for what was read to be kept.
const farewell = 2 * time.Second

// Signalled is the error of a program that a signal has ended.
type Signalled struct{ Signal syscall.Signal }

func (s Signalled) Error() string { return "ended by a signal: " + s.Signal.String() }

// Run shows the program on the terminal until it is left, ctx ends or a signal comes. It returns what could not be read. The
// terminal is then as it was before, and what was read and written is kept, also when the program has panicked, which
// package crash hands over; the error may be an [Unkept] note. No option may set an output or a filter.
func Run(ctx context.Context, o Options, terminal ...tea.ProgramOption) ([]library.Problem, error) {
	paced, opts := onLink(&o, os.Stdout)
	a, err := New(o)
	if err != nil {
		return nil, err
	}
	defer a.stop()
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	defer a.signals(ctx, end)()
	runtime.GOMAXPROCS(runtime.GOMAXPROCS(0) + keysOwn)
	opts = append(opts, tea.WithContext(ctx), tea.WithFPS(framesPerSecond), tea.WithoutCatchPanics(), tea.WithoutSignalHandler())
	if len(terminal) == 0 {
		keys, err := openKeyboard(func() { end(Signalled{syscall.SIGHUP}) })
		if err != nil {
			return nil, fmt.Errorf("the screen could not be run: there is no terminal to read keys from: %w", err)
		}
		opts = append(opts, tea.WithInput(keys))
	}
	err = show(tea.NewProgram(paced(&watched{a}), append(opts, terminal...)...))
	lost := a.Close(farewell)
	switch signalled := (Signalled{}); {
	case errors.As(context.Cause(ctx), &signalled):
		err = signalled
	case ctx.Err() != nil:
		err = nil
	case err != nil:
		err = fmt.Errorf("the screen could not be run: %w", err)
	default:
		err = lost
	}
	return a.shelf.Problems(), err
}

// show runs the program. When it panics, the terminal is restored before that is told.
func show(p *tea.Program) (err error) {
	running := true
	defer crash.Catch()
	defer func() {
		if running {
			p.Kill()
		}
	}()
	_, err = p.Run()
	running = false
	return err
}

// signals has the program ended by the signals that end programs. The function that it returns ends that.
func (a *App) signals(ctx context.Context, end context.CancelCauseFunc) (stop func()) {
	came := make(chan os.Signal, 1)
	signal.Notify(came, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGTERM)
	go crash.Caught(func() {
		for {
			select {
			case s := <-came:
				keyboard := s == syscall.SIGINT || s == syscall.SIGQUIT
				if keyboard && a.lent.Load() { // it was for the program that has the terminal
					continue
				}
				if s, ok := s.(syscall.Signal); ok {
					end(Signalled{s})
				}
			case <-ctx.Done():
				return
			}
		}
	})()
	return func() { signal.Stop(came) }
}

// onLink has the frames of a program whose terminal is far away wait until that has shown the one before, see [pace].
func onLink(o *Options, out io.Writer) (paced func(tea.Model) tea.Model, opts []tea.ProgramOption) {
	if !o.Remote {
		return func(m tea.Model) tea.Model { return m }, []tea.ProgramOption{tea.WithOutput(out)}
	}
	apart := time.Duration(0)
	if o.Relayed {
		apart = pace.Relayed
	}
	link := pace.New(time.Now, apart)
	o.Slow = link.Slow
	return link.Model, []tea.ProgramOption{tea.WithOutput(link.Writer(out)), tea.WithFilter(link.Filter)}
}

// Close ends what the program does beside the screen, and keeps what is to be kept, for as long as that may take. The error
// may be an [Unkept] note.
func (a *App) Close(most time.Duration) error {
	a.stop()
	lost := a.flush(most)
	a.exporting.wait(most) // it removes what it has half written
	a.loading.wait(most)
	return lost
}
