// Package sim drives the program without a terminal: keys in, frames out, commands run one after
// the other, so that a script always gives the same screens. Tests and screenshots use it.
package sim

import (
	"fmt"
	"iter"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"reftel/keymap"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/model/notebook"
	"reftel/model/watchlist"
	"reftel/ui"
)

// Options say what is run.
type Options struct {
	Width, Height int
	Theme         string // default: dark
	Remote        bool
	Inputs        iter.Seq2[library.Input, error]
	Listed        *watchlist.List         // names to light
	Notebook      *notebook.Notebook      // what is kept; nil: nothing
	Fresh         bool                    // begin at the top
	Folder        string                  // for files that are written
	Clipboard     func(text string) error // nil: the terminal is asked
	Shelf         shelf.Shelf             // instead of what the inputs give in memory
	Change        func(*ui.Options)       // what is otherwise; nil: nothing
}

// Sim is a running program.
type Sim struct {
	app  *ui.App
	quit bool
}

// New starts the program and waits until all inputs are read.
func New(o Options) (*Sim, error) {
	keys, err := keymap.New(keymap.Defaults())
	if err != nil {
		return nil, err
	}
	theme := o.Theme
	if theme == "" {
		theme = "dark"
	}
	if o.Shelf == nil {
		o.Shelf = shelf.NewMemory(o.Inputs, library.LoadOptions{})
	}
	options := ui.Options{
		Theme: theme, Remote: o.Remote, Keys: keys, Shelf: o.Shelf, Listed: o.Listed, Notebook: o.Notebook, Kept: o.Notebook != nil, Fresh: o.Fresh, Folder: o.Folder, Clipboard: o.Clipboard,
		Now: func() time.Time { return time.Time{} },
	}
	if o.Change != nil {
		o.Change(&options)
	}
	app, err := ui.New(options)
	if err != nil {
		return nil, err
	}
	s := &Sim{app: app}
	s.Resize(o.Width, o.Height)
	s.run(app.Init())
	return s, nil
}

// run runs a command and everything that comes of it.
func (s *Sim) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			s.run(c)
		}
	case tea.QuitMsg:
		s.quit = true
	default:
		s.Send(msg)
	}
}

// Send hands a message to the program.
func (s *Sim) Send(msg tea.Msg) {
	_, cmd := s.app.Update(msg)
	s.run(cmd)
}

// Resize changes the size of the screen.
func (s *Sim) Resize(width, height int) { s.Send(tea.WindowSizeMsg{Width: width, Height: height}) }

// named are the keys that are no characters.
var named = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
	"backspace": tea.KeyBackspace,
	"f2":        tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6, "f7": tea.KeyF7,
}

// Press presses keys, spelled as in the keymap: "j", "enter", "ctrl+p", "] r" (two presses).
func (s *Sim) Press(keys ...string) {
	for _, sequence := range keys {
		for _, key := range strings.Fields(sequence) {
			s.Send(press(key))
		}
	}
}

func press(key string) tea.KeyPressMsg {
	var mod tea.KeyMod
	for {
		switch {
		case strings.HasPrefix(key, "ctrl+"):
			mod, key = mod|tea.ModCtrl, key[len("ctrl+"):]
			continue
		case strings.HasPrefix(key, "shift+"):
			mod, key = mod|tea.ModShift, key[len("shift+"):]
			continue
		}
		break
	}
	if code, ok := named[key]; ok {
		msg := tea.KeyPressMsg{Code: code, Mod: mod}
		if key == "space" {
			msg.Text = " "
		}
		return msg
	}
	r := []rune(key)
	if len(r) != 1 {
		panic(fmt.Sprintf("sim: there is no key %q", key))
	}
	msg := tea.KeyPressMsg{Code: r[0], Mod: mod}
	if mod == 0 {
		msg.Text = key
	}
	return msg
}

// Hold presses a key and returns what is to be run for it, as a slow disk would have it; Run runs that.
func (s *Sim) Hold(key string) tea.Cmd {
	_, cmd := s.app.Update(press(key))
	return cmd
}

// Run runs what a key that was held gave.
func (s *Sim) Run(cmd tea.Cmd) { s.run(cmd) }

// Type types text, a key press for each character.
func (s *Sim) Type(text string) {
	for _, r := range text {
		if r == ' ' {
			s.Press("space")
			continue
		}
		s.Send(press(string(r)))
	}
}

// Frame returns the screen as it is sent to the terminal, styles included.
func (s *Sim) Frame() string { return s.app.View().Content }

// Text returns the screen as plain text.
func (s *Sim) Text() string { return ansi.Strip(s.Frame()) }

// Lines returns the rows of the screen as plain text.
func (s *Sim) Lines() []string { return strings.Split(s.Text(), "\n") }

// Cursor returns where the cursor of the terminal stands, and whether it is shown.
func (s *Sim) Cursor() (x, y int, shown bool) {
	c := s.app.View().Cursor
	if c == nil {
		return 0, 0, false
	}
	return c.X, c.Y, true
}

// HasMouse reports whether the program has taken the mouse from the terminal.
func (s *Sim) HasMouse() bool { return s.app.View().MouseMode != tea.MouseModeNone }

// Status returns the last row of the screen, trimmed.
func (s *Sim) Status() string {
	lines := s.Lines()
	return strings.TrimSpace(lines[len(lines)-1])
}

// Close ends the program as leaving it does. The error may be a [ui.Unkept] note.
func (s *Sim) Close() error { return s.app.Close(time.Second) }

// HasQuit reports whether the program has ended.
func (s *Sim) HasQuit() bool { return s.quit }
