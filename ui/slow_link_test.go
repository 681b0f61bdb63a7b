package ui_test

import (
	"bytes"
	"context"
	"io"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"reftel/keymap"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/sample"
	"reftel/ui"
	"reftel/ui/pace"
)

// wire is a slow link with buffers that are never full, and a terminal at its far end that answers questions for its state.
// Time is that of the bubble of a test, so that what is measured is exact.
type wire struct {
	rate  int           // bytes a second
	delay time.Duration // one way
	up    io.Writer     // what the terminal sends

	mu      sync.Mutex
	free    time.Time // when the last byte is out of the buffer
	queued  int       // the most bytes in the buffer, with those of the frame that is written
	largest int       // frame
	last    int       // frame
	arrived time.Time // last byte
	sent    int
	frames  int
}

func (w *wire) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	now := time.Now()
	if w.free.Before(now) {
		w.free = now
	}
	w.free = w.free.Add(w.takes(len(p)))
	w.queued = max(w.queued, int(w.free.Sub(now)*time.Duration(w.rate)/time.Second))
	w.sent, w.frames, w.largest, w.last = w.sent+len(p), w.frames+1, max(w.largest, len(p)), len(p)
	w.arrived = w.free.Add(w.delay)
	if n := bytes.Count(p, []byte("\x1b[5n")); n > 0 {
		time.AfterFunc(w.arrived.Add(w.delay).Sub(now), func() { w.up.Write(bytes.Repeat([]byte("\x1b[0n"), n)) })
	}
	return len(p), nil
}

func (w *wire) takes(n int) time.Duration {
	return time.Duration(n) * time.Second / time.Duration(w.rate)
}

// press types a key at the far end.
func (w *wire) press(key string) {
	time.AfterFunc(w.delay, func() { io.WriteString(w.up, key) })
}

// begin forgets what was measured.
func (w *wire) begin() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.queued, w.largest, w.sent, w.frames = 0, 0, 0, 0
}

// afar runs the program on a wire and waits until its first frame has arrived.
func afar(t *testing.T, rate int, delay time.Duration, do func(w *wire, rest func())) {
	synctest.Test(t, func(t *testing.T) {
		keys, err := keymap.New(keymap.Defaults())
		if err != nil {
			t.Fatal(err)
		}
		link := pace.New(time.Now)
		app, err := ui.New(ui.Options{Theme: "dark", Remote: true, Keys: keys, Pause: 150 * time.Millisecond, Cost: link.Cost,
			Shelf: shelf.NewMemory(library.InputsFS(sample.FS()), library.LoadOptions{})})
		if err != nil {
			t.Fatal(err)
		}
		in, up := io.Pipe()
		w := &wire{rate: rate, delay: delay, up: up}
		ctx, stop := context.WithCancel(t.Context())
		program := tea.NewProgram(link.Model(app), tea.WithContext(ctx), tea.WithFPS(120), tea.WithInput(in), tea.WithOutput(link.Writer(w)), tea.WithFilter(link.Filter), tea.WithWindowSize(120, 40),
			tea.WithColorProfile(colorprofile.TrueColor), tea.WithEnvironment([]string{"TERM=xterm-256color", "SSH_TTY=/dev/pts/1"}), tea.WithoutSignalHandler())
		done := make(chan struct{})
		go func() {
			defer close(done)
			program.Run()
		}()
		rest := func() { time.Sleep(time.Minute) }
		rest()
		do(w, rest)
		w.press("q")
		rest()
		stop()
		up.Close()
		<-done
		app.Close(time.Second)
	})
}

// Keys that are typed faster than the link takes frames queue none: the frame of the last key follows the one that was
// on the way when it came.
func TestTypingAheadQueuesNoFrames(t *testing.T) {
	const delay = 300 * time.Millisecond
	for _, tt := range []struct {
		name  string
		rate  int
		first []string // pressed before, one at a time
		keys  string
		every time.Duration
	}{
		{"list", 1000, nil, "jkjjkkjjjkkkjjjjkkkkjjjjjkkkkkjjjjjjkkkkkj", 33 * time.Millisecond},
		{"list in one go", 1000, nil, "jjjjjjjjjjkkkkkkkkkkjjjjjjjjjjkkkkkkkkkkjjjj", 0},
		{"lines of the reader", 1000, []string{"\r"}, "jjjjjjjjjjkkkkkkkkkkjjjjjjjjjjkkkkkkkkkkjjjj", 33 * time.Millisecond},
		{"pages of the reader", 1000, []string{"\r"}, "fbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbf", 33 * time.Millisecond},
		{"next cable", 1000, []string{"\r"}, "JJJJJJJJJJKKKKKKKKKKJJJJJJJJJJKKKKKKKKKKJ", 33 * time.Millisecond},
		{"filter", 1000, []string{"/"}, "minister of the interior or the embassy in", 60 * time.Millisecond},
		{"list at 9,600 baud", 960, nil, "jkjjkkjjjkkkjjjjkkkkjjjjjkkkkkjjjjjjkkkkkj", 33 * time.Millisecond},
	} {
		t.Run(tt.name, func(t *testing.T) {
			afar(t, tt.rate, delay, func(w *wire, rest func()) {
				for _, key := range tt.first {
					w.press(key)
					rest()
				}
				w.begin()
				for i := range tt.keys {
					w.press(tt.keys[i : i+1])
					time.Sleep(tt.every)
				}
				typed := time.Now().Add(-tt.every)
				rest()
				t.Logf("%d keys, %d frames, %d bytes, largest %d, last %d, most queued %d, last there after %s", len(tt.keys), w.frames, w.sent, w.largest, w.last, w.queued, w.arrived.Sub(typed))
			})
		})
	}
}
