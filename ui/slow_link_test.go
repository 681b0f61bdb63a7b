package ui_test

import (
	"bytes"
	"io"
	"path/filepath"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"reftel/keymap"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/model/notebook"
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

	mute     bool // nothing is answered
	apart    time.Duration
	answered time.Time // when the last answer was there
	ended    time.Time // when the program had ended
	program  *tea.Program
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
	if n := bytes.Count(p, []byte("\x1b[5n")); n > 0 && !w.mute {
		w.answered = w.arrived.Add(w.delay)
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

// recorder is a program of which is known what it has shown.
type recorder struct {
	tea.Model
	shown string
}

func (r *recorder) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := r.Model.Update(msg)
	return r, cmd
}

func (r *recorder) View() tea.View {
	v := r.Model.View()
	r.shown = v.Content
	return v
}

// afar runs the program on a wire and calls do when its first frame has arrived. rest waits until nothing happens any more.
func afar(t *testing.T, w *wire, change func(*ui.Options), do func(rest func())) {
	synctest.Test(t, func(t *testing.T) {
		keys, err := keymap.New(keymap.Defaults())
		if err != nil {
			t.Fatal(err)
		}
		link := pace.New(time.Now, w.apart)
		options := ui.Options{Theme: "dark", Remote: true, Keys: keys, Pause: 150 * time.Millisecond, Slow: link.Slow, Pager: "less",
			Shelf: shelf.NewMemory(library.InputsFS(sample.FS()), library.LoadOptions{})}
		if change != nil {
			change(&options)
		}
		app, err := ui.New(options)
		if err != nil {
			t.Fatal(err)
		}
		in, up := io.Pipe()
		w.up = up
		shown := &recorder{Model: app}
		program := tea.NewProgram(link.Model(shown), tea.WithFPS(120), tea.WithInput(in), tea.WithOutput(link.Writer(w)), tea.WithFilter(link.Filter),
			tea.WithWindowSize(120, 40), tea.WithColorProfile(colorprofile.ANSI256), tea.WithEnvironment([]string{"TERM=xterm-256color", "SSH_TTY=/dev/pts/1"}), tea.WithoutSignalHandler())
		w.program = program
		done := make(chan struct{})
		go func() {
			defer close(done)
			program.Run()
			w.ended = time.Now()
		}()
		rest := func() {
			time.Sleep(time.Minute)
			synctest.Wait()
			if !w.ended.IsZero() {
				return
			}
			if now := app.View().Content; shown.shown != now {
				t.Errorf("what is shown at last is not what is there:\n%s\ninstead of\n%s", ansi.Strip(shown.shown), ansi.Strip(now))
			}
		}
		rest()
		do(rest)
		go io.Copy(io.Discard, in)
		program.Kill()
		up.Close()
		<-done
		app.Close(time.Second)
		if options.Notebook != nil {
			options.Notebook.Close()
		}
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
			w := &wire{rate: tt.rate, delay: delay}
			afar(t, w, nil, func(rest func()) {
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
				t.Logf("%d keys, %d frames, %d bytes, the largest %d, at most %d on the way, the last there %s after its key", len(tt.keys), w.frames, w.sent, w.largest, w.queued, w.arrived.Sub(typed))
				if most := w.largest + 16; w.queued > most {
					t.Errorf("%d bytes were on the way, more than a frame, %d", w.queued, w.largest)
				}
				if soon := 2*delay + w.takes(w.largest+w.last) + 40*time.Millisecond; w.arrived.Sub(typed) > soon {
					t.Errorf("the last frame was there %s after its key, when %s are enough", w.arrived.Sub(typed), soon)
				}
			})
		})
	}
}

