package child

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"
)

// Size of the terminals.
const (
	Width  = 120
	Height = 40
)

// ErrSilent says that a program wrote nothing in the time it was given.
var ErrSilent = errors.New("no answer")

// How long nothing comes when what belongs together has been written: frames follow each other after 8 milliseconds
// at least. How often a slow line takes something. And how long an answer is waited for.
const (
	gap     = 6 * time.Millisecond
	tick    = 50 * time.Millisecond
	patient = 60 * time.Second
)

// questions are those that a terminal answers: for the colour of its background, and for its state.
var questions = []struct{ asked, answer string }{{"\x1b]11;?", "\x1b]11;rgb:0000/0000/0000\x1b\\"}, {"\x1b[5n", "\x1b[0n"}}

// longest is the length of the longest question, but for a byte: one may come in two parts.
const longest = 5

// Terminal is a terminal with a program on it. It answers some questions.
type Terminal struct {
	cmd    *exec.Cmd
	master *os.File
	rate   int           // bytes a second that it takes; 0: any number
	gap    time.Duration // how long nothing comes when what belongs together has been written
	chunks chan chunk
	start  time.Time
}

// chunk is what one read gave.
type chunk struct {
	at   time.Time
	data []byte
}

// Burst is what a program wrote in one go.
type Burst struct {
	Took  time.Duration // from the start of the program, or from the key, until all of it was there
	Bytes int
}

// OnTerminal starts a program.
func OnTerminal(env []string, program string, args ...string) (*Terminal, error) {
	return OnLine(0, env, program, args...)
}

// OnLine starts a program on a terminal that takes so many bytes a second; 0: any number.
func OnLine(rate int, env []string, program string, args ...string) (*Terminal, error) {
	if !Has(program) {
		return nil, ErrNotHere
	}
	master, slave, err := openTerminal()
	if err != nil {
		return nil, fmt.Errorf("make a terminal: %w", err)
	}
	defer slave.Close()
	cmd := exec.Command(program, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.Env = environment(append(env, "TERM=xterm-256color"))
	cmd.SysProcAttr = onItsOwn()
	t := &Terminal{cmd: cmd, master: master, rate: rate, gap: gap, chunks: make(chan chunk, 1<<12), start: time.Now()}
	if rate > 0 {
		t.gap = 3 * tick
	}
	if err := cmd.Start(); err != nil {
		master.Close()
		return nil, err
	}
	go t.read()
	return t, nil
}

// read takes what the program writes.
func (t *Terminal) read() {
	defer close(t.chunks)
	buffer := make([]byte, 64<<10)
	if t.rate > 0 {
		buffer = buffer[:t.rate*int(tick/time.Millisecond)/1000]
	}
	var seen []byte // and not asked, the end of it
	for {
		n, err := t.master.Read(buffer)
		if err != nil {
			return // the program has let go of the terminal
		}
		if t.rate > 0 {
			time.Sleep(time.Duration(n) * time.Second / time.Duration(t.rate))
		}
		at := time.Now()
		seen = append(seen, buffer[:n]...)
		for _, q := range questions {
			for bytes.Contains(seen, []byte(q.asked)) {
				seen = bytes.Replace(seen, []byte(q.asked), nil, 1)
				t.master.WriteString(q.answer)
			}
		}
		seen = seen[max(0, len(seen)-longest):]
		t.chunks <- chunk{at, bytes.Clone(buffer[:n])}
	}
}

// First waits for the first frame in which there is what is looked for: the burst that completes it.
func (t *Terminal) First(complete func(written []byte) bool) (Burst, error) {
	var all []byte
	return t.burst(t.start, func(data []byte) bool {
		all = append(all, data...)
		return complete(all)
	}, patient)
}

// Press types keys and waits for the answer.
func (t *Terminal) Press(keys string) (Burst, error) {
	start := time.Now()
	if _, err := t.master.WriteString(keys); err != nil {
		return Burst{}, err
	}
	return t.burst(start, func([]byte) bool { return true }, time.Second)
}

// burst waits until a condition holds, and then until nothing follows.
func (t *Terminal) burst(start time.Time, complete func([]byte) bool, patience time.Duration) (b Burst, err error) {
	late := time.NewTimer(patience)
	defer late.Stop()
	done := false
	var quiet <-chan time.Time
	for {
		select {
		case c, ok := <-t.chunks:
			if !ok {
				return b, fmt.Errorf("%s has ended", t.cmd.Path)
			}
			if !done {
				done = complete(c.data)
			}
			b.Took, b.Bytes = c.at.Sub(start), b.Bytes+len(c.data)
			if done {
				quiet = time.After(t.gap)
			}
		case <-quiet:
			return b, nil
		case <-late.C:
			return b, ErrSilent
		}
	}
}

// Settle waits until nothing has been written for a while, and returns how many bytes came before. The error is
// [ErrSilent] when it never becomes quiet.
func (t *Terminal) Settle(quiet, patience time.Duration) (n int, err error) {
	late := time.After(patience)
	for {
		select {
		case c, ok := <-t.chunks:
			if !ok {
				return n, fmt.Errorf("%s has ended", t.cmd.Path)
			}
			n += len(c.data)
		case <-time.After(quiet):
			return n, nil
		case <-late:
			return n, ErrSilent
		}
	}
}

// End presses keys that end the program, and returns how many bytes come until it has let go of the terminal. The error is
// [ErrSilent] when it doesn't.
func (t *Terminal) End(keys string, patience time.Duration) (n int, err error) {
	if _, err := t.master.WriteString(keys); err != nil {
		return 0, err
	}
	for late := time.After(patience); ; {
		select {
		case c, ok := <-t.chunks:
			if !ok {
				return n, nil
			}
			n += len(c.data)
		case <-late:
			return n, ErrSilent
		}
	}
}

// Memory returns how many bytes of the program are resident, and the most that were.
func (t *Terminal) Memory() (resident, peak int64) { return memory(t.cmd.Process.Pid) }

// Busy returns how long processors have worked for the program.
func (t *Terminal) Busy() time.Duration { return busy(t.cmd.Process.Pid) }

// Close ends the program.
func (t *Terminal) Close() {
	t.cmd.Process.Kill()
	t.cmd.Wait()
	t.master.Close()
	for range t.chunks { // until the reader has seen the end
	}
}
