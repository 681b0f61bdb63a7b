package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"reftel/bench/child"
	"reftel/internal/synthetic"
)

// What is read on a slow link: this many cables, narrowed by this word.
const (
	slowCables = 300
	slowWord   = "minister"
	slowRead   = 3
	slowQuiet  = 400 * time.Millisecond // longer than the reader waits before it follows the cursor of the list
	slowIdle   = 5 * time.Second
	slowStart  = 2 * time.Second // without a byte, when a program has started
	slowMost   = time.Minute     // that an answer may take
	slowEnd    = 250             // bytes: what answers a page at the end of a text is shorter
	slowPages  = 40
	baud       = 960 // bytes a second at 9,600 baud
)

// slowSteps are the steps of a reading over a slow link.
var slowSteps = []string{"open", "move, 15 keys", "filter, 10 keys", "open a cable", "read it to its end", "jump to a paragraph", "read two more", "quote", "back to the list", "leave", slowIdling}

// slowIdling is the step in which nothing is done, slowWhole all of them.
const (
	slowIdling = "idle, 5 s"
	slowWhole  = "the whole reading"
)

// slowReading is a program that does what it can of the steps.
type slowReading struct {
	*child.Terminal
	name  string
	bytes map[string]int
	keys  map[string]int
}

// do presses keys one by one, each when nothing comes any more, and counts what they send.
func (r *slowReading) do(step string, keys ...string) error {
	for _, key := range keys {
		if _, err := r.key(step, key); err != nil {
			return err
		}
	}
	return nil
}

func (r *slowReading) key(step, key string) (int, error) {
	b, err := r.Press(key)
	n := b.Bytes
	if err == nil {
		var more int
		more, err = r.Settle(slowQuiet, slowMost)
		n += more
	}
	if errors.Is(err, child.ErrSilent) {
		err = nil
	}
	r.bytes[step] += n
	r.keys[step]++
	return n, err
}

// pages presses a key until the end of the text.
func (r *slowReading) pages(step, key string) error {
	for range slowPages {
		if n, err := r.key(step, key); err != nil || n < slowEnd {
			return err
		}
	}
	return nil
}

// slowScript is what a program does of the steps, in their order. Each function presses the keys of one.
type slowScript struct {
	name    string
	rate    int // bytes a second; 0: any number
	program string
	args    []string
	env     []string
	steps   func(*slowReading) error
}

// slowLinks counts what a whole reading sends, beside other programs.
func (b *bench) slowLinks() error {
	ids, err := b.slowMaterial()
	if err != nil {
		return err
	}
	var all []*slowReading
	for _, s := range []slowScript{b.slowReftel("reftel", baud), b.slowReftel("on a fast link", 0), b.slowLess(ids), b.slowNeomutt(), b.slowFzf()} {
		r, err := s.run()
		switch {
		case errors.Is(err, child.ErrNotHere):
			b.details = append(b.details, s.name+": "+err.Error())
			continue
		case err != nil:
			return fmt.Errorf("%s: %w", s.name, err)
		}
		all = append(all, r)
	}
	for _, r := range all {
		for _, step := range slowSteps {
			r.bytes[slowWhole] += r.bytes[step]
		}
	}
	for _, step := range append(slowSteps, slowWhole) {
		n := all[0].bytes[step]
		var others []string
		for _, r := range all[1:] {
			said := "-"
			if sent, done := r.bytes[step]; done {
				said = thousands(sent)
			}
			others = append(others, r.name+" "+said)
		}
		row := row{what: "slow link: " + step, measured: fmt.Sprintf("%s bytes, %.1f s at 9,600 baud", thousands(n), float64(n)/baud), peer: strings.Join(others, ", ")}
		if step == slowIdling {
			row.budget, row.verdict = "0", meets(n == 0)
		}
		b.table.add(row)
	}
	for _, r := range all {
		var said []string
		for _, step := range slowSteps {
			if k := r.keys[step]; k > 0 {
				said = append(said, fmt.Sprintf("%s: %d", step, r.bytes[step]/k))
			}
		}
		b.details = append(b.details, r.name+", bytes a key: "+strings.Join(said, "; "))
	}
	return nil
}

