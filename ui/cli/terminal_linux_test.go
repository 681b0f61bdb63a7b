package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// asProgram is the environment variable that makes the binary of these tests the program itself; its value says what is
// broken in it.
const asProgram = "REFTEL_TEST_PROGRAM"

func TestMain(m *testing.M) {
	if broken, ok := os.LookupEnv(asProgram); ok {
		os.Exit(runProcess(breakIn(process(), broken)))
	}
	os.Exit(m.Run())
}

// patience is how long a test waits for what must come, on a machine that does much else.
const patience = time.Minute

// screen is a terminal of 80 columns with the program on it. It answers no question.
type screen struct {
	t       *testing.T
	cmd     *exec.Cmd
	master  *os.File
	home    string
	before  unix.Termios
	mu      sync.Mutex
	written bytes.Buffer
	gone    chan struct{} // nobody writes to the terminal any more
}

// newScreen makes a terminal.
func newScreen(t *testing.T) (*screen, *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skipf("skip: no terminal can be made here: %v", err)
	}
	t.Cleanup(func() { master.Close() })
	number := 0
	s := &screen{t: t, master: master, gone: make(chan struct{})}
	s.control(func(fd int) (err error) {
		if err = unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err == nil {
			number, err = unix.IoctlGetInt(fd, unix.TIOCGPTN)
		}
		if err == nil {
			err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: 80})
		}
		return err
	})
	slave, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("skip: no terminal can be made here: %v", err)
	}
	s.before = s.termios()
	return s, slave
}

