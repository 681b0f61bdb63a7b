// Package ui is the interactive program: a list of cables, a reader and a sidebar, with a palette
// and a help over them.
//
// [App] is the only tea.Model. It owns the panes and is the only one that knows them all:
//
//	key press ──> keymap ──> action ──> App method ──> panes (called directly)
//	                                        │
//	                                        └──> tea.Cmd (loading, filtering, finding)
//	                                                  │
//	message with its generation <─────────────────────┘   stale ones are dropped
//
// Panes are told what to show and draw themselves in the rectangle they were given; no pane knows
// another. Nothing that reads files or searches the library runs between a key and its frame.
package ui

import (
	"context"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model"
	"reftel/model/cite"
	"reftel/model/library/shelf"
	"reftel/model/names"
	"reftel/model/names/rules"
	"reftel/model/notebook"
	"reftel/model/query"
	"reftel/model/watchlist"
	"reftel/ui/copies"
	"reftel/ui/foot"
	"reftel/ui/help"
	"reftel/ui/input"
	"reftel/ui/layout"
	"reftel/ui/list"
	"reftel/ui/note"
	"reftel/ui/overview"
	"reftel/ui/palette"
	"reftel/ui/reader"
	"reftel/ui/sidebar"
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
	Now  func() time.Time // nil: time.Now
}

// App is the program's state.
type App struct {
	options  Options
	context  context.Context // ends with the program
	stop     context.CancelFunc
	lent     atomic.Bool // another program has the terminal
	keys     *keymap.Map
	actions  map[keymap.Action]func(*App) tea.Cmd
	now      func() time.Time
	shelf    shelf.Shelf
	searches *notebook.Searches
	rules    *notebook.Rules
	set      *rules.Set    // as it was laid over the names last
	changes  []change      // of the names, made since the start, to be taken back
	merging  *named        // the name that another is to be merged with
	renaming named         // by the prompt
	at       *shelf.Opened // the cable that is read; nil: none
	steps    int           // how far the sidebar follows its references

	width, height int
	layout        layout.Layout
	focus         layout.Pane
	mouse         bool // taken from the terminal
	zoom          bool
	low           bool // overlays are, for the link is slow
	unzoomed      bool // with a key: all panes are shown on a slow link too
	sidebarOpen   bool
	dark          bool
	themeName     string
	theme         theme.Theme

	list    *list.List
	reader  *reader.Reader
	sidebar *sidebar.Sidebar
	palette *palette.Palette
	help    *help.Help
	overlay overlay
	beneath overlay // what the help lies over
	foot    *foot.Foot

	overview *overview.Overview
	counting counting
	hiding   hiding
	narrowed []narrowing // by the overview, the last one last

	copies    *copies.Copies
	comparing comparing

	line     *input.Line // what is typed in a prompt
	prompt   prompt
	offers   offers
	pending  []string // keys of a sequence that has begun
	history  history
	lastRead place // where the reader was left for the list
	message  string
	wrong    bool // message is an error
	reversed bool // the list shows the oldest first

	loading     loading
	filter      filter
	finder      func() *palette.Finder // prepares it when first called
	keeping     keeping
	note        *note.Note
	noting      notebook.Note // that is being written
	exporting   exporting
	marking     bool   // the next key is the letter of a mark
	jotted      jotted // what the notebook has on the cable that is read
	jotting     latest
	book        *notebook.Notebook
	taken       bool             // the cable is read, and not only passed over
	stopped     *notebook.Anchor // where its reading stopped before; nil: it was not read
	resuming    *notebook.Anchor // where the reading of the library stopped, until it is found or a key is pressed
	rereading   latest
	readCables  *query.Cables // nil: not known yet
	notedCables *query.Cables
	labels      []string     // of the notebook, those of the most cables first
	places      shelf.Number // the cable whose places the palette offers
	finding     latest
	dating      latest       // of names in the palette
	mentions    *mentions    // of a name; nil: the palette shows something else
	named       *names.Entry // the name of the library that is lit; nil: one of the cable
	preview     latest
	opening     opening
	relating    latest
	fetching    fetching
	going       latest // to another cable, which has to be found first
	sourcing    latest
}

