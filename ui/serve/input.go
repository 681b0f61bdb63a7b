package serve

import (
	"context"
	"fmt"
	"io"
	"sync/atomic"
	"time"
)

// input is what a reader types, and no faster than a program can be typed at. Pauses are as long as the program waits for
// the rest of an escape sequence, so that one without an end is not gathered for ever.
type input struct {
	from  io.Reader
	ctx   context.Context
	stop  func()      // ends the program, for nothing comes any more
	typed func()      // something was typed
	said  chan string // what the reader is to know
	total atomic.Int64

	since   int // bytes since the last pause
	pasting bool
	pasted  int  // bytes
	over    bool // what is pasted is left out from here on
	matched int  // bytes of the sequence that begins or ends a paste
}

// Limits of input.
const (
	mostTyped  = 1 << 10 // bytes without a pause
	mostPasted = 16 << 10
	mostPaste  = 64 << 10
	breath     = 100 * time.Millisecond // the pause
)

const (
	pasteBegins = "\x1b[200~"
	pasteEnds   = "\x1b[201~"
)

// Read reads what is typed.
func (in *input) Read(p []byte) (int, error) {
	if len(p) <= len(pasteEnds) {
		return 0, io.ErrShortBuffer
	}
	for {
		if err := in.rest(); err != nil {
			return 0, err
		}
		asked := time.Now()
		n, err := in.from.Read(p[len(pasteEnds):min(len(p), len(pasteEnds)+mostTyped)])
		if time.Since(asked) >= breath {
			in.since = 0
		}
		if n > 0 {
			in.total.Add(int64(n))
			in.since += n
			in.typed()
		}
		if err != nil { // what came with it is what the reader typed before going
			in.stop()
			return in.sift(p, p[len(pasteEnds):len(pasteEnds)+n]), io.EOF
		}
		if kept := in.sift(p, p[len(pasteEnds):len(pasteEnds)+n]); kept > 0 {
			return kept, nil
		}
	}
}

// rest makes a pause when much has come without one, but not within the sequence that ends a paste.
func (in *input) rest() error {
	most := mostTyped
	if in.pasting {
		most = mostPasted
	}
	if in.since < most || in.matched > 0 {
		return nil
	}
	in.since = 0
	select {
	case <-in.ctx.Done():
		return io.EOF
	case <-time.After(breath):
		return nil
	}
}

// sift moves what was read to the front of p, and leaves out what goes beyond the longest paste. There is room for a
// sequence in front of what was read: its beginning may have been held back before.
func (in *input) sift(p, read []byte) (n int) {
	for _, b := range read {
		wanted := pasteBegins
		if in.pasting {
			wanted = pasteEnds
		}
		switch {
		case b == wanted[in.matched]:
			in.matched++
		case b == wanted[0]:
			in.matched = 1
		default:
			in.matched = 0
		}
		whole := in.matched == len(wanted)
		switch {
		case in.over && whole:
			n += copy(p[n:], pasteEnds)
		case !in.over:
			p[n] = b
			n++
		}
		if whole {
			in.matched, in.pasting, in.pasted, in.over = 0, !in.pasting, 0, false
		} else if in.pasting {
			in.count()
		}
	}
	return n
}

// count counts a byte of a paste. A sequence that may end it is let through whole.
func (in *input) count() {
	in.pasted++
	if in.over || in.pasted < mostPaste || in.matched > 0 {
		return
	}
	in.over = true
	select {
	case in.said <- fmt.Sprintf("Of what was pasted only the first %d KB are taken.", mostPaste>>10):
	default:
	}
}