// control does something with the descriptor of the master, without making it block.
func (s *screen) control(do func(fd int) error) {
	s.t.Helper()
	raw, err := s.master.SyscallConn()
	if err == nil {
		err = errors.Join(err, raw.Control(func(fd uintptr) { err = do(int(fd)) }), err)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

// termios are the settings of the terminal.
func (s *screen) termios() (out unix.Termios) {
	s.control(func(fd int) error {
		got, err := unix.IoctlGetTermios(fd, unix.TCGETS)
		if err == nil {
			out = *got
		}
		return err
	})
	return out
}

// on starts the program on a terminal, with folders of its own for what is kept, broken as said.
func on(t *testing.T, home, broken string, args ...string) *screen {
	t.Helper()
	return start(t, home, broken, exec.Command(self(t), args...))
}

// self is the binary of these tests.
func self(t *testing.T) string {
	t.Helper()
	name, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func start(t *testing.T, home, broken string, cmd *exec.Cmd) *screen {
	t.Helper()
	s, slave := newScreen(t)
	defer slave.Close()
	s.cmd, s.home = cmd, home
	cmd.Stdout, cmd.Stderr = slave, slave
	if cmd.Stdin == nil {
		cmd.Stdin = slave
	}
	cmd.Dir = home
	cmd.Env = surroundings(home, broken)
	if cmd.SysProcAttr == nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	go func() {
		defer close(s.gone)
		buffer := make([]byte, 64<<10)
		for {
			n, err := s.master.Read(buffer)
			s.mu.Lock()
			s.written.Write(buffer[:n])
			s.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	return s
}

// surroundings are the environment of the program: nothing of whoever runs the tests but the path of programs.
func surroundings(home, broken string) []string {
	return []string{"PATH=" + os.Getenv("PATH"), "HOME=" + home, "XDG_DATA_HOME=" + home + "/data", "XDG_CACHE_HOME=" + home + "/cache", "XDG_CONFIG_HOME=" + home + "/config",
		"TERM=xterm-256color", "TMPDIR=" + home, asProgram + "=" + broken}
}

// all is what was written until now.
func (s *screen) all() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.written.String()
}

var sequences = regexp.MustCompile("\x1b(\\[[0-9;:?<>=]*[ -/]*[@-~]|\\][^\x07\x1b]*(\x07|\x1b\\\\)|[()][A-Z0-9]|[=>78M])")

// last is the end of what was written.
func (s *screen) last() string {
	all := s.all()
	return all[max(0, len(all)-1000):]
}

// text is what was written without what controls the terminal. Behind what is typed, the renderer may write a space and take it
// back.
func (s *screen) text() string {
	return strings.ReplaceAll(sequences.ReplaceAllString(s.all(), ""), " \b", "")
}

// until waits for a text, or for the n-th time that it stands there.
func (s *screen) until(text string, times ...int) {
	s.t.Helper()
	want := 1
	if len(times) > 0 {
		want = times[0]
	}
	s.wait(fmt.Sprintf("%q", text), func() bool { return strings.Count(s.text(), text) >= want })
}

// shows waits until a text is on the screen. What is written is only what changes, so the screen is given another size, for
// which the program draws it anew.
func (s *screen) shows(text string) {
	s.t.Helper()
	rows := uint16(24)
	for end := time.Now().Add(patience); time.Now().Before(end); {
		before := len(s.all())
		rows = 24 + 25 - rows
		s.control(func(fd int) error {
			return unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: rows, Col: 80})
		})
		s.cmd.Process.Signal(syscall.SIGWINCH) // which the kernel sends to a terminal's own processes alone
		for range 50 {
			if strings.Contains(sequences.ReplaceAllString(s.all()[before:], ""), text) {
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
	}
	s.t.Fatalf("%q is not on the screen; the last that was written is\n%q", text, s.last())
}

// wait waits until something holds.
func (s *screen) wait(what string, holds func() bool) {
	s.t.Helper()
	for end := time.Now().Add(patience); !holds(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			s.t.Fatalf("waited in vain for %s; the last that was written is\n%q", what, s.last())
		}
	}
}

// press types keys.
func (s *screen) press(keys string) {
	s.t.Helper()
	if _, err := s.master.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
}

// signal sends the program a signal.
func (s *screen) signal(number syscall.Signal) { s.cmd.Process.Signal(number) }

// ended waits for the program to end and returns its exit status as a shell has it.
func (s *screen) ended() int {
	s.t.Helper()
	done := make(chan error, 1)
	go func() { done <- s.cmd.Wait() }()
	select {
	case <-done:
	case <-time.After(patience):
		s.cmd.Process.Signal(syscall.SIGQUIT)
		time.Sleep(time.Second)
		s.t.Fatalf("the program does not end; the last that was written is\n%q", s.last())
	}
	status := s.cmd.ProcessState.Sys().(syscall.WaitStatus)
	if status.Signaled() {
		return 128 + int(status.Signal())
	}
	return status.ExitStatus()
}

// modes are the private modes of a terminal that are on or off after something was written.
func modes(written string) map[string]bool {
	on := map[string]bool{}
	for _, m := range regexp.MustCompile(`\x1b\[\?([0-9;]+)([hl])`).FindAllStringSubmatch(written, -1) {
		for number := range strings.SplitSeq(m[1], ";") {
			on[number] = m[2] == "h"
		}
	}
	return on
}

// wantRestored fails unless the terminal is as it was before the program.
func (s *screen) wantRestored() {
	s.t.Helper()
	<-s.gone
	written := s.all()
	on := modes(written)
	for mode, what := range map[string]string{"1049": "the alternate screen", "1000": "the mouse", "1002": "the mouse", "1003": "the mouse", "1006": "the mouse",
		"2004": "bracketed paste", "1004": "focus reports", "2026": "synchronized output", "2027": "the widths of clusters"} {
		if on[mode] {
			s.t.Errorf("%s is left on", what)
		}
	}
	if shown, said := on["25"]; said && !shown {
		s.t.Error("the cursor is left hidden")
	}
	if strings.Contains(written, "\x1b[?1049h") && !strings.Contains(written, "\x1b[?1049l") {
		s.t.Error("the alternate screen was not left")
	}
	if i := strings.LastIndex(written, "\x1b[>4;2m"); i >= 0 && !strings.Contains(written[i:], "\x1b[>4m") && !strings.Contains(written[i:], "\x1b[>4;0m") {
		s.t.Error("other keys are left modified")
	}
	for _, pushed := range regexp.MustCompile(`\x1b\[>\d*u`).FindAllStringIndex(written, -1) {
		if !regexp.MustCompile(`\x1b\[<\d*u`).MatchString(written[pushed[1]:]) {
			s.t.Error("a setting of the keyboard was not taken back")
		}
	}
	if now := s.termios(); now.Iflag != s.before.Iflag || now.Oflag != s.before.Oflag || now.Lflag != s.before.Lflag || now.Cflag != s.before.Cflag {
		s.t.Errorf("the settings of the terminal are %+v, before %+v", now, s.before)
	}
}
