package child

import (
	"bytes"
	"errors"
	"os"
	"testing"
)

func TestAProgramThatIsNotHere(t *testing.T) {
	if _, err := (Task{Program: "no-such-program-at-all"}).Run(); !errors.Is(err, ErrNotHere) {
		t.Error(err)
	}
	if _, err := OnTerminal(nil, "no-such-program-at-all"); !errors.Is(err, ErrNotHere) {
		t.Error(err)
	}
}

func TestTaskRun(t *testing.T) {
	if !Has("sh") {
		t.Skip("skip: there is no shell")
	}
	r, err := Task{Program: "sh", Args: []string{"-c", "echo $WORD"}, Env: []string{"WORD=harbor"}}.Run()
	if err != nil || string(r.Out) != "harbor\n" || r.Took <= 0 {
		t.Errorf("%q, %v, %v", r.Out, r.Took, err)
	}
	if _, err := (Task{Program: "sh", Args: []string{"-c", "exit 1"}}).Run(); err != nil {
		t.Errorf("nothing found is an error: %v", err)
	}
	if _, err := (Task{Program: "sh", Args: []string{"-c", "echo gone wrong >&2; exit 1"}}).Run(); err == nil || !bytes.Contains([]byte(err.Error()), []byte("gone wrong")) {
		t.Errorf("no error, or one that doesn't say what the program did: %v", err)
	}
}

func TestOnTerminal(t *testing.T) {
	if _, err := os.Stat("/dev/ptmx"); err != nil || !Has("sh") {
		t.Skip("skip: no terminal can be made here")
	}
	term, err := OnTerminal(nil, "sh", "-c", `stty -echo; test -t 0 && stty size; printf '\033]11;?'; read -r answer; printf 'seen'; read -r more`)
	if err != nil {
		t.Fatal(err)
	}
	defer term.Close()
	first, err := term.First(func(written []byte) bool { return bytes.Contains(written, []byte("40 120")) })
	if err != nil || first.Bytes == 0 {
		t.Fatalf("the program has no terminal of 40 lines and 120 columns: %+v, %v", first, err)
	}
	if b, err := term.Press("\n"); err != nil || b.Bytes < len("seen") {
		t.Errorf("a key press is answered with %+v, %v", b, err)
	}
	if resident, peak := term.Memory(); resident > peak {
		t.Errorf("%d bytes are resident, at most %d", resident, peak)
	}
}