// overlay is what lies over the panes.
type overlay uint8

const (
	noOverlay overlay = iota
	paletteOverlay
	helpOverlay
	overviewOverlay
	copiesOverlay
	noteOverlay
)

// New returns the program, ready to run.
func New(o Options) (*App, error) {
	t, err := o.Themes.New(o.Theme, true)
	if err != nil {
		return nil, err
	}
	t.ASCII, t.Plain = o.ASCII || o.Plain, o.Plain
	ctx, stop := context.WithCancel(context.Background())
	a := &App{options: o, context: ctx, stop: stop, keys: o.Keys, actions: actionTable(), shelf: o.Shelf, focus: layout.List, sidebarOpen: true,
		dark: true, themeName: o.Theme, theme: t, mouse: o.Mouse, line: input.New(), now: o.Now}
	if a.now == nil {
		a.now = time.Now
	}
	if a.searches = o.Searches; a.searches == nil {
		a.searches = &notebook.Searches{}
	}
	if a.rules = o.Rules; a.rules == nil {
		a.rules = &notebook.Rules{}
	}
	if a.book = o.Notebook; a.book == nil {
		a.book = notebook.New("")
	}
	a.list = list.New(&a.theme)
	a.list.SetDates(o.Dates)
	a.list.SetColumns(o.Columns)
	a.reader = reader.New(&a.theme, a.stateOf)
	a.reader.SetDates(o.Dates)
	a.sidebar = sidebar.New(&a.theme)
	a.palette = palette.New(&a.theme)
	a.help = help.New(&a.theme)
	a.overview = overview.New(&a.theme)
	a.copies = copies.New(&a.theme)
	a.copies.SetDates(o.Dates)
	a.note = note.New(&a.theme)
	a.foot = foot.New(&a.theme)
	if o.Listed != nil {
		a.reader.SetListed(o.Listed.Spans)
	}
	a.tellKeys()
	a.message = o.Notice
	return a, nil
}

// Init starts the reading of the library and asks the terminal for its background.
func (a *App) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, a.rereadRules(), a.startLoading(), a.recall(), a.reread(), a.askWritable())
}

// Update takes a message to where it belongs, and asks for the rows that the list then wants.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.update(msg)
	a.foot.Offer(a.atFoot(a.overlay))
	if more := tea.Batch(a.fetchRows(), a.write()); more != nil {
		cmd = tea.Batch(cmd, more)
	}
	return a, cmd
}

func (a *App) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.width, a.height = msg.Width, msg.Height
		a.arrange()
		return a.resized()
	case tea.BackgroundColorMsg:
		a.dark = msg.IsDark()
		a.retheme()
		return nil
	case tea.KeyPressMsg:
		return a.press(msg)
	case tea.MouseMsg:
		return a.pointed(msg)
	case tea.PasteMsg:
		return a.typed(msg)
	case loadedMsg:
		return a.loaded(msg)
	case filteredMsg:
		return a.filtered(msg)
	case countedMsg:
		return a.counted(msg)
	case hiddenMsg:
		return a.countedHidden(msg)
	case comparedMsg:
		a.compared(msg)
	case newestMsg:
		return a.newest(msg)
	case foundMsg:
		return a.found(msg)
	case mentionedMsg:
		return a.mentioned(msg)
	case datedMsg:
		a.dated(msg)
	case previewMsg:
		return a.previewed(msg)
	case openedMsg:
		return a.opened(msg)
	case relatedMsg:
		a.related(msg)
	case fetchedMsg:
		a.fetched(msg)
	case locatedMsg:
		return a.located(msg)
	case soughtMsg:
		return a.sought(msg)
	case sourceMsg:
		a.sourced(msg)
	case saidMsg:
		a.complain(msg.what)
	case unwrittenMsg:
		a.complainOnce(msg.err)
	case jottedMsg:
		a.rejotted(msg)
	case copiedMsg:
		return a.copied(msg)
	case pipedMsg:
		a.piped(msg)
	case exportedMsg:
		return a.exported(msg)
	case editedMsg:
		a.edited(msg)
	case placedMsg:
		return a.placed(msg)
	case keptMsg:
		return a.written(msg)
	case rereadMsg:
		a.rereadCables(msg)
	case recalledMsg:
		a.resuming = &msg.last
		return a.resume()
	case resumedMsg:
		return a.resumed(msg)
	case unreadMsg:
		return a.toUnread(msg)
	case ruledMsg:
		return a.ruled(msg)
	}
	return nil
}

