package cli

import (
	"context"
	"math"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/ui"
	"reftel/ui/serve"
)

// wantedServe is what is asked of a server.
type wantedServe struct {
	serve.Options
	memory string
}

func (t *tool) serve() *cobra.Command {
	var o wantedServe
	c := &cobra.Command{
		Use:     "serve PATH...",
		Short:   "Let readers read over SSH",
		GroupID: groupLearn,
		Long: `Show a library to readers over SSH: the program as it is here, each with a
notebook of their own. They need nothing but ssh and a key that you know.

Who may read is in a file of public keys as in ~/.ssh/authorized_keys, or in a
folder of such files, each called as the reader. The key of the server is made
on the first start and kept. Readers get the program and nothing else: no
shell, no command, no file, no forwarding. What they note is kept on this
machine, in a notebook for each key; what they copy goes into the clipboard of
their own terminal.

The library is indexed when the server starts; to take in what has changed
since, start it again. Stopped (ctrl+c, SIGTERM), it tells the readers, and
keeps what they have written.

A line on the error stream says who came and went. It never says what was
read, searched or written. docs/SERVE.md says more.`,
		Example: `# your own key, from this machine
reftel serve --authorized-keys ~/.ssh/authorized_keys cables/
ssh -p 2323 localhost

# for a newsroom: a folder with a file of keys for each reader
reftel serve --listen :2323 --authorized-keys readers/ cables.csv`,
		RunE: func(c *cobra.Command, args []string) error { return t.runServe(c.Context(), args, o) },
	}
	f := c.Flags()
	f.StringVar(&o.Listen, "listen", "localhost:2323", "address and port to listen on; :2323 is every address\nof this machine")
	f.StringVar(&o.Keys, "authorized-keys", "", "file of public keys that may read, or folder of such\nfiles; without it authorized_keys beside the settings")
	f.BoolVar(&o.Anyone, "anyone", false, "ask for no key: whoever comes reads, and keeps nothing")
	f.IntVar(&o.Sessions, "sessions", 100, "most readers at once")
	f.IntVar(&o.PerKey, "sessions-per-key", 5, "most of them with one key")
	f.DurationVar(&o.Idle, "idle", 30*time.Minute, "let a reader go who types nothing for so long")
	f.StringVar(&o.memory, "memory", "2GB", "let nobody in when three quarters of this are in use;\n0 is no limit")
	_ = c.MarkFlagFilename("authorized-keys") // it only fails for a flag that isn't there
	t.themeFlag(c)
	t.formatFlag(c)
	return c
}

// runServe serves paths until a signal ends it.
func (t *tool) runServe(ctx context.Context, given []string, o wantedServe) error {
	paths := t.libraryPaths(given)
	format, err := t.format()
	if err != nil {
		return err
	}
	switch {
	case len(paths) == 0:
		return usage("reftel serve needs the files or folders that hold the cables")
	case slices.Contains(paths, library.Stdin):
		return usage("standard input can't be served: save it as a file first")
	case o.Anyone && o.Keys != "":
		return usage("--anyone asks for no key, and --authorized-keys says which: leave one of them out")
	case o.Sessions < 1 || o.PerKey < 1:
		return usage("at least one reader must be let in: --sessions and --sessions-per-key are 1 or more")
	case o.Idle < time.Second:
		return usage("--idle is a time of a second or more, as in 30m")
	}
	if o.Memory, err = bytesOf(o.memory); err != nil {
		return err
	}
	if !o.Anyone && o.Keys == "" && t.ConfigDir != "" {
		o.Keys = filepath.Join(t.ConfigDir, "reftel", "authorized_keys")
	}
	if t.DataDir != "" {
		o.Folder = filepath.Join(t.DataDir, "reftel", "serve")
	}
	look, err := t.themeName()
	if err != nil {
		return err
	}
	if missing, something := t.something(paths); !something {
		return t.settle(missing, nil)
	}
	dir, notice, remove, err := indexPlace(t.indexFolder(paths, format))
	if err != nil {
		return ending{Usage, err.Error()}
	}
	defer remove()
	x, err := shelf.NewIndexed(dir, library.Inputs(absolute(paths), nil), library.LoadOptions{Format: format})
	if err != nil {
		return ending{Usage, err.Error()}
	}
	defer x.Close()
	settings, wrong := t.settings()
	for _, said := range []string{t.notice(wrong), notice} {
		if said != "" {
			t.complain(said)
		}
	}
	o.Library, o.Log = shelf.Share(x), t.Err
	o.Program = ui.Options{Paths: absolute(paths), Theme: look, Themes: settings.Themes, Keys: settings.Keys, Dates: settings.Dates, Citation: settings.Citation,
		ListWidth: settings.ListWidth, SidebarWidth: settings.SidebarWidth, Columns: settings.Columns, ASCII: settings.ASCII, Plain: settings.Plain, Mouse: settings.Mouse}
	s, err := serve.Listen(o.Options)
	if err != nil {
		return ending{Usage, err.Error()}
	}
	if t.Signals != nil {
		t.Signals()
	}
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	if err := s.Serve(ctx); err != nil {
		return ending{Usage, err.Error()}
	}
	return nil
}

// units are what sizes are said in.
var units = []struct {
	sign  string
	bytes int64
}{{"KB", 1 << 10}, {"MB", 1 << 20}, {"GB", 1 << 30}, {"K", 1 << 10}, {"M", 1 << 20}, {"G", 1 << 30}, {"", 1}}

// bytesOf reads a size: 2GB, 500M, 0.
func bytesOf(size string) (int64, error) {
	for _, u := range units {
		if number, ok := strings.CutSuffix(strings.ToUpper(size), u.sign); ok {
			n, err := strconv.ParseInt(number, 10, 64)
			if err != nil || n < 0 || n > math.MaxInt64/u.bytes {
				break
			}
			return n * u.bytes, nil
		}
	}
	return 0, usage("--memory is a size as in 2GB or 500MB, not %q", size)
}
