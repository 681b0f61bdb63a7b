package ui_test

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/model/notebook"
	"reftel/model/query"
	"reftel/model/watchlist"
	"reftel/sample"
	"reftel/ui"
)

var (
	soakTime   = flag.Duration("soak", 0, "how long the soak runs; 0: a few hundred keys")
	soakSeed   = flag.Uint64("soakseed", 0, "seed of the soak; 0: another one each time")
	soakCorpus = flag.String("corpus", "", "file or folder that the soak reads; without it the sample")
)

// What the program may have more after a session than it had when each kind of library had been read once. The heap
// grows with the notes and searches that the soak writes.
const (
	soakGoroutines = 4
	soakFiles      = 4
	soakHeap       = 32 << 20
)

// In the program with its real renderer, whatever is pressed, pasted, clicked and resized at whatever moment, every frame is
// exactly as large as the screen and holds nothing that acts on a terminal, and no goroutine, file or memory is left behind.
// To let it run long, with the race detector: go test -race ./ui -run Soak -soak 30m -timeout 80m -corpus FOLDER
func TestSoak(t *testing.T) {
	seed := *soakSeed
	if seed == 0 {
		seed = rand.Uint64()
	}
	s := newSoak(t, seed)
	end := time.Now().Add(*soakTime)
	var warm held
	for round := 0; round < 2 || time.Now().Before(end); round++ {
		for kind := range soakKinds {
			s.session(kind, func() bool { return round < 2 || time.Now().Before(end) })
			now := holding()
			switch {
			case round == 0 && kind < soakKinds-1:
			case round == 0:
				warm = now
			default:
				now = s.settled(now, warm)
			}
			t.Logf("session %d: %s; held: %s", s.sessions, &s.counts, now)
			if t.Failed() {
				t.FailNow()
			}
		}
	}
	t.Logf("seed %d: %d sessions, %s; held when warm: %s, now: %s", seed, s.sessions, &s.counts, warm, holding())
}

// held is what a process holds.
type held struct {
	goroutines, files int
	heap              uint64
}

func holding() held {
	debug.FreeOSMemory() // collects garbage first
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	h := held{goroutines: runtime.NumGoroutine(), heap: m.HeapAlloc, files: -1}
	if open, err := os.ReadDir("/proc/self/fd"); err == nil {
		h.files = len(open)
	}
	return h
}

func (h held) String() string {
	return fmt.Sprintf("%d goroutines, %d files, %d KB", h.goroutines, h.files, h.heap>>10)
}

func (h held) exceeds(warm held) bool {
	return h.goroutines > warm.goroutines+soakGoroutines || h.files > warm.files+soakFiles || h.heap > warm.heap+warm.heap/4+soakHeap
}

// settled waits for what a session has left behind to end, and fails when it doesn't.
func (s *soak) settled(now, warm held) held {
	for range 200 {
		if !now.exceeds(warm) {
			return now
		}
		time.Sleep(50 * time.Millisecond)
		now = holding()
	}
	stacks := make([]byte, 1<<20)
	s.t.Errorf("seed %d, session %d: left are %s, when warm there were %s\n%s", s.seed, s.sessions, now, warm, stacks[:runtime.Stack(stacks, true)])
	return now
}

// counts are what a soak has done.
type counts struct {
	keys, mouse, pastes, resizes, frames, bytes, written atomic.Int64
	peak                                                 atomic.Int64 // goroutines
}

func (c *counts) String() string {
	return fmt.Sprintf("%d keys, %d of the mouse, %d pastes, %d resizes, %d frames, %d KB to the terminal, %d files exported, at most %d goroutines",
		c.keys.Load(), c.mouse.Load(), c.pastes.Load(), c.resizes.Load(), c.frames.Load(), c.bytes.Load()>>10, c.written.Load(), c.peak.Load())
}

// Write takes what goes to the terminal.
func (c *counts) Write(p []byte) (int, error) {
	c.bytes.Add(int64(len(p)))
	return len(p), nil
}

// soak is what all sessions share: the reader's own files stay from one to the next.
type soak struct {
	t        *testing.T
	seed     uint64
	sessions int
	counts   counts
	data     string // folder of the notebook and the like
	index    string
	exports  string
	paths    []string
	inputs   func(yield func(library.Input, error) bool)
	keys     []string
}

func newSoak(t *testing.T, seed uint64) *soak {
	t.Logf("seed %d", seed)
	t.Setenv("HOME", t.TempDir())
	s := &soak{t: t, seed: seed, data: t.TempDir(), index: t.TempDir(), exports: t.TempDir()}
	corpus := *soakCorpus
	if corpus == "" {
		corpus = t.TempDir()
		if err := os.CopyFS(corpus, sample.FS()); err != nil {
			t.Fatal(err)
		}
	}
	s.paths = []string{corpus}
	s.inputs = library.Inputs(s.paths, nil)
	for _, b := range keymap.Defaults() {
		if b.Action != keymap.Close && b.Action != keymap.Quit && b.Action != keymap.Suspend {
			s.keys = append(s.keys, b.Keys...)
		}
	}
	return s
}

