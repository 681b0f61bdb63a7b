package main

import (
	"cmp"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"reftel/bench/child"
	"reftel/bench/readers"
)

// Budgets of many readers at once.
const (
	servedReaders  = 100
	servedLatency  = 100 * time.Millisecond // of a key to its frame, at the 99th percentile
	servedMemory   = 10_000_000             // of each reader
	servedPatience = 30 * time.Second
	servedStart    = 5 * time.Minute
)

// betweenKeys is how long a reader looks before the next key: half of it to one and a half.
const betweenKeys = time.Second

// typedAt are the words that a reader types into the filter, before a mark of its own.
var typedAt = []string{"government", "minister", "human rights", "trade", "embassy"}

// served measures many readers at once, who read and type, and looks whether anything of one is shown to another.
func (b *bench) served() error {
	if _, err := b.indexedLibrary(); err != nil {
		return err
	}
	dir, err := os.MkdirTemp(b.dir, "serve")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	keys, err := readers.AuthorizedKeys(servedReaders)
	if err != nil {
		return err
	}
	file := filepath.Join(dir, "authorized_keys")
	if err := os.WriteFile(file, keys, 0o600); err != nil {
		return err
	}
	env := append(b.environment(b.largeCache()), "XDG_DATA_HOME="+dir)
	s, err := child.StartServer(env, b.program, "serve", "--listen", "127.0.0.1:0", "--authorized-keys", file, "--memory", "0", b.library())
	if err != nil {
		return err
	}
	defer s.Stop()
	line, err := s.WaitFor("listening on ", servedStart)
	if err != nil {
		return err
	}
	_, address, _ := strings.Cut(line, "listening on ")
	address, _, _ = strings.Cut(address, ",")
	if _, err := s.WaitFor(" can be read", servedStart); err != nil {
		return err
	}
	marks := make([]string, servedReaders)
	for i := range marks {
		marks[i] = fmt.Sprintf("-mark%03dx", i)
	}
	empty, _ := s.Memory()
	all := make([]*readers.Reader, servedReaders)
	for i := range all {
		if all[i], err = readers.Connect(address, i, 120, 40, marks); err != nil {
			return err
		}
		if _, err := all[i].Frame(time.Now(), servedPatience); err != nil {
			return err
		}
	}
	opened, _ := s.Memory()
	busy, began := s.Busy(), time.Now()
	times, silent, err := readAndType(all, marks, max(2, b.keys/60))
	if err != nil {
		return err
	}
	took, worked := time.Since(began), s.Busy()-busy
	for i, r := range all {
		if err := r.Redraw(119, 40, servedPatience); err != nil {
			return fmt.Errorf("reader %d: %w", i, err)
		}
	}
	full, _ := s.Memory()
	mixed := 0
	for i, r := range all {
		for mark := range r.Saw() {
			if mark != i {
				mixed++
			}
		}
		if !r.Saw()[i] {
			return fmt.Errorf("reader %d has not seen its own mark: nothing was proved", i)
		}
	}
	each := (full - empty) / servedReaders
	own := sampleOf(times)
	b.table.add(row{what: fmt.Sprintf("%d readers over SSH at once, a key a second each", servedReaders), budget: "100 ms at the 99th percentile, 10 MB each, nothing mixed",
		measured: fmt.Sprintf("%s, %s at the 99th percentile; %s resident, %s a reader; %d mixed", duration(own.middle()), duration(own.at(99)), bytesOf(full), bytesOf(each), mixed),
		verdict:  meets(own.at(99) <= servedLatency, each <= servedMemory, mixed == 0)})
	b.details = append(b.details, fmt.Sprintf("served: %s keys, %d without a frame of their own, at most %s; %s resident without readers, %s when all had come; %.0f %% of a processor",
		thousands(len(times)), silent, duration(own.at(100)), bytesOf(empty), bytesOf(opened), 100*worked.Seconds()/took.Seconds()))
	return nil
}

// readAndType has all readers read and type for some rounds, and returns how long each key took.
func readAndType(all []*readers.Reader, marks []string, rounds int) (times []time.Duration, silent int, err error) {
	var mu sync.Mutex
	var running sync.WaitGroup
	for i, r := range all {
		running.Go(func() {
			random := rand.New(rand.NewPCG(seed, uint64(i)))
			for _, key := range script(i, marks[i], rounds) {
				time.Sleep(betweenKeys/2 + time.Duration(random.Int64N(int64(betweenKeys))))
				took, failed := r.Press(key, servedPatience)
				mu.Lock()
				switch {
				case errors.Is(failed, readers.ErrSilent):
					silent++
				case failed != nil:
					err = cmp.Or(err, fmt.Errorf("reader %d: %w", i, failed))
				default:
					times = append(times, took)
				}
				mu.Unlock()
				if failed != nil && !errors.Is(failed, readers.ErrSilent) {
					return
				}
			}
		})
	}
	running.Wait()
	return times, silent, err
}

// script is what a reader presses: down the list, into a cable, through it, and a filter letter by letter.
func script(n int, mark string, rounds int) (keys []string) {
	keys = append(keys, times("j", n%5+1)...)
	for round := range rounds {
		keys = append(keys, "\r", "j", "j", " ", "j", "J", "j", "q", "/")
		keys = append(keys, letters(typedAt[(n+round)%len(typedAt)])...)
		keys = append(keys, " "+mark, "\r", "j", "q")
	}
	return keys[:len(keys)-1] // the mark stays on the screen
}
