package notebook

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// Search is a query that was asked.
type Search struct {
	Query string
	Saved bool
	Used  time.Time // last
}

// Searches are the queries that were asked of any library, and those that are kept. They are a file of JSON Lines to which
// each change is added as a line, so that several programs may write at once and none loses what another wrote. Any number
// of goroutines may use it.
type Searches struct {
	path string

	writing sync.Mutex // so that the file has changes in the order in which they were made

	mu        sync.Mutex // held for moments: between a key and its frame one asks what is saved
	all       []Search   // the one used last comes last
	unwritten []change
}

// change is a line of the file.
type change struct {
	Query string    `json:"query"`
	At    time.Time `json:"at"`
	Saved *bool     `json:"saved,omitempty"` // nil: it was only asked
}

// Searches longer than this, and what was asked before so many others, are not kept.
const (
	longestSearch = 10_000 // bytes
	mostSearches  = 1000   // that are not saved
)

// OpenSearches reads the searches of a file, which needn't be there. Lines that can't be read are passed over and stay
// in the file; with an error, what could be read is returned too. Without a path, searches last as long as the program.
func OpenSearches(path string) (*Searches, error) {
	s := &Searches{path: path}
	if path == "" {
		return s, nil
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, fmt.Errorf("the saved searches can't be read: %w", err)
	}
	defer f.Close()
	for in := bufio.NewReader(f); ; {
		line, err := in.ReadBytes('\n')
		var c change
		if json.Unmarshal(line, &c) == nil && c.Query != "" && len(c.Query) <= longestSearch {
			s.take(c)
		}
		if errors.Is(err, io.EOF) {
			return s, nil
		}
		if err != nil {
			return s, fmt.Errorf("the saved searches can't be read: %w", err)
		}
	}
}

// take notes a change.
func (s *Searches) take(c change) {
	now := Search{Query: c.Query, Used: c.At}
	if i := s.find(c.Query); i >= 0 {
		now.Saved = s.all[i].Saved
		s.all = slices.Delete(s.all, i, i+1)
	}
	if c.Saved != nil {
		now.Saved = *c.Saved
	}
	s.all = append(s.all, now)
	if len(s.all) > 2*mostSearches {
		s.forget()
	}
}

// forget drops what was asked long ago.
func (s *Searches) forget() {
	passed := 0
	for i := len(s.all) - 1; i >= 0; i-- {
		if s.all[i].Saved {
			continue
		}
		if passed++; passed > mostSearches {
			s.all = slices.Delete(s.all, i, i+1)
		}
	}
}

func (s *Searches) find(query string) int {
	return slices.IndexFunc(s.all, func(one Search) bool { return one.Query == query })
}

// All returns the searches that are saved, then the others, each the last used first.
func (s *Searches) All() []Search {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := slices.Clone(s.all)
	slices.Reverse(out)
	slices.SortStableFunc(out, func(a, b Search) int {
		switch {
		case a.Saved == b.Saved:
			return 0
		case a.Saved:
			return -1
		}
		return 1
	})
	return out
}

// Saved reports whether a search is saved.
func (s *Searches) Saved(query string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := s.find(tidy(query))
	return i >= 0 && s.all[i].Saved
}

// Ask notes that a search was asked. It is kept in the file by the next [Searches.Write].
func (s *Searches) Ask(query string, at time.Time) { s.add(query, at, nil) }

// Save keeps a search, or keeps it no longer; in the file by the next [Searches.Write].
func (s *Searches) Save(query string, saved bool, at time.Time) { s.add(query, at, &saved) }

func (s *Searches) add(query string, at time.Time, saved *bool) {
	query = tidy(query)
	if query == "" || len(query) > longestSearch {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c := change{query, at, saved}
	s.take(c)
	s.unwritten = append(s.unwritten, c)
}

// Write adds to the file what was noted since the last time. What can't be written stays to be written.
func (s *Searches) Write() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	changes := s.unwritten
	s.unwritten = nil
	s.mu.Unlock()
	if s.path == "" {
		return nil
	}
	for i, c := range changes {
		if err := appendLine(s.path, c); err != nil {
			s.mu.Lock()
			s.unwritten = append(slices.Clone(changes[i:]), s.unwritten...)
			s.mu.Unlock()
			return fmt.Errorf("searches are not kept beyond this session: %w", err)
		}
	}
	return nil
}

// tidy drops the blanks around a query but for one at its end, which says that the last word doesn't go on.
func tidy(query string) string {
	words := strings.TrimSpace(query)
	if words != "" && strings.HasSuffix(query, " ") {
		words += " "
	}
	return words
}

// appendLine adds a line to a file, which it makes, in one write. A line that a crash has cut short is ended first.
func appendLine(path string, value any) error {
	line, err := json.Marshal(value)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	line = append(line, '\n')
	if !endsLine(f) {
		line = append([]byte{'\n'}, line...)
	}
	if _, err := f.Write(line); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// endsLine reports whether a file is empty or ends with a line end.
func endsLine(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Size() == 0 {
		return true
	}
	last := []byte{0}
	_, err = f.ReadAt(last, info.Size()-1)
	return err != nil || last[0] == '\n'
}
