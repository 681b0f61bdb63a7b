package cli

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"reftel/model/notebook"
)

// notes are the texts of what the reader has kept.
func (s *screen) notes() (out []string) {
	s.t.Helper()
	b := notebook.New(filepath.Join(s.home, "data", "reftel", "notebook.db"))
	defer b.Close()
	notes, err := b.Notes(context.Background())
	if err != nil {
		s.t.Fatal(err)
	}
	for _, n := range notes {
		out = append(out, n.Text)
	}
	return out
}

// writing starts the program on the sample and begins a note that isn't kept yet.
func writing(t *testing.T, home string) *screen {
	t.Helper()
	s := on(t, home, "", "--sample")
	s.until("LISBON")
	s.press("\ra")
	s.until("Note on")
	s.press("lamp")
	s.shows("lamp")
	return s
}

// A signal ends the program as q does, but for the exit status; ctrl+c is a key.
func TestSignalsAndKeysThatEnd(t *testing.T) {
	for _, test := range []struct {
		name   string
		end    func(*screen)
		status int
	}{
		{"SIGHUP", func(s *screen) { s.signal(syscall.SIGHUP) }, 129},
		{"SIGINT", func(s *screen) { s.signal(syscall.SIGINT) }, 130},
		{"SIGQUIT", func(s *screen) { s.signal(syscall.SIGQUIT) }, 131},
		{"SIGTERM", func(s *screen) { s.signal(syscall.SIGTERM) }, 143},
		{"ctrl+c", func(s *screen) { s.press("\x03") }, Found},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s := writing(t, t.TempDir())
			test.end(s)
			if status := s.ended(); status != test.status {
				t.Errorf("exit status %d, want %d", status, test.status)
			}
			s.wantRestored()
			if got := s.notes(); len(got) != 1 || got[0] != "lamp" {
				t.Errorf("the notes are %q", got)
			}
			if strings.Contains(s.text(), "reftel: ") {
				t.Errorf("something is said of it: %q", s.last())
			}
		})
	}
}

// When the terminal vanishes, by a signal or without one, the program ends, and what was written is kept.
func TestTheTerminalVanishes(t *testing.T) {
	for _, own := range []bool{true, false} {
		t.Run(fmt.Sprintf("controlling %v", own), func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			cmd := exec.Command(self(t), "--sample")
			if !own { // then it hears of it from the terminal alone
				cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
			}
			s := start(t, home, "", cmd)
			s.until("LISBON")
			s.press("\ra")
			s.until("Note on")
			s.press("lamp")
			s.shows("lamp")
			s.master.Close()
			status := s.ended()
			if status != 129 {
				t.Errorf("exit status %d, want 129", status)
			}
			if got := s.notes(); len(got) != 1 || got[0] != "lamp" {
				t.Errorf("the notes are %q", got)
			}
		})
	}
}

// What was confirmed is there after kill -9.
func TestKilledAndOpenedAgain(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	s := writing(t, home)
	s.press("\x1b")
	s.until("The note is kept")
	s.signal(syscall.SIGKILL)
	if status := s.ended(); status != 137 {
		t.Errorf("exit status %d", status)
	}
	if got := s.notes(); len(got) != 1 || got[0] != "lamp" {
		t.Errorf("the notes are %q", got)
	}
	again := on(t, home, "", "--sample")
	again.until("LISBON")
	again.press("'")
	again.until("lamp")
	again.signal(syscall.SIGTERM)
	again.ended()
	again.wantRestored()
}

// ctrl+z gives the terminal back, and fg brings the screen again, all of it.
func TestStoppedAndContinued(t *testing.T) {
	t.Parallel()
	cmd := exec.Command("sh", "-c", `set -m; "$@"; echo STOPPED; read -r _; fg >/dev/null; echo STATUS $?`, "sh", self(t), "--sample")
	s := start(t, t.TempDir(), "", cmd)
	s.until("LISBON")
	s.press("\x1a")
	s.until("STOPPED")
	on := modes(s.all())
	for _, mode := range []string{"1049", "2004", "1002", "1006"} {
		if on[mode] {
			t.Errorf("mode %s is on while it is stopped", mode)
		}
	}
	if !on["25"] {
		t.Error("the cursor is hidden while it is stopped")
	}
	if now := s.termios(); now.Lflag&syscall.ICANON == 0 || now.Lflag&syscall.ECHO == 0 {
		t.Error("the shell gets a terminal in raw mode")
	}
	before := len(s.all())
	s.press("\n")
	s.wait("the screen", func() bool { return strings.Contains(sequences.ReplaceAllString(s.all()[before:], ""), "LISBON") })
	if !modes(s.all())["1049"] {
		t.Error("the alternate screen isn't taken again")
	}
	s.press("q")
	s.until("STATUS 0")
	s.ended()
	s.wantRestored()
}

// Standard input may be anything: keys come from the terminal.
func TestStandardInputIsNoTerminal(t *testing.T) {
	t.Parallel()
	cmd := exec.Command("sh", "-c", `"$@" </dev/null; echo STATUS $?`, "sh", self(t), "--sample")
	s := start(t, t.TempDir(), "", cmd)
	s.until("LISBON")
	s.press("q")
	s.until("STATUS 0")
	s.ended()
	s.wantRestored()
}

// Where there is no terminal at all to read keys from, a sentence says so.
func TestNoTerminalForTheKeys(t *testing.T) {
	cmd := exec.Command(self(t), "--sample")
	cmd.Stdin = strings.NewReader("")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // the terminal isn't its own
	s := start(t, t.TempDir(), "", cmd)
	if status := s.ended(); status != Usage {
		t.Errorf("exit status %d", status)
	}
	s.until("reftel: the screen could not be run: ")
	s.wantRestored()
}

// A command whose output is closed or full, or which is interrupted, says it or is quiet, with the status that shells know.
func TestOutputOfCommands(t *testing.T) {
	home := t.TempDir()
	for _, test := range []struct{ script, status, said string }{
		{`"$@" list | head -1 >/dev/null; echo STATUS $?`, "STATUS 0", ""},
		{`"$@" list >&-; echo STATUS $?`, "STATUS 0", ""}, // Go opens the null device in its place, so that no file of ours gets the number
		{`"$@" list >/dev/full; echo STATUS $?`, "STATUS 2", "reftel: the output could not be written: write /dev/stdout: no space left on device"},
		{`"$@" export --to md --output x/y.md; echo STATUS $?`, "STATUS 2", "reftel: x/y.md could not be written: no such file or directory"},
	} {
		cmd := exec.Command("sh", "-c", test.script, "sh", self(t))
		cmd.Env, cmd.Dir = surroundings(home, ""), home
		out, err := cmd.CombinedOutput()
		if err != nil || !strings.Contains(string(out), test.status) || test.said != "" && !strings.Contains(string(out), test.said) || test.said == "" && strings.Contains(string(out), "reftel: ") {
			t.Errorf("%s: %v, %q", test.script, err, out)
		}
	}
	if files, _ := filepath.Glob(filepath.Join(home, "x*")); len(files) > 0 {
		t.Errorf("left is %q", files)
	}
}
