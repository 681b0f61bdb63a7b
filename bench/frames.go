package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"time"

	"reftel/bench/child"
)

// Budgets of first frames.
const (
	indexedFrame  = 100 * time.Millisecond
	indexedMemory = 150 * 1_000_000
	newFrame      = 300 * time.Millisecond
)

var cableID = regexp.MustCompile(`\d\d[A-Z]{4,}\d`)

// showsList reports whether the alternate screen is on, and a list with the id of a cable on it.
func showsList(written []byte) bool {
	_, after, on := bytes.Cut(written, []byte("\x1b[?1049h"))
	return on && cableID.Match(after)
}

// frame is the first frame of a program.
type frame struct {
	took     sample
	busy     sample // of processors
	resident int64  // the most of all runs
}

// firstFrame starts a program several times. before is done in front of each start.
func (b *bench) firstFrame(complete func([]byte) bool, before func() error, env func() []string, program string, args ...string) (f frame, err error) {
	var busy []time.Duration
	f.took, err = repeat(b.runs, func() (time.Duration, error) {
		if err := before(); err != nil {
			return 0, err
		}
		t, err := child.OnTerminal(env(), program, args...)
		if err != nil {
			return 0, err
		}
		defer t.Close()
		first, err := t.First(complete)
		busy = append(busy, t.Busy())
		_, peak := t.Memory()
		f.resident = max(f.resident, peak)
		return first.Took, err
	})
	f.busy = sampleOf(busy)
	return f, err
}

func nothing() error { return nil }

func (f frame) String() string {
	return fmt.Sprintf("%s (at most %s), %s resident", duration(f.took.middle()), duration(f.took.at(100)), bytesOf(f.resident))
}

// lessFrame is the first frame of less on the library.
func (b *bench) lessFrame() (frame, error) {
	full := func(written []byte) bool { return bytes.Count(written, []byte("\n")) >= child.Height-1 }
	return b.firstFrame(full, nothing, func() []string { return nil }, "less", b.library())
}

// neverSeen measures how long it takes until a file is shown of which nothing is known.
func (b *bench) neverSeen() error {
	if err := b.makeCSV(b.cables); err != nil {
		return err
	}
	fresh := ""
	defer func() { os.RemoveAll(fresh) }()
	before := func() (err error) {
		os.RemoveAll(fresh)
		fresh, err = os.MkdirTemp(b.dir, "fresh")
		return err
	}
	env := func() []string { return b.environment(fresh) }
	f, err := b.firstFrame(showsList, before, env, b.program, b.library())
	if err != nil {
		return err
	}
	r := row{what: "exec to first frame, a cables.csv never seen", budget: "300 ms", measured: f.String(), verdict: meets(f.took.middle() <= newFrame)}
	if less, err := b.lessFrame(); err == nil {
		r.peer, r.ratio = "less: "+less.String(), ratio(f.took.middle(), less.took.middle())
	} else {
		r.peer = "less: " + err.Error()
	}
	b.table.add(r)
	b.details = append(b.details, "first frame, never seen: "+duration(f.busy.middle())+" of processors")
	cold, err := b.firstFrame(showsList, func() error {
		if err := before(); err != nil {
			return err
		}
		return child.Forget(b.library(), b.program)
	}, env, b.program, b.library())
	if err == nil {
		b.table.add(row{what: "the same, nothing of it in memory", measured: cold.String()})
	}
	return nil
}

// indexed measures how long it takes until a library is shown that has an index.
func (b *bench) indexed() error {
	dir, err := b.indexedLibrary()
	if err != nil {
		return err
	}
	env := func() []string { return b.environment(b.largeCache()) }
	f, err := b.firstFrame(showsList, nothing, env, b.program, b.library())
	if err != nil {
		return err
	}
	r := row{what: "exec to first frame, an indexed library", budget: "100 ms, 150 MB resident", measured: f.String(),
		verdict: meets(f.took.middle() <= indexedFrame, f.resident <= indexedMemory)}
	if less, err := b.lessFrame(); err == nil {
		r.peer, r.ratio = "less: "+less.String(), ratio(f.took.middle(), less.took.middle())
	} else {
		r.peer = "less: " + err.Error()
	}
	b.table.add(r)
	b.details = append(b.details, "first frame, indexed: "+duration(f.busy.middle())+" of processors")
	all := append(filesIn(dir), b.library(), b.program)
	cold, err := b.firstFrame(showsList, func() error { return child.Forget(all...) }, env, b.program, b.library())
	if err == nil {
		b.table.add(row{what: "the same, nothing of it in memory", measured: cold.String()})
	}
	return nil
}
