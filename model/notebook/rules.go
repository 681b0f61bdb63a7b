package notebook

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"reftel/model/names/rules"
)

// Rules are what the reader says of names, in any library. They are a text to which each rule is added as a line, and each
// that is taken back as a line that says so: several programs may write at once, and a crash loses at most the line in
// flight. Any number of goroutines may use it.
type Rules struct {
	path string

	mu    sync.Mutex
	read  stamp // of the file when it was read
	all   []rules.Rule
	set   *rules.Set
	wrong []error
}

// stamp tells whether a file has changed: lines are only added to it.
type stamp struct {
	size int64
	at   time.Time
}

// OpenRules reads the rules of a file, which needn't be there. Without a path, rules last as long as the program.
func OpenRules(path string) (*Rules, error) {
	r := &Rules{path: path}
	return r, r.reread()
}

// Set returns the rules that hold, those that other programs have added by now among them, and what is wrong with the
// file's others, in sentences.
func (r *Rules) Set() (set *rules.Set, wrong []error, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	err = r.reread()
	return r.set, r.wrong, err
}

// Add adds rules, all or none of them: an error says which contradicts which. Rules that are there already are passed
// over; added says how many were not.
func (r *Rules) Add(more ...rules.Rule) (added int, err error) {
	err = r.change(func() ([]string, error) {
		var lines []string
		all, known := slices.Clone(r.all), r.written()
		for _, one := range more {
			if known[one.String()] {
				continue
			}
			known[one.String()] = true
			all = append(all, one)
			lines = append(lines, one.String())
		}
		set, err := rules.New(all)
		if err != nil {
			return nil, err
		}
		r.all, r.set, added = all, set, len(lines)
		return lines, nil
	})
	return added, err
}

// Undo takes rules back; those that are not there are passed over.
func (r *Rules) Undo(some ...rules.Rule) error {
	return r.change(func() ([]string, error) {
		var lines []string
		known := r.written()
		for _, one := range some {
			if known[one.String()] {
				lines = append(lines, "undo "+one.String())
			}
		}
		gone := map[string]bool{}
		for _, one := range some {
			gone[one.String()] = true
		}
		r.all = slices.DeleteFunc(slices.Clone(r.all), func(one rules.Rule) bool { return gone[one.String()] })
		r.set, r.wrong = rules.Gather(r.all)
		return lines, nil
	})
}

// written returns the rules that there are, as they are written.
func (r *Rules) written() map[string]bool {
	out := make(map[string]bool, len(r.all))
	for _, one := range r.all {
		out[one.String()] = true
	}
	return out
}

// change reads what others have written, has the rules changed, and writes the lines that say so, all in one piece:
// what another program writes at the same moment comes before or behind it. Of rules that contradict each other then, the
// first holds, and [Rules.Set] tells of the other.
func (r *Rules) change(do func() ([]string, error)) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.path == "" {
		_, err := do()
		return err
	}
	if err := os.MkdirAll(filepath.Dir(r.path), 0o700); err != nil {
		return fmt.Errorf("rules about names are not kept: %w", err)
	}
	f, err := os.OpenFile(r.path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return fmt.Errorf("rules about names are not kept: %w", err)
	}
	defer f.Close()
	if err := r.reread(); err != nil {
		return err
	}
	lines, err := do()
	if err != nil || len(lines) == 0 {
		return err
	}
	text := strings.Join(lines, "\n") + "\n"
	if !endsLine(f) {
		text = "\n" + text
	}
	if _, err = f.WriteString(text); err == nil {
		err = f.Sync()
	}
	r.read = stamp{} // what stands there is the truth, be it what was to be written or not
	if failed := r.reread(); err == nil {
		err = failed
	}
	if err != nil {
		return fmt.Errorf("rules about names are not kept: %w", err)
	}
	return nil
}

// reread reads the file if it has changed.
func (r *Rules) reread() error {
	if r.path == "" {
		return nil
	}
	info, err := os.Stat(r.path)
	if errors.Is(err, fs.ErrNotExist) {
		r.read, r.all, r.set, r.wrong = stamp{}, nil, nil, nil
		return nil
	}
	if err != nil {
		return fmt.Errorf("the rules about names can't be read: %w", err)
	}
	now := stamp{info.Size(), info.ModTime()}
	if now == r.read {
		return nil
	}
	data, err := os.ReadFile(r.path)
	if err != nil {
		return fmt.Errorf("the rules about names can't be read: %w", err)
	}
	all, wrong := rules.Read(data)
	set, contradict := rules.Gather(all)
	r.read, r.all, r.set, r.wrong = now, set.Rules(), set, append(wrong, contradict...)
	return nil
}
