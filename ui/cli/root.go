package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"reftel/model/library"
	"reftel/model/notebook"
	"reftel/model/watchlist"
	"reftel/ui"
	"reftel/ui/theme"
	"reftel/ui/visible"
)

// How long the cursor of the list rests on a cable before the reader shows it: at home hardly
// noticed, over SSH long enough that passing over a cable doesn't send a screenful.
const (
	pauseHere   = 40 * time.Millisecond
	pauseRemote = 150 * time.Millisecond
)

// lull is how long a search waits after a letter: a little longer than until the next frame, which shows the letter.
const lull = 10 * time.Millisecond

// rest is how long a place is read before it is kept.
const rest = 5 * time.Second

const rootLong = `A reader of diplomatic cables for the terminal.

Point it at what you have: a web page saved from a newspaper with cables in
it, a folder of Cablegate pages, telegrams in plain text. It shows a list, a
reader and a sidebar of the names in the cable; a few letters typed after a
colon jump to any paragraph, reference, redaction or name, and H leads back.
Without a path it opens what was read last, and the first time, or with
--sample, a built-in sample of invented cables.

Everything happens on this machine: reftel opens no network connection, and
listens for none but in reftel serve. It shows every word that is in the
source and none that isn't.`

const rootExample = `# read what was read last, or the sample; ? shows the keys, q leaves
reftel

# read files and folders
reftel page.html cables/

# read what another program writes
curl -s https://example.org/cable.html | reftel -

# print one paragraph, found however the id is written
reftel show --library cables/ '10 mexico 083#5'

# every cable as one line of JSON
reftel parse cables/ | jq -r .subject`

// root builds the command line.
func (t *tool) root() *cobra.Command {
	var o wanted
	root := &cobra.Command{
		Use:     "reftel [PATH...]",
		Short:   "Read diplomatic cables in the terminal",
		Long:    rootLong,
		Example: rootExample,
		Args:    cobra.ArbitraryArgs,

		SuggestionsMinimumDistance: 2,
		PersistentPreRun: func(c *cobra.Command, _ []string) {
			f := c.Flags().Lookup("theme")
			t.themeGiven = f != nil && f.Changed
		},
		RunE: func(c *cobra.Command, paths []string) error { return t.open(c.Context(), c, paths, o) },
	}
	root.AddGroup(commandGroups()...)
	root.AddCommand(t.list(), t.find(), t.show(), t.names(), t.refs(), t.redactions(), t.diff(), t.notes(), t.cite(), t.export(), t.parse(), t.indexCommand(), t.serve(), t.doctor(), t.configCommand(), t.keys(), t.completion(), t.man())
	root.SetHelpCommand(helpCommand())
	root.SetVersionTemplate("reftel {{.Version}}\n")
	root.PersistentFlags().StringVar(&t.flags.config, "config", "", "file of settings, in the place of your own")
	_ = root.MarkPersistentFlagFilename("config", "toml") // it only fails for a flag that isn't there
	t.themeFlag(root)
	t.formatFlag(root)
	root.Flags().StringVar(&o.list, "list", "", "light the names of this file, one a line")
	root.Flags().BoolVar(&o.sample, "sample", false, "read the sample, not what was read last")
	root.Flags().BoolVar(&o.fresh, "fresh", false, "begin at the top, not where you stopped")
	root.Flags().BoolVar(&t.flags.ascii, "ascii", false, "draw lines, bars and signs in ASCII")
	root.Flags().BoolVar(&t.flags.plain, "plain", false, "for screen readers: one pane, no lines,\nthe place said in words")
	return root
}

func (t *tool) themeFlag(c *cobra.Command) {
	c.Flags().StringVar(&t.flags.theme, "theme", theme.Auto, "how it looks:\n"+strings.Join(theme.Set{}.Names(), ", ")+",\nor one of your own")
	_ = c.RegisterFlagCompletionFunc("theme", func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		settings, _ := t.settings() // the user's own themes among them
		return settings.Themes.Names(), cobra.ShellCompDirectiveNoFileComp
	})
}

func (t *tool) formatFlag(c *cobra.Command) {
	c.Flags().StringVar(&t.flags.format, "format", "", "read every file in this format:\n"+formatLines())
	complete(c, "format", formatNames())
}

