package cli

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// stuck is an output that takes nothing.
type stuck struct{ err error }

func (s stuck) Write([]byte) (int, error) { return 0, s.err }

func TestAReaderThatHasSeenEnoughIsNoError(t *testing.T) {
	closed := func(s *System) { s.Out = stuck{&os.PathError{Op: "write", Path: "|1", Err: syscall.EPIPE}} }
	for _, args := range [][]string{
		{"list"}, {"list", "--json"}, {"show", "09LISBON97"}, {"find", "keeper"}, {"redactions"}, {"redactions", "--json"}, {"refs", "09LISBON97"}, {"diff", "--all", "--library", copies, "09PONTADELGADA11"}, {"cite", "09LISBON97"}, {"export", "--to", "html"}, {"export", "--to", "csv"}, {"parse", cables, "missing"}, {"keys"}, {"man"},
		{"completion", "bash"}, {"completion", "zsh"}, {"completion", "fish"},
	} {
		r := run(t, closed, args...)
		r.want(t, Found, "")
	}
}

func TestAFullDiskIsSaid(t *testing.T) {
	full := func(s *System) { s.Out = stuck{errors.New("no space left on device")} }
	run(t, full, "list").want(t, Usage, "the output could not be written: no space left on device")
}

// The real program must not be killed by the signal that a closed pipe sends.
func TestHeadEndsQuietly(t *testing.T) {
	if testing.Short() {
		t.Skip("skip: builds the program")
	}
	program := filepath.Join(t.TempDir(), "reftel")
	if out, err := exec.Command("go", "build", "-o", program, "reftel").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, args := range [][]string{{"parse", "../../sample/cables"}, {"list"}, {"find", "light*"}, {"keys"}} {
		cmd := exec.Command(program, args...)
		var errs strings.Builder
		cmd.Stderr = &errs
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		cmd.Stdout = w
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		w.Close()
		if args[0] == "parse" { // more than a pipe holds: it is closed while the program writes
			if _, err := io.ReadFull(r, make([]byte, 1)); err != nil {
				t.Fatal(err)
			}
		}
		r.Close()
		if err := cmd.Wait(); err != nil || errs.Len() > 0 {
			t.Errorf("reftel %s | head: %v, %q", args[0], err, errs.String())
		}
	}
}