// run plays the script.
func (s slowScript) run() (*slowReading, error) {
	t, err := child.OnLine(s.rate, s.env, s.program, s.args...)
	if err != nil {
		return nil, err
	}
	defer t.Close()
	r := &slowReading{Terminal: t, name: s.name, bytes: map[string]int{}, keys: map[string]int{}}
	if r.bytes["open"], err = t.Settle(slowStart, time.Minute); err != nil {
		return nil, err
	}
	if err := s.steps(r); err != nil {
		return nil, err
	}
	return r, nil
}

// idle counts what comes while nothing is done.
func (r *slowReading) idle() error {
	n, err := r.Settle(slowIdle, slowIdle+time.Second)
	r.bytes[slowIdling] = n
	return err
}

// leave ends the program, and counts what it sends when it does.
func (r *slowReading) leave(keys string) error {
	n, err := r.End(keys, slowMost)
	r.bytes["leave"] = n
	return err
}

// moves are the keys of the second step.
func moves(down, up string) []string { return append(repeated(down, 10), repeated(up, 5)...) }

func repeated(key string, n int) []string { return slices.Repeat([]string{key}, n) }

func (b *bench) slowReftel(name string, rate int) slowScript {
	home := filepath.Join(b.slowDir(), name)
	return slowScript{name, rate, b.program, []string{b.csv(slowCables)}, append(b.environment(home), "SSH_CONNECTION=192.0.2.1 1 192.0.2.2 22", "SSH_TTY=/dev/pts/0", "XDG_DATA_HOME="+home), func(r *slowReading) error {
		return errors.Join(
			r.do("move, 15 keys", moves("j", "k")...),
			r.do("filter, 10 keys", append(append([]string{"/"}, letters(slowWord)...), "\r")...),
			r.idle(),
			r.do("open a cable", "g", "\r"),
			r.pages("read it to its end", " "),
			r.do("jump to a paragraph", append(append([]string{":"}, letters("summary")...), "\r")...),
			r.do("read two more", "J"), r.pages("read two more", " "),
			r.do("read two more", "J"), r.pages("read two more", " "),
			r.do("quote", "{", "y", "p"),
			r.do("back to the list", escape, escape, "x"),
			r.leave("q"),
		)
	}}
}

func (b *bench) slowLess(ids []string) slowScript {
	var files []string
	for _, id := range ids {
		files = append(files, b.slowText(id))
	}
	return slowScript{"less", 0, "less", files, nil, func(r *slowReading) error {
		return errors.Join(
			r.idle(),
			r.pages("read it to its end", " "),
			r.do("jump to a paragraph", append(append([]string{"g", "/"}, letters("summary")...), "\r")...),
			r.do("read two more", ":", "n"), r.pages("read two more", " "),
			r.do("read two more", ":", "n"), r.pages("read two more", " "),
			r.leave("q"),
		)
	}}
}

func (b *bench) slowNeomutt() slowScript {
	return slowScript{"neomutt", 0, "neomutt", []string{"-n", "-F", filepath.Join(b.slowDir(), "neomuttrc"), "-f", filepath.Join(b.slowDir(), "mail", "0000")}, []string{"HOME=" + b.slowDir()}, func(r *slowReading) error {
		return errors.Join(
			r.do("move, 15 keys", moves("j", "k")...),
			r.do("filter, 10 keys", append(append([]string{"l"}, letters("~b "+slowWord)...), "\r")...),
			r.idle(),
			r.do("open a cable", "=", "\r"),
			r.pages("read it to its end", " "),
			r.do("jump to a paragraph", append(append([]string{"^", "/"}, letters("summary")...), "\r")...),
			r.do("read two more", "j"), r.pages("read two more", " "),
			r.do("read two more", "j"), r.pages("read two more", " "),
			r.do("back to the list", "i"),
			r.leave("q"),
		)
	}}
}

