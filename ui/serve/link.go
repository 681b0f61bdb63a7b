package serve

import (
	"net"
	"sync"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"reftel/internal/crash"
	"reftel/model/excerpt"
)

// link is a connection. One on which nobody reads is closed after a while, whatever else is said on it.
type link struct {
	net.Conn
	server *Server

	mu     sync.Mutex
	open   int // channels
	idle   *time.Timer
	closed bool
}

type linkKey struct{}

// Limits of connections.
const (
	mostChannels = 10  // of one connection
	mostMore     = 20  // connections beyond two for each reader
	mostReason   = 150 // letters of why a connection failed: what a client says of itself is among them
)

// connected takes in a connection, before anything is known of who comes.
func (s *Server) connected(ctx ssh.Context, c net.Conn) net.Conn {
	if !s.gate.connect() {
		s.log.say("%s turned away: too many connections", c.RemoteAddr())
		return nil
	}
	l := &link{Conn: c, server: s}
	l.mu.Lock() // whoever closes it when it is idle looks at the timer
	defer l.mu.Unlock()
	l.idle = time.AfterFunc(s.options.Idle, crash.Caught(func() { l.Close() }))
	ctx.SetValue(linkKey{}, l)
	return l
}

// Close closes the connection.
func (l *link) Close() error {
	l.mu.Lock()
	if !l.closed {
		l.closed = true
		l.idle.Stop()
		l.server.gate.disconnect()
	}
	l.mu.Unlock()
	return l.Conn.Close()
}

// begin counts a channel, and says whether there may be another.
func (l *link) begin() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed || l.open >= mostChannels {
		return false
	}
	l.open++
	l.idle.Stop()
	return true
}

func (l *link) end() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open--; l.open == 0 && !l.closed {
		l.idle.Reset(l.server.options.Idle)
	}
}

// failed tells of a client that has shown no key that may read.
func (s *Server) failed(c net.Conn, err error) {
	if !isEnd(err) {
		s.log.say("%s turned away: %s", c.RemoteAddr(), excerpt.FirstWords(err.Error(), mostReason))
	}
}

// nameOf is under which name the reader of a key stands in the permissions that the key has.
const nameOf = "reftel-reader"

// admits reports whether a key may read.
func (s *Server) admits(ctx ssh.Context, key ssh.PublicKey) bool {
	name, ok := s.keys.name(key)
	if ok {
		p := ctx.Permissions()
		if p.Extensions == nil {
			p.Extensions = map[string]string{}
		}
		p.Extensions[nameOf] = name
	}
	return ok
}

// who is somebody who reads.
type who struct {
	address string
	name    string
	key     ssh.PublicKey // nil: nobody was asked for one
}

// whoIs returns who has come in.
func whoIs(ctx ssh.Context) who {
	w := who{address: ctx.RemoteAddr().String()}
	if key, ok := ctx.Value(ssh.ContextKeyPublicKey).(ssh.PublicKey); ok {
		w.key, w.name = key, ctx.Permissions().Extensions[nameOf]
	}
	return w
}

// String is how the log calls a reader: address, name, key.
func (w who) String() string {
	out := w.address
	if w.name != "" {
		out += " " + w.name
	}
	if w.key != nil {
		out += " " + gossh.FingerprintSHA256(w.key)
	}
	return out
}
