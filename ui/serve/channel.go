package serve

import (
	"bytes"
	"strings"
	"sync"
	"sync/atomic"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"reftel/internal/crash"
)

// channel is a terminal that a client has opened, or is about to.
type channel struct {
	gossh.Channel
	name          string // as in TERM
	width, height int
	hasTerminal   bool
	begun         bool
	sizes         chan [2]int // the last one
	out           atomic.Int64

	exit sync.Once
}

// Sizes that a terminal may have: a screen of that size is kept for it.
const (
	mostWidth     = 500
	mostHeight    = 200
	defaultWidth  = 80
	defaultHeight = 24
	mostName      = 40 // letters of the name of a terminal
)

// offered takes a channel that a client offers, and answers what is asked of it: a terminal and the program, nothing else.
func (s *Server) offered(_ *ssh.Server, _ *gossh.ServerConn, offer gossh.NewChannel, ctx ssh.Context) {
	l, ok := ctx.Value(linkKey{}).(*link)
	if !ok || !l.begin() {
		_ = offer.Reject(gossh.ResourceShortage, "too many at once on one connection")
		return
	}
	defer l.end()
	accepted, requests, err := offer.Accept()
	if err != nil {
		return
	}
	c := &channel{Channel: accepted, width: defaultWidth, height: defaultHeight, sizes: make(chan [2]int, 1)}
	w := whoIs(ctx)
	var reading sync.WaitGroup
	for r := range requests {
		switch {
		case r.Type == "pty-req" && !c.begun:
			_ = r.Reply(c.terminal(r.Payload), nil)
		case r.Type == "window-change" && c.hasTerminal:
			_ = r.Reply(c.resize(r.Payload), nil)
		case r.Type == "shell" && !c.begun:
			c.begun = true
			_ = r.Reply(true, nil)
			reading.Go(crash.Caught(func() { s.read(l, c, w) }))
		case r.Type == "exec" && !c.begun: // it is taken, so that whoever sent it sees why nothing comes of it
			c.begun = true
			_ = r.Reply(true, nil)
			s.refuse(c, w, "No commands are run here, and no files are copied: ssh without a command opens the reader.")
		default:
			_ = r.Reply(false, nil)
		}
	}
	close(c.sizes)
	reading.Wait()
}

// refuse says why nothing is to be read, and ends.
func (s *Server) refuse(c *channel, w who, why string) {
	s.log.say("%s refused: %s", w, why)
	end := "\n"
	if c.hasTerminal {
		end = "\r\n"
	}
	_, _ = c.Stderr().Write([]byte("reftel: " + why + end))
	c.quit(1)
}

// quit ends the channel with an exit status.
func (c *channel) quit(status uint32) {
	c.exit.Do(func() {
		_, _ = c.SendRequest("exit-status", false, gossh.Marshal(struct{ Status uint32 }{status}))
		_ = c.Close()
	})
}

// terminal takes what a client says of its terminal, and reports whether it could be read.
func (c *channel) terminal(payload []byte) bool {
	var asked struct {
		Name                         string
		Width, Height, Across, Along uint32
		Modes                        string
	}
	if gossh.Unmarshal(payload, &asked) != nil {
		return false
	}
	c.name, c.hasTerminal = terminalName(asked.Name), true
	if asked.Width > 0 && asked.Height > 0 {
		c.width, c.height = int(min(asked.Width, mostWidth)), int(min(asked.Height, mostHeight))
	}
	return true
}

// terminalName is the name of a terminal, which leads to files that describe it: letters that names have, and not too many.
func terminalName(name string) string {
	odd := func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '+' || r == '_' || r == '.')
	}
	if name == "" || len(name) > mostName || strings.ContainsFunc(name, odd) || name[0] == '.' {
		return "xterm"
	}
	return name
}

// resize notes another size of the terminal. Of several only the last one counts.
func (c *channel) resize(payload []byte) bool {
	var asked struct{ Width, Height, Across, Along uint32 }
	if gossh.Unmarshal(payload, &asked) != nil || asked.Width == 0 || asked.Height == 0 {
		return false
	}
	select {
	case <-c.sizes:
	default:
	}
	c.sizes <- [2]int{int(min(asked.Width, mostWidth)), int(min(asked.Height, mostHeight))}
	return true
}

// Write writes to the terminal, which takes a new line for one that begins at its left edge.
func (c *channel) Write(p []byte) (int, error) {
	out := p
	if bytes.IndexByte(p, '\n') >= 0 {
		out = bytes.ReplaceAll(bytes.ReplaceAll(p, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
	}
	n, err := c.Channel.Write(out)
	c.out.Add(int64(n))
	if err != nil {
		return 0, err
	}
	return len(p), nil
}
