// Package e2e drives the real program in a real terminal, for the main things that people do. The
// tests are skipped where tmux is not installed.
package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	_ "reftel/ui/cli" // what is built and driven: a change there must not find these tests in the cache
)

var program string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "reftel-e2e")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	program = filepath.Join(dir, "reftel")
	code := 1
	if _, err := exec.LookPath("tmux"); err != nil {
		code = m.Run() // every test says why it is skipped
	} else if out, err := exec.Command("go", "build", "-o", program, "reftel").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "reftel could not be built: %v\n%s", err, out)
	} else {
		code = m.Run()
	}
	os.RemoveAll(dir)
	os.Exit(code)
}

// terminal is a tmux server of the test's own, with one window.
type terminal struct {
	t      *testing.T
	socket string
}

// open starts a shell command in a terminal of a size.
func open(t *testing.T, width, height int, command string) *terminal {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("skip: tmux is not installed")
	}
	// Neither the settings of whoever runs the tests count, nor where another test stopped reading. The program may write for
	// a moment after its terminal is gone, which is no failure.
	home, err := os.MkdirTemp("", "reftel-home")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(home) })
	term := &terminal{t: t, socket: filepath.Join(t.TempDir(), "tmux")}
	term.run("-f", os.DevNull, "new-session", "-d", "-x", strconv.Itoa(width), "-y", strconv.Itoa(height),
		"env", "-u", "NO_COLOR", "-u", "SSH_TTY", "-u", "SSH_CONNECTION", "PS1=shell> ", "XDG_CONFIG_HOME="+home, "XDG_DATA_HOME="+home, "sh", "-c", command)
	t.Cleanup(func() { exec.Command("tmux", "-S", term.socket, "kill-server").Run() })
	return term
}

func (m *terminal) run(args ...string) string {
	m.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-S", m.socket}, args...)...).CombinedOutput()
	if err != nil {
		m.t.Fatalf("tmux %v: %v: %s", args, err, out)
	}
	return string(out)
}

// press sends keys as tmux names them; type sends text.
func (m *terminal) press(keys ...string) { m.run(append([]string{"send-keys"}, keys...)...) }
func (m *terminal) write(text string)    { m.run("send-keys", "-l", text) }

func (m *terminal) screen() string { return m.run("capture-pane", "-p") }

// until waits for a screen and returns it; a test that waits in vain fails with the last one.
func (m *terminal) until(what string, ok func(screen string) bool) string {
	m.t.Helper()
	deadline := time.After(20 * time.Second)
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	last := ""
	for {
		select {
		case <-deadline:
			m.t.Fatalf("waited in vain for %s; the screen is\n%s", what, last)
		case <-tick.C:
			if last = m.screen(); ok(last) {
				return last
			}
		}
	}
}

func (m *terminal) shows(words string) string {
	m.t.Helper()
	return m.until(strconv.Quote(words), func(s string) bool { return strings.Contains(s, words) })
}

func (m *terminal) hides(words string) string {
	m.t.Helper()
	return m.until("no "+strconv.Quote(words), func(s string) bool { return !strings.Contains(s, words) })
}

// settle waits until nothing changes on the screen, and until a lone Escape has been taken for the
// key and not for the beginning of a sequence.
func (m *terminal) settle() {
	m.t.Helper()
	same := 0
	last := m.screen()
	m.until("a quiet screen", func(s string) bool {
		if s != last {
			last, same = s, 0
		}
		same++
		return same > 10
	})
}
