// Package readers are many clients of one SSH server at once, each with a key and a mark of its own, that press keys and
// measure how long the next frame takes.
package readers

import (
	"bytes"
	"crypto/ed25519"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// Key returns the key of a reader by number.
func Key(n int) (gossh.Signer, error) {
	seed := make([]byte, ed25519.SeedSize)
	binary.BigEndian.PutUint32(seed, uint32(n)+1)
	return gossh.NewSignerFromKey(ed25519.NewKeyFromSeed(seed))
}

// AuthorizedKeys returns the file of keys of so many readers.
func AuthorizedKeys(n int) ([]byte, error) {
	var out bytes.Buffer
	for i := range n {
		key, err := Key(i)
		if err != nil {
			return nil, err
		}
		out.Write(gossh.MarshalAuthorizedKey(key.PublicKey()))
	}
	return out.Bytes(), nil
}

// Reader is one reader at a terminal.
type Reader struct {
	client  *gossh.Client
	session *gossh.Session
	in      io.Writer

	mu     sync.Mutex
	last   []byte        // of what was shown
	marks  [][]byte      // that are looked for
	seen   map[int]bool  // marks by number
	frames chan struct{} // holds one when a frame has come since
	Bytes  int64
}

// What the program asks behind each frame, and what terminals answer.
const (
	question = "\x1b[5n"
	answer   = "\x1b[0n"
)

// mostMark is how long marks may be.
const mostMark = 64

// ErrSilent says that no frame came.
var ErrSilent = errors.New("no frame came")

// Connect opens the reader with a number. What is shown is looked through for the marks.
func Connect(address string, n, width, height int, marks []string) (*Reader, error) {
	key, err := Key(n)
	if err != nil {
		return nil, err
	}
	r := &Reader{seen: map[int]bool{}, frames: make(chan struct{}, 1)}
	for _, m := range marks {
		r.marks = append(r.marks, []byte(m))
	}
	r.client, err = gossh.Dial("tcp", address, &gossh.ClientConfig{User: fmt.Sprintf("reader%d", n), Auth: []gossh.AuthMethod{gossh.PublicKeys(key)},
		HostKeyCallback: gossh.InsecureIgnoreHostKey()}) // it was made for this run
	if err != nil {
		return nil, err
	}
	if r.session, err = r.client.NewSession(); err != nil {
		return nil, err
	}
	if r.in, err = r.session.StdinPipe(); err != nil {
		return nil, err
	}
	r.session.Stdout, r.session.Stderr = r, r
	if err := r.session.RequestPty("xterm-256color", height, width, gossh.TerminalModes{}); err != nil {
		return nil, err
	}
	return r, r.session.Shell()
}

// Write takes what is shown.
func (r *Reader) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.Bytes += int64(len(p))
	before := len(r.last)
	r.last = append(r.last, p...)
	for i, mark := range r.marks {
		if bytes.Contains(r.last, mark) {
			r.seen[i] = true
		}
	}
	for range strings.Count(string(r.last[max(0, before-len(question)+1):]), question) {
		if _, err := io.WriteString(r.in, answer); err != nil {
			break // it has ended
		}
		select {
		case r.frames <- struct{}{}:
		default:
		}
	}
	r.last = append(r.last[:0], r.last[max(0, len(r.last)-mostMark):]...)
	return len(p), nil
}

// Press presses a key and returns how long it took until a frame had come.
func (r *Reader) Press(key string, most time.Duration) (time.Duration, error) {
	select {
	case <-r.frames: // one that came by itself
	default:
	}
	began := time.Now()
	if _, err := io.WriteString(r.in, key); err != nil {
		return 0, err
	}
	return r.Frame(began, most)
}

// Frame waits for a frame.
func (r *Reader) Frame(since time.Time, most time.Duration) (time.Duration, error) {
	select {
	case <-r.frames:
		return time.Since(since), nil
	case <-time.After(most):
		return 0, ErrSilent
	}
}

// Redraw has the whole screen sent, by another size: what changes on it is sent as it differs from what was there.
func (r *Reader) Redraw(width, height int, most time.Duration) error {
	select {
	case <-r.frames:
	default:
	}
	if err := r.session.WindowChange(height, width); err != nil {
		return err
	}
	_, err := r.Frame(time.Now(), most)
	return err
}

// Saw returns the numbers of the marks that were shown.
func (r *Reader) Saw() map[int]bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.seen
}

// Wait waits until the session has ended.
func (r *Reader) Wait() error { return r.session.Wait() }
