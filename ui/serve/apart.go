package serve

import (
	"bytes"
	"io"
	"time"
)

// apart keeps Esc and an answer of the terminal apart that come one right behind the other: together they would be taken
// for one key, and Esc be lost. Answers come at any moment, for the program asks after each frame whether it was shown.
type apart struct {
	from io.Reader

	rest    []byte    // that was read, and comes after a pause
	escaped time.Time // when Esc came last, at the end of what was read
}

const (
	escape = "\x1b"
	answer = "\x1b[0n"
	// meant is how long the program waits after Esc for the rest of a key.
	meant = 60 * time.Millisecond
)

// Read reads what comes, up to an Esc that an answer follows.
func (a *apart) Read(p []byte) (n int, err error) {
	if len(a.rest) > 0 {
		time.Sleep(meant)
		n = copy(p, a.rest)
		a.rest = a.rest[n:]
	} else if n, err = a.from.Read(p); bytes.HasPrefix(p[:n], []byte(answer)) {
		time.Sleep(meant - time.Since(a.escaped))
	}
	if i := bytes.Index(p[:n], []byte(escape+answer)); i >= 0 {
		a.rest = append(bytes.Clone(p[i+1:n]), a.rest...)
		n = i + 1
	}
	if a.escaped = (time.Time{}); n > 0 && p[n-1] == escape[0] {
		a.escaped = time.Now()
	}
	if err != nil && len(a.rest) > 0 { // said again when that is read
		err = nil
	}
	return n, err
}
