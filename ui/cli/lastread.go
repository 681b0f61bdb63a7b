package cli

import (
	"context"
	"fmt"
	"os"

	"reftel/model/notebook"
)

// lastRead returns the paths of the library that was read last, and a word about it; none where nothing was read, or where
// nothing of it is there any more.
func (t *tool) lastRead(ctx context.Context, notes *notebook.Notebook) (paths []string, notice string) {
	last, ok, err := notes.LastLibrary(ctx)
	if err != nil {
		return nil, err.Error()
	}
	if !ok || len(last) == 0 {
		return nil, ""
	}
	for _, p := range last {
		if _, err := os.Stat(p); err == nil {
			return last, ""
		}
	}
	return nil, fmt.Sprintf("What was read last is gone: %s. This is the built-in sample.", last[0])
}
