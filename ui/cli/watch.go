package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"reftel/internal/crash"
	"reftel/model/library"
	"reftel/ui"
)

// grace is how long a command may take to end when a signal or a panic has ended it: it removes what it has half written.
const grace = 2 * time.Second

// watch runs a command line and has it end by signals and panics: whatever the command is doing meanwhile, the terminal is
// restored, and the exit status is right.
type watch struct {
	system  System
	context context.Context
	end     context.CancelCauseFunc
	signals chan os.Signal
	crashed chan *crash.Crash
	shown   atomic.Bool // the interactive program was on the terminal
	restore func()      // the terminal, by force
}

// runProcess runs the command line of a process and returns the exit status.
func runProcess(s System) int {
	w := &watch{system: s, signals: make(chan os.Signal, 2), crashed: make(chan *crash.Crash, 1), restore: func() {}}
	w.context, w.end = context.WithCancelCause(context.Background())
	signal.Notify(w.signals, syscall.SIGHUP, syscall.SIGINT, syscall.SIGTERM)
	if out, ok := s.Out.(*os.File); ok {
		w.restore = restorer(out)
		s.Out = whileRunning{out, w.context}
	}
	s.Signals = func() { signal.Stop(w.signals) }
	screen := s.Screen
	s.Screen = func(ctx context.Context, o ui.Options) ([]library.Problem, error) {
		s.Signals()
		w.shown.Store(true)
		return screen(ctx, o)
	}
	return w.run(func(ctx context.Context) int { return Execute(ctx, s) })
}

// restorer returns what makes a terminal again what it is now.
func restorer(terminal *os.File) func() {
	before, err := term.GetState(terminal.Fd())
	return func() {
		io.WriteString(terminal, leaveScreen)
		if err == nil {
			term.Restore(terminal.Fd(), before)
		}
	}
}

// leaveScreen undoes what the interactive program asks of a terminal, in case that it can't do so itself.
const leaveScreen = ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseAnyEvent + ansi.ResetModeMouseExtSgr + ansi.ResetModeFocusEvent + ansi.ResetModeBracketedPaste +
	ansi.ResetModifyOtherKeys + "\x1b[<u" + ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable + ansi.ResetStyle

// run runs a command line and returns the exit status.
func (w *watch) run(do func(context.Context) int) int {
	crash.Handle(func(c *crash.Crash) {
		select {
		case w.crashed <- c: // the first one says what is wrong, the others come of it
		default:
		}
		w.end(c)
	})
	ended := make(chan int, 1)
	go crash.Caught(func() { ended <- do(w.context) })()
	select {
	case status := <-ended:
		if len(w.crashed) > 0 {
			return w.report(<-w.crashed)
		}
		return status
	case s := <-w.signals:
		return w.signalled(s, ended)
	case c := <-w.crashed:
		w.wait(ended, 3*grace, func() {
			if w.shown.Load() {
				w.restore()
			}
		})
		return w.report(c)
	}
}

// signalled ends the command because of a signal. A second one ends it at once.
func (w *watch) signalled(s os.Signal, ended <-chan int) int {
	number, ok := s.(syscall.Signal)
	if !ok {
		return Crashed
	}
	w.end(ui.Signalled{Signal: number})
	select {
	case <-w.signals:
	default:
		w.wait(ended, grace, func() {})
	}
	return BySignal + int(number)
}

// wait waits for the command to end, and does something when it doesn't.
func (w *watch) wait(ended <-chan int, most time.Duration, otherwise func()) {
	late := time.NewTimer(most)
	defer late.Stop()
	select {
	case <-ended:
	case <-w.signals:
	case <-late.C:
		otherwise()
	}
}

// whileRunning is an output stream that takes nothing more when the command is to end.
type whileRunning struct {
	*os.File
	context context.Context
}

func (w whileRunning) Write(p []byte) (int, error) {
	if w.context.Err() != nil {
		return 0, errors.New("the command was ended")
	}
	return w.File.Write(p)
}
