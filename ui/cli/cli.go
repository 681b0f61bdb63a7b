// Package cli is the command line of reftel: the interactive reader and the commands that print.
//
// What it prints comes from files that nobody has vetted, so nothing of a cable, a file name or an
// argument is written without passing package visible, be it to a terminal or a pipe, or, in JSON,
// without being escaped. Commands that print start no program on the terminal and ask it nothing:
// an answer that comes late would be typed into the shell.
package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"

	"charm.land/fang/v2"
	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"

	"reftel/model/library"
	"reftel/ui"
)

// System is what the command line finds around it.
type System struct {
	Args []string // without the program's name

	In  io.Reader
	Out io.Writer
	Err io.Writer

	InTerminal  bool // In is a terminal
	OutTerminal bool // Out is a terminal
	Width       int  // of that terminal in cells; 0 when Out is none

	Getenv    func(string) string
	ConfigDir string                  // for settings; "" when there is none
	DataDir   string                  // for what can't be made again; "" when there is none
	CacheDir  string                  // for what can be made again, such as indexes; "" when there is none
	Folder    string                  // in which files are written that the reader asks for
	Signals   func()                  // called by a command that sees to signals itself from then on; nil: nobody need know
	Clipboard func(text string) error // puts a text on the clipboard; nil: there is none
	Sample    fs.FS                   // what is read when no path is given

	// Screen shows the interactive program until it is left and returns what could not be read.
	Screen func(context.Context, ui.Options) ([]library.Problem, error)
}

// Execute runs one command line to its end and returns the exit status: one of the constants
// Found to PartlyRead.
func Execute(ctx context.Context, s System) int {
	t := &tool{System: s}
	root := t.root()
	root.SetArgs(append([]string{}, s.Args...)) // nil would mean the arguments of whatever program this runs in
	root.SetIn(s.In)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	err := fang.Execute(ctx, root,
		fang.WithVersion(version()),
		fang.WithColorSchemeFunc(plain),
		fang.WithErrorHandler(func(io.Writer, fang.Styles, error) {}), // complain says it
		fang.WithoutCompletions(),
		fang.WithoutManpage(),
	)
	return t.status(ctx, err)
}

// tool is one run of the command line.
type tool struct {
	System
	flags struct {
		library  []string
		format   string
		theme    string
		json     bool
		depth    int
		all      bool
		inline   bool
		overview bool
		config   string
		check    bool
		ascii    bool
		plain    bool

		citation string // format of a citation
		quote    bool
		to       string // form of an export
		output   string
	}
	themeGiven bool
	own        *ownSettings
}

// plain leaves help in the terminal's own colours: they fit its background, which isn't asked for.
func plain(lipgloss.LightDarkFunc) fang.ColorScheme { return fang.ColorScheme{} }

// status says on the error stream what went wrong, if anything, and returns the exit status.
func (t *tool) status(ctx context.Context, err error) int {
	var end ending
	var signalled ui.Signalled
	switch {
	case errors.As(context.Cause(ctx), &signalled), errors.As(err, &signalled): // who sent it knows
		return BySignal + int(signalled.Signal)
	case ctx.Err() != nil:
		return Crashed
	case err == nil:
		return Found
	case isBrokenPipe(err): // the reader of the pipe has seen enough: | head
		return Found
	case errors.As(err, &end):
		if end.what != "" {
			t.complain(end.what)
		}
		return end.status
	default: // cobra's own: a flag or argument it doesn't know
		t.complain(err.Error() + ". See reftel --help")
		return Usage
	}
}

// commandGroups are the headings under which help lists the commands.
func commandGroups() []*cobra.Group {
	return []*cobra.Group{
		{ID: groupPrint, Title: "print cables"},
		{ID: groupLearn, Title: "learn and set up"},
	}
}

const (
	groupPrint = "print"
	groupLearn = "learn"
)
