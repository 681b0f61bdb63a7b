package serve

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"reftel/internal/crash"
	"reftel/ui"
	"reftel/ui/words"
)

// pause is how long the cursor of the list rests on a cable before the reader shows it: passing over one sends no screenful.
const pause = 150 * time.Millisecond

// reason is why somebody reads no more.
type reason string

const (
	left    reason = "left"
	idle    reason = "idle"
	stopped reason = "the server stops"
	failed  reason = "the program failed"
)

// read shows the program to a reader until it ends.
func (s *Server) read(l *link, c *channel, w who) {
	if !c.hasTerminal {
		s.refuse(c, w, "A terminal is needed to read on: ssh -t gives one.")
		return
	}
	leave, why := s.gate.enter(keyName(w.key))
	if why != "" {
		s.refuse(c, w, why)
		return
	}
	defer leave()
	b, err := s.openBook(w.key)
	if err != nil {
		s.log.say("%s: %v", w, err)
		s.refuse(c, w, "Your notebook can't be opened, so that nothing would be kept: tell whoever runs this server.")
		return
	}
	defer b.close()
	began := time.Now()
	s.log.say("%s opened, %dx%d", w, c.width, c.height)
	in := &input{from: c, said: make(chan string, 1)}
	ctx, stop := context.WithCancel(s.ctx)
	defer stop()
	gone := make(chan struct{})
	defer close(gone)
	context.AfterFunc(ctx, crash.Caught(func() { // whoever doesn't take what is still to be said is cut off
		select {
		case <-gone:
		case <-time.After(farewell):
			l.Close()
		}
	}))
	in.ctx, in.stop = ctx, stop
	ended, err := s.show(c, in, b)
	stop()
	c.quit(s.takeLeave(c, w, ended, err))
	s.log.say("%s closed after %s, %s in, %s out: %s", w, time.Since(began).Round(time.Second),
		words.Count(int(in.total.Load()), "byte"), words.Count(int(c.out.Load()), "byte"), ended)
}

// show runs the program, and says why it has ended.
func (s *Server) show(c *channel, in *input, b *book) (reason, error) {
	var timedOut atomic.Bool
	timer := time.AfterFunc(s.options.Idle, crash.Caught(func() {
		timedOut.Store(true)
		in.stop()
	}))
	defer timer.Stop()
	in.typed = func() { timer.Reset(s.options.Idle) }
	reading := &patient{Shelf: s.options.Library.Reader(), turns: s.turns}
	reading.SetNotebook(b.notes)
	o := s.options.Program
	o.Shelf, o.Searches, o.Rules, o.Notebook, o.Kept = reading, b.searches, b.rules, b.notes, true
	o.Remote, o.Served, o.Pause = true, true, pause
	o.Editor, o.Pager, o.Folder, o.Clipboard = "", "", "", nil
	o.Notice = strings.TrimSpace(b.notice + " " + o.Notice)
	err := ui.RunOn(in.ctx, o, ui.Terminal{In: &apart{from: in}, Out: c, Name: c.name, Width: c.width, Height: c.height, Sizes: c.sizes, Said: in.said})
	var fault *crash.Crash
	switch {
	case errors.As(err, &fault):
		return failed, err
	case s.ctx.Err() != nil:
		return stopped, nil
	case timedOut.Load():
		return idle, nil
	}
	return left, err
}

// takeLeave tells the reader why it has ended, on the terminal as it was before, and returns the exit status.
func (s *Server) takeLeave(c *channel, w who, why reason, err error) uint32 {
	var fault *crash.Crash
	switch {
	case errors.As(err, &fault):
		s.log.crash(w.String()+": ", fault)
		fmt.Fprint(c, "reftel has failed, and is sorry. What you have written is kept. Whoever runs this server finds a report in its log.\n")
		return 1
	case why == stopped:
		fmt.Fprint(c, "The server stops. What you have written is kept, and your place.\n")
	case why == idle:
		fmt.Fprintf(c, "Nothing was typed for %s, so reftel has closed. What you have written is kept, and your place.\n", lasting(s.options.Idle))
	case err != nil:
		s.log.say("%s: %v", w, err)
	}
	return 0
}

// lasting says how long something takes.
func lasting(d time.Duration) string {
	if d < time.Minute {
		return words.Count(int(d/time.Second), "second")
	}
	return words.Count(int(d.Round(time.Minute)/time.Minute), "minute")
}
