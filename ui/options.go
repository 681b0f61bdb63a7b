package ui

import (
	"time"

	"reftel/keymap"
	"reftel/model/cite"
	"reftel/model/library/shelf"
	"reftel/model/notebook"
	"reftel/model/watchlist"
	"reftel/ui/list"
	"reftel/ui/theme"
	"reftel/ui/words"
)

// Options say what the program starts with.
type Options struct {
	Shelf    shelf.Shelf        // the library
	Searches *notebook.Searches // nil: they last as long as the program
	Rules    *notebook.Rules    // about names; nil: they last as long as the program
	Notebook *notebook.Notebook // what is kept; nil: it lasts as long as the program
	Paths    []string           // of the library, absolute: the notebook knows it by them
	Kept     bool               // where the reading of the library stops is kept
	Fresh    bool               // begin at the top, wherever it stopped
	Editor   string             // command that edits a file; "": there is none
	Pager    string             // command that shows a text; "": no commands are run
	Folder   string             // in which files are written; "": none are
	// Clipboard puts a text on the clipboard of this machine; nil: there is none, and the terminal is asked.
	Clipboard func(text string) error
	Listed    *watchlist.List // names to light; nil: none
	Notice    string          // said when it starts
	Theme     string          // a name of Themes.Names
	Remote    bool            // over SSH: the focused reader zooms, and frames wait for the link
	Served    bool            // to a reader on another machine: what is not there is said so
	Relayed   bool            // by tmux or screen, which answer for the terminal
	Keys      *keymap.Map
	Themes    theme.Set

	Dates        words.Dates
	Citation     cite.Format // of one that is copied; "": as text
	ListWidth    int         // columns; 0: as fits the screen
	SidebarWidth int         // likewise
	Columns      []list.Column
	ASCII        bool // signs and lines are drawn in ASCII
	Plain        bool // for being read out: see plain.go
	Mouse        bool // wheel and clicks are taken from the terminal

	// Pause is how long the cursor of the list rests on a cable before the reader shows it. On a
	// slow link that spares a screenful of bytes for each cable passed over.
	Pause time.Duration
	// Slow reports whether a pane takes long to be sent, and whether that is sure; nil: it doesn't.
	Slow func() (slow, sure bool)
	// Lull is how long a search waits after a letter: as long as the letter takes to be on the screen.
	Lull time.Duration
	// Rest is how long after a movement the place in the cable is kept, for a machine may stop at any time; 0: when the
	// cable or the program is left.
	Rest time.Duration
	Now  func() time.Time // nil: time.Now
}
