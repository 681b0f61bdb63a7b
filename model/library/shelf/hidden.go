package shelf

import (
	"context"

	"reftel/model/library"
)

// CountHidden reads redacted cables and counts what is hidden in them.
func (m *Memory) CountHidden(ctx context.Context, into *library.Hiding, numbers []Number) error {
	for _, c := range m.at(numbers...) {
		into.Note(c)
		into.Read(c)
	}
	return ctx.Err()
}

// CountHidden reads redacted cables and counts what is hidden in them. Those that can't be read are left out: whoever opens
// one is told why.
func (s *Indexed) CountHidden(ctx context.Context, into *library.Hiding, numbers []Number) error {
	x, err := s.at()
	if err != nil {
		return err
	}
	defer x.done()
	for _, n := range numbers {
		if err := ctx.Err(); err != nil {
			return err
		}
		if c, err := x.cable(n); err == nil {
			into.Note(c)
			into.Read(c)
		}
	}
	return nil
}
