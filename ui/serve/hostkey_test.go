package serve

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The host key is made once, for nobody else's eyes, and is the same ever after.
func TestTheHostKeyIsKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	first, err := hostKey(dir)
	if err != nil {
		t.Fatal(err)
	}
	again, err := hostKey(dir)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.PublicKey().Marshal(), again.PublicKey().Marshal()) || first.PublicKey().Type() != "ssh-ed25519" {
		t.Errorf("the keys are %v and %v", first.PublicKey().Type(), again.PublicKey().Type())
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 1 {
		t.Fatalf("the folder has %v, %v", files, err)
	}
	if info, err := files[0].Info(); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file has the mode %v, %v", info.Mode(), err)
	}
}

func TestHostKeysThatAreNotTaken(t *testing.T) {
	dir := t.TempDir()
	if _, err := hostKey(dir); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, hostKeyFile)
	for _, mode := range []os.FileMode{0o640, 0o604, 0o622} {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
		if _, err := hostKey(dir); err == nil || !strings.Contains(err.Error(), "chmod 600") {
			t.Errorf("with the mode %v: %v", mode, err)
		}
	}
	write(t, name, "no key", 0o600)
	if _, err := hostKey(dir); err == nil || !strings.Contains(err.Error(), "is no private key") {
		t.Errorf("a file that is none: %v", err)
	}
	if kept, _ := os.ReadFile(name); string(kept) != "no key" {
		t.Error("the file was written over")
	}
	if _, err := hostKey(""); err == nil {
		t.Error("there is no folder, and a key")
	}
}
