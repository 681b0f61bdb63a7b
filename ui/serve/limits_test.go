package serve

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// refusedWith fails when a reader is not refused with a sentence.
func refusedWith(t *testing.T, term *terminal, want string) {
	t.Helper()
	if got := term.status(t); got != 1 || !strings.Contains(term.shown(), want) {
		t.Errorf("ended with the status %d and %q, want %q", got, term.shown(), want)
	}
}

func TestNoMoreReadersThanThereIsRoom(t *testing.T) {
	s := serving(t, 2, func(o *Options) { o.Sessions, o.PerKey = 2, 1 })
	one := open(t, s.dial(t, key(t, 1)), 80, 24)
	one.waitFor(t, "Cables")
	refusedWith(t, open(t, s.dial(t, key(t, 1)), 80, 24), "You read here once already, which is as often as one key may: leave one of them.")
	open(t, s.dial(t, key(t, 2)), 80, 24).waitFor(t, "Cables")
	refusedWith(t, open(t, s.dial(t, key(t, 2)), 80, 24), "There are 2 readers already")
	one.press(t, "q")
	one.status(t)
	if !eventually(func() bool {
		again := open(t, s.dial(t, key(t, 1)), 80, 24)
		defer again.Close()
		return eventuallyShown(again, "Cables", "readers already")
	}) {
		t.Error("whoever left has left no room")
	}
}

// eventuallyShown waits until one of two things is shown, and reports whether it is the first.
func eventuallyShown(term *terminal, want, or string) (is bool) {
	eventually(func() bool {
		is = strings.Contains(term.shown(), want)
		return is || strings.Contains(term.shown(), or)
	})
	return is
}

func TestNoMoreReadersThanThereIsMemory(t *testing.T) {
	g := &gate{most: 10, perKey: 10, memory: 1}
	if _, why := g.enter("k"); !strings.Contains(why, "no memory left") {
		t.Errorf("let in, or refused with %q", why)
	}
	g.memory = 1 << 50
	if _, why := g.enter("k"); why != "" {
		t.Errorf("refused with %q", why)
	}
	if inUse() < 1<<16 {
		t.Errorf("%d bytes are in use", inUse())
	}
}

// Whoever types nothing is let go, and finds the place and the notes again.
func TestIdleReadersAreLetGo(t *testing.T) {
	s := serving(t, 1, func(o *Options) { o.Idle = 2 * time.Second })
	term := open(t, s.dial(t, key(t, 1)), 80, 24)
	term.waitFor(t, "Cables")
	if got := term.status(t); got != 0 || !strings.Contains(term.shown(), "Nothing was typed for 2 seconds, so reftel has closed.") {
		t.Errorf("ended with the status %d and\n%s", got, term.shown())
	}
	if !strings.HasSuffix(strings.TrimRight(term.out.String(), "\r\n"), "and your place.") {
		t.Errorf("the last that was written is %q", term.out.String()[max(0, len(term.out.String())-200):])
	}
}

// A connection that nobody reads on is closed, too.
func TestIdleConnectionsAreClosed(t *testing.T) {
	s := serving(t, 1, func(o *Options) { o.Idle = time.Second })
	c := s.dial(t, key(t, 1))
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	select {
	case <-ended:
	case <-time.After(deadline):
		t.Error("the connection is still there")
	}
}

// Whatever size a client claims, the screen has one that can be drawn.
func TestSizesOfTerminals(t *testing.T) {
	s := serving(t, 1, nil)
	c := s.dial(t, key(t, 1))
	for _, size := range [][2]int{{0, 0}, {1, 1}, {100_000, 100_000}, {1 << 31, 3}, {80, 0}} {
		term := open(t, c, size[0], size[1])
		for _, other := range [][2]int{{0, 0}, {1 << 31, 1 << 31}, {2, 100_000}, {80, 24}} {
			if err := term.WindowChange(other[1], other[0]); err != nil {
				t.Fatal(err)
			}
		}
		term.width, term.height = 80, 24
		term.waitFor(t, "Cables")
		if n := len(term.out.String()); n > 4*mostWidth*mostHeight*6 {
			t.Errorf("%v: %d bytes were sent", size, n)
		}
		term.Close()
	}
}

func TestNamesOfTerminals(t *testing.T) {
	for name, want := range map[string]string{
		"xterm-256color": "xterm-256color", "screen.xterm-256color": "screen.xterm-256color", "vt100+": "vt100+", "dumb": "dumb",
		"": "xterm", "../../etc/passwd": "xterm", "..": "xterm", "a\x1b[2J": "xterm", "a b": "xterm", strings.Repeat("x", 1000): "xterm",
	} {
		if got := terminalName(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
	for _, payload := range []string{"", "\x00", "\xff\xff\xff\xff", string(gossh.Marshal(struct{ Name string }{"xterm"}))} {
		c := &channel{sizes: make(chan [2]int, 1)}
		if c.terminal([]byte(payload)) || c.resize([]byte(payload)) || c.hasTerminal {
			t.Errorf("%q is taken", payload)
		}
	}
}

// What is known of a reader is in the log, what is read and written isn't, and nothing in it acts on the terminal of
// whoever reads it.
func TestTheLogTellsNoContents(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "readers")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "al\x1b[31mice"), line(key(t, 1), "x"), 0o600)
	s := serving(t, 0, func(o *Options) { o.Keys = dir })
	c, err := s.tryDial(key(t, 1), "root\x1b]0;title\x07\n2026 forged line")
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := s.tryDial(key(t, 2), "other\x1b[2J\nforged"); err == nil {
		t.Fatal("another key lets somebody in")
	}
	term := open(t, c, 120, 40)
	term.waitFor(t, "Cables")
	term.press(t, "/quintanilha\r\r")
	term.waitFor(t, "Lidia Quintanilha")
	term.press(t, "aconfidential thought\x18qqqqq")
	term.status(t)
	if !eventually(func() bool { return strings.Contains(s.log.String(), ": left\n") }) {
		t.Errorf("the log says\n%s", s.log.String())
	}
	log := s.log.String()
	for _, never := range []string{"\x1b", "\x07", "quintanilha", "QUINTANILHA", "thought", "forged", "root"} {
		if strings.Contains(log, never) {
			t.Errorf("%q is in the log:\n%s", never, log)
		}
	}
	for _, always := range []string{"127.0.0.1:", "al␛[31mice SHA256:", "opened, 120x40", " in, ", " out: left", "turned away: "} {
		if !strings.Contains(log, always) {
			t.Errorf("%q is not in the log:\n%s", always, log)
		}
	}
}
