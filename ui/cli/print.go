package cli

import (
	"bufio"
	"fmt"

	"reftel/ui/visible"
)

// maxWidth is the widest that running text is set; longer lines are hard to follow with the eye.
const maxWidth = 80

// printer writes lines of text. What a line holds of a cable or a file name is made visible on the
// way, for pipes too: what is kept in a file or shown by a pager must be as harmless.
type printer struct {
	out *bufio.Writer
	err error // the first; nothing is written after it
}

func (t *tool) printer() *printer { return &printer{out: bufio.NewWriterSize(t.Out, 64<<10)} }

// line writes one line. Line breaks inside s are made visible as well.
func (p *printer) line(s string) { p.raw(visible.Line(s) + "\n") }

// raw writes s as it is: for text that was made visible and perhaps given a style.
func (p *printer) raw(s string) {
	if p.err == nil {
		_, p.err = p.out.WriteString(s)
	}
}

// close writes what is left and returns the first error.
func (p *printer) close() error {
	if p.err == nil {
		p.err = p.out.Flush()
	}
	if p.err != nil && !isBrokenPipe(p.err) {
		return ending{Usage, fmt.Sprintf("the output could not be written: %s", p.err)}
	}
	return p.err
}

// textWidth is the width that running text is wrapped to.
func (t *tool) textWidth() int {
	if t.Width <= 0 {
		return maxWidth
	}
	return min(t.Width, maxWidth)
}
