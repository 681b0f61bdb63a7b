package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"reftel/sample"
)

// tinyDisk is the environment variable that has this test run in a process whose file systems are its own, with a small one in
// the folder that it names.
const tinyDisk = "REFTEL_TEST_TINY"

// On a full disk every command and the reader say so in a sentence. What was kept is kept, no half file is left, and when there
// is room again, all goes on.
func TestAFullDisk(t *testing.T) {
	if dir := os.Getenv(tinyDisk); dir != "" {
		if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
			t.Skipf("skip: no file system can be mounted here: %v", err)
		}
		onAFullDisk(t, dir)
		return
	}
	cmd := exec.Command(self(t), "-test.run", "^TestAFullDisk$", "-test.v")
	cmd.Env = append(os.Environ(), tinyDisk+"="+t.TempDir())
	cmd.SysProcAttr = &syscall.SysProcAttr{Unshareflags: syscall.CLONE_NEWNS}
	out, err := cmd.CombinedOutput()
	switch {
	case strings.Contains(string(out), "skip: no file system"), err != nil && len(out) == 0:
		t.Skipf("skip: no file system can be mounted here, which takes root: %v", err)
	case err != nil || !strings.Contains(string(out), "--- PASS: TestAFullDisk"):
		t.Errorf("%v: %s", err, out)
	}
}

// fill writes into a file until there is no room, and returns what makes room again.
func fill(t *testing.T, dir string) (empty func()) {
	t.Helper()
	name := filepath.Join(dir, "filler")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	for size := 1 << 16; size > 0; { // to the last byte
		if _, err := f.Write(make([]byte, size)); err != nil {
			size /= 2
		}
	}
	f.Close()
	return func() { os.Remove(name) }
}

func onAFullDisk(t *testing.T, home string) {
	cables := t.TempDir()
	if err := os.CopyFS(cables, sample.FS()); err != nil {
		t.Fatal(err)
	}
	command := func(status int, said string, args ...string) {
		t.Helper()
		cmd := exec.Command(self(t), args...)
		cmd.Env, cmd.Dir = surroundings(home, ""), home
		out, err := cmd.CombinedOutput()
		if got := cmd.ProcessState.ExitCode(); got != status || !strings.Contains(string(out), said) || strings.Contains(string(out), "goroutine ") {
			t.Errorf("reftel %v ends with %d (%v), want %d, and says %q, want %q", args, got, err, status, out, said)
		}
	}
	left := func(pattern string) {
		t.Helper()
		if files, _ := filepath.Glob(filepath.Join(home, pattern)); len(files) > 0 {
			t.Errorf("left is %q", files)
		}
	}

	// what is kept before
	s := on(t, home, "", "--sample")
	s.until("LISBON")
	s.press("\ra")
	s.until("Note on")
	s.press("before\x1b")
	s.shows("The note is kept")

	// a note for which there is no room stays in its box
	empty := fill(t, home)
	long := strings.Repeat("lamp ", 40000)
	s.press("a")
	s.shows("Note on")
	s.press("\x1b[200~" + long + "\x1b[201~\x1b")
	s.shows("make room on the disk")
	s.shows("lamp lamp")
	empty()
	s.press("\x1b")
	s.shows("The note is kept")
	s.press("\x03")
	if status := s.ended(); status != Found {
		t.Errorf("the reader ends with %d", status)
	}
	s.wantRestored()
	if got := s.notes(); len(got) != 1 || !strings.HasPrefix(got[0], "beforelamp lamp") || len(got[0]) < len(long) {
		t.Errorf("the notes are %.100q", got)
	}

	// commands
	empty = fill(t, home)
	command(Found, "09LISBON97", "list", "--library", cables)
	command(Usage, "make room on the disk", "index", cables)
	command(Found, "09LISBON97", "list", "--library", cables)
	command(Usage, "no space left on device", "export", "--to", "html", "--output", "export.html")
	left("export*")
	empty()
	command(Found, "20 cables", "index", cables)
	empty = fill(t, home)
	if err := os.WriteFile(filepath.Join(cables, "more.txt"), []byte("more"), 0o600); err != nil {
		t.Fatal(err)
	}
	command(PartlyRead, "09LISBON97", "list", "--library", cables)
	empty()
	command(PartlyRead, "20 cables", "index", cables)
}

// A file that may not grow any more ends nothing either.
func TestFilesMayNotGrow(t *testing.T) {
	home, cables := t.TempDir(), t.TempDir()
	if err := os.CopyFS(cables, sample.FS()); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"index", cables}, {"export", "--to", "html", "--output", "export.html"}} {
		cmd := exec.Command("sh", append([]string{"-c", `ulimit -f 8; "$@"; echo STATUS $?`, "sh", self(t)}, args...)...)
		cmd.Env, cmd.Dir = surroundings(home, ""), home
		out, err := cmd.CombinedOutput()
		if err != nil || !strings.Contains(string(out), "STATUS 2") || !strings.Contains(string(out), "reftel: ") || strings.Contains(string(out), "goroutine ") {
			t.Errorf("reftel %v: %v, %q", args, err, out)
		}
	}
	if files, _ := filepath.Glob(filepath.Join(home, "export*")); len(files) > 0 {
		t.Errorf("left is %q", files)
	}
}