// soakKinds is how many kinds of libraries there are: in memory, from an index, the sample, a few telegrams.
const soakKinds = 4

func (s *soak) shelf(kind int) (shelf.Shelf, func()) {
	switch kind {
	case 0:
		return shelf.NewMemory(s.inputs, library.LoadOptions{}), func() {}
	case 1:
		x, err := shelf.NewIndexed(s.index, s.inputs, library.LoadOptions{})
		if err != nil {
			s.t.Fatal(err)
		}
		return x, func() { x.Close() }
	case 2:
		return shelf.NewMemory(library.InputsFS(sample.FS()), library.LoadOptions{}), func() {}
	}
	one, err := fs.Sub(sample.FS(), "telegrams")
	if err != nil {
		s.t.Fatal(err)
	}
	return shelf.NewMemory(library.InputsFS(one), library.LoadOptions{}), func() {}
}

// session runs the program once, from its start to its end.
func (s *soak) session(kind int, more func() bool) {
	s.sessions++
	r := rand.New(rand.NewPCG(s.seed, uint64(s.sessions)))
	library, done := s.shelf(kind)
	defer done()
	book := notebook.New(filepath.Join(s.data, "notebook.db"))
	defer book.Close()
	searches, err := notebook.OpenSearches(filepath.Join(s.data, "searches.jsonl"))
	if err != nil {
		s.t.Error(err)
	}
	rules, err := notebook.OpenRules(filepath.Join(s.data, "names.txt"))
	if err != nil {
		s.t.Error(err)
	}
	keys, err := keymap.New(keymap.Defaults())
	if err != nil {
		s.t.Fatal(err)
	}
	if k, ok := library.(interface{ SetNotebook(b query.Notebook) }); ok {
		k.SetNotebook(book)
	}
	app, err := ui.New(ui.Options{
		Shelf: library, Searches: searches, Rules: rules, Notebook: book, Paths: s.paths, Kept: true, Fresh: r.IntN(2) == 0,
		Folder: s.exports, Clipboard: func(string) error { return nil }, Listed: watchlist.New(nil), Theme: "dark", Keys: keys,
		Remote: r.IntN(4) == 0, ASCII: r.IntN(6) == 0, Plain: r.IntN(6) == 0, Mouse: r.IntN(2) == 0, Pause: time.Millisecond,
	})
	if err != nil {
		s.t.Fatal(err)
	}
	steps := 100
	if *soakTime > 0 {
		steps = 500 + r.IntN(4000)
	}
	m := &soaked{App: app, soak: s, random: r}
	p := tea.NewProgram(m, tea.WithInput(nil), tea.WithOutput(&s.counts), tea.WithWindowSize(120, 40), tea.WithoutCatchPanics(), tea.WithoutSignalHandler(), tea.WithContext(context.Background()))
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for n := 0; n < steps && !s.t.Failed() && more(); n++ {
			p.Send(stepMsg{})
			if n%200 == 0 {
				s.sweep()
			}
		}
		p.Quit()
	}()
	if _, err := p.Run(); err != nil {
		s.t.Error(err)
	}
	<-ended
	app.Close(10 * time.Second)
	s.sweep()
}

// sweep removes what was exported, so that a long soak doesn't fill the disk.
func (s *soak) sweep() {
	entries, _ := os.ReadDir(s.exports)
	for _, e := range entries {
		s.counts.written.Add(1)
		os.Remove(filepath.Join(s.exports, e.Name()))
	}
}

// stepMsg has the program do something.
type stepMsg struct{}

// soaked is the program, whose frames are looked at.
type soaked struct {
	*ui.App
	*soak
	random *rand.Rand
	next   []tea.Msg // the rest of a word that is typed
	size   tea.WindowSizeMsg
	last   []string // what was done last, for a failure
}

// Update takes a message to the program; a step becomes one that it chooses.
func (m *soaked) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(stepMsg); ok {
		msg = m.choose()
		m.last = append(m.last, fmt.Sprintf("%T %+v", msg, msg))
		m.last = m.last[max(0, len(m.last)-60):]
	}
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		m.size = size
	}
	_, cmd := m.App.Update(msg)
	if n := int64(runtime.NumGoroutine()); n > m.counts.peak.Load() {
		m.counts.peak.Store(n)
	}
	return m, cmd
}

// View looks at the frame before it is sent.
func (m *soaked) View() tea.View {
	v := m.App.View()
	m.counts.frames.Add(1)
	if m.size.Width > 0 {
		if wrong := wrongFrame(v.Content, m.size.Width, m.size.Height); wrong != "" {
			m.t.Errorf("seed %d, session %d, %dx%d: %s, after\n%s\nthe screen:\n%q", m.seed, m.sessions, m.size.Width, m.size.Height, wrong, strings.Join(m.last, "\n"), v.Content)
		}
	}
	return v
}
