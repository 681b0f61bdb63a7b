package cli

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/adrg/xdg"
	"github.com/atotto/clipboard"
	"github.com/charmbracelet/x/term"

	"reftel/model/library"
	"reftel/sample"
	"reftel/ui"
)

// Main runs the command line of this process and returns its exit status.
func Main() int { return runProcess(process()) }

// process is what this process finds around it.
func process() System {
	// Without this, writing to a pipe that nobody reads would kill the program with a signal, which
	// a shell with pipefail takes for a failure. Now the write fails, and that ends it quietly. Were the signal ignored,
	// the programs that the reader starts would inherit that.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)

	keyboard := os.Stdin
	s := System{
		Args: os.Args[1:],
		In:   keyboard, Out: os.Stdout, Err: os.Stderr,
		InTerminal:  term.IsTerminal(keyboard.Fd()),
		OutTerminal: term.IsTerminal(os.Stdout.Fd()),
		Getenv:      os.Getenv,
		CacheDir:    cacheDir(),
		DataDir:     xdg.DataHome,
		Folder:      folder(),
		Clipboard:   localClipboard(),
		ConfigDir:   xdg.ConfigHome,
		Sample:      sample.FS(),
	}
	if s.OutTerminal {
		s.Width, _, _ = term.GetSize(os.Stdout.Fd())
	}
	unasked := hideTerminal()
	s.Screen = func(ctx context.Context, o ui.Options) ([]library.Problem, error) {
		os.Stdin = keyboard
		defer func() { os.Stdin = unasked }()
		return ui.Run(ctx, o)
	}
	return s
}

// folder returns the working folder, "" if it is gone.
func folder() string {
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	return dir
}

// localClipboard returns what puts a text on the clipboard of this machine, nil where no program is there for that.
func localClipboard() func(string) error {
	if clipboard.Unsupported {
		return nil
	}
	return clipboard.WriteAll
}

// cacheDir returns the user's folder for caches, "" if there is none.
func cacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return dir
}

// hideTerminal puts the null device in the place of standard input and returns it. Fang asks the
// terminal for its background before it prints help or an error, waits up to two seconds for the
// answer, and takes what was typed meanwhile; it doesn't where os.Stdin is no terminal. The
// commands read System.In, which is the real one.
func hideTerminal() *os.File {
	null, err := os.Open(os.DevNull)
	if err != nil {
		return os.Stdin
	}
	os.Stdin = null
	return null
}

// version names the build: the module's version or the commit, as far as Go noted them.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(built from source)"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 7 {
			return "(built from source, commit " + s.Value[:7] + ")"
		}
	}
	return "(built from source)"
}