// arrange divides the screen anew and tells the panes their sizes.
func (a *App) arrange() {
	a.layout = layout.Compute(layout.Args{
		Width: a.width, Height: a.height, Focus: a.focus, Sidebar: a.sidebarShown(), Zoom: a.zoom || a.options.Plain,
		ListWidth: a.options.ListWidth, SidebarWidth: a.options.SidebarWidth,
	})
	a.low = a.isSlow()
	l := a.layout
	a.list.SetTitled(l.Titled)
	a.reader.SetTitled(l.Titled)
	a.sidebar.SetTitled(l.Titled)
	if !l.List.Empty() {
		a.list.SetSize(l.List.Dx(), l.List.Dy())
	}
	if !l.Reader.Empty() {
		a.reader.SetSize(l.Reader.Dx(), l.Reader.Dy())
	}
	if !l.Sidebar.Empty() {
		a.sidebar.SetSize(l.Sidebar.Dx(), l.Sidebar.Dy())
	}
	a.list.SetFocus(a.focus == layout.List)
	a.reader.SetFocus(a.focus == layout.Reader)
	a.sidebar.SetFocus(a.focus == layout.Sidebar)
	for overlay, setSize := range map[overlay]func(width, height int){
		paletteOverlay: a.palette.SetSize, helpOverlay: a.help.SetSize, overviewOverlay: a.overview.SetSize, copiesOverlay: a.copies.SetSize, noteOverlay: a.note.SetSize,
	} {
		inside := a.boxed(overlay)
		setSize(inside.Dx(), inside.Dy())
	}
}

// sidebarShown reports whether the sidebar is to be drawn: on wide screens it is there until it is
// closed, on narrow ones it lies over the reader only while it has the focus.
func (a *App) sidebarShown() bool {
	if a.width >= layout.ThreePanes && !a.options.Plain {
		return a.sidebarOpen
	}
	return a.focus == layout.Sidebar
}

// setFocus gives the keys to a pane. Over SSH the reader takes the whole screen with them: there
// the terminal scrolls a line for a hundred bytes, beside other panes it takes two thousand.
func (a *App) setFocus(p layout.Pane) {
	if a.options.Remote && p != a.focus {
		a.zoom = p == layout.Reader || p == layout.Sidebar && a.isSlow()
	}
	if p == layout.List && a.focus != layout.List {
		a.lastRead = a.here()
	}
	a.focus = p
	a.arrange()
	if p == layout.Reader && !a.opening.isWaitedFor() {
		a.take(true)
	}
}

// retheme makes the styles anew.
func (a *App) retheme() {
	t, err := a.options.Themes.New(a.themeName, a.dark)
	if err != nil {
		return // the name was checked by New
	}
	t.ASCII, t.Plain = a.theme.ASCII, a.theme.Plain
	a.theme = t
	a.reader.SetTheme(&a.theme)
}

// say shows a message in the status line until the next key.
func (a *App) say(message string) { a.message, a.wrong = message, false }

// complain shows an error in the status line until the next key.
func (a *App) complain(message string) { a.message, a.wrong = message, true }

// stateOf says whether a reference in the cable that is read can be followed.
func (a *App) stateOf(m model.Mark) model.RefState {
	_, state := a.at.Leads(m)
	return state
}
