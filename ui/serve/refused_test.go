package serve

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

// Everything that SSH can do and that isn't reading is refused.
func TestWhatIsRefused(t *testing.T) {
	s := serving(t, 1, nil)
	c := s.dial(t, key(t, 1))
	session := func() *gossh.Session {
		one, err := c.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { one.Close() })
		return one
	}
	for what, err := range map[string]error{
		"a file transfer": session().RequestSubsystem("sftp"),
		"an environment":  session().Setenv("LANG", "C"),
	} {
		if err == nil {
			t.Errorf("%s is taken", what)
		}
	}
	for _, request := range []string{"auth-agent-req@openssh.com", "x11-req", "break", "signal", "window-change", "nonsense"} {
		if ok, err := session().SendRequest(request, true, gossh.Marshal(struct{ Name string }{"TERM"})); ok || err != nil {
			t.Errorf("%s is taken: %v, %v", request, ok, err)
		}
	}
	for _, request := range []string{"tcpip-forward", "streamlocal-forward@openssh.com", "nonsense"} {
		if ok, _, err := c.SendRequest(request, true, gossh.Marshal(struct {
			Host string
			Port uint32
		}{"localhost", 0})); ok || err != nil {
			t.Errorf("%s is taken: %v, %v", request, ok, err)
		}
	}
	if conn, err := c.Dial("tcp", s.Address()); err == nil {
		conn.Close()
		t.Error("a connection is passed on")
	}
	for _, kind := range []string{"direct-streamlocal@openssh.com", "auth-agent@openssh.com", "x11", "tun@openssh.com"} {
		var refused *gossh.OpenChannelError
		if _, _, err := c.OpenChannel(kind, nil); !errors.As(err, &refused) || refused.Reason != gossh.UnknownChannelType {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// Whoever wants a command run, or has no terminal, is told what there is, and nothing runs.
func TestNoCommandAndNoTerminal(t *testing.T) {
	s := serving(t, 1, nil)
	c := s.dial(t, key(t, 1))
	for _, tt := range []struct {
		about string
		start func(*gossh.Session) error
		want  string
	}{
		{"a command", func(one *gossh.Session) error { return one.Run("cat /etc/passwd") }, "reftel: No commands are run here, and no files are copied: ssh without a command opens the reader.\n"},
		{"no terminal", func(one *gossh.Session) error {
			if err := one.Shell(); err != nil {
				return err
			}
			return one.Wait()
		}, "reftel: A terminal is needed to read on: ssh -t gives one.\n"},
		{"a command on a terminal", func(one *gossh.Session) error {
			if err := one.RequestPty("xterm", 24, 80, nil); err != nil {
				return err
			}
			return one.Run("id")
		}, "reftel: No commands are run here, and no files are copied: ssh without a command opens the reader.\r\n"},
	} {
		one, err := c.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		var out, said bytes.Buffer
		one.Stdout, one.Stderr = &out, &said
		var exit *gossh.ExitError
		if err := tt.start(one); !errors.As(err, &exit) || exit.ExitStatus() != 1 {
			t.Errorf("%s: ended with %v, want the status 1", tt.about, err)
		}
		if said.String() != tt.want || out.Len() > 0 {
			t.Errorf("%s: said %q and wrote %q", tt.about, said.String(), out.String())
		}
	}
	if log := s.log.String(); strings.Contains(log, "passwd") {
		t.Errorf("the command is in the log:\n%s", log)
	}
}

// The ways out of the program that there are on the reader's own machine are closed, and say so.
func TestNoWayOutOfTheProgram(t *testing.T) {
	t.Setenv("EDITOR", "touch")
	t.Setenv("PAGER", "touch")
	s := serving(t, 1, nil)
	term := open(t, s.dial(t, key(t, 1)), 120, 40)
	term.waitFor(t, newest)
	for _, tt := range []struct{ keys, want string }{
		{"\r|", "No commands are run for readers over SSH."},
		{"w", "No files are written for readers over SSH: yp copies into your terminal's clipboard."},
		{"a\x0f", "There is no editor for readers over SSH: the note can be written here."},
	} {
		term.press(t, tt.keys)
		term.waitFor(t, tt.want)
	}
	term.press(t, "\x18yi") // what is copied goes through the terminal
	if !eventually(func() bool { return strings.Contains(term.out.String(), "\x1b]52;c;") }) {
		t.Error("nothing was copied through the terminal")
	}
}

// A connection has room for some sessions, not for any number.
func TestManySessionsOnOneConnection(t *testing.T) {
	s := serving(t, 1, nil)
	c := s.dial(t, key(t, 1))
	for range mostChannels {
		if _, err := c.NewSession(); err != nil {
			t.Fatal(err)
		}
	}
	var refused *gossh.OpenChannelError
	if _, err := c.NewSession(); !errors.As(err, &refused) || refused.Reason != gossh.ResourceShortage {
		t.Errorf("one more: %v", err)
	}
}
