package ui

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"reftel/model/library"
)

// framesPerSecond is how often the screen may be redrawn. With 120 the first frame is there after
// 18 ms instead of 26 (MEASURED), and nothing is sent while nothing changes.
const framesPerSecond = 120

// Run shows the program on the terminal until it is left. It returns what could not be read.
func Run(ctx context.Context, o Options, terminal ...tea.ProgramOption) ([]library.Problem, error) {
	a, err := New(o)
	if err != nil {
		return nil, err
	}
	defer a.stop()
	opts := append([]tea.ProgramOption{tea.WithContext(ctx), tea.WithFPS(framesPerSecond)}, terminal...)
	if _, err := tea.NewProgram(a, opts...).Run(); err != nil {
		return a.library.Problems(), fmt.Errorf("the screen could not be run: %w", err)
	}
	return a.library.Problems(), nil
}
