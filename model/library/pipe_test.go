//go:build unix

package library

import (
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

func TestDevicesAreRefused(t *testing.T) {
	if _, err := os.Stat("/dev/zero"); err != nil {
		t.Skip("skip: no /dev/zero here")
	}
	l, _ := load(t, Inputs([]string{"/dev/zero"}, nil), lineOptions())
	if p := l.Problems(); len(p) != 1 || !strings.Contains(p[0].Error(), "device") {
		t.Errorf("problems: %v", p)
	}
}
