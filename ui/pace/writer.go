package pace

import (
	"io"

	"github.com/charmbracelet/x/term"
)

// Writer returns out with a question behind each write. If out is a terminal, so is what is returned.
func (l *Link) Writer(out io.Writer) io.Writer {
	if t, ok := out.(term.File); ok {
		return terminal{t, l}
	}
	return writer{out, l}
}

// writer writes to a link. Bubble Tea writes a frame in one go.
type writer struct {
	out  io.Writer
	link *Link
}

func (w writer) Write(p []byte) (int, error) {
	if !w.link.sent(len(p)) {
		return w.out.Write(p)
	}
	n, err := w.out.Write(append(append(make([]byte, 0, len(p)+len(question)), p...), question...))
	return min(n, len(p)), err
}

// terminal is a file that is a terminal, written to as a link.
type terminal struct {
	term.File
	link *Link
}

func (t terminal) Write(p []byte) (int, error) { return writer{t.File, t.link}.Write(p) }
