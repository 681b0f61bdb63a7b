package serve

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	gossh "golang.org/x/crypto/ssh"

	"reftel/keymap"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/sample"
	"reftel/ui"
)

// deadline is how long a test waits for what must come, on the slowest machine.
const deadline = 30 * time.Second

// served is a server that runs on the sample.
type served struct {
	*Server
	log  *kept
	stop context.CancelFunc
	done chan error
}

// kept gathers what is written, by whomever.
type kept struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (k *kept) Write(p []byte) (int, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.b.Write(p)
}

func (k *kept) String() string {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.b.String()
}

// key makes the key of a reader.
func key(t testing.TB, seed byte) gossh.Signer {
	t.Helper()
	s, err := gossh.NewSignerFromKey(ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize)))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// line is a key as in authorized_keys, called like the reader.
func line(k gossh.Signer, name string) string {
	return strings.TrimSpace(string(gossh.MarshalAuthorizedKey(k.PublicKey()))) + " " + name + "\n"
}

// serving starts a server that the keys with the seeds 1 to n may read on.
func serving(t testing.TB, n int, change func(*Options)) *served {
	t.Helper()
	dir := t.TempDir()
	cables := filepath.Join(dir, "cables")
	if err := os.CopyFS(cables, sample.FS()); err != nil {
		t.Fatal(err)
	}
	var lines strings.Builder
	for i := range n {
		lines.WriteString(line(key(t, byte(i+1)), fmt.Sprintf("reader%d", i+1)))
	}
	file := filepath.Join(dir, "authorized_keys")
	if err := os.WriteFile(file, []byte(lines.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	x, err := shelf.NewIndexed(filepath.Join(dir, "index"), library.Inputs([]string{cables}, nil), library.LoadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	keys, err := keymap.New(keymap.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	s := &served{log: &kept{}, done: make(chan error, 1)}
	o := Options{Listen: "127.0.0.1:0", Keys: file, Folder: filepath.Join(dir, "data"), Sessions: 50, PerKey: 5, Idle: time.Hour,
		Library: shelf.Share(x), Program: ui.Options{Theme: "dark", Keys: keys, Paths: []string{cables}}, Log: s.log}
	if change != nil {
		change(&o)
	}
	if s.Server, err = Listen(o); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	go func() { s.done <- s.Serve(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-s.done; err != nil {
			t.Error(err)
		}
		x.Close()
	})
	return s
}

// ended waits until the server has stopped.
func (s *served) ended(t testing.TB) {
	t.Helper()
	s.stop()
	err := <-s.done
	s.done <- nil // for the cleanup
	if err != nil {
		t.Error(err)
	}
}

// dial connects as a reader; nil has no key.
func (s *served) dial(t testing.TB, k gossh.Signer) *gossh.Client {
	t.Helper()
	c, err := s.tryDial(k, "reader")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func (s *served) tryDial(k gossh.Signer, user string) (*gossh.Client, error) {
	config := &gossh.ClientConfig{User: user, HostKeyCallback: gossh.FixedHostKey(s.host.PublicKey()), Timeout: deadline}
	if k != nil {
		config.Auth = []gossh.AuthMethod{gossh.PublicKeys(k)}
	}
	return gossh.Dial("tcp", s.Address(), config)
}

// terminal is a session with a terminal on it.
type terminal struct {
	*gossh.Session
	in            io.WriteCloser
	out           *kept
	width, height int
}

// open opens the reader.
func open(t testing.TB, c *gossh.Client, width, height int) *terminal {
	t.Helper()
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	term := &terminal{Session: s, out: &kept{}, width: width, height: height}
	if term.in, err = s.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	s.Stdout, s.Stderr = term, term.out
	if err := s.RequestPty("xterm-256color", height, width, gossh.TerminalModes{}); err != nil {
		t.Fatal(err)
	}
	if err := s.Shell(); err != nil {
		t.Fatal(err)
	}
	return term
}

// Write shows what was sent, and answers when the program asks whether it has come.
func (term *terminal) Write(p []byte) (int, error) {
	for range bytes.Count(p, []byte("\x1b[5n")) {
		if _, err := io.WriteString(term.in, "\x1b[0n"); err != nil {
			break // the session has ended
		}
	}
	return term.out.Write(p)
}

// press types keys.
func (term *terminal) press(t testing.TB, keys string) {
	t.Helper()
	if _, err := io.WriteString(term.in, keys); err != nil {
		t.Fatal(err)
	}
}

// shown is all that was shown so far, without styles.
func (term *terminal) shown() string { return ansi.Strip(term.out.String()) }

// waitFor waits until something is on the screen. What changes there is sent as it differs from what was there before, so
// the screen is asked for anew now and then, by another size.
func (term *terminal) waitFor(t testing.TB, want string) {
	t.Helper()
	tries := 0
	if !eventually(func() bool {
		if tries++; tries%20 == 0 {
			term.redraw(t, tries/20%2)
		}
		return strings.Contains(term.shown(), want)
	}) {
		shown := term.shown()
		t.Fatalf("%q was not shown; the last that was is\n%s", want, shown[max(0, len(shown)-4000):])
	}
}

// redraw has the whole screen sent again, some columns wider.
func (term *terminal) redraw(t testing.TB, wider int) {
	t.Helper()
	if err := term.WindowChange(term.height, term.width+wider); err != nil {
		t.Fatal(err)
	}
}

// status waits until the session has ended, and returns its exit status.
func (term *terminal) status(t testing.TB) int {
	t.Helper()
	ended := make(chan error, 1)
	go func() { ended <- term.Wait() }()
	var err error
	select {
	case err = <-ended:
	case <-time.After(deadline):
		t.Fatalf("the session goes on, with\n%s", tail(term.shown()))
	}
	var exit *gossh.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitStatus()
	}
	t.Fatalf("the session has ended without a status: %v", err)
	return -1
}

// eventually waits until something holds.
func eventually(holds func() bool) bool {
	for end := time.Now().Add(deadline); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if holds() {
			return true
		}
	}
	return false
}

// newest is the subject of the cable that the list begins with.
const newest = "COLD HARBOR AGREEMENT"

func TestReading(t *testing.T) {
	s := serving(t, 1, nil)
	term := open(t, s.dial(t, key(t, 1)), 120, 40)
	term.waitFor(t, newest)
	term.press(t, "\r")
	term.waitFor(t, "CLASSIFIED BY: Marian Kettleborough, Ambassador; REASON: 1.4(B), (D)") // as wide as a reader that has the whole screen
	term.press(t, "qqq")
	if got := term.status(t); got != 0 {
		t.Errorf("leaving gives the status %d", got)
	}
	if log := s.log.String(); !strings.Contains(log, "reader1 SHA256:") || !strings.Contains(log, "opened, 120x40") {
		t.Errorf("the log says\n%s", log)
	}
	if !eventually(func() bool { return strings.Contains(s.log.String(), ": left\n") }) {
		t.Errorf("the log says\n%s", s.log.String())
	}
}
