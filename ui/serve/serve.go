// Package serve shows the program to readers over SSH. They read one library; what each keeps of it is in a notebook of
// the key that they come with.
//
//	connection ──> link ──> keys: may this key read? ──> channel ──> reader: ui.RunOn with a shelf and a notebook
//	               counts,                               refuses       searches take turns,
//	               ends when idle                        all else      input is limited
//
// Nothing but a terminal with the program on it is given: no shell, no command, no file, no forwarding, and nothing of the
// reader's environment but the name of the terminal is taken. What is written into the log holds no words of cables and
// nothing that was typed.
package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"charm.land/ssh"
	"charm.land/wish/v2"
	gossh "golang.org/x/crypto/ssh"

	"reftel/internal/crash"
	"reftel/model/library/shelf"
	"reftel/ui"
	"reftel/ui/words"
)

// Options say who is served, and how much.
type Options struct {
	Listen string // host and port
	Keys   string // file or folder of public keys, as in authorized_keys; "" with Anyone
	Anyone bool   // nobody is asked for a key
	Folder string // for the host's key and the notebooks; made if it isn't there

	Sessions int           // most readers at once
	PerKey   int           // of them with one key
	Idle     time.Duration // after which a reader who types nothing is let go
	Memory   int64         // bytes; 0: no limit

	Library *shelf.Shared
	Program ui.Options // the rest of how it looks: what is of one reader is put into it
	Log     io.Writer
}

// Times that are nobody's to choose.
const (
	handshake = 20 * time.Second // until a client has shown a key
	farewell  = 5 * time.Second  // for readers to be let go when the server stops
	parting   = 2 * time.Second  // for them to close their connections
)

// mostTries is how many keys a client may try.
const mostTries = 10

// Server serves readers.
type Server struct {
	options  Options
	keys     *keys
	listener net.Listener
	host     ssh.Signer
	ssh      *ssh.Server
	log      *log
	gate     gate
	turns    *turns
	ctx      context.Context // ends when the server stops
	stop     context.CancelFunc
	passing  string // folder of the notebooks of nobody, "" if there are none
}

// Listen prepares a server, and listens. The error is a sentence for whoever starts it.
func Listen(o Options) (_ *Server, err error) {
	s := &Server{options: o, log: newLog(o.Log), turns: newTurns(), gate: gate{most: o.Sessions, perKey: o.PerKey, memory: o.Memory}}
	if !o.Anyone {
		s.keys = &keys{path: o.Keys}
		if err := s.keys.check(s.log.say); err != nil {
			return nil, err
		}
	}
	if s.host, err = hostKey(o.Folder); err != nil {
		return nil, err
	}
	options := []ssh.Option{wish.WithVersion("reftel"), ssh.Option(func(srv *ssh.Server) error {
		srv.AddHostKey(s.host)
		srv.HandshakeTimeout = handshake
		srv.ConnCallback = s.connected
		srv.ServerConfigCallback = func(ssh.Context) *gossh.ServerConfig { return &gossh.ServerConfig{MaxAuthTries: mostTries} }
		srv.ConnectionFailedCallback = s.failed
		srv.ChannelHandlers = map[string]ssh.ChannelHandler{"session": s.offered}
		srv.RequestHandlers = map[string]ssh.RequestHandler{} // no forwarding
		return nil
	})}
	if s.keys != nil {
		options = append(options, wish.WithPublicKeyAuth(s.admits))
	}
	if s.ssh, err = wish.NewServer(options...); err != nil {
		return nil, err
	}
	if s.listener, err = net.Listen("tcp", o.Listen); err != nil {
		return nil, fmt.Errorf("nothing can be served on %s: %w", o.Listen, err)
	}
	return s, nil
}

// Address is where the server listens.
func (s *Server) Address() string { return s.listener.Addr().String() }

// Serve lets readers in until ctx ends. Then each of them is told, what they have written is kept, and it returns.
func (s *Server) Serve(ctx context.Context) error {
	s.ctx, s.stop = context.WithCancel(ctx)
	defer s.stop()
	if s.options.Anyone {
		var err error
		if s.passing, err = os.MkdirTemp("", "reftel-serve-"); err != nil {
			return fmt.Errorf("there is no place for the notes of readers while they read: %w", err)
		}
		defer os.RemoveAll(s.passing)
	}
	if s.options.Memory > 0 {
		before := debug.SetMemoryLimit(s.options.Memory)
		defer debug.SetMemoryLimit(before)
	}
	before := crash.Handle(s.failure)
	defer func() { crash.Handle(before) }()
	s.log.say("listening on %s, host key %s", s.Address(), gossh.FingerprintSHA256(s.host.PublicKey()))
	filled := make(chan struct{})
	go crash.Caught(func() {
		defer close(filled)
		s.fill()
	})()
	defer func() { <-filled }()
	defer s.stop()
	ended := make(chan error, 1)
	go crash.Caught(func() { ended <- s.ssh.Serve(s.listener) })()
	select {
	case failed := <-ended:
		err := fmt.Errorf("the server on %s has failed: %w", s.Address(), failed)
		s.stop()
		ended <- err
		s.end(ended)
		return err
	case <-s.ctx.Done():
		s.end(ended)
		return nil
	}
}

// failure tells of a panic outside the program of any one reader: the work is lost that was being done, and the rest goes on.
func (s *Server) failure(c *crash.Crash) { s.log.crash("", c) }

// mostProblems is how many of the library's problems are told one by one.
const mostProblems = 20

// fill reads the library, and says what came of it.
func (s *Server) fill() {
	err := s.options.Library.Fill(s.ctx)
	if err != nil {
		s.log.say("%v", err)
	}
	if s.ctx.Err() != nil {
		return
	}
	all := s.options.Library.Reader()
	problems := all.Problems()
	for _, p := range problems[:min(len(problems), mostProblems)] {
		s.log.say("%v", p)
	}
	if more := len(problems) - mostProblems; more > 0 {
		s.log.say("%s: reftel doctor lists them", words.Count(more, "more problem"))
	}
	s.log.say("%s can be read", words.Count(len(all.All()), "cable"))
}

// end lets the readers go.
func (s *Server) end(ended <-chan error) {
	s.log.say("stopping")
	s.gate.shut()
	s.listener.Close()
	wait(&s.gate.readers, farewell)
	ctx, stop := context.WithTimeout(context.Background(), parting)
	defer stop()
	_ = s.ssh.Shutdown(ctx) // whoever doesn't go by then is cut off
	_ = s.ssh.Close()
	<-ended
	wait(&s.gate.readers, farewell) // those that were cut off keep what they have
	s.log.say("stopped")
}

// wait waits for a group, but not for long.
func wait(group *sync.WaitGroup, most time.Duration) {
	done := make(chan struct{})
	go crash.Caught(func() {
		group.Wait()
		close(done)
	})()
	select {
	case <-done:
	case <-time.After(most):
	}
}

// isEnd reports whether an error says that a connection has ended as connections do.
func isEnd(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, net.ErrClosed)
}
