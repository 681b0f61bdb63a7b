package notebook_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"reftel/model"
	"reftel/model/notebook"
)

// What makes the test binary one of several programs that write into a notebook.
const (
	writerFile = "REFTEL_TEST_NOTEBOOK"
	writerName = "REFTEL_TEST_WRITER"
	writerFrom = "REFTEL_TEST_FROM"
	writerTo   = "REFTEL_TEST_TO"
)

func TestMain(m *testing.M) {
	path := os.Getenv(writerFile)
	if path == "" {
		os.Exit(m.Run())
	}
	from, _ := strconv.Atoi(os.Getenv(writerFrom))
	to, _ := strconv.Atoi(os.Getenv(writerTo))
	if err := keepWriting(notebook.New(path), os.Getenv(writerName), from, to); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// Each writer adds lines to some notes that all share; each tenth line is a new note.
const shared = 5

// harbor is the cable of shared note k.
func harbor(k int) *model.Cable {
	return &model.Cable{ID: model.ID{Year: 2009, Station: "HARBOR", Serial: k + 1}}
}

// line is what a writer writes in turn i.
func line(name string, i int) string { return fmt.Sprintf("%s wrote %d.", name, i) }

// keepWriting writes lines and says of each when it is kept.
func keepWriting(b *notebook.Notebook, name string, from, to int) error {
	ctx := context.Background()
	for i := from; i < to; i++ {
		c := harbor(i % shared)
		n := notebook.Note{Anchor: notebook.AnchorAt(c, -1, 0)}
		if on, err := b.NotesOn(ctx, c); err != nil {
			return err
		} else if i%10 != 0 && len(on) > 0 {
			n = on[0]
		}
		n.Text += "\n" + line(name, i)
		if _, err := b.Save(ctx, n, time.Now()); err != nil {
			return err
		}
		fmt.Println(i)
	}
	return nil
}

// writing starts a program that writes.
func writing(t *testing.T, path, name string, from, to int) (program *exec.Cmd, kept *bufio.Scanner) {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	program = exec.Command(self)
	program.Env = append(os.Environ(), writerFile+"="+path, writerName+"="+name, fmt.Sprintf("%s=%d", writerFrom, from), fmt.Sprintf("%s=%d", writerTo, to))
	program.Stderr = os.Stderr
	out, err := program.StdoutPipe()
	must(t, err)
	must(t, program.Start())
	return program, bufio.NewScanner(out)
}

// allLines returns the lines of all notes.
func allLines(t *testing.T, path string) map[string]bool {
	t.Helper()
	b := notebook.New(path)
	defer b.Close()
	out := map[string]bool{}
	for _, text := range texts(t, b) {
		for _, l := range strings.Split(strings.TrimSpace(text), "\n") {
			out[l] = true
		}
	}
	return out
}

// A program that is killed at any moment of a thousand edits loses none that it has said is kept.
func TestKilledPrograms(t *testing.T) {
	edits := 1000
	if testing.Short() {
		edits = 100
	}
	path := filepath.Join(t.TempDir(), "notebook.db")
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 0))
	var confirmed []int
	next, kills := 0, 0
	for len(confirmed) < edits {
		program, kept := writing(t, path, "A", next, next+10_000)
		for left := 1 + r.IntN(100); left > 0 && kept.Scan(); left-- {
			i, err := strconv.Atoi(kept.Text())
			must(t, err)
			confirmed, next = append(confirmed, i), i+1
		}
		time.Sleep(time.Duration(r.IntN(5000)) * time.Microsecond)
		must(t, program.Process.Kill())
		kills++
		for kept.Scan() { // what it said before it was killed counts
			if i, err := strconv.Atoi(kept.Text()); err == nil {
				confirmed, next = append(confirmed, i), i+1
			}
		}
		program.Wait()
		lines := allLines(t, path)
		for _, i := range confirmed {
			if !lines[line("A", i)] {
				t.Fatalf("after %d kills edit %d of %d is lost", kills, i, len(confirmed))
			}
		}
		if n := len(lines) - len(confirmed); n < 0 || n > kills {
			t.Fatalf("%d lines of %d edits that were confirmed", len(lines), len(confirmed))
		}
		next++ // the one in flight may be there
	}
	if err := notebook.New(path).Check(t.Context()); err != nil {
		t.Error(err)
	}
}

// A copy of the file alone, made while the program runs, holds all that was written.
func TestTheFileAloneIsWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notebook.db")
	b := opened(t, path)
	for i := range 20 {
		noteOn(t, b, vienna(t), i%5, "a note", noon)
		data, err := os.ReadFile(path)
		must(t, err)
		copied := filepath.Join(t.TempDir(), "notebook.db")
		must(t, os.WriteFile(copied, data, 0o600))
		if n := len(texts(t, opened(t, copied))); n != i+1 {
			t.Fatalf("a copy has %d of %d notes", n, i+1)
		}
	}
}

// Programs that edit the same notes at once lose none of each other's lines.
func TestProgramsThatWriteAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notebook.db")
	const edits = 120
	names := []string{"A", "B", "C"}
	var running sync.WaitGroup
	for _, name := range names {
		program, kept := writing(t, path, name, 1, 1+edits)
		running.Go(func() {
			n := 0
			for kept.Scan() {
				n++
			}
			if err := program.Wait(); err != nil || n != edits {
				t.Errorf("%s has kept %d of %d edits: %v", name, n, edits, err)
			}
		})
	}
	running.Wait()
	lines := allLines(t, path)
	for _, name := range names {
		for i := 1; i <= edits; i++ {
			if !lines[line(name, i)] {
				t.Errorf("edit %d of %s is lost", i, name)
			}
		}
	}
}

// The same within one program.
func TestGoroutinesThatWriteAtOnce(t *testing.T) {
	b := opened(t, filepath.Join(t.TempDir(), "notebook.db"))
	c := vienna(t)
	var running sync.WaitGroup
	for i := range 6 {
		running.Go(func() {
			for k := range 10 {
				at := noon.Add(time.Duration(i) * time.Second)
				_, err := b.Save(t.Context(), notebook.Note{Anchor: notebook.AnchorAt(c, i, 0), Text: fmt.Sprint(k)}, at)
				if err == nil {
					err = b.SetPosition(t.Context(), notebook.AnchorAt(c, k, 0), at)
				}
				if err == nil {
					_, err = b.Notes(t.Context())
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	running.Wait()
	changes, err := b.Changes(t.Context())
	if n := len(texts(t, b)); n != 60 || changes.Notes != 60 || changes.Positions != 60 || err != nil {
		t.Errorf("%d of 60 notes are kept, changes are %+v (%v)", n, changes, err)
	}
}
