package ui_test

import (
	"context"
	"os"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/sample"
	"reftel/ui/sim"
)

// slowShelf opens no cable any more when it is told so.
type slowShelf struct {
	shelf.Shelf
	slow  bool
	asked chan struct{}
}

// Open waits until nobody wants the cable any more.
func (s *slowShelf) Open(ctx context.Context, n shelf.Number) (*shelf.Opened, error) {
	if !s.slow {
		return s.Shelf.Open(ctx, n)
	}
	s.asked <- struct{}{}
	<-ctx.Done()
	return nil, ctx.Err()
}

// Who leaves while a file is written leaves no half of it.
func TestLeavingWhileAFileIsWritten(t *testing.T) {
	folder := t.TempDir()
	from := &slowShelf{Shelf: shelf.NewMemory(library.InputsFS(sample.FS()), library.LoadOptions{}), asked: make(chan struct{}, 1)}
	s, err := sim.New(sim.Options{Width: 120, Height: 40, Shelf: from, Folder: folder})
	if err != nil {
		t.Fatal(err)
	}
	s.Press("w", "enter")
	from.slow = true
	writing := s.Hold("enter")
	go run(writing)
	<-from.asked
	if names := inFolder(t, folder); len(names) != 1 || names[0] == "" {
		t.Errorf("while it is written the folder has %q", names)
	}
	s.Close()
	if names := inFolder(t, folder); len(names) != 0 {
		t.Errorf("left is %q", names)
	}
}

// run runs a command and those that it stands for, and drops what they say.
func run(cmd tea.Cmd) {
	if batch, ok := cmd().(tea.BatchMsg); ok {
		for _, c := range batch {
			run(c)
		}
	}
}

func inFolder(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
