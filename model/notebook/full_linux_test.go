package notebook_test

import (
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"reftel/model/notebook"
)

// fullFile names the file in which a program of this test finds no more room.
const fullFile = "REFTEL_TEST_FULL"

// On a disk without room a sentence says so; what was kept before is kept, and the notebook goes on when there is room.
func TestTheDiskIsFull(t *testing.T) {
	if path := os.Getenv(fullFile); path != "" {
		fillUp(t, path)
		return
	}
	path := filepath.Join(t.TempDir(), "notebook.db")
	self, err := os.Executable()
	must(t, err)
	program := exec.Command(self, "-test.run", "^TestTheDiskIsFull$")
	program.Env = append(os.Environ(), fullFile+"="+path)
	out, err := program.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "make room") || !strings.Contains(string(out), "what was kept before is kept") {
		t.Errorf("the program ends with %v and says\n%s", err, out)
	}
	kept := strings.Count(string(out), "kept note")
	b := opened(t, path)
	if n := len(texts(t, b)); n != kept || kept == 0 {
		t.Errorf("%d of %d notes are there", n, kept)
	}
	noteOn(t, b, vienna(t), 0, "there is room again", noon)
}

// fillUp writes notes until there is no room.
func fillUp(t *testing.T, path string) {
	signal.Ignore(syscall.SIGXFSZ)
	const room = 300 << 10
	must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: room, Max: room}))
	b := notebook.New(path)
	defer b.Close()
	for i := range 1000 {
		if _, err := b.Save(t.Context(), notebook.Note{Anchor: notebook.AnchorAt(vienna(t), 0, 0), Text: strings.Repeat("words ", 500)}, noon); err != nil {
			fmt.Println(err)
			if _, err := b.Notes(t.Context()); err != nil {
				fmt.Println("and reading fails:", err)
			}
			return
		}
		fmt.Println("kept note", i)
	}
	t.Error("a thousand long notes fit into the room there is")
}
