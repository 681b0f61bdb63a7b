package child

import (
	"bufio"
	"fmt"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// Server is a program that runs until it is stopped.
type Server struct {
	cmd   *exec.Cmd
	lines chan string // of its error stream
}

// mostWaiting is how many lines of a server may wait to be looked at.
const mostWaiting = 10_000

// StartServer starts a program.
func StartServer(env []string, program string, args ...string) (*Server, error) {
	s := &Server{cmd: exec.Command(program, args...), lines: make(chan string, mostWaiting)}
	s.cmd.Env = environment(env)
	said, err := s.cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		defer close(s.lines)
		for in := bufio.NewScanner(said); in.Scan(); {
			select {
			case s.lines <- in.Text():
			default: // nobody waits for any
			}
		}
	}()
	return s, nil
}

// WaitFor returns the first line of the error stream that has something in it.
func (s *Server) WaitFor(what string, most time.Duration) (string, error) {
	end := time.After(most)
	last := ""
	for {
		select {
		case line, ok := <-s.lines:
			if !ok {
				return "", fmt.Errorf("the server has ended: %s", last)
			}
			if last = line; strings.Contains(line, what) {
				return line, nil
			}
		case <-end:
			return "", fmt.Errorf("the server hasn't said %q in %s", what, most)
		}
	}
}

// Memory returns how many bytes are resident, and the most that were; 0 where the system doesn't say.
func (s *Server) Memory() (resident, peak int64) { return memory(s.cmd.Process.Pid) }

// Busy returns how long processors have worked for it; 0 where the system doesn't say.
func (s *Server) Busy() time.Duration { return busy(s.cmd.Process.Pid) }

// Stop asks it to end, and waits.
func (s *Server) Stop() error {
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	for range s.lines { // until it has ended
	}
	return s.cmd.Wait()
}
