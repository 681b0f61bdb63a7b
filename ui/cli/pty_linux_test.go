package cli

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// onTerminal runs a program with a terminal of 80 columns as its input, output and error stream,
// one that answers no question, and returns what was written to it.
func onTerminal(t *testing.T, program string, args ...string) string {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skipf("skip: no terminal can be made here: %v", err)
	}
	defer master.Close()
	if err := unix.IoctlSetPointerInt(int(master.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Skipf("skip: no terminal can be made here: %v", err)
	}
	number, err := unix.IoctlGetInt(int(master.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	size := unix.Winsize{Row: 24, Col: 80}
	if err := unix.IoctlSetWinsize(int(master.Fd()), unix.TIOCSWINSZ, &size); err != nil {
		t.Fatal(err)
	}
	slave, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("skip: no terminal can be made here: %v", err)
	}
	cmd := exec.Command(program, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "NO_COLOR=")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	slave.Close()
	written, _ := io.ReadAll(master) // ends with an error when the program has let go of the terminal
	_ = cmd.Wait()                   // the status is the business of other tests
	return string(written)
}

// A question to the terminal is answered when the program has long ended, and the answer stands on
// the command line of the shell.
func TestCommandsThatPrintAskTheTerminalNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("skip: builds the program")
	}
	program := filepath.Join(t.TempDir(), "reftel")
	if out, err := exec.Command("go", "build", "-o", program, "reftel").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, args := range [][]string{
		{"--help"}, {"list", "--help"}, {"help", "show"}, {"--version"}, {"--nonsense"}, {"missing.txt"},
		{"list"}, {"list", "giraffe"}, {"show", "09LISBON97"}, {"parse", "missing.txt"}, {"keys"}, {"man"},
	} {
		out := onTerminal(t, program, args...)
		if out == "" {
			t.Errorf("reftel %v writes nothing to a terminal", args)
		}
		for _, question := range []string{"\x1b]", "\x1b[c", "\x1b[>", "\x1b[?", "\x1b[6n", "\x1bP"} {
			if strings.Contains(out, question) {
				t.Errorf("reftel %v asks the terminal: %q is in %q", args, question, out)
			}
		}
	}
}