// What a reading at 9,600 baud sends, step by step: 960 bytes are a second.
func TestBytesOfAReadingOnASlowLink(t *testing.T) {
	w := &wire{rate: 960, delay: 50 * time.Millisecond}
	afar(t, w, nil, func(rest func()) {
		budget := func(step string, most int, keys ...string) {
			t.Helper()
			if len(keys) > 0 {
				w.begin()
			}
			for _, key := range keys {
				w.press(key)
				rest()
			}
			sent := w.sent / max(1, len(keys))
			t.Logf("%-22s %5d bytes a key, budget %5d", step, sent, most)
			if sent > most {
				t.Errorf("%s: %d bytes a key, more than %d", step, sent, most)
			}
		}
		budget("open", 2900)
		budget("list cursor", 150, "j", "j", "k", "j", "k", "j")
		budget("filter, a letter", 150, "/", "m", "i", "n", "i", "s")
		budget("filter, leave", 300, "\r")
		budget("open a cable", 3400, "\r")
		budget("line", 130, "j", "j", "j", "j", "j", "j")
		budget("page", 3400, " ", " ", "b")
		budget("palette", 2200, ":")
		budget("palette, a letter", 950, "s", "u", "m")
		budget("jump", 1800, "\r")
		budget("next cable", 3300, "J", "J")
		budget("copy an id", 330, "yi")
		budget("back to the list", 1800, "\x1b", "\x1b")
		budget("overview", 4800, "v")
		budget("overview, leave", 1700, "q")
		budget("help", 2400, "?")
		budget("help, leave", 1200, "\x1b")
		budget("leave", 100, "qq")
	})
}

// Nothing is sent while nothing happens: not for animations, nor when something is written into the notebook.
func TestNothingIsSentWhileNothingHappens(t *testing.T) {
	for _, rate := range []int{960, 1_000_000} {
		book := notebook.New(filepath.Join(t.TempDir(), "notebook.db"))
		w := &wire{rate: rate, delay: 50 * time.Millisecond}
		afar(t, w, func(o *ui.Options) { o.Notebook = book }, func(rest func()) {
			for _, keys := range []string{"", "j", "\r", "}", "ma", "aa note\x1b", "q", "/the", "\r", ":", "\x1b", "v", "q"} {
				w.press(keys)
				rest()
				w.begin()
				rest()
				if w.sent > 0 {
					t.Errorf("%d bytes a second, after %q: %d bytes were sent by themselves", rate, keys, w.sent)
				}
			}
		})
	}
}

// What a terminal still has to answer when the program is left would be typed into the shell.
func TestAllIsAnsweredBeforeTheProgramEnds(t *testing.T) {
	for _, keys := range []string{"jq", "j\x03", "jjjjjjjq", " q"} {
		w := &wire{rate: 960, delay: 300 * time.Millisecond}
		afar(t, w, nil, func(rest func()) {
			w.press(keys)
			rest()
			if w.ended.IsZero() {
				t.Errorf("%q: the program did not end", keys)
			}
			if w.answered.After(w.ended) {
				t.Errorf("%q: the terminal answers %s after the end", keys, w.answered.Sub(w.ended))
			}
		})
	}
}

// A terminal that answers nothing gets its frames all the same.
func TestATerminalThatDoesNotAnswer(t *testing.T) {
	w := &wire{rate: 960, delay: 50 * time.Millisecond, mute: true}
	afar(t, w, nil, func(rest func()) {
		for _, key := range []string{"j", "j", "\r", "}"} {
			w.begin()
			w.press(key)
			rest()
			if w.sent == 0 {
				t.Errorf("nothing answers %q", key)
			}
		}
	})
}

// Where a multiplexer answers for the terminal, keys that come one after the other share frames.
func TestFramesAreKeptApartBehindAMultiplexer(t *testing.T) {
	w := &wire{rate: 100_000_000, apart: pace.Relayed}
	afar(t, w, nil, func(rest func()) {
		w.press("\r")
		rest()
		w.begin()
		for i := range 40 {
			w.press("fb"[i%2 : i%2+1])
			time.Sleep(33 * time.Millisecond)
		}
		rest()
		if most := 40*33/100 + 2; w.frames > most {
			t.Errorf("%d frames were sent for 40 keys in 1.3 seconds, more than %d", w.frames, most)
		}
	})
}

// The edge of a window that is dragged comes as many sizes: the whole screen is sent for the first and the last of them.
func TestAResizedWindowIsNotDrawnForEachSize(t *testing.T) {
	w := &wire{rate: 960, delay: 300 * time.Millisecond}
	afar(t, w, nil, func(rest func()) {
		w.begin()
		for i := range 30 {
			w.program.Send(tea.WindowSizeMsg{Width: 119 - i, Height: 40})
			time.Sleep(20 * time.Millisecond)
		}
		rest()
		if w.sent > 2*w.largest+200 {
			t.Errorf("%d bytes were sent, and the largest frame has %d", w.sent, w.largest)
		}
	})
}
