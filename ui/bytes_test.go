package ui_test

import (
	"context"
	"io"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"reftel/keymap"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/sample"
	"reftel/ui"
)

// link stands for the terminal at the far end of a slow line: it counts what is sent.
type link struct {
	sent   atomic.Int64
	chunks chan struct{}
}

func (l *link) Write(p []byte) (int, error) {
	l.sent.Add(int64(len(p)))
	select {
	case l.chunks <- struct{}{}:
	default:
	}
	return len(p), nil
}

// quiet waits until nothing has been sent for a while, and returns how much was sent since the
// last time.
func (l *link) quiet(before int64) int64 {
	for {
		select {
		case <-l.chunks:
		case <-time.After(150 * time.Millisecond):
			return l.sent.Load() - before
		}
	}
}

// Bytes for each key at 120x40, as DESIGN section 9 promises them to readers over SSH.
func TestBytesPerKey(t *testing.T) {
	keys, err := keymap.New(keymap.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	read := make(chan struct{})
	app, err := ui.New(ui.Options{Theme: "dark", Keys: keys, Pause: time.Hour, Shelf: shelf.Filled(func(ctx context.Context, emit func(library.Batch)) {
		defer close(read)
		library.Load(ctx, library.InputsFS(sample.FS()), library.LoadOptions{}, emit)
	})})
	if err != nil {
		t.Fatal(err)
	}
	in, typed := io.Pipe()
	out := &link{chunks: make(chan struct{}, 1)}
	program := tea.NewProgram(app, tea.WithInput(in), tea.WithOutput(out), tea.WithWindowSize(120, 40),
		tea.WithColorProfile(colorprofile.TrueColor), tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithoutSignals())
	done := make(chan error)
	go func() {
		_, err := program.Run()
		done <- err
	}()
	<-read
	out.quiet(0)
	program.Send(keyPress("unbound")) // handled behind the last batch: its frame is the one that stays
	out.quiet(0)
	press := func(key string) int64 {
		before := out.sent.Load()
		program.Send(keyPress(key))
		return out.quiet(before)
	}
	most := func(name, key string, times int, budget int64) {
		t.Helper()
		var worst, sum int64
		for range times {
			n := press(key)
			worst, sum = max(worst, n), sum+n
		}
		mean := sum / int64(times)
		t.Logf("%-22s mean %5d bytes, worst %5d, budget %5d", name, mean, worst, budget)
		if mean > budget {
			t.Errorf("%s: %d bytes a key, more than %d", name, mean, budget)
		}
	}
	most("idle", "unbound", 1, 0)
	most("list cursor", "j", 8, 150)
	settle := func() { // on a busy machine a frame may come later than quiet waits
		for calm := 0; calm < 3; calm++ {
			if press("unbound") > 0 {
				calm = -1
			}
		}
	}
	press("enter")
	settle()
	press("z")
	settle()
	most("zoomed reader, a line", "j", 12, 130)
	most("zoomed reader, a page", "f", 3, 3400)
	typed.Close()
	program.Quit()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

// keyPress is a key as the terminal sends it; "unbound" is one that means nothing.
func keyPress(key string) tea.KeyPressMsg {
	switch key {
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case "unbound":
		return tea.KeyPressMsg{Code: tea.KeyF12}
	}
	return tea.KeyPressMsg{Code: []rune(key)[0], Text: key}
}
