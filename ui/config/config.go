// Package config reads the user's settings: config.toml.
//
// One table (settings) says what there is to set, how it is checked, how it is written, and what help says of it. A file that
// is wrong in places is used all the same: each mistake is a sentence with its line, and what is wrong there keeps its
// default, so that a slip in the settings never stands between a reader and the cables.
package config

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"reftel/keymap"
	"reftel/model/cite"
	"reftel/ui/list"
	"reftel/ui/theme"
	"reftel/ui/words"
)

// Config is the settings that hold.
type Config struct {
	Theme        string // one of Themes.Names
	Themes       theme.Set
	ASCII        bool // signs and lines are drawn in ASCII
	Plain        bool // for being read out
	Mouse        bool // wheel and clicks are taken from the terminal
	Dates        words.Dates
	Citation     cite.Format
	ListWidth    int // columns; 0: as fits the screen
	SidebarWidth int // likewise
	Columns      []list.Column
	Keys         *keymap.Map
}

// Default returns the settings of somebody who has set nothing.
func Default() Config {
	keys, _ := keymap.Rebind(nil)
	return Config{Theme: theme.Auto, Mouse: true, Dates: words.ISO, Citation: cite.AsText, Columns: list.Columns(), Keys: keys}
}

// Mistake is something wrong in a file of settings.
type Mistake struct {
	Line int    // from 1; 0: it is not of one line
	What string // what is wrong and what to do, a sentence without its full stop; may hold anything that is in the file
}

// String begins with the line, where there is one.
func (m Mistake) String() string {
	if m.Line == 0 {
		return m.What
	}
	return fmt.Sprintf("line %d: %s", m.Line, m.What)
}

// mostBytes is the size of the largest file that is read. All settings that there are take a tenth of it.
const mostBytes = 128 << 10

// Load reads the settings from a file. There is no file: the defaults hold, and nothing is wrong. A file that can't be read
// or is too large is a mistake like any other.
func Load(file string) (Config, []Mistake) {
	text, err := slurp(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Default(), nil
	case err != nil:
		return Default(), []Mistake{{What: fmt.Sprintf("it can't be read: %s; the defaults hold", cause(err))}}
	case len(text) > mostBytes:
		return Default(), []Mistake{{What: fmt.Sprintf("it is larger than %d kB, so these are no settings of reftel; reftel config prints what settings look like", mostBytes>>10)}}
	}
	return Read(text)
}

// slurp reads a file, but not more than shows that it is too large.
func slurp(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, mostBytes+1))
}

// cause is what an error of the file system says without the name of the file, which stands before it already.
func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