func (b *bench) slowFzf() slowScript {
	env := []string{"FZF_DEFAULT_COMMAND=cat " + filepath.Join(b.slowDir(), "list.txt")}
	return slowScript{"fzf", 0, "fzf", []string{"--preview", "cat " + filepath.Join(b.slowDir(), "{2}.txt"), "--preview-window", "right,65%,wrap", "--bind", "ctrl-f:preview-page-down"}, env, func(r *slowReading) error {
		return errors.Join(
			r.do("move, 15 keys", moves("\x1b[A", "\x1b[B")...),
			r.do("filter, 10 keys", letters(slowWord)...),
			r.idle(),
			r.pages("read it to its end", "\x06"),
			r.do("read two more", "\x1b[A"), r.pages("read two more", "\x06"),
			r.do("read two more", "\x1b[A"), r.pages("read two more", "\x06"),
			r.leave(escape),
		)
	}}
}

func (b *bench) slowDir() string { return filepath.Join(b.dir, "slow") }

func (b *bench) slowText(id string) string { return filepath.Join(b.slowDir(), id+".txt") }

// slowMaterial writes the cables for each program: a CSV, texts, a list of these, mail. It returns the ids of those that are
// read: the newest that the word finds.
func (b *bench) slowMaterial() (ids []string, err error) {
	if err := errors.Join(os.RemoveAll(b.slowDir()), os.MkdirAll(b.slowDir(), 0o700), b.makeCSV(slowCables)); err != nil {
		return nil, err
	}
	if _, err := writeMails(filepath.Join(b.slowDir(), "mail"), slowCables); err != nil {
		return nil, err
	}
	g := synthetic.NewLibrary(seed, slowCables)
	for range slowCables {
		c := g.Next()
		text := strings.Join(c.Header, "\n") + "\n\n" + strings.Join(c.Body, "\n")
		if err := os.WriteFile(b.slowText(c.ID), []byte(text), 0o600); err != nil {
			return nil, err
		}
	}
	rc := "set folder=\"~/mail\"\nset sort=reverse-date\nset pager_stop\nset header_cache=\"\"\nunset mark_old\nset quit=yes\nset pager_index_lines=0\nset menu_scroll\n"
	if err := os.WriteFile(filepath.Join(b.slowDir(), "neomuttrc"), []byte(rc), 0o600); err != nil {
		return nil, err
	}
	all, err := b.slowListed("")
	if err != nil {
		return nil, err
	}
	var list strings.Builder
	for _, c := range all {
		fmt.Fprintf(&list, "%.10s %s %s\n", c.Date, c.ID, c.Subject)
	}
	if err := os.WriteFile(filepath.Join(b.slowDir(), "list.txt"), []byte(list.String()), 0o600); err != nil {
		return nil, err
	}
	found, err := b.slowListed(slowWord)
	if err == nil && len(found) < slowRead {
		err = fmt.Errorf("only %d cables have the word %q", len(found), slowWord)
	}
	if err != nil {
		return nil, err
	}
	for _, c := range found[:slowRead] {
		ids = append(ids, c.ID)
	}
	return ids, nil
}

// slowCable is what the command that lists cables says of one.
type slowCable struct {
	ID, Date, Subject string
}

func (b *bench) slowListed(query string) (out []slowCable, err error) {
	r, err := child.Task{Program: b.program, Args: []string{"list", "--json", "--library", b.csv(slowCables), query}, Env: b.environment(filepath.Join(b.slowDir(), "home"))}.Run()
	if err != nil {
		return nil, err
	}
	for d := json.NewDecoder(bytes.NewReader(r.Out)); d.More(); {
		var c slowCable
		if err := d.Decode(&c); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	slices.Reverse(out) // the newest first, as the programs show them
	return out, nil
}