func (t *tool) libraryFlag(c *cobra.Command) {
	c.Flags().StringArrayVar(&t.flags.library, "library", nil, "file or folder to look in, - for standard input; repeatable")
}

// aboutLibrary is what commands with --library say about it in their help.
const aboutLibrary = `

Without --library the cables are those of $` + libraryVariable + `, and without that
the built-in sample.`

func (t *tool) jsonFlag(c *cobra.Command) {
	c.Flags().BoolVar(&t.flags.json, "json", false, "print JSON Lines")
}

// complete tells the shells what a flag may be. It only fails for a flag that isn't there.
func complete(c *cobra.Command, flag string, values []string) {
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// helpCommand makes "reftel help list" mean what "reftel list --help" does.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "help [COMMAND]",
		Short:  "Help for a command",
		Hidden: true,
		RunE: func(c *cobra.Command, args []string) error {
			about, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return usage("there is no command %q; reftel --help lists them", strings.Join(args, " "))
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}

// wanted is what is asked of the interactive program.
type wanted struct {
	list   string // file of names to light, "" for none
	sample bool   // the built-in sample, whatever was read last
	fresh  bool   // begin at the top, wherever the reading stopped
	notice string // to be said when it begins
}

// open shows the interactive program.
func (t *tool) open(ctx context.Context, c *cobra.Command, given []string, o wanted) error {
	if !t.OutTerminal {
		return usage("the reader needs a terminal to show itself on; in a pipe use reftel list, reftel show or reftel parse")
	}
	notes := t.notebook()
	defer notes.Close()
	paths := t.libraryPaths(given)
	switch {
	case o.sample && len(given) > 0:
		return usage("--sample reads the built-in sample: leave the paths out")
	case o.sample:
		paths = nil
	case len(paths) == 0:
		paths, o.notice = t.lastRead(ctx, notes)
	}
	for _, p := range paths {
		if p == library.Stdin && t.InTerminal {
			return usage("- reads the cables from standard input, which is the keyboard here; pipe them in, as in: reftel - < page.html")
		}
	}
	format, err := t.format()
	if err != nil {
		return err
	}
	look, err := t.themeName()
	if err != nil {
		return err
	}
	listed, err := t.listed(o.list, paths)
	if err != nil {
		return err
	}
	settings, wrong := t.settings()
	if missing, something := t.something(paths); !something { // nothing to show a screen for
		return t.settle(missing, t.meant(c, given))
	}
	remote := t.remote()
	pause := pauseHere
	if remote {
		pause = pauseRemote
	}
	s, err := t.shelfOf(paths, format)
	if err != nil {
		return ending{Usage, err.Error()}
	}
	defer s.close()
	searches, err := notebook.OpenSearches(t.searchesFile())
	if err != nil {
		s.notice = strings.TrimSpace(s.notice + " " + err.Error())
	}
	rules, err := notebook.OpenRules(t.rulesFile())
	if err != nil {
		s.notice = strings.TrimSpace(s.notice + " " + err.Error())
	}
	s.SetNotebook(notes)
	if o.notice == "" && s.notice == "" && t.firstRun() {
		o.notice = "Enter reads, : jumps anywhere, / filters, ? shows the keys, q leaves."
	}
	o.notice = strings.TrimSpace(t.notice(wrong) + " " + o.notice + " " + s.notice) // what is last may be cut
	problems, err := t.Screen(ctx, ui.Options{
		Shelf: s.Shelf, Searches: searches, Rules: rules, Listed: listed, Notice: o.notice, Remote: remote, Relayed: t.relayed(), Pause: pause, Lull: lull, Rest: rest,
		Notebook: notes, Paths: absolute(paths), Kept: t.DataDir != "" && !slices.Contains(paths, library.Stdin), Fresh: o.fresh, Editor: cmp.Or(t.Getenv("VISUAL"), t.Getenv("EDITOR")),
		Pager: cmp.Or(t.Getenv("PAGER"), "less"), Folder: t.Folder, Clipboard: t.clipboard(remote),
		Theme: look, Themes: settings.Themes, Keys: settings.Keys, Dates: settings.Dates, Citation: settings.Citation,
		ListWidth: settings.ListWidth, SidebarWidth: settings.SidebarWidth, Columns: settings.Columns,
		ASCII: settings.ASCII || t.flags.ascii, Plain: settings.Plain || t.flags.plain, Mouse: settings.Mouse,
	})
	if signalled := (ui.Signalled{}); errors.As(err, &signalled) {
		return err
	}
	var unkept *ui.Unkept
	if errors.As(err, &unkept) { // so that it can be copied
		fmt.Fprintln(t.Err, visible.Text(unkept.Text))
	}
	if err != nil {
		err = ending{Usage, err.Error()}
	}
	return t.settle(problems, err)
}

// something reports whether there is a file to be read in paths, and what is missing if there is none.
func (t *tool) something(paths []string) (missing []library.Problem, found bool) {
	for _, err := range t.inputs(paths) {
		if err == nil {
			return nil, true
		}
		missing = append(missing, problem(err))
	}
	return missing, false
}

// firstRun reports whether nothing was kept yet of an earlier run.
func (t *tool) firstRun() bool {
	_, err := os.Stat(filepath.Join(t.DataDir, "reftel", "notebook.db"))
	return t.DataDir != "" && errors.Is(err, fs.ErrNotExist)
}

// listed reads the list of names to light; nil: none.
func (t *tool) listed(file string, paths []string) (*watchlist.List, error) {
	switch {
	case file == "":
		return nil, nil
	case file == library.Stdin && slices.Contains(paths, library.Stdin):
		return nil, usage("- can't be both the cables and the list of names: write one of them into a file")
	case file == library.Stdin && t.InTerminal:
		return nil, usage("--list - reads the names from standard input, which is the keyboard here; pipe them in, or name a file")
	}
	return t.watchlist(file)
}

// searchesFile is where the searches are kept; "" where there is no folder for them.
func (t *tool) searchesFile() string {
	if t.DataDir == "" {
		return ""
	}
	return filepath.Join(t.DataDir, "reftel", "searches.jsonl")
}

// meant guesses that a path which isn't there was meant as a command.
func (t *tool) meant(c *cobra.Command, given []string) error {
	if len(given) == 0 {
		return nil
	}
	if similar := c.SuggestionsFor(given[0]); len(similar) > 0 {
		return usage("did you mean the command reftel %s?", similar[0])
	}
	return nil
}

// problem returns what went wrong with an input as the library says it.
func problem(err error) library.Problem {
	if p, ok := err.(library.Problem); ok {
		return p
	}
	return library.Problem{File: "input", What: err.Error()}
}

// clipboard puts texts on the clipboard of this machine; nil where there is none, or the reader sits at another one.
func (t *tool) clipboard(remote bool) func(string) error {
	if remote {
		return nil
	}
	return t.Clipboard
}

// remote reports whether the terminal is at the other end of an SSH connection.
func (t *tool) remote() bool {
	return t.Getenv("SSH_CONNECTION") != "" || t.Getenv("SSH_TTY") != ""
}

// relayed reports whether a multiplexer stands between the program and the terminal.
func (t *tool) relayed() bool { return t.Getenv("TMUX") != "" || t.Getenv("STY") != "" }

// themeName returns the theme that is asked for. NO_COLOR is the user's word for all programs, so
// it goes before the default and behind what is said to this one, on the command line or in the settings.
func (t *tool) themeName() (string, error) {
	settings, _ := t.settings()
	name := settings.Theme
	if t.themeGiven {
		name = t.flags.theme
	}
	if _, err := settings.Themes.New(name, true); err != nil {
		return "", usage("%s", err)
	}
	if t.Getenv("NO_COLOR") != "" && name == theme.Auto && !t.themeGiven {
		return theme.Mono, nil
	}
	return name, nil
}

// look returns how text is dressed that a command prints: not at all in a pipe, with NO_COLOR, and
// on a terminal that is said to know no styles.
// The background of the terminal isn't asked for, so auto is mono here, which fits every one.
func (t *tool) look() (look, error) {
	name, err := t.themeName()
	if err != nil {
		return look{}, err
	}
	if name == theme.Auto {
		name = theme.Mono
	}
	settings, _ := t.settings()
	style, err := settings.Themes.New(name, true)
	if err != nil {
		return look{}, usage("%s", err)
	}
	plain := t.Getenv("NO_COLOR") != "" || t.Getenv("TERM") == "dumb"
	return look{on: t.OutTerminal && !plain, theme: style}, nil
}
