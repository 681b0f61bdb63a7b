// Package child starts programs to measure them: to their end, or on a terminal of their own. It is the only place
// from which other programs are started, and no part of reftel.
package child

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// ErrNotHere says that a program isn't installed.
var ErrNotHere = errors.New("not here")

// Has reports whether a program can be started.
func Has(program string) bool {
	_, err := exec.LookPath(program)
	return err == nil
}

// Build makes the program of this module.
func Build(path string) error {
	if out, err := exec.Command("go", "build", "-o", path, "reftel").CombinedOutput(); err != nil {
		return fmt.Errorf("build reftel: %w: %s", err, out)
	}
	return nil
}

// Task is a program that runs to its end.
type Task struct {
	Program string
	Args    []string
	Env     []string // what is added to the environment
	In      string   // file that is its standard input
	Dir     string   // folder in which it is started
}

// Run is what was found about it.
type Run struct {
	Took time.Duration
	Busy time.Duration // of processors: on a machine that has other things to do, it tells more than the clock
	Peak int64         // most bytes that were resident; 0 where the system doesn't say
	Out  []byte
}

// Run starts the task and waits. The error is [ErrNotHere] when there is no such program; an exit status that means
// that nothing was found is none.
func (t Task) Run() (r Run, err error) {
	if !Has(t.Program) {
		return r, ErrNotHere
	}
	cmd := exec.Command(t.Program, t.Args...)
	cmd.Env, cmd.Dir = environment(t.Env), t.Dir
	var out, wrong bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &wrong
	if t.In != "" {
		f, err := os.Open(t.In)
		if err != nil {
			return r, err
		}
		defer f.Close()
		cmd.Stdin = f
	}
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return r, err
	}
	ended := make(chan error)
	go func() { ended <- cmd.Wait() }()
	look := time.NewTicker(20 * time.Millisecond)
	defer look.Stop()
	for {
		select {
		case <-look.C:
			_, peak := memory(cmd.Process.Pid)
			r.Peak = max(r.Peak, peak)
		case err := <-ended:
			r.Took, r.Out = time.Since(start), out.Bytes()
			if cmd.ProcessState != nil {
				r.Busy = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
			}
			if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && exit.ExitCode() == 1 && wrong.Len() == 0 {
				err = nil
			}
			if err != nil {
				err = fmt.Errorf("%s: %w: %s", t.Program, err, strings.TrimSpace(wrong.String()))
			}
			return r, err
		}
	}
}

// environment is that of this process without what changes how programs look, and with what is added.
func environment(added []string) []string {
	var out []string
	for _, e := range os.Environ() {
		name, _, _ := strings.Cut(e, "=")
		switch name {
		case "NO_COLOR", "SSH_CONNECTION", "SSH_TTY", "REFTEL_LIBRARY", "LESS", "COLORTERM", "TMUX", "FZF_DEFAULT_OPTS", "RIPGREP_CONFIG_PATH":
		default:
			out = append(out, e)
		}
	}
	return append(out, added...)
}

// memory returns how many bytes of a process are resident, and the most that were; 0 where the system doesn't say.
func memory(pid int) (resident, peak int64) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, 0
	}
	of := func(name string) int64 {
		_, rest, _ := strings.Cut(string(data), "\n"+name+":")
		line, _, _ := strings.Cut(rest, "\n")
		n, _ := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(line), "kB")), 10, 64)
		return n << 10
	}
	return of("VmRSS"), of("VmHWM")
}

// busy returns how long processors have worked for a process; 0 where the system doesn't say. Linux counts it for each
// thread.
func busy(pid int) (sum time.Duration) {
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	if err != nil {
		return 0
	}
	for _, path := range threads {
		data, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended
		}
		nanoseconds, _, _ := strings.Cut(string(data), " ")
		n, _ := strconv.ParseInt(nanoseconds, 10, 64)
		sum += time.Duration(n)
	}
	return sum
}
