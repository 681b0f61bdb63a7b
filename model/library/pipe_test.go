//go:build unix

package library

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A shell hands over the output of a program as a pipe: reftel <(unzip -p cables.zip).
func TestANamedPipeIsReadOnceAndKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip("skip: no named pipes here: ", err)
	}
	go os.WriteFile(path, []byte("09PORTVERDE1 piped\n"), 0o600)
	l, _ := load(t, Inputs([]string{path}, nil), lineOptions())
	cables := l.Cables()
	if ids(cables) != "09PORTVERDE1" {
		t.Fatalf("cables %q, problems %v", ids(cables), l.Problems())
	}
	if text, err := l.Source(cables[0])(); err != nil || string(text) != "09PORTVERDE1 piped\n" {
		t.Errorf("its source reads %q, %v", text, err)
	}
}

// A pipe into which nobody writes is not waited for without end.
func TestASilentPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip("skip: no named pipes here: ", err)
	}
	f, err := openPipe(path, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err = f.Read(make([]byte, 1)); !errors.Is(err, errSilent) {
		t.Errorf("reading gives %v", err)
	}
	if p := newProblem(path, err); !strings.Contains(p.What, "nobody writes") {
		t.Errorf("it is said that %s", p.What)
	}
}

func TestDevicesAreRefused(t *testing.T) {
	if _, err := os.Stat("/dev/zero"); err != nil {
		t.Skip("skip: no /dev/zero here")
	}
	l, _ := load(t, Inputs([]string{"/dev/zero"}, nil), lineOptions())
	if p := l.Problems(); len(p) != 1 || !strings.Contains(p[0].Error(), "device") {
		t.Errorf("problems: %v", p)
	}
}
